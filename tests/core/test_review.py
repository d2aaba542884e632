"""A sitting: typing a number re-checks at once, and undoing it restores everything."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.checks import OF_FIGURES
from core.files import from_bytes
from core.findings import Fix
from core.forms import editions
from core.review import Review
from core.wording import brief
from tests.layouts import balanced, report

CELLS = sorted(editions()["2021"].tables["requests"].cells)


def sitting(numbers: dict[str, str] | None = None) -> Review:
    return Review(from_bytes(report("pipes_padded", numbers or balanced()).encode(), Path("年报.txt")))


def broken(review: Review) -> set[str]:
    return {f.rule for f in review.findings if f.equation}


def test_one_wrong_leaf_breaks_its_row_and_its_column():
    review = sitting()
    review.set_value("requests.unable.not_held.natural", "999")
    assert broken(review) == {"requests.sum.unable.not_held", "requests.closed.natural"}


def test_one_wrong_total_of_results_breaks_three_equations():
    review = sitting()
    review.set_value("requests.closed.natural", "999")
    assert broken(review) == {"requests.sum.closed", "requests.closed.natural", "requests.balance.natural"}


def test_what_a_fix_would_break_is_known_without_doing_it():
    review = sitting()
    total = "challenges.direct_suit.total"
    fix = Fix("改表格", ((total, "99"),))
    (finding,) = review.broken_by(fix)
    assert (finding.rule, finding.expected, finding.found) == ("challenges.sum.direct_suit", "11", "99")
    assert not review.findings
    review.set_value(total, "98")
    assert review.broken_by(fix) == (), "it is broken already"


def test_sentences_name_both_sides_of_the_sum():
    numbers = balanced()
    review = sitting(numbers)
    review.set_value("requests.carried_in.natural", "1")
    new, closed, out = (int(numbers[f"requests.{r}.natural"]) for r in ("new", "closed", "carried_out"))
    finding = next(f for f in review.findings if f.rule == "requests.balance.natural")
    assert review.message(finding) == (
        f"表三“自然人”列：第一项＋第二项＝{new + 1}，第三项(七)总计＋第四项＝{closed + out}，相差 1"
    )
    assert (finding.expected, finding.found) == (str(new + 1), str(closed + out))


def test_a_blank_total_is_said_to_be_blank():
    review = sitting(balanced() | {"challenges.direct_suit.total": ""})
    finding = next(f for f in review.findings if f.rule == "challenges.sum.direct_suit")
    assert (finding.expected, finding.found) == ("11", None)
    assert (
        review.message(finding)
        == "表四“未经复议直接起诉”：结果维持＋结果纠正＋其他结果＋尚未审结＝11，总计是空白"
    )


def test_blank_totals_over_blank_parts_add_up():
    numbers = balanced() | {
        f"challenges.direct_suit.{c}": "" for c in ("upheld", "corrected", "other", "pending", "total")
    }
    assert broken(sitting(numbers)) == set()


@pytest.mark.parametrize(
    ("cell", "text", "rule"),
    [
        ("requests.new.natural", "-3", "number.negative"),
        ("requests.new.natural", "1.5", "number.decimal"),
        ("disclosure.fees.amount", "1.1234567", "number.decimal"),
        ("disclosure.fees.amount", "500元", "number.unit"),
        ("requests.new.natural", "O", "number.unreadable"),
    ],
)
def test_numbers_unfit_for_their_column_are_found(cell, text, rule):
    review = sitting(balanced() | {cell: text})
    assert rule in {f.rule for f in review.findings if f.cells == (cell,)}


def test_decimals_and_signs_where_the_form_has_them_are_fine():
    numbers = balanced("2019") | {
        "disclosure.licensing.change": "-2",
        "disclosure.procurement.amount": "15971.774796",
    }
    review = Review(from_bytes(report("pipes_padded", numbers, "2019", 2020).encode(), Path("a.txt")))
    assert review.findings == ()


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(CELLS), st.integers(0, 5000)), min_size=1, max_size=8))
def test_incremental_checking_equals_checking_afresh(edits):
    review = sitting()
    numbers = balanced()
    for cell, value in edits:
        review.set_value(cell, str(value))
        numbers[cell] = str(value)
    assert [f.rule for f in review.findings] == [f.rule for f in sitting(numbers).findings]


@settings(max_examples=40, deadline=None)
@given(st.dictionaries(st.sampled_from(CELLS), st.integers(0, 5000), min_size=1, max_size=8))
def test_putting_the_old_texts_back_restores_everything(values):
    review = sitting()
    before = {c: review.text(c) for c in review.cells}
    for cell, value in values.items():
        review.set_value(cell, str(value))
    review.put(before)
    assert review.findings == ()
    assert review.corrections == ()
    assert not review.is_modified
    assert review.changes == {}


def test_observers_hear_of_the_cells_that_changed_and_only_then():
    review = sitting()
    heard: list[frozenset[str]] = []
    review.subscribe(heard.append)
    review.set_value("requests.new.natural", review.text("requests.new.natural"))
    review.set_value("requests.new.natural", "999")
    assert heard == [frozenset({"requests.new.natural"})]
    assert review.revision == 1


def test_full_width_digits_stay_full_width_when_corrected():
    review = sitting(balanced() | {"requests.new.natural": "１２"})
    assert review.set_value("requests.new.natural", "34") == "３４"


def test_saving_makes_the_sitting_unmodified_until_the_next_change():
    review = sitting()
    review.set_value("requests.new.natural", "999")
    assert review.is_modified
    review.mark_saved()
    assert not review.is_modified
    review.set_value("requests.new.natural", "998")
    assert review.is_modified


def test_the_same_report_gives_the_same_findings():
    numbers = balanced() | {"requests.closed.natural": "1", "challenges.later_suit.other": "77"}
    assert sitting(numbers).findings == sitting(numbers).findings


def test_the_short_sentence_still_has_both_sides():
    review = sitting(
        balanced() | {"requests.unable.not_held.total": "99", "challenges.direct_suit.total": ""}
    )
    parts = sum(int(balanced()[f"requests.unable.not_held.{c}"]) for c in ("natural", "business", "research"))
    parts += sum(int(balanced()[f"requests.unable.not_held.{c}"]) for c in ("ngo", "legal", "other"))
    lines = {f.rule: brief(f, review.forms) for f in review.findings}
    assert (
        lines["requests.sum.unable.not_held"]
        == f"“1.本机关不掌…”：各项之和 {parts}，总计 99，差 {99 - parts}"
    )
    assert lines["challenges.sum.direct_suit"] == "“未经复议直接起诉”：各项之和 11，总计空白"


def test_a_check_that_fails_is_said_and_the_others_go_on(monkeypatch, caplog):
    def fails(_subject):
        raise ZeroDivisionError

    review = sitting(balanced() | {"challenges.direct_suit.total": "99"})
    before = set(review.findings)
    monkeypatch.setattr("core.review.OF_FIGURES", (fails, *OF_FIGURES))
    review.compare_with(None)
    (failed,) = set(review.findings) - before
    assert (failed.rule, failed.severity) == ("check.failed", "advice")
    assert before < set(review.findings)
    assert "ZeroDivisionError" in caplog.text
