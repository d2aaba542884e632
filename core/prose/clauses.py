"""A passage cut into sentences and clauses, with the numbers that stand in them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from core.prose.numbers import FIRST, Number, number

_CUTS = ",;:()"
_LISTED = "、"
_END = re.compile(r"[。!?.](?:(?<=[。!?])|(?!\d))")


@dataclass(slots=True)
class Clause:
    """``text[start:end]`` up to a comma or the like; opened, closed: the signs at its ends."""

    start: int
    opened: str
    end: int = 0
    closed: str = ""
    numbers: list[Number] = field(default_factory=list)


def scanner(numbers: str) -> re.Pattern[str]:
    """Finds numbers and the signs that end clauses, so that a thousands separator ends none."""
    return re.compile(rf"[{FIRST}{_CUTS}](?:(?<=[{_CUTS}])|{numbers}{_LISTED}?)")


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each sentence, the sign that ends it left out."""
    start = 0
    for match in _END.finditer(text):
        yield start, match.start()
        start = match.end()
    yield start, len(text)


def clauses(text: str, start: int, stop: int, scan: re.Pattern[str]) -> Iterator[Clause]:
    """The clauses of a sentence. A 、 behind a number ends a clause too (予以公开2件、部分公开5件)."""
    clause = Clause(start, "")
    for match in scan.finditer(text, start, stop):
        sign = match[0]
        if match.lastgroup is not None:
            if (found := number(match)) is not None:
                clause.numbers.append(found)
            if not sign.endswith(_LISTED):
                continue
            sign = _LISTED
        at = match.end() - 1
        clause.end, clause.closed = at, sign
        yield clause
        clause = Clause(at + len(sign), sign)
    clause.end = stop
    yield clause
