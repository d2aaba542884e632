"""LibreOffice without a window: a profile of its own each time, no macros, no links followed, no network."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from core.formats.old import Kind
from core.office.process import Ending, run
from core.resources import ROOT

_PROFILE = ROOT / "office" / "libreoffice.xcu"
_FILTERS: Mapping[str, str] = {
    "doc": "MS Word 97",
    "xls": "MS Excel 97",
    "rtf": "Rich Text Format",
    "odt": "writer8",
    "ods": "calc8",
    "fodt": "OpenDocument Text Flat XML",
    "fods": "OpenDocument Spreadsheet Flat XML",
    "wordml": "MS Word 2003 XML",
    "sheetml": "MS Excel 2003 XML",
}
"""Its import filters. Named, for else it takes what it cannot read for plain text."""


@dataclass(frozen=True, slots=True)
class LibreOffice:
    """program: ``soffice``."""

    program: Path
    name: str = "LibreOffice"

    def takes(self, kind: Kind) -> bool:
        return kind.name in _FILTERS

    def convert(
        self, kind: Kind, files: Sequence[Path], into: Path, seconds: float, stopped: Callable[[], bool]
    ) -> Ending:
        """Convert files of one kind; each result has the file's stem. ``into``: an empty folder of ours."""
        profile = into / "profile"
        (profile / "user").mkdir(parents=True)
        (profile / "user" / "registrymodifications.xcu").write_bytes(_PROFILE.read_bytes())
        command = [
            str(self.program),
            f"-env:UserInstallation={profile.as_uri()}",
            *("--headless", "--norestore", "--nologo", "--nolockcheck", "--nodefault"),
            f"--infilter={_FILTERS[kind.name]}",
            *("--convert-to", kind.becomes, "--outdir", str(into)),
            *map(str, files),
        ]
        environment = {**dict.fromkeys(("TMPDIR", "TEMP", "TMP"), str(into)), "SAL_USE_VCLPLUGIN": "svp"}
        return run(command, into, seconds, stopped, environment)
