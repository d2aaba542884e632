"""What all reports of a run are checked against: local requirements, last year's reports."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from core.errors import ReadError
from core.files import Report
from core.history import LastYear, misfit
from core.office.opening import open_report
from core.previous import last_year_of
from core.profile import Profile
from core.profile_file import FILE_NAME, profile_for
from core.reading import ordinary_bytes
from core.resources import ROOT
from core.sidecar import sidecar_path
from core.units import same_unit


@dataclass(frozen=True)
class Earlier:
    """A report of last year: whose, of which year, where."""

    unit: str
    year: int | None
    path: Path


@dataclass(frozen=True)
class Terms:
    """profile: the requirements for all reports; None where each takes what lies beside it.
    last_year: the report given as last year's of all. earlier: last year's reports to choose from.
    digest: tells one set of terms from another.
    """

    profile: Profile | None = None
    last_year: LastYear | None = None
    earlier: tuple[Earlier, ...] = ()
    digest: str = ""

    def sealed(self) -> "Terms":
        """With the digest of what they say now; to be called once they are complete."""
        said = (
            f"{program_digest()}\0{self.profile}\0{[(e.unit, e.year, _stamp(e.path)) for e in self.earlier]}"
        )
        return replace(self, digest=hashlib.sha256(_encoded(said)).hexdigest())

    def profile_of(self, path: Path) -> Profile:
        """Raises ProfileError."""
        return self.profile if self.profile is not None else profile_for(path)

    def last_year_of(self, report: Report) -> LastYear | None:
        """Last year's report of the same unit, None where there is none that can be read."""
        if self.last_year is not None:
            return self.last_year
        return next(self._fitting(report), None) if report.unit else None

    def _fitting(self, report: Report) -> Iterator[LastYear]:
        for earlier in self.earlier:
            if earlier.unit == report.unit or same_unit(earlier.unit, report.unit or ""):
                try:
                    last = last_year_of(open_report(earlier.path))
                except ReadError:
                    continue
                if misfit(report.year, report.unit, last) is None:
                    yield last

    def key(self, path: Path, data: bytes) -> str:
        """Under which a result is remembered: what the file holds, its name, all it is held against."""
        digest = hashlib.sha256(_encoded(f"{self.digest}\0{path.name}\0"))
        digest.update(data)
        beside = (sidecar_path(path), path.with_name(FILE_NAME))
        for other in beside if self.profile is None else beside[:1]:
            digest.update(b"\0" + _bytes(other))
        return digest.hexdigest()


def _bytes(path: Path) -> bytes:
    try:
        return ordinary_bytes(path)
    except OSError:
        return b""


def _encoded(text: str) -> bytes:
    """Also of names that are no Unicode."""
    return text.encode("utf-8", "surrogatepass")


def _stamp(path: Path) -> tuple[str, int, int]:
    try:
        state = path.stat()
    except OSError:
        return str(path), 0, 0
    return str(path), state.st_size, state.st_mtime_ns


@cache
def program_digest() -> str:
    """Tells one state of the program and its rules from another, so that no result outlives them."""
    folders = (ROOT / "forms", ROOT / "checks", Path(__file__).resolve().parents[1])
    files: Iterable[Path] = sorted(p for folder in folders for p in folder.rglob("*") if p.suffix in _PROGRAM)
    return hashlib.sha256(repr([_stamp(path) for path in files]).encode()).hexdigest()


_PROGRAM = frozenset((".py", ".toml"))
