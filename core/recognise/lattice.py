"""A raw table as a lattice of positions, and the leaf columns its heading rows name."""

from bisect import bisect_right
from typing import NamedTuple

from core.recognise.vocabulary import Words
from core.tables import RawCell, RawTable

_MOST_STRIPS = 100
"""Tables side by side that are told apart; a sheet has some three, a scattered one as many as columns."""
_WIDEST = 64
_BROKEN_OVER = 3


class Place(NamedTuple):
    """Where a leaf column stands: first grid column and width; and its heading as it stands."""

    start: int
    width: int
    text: str = ""


class Lattice:
    """rows: the cells that begin in each row, left to right. cover: position → the cell that covers it.

    width: number of its grid columns.
    """

    def __init__(self, table: RawTable) -> None:
        self.table = table
        numbers = sorted({cell.row for cell in table.cells})
        self.rows: dict[int, list[RawCell]] = {number: [] for number in numbers}
        self.cover: dict[tuple[int, int], RawCell] = {}
        last = numbers[-1] if numbers else 0
        for cell in table.cells:
            self.rows[cell.row].append(cell)
            if cell.row_span == cell.column_span == 1:
                self.cover.setdefault((cell.row, cell.column), cell)
                continue
            for row in range(cell.row, min(cell.row + cell.row_span, last + 1)):
                for column in range(cell.column, cell.column + min(cell.column_span, _WIDEST)):
                    self.cover.setdefault((row, column), cell)
        for cells in self.rows.values():
            cells.sort(key=lambda c: c.column)
        self.width = max((cell.column + cell.column_span for cell in table.cells), default=0)

    def strips(self) -> list[RawTable]:
        """The tables side by side on one sheet: parts between columns in which nothing stands."""
        used = sorted({column for (_, column), cell in self.cover.items() if cell.text})
        starts = [c for n, c in enumerate(used) if n == 0 or used[n - 1] < c - 1]
        if not used:
            return []
        starts = starts[:_MOST_STRIPS]
        strips: list[list[RawCell]] = [[] for _ in starts]
        for cell in self.table.cells:
            if starts[0] <= cell.column <= used[-1]:
                strips[bisect_right(starts, cell.column) - 1].append(cell)
        return [self.table._replace(cells=tuple(cells)) for cells in strips]

    def columns(self, rows: range) -> dict[int, list[RawCell]]:
        """The written cells over each grid column within ``rows``, from top to bottom."""
        stacks: dict[int, list[RawCell]] = {}
        cells = [c for r in rows for c in self.rows.get(r, ()) if c.text]
        first = min((c.column for c in cells), default=0)
        last = max((c.column + c.column_span for c in cells), default=0)
        for column in range(first, min(last, first + _WIDEST)):
            stack: list[RawCell] = []
            for row in rows:
                cell = self.cover.get((row, column))
                if cell is not None and cell.text and (not stack or stack[-1] is not cell):
                    stack.append(cell)
            if stack:
                stacks[column] = stack
        return stacks


def leaf_columns(lattice: Lattice, words: Words, section: int, rows: range) -> dict[str, Place]:
    """Which leaf columns of a section the heading rows name, and where.

    A heading counts only under groups the form puts it under. Where several leaves share a heading
    (结果维持 three times, or two headings cut off to 本年新), they are told apart by their groups, else
    by their order, and by order only when all leaves of the section are there.
    """
    taken: dict[str, Place] = {}
    by_order: set[str] = set()
    previous: tuple[RawCell, str] | None = None
    for column, stack in lattice.columns(rows).items():
        found = _leaf(stack, words, section)
        if found is None:
            previous = None
            continue
        cell, text, candidates = found
        if previous is not None and previous[0] is cell:
            place = taken[previous[1]]
            taken[previous[1]] = place._replace(width=place.width + 1)
            continue
        free = [c for c in candidates if c not in taken]
        previous = None
        if free:
            taken[free[0]] = Place(column, 1, text)
            previous = (cell, free[0])
            if len(candidates) > 1:
                by_order.add(free[0])
    complete = len(taken) == len(words.form.sections[section].column_leaves)
    return taken if complete else {leaf: p for leaf, p in taken.items() if leaf not in by_order}


def _leaf(stack: list[RawCell], words: Words, section: int) -> tuple[RawCell, str, list[str]] | None:
    """The lowest heading of a column that is a leaf, with its text; one broken over rows is put together."""
    groups = {g for cell in stack for g in words.groups.find(cell.text, cut=False)}
    for cut in (False, True):
        for end in range(len(stack), 0, -1):
            for start in range(max(0, end - _BROKEN_OVER), end):
                text = "".join(cell.text for cell in stack[start:end])
                found = words.columns[section].find(text, cut=cut)
                candidates = [leaf for leaf in found if groups <= words.ancestors[leaf]]
                if candidates:
                    return stack[end - 1], text, candidates
    return None
