"""R2: no smaller set of cells exists.

The search run with single cells at equal cost finds exactly the smallest sets that brute force finds. With
slips priced by how people err a larger set may come first (a figure and the totals reckoned from it), but
never where one cell alone explains crossing equations, and never with a change that could be left out.
"""

from itertools import combinations
from random import Random

import pytest

from core.forms import Equation
from core.repair import find_problems
from core.repair.grid import grid_of
from tests.benchmarks.repair.baselines import smallest_sets
from tests.benchmarks.repair.corrupt import Spoilt
from tests.benchmarks.repair.truth import Truth
from tests.core.repair.tables import broken, small_form, small_table

TABLE = small_form()
AMOUNTS = [amount for amount in range(-30, 31) if amount]


def spoilt_table(seed: int) -> tuple[dict[str, int], dict[str, int]]:
    """(right, with one to three cells wrong)."""
    rng = Random(seed)
    truth = small_table(rng.choices(range(9), k=8))
    cells = rng.sample(list(truth), rng.randint(1, 3))
    wrong = {cell: max(0, truth[cell] + rng.randint(-6, 6)) for cell in cells}
    return truth, truth | wrong


def brute_force(values: dict[str, int]) -> set[frozenset[tuple[str, int]]]:
    """All repairs of the least number of cells up to two: every cell, every figure in reach."""
    single = {frozenset([fix]) for fix in closing_cells(values)}
    return single or {
        frozenset([(cell, values[cell] + amount), fix])
        for cell in values
        for amount in AMOUNTS
        if values[cell] + amount >= 0
        for fix in closing_cells(values | {cell: values[cell] + amount})
        if fix[0] != cell
    }


def closing_cells(values: dict[str, int]) -> list[tuple[str, int]]:
    """Single cells, with the figure, that make everything hold."""
    return [
        (cell, values[cell] + amount)
        for equation in TABLE.equations
        if equation.rule in list(broken(TABLE, values))[:1]
        for cell in equation.cells
        for amount in (difference(equation, values), -difference(equation, values))
        if values[cell] + amount >= 0 and not broken(TABLE, values | {cell: values[cell] + amount})
    ]


def difference(equation: Equation, values: dict[str, int]) -> int:
    return sum(values[c] for c in equation.left) - sum(values[c] for c in equation.right)


def as_case(truth: dict[str, int], values: dict[str, int]) -> Spoilt:
    return Spoilt(Truth(TABLE, truth, "0"), grid_of(TABLE), tuple(values.values()), {}, ())


@pytest.mark.parametrize("seed", range(40))
def test_smallest_sets_are_those_of_brute_force(seed: int) -> None:
    truth, values = spoilt_table(seed)
    if not broken(TABLE, values):
        return
    expected = brute_force(values)
    found = {frozenset(repair.items()) for repair in smallest_sets(as_case(truth, values))}
    assert found == expected if expected else all(len(repair) > 2 for repair in found)


@pytest.mark.parametrize("seed", range(60))
def test_one_cell_that_explains_crossing_equations_comes_first(seed: int) -> None:
    rng = Random(seed)
    truth = small_table(rng.choices(range(40), k=8))
    cell = rng.choice(list(truth))
    values = truth | {cell: truth[cell] + rng.randint(1, 60)}
    (problem,) = find_problems(TABLE, values)
    assert [(c.cell, c.new) for c in problem.repairs[0].changes] == [(cell, truth[cell])]


@pytest.mark.parametrize("seed", range(100, 180))
def test_no_change_of_a_first_repair_is_superfluous(seed: int) -> None:
    """Part of a first repair alone never mends its problem."""
    _, values = spoilt_table(seed)
    for problem in find_problems(TABLE, values):
        others = broken(TABLE, values) - set(problem.equations)
        changes = [(change.cell, change.new) for change in problem.repairs[0].changes]
        for size in range(1, len(changes)):
            for kept in combinations(changes, size):
                assert broken(TABLE, values | dict(kept)) - others
