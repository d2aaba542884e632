"""A passage cut into sentences and clauses, with the numbers that stand in them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from core.prose.numbers import Number, number

_CUTS = r"(?P<cut>[,;:()。!?])"
_LISTED = "、"
_END = "。!?"


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
    return re.compile(f"{numbers}{_LISTED}?|{_CUTS}")


def sentences(text: str, scan: re.Pattern[str]) -> Iterator[list[Clause]]:
    """Clauses by sentence. A 、 behind a number ends a clause too (予以公开2件、部分公开5件)."""
    clauses: list[Clause] = []
    clause = Clause(0, "")

    def end(at: int, sign: str) -> Clause:
        clause.end, clause.closed = at, sign
        clauses.append(clause)
        return Clause(at + len(sign), sign)

    for match in scan.finditer(text):
        sign = match["cut"]
        if sign is None:
            if (found := number(match)) is not None:
                clause.numbers.append(found)
            if match[0].endswith(_LISTED):
                clause = end(match.end() - 1, _LISTED)
            continue
        clause = end(match.start(), sign)
        if sign in _END:
            yield clauses
            clauses = []
    end(len(text), "")
    yield clauses
