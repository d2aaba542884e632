"""The Excel export: numbers as numbers, totals that live where they agree and stay as they are where not."""

from dataclasses import replace
from io import BytesIO

import pytest
from hypothesis import given, settings
from openpyxl import load_workbook

from core.export.excel import excel
from core.formats import xlsx
from core.forms import editions
from core.layout import drawing
from core.review import Review
from tests.core.export.sittings import (
    WHEN,
    converted,
    reopened,
    sitting,
    sitting_of_word,
    sittings,
    with_office,
)
from tests.layouts import TITLE


def book(review, *, values: bool = False):
    return load_workbook(BytesIO(excel(review, WHEN)), data_only=values)


def place(id_: str, edition: str = "2021") -> tuple[int, int]:
    plan = drawing(edition, id_.split(".")[0])
    box = next(box for box in plan.boxes if box.cell == id_)
    return 3 + box.row, 1 + box.column


def at(review, id_: str, *, values: bool = False):
    names = {form.id: form.name for form in review.forms}
    edition = next(form.edition for form in review.forms if id_ in form.cells)
    return book(review, values=values)[names[id_.split(".")[0]]].cell(*place(id_, edition))


@settings(max_examples=12, deadline=None)
@given(sittings())
def test_our_own_reader_finds_every_cell_again(review):
    again = reopened(excel(review, WHEN), "导出.xlsx")
    for cell in review.cells:
        if review.reading(cell).kind == "number":
            assert again.reading(cell) == review.reading(cell)
        else:
            assert again.text(cell) == review.text(cell)
    assert {f.rule for f in again.findings if f.equation} == {f.rule for f in review.findings if f.equation}
    assert (again.report.year, again.report.unit) == (review.report.year, review.report.unit)


@settings(max_examples=5, deadline=None)
@given(sittings())
def test_the_totals_come_to_the_same_without_the_stored_results(review):
    buffer = BytesIO()
    load_workbook(BytesIO(excel(review, WHEN))).save(buffer)
    stored, computed = reopened(excel(review, WHEN), "一.xlsx"), reopened(buffer.getvalue(), "二.xlsx")
    assert dict(stored.texts) == dict(computed.texts)


def test_there_is_a_sheet_for_each_table_with_title_and_heading():
    sheets = book(sitting()).worksheets
    assert [sheet.title for sheet in sheets] == ["表二", "表三", "表四"]
    assert [sheet["A1"].value for sheet in sheets] == [TITLE.format(year=2023)] * 3
    assert sheets[1]["A2"].value == "三、收到和处理政府信息公开申请情况"


def test_totals_that_agree_are_formulas_with_their_results():
    review = sitting()
    assert at(review, "requests.new.total").value == "=SUM(D6:I6)"
    assert at(review, "requests.closed.natural").value == "=SUM(D8:D28)"
    assert at(review, "challenges.later_suit.total").value == "=SUM(K6:N6)"
    for cell in ("requests.new.total", "requests.closed.natural", "challenges.later_suit.total"):
        assert at(review, cell, values=True).value == int(review.text(cell))


@pytest.mark.parametrize("edition", editions())
def test_every_total_of_a_balanced_report_is_a_formula_and_nothing_else_is(edition):
    review = sitting(edition=edition)
    totals = {e.left[0] for form in review.forms for e in form.equations if e.form != "balance"}
    sheets = {form.id: sheet for form, sheet in zip(review.forms, book(review), strict=True)}
    formulas = {
        c for c in review.cells if str(sheets[c.split(".")[0]].cell(*place(c, edition)).value)[0] == "="
    }
    assert formulas == totals


def test_a_total_that_disagrees_stays_a_number_with_a_comment():
    review = sitting({"requests.new.total": "999"})
    cell = at(review, "requests.new.total")
    assert cell.value == 999
    parts = sum(
        int(review.text(f"requests.new.{c}"))
        for c in ("natural", "business", "research", "ngo", "legal", "other")
    )
    assert f"各列之和是 {parts}" in cell.comment.text
    assert "没有改动" in cell.comment.text


def test_a_total_with_two_sums_that_breaks_one_of_them_is_no_formula():
    review = sitting({"requests.granted.total": "999"})
    cell = at(review, "requests.closed.total")
    assert cell.value == int(review.text("requests.closed.total"))
    assert "各行之和" in cell.comment.text
    assert "各列之和" not in cell.comment.text


def test_a_blank_total_over_numbers_is_left_blank_and_said():
    cell = at(sitting({"challenges.direct_suit.total": ""}), "challenges.direct_suit.total")
    assert cell.value is None
    assert "各列之和是 11" in cell.comment.text


def test_a_total_over_an_unreadable_part_stays_as_it_is():
    review = sitting_of_word({"challenges.direct_suit.other": "不详"})
    assert at(review, "challenges.direct_suit.total").value == int(
        review.text("challenges.direct_suit.total")
    )
    assert at(review, "challenges.direct_suit.other").value == "不详"


@pytest.mark.parametrize("text", ["=1+1", '=HYPERLINK("http://x")', "+1-1", "-cmd|' /C calc'!A0", "@SUM(1)"])
def test_a_text_that_looks_like_a_formula_is_a_text(text):
    cell = at(sitting_of_word({"requests.new.natural": text}), "requests.new.natural")
    assert cell.value == text
    assert cell.data_type == "s"
    assert cell.quotePrefix


def test_a_title_that_looks_like_a_formula_is_a_text_too():
    review = Review(replace(sitting().report, unit="=1+1"))
    sheet = book(review).worksheets[0]
    assert sheet["A1"].data_type == "s"


def test_placeholders_and_blanks_stay_as_they_stand():
    review = sitting({"disclosure.regulations.issued": "/", "disclosure.regulations.repealed": ""})
    assert at(review, "disclosure.regulations.issued").value == "/"
    assert at(review, "disclosure.regulations.repealed").value is None


def test_a_number_with_more_digits_than_a_spreadsheet_keeps_is_written_as_text():
    long = "1234567890123456789"
    review = sitting({"requests.new.natural": long, "requests.new.total": long})
    assert at(review, "requests.new.natural").value == long
    assert reopened(excel(review, WHEN), "导出.xlsx").text("requests.new.natural") == long


def test_a_sum_over_a_number_written_as_text_is_no_formula():
    long = 10**17
    parts = {"challenges.direct_suit.upheld": str(long), "challenges.direct_suit.total": str(long + 7)}
    review = sitting(parts | {"challenges.direct_suit.corrected": "1", "challenges.direct_suit.other": "2"})
    assert not [f for f in review.findings if f.rule == "challenges.sum.direct_suit"]
    assert at(review, "challenges.direct_suit.total").value == str(long + 7)


def test_amounts_keep_their_decimals_exactly():
    data = excel(sitting({"disclosure.fees.amount": "15971.774796"}), WHEN)
    assert reopened(data, "导出.xlsx").text("disclosure.fees.amount") == "15971.774796"


def test_it_prints_on_one_a4_page_and_keeps_its_headings_in_sight():
    for sheet, corner in zip(book(sitting()).worksheets, ("B3", "D6", "A6"), strict=True):
        assert sheet.page_setup.paperSize == 9
        assert (sheet.page_setup.orientation, sheet.page_setup.fitToHeight) == ("portrait", 1)
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.freeze_panes == corner


@pytest.mark.parametrize("edition", editions())
def test_merges_and_borders_are_the_forms(edition):
    for form, sheet in zip(sitting(edition=edition).forms, book(sitting(edition=edition)), strict=True):
        plan = drawing(edition, form.id)
        merged = {
            (r.min_row - 3, r.min_col - 1, r.max_row - r.min_row + 1, r.max_col - r.min_col + 1)
            for r in sheet.merged_cells.ranges
            if r.min_row >= 3
        }
        wanted = {
            (b.row, b.column, b.row_span, b.column_span) for b in plan.boxes if b.row_span * b.column_span > 1
        }
        assert merged == wanted
        edges = [sheet.cell(3 + r, 1 + c).border for r in range(plan.rows) for c in (0, plan.columns - 1)]
        assert all(edge.left.style or edge.right.style for edge in edges)


def test_stored_results_change_no_other_byte_of_the_sheets():
    data = excel(sitting(), WHEN)
    assert xlsx.calculated(data) == data


@with_office
def test_libreoffice_comes_to_the_same_totals(tmp_path):
    review = sitting({"requests.new.total": "999"})
    again = reopened(converted(excel(review, WHEN), tmp_path, "导出.xlsx", "xlsx").read_bytes(), "又一.xlsx")
    assert {c: again.text(c) for c in again.cells} == {c: review.text(c) for c in review.cells}
