"""One report checked, as data that can be remembered and sent between processes.

A record is the object of ``gouji check --json`` (interfaces.md §4) with a few fields more, see ``EXTRA``.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from core.batch.terms import Terms
from core.errors import GoujiError, ReadError
from core.history import LastYear, misfit
from core.jsonlines import as_json, unreadable_as_json
from core.office.opening import from_bytes
from core.reading import read_bytes
from core.review import Review
from core.sidecar import load as load_sidecar
from core.sitting import usable
from core.suggest import answer, question

State = Literal["checked", "blank", "no_tables", "unreadable"]
EXTRA = ("state", "told", "doubt")
"""state: of the file, see Row. told: paragraphs of part one. doubt: about last year's report, if any."""
NOT_USED = "没有用它核对；请给出上年的报告。"
_LONGEST_TOLD = 60_000


@dataclass(frozen=True, slots=True)
class Row:
    """A checked file in a list of many; the rest of its record is looked up by ``key``.

    state: ``checked``; ``blank`` (tables without a number); ``no_tables``; ``unreadable`` (see ``error``).
    kinds: ids of the checks that found something. late: that it was signed after the deadline, in one
    sentence, else empty. is_remembered: nothing was done, the result was there. waits: kind of an old
    document (``formats.old``) that must be converted first.
    """

    path: Path
    key: str
    state: State
    error: str = ""
    unit: str | None = None
    year: int | None = None
    edition: str | None = None
    errors: int = 0
    warnings: int = 0
    advices: int = 0
    kinds: tuple[str, ...] = ()
    late: str = ""
    is_remembered: bool = False
    waits: str = ""


def record_of(path: Path, data: bytes, terms: Terms) -> dict[str, Any]:
    """Check a report and tell all there is to tell of it; a file that cannot be read gives a record too."""
    try:
        review = _review(path, data, terms)
    except GoujiError as error:
        return unread_record(path, str(error))
    except MemoryError:
        return unread_record(path, f"“{path.name}”打不开：文件太大，内存不够。")
    problems = answer(question(review)) if review.count.error else ()
    return {
        **as_json(path, review, problems),
        "state": _state(review),
        "told": _told(review),
        "doubt": _doubt(review, terms.last_year),
    }


def unread_record(path: Path, error: str) -> dict[str, Any]:
    """The record of a file that cannot be read. error: which file, why, what to do."""
    return {**unreadable_as_json(path, error), "state": "unreadable", "told": [], "doubt": ""}


def review_of_file(path: Path, terms: Terms) -> Review:
    """A report opened under the terms of a run. Raises GoujiError."""
    return _review(path, read(path), terms)


def _review(path: Path, data: bytes, terms: Terms) -> Review:
    try:
        report = from_bytes(data, path)
    except ReadError as error:
        raise ReadError(f"“{path.name}”打不开：{error}。") from None
    try:
        remembered = load_sidecar(path)
    except ReadError:
        remembered = ()
    last = usable(report, terms.last_year_of(report))
    return Review(report, last, terms.profile_of(path), remembered)


def _state(review: Review) -> State:
    if not review.forms:
        return "no_tables"
    return "checked" if review.has_numbers else "blank"


def _doubt(review: Review, given: LastYear | None) -> str:
    """What must be said of the report given as last year's; one of another year was not used."""
    odd = misfit(review.report.year, review.report.unit, given) if given else None
    if odd is None:
        return ""
    used = review.last_year is not None
    return f"{odd.what}，" + ("跨年核对的结果只供参考。" if used else NOT_USED)


def _told(review: Review) -> list[str]:
    """What the report tells of the year's work, for comparing it with others."""
    part = review.narrative.outline.part(1)
    lines = list(review.narrative.lines[part.first : part.last]) if part else []
    return lines if sum(map(len, lines)) <= _LONGEST_TOLD else []


def row_of(path: Path, key: str, record: Mapping[str, Any], *, is_remembered: bool = False) -> Row:
    """The line of a list that stands for a record. What has none of the tables is most likely no report: what
    its headings and dates lack is not counted.
    """
    found = [] if record["state"] == "no_tables" else record["findings"]
    severities = [finding["severity"] for finding in found]
    return Row(
        path=path,
        key=key,
        state=record["state"],
        error=record.get("error", ""),
        unit=record["unit"],
        year=record["year"],
        edition=record["edition"],
        errors=severities.count("error"),
        warnings=severities.count("warning"),
        advices=severities.count("advice"),
        kinds=tuple(dict.fromkeys(f["catalogue"] or f["rule"] for f in found)),
        late=next((f["message"] for f in found if _is_late(f)), ""),
        is_remembered=is_remembered,
    )


def _is_late(finding: Mapping[str, Any]) -> bool:
    """Of what E16 says about signatures only a date past the deadline expects another one."""
    return finding["rule"] == "E16" and finding["expected"] is not None


def unread_row(path: Path, error: str) -> Row:
    """A file of which not even the bytes could be had."""
    return Row(path, "", "unreadable", error)


def read(path: Path) -> bytes:
    """The file's bytes. Raises ReadError: which file, why, and what to do."""
    try:
        return read_bytes(path)
    except ReadError as error:
        raise ReadError(f"“{path.name}”打不开：{error}。") from None
