"""Blanks and marks for zero: one finding for each table, a fix where 0 is what can stand there."""

import pytest

from tests.core.figures.sheets import in_excel, in_word, own, review, rules, tables, the

SOME = {"requests.new.natural": 12, "requests.granted.natural": 10, "requests.partial.natural": 2}
CASES = {"challenges.reconsideration.upheld": 2, "challenges.direct_suit.pending": 1}


def _replaced(numbers, old, new, table):
    return {c: new if v == old and c.startswith(f"{table}.") else v for c, v in numbers.items()}


@pytest.mark.parametrize("edition", ["2021", "2019"])
def test_marks_for_zero_are_counted_once_for_each_table(edition):
    numbers = tables(SOME, edition)
    zeros = [c for c, v in numbers.items() if v == "0" and c.startswith("requests.")]
    sitting = review(_replaced(numbers, "0", "/", "requests"), edition)
    finding = the("H02", sitting)
    assert finding.severity == "advice"
    assert finding.cells == tuple(zeros)
    assert f"“/” {len(zeros)} 格" in sitting.message(finding)


def test_marks_of_several_kinds_are_told_apart():
    numbers = tables(SOME) | {
        "disclosure.regulations.issued": "/",
        "disclosure.regulations.repealed": "/",
        "disclosure.coercion.decisions": "无",
    }
    sitting = review(numbers)
    assert "“/” 2 格、“无” 1 格" in sitting.message(the("H02", sitting))


def test_one_mark_is_named_by_its_cell():
    sitting = review(tables(SOME) | {"disclosure.coercion.decisions": "—"})
    assert (
        sitting.message(the("H02", sitting))
        == "表二“行政强制”本年处理决定数量写的是“—”，按 0 计算，建议改为 0"
    )


def test_the_fix_fills_all_of_them_with_zero():
    numbers = tables(SOME)
    sitting = review(_replaced(numbers, "0", "/", "requests"))
    (fix,) = the("H02", sitting).fixes
    sitting.put(sitting.written_fix(fix))
    assert {c: sitting.text(c) for c in sitting.cells} == numbers
    assert rules(sitting) == []


def test_blanks_are_said_apart_from_marks():
    numbers = tables(SOME) | {"requests.refused.law.natural": "", "requests.refused.law.ngo": " "}
    sitting = review(numbers | {"requests.refused.law.legal": "/"})
    assert the("H01", sitting).cells == ("requests.refused.law.natural", "requests.refused.law.ngo")
    assert the("H02", sitting).cells == ("requests.refused.law.legal",)


def test_a_blank_total_over_parts_is_wrong_not_blank():
    sitting = review(tables(SOME | CASES) | {"requests.granted.total": ""})
    assert "H01" not in rules(sitting)
    assert "requests.sum.granted" in [f.rule for f in sitting.findings]


def test_no_zero_is_put_where_a_number_may_be_missing():
    """The row does not add up: its blank may be the number that is lacking."""
    numbers = tables(SOME) | {"requests.new.natural": "", "requests.refused.law.natural": ""}
    sitting = review(numbers)
    finding = the("H01", sitting)
    assert finding.cells == ("requests.new.natural", "requests.refused.law.natural")
    assert [cell for fix in finding.fixes for cell, _ in fix.texts] == ["requests.refused.law.natural"]


def test_blanks_among_the_numbers_of_table_four_are_said_of_its_fifteen():
    numbers = _replaced(tables(SOME | CASES), "0", "", "challenges")
    sitting = review(numbers)
    assert "15 个数" in sitting.message(the("B09", sitting))
    assert "H01" not in rules(sitting)


def test_a_blank_form_is_empty_and_nothing_else():
    numbers = dict.fromkeys(tables(), "")
    assert rules(in_word(numbers)) == ["table.empty"] * 3
    assert all(not finding.fixes for finding in own(in_word(numbers)))


def test_a_table_of_marks_alone_is_empty_too_but_may_be_zeros():
    sitting = review(_replaced(tables(SOME), "0", "/", "disclosure"))
    finding = the("table.empty", sitting)
    assert "“/”" in sitting.message(finding)
    (fix,) = finding.fixes
    sitting.put(sitting.written_fix(fix))
    assert rules(sitting) == []


@pytest.mark.parametrize("mark", ["", "/"])
def test_totals_above_zero_without_their_parts_are_wrong(mark):
    numbers = tables(SOME)
    numbers |= {c: mark for c in numbers if c.startswith("requests.") and not c.endswith(".total")}
    sitting = review(numbers)
    finding = the("A14", sitting)
    assert finding.severity == "error"
    assert {sitting.text(cell) for cell in finding.cells} == {"12", "10", "2"}
    assert not {"H01", "H02"} & set(rules(sitting))


def test_totals_of_zero_without_their_parts_want_filling():
    numbers = tables()
    numbers |= {c: "" for c in numbers if c.startswith("requests.") and not c.endswith(".total")}
    sitting = in_word(numbers)
    finding = the("A14", sitting)
    assert finding.severity == "advice"
    assert len(finding.cells) == 150
    (fix,) = finding.fixes
    sitting.put(sitting.written_fix(fix))
    assert "A14" not in rules(sitting)


def test_parts_of_one_row_that_are_filled_make_it_no_table_of_totals():
    numbers = tables(SOME)
    numbers |= {
        c: "" for c in numbers if c.startswith("requests.") and not c.endswith(".total") and ".new." not in c
    }
    assert "A14" not in rules(review(numbers))


def test_cells_that_cannot_be_corrected_are_not_offered_to_be_filled():
    sitting = in_excel(tables(SOME) | {"disclosure.coercion.decisions": "/"})
    assert the("H02", sitting).fixes
    locked = sitting.cells["disclosure.coercion.decisions"]._replace(locked="该格是公式")
    sitting.cells["disclosure.coercion.decisions"] = locked
    sitting.set_value("disclosure.licensing.decisions", "1")
    assert the("H02", sitting).fixes == ()


def test_zeros_everywhere_are_asked_about_unless_the_text_says_so():
    said = {"（二）依申请公开情况。按时办理各类申请。": "（二）依申请公开情况。我局未收到政府信息公开申请。"}
    assert rules(review(tables())) == ["A15"]
    assert rules(review(tables(), text=said)) == []
    marked = _replaced(tables(), "0", "/", "requests") | {"requests.new.total": "0"}
    assert rules(review(marked)) == ["H02", "A15"]
    assert rules(review(marked, text=said)) == ["H02"]
    assert "A15" not in rules(review(tables({"requests.carried_out.natural": 1})))
