"""R1 after accepting, all sums hold and nothing else breaks. R3 the same input gives the same output."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.forms import TableForm
from core.repair import Problem, find_problems
from tests.benchmarks.repair.corrupt import MIX_A, spoil
from tests.benchmarks.repair.measure import draw_case
from tests.benchmarks.repair.truth import Truth
from tests.core.repair.tables import broken, form, mended, right_table, small_form, small_table

FORMS = (form("2021", "requests"), form("2019", "requests"), form("2021", "challenges"))

some_slips = settings(max_examples=60, deadline=None)


def check_promises(table: TableForm, values: dict[str, int], problems: tuple[Problem, ...]) -> None:
    """Everything that must hold of every answer."""
    named = [rule for problem in problems for rule in problem.equations]
    assert sorted(named) == sorted(broken(table, values))
    for problem in problems:
        check_problem(table, values, problem)
    if problems and all(problem.repairs for problem in problems):
        after = mended(values, problems)
        assert broken(table, after) == set()
        assert min(after.values()) >= 0
        assert all(type(figure) is int for figure in after.values())


def check_problem(table: TableForm, values: dict[str, int], problem: Problem) -> None:
    order = list(table.cells)
    assert len(problem.repairs) <= 12
    assert problem.repairs or problem.note
    assert sum(r.confidence for r in problem.repairs) <= 1 + 1e-9
    assert len({tuple((c.cell, c.new) for c in r.changes) for r in problem.repairs}) == len(problem.repairs)
    for repair in problem.repairs:
        cells = [change.cell for change in repair.changes]
        assert cells == sorted(set(cells), key=order.index)
        assert cells
        assert all(c.old == values[c.cell] and c.new != c.old and c.new >= 0 for c in repair.changes)
        assert repair.slip
        assert repair.reason
        after = values | {change.cell: change.new for change in repair.changes}
        assert broken(table, after) == broken(table, values) - set(problem.equations)


@some_slips
@given(st.sampled_from(FORMS), st.integers(0, 10**6), st.integers(1, 4))
def test_accepting_the_first_repairs_mends_all_and_breaks_nothing(
    table: TableForm, seed: int, slips: int
) -> None:
    truth = right_table(table, seed)
    spoilt = spoil(Random(seed), Truth(table, truth, "0"), slips, MIX_A)
    check_promises(table, spoilt.cells, find_problems(table, spoilt.cells, texts=spoilt.texts))


@some_slips
@given(
    st.lists(st.integers(0, 30), min_size=8, max_size=8),
    st.dictionaries(st.sampled_from(list(small_form().cells)), st.integers(-20, 60), max_size=4),
)
def test_a_small_table_with_any_figures_in_it(figures: list[int], wrong: dict[str, int]) -> None:
    table = small_form()
    values = small_table(figures) | wrong
    problems = find_problems(table, values)
    check_promises(table, values, problems)
    if not broken(table, values) and min(values.values()) >= 0:
        assert problems == ()


@pytest.mark.parametrize("seed", range(500, 530))
def test_evidence_changes_no_promise(seed: int) -> None:
    case = draw_case(seed)
    spoilt = case.spoilt
    found = find_problems(spoilt.truth.form, spoilt.cells, texts=spoilt.texts, evidence=case.evidence)
    check_promises(spoilt.truth.form, spoilt.cells, found)


@pytest.mark.parametrize("seed", range(600, 625))
def test_the_same_input_gives_the_same_output(seed: int) -> None:
    case = draw_case(seed)
    table, values = case.spoilt.truth.form, case.spoilt.cells
    first = find_problems(table, values, texts=case.spoilt.texts, evidence=case.evidence)
    backwards = dict(reversed(values.items()))
    again = find_problems(table, backwards, texts=case.spoilt.texts, evidence=case.evidence)
    assert again == first


@pytest.mark.parametrize("table", FORMS, ids=lambda table: f"{table.id}-{table.edition}")
@pytest.mark.parametrize("seed", range(20))
def test_nothing_is_said_about_a_right_table(table: TableForm, seed: int) -> None:
    assert find_problems(table, right_table(table, seed)) == ()


def test_separate_errors_are_separate_problems() -> None:
    table = form("2021", "requests")
    truth = right_table(table, 3)
    wrong = {"requests.granted.natural": truth["requests.granted.natural"] + 30, "requests.new.business": 812}
    problems = find_problems(table, truth | wrong)
    assert [set(p.equations) for p in problems] == [
        {"requests.balance.business", "requests.sum.new"},
        {"requests.closed.natural", "requests.sum.granted"},
    ]
    assert mended(truth | wrong, problems) == truth


def test_a_table_without_equations_has_no_problems() -> None:
    table = form("2021", "disclosure")
    assert find_problems(table, dict.fromkeys(table.cells, 3)) == ()


def test_two_totals_off_by_one_each_are_both_found() -> None:
    table = form("2021", "requests")
    truth = right_table(table, 3)
    wrong = {cell: truth[cell] + 1 for cell in ("requests.refused.law.total", "requests.other.misc.total")}
    assert mended(truth | wrong, find_problems(table, truth | wrong)) == truth
