"""Where several problems meet: each is judged as if the best repairs of the others were made."""

from core.repair import Evidence, Problem, find_problems
from tests.core.repair.tables import form, right_table

REQUESTS = form("2021", "requests")
CHALLENGES = form("2021", "challenges")
TRUTH = right_table(REQUESTS, 3)
ONE, OTHER = "requests.granted.natural", "requests.new.business"
WRONG = TRUTH | {ONE: TRUTH[ONE] + 30, OTHER: 812}
ZEROS = dict.fromkeys(CHALLENGES.cells, 0)


def both_told(one: str, other: str) -> Evidence:
    return Evidence("两处", ((one, 1), (other, 1)), TRUTH[one] + TRUTH[other], "prose")


def repairing(cell: str, problems: tuple[Problem, ...]) -> Problem:
    return next(p for p in problems if [c.cell for c in p.repairs[0].changes] == [cell])


def test_a_number_about_two_problems_is_borne_out_by_both_repairs_together() -> None:
    plain = find_problems(REQUESTS, WRONG)
    told = find_problems(REQUESTS, WRONG, evidence=[both_told(ONE, OTHER)])
    for cell in (ONE, OTHER):
        before, now = repairing(cell, plain).repairs[0], repairing(cell, told).repairs[0]
        assert now.evidence == ("两处",)
        assert now.cost < before.cost + 1
        assert [c.new for c in now.changes] == [TRUTH[cell]]


def test_only_the_first_repair_of_another_problem_counts() -> None:
    row = ("requests.carried_out.natural", "requests.carried_out.total")
    values = TRUTH | {ONE: TRUTH[ONE] + 30} | {cell: TRUTH[cell] + 2 for cell in row}
    plain = find_problems(REQUESTS, values)
    (other,) = (problem for problem in plain if problem is not repairing(ONE, plain))
    first, second = ({change.cell for change in repair.changes} for repair in other.repairs[:2])
    for cell in second - first:
        told = find_problems(REQUESTS, values, evidence=[both_told(ONE, cell)])
        assert repairing(ONE, told).repairs[0].evidence == ("两处",)
    assert second - first


def test_only_the_first_repair_of_another_part_of_the_table_counts() -> None:
    values = ZEROS | {"challenges.direct_suit.upheld": 16, "challenges.later_suit.upheld": 5}
    cells = (("challenges.direct_suit.upheld", 1), ("challenges.later_suit.total", 1))
    direct, later = find_problems(CHALLENGES, values)
    assert [c.cell for c in direct.repairs[0].changes] == ["challenges.direct_suit.total"]
    told = find_problems(CHALLENGES, values, evidence=[Evidence("两处", cells, 21, "last_year")])[1]
    best = told.repairs[0]
    assert [(c.cell, c.new) for c in best.changes] == [("challenges.later_suit.total", 5)]
    assert best.confidence > later.repairs[0].confidence


def test_broken_sums_come_before_figures_that_are_only_negative() -> None:
    values = ZEROS | {"challenges.direct_suit.upheld": -2, "challenges.direct_suit.corrected": 2}
    problems = find_problems(CHALLENGES, values | {"challenges.later_suit.total": 5})
    assert [bool(problem.equations) for problem in problems] == [True, False]


def test_where_one_sum_stands_alone_what_costs_six_nats_more_is_no_repair() -> None:
    total = "challenges.direct_suit.total"
    values = ZEROS | {"challenges.direct_suit.upheld": 12, total: 21}
    told = [Evidence(f"第 {n} 处", ((total, 1),) * n, 21 * n, "last_year") for n in range(1, 6)]
    (problem,) = find_problems(CHALLENGES, values, evidence=told)
    assert problem.repairs
    assert not any(change.cell == total for repair in problem.repairs for change in repair.changes)


def test_unknown_cells_are_counted_where_nothing_may_change() -> None:
    unknown = "requests.granted.business"
    (problem,) = find_problems(REQUESTS, TRUTH | {ONE: -4}, locked=[ONE], unknown=[unknown])
    assert problem.repairs == ()
    assert "有 1 个格子读不出数" in problem.note


def test_more_wrong_rows_than_can_be_told_apart_are_too_many() -> None:
    rows = [cell for cell in REQUESTS.cells if cell.endswith(".natural")][2:16]
    (problem,) = find_problems(REQUESTS, TRUTH | {cell: TRUTH[cell] + 3 for cell in rows})
    assert problem.repairs == ()
    assert "太多" in problem.note
