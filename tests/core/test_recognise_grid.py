"""L1 for Word and Excel: numbers are found by the headings they stand under, wherever the table is."""

import copy
import io
import re
from pathlib import Path

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from core.files import from_bytes
from core.layout import drawing
from core.review import Review
from tests.documents import excel, place_box, word, word_table
from tests.layouts import HEADINGS, balanced
from tests.pages import table_of

YEARS = {"2021": 2023, "2019": 2020}
SHAPES = {
    "word merged": word,
    "word repeated labels": lambda n, e, y: word(n, e, y, merged=False),
    "excel sheets": excel,
    "excel one sheet": lambda n, e, y: excel(n, e, y, one_sheet=True),
    "excel repeated labels": lambda n, e, y: excel(n, e, y, merged=False),
    "excel far from the corner": lambda n, e, y: excel(n, e, y, one_sheet=True, top=9, left=5),
}


def opened(data: bytes, name: str = "年报") -> Review:
    return Review(from_bytes(data, Path(name)))


def texts(review: Review) -> dict[str, str]:
    return {cell: review.text(cell) for cell in review.cells}


@pytest.mark.parametrize("edition", ["2021", "2019"])
@pytest.mark.parametrize("shape", SHAPES)
def test_every_number_finds_its_cell(shape, edition):
    numbers = balanced(edition)
    review = opened(SHAPES[shape](numbers, edition, YEARS[edition]))
    assert texts(review) == numbers
    assert review.findings == ()


@settings(max_examples=12, deadline=None)
@given(shape=st.sampled_from(sorted(SHAPES)), seed=st.randoms(use_true_random=False))
def test_blank_cells_shift_nothing(shape, seed):
    numbers = {c: "" if v == "0" and seed.random() < 0.7 else v for c, v in balanced().items()}
    assert texts(opened(SHAPES[shape](numbers, "2021", 2023))) == numbers


def edited_word(change) -> Review:
    document = Document(io.BytesIO(word(balanced())))
    change(document)
    buffer = io.BytesIO()
    document.save(buffer)
    return opened(buffer.getvalue())


def test_a_row_that_is_missing_costs_that_row_only():
    def change(document):
        rows = document.tables[1].rows
        row = next(r for r in rows if "属于行政执法案卷" in r.cells[2].text)
        row._tr.getparent().remove(row._tr)

    review = edited_word(change)
    lost = {c for c in balanced() if c.startswith("requests.refused.enforcement.")}
    assert texts(review) == {c: v for c, v in balanced().items() if c not in lost}
    assert {c for f in review.findings if f.rule == "table.incomplete" for c in f.cells} == lost
    assert not [f for f in review.findings if f.equation and "closed" in f.rule]


def test_an_added_subtotal_column_is_not_taken_for_a_number_of_the_form():
    numbers = balanced()
    book = load_workbook(io.BytesIO(excel(numbers, merged=False)))
    sheet = next(s for s in book if s.title.startswith("三"))
    column = next(c.column for c in sheet[5] if c.value == "其他") + 1
    sheet.insert_cols(column)
    for row in range(3, 6):
        sheet.cell(row, column, ["申请人情况", "法人或其他组织", "小计"][row - 3])
    for row in range(6, sheet.max_row + 1):
        sheet.cell(row, column, 4711)
    buffer = io.BytesIO()
    book.save(buffer)
    assert texts(opened(buffer.getvalue())) == numbers


def test_columns_in_another_order_are_found_by_their_headings():
    numbers = balanced()
    book = load_workbook(io.BytesIO(excel(numbers, merged=False)))
    sheet = next(s for s in book if s.title.startswith("三"))
    first, second = (
        next(c.column for c in sheet[5] if c.value == label) for label in ("商业企业", "科研机构")
    )
    for row in range(3, sheet.max_row + 1):
        one, other = sheet.cell(row, first).value, sheet.cell(row, second).value
        sheet.cell(row, first, other)
        sheet.cell(row, second, one)
    buffer = io.BytesIO()
    book.save(buffer)
    assert texts(opened(buffer.getvalue())) == numbers


def test_last_years_table_behind_this_years_is_not_read():
    other = {c: str(int(v) + 1) for c, v in balanced().items()}

    def change(document):
        document.add_paragraph("2022年度对照数据")
        word_table(document, "2021", "requests", other)

    assert texts(edited_word(change)) == balanced()


def test_last_years_table_before_this_years_is_not_read():
    other = {c: str(int(v) + 1) for c, v in balanced().items()}

    def change(document):
        heading = next(p for p in document.paragraphs if p.text.startswith("三、收到"))
        caption = heading.insert_paragraph_before("2022年收到和处理申请情况")
        word_table(document, "2021", "requests", other)
        caption._p.addnext(document.tables[-1]._tbl)

    assert texts(edited_word(change)) == balanced()


def test_a_small_table_with_the_same_words_is_not_the_statutory_one():
    def change(document):
        table = document.add_table(2, 3)
        for cell, text in zip(table._cells, ["项目", "本年", "去年", "行政许可", "999", "888"], strict=True):
            cell.text = text

    assert texts(edited_word(change)) == balanced()


def test_a_table_split_over_pages_is_one_table():
    def change(document):
        source = document.tables[1]._tbl
        rows = source.tr_lst
        at = next(n for n, r in enumerate(rows) if "保护第三方" in "".join(r.itertext()))
        second = copy.deepcopy(source)
        for row in second.tr_lst[3:at]:
            second.remove(row)
        for row in rows[at:]:
            source.remove(row)
        paragraph = document.add_paragraph("")._p
        source.addnext(paragraph)
        paragraph.addnext(second)

    assert texts(edited_word(change)) == balanced()


def test_a_continuation_without_headings_goes_on_under_the_columns_before():
    def change(document):
        source = document.tables[1]._tbl
        rows = source.tr_lst
        at = next(n for n, r in enumerate(rows) if "保护第三方" in "".join(r.itertext()))
        second = copy.deepcopy(source)
        for row in second.tr_lst[:at]:
            second.remove(row)
        for row in rows[at:]:
            source.remove(row)
        source.addnext(second)
        source.addnext(document.add_paragraph("续表")._p)

    assert texts(edited_word(change)) == balanced()


def test_a_continuation_with_other_columns_is_no_continuation():
    """A part of a table with a column less, of which nobody knows which: nothing of it is read."""

    def change(document):
        source = document.tables[1]._tbl
        rows = source.tr_lst
        at = next(n for n, r in enumerate(rows) if "保护第三方" in "".join(r.itertext()))
        second = copy.deepcopy(source)
        for row in second.tr_lst[:at]:
            second.remove(row)
        for row in second.tr_lst:
            row.remove(row.tc_lst[3])
        for row in rows[at:]:
            source.remove(row)
        source.addnext(second)
        source.addnext(document.add_paragraph("续表")._p)

    review = edited_word(change)
    assert texts(review).items() <= balanced().items()
    assert "requests.closed.total" not in review.cells


def test_a_heading_beside_two_rows_of_numbers_takes_neither():
    def change(document):
        column = document.tables[1].columns[2].cells
        rows = [n for n, cell in enumerate(column) if "重复申请" in cell.text or "公开出版物" in cell.text]
        column[rows[-1]].text = ""
        column[rows[0]].merge(column[rows[-1]]).text = "2.重复申请"

    review = edited_word(change)
    assert texts(review).items() <= balanced().items()
    assert "requests.declined.duplicate.total" not in review.cells


def test_a_group_whose_rows_nobody_knows_is_no_row_itself():
    """（六）其他处理 is a row of the 2019 form, but not where it heads rows of its own."""

    def change(document):
        for row in document.tables[1].rows:
            if "其他处理" in row.cells[1].text:
                row.cells[2].text = "乱"

    review = edited_word(change)
    assert texts(review).items() <= balanced().items()
    assert not {c for c in review.cells if c.startswith("requests.other.")}


OTHER = {c: str(int(v) + 1) for c, v in balanced().items()}


def book_of(sheets) -> Review:
    """A workbook whose sheets are (title, state, numbers) with all three tables on each, the last one's
    title naming 2023 and the others' no year."""
    book = load_workbook(io.BytesIO(excel(balanced(), one_sheet=True)))
    book.remove(book.active)
    for number, (title, state, numbers) in enumerate(sheets, start=1):
        source = load_workbook(io.BytesIO(excel(numbers, one_sheet=True))).active
        sheet = book.create_sheet(title)
        sheet.sheet_state = state
        for row in source.iter_rows():
            for cell in row:
                if cell.value is not None:
                    sheet[cell.coordinate] = cell.value
        if number < len(sheets):
            sheet["A1"] = None
        for merged in source.merged_cells.ranges:
            sheet.merge_cells(merged.coord)
    buffer = io.BytesIO()
    book.save(buffer)
    return opened(buffer.getvalue())


@pytest.mark.parametrize(
    ("first", "state", "second"),
    [
        ("2022", "visible", "2023"),
        ("22年", "visible", "23年"),
        ("上年", "visible", "本年"),
        ("上期", "visible", "本期"),
        ("上年同期", "visible", "表"),
        ("旧", "hidden", "表"),
        ("旧", "veryHidden", "表"),
    ],
)
def test_a_sheet_with_last_years_tables_in_front_is_not_this_years(first, state, second):
    assert texts(book_of([(first, state, OTHER), (second, "visible", balanced())])) == balanced()


def test_a_year_in_the_files_name_does_not_outweigh_the_sheets_names():
    sheets = book_of([("2022年", "visible", OTHER), ("2023年", "visible", balanced())]).report.document.source
    assert texts(opened(sheets, "汇总_2021.xlsx")) == balanced()


def test_two_tables_with_other_numbers_and_no_year_are_said_to_be_in_doubt():
    review = book_of([("甲", "visible", balanced()), ("乙", "visible", OTHER)])
    assert texts(review) == balanced()
    assert {f.rule for f in review.findings} == {"table.repeated"}


def test_the_same_table_twice_is_no_doubt():
    assert book_of([("甲", "visible", balanced()), ("乙", "visible", balanced())]).findings == ()


def test_a_caption_before_all_of_last_years_tables_governs_them_all():
    def change(document):
        first = next(p for p in document.paragraphs if p.text.startswith("二、主动"))
        at = first.insert_paragraph_before("2022年度数据（供参考）")._p
        for table, heading in reversed(HEADINGS.items()):
            word_table(document, "2021", table, OTHER)
            at.addnext(document.tables[-1]._tbl)
            at.addnext(document.add_paragraph(heading)._p)
        first.insert_paragraph_before("2023年度数据")

    assert texts(edited_word(change)) == balanced()


@pytest.mark.parametrize(
    "order", [("disclosure", "requests", "challenges"), ("challenges", "requests", "disclosure")]
)
@pytest.mark.parametrize("merged", [True, False])
def test_tables_side_by_side_on_one_sheet_do_not_mix(order, merged):
    numbers = balanced()
    book = Workbook()
    left = 1
    for table in order:
        plan = drawing("2021", table)
        for box in plan.boxes:
            place_box(book.active, box, 3, left, numbers, merged=merged)
        left += plan.columns + 1
    buffer = io.BytesIO()
    book.save(buffer)
    assert texts(opened(buffer.getvalue())) == numbers


def test_a_table_far_to_the_right_is_found():
    assert texts(opened(excel(balanced(), left=80))) == balanced()


def relabelled(change) -> Review:
    """The Word report with its headings changed by a function of their text."""

    def edit(document):
        for table in document.tables:
            for cell in {id(c._tc): c for c in table._cells}.values():
                if not cell.text.isdigit():
                    cell.text = change(cell.text)

    return edited_word(edit)


@pytest.mark.parametrize(
    "change",
    [
        lambda s: " ".join(s),
        lambda s: s.replace("总计", "合计"),
        lambda s: re.sub(r"^(\d)\.", lambda m: "①②③④⑤⑥⑦⑧"[int(m[1]) - 1], s),
        lambda s: re.sub(r"^(\d)\.", r"\1 ", s),
        lambda s: re.sub(r"^(（[一二三四五六七]）|[一二三四]、|\d\.)", "", s),
        lambda s: s.replace("其他法律行政法规禁止公开", "其他法律、行政法规禁止公开的政府信息"),
        lambda s: s.replace("本年新收政府", "本年新收到政府").replace("上年结转", "上年度结转"),
    ],
)
def test_ways_of_writing_headings_are_known(change):
    review = relabelled(change)
    assert texts(review) == balanced()
    assert review.findings == ()


def test_headings_in_a_table_of_their_own_hold_for_the_next_one():
    def change(document):
        source = document.tables[1]._tbl
        body = copy.deepcopy(source)
        for row in source.tr_lst[3:]:
            source.remove(row)
        for row in body.tr_lst[:3]:
            body.remove(row)
        source.addnext(body)
        source.addnext(document.add_paragraph("（接上表，其中2022年结转的申请已全部办结）")._p)

    assert texts(edited_word(change)) == balanced()


def test_of_two_years_in_one_workbook_the_later_is_checked():
    book = load_workbook(io.BytesIO(excel(OTHER, "2021", 2022, one_sheet=True)))
    later = load_workbook(io.BytesIO(excel(balanced(), "2021", 2023, one_sheet=True))).active
    sheet = book.create_sheet("Sheet2")
    for row in later.iter_rows():
        for cell in row:
            if cell.value is not None:
                sheet[cell.coordinate] = cell.value
    for merged in later.merged_cells.ranges:
        sheet.merge_cells(merged.coord)
    buffer = io.BytesIO()
    book.save(buffer)
    review = opened(buffer.getvalue())
    assert review.report.year == 2023
    assert texts(review) == balanced()


@pytest.mark.parametrize("merged", [False, True])
def test_table_four_with_a_row_for_each_kind_of_case_is_read(merged):
    numbers = balanced()
    book = load_workbook(io.BytesIO(excel(numbers)))
    book.remove(book[HEADINGS["challenges"][:10]])
    sheet = book.create_sheet("表四")
    parts = {
        "upheld": "结果维持",
        "corrected": "结果纠正",
        "other": "其他结果",
        "pending": "尚未审结",
        "total": "总计",
    }
    rows = {"reconsideration": "行政复议", "direct_suit": "未经复议直接起诉", "later_suit": "复议后起诉"}
    sheet.append(["", "", *parts.values()])
    for group, label in rows.items():
        law = "" if group == "reconsideration" else "行政诉讼" if merged else ""
        sheet.append([law, label, *(int(numbers[f"challenges.{group}.{part}"]) for part in parts)])
    if merged:
        sheet.merge_cells("A3:A4")
    buffer = io.BytesIO()
    book.save(buffer)
    review = opened(buffer.getvalue())
    assert texts(review) == numbers
    assert review.findings == ()


def test_headings_of_table_four_torn_apart_by_the_end_of_a_page_are_no_numbers():
    def tear(document: Document) -> None:
        table = document.tables[2]
        numbers = table.rows[-1]._tr
        rest = copy.deepcopy(numbers)
        numbers.addprevious(rest)
        heads, torn = table.rows[-3], table.rows[-2]
        for cell, below in zip(heads.cells, torn.cells, strict=True):
            whole = cell.text
            if whole != "总计":
                cell.text = whole[:-1]
            below.text = "" if whole == "总计" else whole[-1]

    assert texts(edited_word(tear)) == balanced()


def test_a_row_whose_merged_cells_end_elsewhere_than_its_headings_is_placed_by_where_they_begin():
    """Published reports of the 2019 form: 上一年项目数量 over half of 本年增/减 in the rows below."""
    row = "<tr><td>{}<td colspan=2>{}<td>{}<td>{}"
    page = "<table><tr><td>信息内容<td>上一年项目数量<td colspan=2>本年增/减<td>处理决定数量"
    page += row.format("行政许可", 11, 12, 13) + row.format("其他对外管理服务事项", 21, -22, 23)
    review = opened(f"{page}</table>".encode())
    assert texts(review) == {
        "disclosure.licensing.previous": "11",
        "disclosure.licensing.change": "12",
        "disclosure.licensing.decisions": "13",
        "disclosure.services.previous": "21",
        "disclosure.services.change": "-22",
        "disclosure.services.decisions": "23",
    }


def test_a_cell_that_reaches_beyond_its_heading_is_no_number_of_it():
    page = "<table><tr><td>信息内容<td>上一年项目数量<td colspan=2>本年增/减<td colspan=2>处理决定数量"
    page += "<tr><td>行政许可<td colspan=2>11<td colspan=2>12<td>13"
    review = opened(f"{page}</table>".encode())
    assert "disclosure.licensing.change" not in texts(review)


def test_rows_that_lost_their_merged_heading_where_a_table_was_cut_are_said_never_shifted():
    """A table cut in the middle of 三、本年度办理结果: the rows below begin a column too far left."""
    numbers = balanced()
    rows = table_of(numbers, "2021", "requests").removesuffix("</table>").split("</tr>")
    page = "</tr>".join(rows[:9]) + "</table><table>" + "</tr>".join(rows[9:]) + "</table>"
    review = opened(page.encode())
    assert len(review.cells) >= 7 * 7
    assert texts(review) == {cell: numbers[cell] for cell in review.cells}
    assert any("断开的表格" in review.message(f) for f in review.findings if f.rule == "table.incomplete")
    assert not [f for f in review.findings if f.severity == "error"]
