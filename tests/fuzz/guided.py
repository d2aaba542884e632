"""The same files, but the next one made from whichever reached new code: atheris (libFuzzer) for Python.

Needs the extra ``fuzz`` (``pip install -e .[fuzz]``), which there is for Linux only.
"""

import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path


def guided(readers: Iterable[str], seconds: int, folder: Path | None) -> int:
    """Go on for so many seconds with each reader, in a process of its own; 1 if one of them found something.

    folder: where failing files go; the working directory if None.
    """
    place = (folder or Path()).resolve()
    place.mkdir(parents=True, exist_ok=True)
    commands = (
        [sys.executable, "-m", "tests.fuzz.instrumented", r, str(seconds), str(place)] for r in readers
    )
    codes = [subprocess.run(command, check=False).returncode for command in commands]
    return 1 if any(codes) else 0
