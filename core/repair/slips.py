"""Slips: what one moment's inattention does to a table, as changes of several cells by one amount.

A slip undone is a set of cells with signs and one unknown whole number d: every cell changes by sign·d.
Fellegi–Holt error localisation looks for the fewest wrong cells; clerks make the fewest *slips*, and one
slip may spoil up to four cells.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from core.repair.grid import Grid

Kind = Literal[
    "cell", "row_pair", "total_pair", "column_pair", "quad", "late_three", "late_pair", "move", "move_pair"
]


@dataclass(frozen=True, slots=True)
class Slip:
    """One way to slip.

    kind: which of the families below.
    cells: (cell number, sign); the first one is where the hand slipped, the others follow from it.
    dear: a move between a figure and its own row's total, which hardly happens.
    """

    kind: Kind
    cells: tuple[tuple[int, int], ...]
    dear: bool = False


def all_slips(grid: Grid) -> Iterator[Slip]:
    """Every slip the grid has room for, in a fixed order: the plainest families first."""
    yield from (Slip("cell", ((cell, 1),)) for cell in range(len(grid.ids)))
    for cell in range(len(grid.ids)):
        yield from _with_totals(grid, cell)
    for a, b in grid.right_pairs + grid.down_pairs:
        yield from _moves(grid, a, b)


def _with_totals(grid: Grid, cell: int) -> Iterator[Slip]:
    """A figure and the totals that were reckoned from it, or those totals without the figure."""
    row, column = grid.row_total.get(cell), grid.column_total.get(cell)
    inner = cell not in grid.totals
    if row is not None:
        yield Slip("row_pair" if inner else "total_pair", ((cell, 1), (row, 1)))
    if column is not None:
        yield Slip("column_pair" if inner else "late_pair", ((cell, 1), (column, 1)))
    if row is not None and column is not None:
        corner = grid.row_total[column]
        yield Slip("quad", ((cell, 1), (row, 1), (column, 1), (corner, 1)))
        yield Slip("late_three", ((row, 1), (column, 1), (corner, 1)))


def _moves(grid: Grid, a: int, b: int) -> Iterator[Slip]:
    """A figure written into the neighbouring cell, alone or together with the totals of both rows."""
    into_own_total = b in (grid.row_total.get(a), grid.column_total.get(a))
    yield Slip("move", ((a, 1), (b, -1)), into_own_total)
    total_a, total_b = grid.row_total.get(a), grid.row_total.get(b)
    if total_a is not None and total_b is not None and total_a != total_b:
        yield Slip("move_pair", ((a, 1), (b, -1), (total_a, 1), (total_b, -1)))
