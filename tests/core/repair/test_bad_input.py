"""Whatever stands in the table: a sentence, never an exception, and never in more than the time allowed."""

from collections.abc import Callable
from itertools import count
from random import Random

import pytest

from core.repair import find_problems
from tests.core.repair.tables import broken, form, mended, right_table

REQUESTS = form("2021", "requests")
CHALLENGES = form("2021", "challenges")


def test_all_zeros_is_right() -> None:
    assert find_problems(REQUESTS, dict.fromkeys(REQUESTS.cells, 0)) == ()


def test_ten_errors_at_once_get_a_sentence() -> None:
    truth = right_table(REQUESTS, 3)
    rng = Random(10)
    wrong = {cell: truth[cell] + rng.randint(3, 900) for cell in rng.sample(list(truth), 10)}
    problems = find_problems(REQUESTS, truth | wrong)
    assert problems
    for problem in problems:
        assert problem.repairs or problem.note.endswith("。")
    assert any(not problem.repairs for problem in problems)


def test_noise_everywhere_gets_a_sentence() -> None:
    rng = Random(4)
    (problem,) = find_problems(REQUESTS, {cell: rng.randrange(1000) for cell in REQUESTS.cells})
    assert problem.repairs == ()
    assert "太多" in problem.note


@pytest.mark.parametrize("huge", [10**15, 10**30, 10**400])
def test_huge_figures(huge: int) -> None:
    truth = right_table(REQUESTS, 3)
    cell = "requests.unable.not_held.natural"
    (problem,) = find_problems(REQUESTS, truth | {cell: huge})
    assert [(c.cell, c.new) for c in problem.repairs[0].changes] == [(cell, truth[cell])]
    everything = {c: v * huge for c, v in truth.items()}
    assert find_problems(REQUESTS, everything) == ()
    (problem,) = find_problems(REQUESTS, everything | {cell: 7})
    assert [(c.cell, c.new) for c in problem.repairs[0].changes] == [(cell, everything[cell])]


def test_a_minus_sign_that_broke_the_sums() -> None:
    truth = right_table(REQUESTS, 3)
    cell = "requests.granted.natural"
    (problem,) = find_problems(REQUESTS, truth | {cell: -truth[cell]})
    assert [(c.cell, c.new) for c in problem.repairs[0].changes] == [(cell, truth[cell])]
    assert problem.repairs[0].slip == "negative"
    assert "负数" in problem.repairs[0].reason


def test_negative_figures_that_add_up_are_wrong_all_the_same() -> None:
    values = dict.fromkeys(CHALLENGES.cells, 0)
    values |= {"challenges.direct_suit.upheld": -2, "challenges.direct_suit.corrected": 2}
    (problem,) = find_problems(CHALLENGES, values)
    assert problem.equations == ()
    assert problem.cells == ("challenges.direct_suit.upheld",)
    after = mended(values, [problem])
    assert broken(CHALLENGES, after) == set()
    assert min(after.values()) >= 0


@pytest.mark.parametrize("seed", range(30))
def test_several_negative_figures(seed: int) -> None:
    truth = right_table(REQUESTS, seed)
    rng = Random(seed)
    values = truth | {cell: -rng.randint(1, 30) for cell in rng.sample(list(truth), rng.randint(1, 3))}
    problems = find_problems(REQUESTS, values)
    assert problems
    if all(problem.repairs for problem in problems):
        after = mended(values, problems)
        assert broken(REQUESTS, after) == set()
        assert min(after.values()) >= 0


def test_a_negative_figure_that_must_not_change_has_no_repair() -> None:
    truth = right_table(REQUESTS, 3)
    cell = "requests.granted.natural"
    (problem,) = find_problems(REQUESTS, truth | {cell: -4}, locked=[cell])
    assert problem.repairs == ()
    assert "不能改动" in problem.note


def test_locked_cells_are_left_alone() -> None:
    truth = right_table(REQUESTS, 3)
    cell = "requests.granted.natural"
    values = truth | {cell: truth[cell] + 9}
    for problem in find_problems(REQUESTS, values, locked=[cell]):
        assert all(change.cell != cell for repair in problem.repairs for change in repair.changes)
    (problem,) = find_problems(REQUESTS, values, locked=REQUESTS.cells)
    assert problem.repairs == ()
    assert "不能改动" in problem.note


def test_equations_of_unknown_cells_are_not_judged() -> None:
    truth = right_table(REQUESTS, 3)
    cell = "requests.granted.natural"
    values = truth | {cell: truth[cell] + 9}
    assert find_problems(REQUESTS, values, unknown=[cell]) == ()
    missing = {c: v for c, v in values.items() if c != cell}
    assert find_problems(REQUESTS, missing) == ()


def test_a_lost_row_is_not_read_as_zeros() -> None:
    truth = right_table(REQUESTS, 3)
    lost = [cell for cell in truth if ".unable.not_held." in cell]
    kept = {cell: figure for cell, figure in truth.items() if cell not in lost}
    assert find_problems(REQUESTS, kept) == ()
    wrong = kept | {"requests.new.natural": kept["requests.new.natural"] + 4}
    (problem,) = find_problems(REQUESTS, wrong)
    assert [c.cell for c in problem.repairs[0].changes] == ["requests.new.natural"]
    assert not {change.cell for repair in problem.repairs for change in repair.changes} & set(lost)


def test_unknown_cells_are_named_where_nothing_can_be_suggested() -> None:
    rng = Random(4)
    values = {cell: rng.randrange(1000) for cell in REQUESTS.cells}
    problems = find_problems(REQUESTS, values, unknown=["requests.granted.natural"])
    assert any("有 1 个格子读不出数" in problem.note for problem in problems)


def test_cells_of_other_tables_are_passed_over() -> None:
    values = dict.fromkeys(REQUESTS.cells, 0) | {"challenges.direct_suit.total": 5, "nonsense": -1}
    assert find_problems(REQUESTS, values, unknown=["nothing"], locked=["nothing"]) == ()


def ticking(step: float) -> Callable[[], float]:
    ticks = count()
    return lambda: next(ticks) * step


def test_when_time_is_up_it_says_what_it_has() -> None:
    rng = Random(4)
    truth = right_table(REQUESTS, 3)
    wrong = {cell: truth[cell] + rng.randint(3, 900) for cell in rng.sample(list(truth), 5)}
    problems = find_problems(REQUESTS, truth | wrong, clock=ticking(1.0))
    assert problems
    assert all("限定时间" in problem.note for problem in problems if not problem.repairs)
    assert any(not problem.repairs for problem in problems)
