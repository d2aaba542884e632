"""Word, Excel and WPS on Windows, asked through COM by a short PowerShell script.

What the script is to do is told in its environment, never written into its text. Out of time, PowerShell is
ended; the office program itself is left alone, for the clerk's own documents may be open in it by now:
without a client and a window it ends by itself.
"""

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from core.formats.old import Kind
from core.office.process import Ending, run, system_program
from core.resources import ROOT

SCRIPT = ROOT / "office" / "convert.ps1"
_SHELL = ("WindowsPowerShell", "v1.0", "powershell.exe")
_ARGUMENTS = ("-NoLogo", "-NoProfile", "-NonInteractive", "-ExecutionPolicy", "Bypass", "-File", str(SCRIPT))
_UNREAD = frozenset(("odt", "ods", "fodt", "fods"))
"""What these programs read too differently from one version to the next to rely on."""


@dataclass(frozen=True, slots=True)
class Automation:
    """name: in the clerk's words. program: as COM knows it (ProgID). writes: ``docx`` or ``xlsx``."""

    name: str
    program: str
    writes: str

    def takes(self, kind: Kind) -> bool:
        return kind.becomes == self.writes and kind.name not in _UNREAD

    def convert(
        self, kind: Kind, files: Sequence[Path], into: Path, seconds: float, stopped: Callable[[], bool]
    ) -> Ending:
        """Convert files of one folder, which hold nothing else; each result has the file's stem."""
        told = {
            "GOUJI_PROGRAM": self.program,
            "GOUJI_FROM": str(files[0].parent),
            "GOUJI_INTO": str(into),
            "GOUJI_FORMAT": kind.becomes,
        }
        return run((system_program(*_SHELL), *_ARGUMENTS), into, seconds, stopped, told)


def is_registered(program: str) -> bool:
    """Whether COM knows a program of that name here."""
    if sys.platform == "win32":
        import winreg

        try:
            winreg.CloseKey(winreg.OpenKey(winreg.HKEY_CLASSES_ROOT, rf"{program}\CLSID"))
        except OSError:
            return False
        return True
    return False
