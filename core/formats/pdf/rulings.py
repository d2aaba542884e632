"""Ruling lines as a reader sees them: pieces put together, and those that cross gathered into frames."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from core.formats.pdf.shapes import Box, Rule

NEAR = 3.0
"""Points two lines may lie apart and still be one (a double line), or end short of the line they meet."""
_GAP = 4.0
"""Points between the dots or dashes of one line."""
_MOST = 1_200
"""Lines of a page; a drawing, not a table, has more."""


class Frame(NamedTuple):
    """Lines that hang together, and the rectangle around them."""

    across: tuple[Rule, ...]
    down: tuple[Rule, ...]

    @property
    def box(self) -> Box:
        tops = [*(r.at for r in self.across), *(r.start for r in self.down), *(r.end for r in self.down)]
        lefts = [*(r.at for r in self.down), *(r.start for r in self.across), *(r.end for r in self.across)]
        return Box(min(lefts), min(tops), max(lefts), max(tops))


def frames(across: Iterable[Rule], down: Iterable[Rule]) -> list[Frame]:
    """The frames of a page, from top to bottom. A line that meets no other belongs to none."""
    lying, standing = _whole(across), _whole(down)
    if len(lying) + len(standing) > _MOST:
        return []
    groups = _Groups(len(lying) + len(standing))
    for one, first in enumerate(lying):
        for other, second in enumerate(standing, len(lying)):
            if _meet(first, second):
                groups.join(one, other)
    found: dict[int, tuple[list[Rule], list[Rule]]] = {}
    for number in range(len(lying) + len(standing)):
        both = found.setdefault(groups.of(number), ([], []))
        if number < len(lying):
            both[0].append(lying[number])
        else:
            both[1].append(standing[number - len(lying)])
    made = [Frame(tuple(one), tuple(other)) for one, other in found.values() if one and other]
    return sorted(made, key=lambda frame: frame.box.top)


def places(values: Iterable[float], near: float = NEAR) -> list[float]:
    """Numbers that lie close together taken as one, in order."""
    groups: list[list[float]] = []
    for value in sorted(values):
        if groups and value - groups[-1][-1] <= near:
            groups[-1].append(value)
        else:
            groups.append([value])
    return [sum(group) / len(group) for group in groups]


def covered(rules: Sequence[Rule], start: float, end: float) -> float:
    """Which part of a stretch these lines cover, 0 to 1."""
    total = sum(max(0.0, min(rule.end, end) - max(rule.start, start)) for rule in rules)
    return total / (end - start)


def _whole(rules: Iterable[Rule]) -> list[Rule]:
    """Pieces of one line put together."""
    rows: list[list[Rule]] = []
    for rule in sorted(rules):
        if rows and rule.at - rows[-1][-1].at <= NEAR:
            rows[-1].append(rule)
        else:
            rows.append([rule])
    return [whole for row in rows for whole in _along(row)]


def _along(row: list[Rule]) -> list[Rule]:
    at = sum(rule.at for rule in row) / len(row)
    found: list[Rule] = []
    for rule in sorted(row, key=lambda r: r.start):
        if found and rule.start - found[-1].end <= _GAP:
            found[-1] = Rule(at, found[-1].start, max(found[-1].end, rule.end))
        else:
            found.append(Rule(at, rule.start, rule.end))
    return found


def _meet(lying: Rule, standing: Rule) -> bool:
    return (
        lying.start - NEAR <= standing.at <= lying.end + NEAR
        and standing.start - NEAR <= lying.at <= standing.end + NEAR
    )


class _Groups:
    """Which lines hang together."""

    def __init__(self, count: int) -> None:
        self._above = list(range(count))

    def of(self, number: int) -> int:
        while self._above[number] != number:
            self._above[number] = self._above[self._above[number]]
            number = self._above[number]
        return number

    def join(self, one: int, other: int) -> None:
        self._above[self.of(one)] = self.of(other)
