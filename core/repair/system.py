"""The judged equations of a table and every slip's trace in them; built once for a form.

The trace (signature) of a slip is how much each equation's difference moves when the slip's cells change
by one. Traces are compared by direction, so that one look-up finds every slip that explains a difference.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from math import gcd

from core.forms import TableForm
from core.repair.grid import Grid, grid_of
from core.repair.slips import Slip, all_slips

Vector = tuple[tuple[int, int], ...]
"""A sparse integer vector: (index, entry) by rising index, no zero entries."""


@dataclass(frozen=True, slots=True)
class Operation:
    """A slip with its trace in the judged equations, ready for the search.

    cell_mask, equation_mask: the same indices as bits, for quick tests of overlap.
    """

    index: int
    slip: Slip
    trace: Vector
    cell_mask: int
    equation_mask: int


@dataclass(frozen=True)
class System:
    """The equations ``sum(coefficient · cell) = 0`` that can be judged, and the operations on them.

    rules: public id of each equation. members: cell numbers of each equation.
    groups: class of each equation (its form, totals apart); equations of one class look alike to the
        search's lower bound. blocks: equations that share no cell, directly or through others, lie in
        different blocks.
    """

    grid: Grid
    rules: tuple[str, ...]
    coefficients: tuple[Vector, ...]
    groups: tuple[int, ...]
    blocks: tuple[int, ...]
    operations: tuple[Operation, ...]

    @cached_property
    def touching(self) -> tuple[tuple[tuple[Operation, int], ...], ...]:
        """For each equation the operations that move it, with how much."""
        lists: list[list[tuple[Operation, int]]] = [[] for _ in self.rules]
        for operation in self.operations:
            for equation, amount in operation.trace:
                lists[equation].append((operation, amount))
        return tuple(tuple(entries) for entries in lists)

    @cached_property
    def by_direction(self) -> dict[Vector, tuple[tuple[Operation, int], ...]]:
        """Direction → the operations whose trace is that direction times the number beside them."""
        table: defaultdict[Vector, list[tuple[Operation, int]]] = defaultdict(list)
        for operation in self.operations:
            direction, length = direction_of(operation.trace)
            table[direction].append((operation, length))
        return {direction: tuple(entries) for direction, entries in table.items()}

    @cached_property
    def by_cell(self) -> tuple[tuple[Operation, ...], ...]:
        """For each cell the operations that change it."""
        lists: list[list[Operation]] = [[] for _ in self.grid.ids]
        for operation in self.operations:
            for cell, _ in operation.slip.cells:
                lists[cell].append(operation)
        return tuple(tuple(entries) for entries in lists)

    def differences(self, values: Iterable[int]) -> Vector:
        """Left side less right side of every equation that does not hold."""
        figures = tuple(values)
        sums = (sum(a * figures[cell] for cell, a in row) for row in self.coefficients)
        return tuple((k, difference) for k, difference in enumerate(sums) if difference)


def direction_of(vector: Vector) -> tuple[Vector, int]:
    """(primitive vector whose first entry is positive, factor): their product is ``vector``."""
    length = gcd(*(entry for _, entry in vector))
    if vector[0][1] < 0:
        length = -length
    return tuple((index, entry // length) for index, entry in vector), length


@lru_cache(maxsize=64)
def system_of(table: TableForm, missing: frozenset[str] = frozenset()) -> System:
    """The judged system of ``table``: equations that hold a cell of ``missing`` are left out."""
    grid = grid_of(table)
    judged = [e for e in table.equations if not missing.intersection(e.cells)]
    coefficients = tuple(
        tuple(sorted([(grid.number[c], 1) for c in e.left] + [(grid.number[c], -1) for c in e.right]))
        for e in judged
    )
    labels = [(e.form, grid.number[e.left[0]] in grid.row_total) for e in judged]
    names = sorted(set(labels))
    hidden = {grid.number[cell] for cell in missing if cell in grid.number}
    return System(
        grid,
        tuple(e.rule for e in judged),
        coefficients,
        tuple(names.index(label) for label in labels),
        _blocks(coefficients),
        _operations(grid, coefficients, hidden),
    )


def _operations(grid: Grid, coefficients: tuple[Vector, ...], hidden: set[int]) -> tuple[Operation, ...]:
    columns: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
    for equation, row in enumerate(coefficients):
        for cell, amount in row:
            columns[cell].append((equation, amount))
    operations: list[Operation] = []
    for slip in all_slips(grid):
        trace = _trace(slip, columns)
        if trace and not any(cell in hidden for cell, _ in slip.cells):
            masks = (mask_of(cell for cell, _ in slip.cells), mask_of(equation for equation, _ in trace))
            operations.append(Operation(len(operations), slip, trace, *masks))
    return tuple(operations)


def _trace(slip: Slip, columns: Mapping[int, list[tuple[int, int]]]) -> Vector:
    moved: defaultdict[int, int] = defaultdict(int)
    for cell, sign in slip.cells:
        for equation, amount in columns.get(cell, ()):
            moved[equation] += sign * amount
    return tuple(sorted((equation, amount) for equation, amount in moved.items() if amount))


def mask_of(bits: Iterable[int]) -> int:
    """The numbers as bits of one integer."""
    mask = 0
    for bit in bits:
        mask |= 1 << bit
    return mask


def _blocks(coefficients: tuple[Vector, ...]) -> tuple[int, ...]:
    """For each equation the number of the connected part of the table that it lies in."""
    part = components([cell for cell, _ in row] for row in coefficients)
    return tuple(part[row[0][0]] for row in coefficients)


def components(sets: Iterable[Iterable[int]]) -> dict[int, int]:
    """Member → number of its component; members of one set are in one component."""
    leader: dict[int, int] = {}

    def lead(member: int) -> int:
        while leader.setdefault(member, member) != member:
            leader[member] = member = leader[leader[member]]
        return member

    for members in sets:
        first, *others = members
        for other in others:
            leader[lead(other)] = lead(first)
        lead(first)
    order: dict[int, int] = {}
    return {member: order.setdefault(lead(member), len(order)) for member in sorted(leader)}
