"""A statutory table as a repairer sees it: numbered cells, their neighbours, and the totals they feed.

Everything follows from the form's headings and equations; no row or column is known by name.
"""

from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from core.forms import Equation, TableForm


@dataclass(frozen=True)
class Grid:
    """Cells by number, in the form's order, with the roles that the equations give them.

    place: (row, column) of each cell; rows are numbered across sections.
    row_total: for a part of a ``sum`` rule the number of its total.
    column_total: for a part of a ``closed`` rule the number of its total.
    totals: the cells that some ``sum`` or ``closed`` rule reckons from others.
    """

    ids: tuple[str, ...]
    place: tuple[tuple[int, int], ...]
    row_total: dict[int, int]
    column_total: dict[int, int]
    totals: frozenset[int]

    @cached_property
    def number(self) -> dict[str, int]:
        return {cell: i for i, cell in enumerate(self.ids)}

    @cached_property
    def right_pairs(self) -> tuple[tuple[int, int], ...]:
        """Every cell with the one on its right."""
        inside = pairwise(range(len(self.ids)))
        return tuple((a, b) for a, b in inside if self.place[a][0] == self.place[b][0])

    @cached_property
    def down_pairs(self) -> tuple[tuple[int, int], ...]:
        """Every cell with the one below it."""
        at = {place: i for i, place in enumerate(self.place)}
        below = ((i, at.get((row + 1, column))) for i, (row, column) in enumerate(self.place))
        return tuple((a, b) for a, b in below if b is not None)

    @cached_property
    def neighbours(self) -> tuple[tuple[int, ...], ...]:
        """The cells beside, above and below each cell."""
        near: list[list[int]] = [[] for _ in self.ids]
        for a, b in self.right_pairs + self.down_pairs:
            near[a].append(b)
            near[b].append(a)
        return tuple(tuple(cells) for cells in near)


def grid_of(table: TableForm) -> Grid:
    """Number the cells of ``table`` and read their roles from its equations."""
    ids = tuple(table.cells)
    number = {cell: i for i, cell in enumerate(ids)}
    row_total, column_total = (_parts(table.equations, form, number) for form in ("sum", "closed"))
    totals = frozenset((*row_total.values(), *column_total.values()))
    return Grid(ids, _places(table), row_total, column_total, totals)


def _places(table: TableForm) -> tuple[tuple[int, int], ...]:
    places: list[tuple[int, int]] = []
    first_row = 0
    for section in table.sections:
        rows, columns = len(section.row_leaves), len(section.column_leaves)
        places += [(first_row + r, c) for r in range(rows) for c in range(columns)]
        # A gap keeps the last row of one section from being the neighbour of the next section's first.
        first_row += rows + 1
    return tuple(places)


def _parts(equations: tuple[Equation, ...], form: str, number: dict[str, int]) -> dict[int, int]:
    """Part → total for the rules of one form; their left side is the total alone."""
    return {number[part]: number[e.left[0]] for e in equations if e.form == form for part in e.right}
