"""E1: equations are judged exactly, only where every cell is a number, and kept up to date."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from core.numerals import BLANK, NOT_A_NUMBER, Reading
from core.rules import Judgement, Ledger
from tests.core.repair.tables import form, small_form, small_table

FORM = small_form()
SUM = next(e for e in FORM.equations if e.rule == "requests.sum.new")
TOTAL, NATURAL, BUSINESS = SUM.cells
RIGHT = {cell: Reading("number", value) for cell, value in small_table([3, 1, 4, 1, 5, 9, 2, 6]).items()}


def number(value: int | Decimal) -> Reading:
    return Reading("number", value)


def judged(readings: dict[str, Reading]) -> Judgement:
    """What the ledger says of the sum of one row."""
    (found,) = (j for j in Ledger((FORM,), readings).judgements if j.equation == SUM)
    return found


def test_a_right_table_holds_everywhere():
    ledger = Ledger((FORM,), RIGHT)
    assert {j.verdict for j in ledger.judgements} == {"holds"}
    assert ledger.broken == ()


def test_the_equations_of_every_form_are_judged_in_the_forms_order():
    forms = (form("2021", "requests"), form("2021", "challenges"))
    ledger = Ledger(forms, {})
    assert ledger.equations == forms[0].equations + forms[1].equations
    assert [j.equation for j in ledger.judgements] == list(ledger.equations)
    assert {j.verdict for j in ledger.judgements} == {"unjudged"}


def test_both_sides_of_a_broken_equation_are_told():
    found = judged({TOTAL: number(8), NATURAL: number(3), BUSINESS: number(4)})
    assert found == Judgement(SUM, "broken", 8, 7)


def test_both_sides_of_an_equation_that_holds_are_told():
    found = judged({TOTAL: number(7), NATURAL: number(3), BUSINESS: number(4)})
    assert found == Judgement(SUM, "holds", 7, 7)


def test_a_blank_counts_as_nothing():
    assert judged({TOTAL: number(3), NATURAL: number(3), BUSINESS: BLANK}) == Judgement(SUM, "holds", 3, 3)
    assert judged({TOTAL: BLANK, NATURAL: number(3), BUSINESS: BLANK}) == Judgement(SUM, "broken", 0, 3)


def test_an_equation_with_a_cell_that_is_no_number_or_not_there_is_not_judged():
    unjudged = Judgement(SUM, "unjudged")
    assert judged({TOTAL: NOT_A_NUMBER, NATURAL: number(3), BUSINESS: number(4)}) == unjudged
    assert judged({TOTAL: number(3), NATURAL: number(3), BUSINESS: NOT_A_NUMBER}) == unjudged
    assert judged({TOTAL: number(3), NATURAL: number(3)}) == unjudged
    assert judged({NATURAL: number(3), BUSINESS: number(4)}) == unjudged


def test_decimals_are_added_exactly():
    found = judged(
        {TOTAL: number(Decimal("0.3")), NATURAL: number(Decimal("0.1")), BUSINESS: number(Decimal("0.2"))}
    )
    assert found.verdict == "holds"


def test_one_cell_breaks_every_equation_it_takes_part_in_and_no_other():
    ledger = Ledger((FORM,), RIGHT)
    ledger.set(NATURAL, number(777))
    concerned = [e for e in FORM.equations if NATURAL in e.cells]
    assert [j.equation for j in ledger.broken] == concerned
    assert [j.equation for j in ledger.equations_of(NATURAL)] == concerned
    assert {j.verdict for j in ledger.equations_of(NATURAL)} == {"broken"}
    ledger.set(NATURAL, RIGHT[NATURAL])
    assert ledger.broken == ()


def test_a_cell_of_no_equation_may_be_set_and_asked_for():
    ledger = Ledger((FORM,), RIGHT)
    ledger.set("disclosure.fees.amount", number(1))
    assert ledger.equations_of("disclosure.fees.amount") == ()
    assert ledger.broken == ()


READINGS = st.one_of(st.builds(number, st.integers(-2, 2)), st.just(BLANK), st.just(NOT_A_NUMBER))


@given(st.dictionaries(st.sampled_from(sorted(RIGHT)), READINGS))
def test_kept_up_to_date_it_says_the_same_as_afresh(changes):
    ledger = Ledger((FORM,), RIGHT)
    for cell, reading in changes.items():
        ledger.set(cell, reading)
    afresh = Ledger((FORM,), RIGHT | changes)
    assert ledger.judgements == afresh.judgements
    assert ledger.broken == afresh.broken
