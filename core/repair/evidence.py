"""What the prose and last year's report say about the figures, and how far a repair may contradict them.

Soft evidence only breaks ties: prose may itself be wrong, and it may have been copied from the very table
that is wrong. Agreement with a suspect figure therefore hardly speaks for it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import exp, log
from typing import Literal

from core.repair.grid import Grid
from core.repair.wrong_digits import typing_cost

Reading = tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Evidence:
    """A number found outside the table that some of its cells should add up to.

    key: the caller's own name for it, handed back in ``Repair.evidence``.
    cells: cell ids with +1 or -1; their signed sum should be ``value``.
    source: ``prose`` (this report's own sentences) or ``last_year`` (last year's report).
    alternatives: other readings of the same number (收到 N 件 may or may not include 上年结转); the number
        is borne out where any reading holds.
    """

    key: str
    cells: Reading
    value: int
    source: Literal["prose", "last_year"]
    alternatives: tuple[Reading, ...] = ()


_COPIED = 0.25  # prose taken from a table that was wrong already
_WRONG_NUMBER = (3.0, 6.0)  # range of the cost of one wrong number in prose, by likeness
_NOT_COPIED = 4.0  # one number that the table does not bear out, were the prose copied from it
_LAST_YEAR, _FURTHER = 3.7, 3.0

_Readings = tuple[tuple[tuple[int, int], ...], ...]


@dataclass(frozen=True, slots=True)
class _Item:
    """Evidence in cell numbers. seen: the table as it stands bears it out."""

    key: str
    source: str
    value: int
    readings: _Readings
    cells: frozenset[int]
    seen: bool

    def gap(self, values: Sequence[int]) -> int:
        """Distance of the nearest reading; 0 where the number is borne out."""
        return _gap(self.readings, self.value, values)


class Witnesses:
    """All evidence that can be held against one table; costs are in nats and never negative."""

    def __init__(
        self, evidence: Sequence[Evidence], grid: Grid, missing: frozenset[str], values: Sequence[int]
    ) -> None:
        items = [item for e in evidence if (item := _item(e, grid, missing, values)) is not None]
        self._prose = [item for item in items if item.source == "prose"]
        self._last_year = [item for item in items if item.source == "last_year"]

    def cost(self, values: Sequence[int]) -> float:
        """How much what is known otherwise speaks against ``values`` being right."""
        return self._prose_cost(values) + self._last_year_cost(values)

    def supporting(self, changed: Mapping[int, int], values: Sequence[int]) -> tuple[str, ...]:
        """Keys of the evidence about changed cells that holds with ``values``, the changes included."""
        items = self._prose + self._last_year
        return tuple(i.key for i in items if i.cells & changed.keys() and i.gap(values) == 0)

    def overturned(self, changed: Mapping[int, int], values: Sequence[int]) -> bool:
        """Whether some evidence contradicts the table as it stands and holds with ``values``."""
        items = self._prose + self._last_year
        return any(i.cells & changed.keys() and not i.seen and i.gap(values) == 0 for i in items)

    def _prose_cost(self, values: Sequence[int]) -> float:
        """Either every number was taken from the truth, or every number was taken from this table."""
        if not self._prose:
            return 0.0
        own = log(1 - _COPIED) - sum(self._misprint(item, item.gap(values)) for item in self._prose)
        copied = log(_COPIED) - sum(_NOT_COPIED if not item.seen else 0.0 for item in self._prose)
        return -_log_sum(own, copied)

    @staticmethod
    def _misprint(item: _Item, gap: int) -> float:
        if gap == 0:
            return 0.0
        written = max(item.value, 0)
        least, most = _WRONG_NUMBER
        return min(max(typing_cost(written, max(item.value + gap, 0)), least), most)

    def _last_year_cost(self, values: Sequence[int]) -> float:
        """A column and the total that differ by the same amount are one disagreement."""
        gaps = {gap for item in self._last_year if (gap := item.gap(values))}
        return _LAST_YEAR + _FURTHER * (len(gaps) - 1) if gaps else 0.0


def _log_sum(a: float, b: float) -> float:
    high, low = max(a, b), min(a, b)
    return high + log(1 + exp(low - high))


def _gap(readings: _Readings, value: int, values: Sequence[int]) -> int:
    sums = (sum(sign * values[cell] for cell, sign in reading) for reading in readings)
    return min((total - value for total in sums), key=abs)


def _item(evidence: Evidence, grid: Grid, missing: frozenset[str], values: Sequence[int]) -> _Item | None:
    """The readings whose cells are all known in this table; None where there is none."""
    readings = tuple(
        tuple((grid.number[cell], sign) for cell, sign in reading)
        for reading in (evidence.cells, *evidence.alternatives)
        if reading and all(cell in grid.number and cell not in missing for cell, _ in reading)
    )
    if not readings:
        return None
    return _Item(
        evidence.key,
        evidence.source,
        evidence.value,
        readings,
        frozenset(cell for reading in readings for cell, _ in reading),
        _gap(readings, evidence.value, values) == 0,
    )
