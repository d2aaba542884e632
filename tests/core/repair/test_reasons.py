"""What the clerk is told is true of the figures before and after."""

import pytest

from core.repair import find_problems
from core.repair.wrong_digits import shape_of, stale_cost, typing_cost
from tests.core.repair.tables import form

REQUESTS = form("2021", "requests")


def big_table() -> dict[str, int]:
    """A right table with telling figures: granted 746, partial 27, refused.law 6, all 自然人."""
    values = dict.fromkeys(REQUESTS.cells, 0)
    rows = {"granted": 746, "partial": 27, "refused.secret": 6, "closed": 779, "new": 779}
    for row, figure in rows.items():
        values |= {f"requests.{row}.natural": figure, f"requests.{row}.total": figure}
    return values


@pytest.mark.parametrize(
    ("wrong", "slip", "reason"),
    [
        ({"granted.natural": 764}, "transposed", "数字颠倒（764→746）"),
        ({"granted.natural": 74}, "digit_dropped", "少写一位（74→746）"),
        ({"granted.natural": 7446}, "digit_extra", "多写一位（7446→746）"),
        ({"granted.natural": 716}, "digit_changed", "一位数字不同（716→746）"),
        ({"closed.total": 780}, "total_not_carried", "总计没有跟着明细改，与各分项之和不符"),
        ({"granted.natural": 0, "granted.business": 746}, "neighbour_column", "数字填到了右边一列"),
        ({"partial.natural": 6, "refused.secret.natural": 27}, "rows_swapped", "与下一行填反了"),
        ({"granted.business": 9}, "stray", "这一格应为 0"),
        ({"granted.natural": 0}, "zero", "应有数而写成了 0"),
        ({"closed.natural": 777, "closed.total": 777}, "total_not_carried", "两处总计都没有跟着明细改"),
    ],
)
def test_reasons(wrong: dict[str, int], slip: str, reason: str) -> None:
    cells = {f"requests.{cell}": figure for cell, figure in wrong.items()}
    (problem,) = find_problems(REQUESTS, big_table() | cells)
    assert (problem.repairs[0].slip, problem.repairs[0].reason) == (slip, reason)


def test_ties_are_said_to_be_ties_and_stand_in_the_order_of_the_form() -> None:
    values = big_table()
    for row in ("refused.law", "refused.security"):
        values |= {f"requests.{row}.ngo": 1, f"requests.{row}.total": 1}
    for row in ("closed", "new"):
        values |= {f"requests.{row}.ngo": 1, f"requests.{row}.legal": 1, f"requests.{row}.total": 781}
    (problem,) = find_problems(REQUESTS, values)
    first, second = problem.repairs[:2]
    assert [r.changes[0].cell for r in (first, second)] == [
        "requests.refused.law.ngo",
        "requests.refused.security.ngo",
    ]
    assert first.tied
    assert second.tied
    assert first.cost == second.cost
    assert "同样说得通" in problem.note


@pytest.mark.parametrize(
    ("seen", "true", "shape"),
    [
        (764, 746, "transposed"),
        (1, 10, "transposed"),
        (74, 746, "digit_dropped"),
        (7746, 746, "digit_extra"),
        (749, 746, "digit_changed"),
        (12, 746, None),
        (-3, 3, None),
        (10**40, 10**39, None),
    ],
)
def test_shapes(seen: int, true: int, shape: str | None) -> None:
    assert shape_of(seen, true) == shape


def test_likelier_slips_cost_less() -> None:
    assert typing_cost(764, 746) < typing_cost(700, 746) < typing_cost(123456, 746)
    assert typing_cost(745, 746) < typing_cost(733, 746)
    assert stale_cost(1) < stale_cost(-2) < stale_cost(500) < stale_cost(10**30)
    assert typing_cost(10**5000, 3) > typing_cost(46, 3)


def test_where_sums_do_not_cross_no_repair_is_certain_by_itself() -> None:
    table = form("2021", "challenges")
    wrong = {"challenges.direct_suit.upheld": -746, "challenges.direct_suit.total": 746}
    (problem,) = find_problems(table, dict.fromkeys(table.cells, 0) | wrong)
    (repair,) = problem.repairs
    assert (repair.changes[0].new, repair.confidence, repair.certain) == (746, 1.0, False)


def test_the_best_repair_comes_first_and_each_has_its_price() -> None:
    (problem,) = find_problems(REQUESTS, big_table() | {"requests.closed.total": 799})
    costs = [repair.cost for repair in problem.repairs]
    assert costs == sorted(costs)
    assert costs[0] > 0
    shares = [repair.confidence for repair in problem.repairs]
    assert shares == sorted(shares, reverse=True)


def test_a_negative_figure_belongs_to_the_problem_it_makes_and_to_no_other() -> None:
    wrong = {"requests.granted.natural": -746, "requests.new.business": 812}
    problems = find_problems(REQUESTS, big_table() | wrong)
    assert [p.equations for p in problems] == [
        ("requests.balance.business", "requests.sum.new"),
        ("requests.closed.natural", "requests.sum.granted"),
    ]
    assert ["requests.granted.natural" in p.cells for p in problems] == [False, True]
    assert [p.repairs[0].changes[0].new for p in problems] == [0, 746]
