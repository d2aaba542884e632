"""Doubts that depend on the kind of unit, on last year's report, or on sizes."""

import pytest

from core.previous import last_year_of
from tests.core.figures.sheets import UNIT, own, review, rules, tables, the

SOME = {
    "requests.new.natural": 12,
    "requests.granted.natural": 10,
    "requests.partial.natural": 2,
    "disclosure.normative.issued": 3,
    "disclosure.normative.in_force": 17,
    "disclosure.licensing.decisions": 55,
    "disclosure.penalties.decisions": 600,
}
OTHER = SOME | {"requests.new.natural": 13, "requests.granted.natural": 11}
REGULATIONS = {"disclosure.regulations.issued": 2, "disclosure.regulations.in_force": 9}


@pytest.mark.parametrize(
    ("unit", "odd"),
    [
        (UNIT, True),
        ("云岭市白石镇人民政府", True),
        ("云岭市城关街道办事处", True),
        ("青禾县人民政府", True),
        ("云岭市水利局", True),
        ("云岭市人民政府", False),
        ("云岭市人民政府办公室", False),
        ("山河省人民政府", False),
        ("云岭报告", False),
    ],
)
def test_only_governments_of_cities_and_provinces_have_regulations(unit, odd):
    sitting = review(tables(SOME | REGULATIONS), unit=unit)
    assert rules(sitting) == (["C05"] if odd else [])
    if odd:
        assert the("C05", sitting).cells == tuple(REGULATIONS)


def test_regulations_of_a_department_are_doubted_in_the_older_form_too():
    numbers = tables({"requests.new.other": 1, "requests.partial.other": 1}, "2019")
    assert rules(review(numbers | {"disclosure.regulations.in_total": "4"}, "2019")) == ["C05"]
    assert rules(review(numbers | {"disclosure.regulations.in_total": "/"}, "2019")) == ["H02"]


def test_what_a_department_calls_regulations_can_be_set_to_zero():
    sitting = review(tables(SOME | REGULATIONS))
    sitting.put(sitting.written_fix(the("C05", sitting).fixes[0]))
    assert rules(sitting) == []


@pytest.mark.parametrize(
    ("unit", "count", "odd"),
    [
        ("云岭市白石镇人民政府", 1001, True),
        ("云岭市白石镇人民政府", 1000, False),
        (UNIT, 20_001, True),
        (UNIT, 20_000, False),
        ("云岭市人民政府", 20_001, False),
        ("云岭市人民政府", 1_000_001, True),
    ],
)
def test_requests_are_as_many_as_the_kind_of_unit_has(unit, count, odd):
    numbers = tables({"requests.new.natural": count, "requests.partial.natural": count})
    sitting = review(numbers, unit=unit)
    assert rules(sitting) == (["H08"] if odd else [])
    if odd:
        assert the("H08", sitting).table == "requests"
        assert sitting.message(the("H08", sitting)).startswith(
            "表三“一、本年新收政府信息公开申请数量”自然人是"
        )


@pytest.mark.parametrize(("count", "odd"), [(100_000_001, True), (100_000_000, False), ("亿件", False)])
def test_decisions_are_less_than_a_hundred_million(count, odd):
    sitting = review(tables(SOME) | {"disclosure.licensing.decisions": str(count)})
    assert ("H08" in rules(sitting)) is odd
    if odd:
        assert sitting.message(the("H08", sitting)).count("行政许可") == 1


@pytest.mark.parametrize(
    ("unit", "amount", "odd"),
    [(UNIT, "1000000", True), (UNIT, "999999.5", False), ("云岭市人民政府", "1000000", False)],
)
def test_fees_of_a_county_stay_below_ten_thousand_million(unit, amount, odd):
    sitting = review(tables(SOME | {"disclosure.fees.amount": amount}), unit=unit)
    assert rules(sitting) == (["C07"] if odd else [])


# --- beside last year's ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("then", "now", "odd"),
    [("55", "550", True), ("550", "55", True), ("55", "549", False), ("5", "54", False), ("/", "50", True)],
)
def test_ten_times_as_much_or_as_little_is_said(then, now, odd):
    cell = "disclosure.licensing.decisions"
    last, numbers = tables(SOME) | {cell: then}, tables(OTHER) | {cell: now}
    sitting = review(numbers, last=last)
    assert rules(sitting) == (["C09"] if odd else [])
    if odd:
        assert the("C09", sitting).cells == (cell,)


def test_what_is_no_number_is_not_compared():
    cell = "disclosure.licensing.decisions"
    assert rules(review(tables(OTHER) | {cell: "很多"}, last=tables(SOME))) == ["number.unreadable"]


def test_the_same_figures_as_last_year_are_said():
    sitting = review(tables(SOME), last=tables(SOME))
    assert rules(sitting) == ["C10"]
    assert "requests.granted.natural" in the("C10", sitting).cells
    assert rules(review(tables(OTHER), last=tables(SOME))) == []


def test_marks_for_zero_do_not_hide_that_all_is_the_same():
    last = {cell: "/" if value == "0" else value for cell, value in tables(SOME).items()}
    assert rules(review(tables(SOME), last=last)) == ["C10"]


def test_a_quiet_year_may_be_like_the_one_before():
    """One request granted each year, the documents in force unchanged: nobody copied anything."""
    quiet = tables(
        {
            "requests.new.natural": 1,
            "requests.granted.natural": 1,
            "disclosure.normative.in_force": 17,
            "disclosure.penalties.decisions": 2,
        }
    )
    assert rules(review(quiet, last=quiet)) == []


def test_the_older_forms_figures_are_not_held_against_the_newer_ones():
    last = tables({"requests.new.natural": 3, "requests.partial.natural": 3}, "2019")
    sitting = review(tables(OTHER))
    sitting.compare_with(last_year_of(review(last, "2019").report))
    assert own(sitting) == []
