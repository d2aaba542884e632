"""A report opened to be checked, with everything that belongs to it: local requirements, last year's report,
what was confirmed before.
"""

from dataclasses import dataclass, field, replace
from pathlib import Path

from core.errors import ReadError
from core.files import Report, open_report
from core.history import LastYear, misfit
from core.office import opening
from core.office.beside import Conversion
from core.previous import find_last_year, last_year_of
from core.profile import NATIONAL, Profile
from core.profile_file import ProfileError, beside, profile_for
from core.review import Review
from core.sidecar import Remembered, load


@dataclass(frozen=True, slots=True)
class Local:
    """The local requirements for a report; the national ones where their file cannot be used.

    path: the file, if there is one. wrong: why it cannot be used, in the clerk's words.
    """

    profile: Profile = field(default=NATIONAL)
    path: Path | None = None
    wrong: str = ""


@dataclass(frozen=True, slots=True)
class Sitting:
    """A report opened and checked. What belongs to it and cannot be used keeps it from nothing; it is said.

    last: last year's report, found beside it and used. wrong_marks: why what was confirmed before cannot be
    read, in the clerk's words. made: if it is the conversion of an old document, of which one.
    """

    review: Review
    local: Local = field(default_factory=Local)
    last: Report | None = None
    wrong_marks: str = ""
    made: Conversion | None = None

    @property
    def asked_for(self) -> Path:
        """The file that was to be opened."""
        return self.made.original if self.made else self.review.report.path


def open_sitting(
    path: Path, profile: Path | None = None, *, looks_back: bool = True, made: Conversion | None = None
) -> Sitting:
    """Open a report for work, with everything that lies beside it, and check it. Raises ReadError.

    profile: the file of local requirements chosen, see ``open_review``. looks_back: whether last year's
    report is looked for. made: how the report came to be, if it was converted.
    """
    report = open_report(path) if made is None else opening.noted(open_report(path), made.note)
    last = find_last_year(report) if looks_back else None
    local = local_for(report.path, profile)
    remembered, wrong = _marks(report.path)
    review = Review(report, last_year_of(last) if last else None, local.profile, remembered)
    review.examine()
    return Sitting(review, local, last, wrong, made)


def local_for(report: Path, chosen: Path | None = None) -> Local:
    """The local requirements for a report: those chosen, else those beside it. Never raises."""
    path = chosen or beside(report)
    try:
        return Local(profile_for(report, chosen), path)
    except ProfileError as error:
        return Local(NATIONAL, path, str(error))


def open_review(path: Path, last_year: LastYear | None = None, profile: Path | None = None) -> Review:
    """Open a report with what lies beside it.

    profile: the file of local requirements chosen; else the one beside the report counts, if there is one.
    Raises ReadError and ProfileError.
    """
    return review_of(opening.open_report(path), last_year, profile)


def review_of(report: Report, last_year: LastYear | None = None, profile: Path | None = None) -> Review:
    """The same for a report that is open already. Raises ProfileError."""
    local = profile_for(report.path, profile)
    return Review(report, usable(report, last_year), local, _marks(report.path)[0])


def open_last_year(path: Path) -> Report:
    """Open a report to be used as last year's. Raises ReadError, also where there is nothing to compare."""
    report = opening.open_report(path)
    if not report.recognition.tables:
        raise ReadError(f"“{path.name}”里没有找到表二、表三、表四，不能当作上年报告，请检查是否选错了文件。")
    return report


def usable(report: Report, last_year: LastYear | None) -> LastYear | None:
    """What a report given as last year's may be used for: one of another year for nothing, one of another
    unit (renamed, perhaps) only for doubts.
    """
    odd = None if last_year is None else misfit(report.year, report.unit, last_year)
    if odd is None or last_year is None:
        return last_year
    return replace(last_year, is_certain=False) if odd.kind == "other_unit" else None


def _marks(path: Path) -> tuple[tuple[Remembered, ...], str]:
    """What was confirmed before, and what is wrong with it; then more is asked again, and nothing else."""
    try:
        return load(path), ""
    except ReadError as error:
        return (), str(error)
