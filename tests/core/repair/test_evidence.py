"""Prose and last year's report break ties; they never outvote the sums, and copied prose proves little."""

from core.repair import Evidence, Problem, Repair, find_problems
from tests.core.repair.tables import form, right_table

REQUESTS = form("2021", "requests")
CHALLENGES = form("2021", "challenges")
TRUTH = right_table(REQUESTS, 3)
TOTAL = "requests.new.total"


def told(cell: str, value: int, key: str = "正文") -> Evidence:
    return Evidence(key, ((cell, 1),), value, "prose")


def with_total(row: str, amount: int) -> dict[str, int]:
    """The right table with a row's 自然人 and 总计 off by the same amount."""
    cells = (f"requests.{row}.natural", f"requests.{row}.total")
    return TRUTH | {cell: TRUTH[cell] + amount for cell in cells}


def best(problems: tuple[Problem, ...]) -> Repair:
    (problem,) = problems
    return problem.repairs[0]


def figures(repair: Repair) -> dict[str, int]:
    return {change.cell: change.new for change in repair.changes}


def test_a_right_sentence_decides_what_the_sums_leave_open() -> None:
    values = with_total("carried_out", 2)
    open_question = best(find_problems(REQUESTS, values))
    assert not open_question.certain
    cell = "requests.carried_out.total"
    decided = best(find_problems(REQUESTS, values, evidence=[told(cell, TRUTH[cell])]))
    assert figures(decided) == {c: TRUTH[c] for c in ("requests.carried_out.natural", cell)}
    assert decided.evidence == ("正文",)
    assert decided.confidence > open_question.confidence


def test_repairs_of_an_open_question_stand_by_their_price() -> None:
    for row in ("new", "carried_in"):
        (problem,) = find_problems(REQUESTS, with_total(row, 2))
        costs = [round(repair.cost, 9) for repair in problem.repairs]
        assert len(costs) > 5
        assert costs == sorted(costs)


def test_last_year_decides_too() -> None:
    values = with_total("carried_in", 2)
    evidence = [
        Evidence(f"上年 {cell}", ((cell, 1),), TRUTH[cell], "last_year")
        for cell in TRUTH
        if ".carried_in." in cell
    ]
    decided = best(find_problems(REQUESTS, values, evidence=evidence))
    assert figures(decided).keys() == {"requests.carried_in.natural", "requests.carried_in.total"}
    assert len(decided.evidence) == 2


def test_one_located_cell_stands_against_any_evidence() -> None:
    cell = "requests.granted.natural"
    values = TRUTH | {cell: TRUTH[cell] + 7}
    against = [
        told("requests.granted.total", TRUTH["requests.granted.total"] + 7, f"第 {n} 处") for n in range(4)
    ]
    assert figures(best(find_problems(REQUESTS, values, evidence=against))) == {cell: TRUTH[cell]}


def test_one_located_cell_comes_first_even_where_another_repair_costs_less() -> None:
    cell, total = "requests.granted.natural", "requests.granted.total"
    values = TRUTH | {cell: TRUTH[cell] + 7}
    against = [
        Evidence(f"第 {n} 处", ((total, 1),) * n, n * (TRUTH[total] + 7), "last_year") for n in range(1, 7)
    ]
    (problem,) = find_problems(REQUESTS, values, evidence=against)
    first, *others = problem.repairs
    assert figures(first) == {cell: TRUTH[cell]}
    assert min(repair.cost for repair in others) < first.cost


def test_wrong_prose_alone_accuses_no_table() -> None:
    assert find_problems(REQUESTS, TRUTH, evidence=[told(TOTAL, TRUTH[TOTAL] + 50)]) == ()


def test_prose_that_repeats_the_suspect_figure_does_not_make_it_certain() -> None:
    values = dict.fromkeys(CHALLENGES.cells, 0)
    values |= {"challenges.direct_suit.upheld": 12, "challenges.direct_suit.total": 21}
    copied = [told("challenges.direct_suit.total", 21)]
    (problem,) = find_problems(CHALLENGES, values, evidence=copied)
    assert not any(repair.certain for repair in problem.repairs)
    assert {"challenges.direct_suit.total": 12} in [figures(repair) for repair in problem.repairs[:3]]


def test_table_four_is_certain_only_where_a_sentence_settles_it() -> None:
    values = dict(zip(CHALLENGES.cells, (7, 11, 7, 4, 28, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0), strict=True))
    assert not best(find_problems(CHALLENGES, values)).certain
    settled = best(find_problems(CHALLENGES, values, evidence=[told("challenges.reconsideration.total", 29)]))
    assert figures(settled) == {"challenges.reconsideration.total": 29}
    values |= {"challenges.direct_suit.upheld": 16, "challenges.direct_suit.total": 0}
    both = Evidence(
        "诉讼", (("challenges.direct_suit.total", 1), ("challenges.later_suit.total", 1)), 16, "prose"
    )
    suits = find_problems(CHALLENGES, values, evidence=[both])[1]
    assert figures(suits.repairs[0]) == {"challenges.direct_suit.total": 16}
    assert suits.repairs[0].evidence == ("诉讼",)


def test_either_reading_of_received_will_do() -> None:
    values = with_total("carried_out", 1)
    new, carried = TOTAL, "requests.carried_in.total"
    received = Evidence(
        "收到", ((new, 1),), TRUTH[new] + TRUTH[carried], "prose", (((new, 1), (carried, 1)),)
    )
    repair = best(find_problems(REQUESTS, values, evidence=[received]))
    assert new not in figures(repair)


def test_evidence_about_other_tables_and_unknown_cells_is_passed_over() -> None:
    values = with_total("carried_out", 2)
    cell = "requests.granted.business"
    foreign = [told("challenges.direct_suit.total", 4), told("nonsense", 1), told(cell, 5), told(TOTAL, -3)]
    assert find_problems(REQUESTS, values, unknown=[cell], evidence=foreign)


def test_a_blank_among_written_zeros_is_the_likely_culprit() -> None:
    values = dict(zip(CHALLENGES.cells, (7, 0, 7, 4, 29, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0), strict=True))
    texts = {cell: str(figure) for cell, figure in values.items()} | {
        "challenges.reconsideration.corrected": ""
    }
    repair = best(find_problems(CHALLENGES, values, texts=texts))
    assert figures(repair) == {"challenges.reconsideration.corrected": 11}
    assert repair.slip == "blank"
