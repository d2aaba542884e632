"""``python -m gui``: the same as the command ``gouji``."""

import sys

from gui.entry import main

sys.exit(main())
