"""The Word export: the official page, true merges, and nothing that the report does not say."""

from io import BytesIO
from itertools import pairwise

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from hypothesis import given, settings

from core.export.word import word
from core.forms import editions
from core.layout import drawing
from tests.core.export.sittings import (
    WHEN,
    converted,
    reopened,
    sitting,
    sitting_of_text,
    sittings,
    with_office,
)
from tests.documents import excel
from tests.layouts import TITLE, balanced, report


def made(review):
    return Document(BytesIO(word(review, WHEN)))


@settings(max_examples=12, deadline=None)
@given(sittings())
def test_our_own_reader_finds_every_cell_again_as_it_was(review):
    again = reopened(word(review, WHEN), "导出.docx")
    assert {c: again.text(c) for c in again.cells} == {c: review.text(c) for c in review.cells}
    assert (again.report.year, again.report.unit) == (review.report.year, review.report.unit)
    assert again.report.recognition.edition == review.report.recognition.edition


@pytest.mark.parametrize("edition", editions())
def test_every_row_of_a_table_fills_its_grid(edition):
    document = made(sitting(edition=edition))
    assert len(document.tables) == 3
    for form, table in zip(sitting(edition=edition).forms, document.tables, strict=True):
        plan = drawing(edition, form.id)
        grid = [int(c.get(qn("w:w"))) for c in table._tbl.find(qn("w:tblGrid"))]
        assert len(grid) == plan.columns
        assert sum(grid) == int(table._tbl.tblPr.find(qn("w:tblW")).get(qn("w:w")))
        assert sum(grid) <= Mm(156).twips + plan.columns
        for row in table._tbl.tr_lst:
            spans = [tc.grid_span for tc in row.tc_lst]
            assert sum(spans) == plan.columns
            starts = [sum(spans[:n]) for n in range(len(spans) + 1)]
            for tc, (start, end) in zip(row.tc_lst, pairwise(starts), strict=True):
                assert tc.width.twips == sum(grid[start:end])


@pytest.mark.parametrize("edition", editions())
def test_merged_cells_cover_what_the_form_merges(edition):
    document = made(sitting(edition=edition))
    for form, table in zip(sitting(edition=edition).forms, document.tables, strict=True):
        rows = [row.cells for row in table.rows]
        for box in drawing(edition, form.id).boxes:
            covered = {
                rows[r][c]._tc
                for r in range(box.row, box.row + box.row_span)
                for c in range(box.column, box.column + box.column_span)
            }
            assert len(covered) == 1
            if not box.cell:
                assert rows[box.row][box.column].text == box.text


def test_heading_rows_are_repeated_and_rows_are_not_torn():
    for table, headings in zip(made(sitting()).tables, (0, 3, 3), strict=True):
        marks = [row._tr.trPr.find(qn("w:tblHeader")) is not None for row in table.rows]
        assert marks == [n < headings for n in range(len(marks))]
        assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows)


def test_the_page_is_that_of_official_documents():
    document = made(sitting())
    section = document.sections[0]
    size = (section.page_width, section.page_height)
    margins = (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
    assert [round(x.mm) for x in (*size, *margins)] == [210, 297, 37, 35, 28, 26]
    fields = [p._p.xml for footer in (section.footer, section.even_page_footer) for p in footer.paragraphs]
    assert all('w:instr="PAGE"' in field for field in fields)
    assert document.settings.odd_and_even_pages_header_footer


@pytest.mark.parametrize(
    ("style", "font", "size"),
    [
        ("Title", "方正小标宋简体", 22),
        ("Heading 1", "黑体", 16),
        ("Heading 2", "楷体_GB2312", 16),
        ("Normal", "仿宋_GB2312", 16),
    ],
)
def test_fonts_and_sizes_are_those_of_official_documents(style, font, size):
    look = made(sitting()).styles[style]
    fonts = look.element.rPr.rFonts
    assert fonts.get(qn("w:eastAsia")) == font
    assert not [name for name in fonts.attrib if name.endswith("Theme")]
    assert look.font.size == Pt(size)


def test_body_text_has_fixed_lines_and_an_indent_of_two_characters():
    look = made(sitting()).styles["Normal"].paragraph_format
    assert look.line_spacing == Pt(28)
    assert look.element.pPr.ind.get(qn("w:firstLineChars")) == "200"


def test_a_heading_in_one_line_with_its_text_stands_out_by_its_type():
    paragraph = next(p for p in made(sitting()).paragraphs if p.text.startswith("（一）主动公开情况。"))
    lead, rest = paragraph.runs
    assert lead.text == "（一）主动公开情况。"
    assert lead._r.rPr.rFonts.get(qn("w:eastAsia")) == "楷体_GB2312"
    assert rest._r.rPr is None


def test_a_long_title_is_broken_after_the_unit():
    first = made(sitting()).paragraphs[0]
    assert first.text == TITLE.format(year=2023).replace("2023", "\n2023")
    assert first.style.name == "Title"


def test_a_wide_number_gets_smaller_type_rather_than_two_lines():
    def sizes(review) -> set[str]:
        runs = made(review).tables[2]._tbl.iter(qn("w:sz"))
        return {size.get(qn("w:val")) for size in runs}

    assert sizes(sitting()) == {"18"}
    (size,) = sizes(sitting({"challenges.later_suit.total": "12345678"}))
    column = made(sitting()).tables[2].columns[0].width.pt
    assert 8 * int(size) / 2 / 2 <= column - 3


def test_a_report_in_plain_text_and_a_workbook_give_the_same_tables():
    numbers = balanced()
    for review in (sitting_of_text(), reopened(excel(numbers), "年报.xlsx")):
        again = reopened(word(review, WHEN), "导出.docx")
        assert {c: again.text(c) for c in again.cells} == numbers


def test_a_table_that_was_not_found_is_left_out():
    text = report("pipes_padded", balanced())
    start, end = text.index("四、政府信息公开行政复议"), text.index("五、存在")
    assert len(made(sitting_of_text(text[:start] + text[end:])).tables) == 2


def test_characters_that_no_document_can_hold_are_dropped():
    text = report("pipes_padded", balanced()).replace("312 条", "312\x07 条\ufffe")
    assert any("312 条。" in p.text for p in made(sitting_of_text(text)).paragraphs)


def test_the_same_sitting_gives_the_same_text():
    assert word(sitting(), WHEN)[:2] == b"PK"
    one, other = (made(sitting()).element.xml for _ in range(2))
    assert one == other


@with_office
def test_libreoffice_shows_the_report_on_a4_with_every_number(tmp_path):
    pypdf = pytest.importorskip("pypdf")
    pages = pypdf.PdfReader(converted(word(sitting(), WHEN), tmp_path, "导出.docx", "pdf")).pages
    assert {tuple(round(float(x)) for x in page.mediabox[2:]) for page in pages} == {(595, 842)}
    text = "".join("".join(page.extract_text().split()) for page in pages)
    assert "四、结转下年度继续办理" in text
    assert "发出收费通知2件" in text
