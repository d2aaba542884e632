"""Corrections of workbooks with comments: on sheets with and without some, all other parts copied raw."""

import io
from datetime import datetime

import openpyxl
import pytest
from lxml import etree
from openpyxl.comments import Comment

from core.errors import SaveError
from core.formats import xlsx
from core.marks import Marks
from core.tables import Correction
from tests.core.export.sittings import converted, with_office
from tests.core.formats.test_docx_package import raw_records
from tests.data.xlsx_package import RELATIONS, number, parts_of, relationships, rows, text, workbook, zipped

MARKS = Marks("核对员", datetime(2024, 1, 20, 9, 30))
SHEET = "xl/worksheets/sheet1.xml"
ROWS = rows(text("A1", "新收") + number("B1", 12), number("B2", 7))


def marked(data: bytes, *changes: tuple[str, str], sheet: int = 0) -> bytes:
    document = xlsx.read(data)
    cells = document.tables[sheet].cells
    wanted = [Correction(next(c for c in cells if c.text == old), new) for old, new in changes]
    return xlsx.mark(document, wanted, MARKS)


def comments(data: bytes, sheet: int = 0) -> dict[str, str]:
    """What openpyxl sees."""
    cells = (cell for line in openpyxl.load_workbook(io.BytesIO(data)).worksheets[sheet] for cell in line)
    return {cell.coordinate: cell.comment.text for cell in cells if cell.comment}


def boxes(data: bytes) -> list[tuple[int, int]]:
    """Rows and columns of the boxes, ids all different."""
    found = []
    for name, part in parts_of(data).items():
        if name.endswith(".vml"):
            root = etree.fromstring(part)
            ids = [s.get("id") for s in root.iter("{urn:schemas-microsoft-com:vml}shape")]
            assert len(ids) == len(set(ids))
            excel = "{urn:schemas-microsoft-com:office:excel}"
            found += [
                (int(d.findtext(f"{excel}Row")), int(d.findtext(f"{excel}Column")))
                for d in root.iter(f"{excel}ClientData")
            ]
    return found


def with_comments() -> bytes:
    book = openpyxl.Workbook()
    book.active["A1"], book.active["B1"], book.active["C1"] = 12, 7, 5
    book.active["A1"].comment = Comment("请核对", "张三")
    book.active["C1"].comment = Comment("已核对", "核对员")
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def test_a_sheet_without_comments_gets_one_on_each_corrected_cell():
    saved = marked(workbook(ROWS), ("12", "13"), ("7", "8"))
    assert comments(saved) == {"B1": "年报勾稽校核：原为 12，改为 13", "B2": "年报勾稽校核：原为 7，改为 8"}
    assert sorted(boxes(saved)) == [(0, 1), (1, 1)]
    assert [c.text for c in xlsx.read(saved).tables[0].cells if c.text] == ["新收", "13", "8"]


def test_the_author_is_named():
    saved = marked(workbook(ROWS), ("12", "13"))
    book = openpyxl.load_workbook(io.BytesIO(saved))
    assert book.active["B1"].comment.author == "核对员"


def test_a_blank_is_called_so():
    data = workbook(rows(text("A1", "新收") + '<c r="B1"/>' + number("C1", 12)))
    assert comments(marked(data, ("", "5"))) == {"B1": "年报勾稽校核：原为 空白，改为 5"}


def test_comments_that_are_there_stay_and_ours_is_added():
    saved = marked(with_comments(), ("7", "8"))
    assert comments(saved) == {"A1": "请核对", "B1": "年报勾稽校核：原为 7，改为 8", "C1": "已核对"}
    assert sorted(boxes(saved)) == [(0, 0), (0, 1), (0, 2)]


def test_a_cell_with_a_comment_gets_a_further_line_in_it():
    saved = marked(with_comments(), ("12", "13"))
    assert comments(saved)["A1"] == "请核对\n年报勾稽校核：原为 12，改为 13"
    assert sorted(boxes(saved)) == [(0, 0), (0, 2)]


def test_marking_a_marked_file_keeps_the_history():
    saved = marked(marked(workbook(ROWS), ("12", "13")), ("13", "14"))
    assert comments(saved)["B1"].split("\n") == [
        "年报勾稽校核：原为 12，改为 13",
        "年报勾稽校核：原为 13，改为 14",
    ]


def test_every_sheet_has_comments_of_its_own():
    data = workbook(ROWS, rows(number("A1", 3)))
    document = xlsx.read(data)
    first = next(c for c in document.tables[0].cells if c.text == "12")
    second = next(c for c in document.tables[1].cells if c.text == "3")
    saved = xlsx.mark(document, [Correction(first, "13"), Correction(second, "4")], MARKS)
    assert comments(saved, 0) == {"B1": "年报勾稽校核：原为 12，改为 13"}
    assert comments(saved, 1) == {"A1": "年报勾稽校核：原为 3，改为 4"}


def test_all_other_parts_are_copied_raw_and_the_sheet_changes_by_its_cell_and_one_element():
    data = workbook(ROWS, rows(number("A1", 3)), strings="<si><t>x</t></si>")
    saved = marked(data, ("12", "13"))
    before, after = raw_records(data), raw_records(saved)
    assert {n for n in before if before[n] != after[n]} == {"[Content_Types].xml", SHEET}
    assert after.keys() - before.keys() == {
        "xl/comments1.xml", "xl/drawings/vmlDrawing1.vml", "xl/worksheets/_rels/sheet1.xml.rels",
    }  # fmt: skip
    old, new = parts_of(data)[SHEET].decode(), parts_of(saved)[SHEET].decode()
    element = f'<legacyDrawing xmlns:r="{RELATIONS}" r:id="rId2"/>'
    assert new == old.replace("<v>12<", "<v>13<").replace("</worksheet>", f"{element}</worksheet>")


def test_without_corrections_the_file_stays_as_it_is():
    data = workbook(ROWS)
    assert xlsx.mark(xlsx.read(data), [], MARKS) == data


@pytest.mark.parametrize("behind", ["<legacyDrawingHF r:id='h'/>", "<extLst/>", "<picture r:id='x'/>"])
def test_the_element_stands_where_the_schema_wants_it(behind):
    sheet = parts_of(marked(workbook(f"{ROWS}<pageMargins/><drawing r:id='d'/>{behind}"), ("12", "13")))[
        SHEET
    ]
    order = [sheet.index(name) for name in (b"<drawing", b"<legacyDrawing ", behind[:8].encode())]
    assert order == sorted(order)


def test_buttons_of_a_sheet_keep_their_drawing_and_comments_join_it():
    vml = (
        '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
        ' xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shape id="_x0000_s5000"/></xml>'
    )
    more = {
        "xl/worksheets/_rels/sheet1.xml.rels": relationships(
            ("rId7", "vmlDrawing", "../drawings/vmlDrawing1.vml")
        ),
        "xl/drawings/vmlDrawing1.vml": vml,
    }
    data = workbook(f'{ROWS}<legacyDrawing r:id="rId7"/>', more=more)
    saved = marked(data, ("12", "13"))
    parts = parts_of(saved)
    assert parts["xl/drawings/vmlDrawing1.vml"].startswith(vml.removesuffix("</xml>").encode())
    assert b"_x0000_s5001" in parts["xl/drawings/vmlDrawing1.vml"]
    assert parts[SHEET].count(b"legacyDrawing") == 1
    assert comments(saved) == {"B1": "年报勾稽校核：原为 12，改为 13"}


@pytest.mark.parametrize("vml", ["<xml/>", "no xml at all"])
def test_a_drawing_that_cannot_be_added_to_is_refused_in_words(vml):
    more = {
        "xl/worksheets/_rels/sheet1.xml.rels": relationships(
            ("rId7", "vmlDrawing", "../drawings/vmlDrawing1.vml")
        ),
        "xl/drawings/vmlDrawing1.vml": vml,
    }
    data = workbook(f'{ROWS}<legacyDrawing r:id="rId7"/>', more=more)
    with pytest.raises(SaveError, match="没有把握添加批注"):
        marked(data, ("12", "13"))


def test_a_cell_under_discussion_is_refused_in_words():
    data = with_comments()
    rels = "xl/worksheets/_rels/sheet1.xml.rels"
    parts = parts_of(data)
    entry = f'<Relationship Id="t1" Type="{RELATIONS}/threadedComment" Target="/xl/threadedComments/t1.xml"/>'
    parts[rels] = parts[rels].replace(b"</Relationships>", entry.encode() + b"</Relationships>")
    parts["xl/threadedComments/t1.xml"] = b"<ThreadedComments/>"
    threaded = zipped(parts)
    with pytest.raises(SaveError, match=r"A1 已有讨论式批注"):
        marked(threaded, ("12", "13"))
    assert "B1" in comments(marked(threaded, ("7", "8")))


@pytest.mark.parametrize("options", [{"strict": True}, {"prefix": "x"}])
def test_other_ways_to_write_a_workbook_are_kept(options):
    sheet = ROWS
    if "prefix" in options:
        sheet = sheet.replace("<", "<x:").replace("<x:/", "</x:")
    saved = marked(workbook(sheet, **options), ("12", "13"))
    again = xlsx.read(saved)
    assert "13" in [c.text for c in again.tables[0].cells]
    second = xlsx.read(marked(saved, ("13", "14")))
    assert "14" in [c.text for c in second.tables[0].cells]


def test_texts_in_comments_are_no_markup():
    data = workbook(rows(text("A1", "新收") + text("B1", "<&>")))
    assert comments(marked(data, ("<&>", '"5"'))) == {"B1": '年报勾稽校核：原为 <&>，改为 "5"'}


@with_office
def test_libreoffice_shows_the_comments(tmp_path):
    flat = converted(marked(with_comments(), ("12", "13"), ("7", "8")), tmp_path, "批注.xlsx", "fods")
    content = flat.read_text(encoding="utf-8")
    assert content.count("<office:annotation ") == 3
    assert "原为 12，改为 13" in content
