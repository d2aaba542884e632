"""The report's text as its reader reads it."""

from io import BytesIO
from pathlib import Path

import pytest
from docx import Document

from core.files import from_bytes
from core.flow import Piece, flow
from core.forms import TABLES
from core.review import Review
from tests.documents import excel, word
from tests.layouts import AFTER, BEFORE, HEADINGS, TITLE, balanced, pipes_padded

NUMBERS = balanced()


def _read(data, name="年报.txt"):
    review = Review(from_bytes(data if isinstance(data, bytes) else data.encode(), Path(name)))
    return review.narrative.lines, flow(review.report, review.narrative)


def _text():
    tables = "".join(f"{HEADINGS[t]}\n{pipes_padded('2021', t, NUMBERS)}\n" for t in TABLES)
    return f"{TITLE.format(year=2023)}\n{BEFORE}{tables}{AFTER.format(signed=2024)}"


@pytest.mark.parametrize("data", [_text(), word(NUMBERS)], ids=["text", "word"])
def test_tables_stand_once_below_their_headings(data):
    lines, pieces = _read(data)
    for table in TABLES:
        at = pieces.index(Piece("table", table=table))
        assert sum(piece.table == table for piece in pieces) == 1
        above = next(p for p in reversed(pieces[:at]) if p.kind == "heading")
        assert lines[above.paragraphs[0]] == HEADINGS[table]


@pytest.mark.parametrize("data", [_text(), word(NUMBERS)], ids=["text", "word"])
def test_all_that_is_no_table_is_there_in_order(data):
    lines, pieces = _read(data)
    shown = [lines[n] for piece in pieces for n in piece.paragraphs]
    wanted = [
        TITLE.format(year=2023),
        *BEFORE.splitlines(),
        *HEADINGS.values(),
        *AFTER.format(signed=2024).splitlines(),
    ]
    assert [line for line in shown if line in wanted] == wanted


def test_parts_and_their_sections_are_headings():
    text = "一、总体情况\n（一）主动公开情况。\n全年公开信息 312 条。\n二、主动公开政府信息情况"
    lines, pieces = _read(text)
    assert [p.kind for p in pieces] == ["heading", "subheading", "text", "heading"]
    assert lines[pieces[1].paragraphs[0]] == "（一）主动公开情况。"


def test_lines_of_a_pasted_pdf_are_one_paragraph_and_its_page_numbers_none():
    pasted = (
        "一、总体情况\n"
        "2023 年，云岭市青禾区认真贯彻落实政府信息公开条例，坚\n"
        "持以公开为常态、不公开为例外，全年共收到政府信息公开申\n"
        "- 1 -\n"
        "请 14 件，均已按期办结。\n"
        "下一步将继续规范办理程序，进一步提高答复的质量和效率。\n"
    )
    lines, pieces = _read(pasted)
    assert [p.paragraphs for p in pieces] == [(0,), (1, 2, 4), (5,)]
    assert "".join(lines[n] for n in pieces[1].paragraphs).endswith(
        "收到政府信息公开申请 14 件，均已按期办结。"
    )


def test_lines_that_end_where_they_please_stay_apart():
    listed = "一、总体情况\n" + "".join(
        f"{'认真做好公开工作'[: 8 - n]}并及时总结经验不断改进提高公开的质量{'很好' * n}\n" for n in range(4)
    )
    long = "以上各项工作均已列入年度考核并由各科室分工负责抓好落实，" * 4
    _, pieces = _read(listed + long)
    assert all(len(piece.paragraphs) == 1 for piece in pieces)


def test_a_table_that_is_not_of_the_form_is_said_to_be_there():
    data = word(NUMBERS)
    document = Document(BytesIO(data))
    document.add_paragraph("附：培训情况")
    document.add_table(1, 2)._cells[0].text = "培训"
    out = BytesIO()
    document.save(out)
    _, pieces = _read(out.getvalue(), "年报.docx")
    assert pieces[-1] == Piece("table")


def test_a_workbook_has_tables_only():
    _, pieces = _read(excel(NUMBERS), "年报.xlsx")
    assert {piece.kind for piece in pieces} == {"table"}
