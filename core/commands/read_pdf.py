"""``gouji --read-pdf``: the program's own reader of PDFs, see ``core.formats.pdf.apart``.

Takes a PDF on standard input and tells on standard output, as JSON, what it holds or why it cannot be read.
"""

import json
import sys

from core.errors import ReadError
from core.formats.pdf.limits import keep

_INPUT, _OUTPUT = 0, 1
"""As the system numbers them: a program with a window has no ``sys.stdin``."""


def main() -> int:
    """Read one PDF; returns the exit code."""
    keep()
    from core.formats.pdf.document import content

    with open(_INPUT, "rb", closefd=False) as file:
        data = file.read()
    try:
        told = content(data)
    except ReadError as error:
        told = {"error": str(error)}
    with open(_OUTPUT, "wb", closefd=False) as file:
        file.write(json.dumps(told).encode())
    return 0


if __name__ == "__main__":
    sys.exit(main())
