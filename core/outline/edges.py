"""What stands before the first part and behind the last: title, signature, leavings of a web page."""

from collections.abc import Sequence
from typing import NamedTuple

from core.findings import Place
from core.outline.lines import bare, reach, whole
from core.outline.words import words

_SIGNATURE = 40
_LAST_LINES = 6
_TITLE_ROWS = 3


class Closing(NamedTuple):
    """first: paragraph it begins with. unit, date: where they stand, None where they are missing."""

    first: int
    unit: Place | None = None
    date: Place | None = None


def title(lines: Sequence[str], end: int) -> tuple[Place, ...]:
    """The lines of the title among the first few before ``end``; a unit's name on a line of its own is one.

    Empty if there is none.
    """
    known = words()
    rows = [bare(line) for line in lines[: min(end, known.title_lines)]]
    for last in range(len(rows)):
        for first in range(last, max(last - _TITLE_ROWS, -1), -1):
            if not known.title_line.fullmatch(rows[first]):
                break
            said = "".join(rows[first : last + 1])
            if known.title.search(said):
                below = last + 1 < len(rows) and known.title_below.fullmatch(rows[last + 1]) is not None
                return tuple(
                    whole(lines[n], n) for n in range(_unit_above(rows, first, said), last + 1 + below)
                )
    return ()


def _unit_above(rows: Sequence[str], first: int, said: str) -> int:
    """The first line of a title that begins with the year on line ``first``: whose it is stands above."""
    known = words()
    if known.title_year.match(said):
        while first and known.title_unit.fullmatch(rows[first - 1]) and not _is_leaving(rows[first - 1]):
            first -= 1
    return first


def tail(lines: Sequence[str], start: int, end: int) -> int:
    """First paragraph from ``start`` on that a web page left behind the report; ``end`` if none did."""
    return next((n for n in range(start, end) if is_leaving(lines[n])), end)


def is_leaving(line: str) -> bool:
    """Whether a line belongs to the web page a report was copied from (备案号, 扫一扫, 打印本页)."""
    return len(line) <= words().longest_tail and _is_leaving(bare(line))


def _is_leaving(text: str) -> bool:
    return words().tail.match(text) is not None


def closing(lines: Sequence[str], start: int, end: int) -> Closing:
    """The signature between ``start`` and ``end``: unit and date on lines of their own, or on one."""
    known = words()
    for n in range(start, end):
        text = bare(lines[n]) if len(lines[n]) <= 3 * _SIGNATURE else ""
        if known.date.fullmatch(text):
            unit = next((u for u in (n - 1, n + 1) if start <= u < end and _is_unit(lines[u])), None)
            first = n if unit is None else min(n, unit)
            return Closing(first, None if unit is None else whole(lines[unit], unit), whole(lines[n], n))
        both = known.unit_and_date.fullmatch(text)
        if both is not None:
            return Closing(n, *_parted(lines[n], n, len(both["unit"])))
    for n in range(end - 1, max(start, end - _LAST_LINES) - 1, -1):
        if _is_unit(lines[n]):
            return Closing(n, whole(lines[n], n))
    return Closing(end)


def _is_unit(line: str) -> bool:
    return len(line) <= 3 * _SIGNATURE and words().unit.fullmatch(bare(line)) is not None


def _parted(line: str, number: int, length: int) -> tuple[Place, Place]:
    """Unit and date on one line; ``length``: of the unit, without blanks."""
    start, end = whole(line, number)[1:]
    between = reach(line, start, length)
    date = between + len(line[between:]) - len(line[between:].lstrip())
    return Place(number, start, between), Place(number, date, end)
