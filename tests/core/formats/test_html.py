"""Web pages: what a browser shows, in reading order, tables laid out as browsers do it."""

import codecs
from html import escape
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.errors import ReadError, SaveError
from core.files import encode, from_bytes
from core.formats import html
from core.formats.detect import format_of
from core.review import Review
from core.tables import Document, Paragraph
from tests import pages
from tests.layouts import balanced

CELLS = [pages.plain, pages.pasted, pages.spaced]
PARAGRAPHS = ["<p>{}</p>", "{}<br>", "<div><span>{}</span></div>", "<p>&nbsp;&nbsp;　{}</p>"]
TEMPLATES = [pages.bare, pages.news, pages.old_layout, pages.word_page]


def lines(page: str) -> list[str]:
    return [block.text for block in html.read(page.encode()).blocks if isinstance(block, Paragraph)]


def grid(page: str) -> list[tuple[str, int, int, int, int]]:
    (table,) = html.read(page.encode()).tables
    return [(c.text, c.row, c.column, c.row_span, c.column_span) for c in table.cells]


@pytest.mark.parametrize("edition", ["2021", "2019"])
@pytest.mark.parametrize("template", TEMPLATES, ids=lambda t: t.__name__)
@pytest.mark.parametrize("cell", CELLS, ids=lambda c: c.__name__)
@pytest.mark.parametrize("paragraph", PARAGRAPHS)
def test_a_report_on_any_site_has_its_numbers_title_and_signature_and_no_false_alarm(
    edition, template, cell, paragraph
):
    numbers = balanced(edition)
    body = pages.body_of(numbers, edition, cell, paragraph)
    source = template(body, pages.title_of(edition))
    encoding = "gb18030" if "gb2312" in source else "utf-8"
    review = Review(from_bytes(source.encode(encoding), Path("页面.html")))
    assert {c: review.text(c) for c in review.cells} == numbers
    assert review.findings == ()
    assert (review.report.year, review.report.unit) == (
        pages.YEARS[edition],
        "云岭市青禾区农业农村局",
    )
    assert review.report.document.format == "html"


@st.composite
def merged_tables(draw):
    """Boxes that fill a grid without gaps: row, column, rows and columns covered, text."""
    height, width = draw(st.integers(2, 6)), draw(st.integers(2, 6))
    taken: set[tuple[int, int]] = set()
    boxes = []
    for row in range(height):
        for column in range(width):
            if (row, column) in taken:
                continue
            room = next((c for c in range(column, width) if (row, c) in taken), width) - column
            across = draw(st.integers(1, room))
            down = draw(st.integers(1, height - row))
            taken |= {(r, c) for r in range(row, row + down) for c in range(column, column + across)}
            text = draw(st.text(alphabet='甲12&<>"0/', max_size=4))
            boxes.append((text, row, column, down, across))
    return height, boxes


@settings(max_examples=150, deadline=None)
@given(table=merged_tables(), closed=st.booleans(), group=st.sampled_from(["", "tbody"]))
def test_a_well_formed_table_is_read_cell_for_cell(table, closed, group):
    height, boxes = table
    source = ""
    for row in range(height):
        source += "<tr>"
        for text, top, _, down, across in boxes:
            if top == row:
                source += f'<td rowspan="{down}" colspan={across}>{escape(text)}'
                source += "</td>" * closed
        source += "</tr>" * closed
    source = f"<{group}>{source}</{group}>" if group else source
    assert grid(f"<table>{source}</table><p>。</p>") == boxes if len(boxes) > 1 else True


@pytest.mark.parametrize(
    ("source", "cells"),
    [
        ("<tr><td>1<td>2<tr><td>3<td>4", [("1", 0, 0), ("2", 0, 1), ("3", 1, 0), ("4", 1, 1)]),
        ("<td>1</td><td>2</td>", [("1", 0, 0), ("2", 0, 1)]),
        (
            "<tfoot><tr><td>合计<td>9</tfoot><tr><td>甲<td>9",
            [("甲", 0, 0), ("9", 0, 1), ("合计", 1, 0), ("9", 1, 1)],
        ),
        ("<tr><td rowspan=0>甲<td>1<tr><td>2", [("甲", 0, 0), ("1", 0, 1), ("2", 1, 1)]),
        (
            "<thead><tr><th rowspan=9>甲<th>1</thead><tr><td>2<td>3",
            [("甲", 0, 0), ("1", 0, 1), ("2", 1, 0), ("3", 1, 1)],
        ),
        ("<tr><td>1<td style='display: none'>2<td>3<tr hidden><td>4", [("1", 0, 0), ("3", 0, 1)]),
        ("<form><tr><td>1<td>2</form>", [("1", 0, 0), ("2", 0, 1)]),
    ],
)
def test_tables_are_laid_out_as_browsers_do(source, cells):
    assert [cell[:3] for cell in grid(f"<table>{source}</table>")] == cells


def test_a_cell_is_read_as_it_is_shown():
    cells = [
        "<p>本年<br>收到</p><p>件数</p>",
        "&nbsp;1&#44;234&nbsp;",
        "\n <b>1</b><i>2</i>\n",
        "&emsp;&zwj;",
    ]
    assert [text for text, *_ in grid(f"<table><tr><td>{'<td>'.join(cells)}</table>")] == [
        "本年\n收到\n件数",
        "1,234",
        "12",
        "",
    ]


def test_a_number_that_is_a_picture_is_said_to_be_unreadable_and_a_spacer_is_none():
    page = "<table><tr><td>甲<td><img src=5.png><td><img src=dot.gif width=1 height=1></table>"
    (table,) = html.read(page.encode()).tables
    assert ["图片" in cell.unknown for cell in table.cells] == [False, True, False]


def test_what_is_not_shown_is_not_read():
    page = """<head><title>题目</title><style>p{}</style></head><p>甲<!-- 乙 --><script>丙</script>
    <span style="DISPLAY : none">丁</span><template>戊</template><del>己</del><textarea>庚</textarea></p>
    <p hidden>辛</p><noscript>壬</noscript><p>癸</p>"""
    assert lines(page) == ["甲", "癸"]


def test_line_ends_of_the_source_are_no_spaces_in_chinese_and_stay_where_the_page_keeps_them():
    assert lines("<p>政府信\n  息公开\n2023 年\n度</p>") == ["政府信息公开 2023 年度"]
    assert lines("<pre>甲\n乙</pre><p style='white-space: pre-wrap'>丙\n丁</p>") == ["甲", "乙", "丙", "丁"]


@pytest.mark.parametrize(
    ("encoding", "declared", "bom"),
    [
        ("utf-8", "utf-8", b""),
        ("utf-8", "gb2312", b""),
        ("utf-8", "iso-8859-1", codecs.BOM_UTF8),
        ("gb18030", "gb2312", b""),
        ("gb18030", "utf-8", b""),
        ("gb18030", "", b""),
        ("utf-16-le", "unicode", codecs.BOM_UTF16_LE),
        ("utf-16-be", "", codecs.BOM_UTF16_BE),
        ("big5hkscs", "big5", b""),
    ],
)
def test_the_encoding_is_told_by_content_whatever_the_page_declares(encoding, declared, bom):
    text = (
        "政府信息公開工作報告，全年共收到申請 12 件。"
        if "big5" in encoding
        else "政府信息公开工作年度报告，囧䶮 12 件。"
    )
    page = f'<html><head><meta charset="{declared}"></head><body><p>{text}</p></body></html>'
    data = bom + page.encode(encoding)
    assert format_of(data) == "html"
    assert [p.text for p in html.read(data).paragraphs] == [text]


def test_a_headline_cut_in_the_middle_of_a_character_does_not_make_a_page_unreadable():
    page = "<ul><li>云岭市青".encode()[:-1] + ("<p>全年共收到政府信息公开申请十二件。</p>" * 9).encode()
    assert "全年共收到政府信息公开申请十二件。" in [p.text for p in html.read(page).paragraphs]


def test_every_paragraph_and_cell_has_an_anchor_of_its_own():
    document: Document = html.read(pages.bare(pages.body_of(balanced()), pages.title_of()).encode())
    anchors = [c.anchor for t in document.tables for c in t.cells] + [p.anchor for p in document.paragraphs]
    assert None not in anchors
    assert len(set(anchors)) == len(anchors)


def test_a_page_is_never_written_in_its_own_format():
    data = pages.bare(pages.body_of(balanced()), pages.title_of()).encode()
    report = from_bytes(data, Path("页面.html"))
    assert not report.is_rewritable
    with pytest.raises(SaveError, match="导出"):
        encode(report, ())


@pytest.mark.parametrize("suffix", [".docx", ".doc", ".xlsx", ".xls", ".wps"])
def test_a_page_under_an_office_documents_name_is_refused_in_words(suffix):
    data = pages.bare(pages.body_of(balanced()), pages.title_of()).encode()
    with pytest.raises(ReadError, match=r"其实是网页.*另存为 \.docx"):
        from_bytes(data, Path(f"年报{suffix}"))
