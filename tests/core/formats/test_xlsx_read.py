"""Reading a workbook: what stands in each cell, and where."""

import pytest

from core.errors import ReadError
from core.formats import xlsx
from tests.data.xlsx_package import formula, number, parts_of, relationships, rows, text, workbook, zipped


def table(*sheets: str, **options):
    return xlsx.read(workbook(*sheets, **options)).tables[0]


def texts(*sheets: str, **options) -> list[str]:
    return [cell.text for cell in table(*sheets, **options).cells]


def cell_at(document_table, row: int, column: int):
    return next(c for c in document_table.cells if (c.row, c.column) == (row, column))


def test_cells_stand_where_their_names_say():
    cells = table(rows(number("B1", 1) + number("D1", 2), number("AA2", 3))).cells
    assert {(c.row, c.column): c.text for c in cells if c.text} == {(0, 1): "1", (0, 3): "2", (1, 26): "3"}


def test_cells_without_names_follow_each_other():
    sheet = "<sheetData><row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row></sheetData>"
    assert [(c.row, c.column, c.text) for c in table(sheet).cells] == [
        (0, 0, "1"),
        (0, 1, "2"),
        (1, 0, "3"),
        (1, 1, ""),
    ]


def test_attributes_may_come_in_any_order_and_quotes():
    sheet = "<sheetData><row ht='20' r='3'><c s='1'  t = 'n' r='B3'><v>5</v></c></row></sheetData>"
    assert [(c.row, c.column, c.text) for c in table(sheet).cells] == [(2, 1, "5")]


def test_greater_than_signs_inside_attributes_mislead_nobody():
    sheet = (
        '<sheetData><row r="1"><c r="A1" x="/>"><v>1</v></c><c r="B1" x="><v>9</"><v>2</v></c>'
        '<c r="C1"><f x="a>b">1+2</f><v>3</v></c></row></sheetData>'
    ).replace("<v>9</", "&lt;v>9&lt;/")
    assert texts(sheet) == ["1", "2", "3"]


@pytest.mark.parametrize(
    ("stored", "shown"),
    [
        ("0", "0"),
        ("12", "12"),
        ("12.0", "12"),
        ("96171.600000000006", "96171.6"),
        ("0.30000000000000004", "0.3"),
        ("1E3", "1000"),
        ("1.5E-3", "0.0015"),
        ("-12", "-12"),
        ("-0", "0"),
        ("007", "7"),
        (".5", "0.5"),
        ("72701.2578", "72701.2578"),
        ("123456789012345678", "123456789012346000"),
        (" 12 ", "12"),
        ("1E300", "1E300"),
        ("1E9999", "1E9999"),
        ("abc", "abc"),
    ],
)
def test_numbers_are_shown_with_fifteen_digits_and_no_exponent(stored, shown):
    assert texts(rows(number("A1", stored))) == [shown]


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        ('<c r="A1" t="b"><v>1</v></c>', "TRUE"),
        ('<c r="A1" t="b"><v>0</v></c>', "FALSE"),
        ('<c r="A1" t="e"><v>#REF!</v></c>', "#REF!"),
        ('<c r="A1" t="d"><v>2024-01-31</v></c>', "2024-01-31"),
        ('<c r="A1" t="str"><f>"甲"</f><v>甲</v></c>', "甲"),
        ('<c r="A1" t="str"><v>12</v></c>', "12"),
        ('<c r="A1" t="inlineStr"><is><t xml:space="preserve"> 12　</t></is></c>', " 12　"),
        ('<c r="A1" t="inlineStr"><is><r><rPr><b/></rPr><t>规</t></r><r><t>章</t></r></is></c>', "规章"),
        ('<c r="A1" t="inlineStr"><is><t>规章</t><rPh sb="0" eb="2"><t>guī</t></rPh></is></c>', "规章"),
        ('<c r="A1" t="inlineStr"><is><t>&lt;&#20108;&#x4E8C;&amp;&gt;</t></is></c>', "<二二&>"),
        ('<c r="A1" t="inlineStr"><is><t>一_x000D_\r\n二_x005F_x0041_</t></is></c>', "一\r\n二_x0041_"),
        ('<c r="A1"><v>1<!-- 2 -->3</v></c>', "13"),
        ('<c r="A1" t="inlineStr"><is><t><![CDATA[<规&章>]]></t></is></c>', "<规&章>"),
        ('<c r="A1" s="1"/>', ""),
        ('<c r="A1" s="1"></c>', ""),
        ('<c r="A1" t="s"/>', ""),
        ('<c r="A1"><v/></c>', ""),
        ('<c r="A1"><v>5</v><extLst><ext uri="u"><c xmlns="u"><v>6</v></c></ext></extLst></c>', "5"),
    ],
)
def test_every_kind_of_cell_is_read(cell, shown):
    assert texts(rows(cell)) == [shown]


def test_shared_strings_join_their_runs_without_the_phonetic_hints():
    strings = (
        "<si><t>规章</t></si><si><r><rPr><b/></rPr><t>行政</t></r><r><t>许可</t></r></si>"
        '<si><t>收费</t><rPh sb="0" eb="1"><t>shōu</t></rPh><phoneticPr fontId="1"/></si><si><t/></si><si/>'
        '<si><t xml:space="preserve"> 甲\n</t></si>'
    )
    cells = "".join(f'<c r="{name}1" t="s"><v>{i}</v></c>' for i, name in enumerate("ABCDEF"))
    assert texts(rows(cells), strings=strings) == ["规章", "行政许可", "收费", "", "", " 甲\n"]
    commented = "<!-- 注 -->" + strings
    assert texts(rows(cells), strings=commented) == ["规章", "行政许可", "收费", "", "", " 甲\n"]


def test_a_merged_cell_appears_once_with_its_extent():
    sheet = rows(
        text("A1", "申请人情况") + '<c r="B1"/>' + number("C1", 9), '<c r="A2"/><c r="B2"><v>7</v></c>'
    )
    cells = table(sheet + '<mergeCells count="1"><mergeCell ref="A1:B2"/></mergeCells>').cells
    assert [(c.text, c.row, c.column, c.row_span, c.column_span) for c in cells] == [
        ("申请人情况", 0, 0, 2, 2),
        ("9", 0, 2, 1, 1),
        ("", 1, 2, 1, 1),
    ]


def test_places_without_a_cell_inside_the_used_columns_can_be_filled():
    sheet = rows(text("A1", "甲") + text("D1", "总计"), text("B2", "乙"), "", number("D4", 1))
    cells = table(sheet).cells
    assert [(c.row, c.column) for c in cells] == [(r, c) for r in (0, 1, 3) for c in range(4)]
    assert all(c.anchor is not None and not c.locked for c in cells)


def test_gaps_are_bounded():
    far = table(rows(number("A1", 1) + number("XFD1", 2), number("A2", 3))).cells
    assert len(far) <= 2 * 64 + 2
    assert {c.text for c in far} == {"1", "2", "3", ""}


def test_blank_cells_far_beyond_the_last_text_are_decoration():
    formatted = "".join(f'<c r="{name}" s="1"/>' for name in ("B1", "BA1", "XFD1"))
    cells = table(rows(number("A1", 1) + formatted, *[""] * 200, '<c r="A202" s="1"/>')).cells
    assert {(c.row, c.column) for c in cells} >= {(0, 0), (0, 1), (0, 52)}
    assert max(c.column for c in cells) < 100
    assert max(c.row for c in cells) == 0


def test_all_sheets_are_read_in_the_workbooks_order():
    hidden = parts_of(workbook(rows(number("A1", 1)), rows(number("A1", 2)), names=("表二", "表三")))
    hidden["xl/workbook.xml"] = hidden["xl/workbook.xml"].replace(
        b'sheetId="1"', b'sheetId="1" state="veryHidden"'
    )
    document = xlsx.read(zipped(hidden))
    assert [(t.name, t.cells[0].text) for t in document.tables] == [("表二", "1"), ("表三", "2")]
    assert document.format == "xlsx"


def test_chart_sheets_are_passed_over():
    parts = parts_of(workbook(rows(number("A1", 1)), rows(number("A1", 2)), names=("图", "表")))
    parts["xl/_rels/workbook.xml.rels"] = relationships(
        ("rId1", "chartsheet", "chartsheets/sheet1.xml"), ("rId2", "worksheet", "/xl/worksheets/sheet2.xml")
    ).encode()
    assert [t.name for t in xlsx.read(zipped(parts)).tables] == ["表"]


@pytest.mark.parametrize("prefix", ["", "x", "a.b-c"])
@pytest.mark.parametrize("strict", [False, True])
def test_prefixes_and_strict_workbooks_are_read(prefix, strict):
    p = f"{prefix}:" if prefix else ""
    sheet = (
        f'<{p}sheetData><{p}row r="1"><{p}c r="A1" t="s"><{p}v>0</{p}v></{p}c>'
        f'<{p}c r="B1"><{p}f>1+2</{p}f><{p}v>3</{p}v></{p}c>'
        f'<{p}c r="C1" t="inlineStr"><{p}is><{p}t>乙</{p}t></{p}is></{p}c></{p}row></{p}sheetData>'
        f'<{p}mergeCells><{p}mergeCell ref="C1:D1"/></{p}mergeCells>'
    )
    strings = f"<{p}si><{p}t>甲</{p}t></{p}si>"
    cells = table(sheet, strings=strings, strict=strict, prefix=prefix).cells
    assert [(c.text, c.column_span, c.formula) for c in cells] == [
        ("甲", 1, False),
        ("3", 1, True),
        ("乙", 2, False),
    ]


def test_one_namespace_under_two_prefixes_is_refused():
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    sheet = f'<sheetData><y:row xmlns:y="{main}" r="1"><y:c r="A1"><y:v>1</y:v></y:c></y:row></sheetData>'
    with pytest.raises(ReadError, match="前缀"):
        table(sheet)


def test_comments_and_odd_elements_between_cells_hide_nothing():
    sheet = (
        '<sheetData><!-- <row r="1"><c r="A1"><v>9</v></c></row> --><row r="1"><?pi <c r="A1"/>?>'
        f'{number("A1", 1)}<extLst><ext uri="u"><row r="7"/></ext></extLst>{number("B1", 2)}</row>'
        "\n</sheetData>"
    )
    assert texts(sheet) == ["1", "2"]


def test_a_formula_cell_shows_its_stored_result_and_is_locked():
    cell = table(rows(number("A1", 1) + formula("B1", "A1+1", "5"))).cells[1]
    assert (cell.text, cell.formula, cell.unknown) == ("5", True, "")
    assert "公式" in cell.locked
    assert cell.anchor is not None


@pytest.mark.parametrize("empty", ["", "<v/>", "<v></v>"])
def test_a_formula_without_a_result_is_calculated(empty):
    sheet = rows(number("A1", 1) + number("B1", "2.5") + f'<c r="C1"><f>SUM(A1:B1)</f>{empty}</c>')
    cell = table(sheet).cells[2]
    assert (cell.text, cell.unknown, cell.formula) == ("3.5", "", True)


def test_formulas_without_results_are_calculated_through_each_other_and_other_sheets():
    first = rows(formula("A1", "'表 三'!A1*2") + formula("B1", "A1+C1") + formula("C1", "总数"))
    second = rows(number("A1", 4) + number("B1", 1))
    document = xlsx.read(
        workbook(
            first,
            second,
            names=("表二", "表 三"),
            after_sheets="<definedNames><definedName name='总数'>'表 三'!$A$1:$A$1</definedName>"
            "</definedNames>",
        )
    )
    assert [c.text for c in document.tables[0].cells] == ["8", "12", "4"]


@pytest.mark.parametrize("source", ["VLOOKUP(1,A1:A1,1)", "C1+B1", "1/0", "#REF!+1", "没有的名字", "A1+"])
def test_a_formula_that_cannot_be_calculated_says_so(source):
    cell = cell_at(table(rows(number("A1", 1) + formula("B1", source) + formula("C1", "B1"))), 0, 1)
    assert cell.text == ""
    assert "保存一次" in cell.unknown


def test_an_empty_text_is_a_result():
    cell = table(rows('<c r="A1" t="str"><f>IF(1,"",0)</f><v></v></c>')).cells[0]
    assert (cell.text, cell.unknown) == ("", "")


def test_shared_formulas_are_moved_to_each_cell():
    sheet = rows(
        number("A1", 1) + number("B1", 10) + '<c r="C1"><f t="shared" ref="C1:C3" si="0">A1+B1+$A$1</f></c>',
        number("A2", 2) + number("B2", 20) + '<c r="C2"><f t="shared" si="0"/></c>',
        number("A3", 3) + number("B3", 30) + '<c r="C3"><f t="shared" si="0"/><v/></c>',
    )
    assert [cell_at(table(sheet), row, 2).text for row in range(3)] == ["12", "23", "34"]


def test_cells_filled_by_an_array_formula_are_locked():
    sheet = rows(
        number("A1", 1) + '<c r="B1"><f t="array" ref="B1:B2">A1:A2*2</f><v>2</v></c>',
        number("A2", 2) + number("B2", 4),
        number("A3", 3)
        + '<c r="B3"><f t="dataTable" ref="B3:C3" dt2D="0" r1="A1"/><v>1</v></c>'
        + number("C3", 1),
    )
    locked = {(c.row, c.column) for c in table(sheet).cells if c.locked}
    assert locked == {(0, 1), (1, 1), (2, 1), (2, 2)}


def test_headers_of_a_table_are_locked():
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    sheet = rows(text("A1", "项目") + text("B1", "数"), text("A2", "规章") + number("B2", 1))
    more = {
        "xl/worksheets/_rels/sheet1.xml.rels": relationships(("rId1", "table", "../tables/table1.xml")),
        "xl/tables/table1.xml": f'<table xmlns="{main}" id="1" name="T" displayName="T" ref="A1:B2"/>',
    }
    cells = table(sheet + '<tableParts count="1"><tablePart r:id="rId1"/></tableParts>', more=more).cells
    assert [bool(c.locked) for c in cells] == [True, True, False, False]
    more["xl/tables/table1.xml"] = more["xl/tables/table1.xml"].replace("id=", 'headerRowCount="0" id=')
    cells = table(sheet + '<tableParts count="1"><tablePart r:id="rId1"/></tableParts>', more=more).cells
    assert not any(c.locked for c in cells)


def test_cells_of_extended_data_types_are_locked():
    assert table(rows('<c r="A1" t="e" vm="1"><v>#VALUE!</v></c>')).cells[0].locked


def test_a_signature_is_noted():
    document = xlsx.read(workbook(rows(number("A1", 1)), more={"_xmlsignatures/sig1.xml": "<Signature/>"}))
    assert any("签名" in note for note in document.notes)


def test_protected_sheets_are_noted_by_name():
    protected = rows(number("A1", 1)) + '<sheetProtection sheet="1"/>'
    document = xlsx.read(workbook(rows(number("A1", 1)), protected, names=("表二", "表三")))
    assert len(document.notes) == 1
    assert "表三" in document.notes[0]


def test_macros_change_nothing():
    parts = parts_of(workbook(rows(number("A1", 1)), more={"xl/vbaProject.bin": b"\xd0\xcf"}))
    assert xlsx.read(zipped(parts)).notes == ()
