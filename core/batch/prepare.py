"""What a run is held against, from what the office gives: local requirements, last year's reports."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from core.batch.record import read, record_of
from core.batch.run import Cancelled, run
from core.batch.store import Store
from core.batch.terms import Earlier, Terms
from core.errors import SaveError
from core.folders import report_files
from core.office.opening import open_report
from core.paths import is_folder
from core.previous import last_year_of
from core.profile import Profile
from core.profile_file import FILE_NAME, load


def terms_for(
    profile: Profile | None,
    last_year: Path | None,
    store: Store,
    *,
    jobs: int = 0,
    cancelled: Cancelled = lambda: False,
) -> Terms:
    """last_year: a report, or a folder with those of all units. Raises GoujiError where it cannot be read."""
    if last_year is None:
        return Terms(profile).sealed()
    if not is_folder(last_year):
        return Terms(profile, last_year_of(open_report(last_year))).sealed()
    files = list(report_files([last_year]))
    rows = run(files, Terms().sealed(), store, jobs=jobs, cancelled=cancelled)
    earlier = sorted(
        (Earlier(row.unit, row.year, row.path) for row in rows if row.unit and row.state == "checked"),
        key=lambda each: str(each.path),
    )
    return Terms(profile, earlier=tuple(earlier)).sealed()


def profile_for_all(chosen: Path | None, paths: Iterable[Path]) -> Profile | None:
    """The requirements in the file chosen, else in that of a folder given; they hold for all below it.

    Raises ProfileError.
    """
    beside = (folder / FILE_NAME for folder in paths if is_folder(folder))
    path = chosen or next((path for path in beside if path.is_file()), None)
    return None if path is None else load(path)


def superiors_record(path: Path, terms: Terms) -> Mapping[str, Any]:
    """The record of the superior's own report. Raises GoujiError where there is nothing to compare."""
    found = record_of(path, read(path), terms)
    if found["state"] != "checked":
        raise SaveError(found.get("error") or f"“{path.name}”里没有可以核对的表格，不能与合计比较。")
    return found
