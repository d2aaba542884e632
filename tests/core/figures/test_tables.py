"""Tables laid out otherwise than the form: headings misspelt, rows and subtotals added."""

import io
from copy import deepcopy
from pathlib import Path

import pytest
from docx import Document
from docx.table import _Row
from openpyxl import load_workbook

from core.checks.labels import misspelt
from core.files import from_bytes
from core.forms import Heading, editions
from core.labels import fold
from core.profile import Profile
from core.review import Review
from tests.core.figures.sheets import in_word, own, review, rules, tables, the
from tests.documents import excel, word
from tests.layouts import LAYOUTS, balanced, report

SOME = {"requests.new.natural": 12, "requests.granted.natural": 10, "requests.partial.natural": 2}
INTERNAL = "属于三类内部事务信息"


# --- headings -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("edition", ["2021", "2019"])
@pytest.mark.parametrize("layout", LAYOUTS)
def test_official_headings_are_never_misspelt(layout, edition):
    sitting = review(tables(SOME, edition), edition, layout=layout)
    assert rules(sitting) == []


@pytest.mark.parametrize("layout", ["pipes_padded", "cell_with_pipe", "cell_per_line", "markdown"])
def test_a_misspelt_heading_is_said_and_mended_in_its_line(layout):
    sitting = review(tables(SOME), text={INTERNAL: "属于三类内容事务信息"}, layout=layout)
    finding = the("E08", sitting)
    assert finding.severity == "advice"
    assert (finding.found, finding.expected) == ("5.属于三类内容事务信息", "5.属于三类内部事务信息")
    (fix,) = finding.fixes
    sitting.put(sitting.written_fix(fix))
    assert rules(sitting) == []
    right = review(tables(SOME), layout=layout).narrative.lines
    assert sitting.narrative.lines == right


def test_only_the_wrong_characters_of_a_line_are_changed():
    wrong = "只计这一情况,不计其他情形"
    sitting = review(tables(SOME), text={"只计这一情形，不计其他情形": wrong})
    (fix,) = the("E08", sitting).fixes
    ((_, line),) = fix.texts
    assert line.endswith("只计这一情形,不计其他情形）")


@pytest.mark.parametrize(
    ("official", "written"),
    [
        ("（二）部分公开（区分处理的，只计这一情形，不计其他情形）", "（二）部分公开"),
        (
            "（二）部分公开（区分处理的，只计这一情形，不计其他情形）",
            "(二)部分公开(区分处理的,只计这一情形,不计其他情形)",
        ),
        ("3.危及“三安全一稳定”", "3.危及三安全一稳定"),
        ("2.其他法律行政法规禁止公开", "2．其他法律、行政法规禁止公开的政府信息"),
        ("社会公益组织", "社会公益\n组织"),
        ("（七）总计", "（七）合计"),
        ("一、本年新收政府信息公开申请数量", "一、本年新收到政府信息公开申请数量"),
        ("规章", "规章(设区的市、自治州人民政府应提供相关数据)"),
        ("3.其他", "3.其他情形"),
    ],
)
def test_variants_and_headings_cut_off_are_no_finding(official, written):
    assert rules(_renamed(official, written)) == []


@pytest.mark.parametrize(
    ("official", "written"),
    [
        (
            "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
            "2.申请人逾期未按收费通知要求交纳费用、行政机关不再处理其政府信息公开申请",
        ),
        ("法律服务机构", "法律服务机购"),
        ("4.无正当理由大量反复申请", "4.无正当理由大量反覆申请"),
        ("5.属于三类内部事务信息", "5.属于类内部事务信息"),
        ("本年收费金额（单位：万元）", "本年收费金额（单位：万圆）"),
    ],
)
def test_wrong_characters_in_a_word_table_are_said_without_a_fix(official, written):
    sitting = _renamed(official, written)
    finding = the("E08", sitting)
    assert finding.severity == "advice"
    assert not finding.fixes
    assert finding.found != finding.expected
    assert finding.found in written
    assert finding.expected in official


def _renamed(official: str, written: str) -> Review:
    document = Document(io.BytesIO(word(tables(SOME))))
    cells = [c for t in document.tables for row in t.rows for c in row.cells if c.text == official]
    assert cells
    for cell in cells:
        cell.text = written
    return _saved(document)


def test_every_label_of_the_forms_is_its_own():
    for form in editions().values():
        for table in form.tables.values():
            for section in table.sections:
                for heading in (*section.row_leaves, *section.column_leaves):
                    for label in heading.labels:
                        assert misspelt(label, heading, lost=True) == (), label
                        assert misspelt(fold(label), heading, lost=True) == (), label


@pytest.mark.parametrize("kept", range(3, 12))
def test_a_heading_cut_off_is_not_misspelt_and_a_misspelt_one_is_even_so(kept):
    heading = Heading("2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请")
    assert misspelt(heading.label[: kept * 3], heading, lost=False) == ()
    wrong = heading.label.replace("通知", "通只")[: kept * 3]
    assert bool(misspelt(wrong, heading, lost=False)) is ("通只" in wrong)


def test_a_heading_of_other_words_is_no_slip_of_the_pen():
    assert misspelt("办理公民政务咨询服务事项数量", Heading("属于三类内部事务信息"), lost=True) == ()


# --- rows and subtotals ---------------------------------------------------------------------------------

EXTRA = "其他主动公开文件(含以本单位名义正式签发的、除规范性文件以外的主动公开文件)"


def _with_row(table: int, after: str, column: int, label: str, values: list[str]) -> Review:
    document = Document(io.BytesIO(word(balanced())))
    rows = document.tables[table].rows
    model = next(row for row in rows if after in row.cells[column].text)
    new = _copied(model)
    new.cells[column].text = label
    for cell, value in zip(new.cells[column + 1 :], values, strict=False):
        cell.text = value
    return _saved(document)


def _copied(row: _Row) -> _Row:
    copy = deepcopy(row._tr)
    row._tr.addnext(copy)
    return _Row(copy, row.table)


def _saved(document) -> Review:
    buffer = io.BytesIO()
    document.save(buffer)
    return Review(from_bytes(buffer.getvalue(), Path("年报.docx")))


def test_a_row_the_province_adds_is_said_once_and_counts_in_nothing():
    sitting = _with_row(0, "行政规范性文件", 0, EXTRA, ["5", "5", "5"])
    assert rules(sitting) == ["E09"]
    assert "其他主动公开文件" in sitting.message(the("E09", sitting))
    assert {cell: sitting.text(cell) for cell in sitting.cells} == balanced()


def test_a_row_that_the_local_requirements_name_is_not_said():
    sitting = _with_row(0, "行政规范性文件", 0, EXTRA, ["5", "5", "5"])
    local = Review(sitting.report, profile=Profile(extra_rows=("其他主动公开文件",)))
    assert rules(local) == []


@pytest.mark.parametrize("layout", ["pipes_padded", "tabs_from_word", "markdown"])
def test_an_added_row_of_a_plain_text_is_said(layout):
    lines = report(layout, tables(SOME)).splitlines()
    at = next(n for n, line in enumerate(lines) if "行政规范性文件" in line)
    lines.insert(at + 1, lines[at].replace("行政规范性文件", "其他主动公开文件"))
    sitting = Review(from_bytes("\n".join(lines).encode(), Path("年报.txt")))
    assert rules(sitting) == ["E09"]


_REFUSED = [c.split(".")[2] for c in balanced() if ".refused." in c and c.endswith(".total")]
_COLUMNS = ("natural", "business", "research", "ngo", "legal", "other", "total")


@pytest.mark.parametrize("slip", [0, 1])
def test_a_row_of_subtotals_is_checked_and_counts_in_nothing(slip):
    numbers = balanced()
    sums = [sum(int(numbers[f"requests.refused.{row}.{column}"]) for row in _REFUSED) for column in _COLUMNS]
    sums[3] += slip
    sitting = _with_row(1, "行政查询", 2, "小计", [str(each) for each in sums])
    assert rules(sitting) == (["A05"] if slip else [])
    if slip:
        finding = the("A05", sitting)
        assert finding.severity == "error"
        assert finding.cells == tuple(f"requests.refused.{row}.ngo" for row in _REFUSED)
    assert {cell: sitting.text(cell) for cell in sitting.cells} == numbers


def test_a_row_of_blank_subtotals_says_nothing():
    assert rules(_with_row(1, "行政查询", 2, "小计", [""] * 7)) == []


@pytest.mark.parametrize("slip", [0, 1])
def test_a_column_of_subtotals_is_checked_and_counts_in_nothing(slip):
    numbers = balanced()
    book = load_workbook(io.BytesIO(excel(numbers, merged=False)))
    sheet = next(s for s in book if s.title.startswith("三"))
    column = next(c.column for c in sheet[5] if c.value == "其他") + 1
    sheet.insert_cols(column)
    for row, label in enumerate(("申请人情况", "法人或其他组织", "小计"), start=3):
        sheet.cell(row, column, label)
    for row in range(6, sheet.max_row + 1):
        parts = (sheet.cell(row, c).value for c in range(column - 5, column))
        sheet.cell(row, column, sum(int(v or 0) for v in parts) + (slip if row == 8 else 0))
    buffer = io.BytesIO()
    book.save(buffer)
    sitting = Review(from_bytes(buffer.getvalue(), Path("年报.xlsx")))
    assert rules(sitting) == (["A05"] if slip else [])
    assert {cell: sitting.text(cell) for cell in sitting.cells} == numbers


def test_table_four_in_three_rows_is_not_the_forms():
    document = Document(io.BytesIO(word(tables(SOME))))
    old = document.tables[2]._tbl
    table = document.add_table(4, 6)
    texts = ["", "结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
    for label in ("行政复议", "未经复议直接起诉", "复议后起诉"):
        texts += [label, *"00000"]
    for cell, text in zip(table._cells, texts, strict=True):
        cell.text = text
    old.getparent().replace(old, table._tbl)
    sitting = _saved(document)
    assert len([c for c in sitting.cells if c.startswith("challenges.")]) == 15
    assert rules(sitting) == ["B09"]
    assert "B09" not in rules(in_word(tables(SOME)))


# --- what broken sums may come from ---------------------------------------------------------------------


def test_two_columns_out_of_balance_against_each_other_may_be_one_request_under_two_names():
    figures = {"requests.new.natural": 9, "requests.new.other": 4}
    results = {"requests.granted.natural": 8, "requests.partial.other": 5}
    sitting = review(tables(figures | results))
    finding = the("A06", sitting)
    assert finding.severity == "advice"
    assert "“自然人”列第三、四项比第一、二项少 1，“其他”列多 1" in sitting.message(finding)
    assert rules(review(tables(results | {"requests.new.natural": 8, "requests.new.other": 5}))) == []


def test_a_number_split_over_two_cells_is_put_together_again():
    right = tables({**SOME, "requests.granted.natural": 12, "requests.new.natural": 14})
    sitting = review(right | {"requests.granted.natural": "1", "requests.granted.business": "2"})
    (fix,) = the("A07", sitting).fixes
    sitting.put(sitting.written_fix(fix))
    assert {c: sitting.text(c) for c in sitting.cells} == right
    assert own(sitting) == []


def test_digits_that_make_nothing_right_together_are_left_apart():
    sitting = review(tables(SOME) | {"requests.granted.natural": "1", "requests.granted.business": "2"})
    assert "A07" not in rules(sitting)


def test_a_formula_that_misses_its_sum_is_said_to_be_one():
    book = load_workbook(io.BytesIO(excel(tables(SOME), merged=False)))
    sheet = next(s for s in book if s.title.startswith("三"))
    row = next(r for r in range(1, 12) if "本年新收" in str(sheet.cell(r, 1).value))
    last = max(c.column for c in sheet[row] if c.value is not None)
    sheet.cell(
        row, last, f"=SUM({sheet.cell(row, last - 5).coordinate}:{sheet.cell(row, last - 1).coordinate})"
    )
    buffer = io.BytesIO()
    book.save(buffer)
    sitting = Review(from_bytes(buffer.getvalue(), Path("年报.xlsx")))
    assert the("H10", sitting).cells == ("requests.new.total",)
    assert sitting.message(the("H10", sitting)).count("表三") == 1
