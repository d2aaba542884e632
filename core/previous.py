"""Finds last year's report beside this year's, by year and unit."""

import re
from collections.abc import Iterator
from pathlib import Path

from core.errors import ReadError
from core.filenames import BACKUP
from core.files import Report, open_report
from core.folders import is_readable_name
from core.history import LastYear, figures, misfit
from core.narrative import Narrative
from core.paths import is_elsewhere

_YEAR = re.compile(r"20[0-4]\d")
_MOST_READ = 8
_LARGEST = 16 * 1024 * 1024
"""Bytes; a larger file is not looked into unasked."""


def last_year_of(report: Report) -> LastYear:
    """A report as last year's."""
    texts = {
        cell: raw.text
        for table in report.recognition.tables.values()
        for cell, raw in table.cells.items()
        if not raw.unknown
    }
    lines = tuple(paragraph.text for paragraph in report.paragraphs)
    edition = report.recognition.edition
    narrative = Narrative(lines, report.tabular, edition, report.year)
    return LastYear(figures(texts), edition, report.year, report.unit, report.path.name, texts, narrative)


def find_last_year(report: Report) -> Report | None:
    """Last year's report of the same unit, in the report's folder or in last year's folder beside or below
    it; None where none is certain. Reads a few files at most; never raises.
    """
    if report.year is None:
        return None
    for path in _candidates(report.path, report.year)[:_MOST_READ]:
        try:
            other = open_report(path)
        except ReadError:
            continue
        if _is_it(report, other):
            return other
    return None


def _is_it(report: Report, other: Report) -> bool:
    """Certain enough to be taken unasked: the year before, and either the same unit or the same file name."""
    assert report.year is not None
    if other.year != report.year - 1 or not other.recognition.tables:
        return False
    if report.unit and other.unit:
        return misfit(report.year, report.unit, last_year_of(other)) is None
    return _bare(report.path) == _bare(other.path)


def _candidates(path: Path, year: int) -> list[Path]:
    """Files whose name does not speak against it, those named like the report first."""
    found = {
        p: _rank(path, p, year) for folder in _folders(path.parent, year) for p in _reports(folder, path)
    }
    return sorted((p for p, rank in found.items() if rank is not None), key=lambda p: (found[p], p.name))


def _folders(folder: Path, year: int) -> Iterator[Path]:
    yield folder
    for parent in (folder, folder.parent):
        try:
            yield from sorted(p for p in parent.iterdir() if str(year - 1) in p.name and p.is_dir())
        except OSError:
            continue


def _reports(folder: Path, own: Path) -> Iterator[Path]:
    try:
        for path in folder.iterdir():
            if path != own and is_readable_name(path.name) and _is_small(path):
                yield path
    except OSError:
        return


def _is_small(path: Path) -> bool:
    """One that has to be fetched over a network first is not looked into unasked either."""
    return path.is_file() and path.stat().st_size <= _LARGEST and not is_elsewhere(path.stat())


def _rank(own: Path, other: Path, year: int) -> int | None:
    """0 named like the report but for the year; then names with last year; then without any; else None."""
    named = {int(y) for y in _YEAR.findall(other.stem)}
    if BACKUP in other.stem or (named and year - 1 not in named):
        return None
    if _bare(own) == _bare(other):
        return 0
    return 1 if named else 2


def _bare(path: Path) -> str:
    """The name without years, and without what marks a corrected copy."""
    return _YEAR.sub("", path.stem).replace("（已更正）", "")
