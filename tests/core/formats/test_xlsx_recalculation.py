"""Saving a workbook: the formulas that follow from a correction show their new result."""

import io

import openpyxl
import pytest

from core.formats import xlsx
from core.tables import Correction, Document
from tests.data.xlsx_package import formula, number, parts_of, rows, text, workbook

CALC = '<calcPr calcId="191029" fullCalcOnLoad="1"/>'


def correction(document: Document, name: str, new: str, sheet: int = 0) -> Correction:
    column, row = "ABCDEFGH".index(name[0]), int(name[1:]) - 1
    cell = next(c for c in document.tables[sheet].cells if (c.row, c.column) == (row, column))
    return Correction(cell, new)


def after(data: bytes, *changes: tuple[str, str]) -> tuple[dict[str, str], str]:
    """Text of every formula by name on the first sheet, and the workbook part, after the changes.

    Checks that ``recalculated`` foretold exactly the formulas that read differently.
    """
    document = xlsx.read(data)
    corrections = [correction(document, name, new) for name, new in changes]
    saved = xlsx.encode(document, corrections)
    foretold = xlsx.recalculated(document, corrections)
    pairs = [
        (old, new)
        for before, now in zip(document.tables, xlsx.read(saved).tables, strict=True)
        for old, new in zip(before.cells, now.cells, strict=True)
        if old.formula
    ]
    assert {old: new.text for old, new in pairs if new.text != old.text} == foretold
    texts = {f"{'ABCDEFGH'[new.column]}{new.row + 1}": new.text for _, new in pairs}
    return texts, parts_of(saved)["xl/workbook.xml"].decode()


def test_totals_follow_through_each_other():
    data = workbook(
        rows(
            number("A1", 1) + number("B1", 2) + formula("C1", "SUM(A1:B1)", "3"),
            number("A2", 3) + number("B2", 4) + formula("C2", "A2+B2", "7"),
            formula("A3", "SUM(A1:A2)", "4")
            + formula("B3", "B1+B2", "6")
            + formula("C3", "SUM(A3:B3)", "10"),
        )
    )
    texts, book = after(data, ("A1", "5"))
    assert texts == {"C1": "7", "C2": "7", "A3": "8", "B3": "6", "C3": "14"}
    assert "fullCalcOnLoad" not in book


def test_only_the_results_bytes_change():
    data = workbook(rows(number("A1", 1) + '<c r="B1" s="2"><f ca="1">A1*2</f><v>2</v></c>'))
    document = xlsx.read(data)
    saved = xlsx.encode(document, [correction(document, "A1", "4")])
    sheet = "xl/worksheets/sheet1.xml"
    expected = parts_of(data)[sheet].replace(b"<v>1</v>", b"<v>4</v>").replace(b"<v>2</v>", b"<v>8</v>")
    assert parts_of(saved)[sheet] == expected


def test_formulas_on_other_sheets_follow():
    data = workbook(rows(number("A1", 1)), rows(formula("A1", "'表 一'!A1+1", "2")), names=("表 一", "表二"))
    document = xlsx.read(data)
    saved = xlsx.encode(document, [correction(document, "A1", "4")])
    assert xlsx.read(saved).tables[1].cells[0].text == "5"
    book = openpyxl.load_workbook(io.BytesIO(saved), data_only=True)
    assert book["表二"]["A1"].value == 5


def test_shared_formulas_and_names_follow():
    data = workbook(
        rows(
            number("A1", 1) + '<c r="B1"><f t="shared" ref="B1:B2" si="0">A1*单价</f><v>3</v></c>',
            number("A2", 2) + '<c r="B2"><f t="shared" si="0"/><v>6</v></c>' + number("C2", 3),
        ),
        after_sheets='<definedNames><definedName name="单价">Sheet1!$C$2</definedName></definedNames>',
    )
    assert after(data, ("A2", "5"))[0] == {"B1": "3", "B2": "15"}
    assert after(data, ("C2", "10"))[0] == {"B1": "10", "B2": "20"}


def test_a_stale_result_that_does_not_follow_stays():
    data = workbook(
        rows(number("A1", 1) + formula("B1", "A1+1", "99"), number("A2", 1) + formula("B2", "A2+1", "2"))
    )
    texts, book = after(data, ("A2", "5"))
    assert texts == {"B1": "99", "B2": "6"}
    assert "fullCalcOnLoad" not in book


def test_a_formula_fed_by_a_stale_result_uses_what_the_file_shows():
    data = workbook(
        rows(number("A1", 1) + formula("B1", "A1+1", "99") + number("C1", 1) + formula("D1", "B1+C1", "100"))
    )
    assert after(data, ("C1", "2"))[0] == {"B1": "99", "D1": "101"}


def test_a_missing_result_stays_missing_but_reads_right():
    data = workbook(rows(number("A1", 1) + formula("B1", "A1+1") + formula("C1", "B1*2", "4")))
    document = xlsx.read(data)
    saved = xlsx.encode(document, [correction(document, "A1", "4")])
    assert b"<f>A1+1</f></c>" in parts_of(saved)["xl/worksheets/sheet1.xml"]
    assert after(data, ("A1", "4"))[0] == {"B1": "5", "C1": "10"}


@pytest.mark.parametrize(
    ("source", "cached", "kind", "expected"),
    [
        ('IF(A1>5,"多","少")', "少", "str", '<c r="B1" t="str"><f>IF(A1&gt;5,"多","少")</f><v>多</v></c>'),
        ('IF(A1>5,A1,"")', "", "str", '<c r="B1"><f>IF(A1&gt;5,A1,"")</f><v>9</v></c>'),
        ("A1>5", "0", "b", '<c r="B1" t="b"><f>A1&gt;5</f><v>1</v></c>'),
        ("10/(A1-1)", "#DIV/0!", "e", '<c r="B1"><f>10/(A1-1)</f><v>1.25</v></c>'),
        ("A1/3", "0.33333333333333331", "", '<c r="B1"><f>A1/3</f><v>3</v></c>'),
    ],
)
def test_results_of_other_types_follow(source, cached, kind, expected):
    data = workbook(rows(number("A1", 1) + formula("B1", source, cached, kind)))
    document = xlsx.read(data)
    saved = xlsx.encode(document, [correction(document, "A1", "9")])
    assert expected in parts_of(saved)["xl/worksheets/sheet1.xml"].decode()


def test_a_third_is_stored_as_the_spreadsheet_would():
    data = workbook(rows(number("A1", 3) + formula("B1", "A1/3", "1") + formula("C1", "B1*3", "3")))
    document = xlsx.read(data)
    sheet = parts_of(xlsx.encode(document, [correction(document, "A1", "1")]))["xl/worksheets/sheet1.xml"]
    value = sheet.decode().split("<f>A1/3</f><v>")[1].split("<")[0]
    assert float(value) == 1 / 3
    assert after(data, ("A1", "1"))[0] == {"B1": "0.333333333333333", "C1": "1"}


@pytest.mark.parametrize(
    "source", ["VLOOKUP(A1,A1:A2,1)", "SUM(Sheet1:Sheet2!A1)", "表[数]", 'INDIRECT("A1")']
)
def test_what_cannot_be_calculated_is_left_to_the_spreadsheet(source):
    data = workbook(
        rows(number("A1", 1) + formula("B1", source, "7") + formula("C1", "B1+1", "8")),
        after_sheets='<calcPr calcId="1"/>',
    )
    texts, book = after(data, ("A1", "2"))
    assert texts == {"B1": "7", "C1": "8"}
    assert '<calcPr calcId="1" fullCalcOnLoad="1"/>' in book


def test_what_cannot_be_calculated_and_does_not_follow_is_no_reason_to_recalculate():
    data = workbook(rows(number("A1", 1) + number("B1", 1) + formula("C1", "VLOOKUP(A1,A1:A2,1)", "7")))
    assert "fullCalcOnLoad" not in after(data, ("B1", "2"))[1]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("", CALC.replace(' calcId="191029"', "")),
        (
            "<definedNames/><oleSize ref='A1'/>",
            "<definedNames/><calcPr fullCalcOnLoad=\"1\"/><oleSize ref='A1'/>",
        ),
        ('<calcPr fullCalcOnLoad="0"/>', '<calcPr fullCalcOnLoad="1"/>'),
        ("<calcPr calcId='5'></calcPr>", "<calcPr calcId='5' fullCalcOnLoad=\"1\"></calcPr>"),
        ("<!-- <calcPr/> -->", '</sheets><calcPr fullCalcOnLoad="1"/><!-- <calcPr/> -->'),
    ],
)
def test_the_wish_to_recalculate_stands_where_the_schema_wants_it(given, expected):
    data = workbook(rows(number("A1", 1) + formula("B1", "VLOOKUP(A1,A1:A1,1)", "1")), after_sheets=given)
    book = after(data, ("A1", "2"))[1]
    assert expected in book
    assert openpyxl.load_workbook(io.BytesIO(data)).sheetnames == ["Sheet1"]


def test_a_workbook_that_already_asks_stays_as_it_is():
    data = workbook(rows(number("A1", 1) + formula("B1", "VLOOKUP(A1,A1:A1,1)", "1")), after_sheets=CALC)
    document = xlsx.read(data)
    saved = xlsx.encode(document, [correction(document, "A1", "2")])
    assert parts_of(saved)["xl/workbook.xml"] == parts_of(data)["xl/workbook.xml"]


def test_formulas_in_a_circle_are_left_to_the_spreadsheet():
    data = workbook(rows(number("A1", 1) + formula("B1", "A1+C1", "1") + formula("C1", "B1", "0")))
    texts, book = after(data, ("A1", "2"))
    assert texts == {"B1": "1", "C1": "0"}
    assert "fullCalcOnLoad" in book


def test_a_missing_result_in_a_circle_of_stored_ones_reads_as_foretold():
    data = workbook(rows(number("A1", 1) + formula("B1", "A1+C1") + formula("C1", "B1", "7")))
    texts, book = after(data, ("A1", "2"))
    assert texts == {"B1": "9", "C1": "7"}
    assert "fullCalcOnLoad" in book


def test_an_array_formula_is_left_to_the_spreadsheet():
    sheet = rows(
        number("A1", 1) + '<c r="B1"><f t="array" ref="B1:B2">A1:A2*2</f><v>2</v></c>',
        number("A2", 2) + number("B2", 4) + formula("C2", "B2+1", "5"),
    )
    texts, book = after(workbook(sheet), ("A2", "5"))
    assert texts == {"B1": "2", "B2": "4", "C2": "5"}
    assert "fullCalcOnLoad" in book


def test_whole_columns_and_filled_gaps_count():
    sheet = rows(number("A1", 1) + formula("D1", "SUM(A:C)", "1"), text("A2", "无"))
    assert after(workbook(sheet), ("C2", "41"))[0] == {"D1": "42"}


def test_a_number_that_becomes_a_text_no_longer_counts():
    data = workbook(rows(number("A1", 1) + number("B1", 2) + formula("C1", "SUM(A1:B1)", "3")))
    assert after(data, ("A1", "/"))[0] == {"C1": "2"}


def test_a_long_chain_and_a_large_sheet_take_no_ages():
    lines = [number("A1", 1) + formula("B1", "A1", "1")]
    lines += [number(f"A{n}", 1) + formula(f"B{n}", f"B{n - 1}+A{n}", str(n)) for n in range(2, 3001)]
    texts, book = after(workbook(rows(*lines)), ("A1", "2"))
    assert texts["B3000"] == "3001"
    lines = [number(f"A{n}", 1) + formula(f"B{n}", "SUM(A:A,B$1:B$2)", "1") for n in range(3, 4000)]
    book = after(workbook(rows(*lines, start=3)), ("A3", "2"))[1]
    assert "fullCalcOnLoad" in book
