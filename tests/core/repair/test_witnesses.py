"""What evidence costs: prose is either taken from the truth or copied from the table; all in nats."""

from math import exp, log
from typing import Literal

import pytest

from core.repair.evidence import Evidence, Reading, Witnesses
from core.repair.grid import grid_of
from core.repair.wrong_digits import typing_cost
from tests.core.repair.tables import small_form, small_table

GRID = grid_of(small_form())
TRUE = list(small_table((12, 3, 5, 1, 4, 0, 1, 2)).values())
NEW, CARRIED = GRID.number["requests.new.total"], GRID.number["requests.carried_in.total"]
COPIED = 0.25


def spoilt(amount: int, cell: int = NEW) -> list[int]:
    return [figure + amount * (i == cell) for i, figure in enumerate(TRUE)]


def told(
    value: int,
    *cells: str,
    source: Literal["prose", "last_year"] = "prose",
    alternatives: tuple[Reading, ...] = (),
    key: str = "第一处",
) -> Evidence:
    reading = tuple((f"requests.{cell}", 1) for cell in cells or ("new.total",))
    return Evidence(key, reading, value, source, alternatives)


def witnesses(seen: list[int], *evidence: Evidence, missing: frozenset[str] = frozenset()) -> Witnesses:
    return Witnesses(evidence, GRID, missing, seen)


def test_nothing_known_costs_nothing() -> None:
    assert witnesses(TRUE).cost(spoilt(9)) == 0
    assert witnesses(TRUE, told(TRUE[NEW])).cost(TRUE) == pytest.approx(0)
    assert witnesses(TRUE, told(TRUE[NEW], source="last_year")).cost(TRUE) == 0


@pytest.mark.parametrize("count", [1, 2])
def test_prose_that_the_table_contradicts_was_hardly_copied_from_it(count: int) -> None:
    agreed = witnesses(spoilt(9), *[told(TRUE[NEW])] * count).cost(TRUE)
    assert agreed == pytest.approx(-log((1 - COPIED) + COPIED * exp(-4.0 * count)))


@pytest.mark.parametrize("count", [1, 3])
def test_prose_that_only_repeats_the_table_costs_no_more_than_its_copying(count: int) -> None:
    seen = spoilt(9000)
    against = witnesses(seen, *[told(seen[NEW])] * count).cost(TRUE)
    assert against == pytest.approx(-log(COPIED + (1 - COPIED) * exp(-6.0 * count)))


def test_a_number_that_neither_bears_out_costs_by_its_likeness() -> None:
    """Between 3 and 6 nats, were it copied or not."""
    alike = witnesses(TRUE, told(TRUE[NEW] + 10)).cost(TRUE)
    unlike = witnesses(TRUE, told(TRUE[NEW] + 98_765)).cost(TRUE)
    assert unlike == pytest.approx(-log((1 - COPIED) * exp(-6.0) + COPIED * exp(-4.0)))
    assert -log((1 - COPIED) * exp(-3.0) + COPIED * exp(-4.0)) <= alike + 1e-9
    assert alike < unlike
    assert witnesses(TRUE, told(-3)).cost(TRUE) <= unlike + 1e-9
    by_one = witnesses(TRUE, told(TRUE[NEW] + 1)).cost(TRUE)
    assert by_one == pytest.approx(-log((1 - COPIED) * exp(-3.0) + COPIED * exp(-4.0)))


def test_a_wrong_number_is_taken_for_a_misprint_of_what_the_table_says() -> None:
    table = spoilt(460 - TRUE[NEW])
    cheap = min(max(typing_cost(46, 460), 3.0), 6.0)
    cost = witnesses(table, told(46)).cost(table)
    assert cost == pytest.approx(-log((1 - COPIED) * exp(-cheap) + COPIED * exp(-4.0)))


def test_last_year_counts_each_disagreement_once() -> None:
    column = told(TRUE[NEW - 1], "new.business", source="last_year")
    total = told(TRUE[NEW], source="last_year")
    both = witnesses(TRUE, column, total)
    alike = [figure + 5 * (i in (NEW, NEW - 1)) for i, figure in enumerate(TRUE)]
    assert both.cost(spoilt(5)) == both.cost(alike) == pytest.approx(3.7)
    apart = [figure + 5 * (i == NEW) + 2 * (i == NEW - 1) for i, figure in enumerate(TRUE)]
    assert both.cost(apart) == pytest.approx(6.7)
    assert witnesses(TRUE, total, told(TRUE[NEW])).cost(spoilt(5)) > both.cost(spoilt(5))


def test_any_reading_bears_a_number_out_and_the_nearest_counts() -> None:
    sum_of_both: Reading = (("requests.new.total", 1), ("requests.carried_in.total", 1))
    either = told(TRUE[NEW] + TRUE[CARRIED], source="last_year", alternatives=(sum_of_both,))
    assert witnesses(TRUE, either).cost(TRUE) == 0
    assert witnesses(TRUE, either).cost(spoilt(TRUE[CARRIED])) == 0
    assert witnesses(TRUE, either).cost(spoilt(1)) == pytest.approx(3.7)
    less: Reading = (("requests.new.total", 1), ("requests.carried_in.total", -1))
    difference = Evidence("差", less, TRUE[NEW] - TRUE[CARRIED], "last_year")
    assert witnesses(TRUE, difference).cost(TRUE) == 0


@pytest.mark.parametrize("source", ["prose", "last_year"])
def test_what_is_about_a_changed_cell_and_holds_supports_the_change(
    source: Literal["prose", "last_year"],
) -> None:
    seen = spoilt(9)
    given = witnesses(
        seen, told(TRUE[NEW], source=source), told(TRUE[CARRIED], "carried_in.total", key="别处")
    )
    changed = {NEW: TRUE[NEW]}
    assert given.supporting(changed, TRUE) == ("第一处",)
    assert given.overturned(changed, TRUE)
    assert given.supporting(changed, spoilt(1)) == ()
    assert not given.overturned({NEW: TRUE[NEW] + 1}, spoilt(1))
    assert given.supporting({CARRIED: 1}, TRUE) == ("别处",)
    assert not given.overturned({CARRIED: 1}, TRUE)


def test_prose_is_named_before_last_year() -> None:
    last, own = told(TRUE[NEW], source="last_year", key="上年"), told(TRUE[NEW], key="正文")
    assert witnesses(TRUE, last, own).supporting({NEW: 1}, TRUE) == ("正文", "上年")


def test_what_cannot_be_held_against_the_table_is_passed_over() -> None:
    known: Reading = (("requests.new.total", 1),)
    unknown: Reading = (("requests.new.total", 1), ("requests.new.business", 1))
    foreign = Evidence("他表", (("challenges.direct_suit.total", 1),), 5, "last_year")
    empty = Evidence("无", (), 5, "last_year")
    hidden = frozenset(["requests.new.business"])
    partly = Evidence("半", unknown, TRUE[NEW], "last_year", (known,))
    given = witnesses(TRUE, foreign, empty, partly, missing=hidden)
    assert given.cost(TRUE) == 0
    assert given.cost(spoilt(2)) == pytest.approx(3.7)
    assert given.supporting(dict.fromkeys(range(18), 0), TRUE) == ("半",)
    assert given.supporting({NEW - 1: 0}, TRUE) == ()
