"""``python -m gui``: the same as the command ``gouji``, and what the frozen program starts with."""

import sys
from multiprocessing import freeze_support

from gui.entry import main

if __name__ == "__main__":
    freeze_support()
    sys.exit(main())
