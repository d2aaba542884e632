"""How large each figure of a report may be expected to be, before its own cell is looked at.

A negative binomial for every inner cell: the report's size times the usual share of the cell's row and
column, the shares being corrected by what the rest of the row and column shows.
"""

from collections.abc import Callable, Mapping, Sequence
from math import lgamma, log

from core.forms import TableForm
from core.repair.grid import Grid

_SHAPE = 1.5
_LARGEST = 10**15  # keeps lgamma within floats

_ROW_SHARES: Mapping[str, float] = {
    "granted": 0.45,
    "unable.not_held": 0.22,
    "partial": 0.08,
    "other": 0.06,
    "other.misc": 0.06,
    "refused.inquiry": 0.03,
    "declined.petition": 0.03,
    "unable.unclear": 0.02,
    "other.no_correction": 0.02,
    "declined.duplicate": 0.015,
    "new": 1.0,
    "carried_in": 0.04,
    "carried_out": 0.04,
}
_COLUMN_SHARES: Mapping[str, float] = {"natural": 0.88, "business": 0.07}
_OUTCOME_SHARES: Mapping[str, float] = {"upheld": 0.55}
_RARE_ROW, _RARE_COLUMN, _RARE_OUTCOME = 0.01, 0.0125, 0.15

LogChance = Callable[[int, int], float]
"""(cell number, figure) → log of its probability up to a constant that does not depend on the figure."""


def expectation(table: TableForm, grid: Grid, values: Sequence[int]) -> LogChance:
    """The prior of every inner cell of ``table``, given the figures as they stand."""
    means = _outcome_means(grid, values) if not grid.column_total else _request_means(table, grid, values)
    memory: dict[tuple[int, int], float] = {}

    def log_chance(cell: int, figure: int) -> float:
        key = (cell, figure)
        if key not in memory:
            memory[key] = _negative_binomial(min(figure, _LARGEST), means[cell])
        return memory[key]

    return log_chance


def _negative_binomial(x: int, mean: float) -> float:
    full = _SHAPE + mean
    return lgamma(x + _SHAPE) - lgamma(x + 1.0) + x * log(mean / full) + _SHAPE * log(_SHAPE / full)


def _outcome_means(grid: Grid, values: Sequence[int]) -> list[float]:
    """A table of separate groups: the smaller of each group's total and the sum of its parts, shared out."""
    parts: dict[int, list[int]] = {}
    for part, total in grid.row_total.items():
        parts.setdefault(total, []).append(part)
    means = [0.3] * len(values)
    for total, cells in parts.items():
        size = min(values[total], sum(values[c] for c in cells))
        for cell in cells:
            share = _OUTCOME_SHARES.get(grid.ids[cell].rsplit(".", 1)[-1], _RARE_OUTCOME)
            means[cell] = max(0.3, min(size, _LARGEST) * share)
    return means


def _request_means(table: TableForm, grid: Grid, values: Sequence[int]) -> list[float]:
    size = min(_size(table, grid, values), _LARGEST)
    means = []
    for place in table.cells.values():
        row = _ROW_SHARES.get(str(place.row.id), _RARE_ROW)
        column = _COLUMN_SHARES.get(str(place.column.id), _RARE_COLUMN)
        means.append(max(0.02, size * row * column))
    return means


def _size(table: TableForm, grid: Grid, values: Sequence[int]) -> int:
    """How many requests the report is about.

    The second smallest of four ways to count, so that one wrong figure cannot blow it up nor make it vanish.
    """
    grand: list[int] = []
    split = [0, 0]
    for equation in table.equations:
        if equation.form != "balance":
            continue
        sides = [sum(values[grid.number[c]] for c in side) for side in (equation.left, equation.right)]
        if grid.number[equation.left[0]] in grid.row_total:
            split = [total + side for total, side in zip(split, sides, strict=True)]
        else:
            grand += sides
    counts = sorted(max(count, 0) for count in grand + split)
    return counts[1] if len(counts) > 1 else sum(counts)
