"""One wrong cell of 表三 is always located and its figure restored: the sums alone decide."""

from random import Random

import pytest

from core.repair import find_problems
from core.repair.system import direction_of, system_of
from tests.core.repair.tables import form, right_table

TABLES = (2, 3, 5, 8)


@pytest.mark.parametrize("seed", TABLES)
@pytest.mark.parametrize(("edition", "cells"), [("2021", 175), ("2019", 161)])
def test_every_cell_is_located_and_restored(edition: str, cells: int, seed: int) -> None:
    table = form(edition, "requests")
    truth = right_table(table, seed)
    rng = Random(seed)
    assert len(truth) == cells
    for cell, true in truth.items():
        seen = rng.choice([v for v in (true + 1, max(true - 1, 0), 0, true * 10 + 3, true + 47) if v != true])
        problems = find_problems(table, truth | {cell: seen})
        assert len(problems) == 1, cell
        best = problems[0].repairs[0]
        assert [(c.cell, c.old, c.new) for c in best.changes] == [(cell, seen, true)]


@pytest.mark.parametrize("seed", range(40))
def test_a_wrong_cell_in_a_table_of_zeros(seed: int) -> None:
    table = form("2021", "requests")
    rng = Random(seed)
    cell, seen = rng.choice(list(table.cells)), rng.choice((1, 7, 46, 900, 10**6))
    (problem,) = find_problems(table, dict.fromkeys(table.cells, 0) | {cell: seen})
    assert [(c.cell, c.new) for c in problem.repairs[0].changes] == [(cell, 0)]


@pytest.mark.parametrize("edition", ["2021", "2019"])
def test_no_two_cells_leave_the_same_trace(edition: str) -> None:
    system = system_of(form(edition, "requests"))
    single = [o for o in system.operations if o.slip.kind == "cell"]
    assert len({direction_of(o.trace)[0] for o in single}) == len(single) == len(system.grid.ids)


def test_the_equations_of_the_problem_and_their_cells_are_named() -> None:
    table = form("2021", "requests")
    truth = right_table(table, 3)
    cell = "requests.granted.natural"
    (problem,) = find_problems(table, truth | {cell: truth[cell] + 5})
    assert problem.equations == ("requests.closed.natural", "requests.sum.granted")
    named = {c for e in table.equations if e.rule in problem.equations for c in e.cells}
    assert problem.cells == tuple(c for c in table.cells if c in named)
    assert problem.note == ""
    assert problem.repairs[0].certain
    assert not problem.repairs[0].tied
