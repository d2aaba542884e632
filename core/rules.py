"""Linear equations over cells, kept up to date as cells change.

A blank counts as 0; an equation with a cell that is missing or no number is not judged (interfaces.md §5).
"""

from collections.abc import Iterable, Mapping
from copy import copy
from dataclasses import dataclass
from typing import Literal

from core.forms import Equation, TableForm
from core.numerals import Number, Reading

Verdict = Literal["holds", "broken", "unjudged"]


@dataclass(frozen=True, slots=True)
class Judgement:
    """One equation's outcome with both sides; the sides are None where it was not judged."""

    equation: Equation
    verdict: Verdict
    left: Number | None = None
    right: Number | None = None


class Ledger:
    """The equations of the tables found, judged incrementally.

    readings: cell id → what its text says. Cells that the document does not have are absent.
    """

    def __init__(self, forms: Iterable[TableForm], readings: Mapping[str, Reading]) -> None:
        self._values = {cell: reading.arithmetic for cell, reading in readings.items()}
        self.equations = tuple(equation for form in forms for equation in form.equations)
        self._of_cell: dict[str, list[int]] = {}
        for number, equation in enumerate(self.equations):
            for cell in equation.cells:
                self._of_cell.setdefault(cell, []).append(number)
        self._judgements = [self._judge(equation) for equation in self.equations]

    def set(self, cell: str, reading: Reading) -> None:
        """Change one cell; only the equations it takes part in are judged again."""
        self._values[cell] = reading.arithmetic
        for number in self._of_cell.get(cell, ()):
            self._judgements[number] = self._judge(self.equations[number])

    def with_readings(self, readings: Mapping[str, Reading]) -> "Ledger":
        """The same equations as they would be judged if these cells said this."""
        tried = copy(self)
        tried._values, tried._judgements = dict(self._values), list(self._judgements)
        for cell, reading in readings.items():
            tried.set(cell, reading)
        return tried

    @property
    def broken(self) -> tuple[Judgement, ...]:
        return tuple(j for j in self._judgements if j.verdict == "broken")

    @property
    def judgements(self) -> tuple[Judgement, ...]:
        return tuple(self._judgements)

    def equations_of(self, cell: str) -> tuple[Judgement, ...]:
        """The judgements of the equations a cell takes part in."""
        return tuple(self._judgements[number] for number in self._of_cell.get(cell, ()))

    def _judge(self, equation: Equation) -> Judgement:
        left, right = self._sum(equation.left), self._sum(equation.right)
        if left is None or right is None:
            return Judgement(equation, "unjudged")
        return Judgement(equation, "holds" if left == right else "broken", left, right)

    def _sum(self, cells: tuple[str, ...]) -> Number | None:
        total: Number = 0
        for cell in cells:
            value = self._values.get(cell)
            if value is None:
                return None
            total += value
        return total
