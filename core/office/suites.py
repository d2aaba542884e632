"""Which office suites of this computer can convert.

LibreOffice everywhere; on Windows also Word, Excel and WPS by COM. WPS for Linux cannot be asked to convert
without its window, so there only LibreOffice counts.
"""

import os
import shutil
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Protocol

from core.formats.old import Kind
from core.office.libreoffice import LibreOffice
from core.office.process import Ending
from core.office.windows import Automation, is_registered

CHOSEN = "GOUJI_OFFICE"
"""Environment: the program to convert with (``soffice``); empty for none at all."""
WANTED = "Word、Excel、WPS 或 LibreOffice" if sys.platform == "win32" else "LibreOffice"
"""What would do, in the clerk's words."""
_NAMES = ("soffice", "libreoffice")
_PLACES: Mapping[str, tuple[str, tuple[str, ...], str]] = {
    "linux": ("/", ("usr/lib*/libreoffice/program", "opt/libreoffice*/program"), "soffice"),
    "win32": ("C:/", ("Program Files*/LibreOffice*/program",), "soffice.exe"),
}
"""Root, folders below it, the program's name."""


class Suite(Protocol):
    """Something that converts. name: in the clerk's words."""

    @property
    def name(self) -> str: ...

    def takes(self, kind: Kind) -> bool: ...

    def convert(
        self, kind: Kind, files: Sequence[Path], into: Path, seconds: float, stopped: Callable[[], bool]
    ) -> Ending:
        """Convert files of one kind into the folder ``into``; each result has the file's stem."""
        ...


def suite_for(kind: Kind) -> Suite | None:
    """The suite that converts files of a kind here; None where there is none."""
    return next((suite for suite in suites() if suite.takes(kind)), None)


def suites() -> Iterator[Suite]:
    """All of this computer, the one to be asked first before the others."""
    chosen = os.environ.get(CHOSEN)
    if chosen is not None:
        if Path(chosen).is_file():
            yield LibreOffice(Path(chosen))
        return
    yield from (Automation(*office) for office in _AUTOMATED if is_registered(office[1]))
    program = _program()
    if program is not None:
        yield LibreOffice(program)


_AUTOMATED = (
    ("Word", "Word.Application", "docx"),
    ("WPS", "KWPS.Application", "docx"),
    ("Excel", "Excel.Application", "xlsx"),
    ("WPS", "KET.Application", "xlsx"),
)


def _program() -> Path | None:
    if sys.platform != "win32":  # there a name alone would also find a program in the current folder
        for name in _NAMES:
            found = shutil.which(name)
            if found:
                return Path(found)
    return next((program for program in _installed() if program.is_file()), None)


def _installed() -> Iterator[Path]:
    root, patterns, name = _PLACES.get(sys.platform, ("/", (), "soffice"))
    for pattern in patterns:
        for folder in sorted(Path(root).glob(pattern), reverse=True):
            yield folder / name
