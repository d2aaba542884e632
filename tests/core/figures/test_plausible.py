"""Relations that are no equations: each with a case that is odd, one that is not, one with blanks."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.catalogue import rules as catalogue_rules
from core.checks.plausible import relations
from core.forms import editions
from tests.core.figures.sheets import own, review, rules, tables, the

GRANTED = {"requests.new.natural": 66, "requests.granted.natural": 66}
SOME = {"requests.new.natural": 12, "requests.granted.natural": 10, "requests.partial.natural": 2}


# --- requests -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("edition", ["2021", "2019"])
def test_all_granted_and_yet_contested_is_odd(edition):
    odd = review(tables(GRANTED | {"challenges.reconsideration.upheld": 2}, edition), edition)
    assert rules(odd) == ["A10"]
    assert the("A10", odd).severity == "warning"
    assert "66 件" in odd.message(the("A10", odd))
    assert "2 件" in odd.message(the("A10", odd))
    assert rules(review(tables(SOME | {"challenges.reconsideration.upheld": 2}, edition), edition)) == []
    assert rules(review(tables(GRANTED, edition), edition)) == []


def test_all_granted_is_judged_with_marks_for_zero_too():
    numbers = tables(GRANTED | {"challenges.reconsideration.upheld": 2})
    marked = {cell: "/" if value == "0" else value for cell, value in numbers.items()}
    assert "A10" in rules(review(marked))


def test_refusals_of_last_year_explain_contests_of_this_year():
    numbers = tables(GRANTED | {"challenges.reconsideration.upheld": 2})
    refused = tables({"requests.new.natural": 9, "requests.refused.law.natural": 9})
    assert rules(review(numbers, last=refused)) == []
    assert rules(review(numbers, last=tables({"requests.new.other": 9, "requests.granted.other": 9}))) == [
        "A10"
    ]


@pytest.mark.parametrize(
    ("new", "out", "odd"), [(30, 16, True), (30, 15, False), (19, 19, False), (20, 11, True)]
)
def test_more_than_half_carried_out_is_odd_from_twenty_on(new, out, odd):
    numbers = tables(
        {
            "requests.new.natural": new,
            "requests.partial.natural": new - out,
            "requests.carried_out.natural": out,
        }
    )
    assert rules(review(numbers)) == (["A11"] if odd else [])


def test_carried_out_that_is_blank_or_no_number_raises_no_doubt():
    numbers = tables({"requests.new.natural": 30, "requests.partial.natural": 30})
    assert "A11" not in rules(review(numbers | {"requests.carried_out.total": ""}))
    assert "A11" not in rules(review(numbers | {"requests.carried_out.total": "二十件左右"}))


@pytest.mark.parametrize(("count", "odd"), [(9, True), (10, False)])
def test_a_flood_of_requests_needs_ten(count, odd):
    numbers = tables({"requests.new.natural": count, "requests.declined.abusive.natural": count})
    assert rules(review(numbers)) == (["A13"] if odd else [])


def test_one_request_repeats_nothing_if_there_was_none_before():
    numbers = tables({"requests.new.natural": 1, "requests.declined.duplicate.natural": 1})
    assert rules(review(numbers)) == []
    assert rules(review(numbers, last=tables())) == ["A13"]
    assert rules(review(numbers, last=tables(SOME))) == []


# --- cases ----------------------------------------------------------------------------------------------


def _cases(reconsidered: int, direct: int, later: int = 0) -> dict[str, int]:
    return {
        "challenges.reconsideration.upheld": reconsidered,
        "challenges.direct_suit.upheld": direct,
        "challenges.later_suit.upheld": later,
    }


@pytest.mark.parametrize(
    ("cases", "severity"),
    [
        (_cases(9, 9), "warning"),
        (_cases(13, 0), "advice"),
        (_cases(12, 0), None),
        (_cases(7, 0, 7), None),
        (_cases(6, 6, 5), None),
    ],
)
def test_more_cases_than_requests_are_odd_and_one_request_may_be_two_cases(cases, severity):
    found = own(review(tables(SOME | cases)))
    assert [(f.rule, f.severity) for f in found] == ([("B05", severity)] if severity else [])


def test_last_years_requests_count_where_they_are_known():
    numbers = tables(SOME | _cases(9, 9))
    busy = tables({"requests.new.natural": 6, "requests.partial.natural": 6})
    idle = tables({"requests.new.natural": 5, "requests.partial.natural": 5})
    assert "B05" not in rules(review(numbers, last=busy))
    assert "B05" in rules(review(numbers, last=idle))


def test_cases_without_a_request_in_two_years_are_odd():
    numbers = tables(_cases(1, 0))
    assert "B06" in rules(review(numbers, last=tables()))
    assert "B06" not in rules(review(numbers, last=tables(SOME)))
    assert "B06" not in rules(review(numbers))


def test_a_suit_after_reconsideration_follows_one():
    numbers = tables(SOME | _cases(0, 0, 1))
    assert rules(review(numbers)) == []
    assert rules(review(numbers, last=tables(SOME | {"requests.partial.natural": 1}))) == ["B07"]
    assert rules(review(numbers, last=tables(SOME | _cases(1, 0)))) == []


def test_cases_pending_last_year_are_to_be_found_this_year():
    last = tables(SOME | {"challenges.direct_suit.pending": 2})
    odd = review(
        tables({**SOME, "requests.partial.natural": 3, "challenges.direct_suit.upheld": 1}), last=last
    )
    assert rules(odd) == ["B08"]
    assert the("B08", odd).cells == ("challenges.direct_suit.total",)
    good = tables({**SOME, "requests.partial.natural": 3, "challenges.direct_suit.pending": 2})
    assert rules(review(good, last=last)) == []


# --- documents ------------------------------------------------------------------------------------------


def _documents(issued: int | str, repealed: int | str, in_force: int | str) -> dict[str, int | str]:
    row = "disclosure.normative"
    return {f"{row}.issued": issued, f"{row}.repealed": repealed, f"{row}.in_force": in_force} | SOME


@pytest.mark.parametrize(
    ("figures", "expected"),
    [
        (_documents(3, 1, 1), [("C03", "warning")]),
        (_documents(3, 1, 2), []),
        (_documents(3, 1, 0), [("C03", "warning")]),
        (_documents(3, 3, 0), []),
        (_documents(3, 0, 0), [("C04", "error")]),
        (_documents(3, 0, 3), []),
        (_documents(0, 5, 0), []),
        (_documents(3, "", "/"), [("C04", "error")]),
    ],
)
def test_documents_issued_this_year_are_in_force(figures, expected):
    found = own(review(tables(figures)))
    assert [(f.rule, f.severity) for f in found if f.rule[0] == "C"] == expected


@pytest.mark.parametrize(
    ("then", "now", "odd"),
    [("12.5", "12500", True), ("12500", "12.5", True), ("12.5", "13000.25", True), ("12.5", "1250", False)],
)
def test_fees_a_thousand_times_last_years_are_in_the_wrong_unit(then, now, odd):
    last = tables(SOME | {"disclosure.fees.amount": then})
    numbers = tables({**SOME, "requests.granted.natural": 9, "disclosure.fees.amount": now})
    assert ("C07" in rules(review(numbers, last=last))) is odd


def test_no_fees_at_all_are_no_question_of_units():
    last = tables(SOME | {"disclosure.fees.amount": "12.5"})
    assert rules(review(tables({**SOME, "requests.granted.natural": 9}), last=last)) == []


# --- the older form -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("figures", "expected"),
    [
        ({"normative.made": 2, "normative.published": 3, "normative.in_total": 2}, [("C21", "warning")]),
        ({"normative.made": 2, "normative.published": 2, "normative.in_total": 19}, []),
        ({"licensing.previous": 4, "licensing.change": -5}, [("C23", "error")]),
        ({"licensing.previous": 5, "licensing.change": -5}, []),
        ({"fees.previous": 1, "fees.change": "+2"}, []),
        ({"penalties.decisions": 7}, [("C23", "warning")]),
        ({"penalties.previous": 3, "penalties.decisions": 7}, []),
        ({"procurement.projects": 3}, [("C24", "warning")]),
        ({"procurement.amount": "3.5"}, [("C24", "warning")]),
        ({"procurement.projects": 3, "procurement.amount": "3.5"}, []),
    ],
)
def test_what_the_older_form_says_of_items_and_purchases(figures, expected):
    cells = {f"disclosure.{name}": value for name, value in figures.items()}
    found = own(review(tables(SOME | cells, "2019"), "2019"))
    assert [(f.rule, f.severity) for f in found] == expected


def test_items_of_the_year_before_follow_from_last_years_report():
    last = tables(SOME | {"disclosure.licensing.previous": 10, "disclosure.licensing.change": -2}, "2019")
    right = tables({**SOME, "requests.granted.natural": 9, "disclosure.licensing.previous": 8}, "2019")
    assert rules(review(right, "2019", last=last)) == []
    wrong = review(right | {"disclosure.licensing.previous": "10"}, "2019", last=last)
    assert rules(wrong) == ["C22"]
    assert (the("C22", wrong).expected, the("C22", wrong).found) == ("8", "10")


# --- nothing to say -------------------------------------------------------------------------------------


@st.composite
def _sound(draw, edition):
    """A report whose figures obey everything the catalogue asks."""
    number = st.integers(0, 40)
    form = editions()[edition].tables["requests"]
    results = [r.id for r in form.sections[0].row_leaves if r.id not in _NOT_RESULTS]
    figures: dict[str, int | str] = {}
    for row in draw(st.lists(st.sampled_from(results), min_size=1, max_size=6, unique=True)):
        figures[f"requests.{row}.natural"] = draw(number) + 10
    figures["requests.partial.other"] = draw(st.integers(1, 9))
    closed = sum(int(v) for cell, v in figures.items() if cell.endswith(".natural"))
    out = draw(st.integers(0, 8))
    figures["requests.carried_out.natural"] = out
    carried_in = draw(st.integers(0, 3))
    figures["requests.carried_in.natural"] = carried_in
    figures["requests.new.natural"] = closed + out - carried_in
    figures["requests.new.other"] = figures["requests.partial.other"]
    figures["challenges.reconsideration.corrected"] = draw(st.integers(0, 4))
    figures["challenges.direct_suit.pending"] = draw(st.integers(0, 3))
    figures |= draw(_published_2021() if edition == "2021" else _published_2019())
    return tables(figures, edition)


_NOT_RESULTS = ("new", "carried_in", "closed", "carried_out")


@st.composite
def _published_2021(draw):
    issued, repealed, rest = (draw(st.integers(0, 30)) for _ in range(3))
    cents = draw(st.integers(0, 10**9))
    return {
        "disclosure.normative.issued": issued,
        "disclosure.normative.repealed": repealed,
        "disclosure.normative.in_force": max(0, issued - repealed) + rest,
        "disclosure.licensing.decisions": draw(st.integers(0, 10**6)),
        "disclosure.fees.amount": f"{cents // 10**6}.{cents % 10**6:06}",
    }


@st.composite
def _published_2019(draw):
    published, more, items, decisions = (draw(st.integers(0, 30)) for _ in range(4))
    projects = draw(st.integers(0, 5))
    return {
        "disclosure.normative.published": published,
        "disclosure.normative.in_total": published + more,
        "disclosure.licensing.previous": items + 3,
        "disclosure.licensing.change": draw(st.sampled_from(["-3", "0", "+2"])),
        "disclosure.licensing.decisions": decisions if items else 0,
        "disclosure.procurement.projects": projects,
        "disclosure.procurement.amount": "7.25" if projects else "0",
    }


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(["2021", "2019"]).flatmap(lambda e: st.tuples(st.just(e), _sound(e))))
def test_a_report_whose_figures_obey_everything_raises_nothing(made):
    edition, numbers = made
    sitting = review(numbers, edition)
    assert [sitting.message(f) for f in sitting.findings if f.equation] == []
    assert [sitting.message(f) for f in own(sitting)] == []


def test_every_relation_is_of_the_catalogue_and_of_cells_that_exist():
    known = {c for form in editions().values() for t in form.tables.values() for c in t.cells}
    assert relations()
    for relation in relations():
        assert relation.rule in catalogue_rules()
        cells = {cell for each in relation.sums.values() for cell, _ in (*each.now, *each.then)}
        assert cells <= known
        if any(each.then for each in relation.sums.values()):
            assert relation.last_year is True
