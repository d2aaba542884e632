"""Damaged, hostile and odd workbooks: a clear refusal or a sane table, never anything else."""

import random
import time

import pytest

from core.errors import ReadError
from core.formats import xlsx
from core.tables import Correction
from tests.data.xlsx_package import MAIN, formula, number, parts_of, rows, text, workbook, zipped

SHEET = "xl/worksheets/sheet1.xml"


def refused(data: bytes, match: str | None = None) -> None:
    with pytest.raises(ReadError, match=match) as caught:
        xlsx.read(data)
    assert any("一" <= c <= "鿿" for c in str(caught.value))


def with_part(name: str, content: str | bytes) -> bytes:
    return zipped({**parts_of(workbook(rows(number("A1", 1)))), name: content})


@pytest.mark.parametrize(
    "name", ["_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", SHEET, "xl/sharedStrings.xml"]
)
def test_missing_and_garbled_parts_are_refused(name):
    parts = parts_of(workbook(rows('<c r="A1" t="s"><v>0</v></c>'), strings="<si><t>甲</t></si>"))
    refused(zipped({other: content for other, content in parts.items() if other != name}))
    for garbage in (b"", b"<a>", parts[name][:-5], b"\x00" * 50, parts[name] + b"<a/>"):
        refused(zipped({**parts, name: garbage}))


@pytest.mark.parametrize("name", ["_rels/.rels", "xl/workbook.xml", SHEET])
def test_a_doctype_is_refused(name):
    parts = parts_of(workbook(rows(number("A1", 1))))
    evil = parts[name].replace(b"?>\n", b'?>\n<!DOCTYPE a [<!ENTITY b "c">]>', 1)
    refused(zipped({**parts, name: evil}))


def test_a_binary_workbook_is_refused_with_the_way_out():
    refused(with_part("_rels/.rels", parts_of(workbook())["_rels/.rels"].replace(b".xml", b".bin")), "另存")


def test_a_part_that_is_no_workbook_is_refused():
    refused(with_part("xl/workbook.xml", '<a xmlns="urn:a"/>'), "工作簿")
    refused(with_part(SHEET, "<worksheet/>"), "工作簿")


@pytest.mark.parametrize(
    "sheet",
    [
        rows(number("ZZZZ99999999", 1)),
        rows(number("XFE1", 1)),
        rows(number("A1", 1), start=1_048_577),
        '<sheetData><row r="0"/></sheetData>',
        '<sheetData><row r="x"/></sheetData>',
        '<sheetData><row r="１"/></sheetData>',
        '<sheetData><row r="-1"/></sheetData>',
        rows(number("1A", 1)),
        rows(number("A0", 1)),
        rows(number("", 1)),
        rows(number("A1", 1) + number("A1", 2)),
        rows(number("B1", 1) + number("A1", 2)),
        rows(number("A2", 1)),
        '<sheetData><row r="2"/><row r="1"/></sheetData>',
        '<sheetData><row r="2"/><row r="2"/></sheetData>',
        rows('<c r="A1" t="s"><v>0</v></c>'),
        rows('<c r="A1" t="s"><v>-1</v></c>'),
        rows('<c r="A1" t="s"><v>x</v></c>'),
        rows('<c r="A1" t="s"><v>' + "9" * 5000 + "</v></c>"),
        rows(number("A1", 1), number("A2", 2))
        + '<mergeCells><mergeCell ref="A1:B2"/><mergeCell ref="B2:C3"/></mergeCells>',
        rows(number("A1", 1)) + '<mergeCells><mergeCell ref="A1:ZZZZ9"/></mergeCells>',
        rows(number("A1", 1)) + '<mergeCells><mergeCell ref=""/></mergeCells>',
        rows('<c r="A1"><f t="array" ref="?">1</f></c>'),
        rows(number("A1", 1)) + "<tableParts/>",
        number("A1", 1).join(("<sheetData>", "</sheetData>")),
    ],
)
def test_nonsense_is_refused(sheet):
    refused(workbook(sheet))


@pytest.mark.parametrize(
    "sheet",
    [
        "",
        "<sheetData/>",
        "<sheetData></sheetData>",
        "<sheetData> \n </sheetData>",
        "<sheetData><row/><row></row></sheetData>",
        rows("<c/>"),
        rows('<c r="A1" t="?"><v>1</v></c>'),
        rows('<c r="A1" t="n"><v>٣</v></c>'),
        rows('<c r="A1"><f/></c>'),
        rows('<c r="A1"><f t="shared" si="5"/></c>'),
        rows(
            '<c r="A1"><f t="shared" ref="A1:A2" si="0">XFD1048576</f></c>',
            '<c r="A2"><f t="shared" si="0"/></c>',
        ),
        rows('<c r="B2"><f t="array" ref="A1:A1">1</f><v>1</v></c>'.replace("B2", "B1")),
        rows(formula("A1", "(" * 5000 + "1" + ")" * 5000)),
        rows(formula("A1", "-" * 5000 + "1")),
        rows(formula("A1", "1" + "+1" * 5000)),
        rows(formula("A1", "1E999*1E999")),
        rows(formula("A1", "ROUND(1,1E300)")),
        rows(formula("A1", "A1")),
        rows(number("A1", "1E999999999999")),
        rows(number("A1", 1)) + "<mergeCells/>",
        rows(number("A1", 1)) + '<mergeCells><mergeCell ref="$A$1:B2"/></mergeCells>',
        rows(number("A1", 1)) + '<mergeCells><mergeCell ref="B2:A1"/></mergeCells>',
    ],
)
def test_oddities_are_read_and_saved(sheet):
    document = xlsx.read(workbook(sheet))
    assert xlsx.encode(document, ()) == document.source
    for cell in (c for t in document.tables for c in t.cells if not c.locked):
        saved = xlsx.read(xlsx.encode(document, [Correction(cell, "42")]))
        assert any(c.text == "42" for c in saved.tables[0].cells)


def test_two_sheets_in_one_part_are_refused():
    parts = parts_of(workbook(rows(number("A1", 1)), rows(number("A1", 1))))
    name = "xl/_rels/workbook.xml.rels"
    refused(zipped({**parts, name: parts[name].replace(b"sheet2.xml", b"sheet1.xml")}))


def test_a_sheet_without_its_relation_is_refused():
    parts = parts_of(workbook(rows(number("A1", 1))))
    refused(zipped({**parts, "xl/workbook.xml": parts["xl/workbook.xml"].replace(b"rId1", b"rId7")}))


def test_names_that_stand_for_each_other_end():
    defined = "".join(
        f'<definedName name="n{i}">{f"n{i + 1}+" * 99}n{i + 1}</definedName>' for i in range(50)
    )
    document = xlsx.read(
        workbook(rows(formula("A1", "n0")), after_sheets=f"<definedNames>{defined}</definedNames>")
    )
    assert document.tables[0].cells[0].unknown


LARGE = {
    "merges over whole sheets": rows(*[number(f"A{n}", n) for n in range(1, 2001)])
    + "<mergeCells>"
    + "".join(f'<mergeCell ref="{a}1:{a}1048576"/>' for a in ("B", "C", "D"))
    + "</mergeCells>",
    "thousands of merges": rows(*[number(f"A{n}", n) for n in range(1, 3001)])
    + "<mergeCells>"
    + "".join(f'<mergeCell ref="A{n}:XFD{n}"/>' for n in range(1, 3001))
    + "</mergeCells>",
    "cells at the corners": '<sheetData><row r="1"><c r="A1"><v>1</v></c></row>'
    '<row r="1048576"><c r="XFD1048576"><v>2</v></c></row></sheetData>',
    "a hundred thousand empty rows": rows(number("A1", 1) + number("ZZ1", 1), *["<c/>"] * 100_000),
    "formatted to the edge": rows(*['<c s="1"/>' * 16_384] * 6),
    "a megabyte of blanks between odd elements": "<sheetData>" + " " * 1_000_000 + "<row/><x/></sheetData>",
    "a megabyte of blanks inside a tag": f'<sheetData><row r="1"{" " * 1_000_000}x="1"/></sheetData>',
    "rich text": rows('<c r="A1" t="inlineStr"><is>' + "<r><t>甲</t></r>" * 50_000 + "</is></c>"),
    "array formulas everywhere": rows(
        *[f'<c r="A{n}"><f t="array" ref="A{n}:XFD{n}">1</f><v>1</v></c>' for n in range(1, 3001)]
    ),
    "deep nesting": rows("<c><extLst>" + "<e>" * 20_000 + "</e>" * 20_000 + "</extLst></c>"),
}


@pytest.mark.parametrize("sheet", LARGE.values(), ids=LARGE.keys())
def test_large_oddities_take_no_ages(sheet):
    started = time.process_time()
    try:
        document = xlsx.read(workbook(sheet))
    except ReadError:
        return
    assert len(document.tables[0].cells) < 130_000
    free = [c for c in document.tables[0].cells if not c.locked]
    for cell in free[:1]:
        xlsx.encode(document, [Correction(cell, "42")])
    assert time.process_time() - started < 20


def test_far_too_many_cells_are_refused():
    refused(workbook(rows(*["<c/>" * 16_000] * 40)), "太多")


def test_chance_damage_never_gets_past_the_reader():
    parts = parts_of(
        workbook(
            rows(
                text("A1", "项目")
                + number("B1", 12)
                + '<c r="C1" t="s"><v>0</v></c>'
                + formula("D1", "B1+1"),
                '<c r="A2" s="1"/><c r="C2"><f t="shared" ref="C2:D2" si="0">SUM(A1:B2)</f><v>3</v></c>'
                '<c r="D2"><f t="shared" si="0"/></c>',
            )
            + '<mergeCells><mergeCell ref="A1:A2"/></mergeCells>',
            strings="<si><r><t>甲</t></r><rPh sb='0' eb='1'><t>x</t></rPh></si>",
            after_sheets="<definedNames><definedName name='n'>Sheet1!$A$1</definedName></definedNames>",
        )
    )
    chance = random.Random(20240131)
    pieces = [
        b"",
        b"<",
        b">",
        b"/",
        b'"',
        b"'",
        b"9",
        b"A",
        b" ",
        b"<c/>",
        b"&#0;",
        b"<!--",
        b"\xff",
        b"]]>",
        b"x:",
    ]
    outcomes = set()
    for _ in range(1500):
        name = chance.choice([n for n in parts if n != "[Content_Types].xml"])
        content = parts[name]
        at = chance.randrange(len(content))
        broken = content[:at] + chance.choice(pieces) + content[at + chance.randrange(4) :]
        try:
            document = xlsx.read(zipped({**parts, name: broken}))
        except ReadError:
            outcomes.add("refused")
            continue
        outcomes.add("read")
        for cell in [c for t in document.tables for c in t.cells if not c.locked][:1]:
            xlsx.read(xlsx.encode(document, [Correction(cell, "42")]))
    assert outcomes == {"read", "refused"}


def test_text_declared_in_another_encoding_is_refused():
    refused(with_part(SHEET, f'<?xml version="1.0" encoding="gbk"?><worksheet xmlns="{MAIN}"/>'))
    utf16 = f'<?xml version="1.0" encoding="UTF-16"?><worksheet xmlns="{MAIN}"/>'.encode("utf-16")
    refused(with_part(SHEET, utf16))
