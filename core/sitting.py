"""A report opened to be checked, with everything that belongs to it: local requirements, last year's report,
what was confirmed before.
"""

from dataclasses import replace
from pathlib import Path

from core.errors import ReadError
from core.files import Report, open_report
from core.history import LastYear, misfit
from core.profile_file import profile_for
from core.review import Review
from core.sidecar import Remembered, load


def open_review(path: Path, last_year: LastYear | None = None, profile: Path | None = None) -> Review:
    """Open a report with what lies beside it.

    profile: the file of local requirements chosen; else the one beside the report counts, if there is one.
    Raises ReadError and ProfileError.
    """
    return review_of(open_report(path), last_year, profile)


def review_of(report: Report, last_year: LastYear | None = None, profile: Path | None = None) -> Review:
    """The same for a report that is open already. Raises ProfileError."""
    local = profile_for(report.path, profile)
    return Review(report, usable(report, last_year), local, _remembered(report.path))


def usable(report: Report, last_year: LastYear | None) -> LastYear | None:
    """What a report given as last year's may be used for: one of another year for nothing, one of another
    unit (renamed, perhaps) only for doubts.
    """
    odd = None if last_year is None else misfit(report.year, report.unit, last_year)
    if odd is None or last_year is None:
        return last_year
    return replace(last_year, is_certain=False) if odd.kind == "other_unit" else None


def _remembered(path: Path) -> tuple[Remembered, ...]:
    """A sidecar that cannot be read only means that more is asked again."""
    try:
        return load(path)
    except ReadError:
        return ()
