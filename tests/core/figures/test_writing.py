"""Ways of writing numbers: read right, said once for each table, mended to plain digits."""

import pytest

from tests.core.figures.sheets import in_excel, in_word, own, review, rules, tables, the

SOME = {"requests.new.natural": 1200, "requests.granted.natural": 1000, "requests.partial.natural": 200}
NEW = "requests.new.natural"
FEES = "disclosure.fees.amount"


@pytest.mark.parametrize(
    ("cell", "text", "rule", "plain"),
    [
        (NEW, "１２００", "H03", "1200"),
        (NEW, "1,200", "H03", "1200"),
        (NEW, "1200件", "H03", "1200"),
        (NEW, "12 00", "H03", "1200"),
        (NEW, "+1200", "H03", "1200"),
        (NEW, "01200", "H07", "1200"),
        (NEW, "1200.0", "H07", "1200"),
        (FEES, "1,627.79", "H03", "1627.79"),
        (FEES, "1627.79万元", "H03", "1627.79"),
        (FEES, "01627.79", "H07", "1627.79"),
    ],
)
def test_a_number_in_another_way_of_writing_is_offered_in_plain_digits(cell, text, rule, plain):
    numbers = tables(SOME | {FEES: "1627.79"}) | {cell: text}
    sitting = review(numbers)
    assert rules(sitting) == [rule]
    finding = the(rule, sitting)
    assert (finding.severity, finding.cells) == ("advice", (cell,))
    assert f"“{text}”" in sitting.message(finding)
    (fix,) = finding.fixes
    sitting.put(sitting.written_fix(fix))
    assert sitting.text(cell) == plain
    assert rules(sitting) == []


@pytest.mark.parametrize(
    ("cell", "text"),
    [(NEW, "1200"), (NEW, " 1200 "), (FEES, "1627.790"), (FEES, "0.5"), (FEES, "0.00"), (FEES, "1627.79")],
)
def test_usual_ways_of_writing_are_no_finding(cell, text):
    assert rules(in_word(tables(SOME) | {cell: text})) == []


def test_signs_are_at_home_in_the_column_of_changes():
    figures = SOME | {"disclosure.licensing.previous": 9}
    for text in ("+2", "-2", "－2", "0"):
        sitting = review(tables(figures, "2019") | {"disclosure.licensing.change": text}, "2019")
        assert [f.rule for f in own(sitting) if f.severity != "advice"] == []
    assert rules(review(tables(figures, "2019") | {"disclosure.licensing.change": "+2"}, "2019")) == []


def test_after_the_fix_typing_stays_plain():
    sitting = review(tables(SOME) | {NEW: "１２００"})
    sitting.put(sitting.written_fix(the("H03", sitting).fixes[0]))
    assert sitting.set_value(NEW, "1201") == "1201"


def test_many_cells_are_one_finding_for_each_table():
    numbers = tables(SOME)
    numbers |= {c: f"{v}件" for c, v in numbers.items() if c.startswith(("requests.", "challenges."))}
    found = own(review(numbers))
    assert [(f.rule, f.table, len(f.cells)) for f in found] == [
        ("H03", "requests", 175),
        ("H03", "challenges", 15),
    ]


@pytest.mark.parametrize(
    ("text", "offered"),
    [
        ("一千二百", ["1200"]),
        ("十二件", ["12"]),
        ("零", ["0"]),
        ("12O0", ["1200"]),
        ("l2", ["12"]),
        ("〇", ["0"]),
        ("1200 / 3", ["1200", "3"]),
        ("1200人次", ["1200"]),
        ("不详", []),
        ("#REF!", []),
    ],
)
def test_what_is_no_number_stays_none_but_may_be_guessed_at(text, offered):
    sitting = review(tables(SOME) | {NEW: text})
    finding = the("number.unreadable", sitting)
    assert finding.severity == "error"
    assert sitting.reading(NEW).value is None
    assert [fix.texts for fix in finding.fixes] == [((NEW, number),) for number in offered]
    for fix in finding.fixes:
        sitting.put(sitting.written_fix(fix))
        assert "number.unreadable" not in rules(sitting)


def test_two_numbers_on_two_lines_of_a_cell_are_both_offered():
    sitting = in_word(tables(SOME) | {NEW: "1200\n3"})
    finding = the("number.unreadable", sitting)
    assert "不止一个数" in sitting.message(finding)
    assert [fix.label for fix in finding.fixes] == ["只留 1200", "只留 3"]


def test_errors_of_formulas_are_called_so():
    sitting = review(tables(SOME) | {NEW: "#VALUE!"})
    assert "公式" in sitting.message(the("number.unreadable", sitting))


def test_numbers_that_a_spreadsheet_stores_as_words_are_said():
    numbers = tables(SOME) | {FEES: "1627.79"}
    sitting = in_excel(numbers)
    assert the("H06", sitting).cells == (FEES,), "the others are stored as numbers"
    assert "H06" not in rules(in_word(numbers))
