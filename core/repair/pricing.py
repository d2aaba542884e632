"""What a slip costs: −log of how likely it is that this slip, by this amount, spoilt this table, in nats."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from core.forms import TableForm
from core.repair.expected import expectation
from core.repair.slips import Kind
from core.repair.system import Operation, System
from core.repair.wrong_digits import stale_cost, typing_cost

CHEAPEST = 1.0
_DIGITS = 0.8  # how far digit likeness and lag are trusted
_PRIOR_RANGE = (-3.5, 5.0)
_ODD_BLANK = 2.5  # a blank where every other zero is written out
_NEGATIVE = 0.5  # a figure that cannot stand as it is


@dataclass(frozen=True, slots=True)
class Price:
    """Base cost of a family of slips.

    like: the first cell's old and new figure resemble each other, or (None) only the lag counts.
    to_zero: base when the true figure is 0, the lag deciding; None where that makes no difference.
    floor: about the least that a slip of the family costs; guides the search.
    """

    base: float
    like: bool
    to_zero: float | None
    floor: float


PRICES: Mapping[Kind, Price] = {
    "cell": Price(3.7, True, 6.3, 4.3),
    "row_pair": Price(4.8, True, 9.5, 5.4),
    "total_pair": Price(4.2, False, None, 4.8),
    "column_pair": Price(5.3, True, 9.0, 6.0),
    "quad": Price(5.0, True, 9.5, 5.6),
    "late_three": Price(5.8, False, None, 6.3),
    "late_pair": Price(6.5, False, None, 7.0),
    "move": Price(7.9, False, None, 4.4),
    "move_pair": Price(9.4, False, None, 5.9),
}
_TOTAL = 3.8
_COPIED_NEIGHBOUR = 6.0
_EXCHANGE, _EXCHANGE_WITH_ZERO = 4.8, 4.4
_WITH_TOTALS = 1.5
_INTO_OWN_TOTAL = 2.0


class Pricing:
    """Prices the operations of one system on one table.

    values: the figures as they stand, by cell number. texts: what is written, where it is known.
    fixed: cell numbers that must not change. Every price is reckoned once.
    """

    def __init__(
        self,
        table: TableForm,
        system: System,
        values: Sequence[int],
        texts: Mapping[str, str],
        fixed: frozenset[int] = frozenset(),
    ) -> None:
        self._grid = system.grid
        self._values = values
        self._fixed = fixed
        self._log_chance = expectation(table, system.grid, values)
        self._odd = _odd_blanks(system, values, texts)
        self._memory: dict[tuple[int, int], float | None] = {}

    def cost(self, operation: Operation, amount: int) -> float | None:
        """Cost of ``operation`` by ``amount``; None where a figure would become negative or is fixed."""
        key = (operation.index, amount)
        if key not in self._memory:
            self._memory[key] = self._reckon(operation, amount)
        return self._memory[key]

    def _reckon(self, operation: Operation, amount: int) -> float | None:
        cells = operation.slip.cells
        for cell, sign in cells:
            if self._values[cell] + sign * amount < 0 or cell in self._fixed:
                return None
        kind = operation.slip.kind
        if kind in ("move", "move_pair"):
            base = self._move(operation, amount)
        elif kind == "cell":
            base = self._single(cells[0][0], amount)
        else:
            base = self._compound(PRICES[kind], cells[0][0], amount)
        return max(CHEAPEST, base + self._surprise(operation, amount))

    def _single(self, cell: int, amount: int) -> float:
        seen = self._values[cell]
        true = seen + amount
        if seen < 0:
            return _NEGATIVE + _DIGITS * typing_cost(-seen, true) if true != -seen else _NEGATIVE
        costs = [self._typed(PRICES["cell"], seen, true)]
        if cell in self._odd:
            costs[0] -= _ODD_BLANK
        if cell in self._grid.totals:
            costs.append(_TOTAL + _DIGITS * stale_cost(amount))
        if any(self._values[near] == seen for near in self._grid.neighbours[cell]):
            costs.append(_COPIED_NEIGHBOUR)
        return min(costs)

    def _compound(self, price: Price, cell: int, amount: int) -> float:
        if not price.like:
            return price.base + _DIGITS * stale_cost(amount)
        return self._typed(price, abs(self._values[cell]), self._values[cell] + amount)

    @staticmethod
    def _typed(price: Price, seen: int, true: int) -> float:
        if true == 0 and price.to_zero is not None:
            return price.to_zero + _DIGITS * stale_cost(seen)
        return price.base + _DIGITS * typing_cost(seen, true)

    def _move(self, operation: Operation, amount: int) -> float:
        (a, _), (b, _) = operation.slip.cells[:2]
        seen_a, seen_b = self._values[a], self._values[b]
        if seen_a + amount != seen_b:
            cost = PRICES["move"].base + _DIGITS * stale_cost(amount)
        else:
            cost = _EXCHANGE if seen_a and seen_b else _EXCHANGE_WITH_ZERO
        cost += _WITH_TOTALS if operation.slip.kind == "move_pair" else 0.0
        return cost + (_INTO_OWN_TOTAL if operation.slip.dear else 0.0)

    def _surprise(self, operation: Operation, amount: int) -> float:
        """How much less expected the inner cells' new figures are than those that stand there."""
        least, most = _PRIOR_RANGE
        total = 0.0
        for cell, sign in operation.slip.cells:
            if cell not in self._grid.totals:
                seen = self._values[cell]
                total += self._log_chance(cell, max(seen, 0)) - self._log_chance(cell, seen + sign * amount)
        return min(max(total, least), most)


def _odd_blanks(system: System, values: Sequence[int], texts: Mapping[str, str]) -> frozenset[int]:
    """Zero cells left blank in a table whose zeros are otherwise written."""
    zeros = [i for i, cell in enumerate(system.grid.ids) if values[i] == 0 and cell in texts]
    blank = [i for i in zeros if not texts[system.grid.ids[i]].strip()]
    return frozenset(blank) if 0 < 4 * len(blank) <= len(zeros) else frozenset()
