"""How much a file may hold: beyond each limit it is refused in the clerk's words, up to it it is read."""

import pytest

from core.errors import ReadError
from core.formats import limits, package, registry
from core.formats.docx import walk
from core.formats.package import Package
from core.formats.xlsx import book
from tests.core.formats.test_docx_package import document_xml, made, packed, paragraph, plain, row, run, table
from tests.data.xlsx_package import formula, number, rows, workbook, zipped

NESTED = ("<w:tbl><w:tr><w:tc>", "<w:p/></w:tc></w:tr></w:tbl>")


def refused(data: bytes) -> str:
    with pytest.raises(ReadError) as caught:
        registry.read(data)
    return str(caught.value)


def test_members_of_a_package():
    many = {f"word/media/{n}.png": "" for n in range(package.MAX_MEMBERS - 3)}
    document = document_xml(paragraph(run("12")))
    assert registry.read(packed(document, many)).format == "docx"
    assert "部件太多" in refused(packed(document, {**many, "word/one.png": ""}))


def test_all_parts_of_a_document_together(monkeypatch):
    data = packed(document_xml(paragraph(run("12"))), {"word/settings.xml": f"<a>{' ' * 4500}</a>"})
    assert registry.read(data).format == "docx"
    monkeypatch.setattr(package, "MAX_UNPACKED", 5000)
    assert "巨大" in refused(data)


def test_a_part_counts_once_however_often_it_is_read(monkeypatch):
    monkeypatch.setattr(package, "MAX_UNPACKED", 1500)
    opened = Package(zipped({"a": "x" * 1000, "b": "x" * 1000}))
    for _ in range(5):
        assert len(opened.read("a")) == 1000
    with pytest.raises(ReadError, match="巨大"):
        opened.read("b")


def test_a_part_by_itself(monkeypatch):
    monkeypatch.setattr(package, "MAX_PART", 1000)
    opened = Package(zipped({"a": "x" * 1000, "b": "x" * 1001}))
    assert len(opened.read("a")) == 1000
    with pytest.raises(ReadError, match="巨大"):
        opened.read("b")


def test_what_few_bytes_unpack_to():
    bomb = Package(zipped({"a": " " * 20_000_000}))
    with pytest.raises(ReadError, match="巨大"):
        bomb.read("a")


def test_tables_in_tables():
    depth = walk.MAX_NESTING
    assert len(registry.read(made(NESTED[0] * depth + "<w:p/>" + NESTED[1] * depth)).tables) == depth
    depth += 1
    assert "太深" in refused(made(NESTED[0] * depth + "<w:p/>" + NESTED[1] * depth))


@pytest.mark.parametrize(
    "make",
    [
        lambda n: made(table(*[row(plain("1"))] * n)),
        lambda n: made(table(row(plain("1"))) * n),
        lambda n: workbook(*[rows(number("A1", 1))] * n),
        lambda n: b"1 | 2\n" * (n // 2) + b"3\n" * (n % 2),
        lambda n: f"<table>{'<tr><td>1</td><td>2</td></tr>' * (n // 2)}</table>".encode() + b" " * (n % 2),
    ],
    ids=["rows", "tables", "sheets", "lines", "web page"],
)
def test_cells_of_a_file(make, monkeypatch):
    monkeypatch.setattr(limits, "MAX_CELLS", 20)
    assert sum(len(t.cells) for t in registry.read(make(20)).tables) == 20
    assert "太大" in refused(make(22))


def test_cells_and_formulas_of_a_workbook(monkeypatch):
    sheets = [rows(*[number(f"A{n}", n) + formula(f"B{n}", "A1", "1") for n in range(1, 6)])] * 2
    monkeypatch.setattr(book, "MAX_FORMULAS", 10)
    assert len(registry.read(workbook(*sheets)).tables) == 2
    monkeypatch.setattr(book, "MAX_FORMULAS", 9)
    assert "格子太多" in refused(workbook(*sheets))
    monkeypatch.setattr(book, "MAX_FORMULAS", 10)
    monkeypatch.setattr(book, "MAX_CELLS", 19)
    assert "格子太多" in refused(workbook(*sheets))


@pytest.mark.parametrize("sign", [",", ";"])
def test_fields_of_separated_values(sign):
    row = f"{sign.join('12345')}\n".encode()
    assert registry.read(row * 12_000).format == "csv"
    assert registry.read(row * 13_000).format == "txt"
    assert registry.read(f"12{sign}\n".encode() + sign.encode() * 900_000).format == "txt"


def test_characters_of_a_text():
    line = "收" * 24 + "\n"
    assert registry.read(line.encode() * 20_000).format == "txt"
    assert "文字太多" in refused(
        b"x" * 49 + b"\n" + b"12345678901234567890123456789012345678901234567\n" * 21_300
    )


def test_one_text_shown_by_many_cells_counts_as_often_as_it_is_shown():
    cells = [f'<c r="A{n}" t="s"><v>0</v></c>' for n in range(1, 202)]
    assert "文字太多" in refused(workbook(rows(*cells), strings=f"<si><t>{'字' * 5000}</t></si>"))


def test_a_sheet_named_thousands_of_times_is_refused_before_it_is_read():
    sheet = rows(number("A1", 1))
    data = workbook(sheet, after_sheets="<sheets>" + '<sheet name="a" r:id="rId1"/>' * 50_000 + "</sheets>")
    assert "损坏" in refused(data)


def test_places_under_merged_cells():
    first = '<row r="1"><c r="A1"><v>1</v></c></row>'
    far = f'<sheetData>{first}<row r="{{0}}"><c r="A{{0}}"><v>2</v></c></row></sheetData>'
    wide = '<mergeCells><mergeCell ref="A1:XFD{}"/></mergeCells>'
    assert len(registry.read(workbook(far.format(3000) + wide.format(2999))).tables) == 1
    assert "合并" in refused(workbook(far.format(400_001) + wide.format(400_000)))
