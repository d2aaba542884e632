"""Saving a workbook: only the corrected cells' bytes change."""

import io
import zipfile

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import SaveError
from core.formats import xlsx
from core.formats.xmlspans import checked
from core.tables import Correction
from tests.data.xlsx_package import formula, number, parts_of, relationships, rows, text, workbook

SHEET = "xl/worksheets/sheet1.xml"


def saved(data: bytes, *changes: tuple[str, str]) -> bytes:
    """The workbook with (cell name, new text) corrected on its first sheet."""
    document = xlsx.read(data)
    cells = {f"{'ABCDEFGH'[c.column]}{c.row + 1}": c for c in document.tables[0].cells}
    return xlsx.encode(document, [Correction(cells[name], new) for name, new in changes])


def raw_members(data: bytes) -> dict[str, bytes]:
    """Local header and compressed bytes of every member."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {
            m.filename: data[m.header_offset : m.header_offset + 30 + len(m.filename) + m.compress_size]
            for m in archive.infolist()
        }


def changed_cell(cell: str, new: str, name: str = "A1", **options) -> str:
    """What a lone cell's XML becomes; checks that nothing around it changed."""
    data = workbook(rows(cell + number("G1", 9)), **options)
    before, after = parts_of(data), parts_of(saved(data, (name, new)))
    assert {n for n in before if before[n] != after[n]} == {SHEET}
    checked(after[SHEET])
    head, tail = before[SHEET].split(cell.encode())
    assert after[SHEET].startswith(head)
    assert after[SHEET].endswith(tail)
    return after[SHEET][len(head) : len(after[SHEET]) - len(tail)].decode()


@pytest.mark.parametrize(
    ("cell", "new", "expected"),
    [
        # a number stays a number with all it had
        ('<c r="A1"><v>5</v></c>', "12", '<c r="A1"><v>12</v></c>'),
        ('<c r="A1" s="3" t="n" cm="1"><v>5</v></c>', "-1.5", '<c r="A1" s="3" t="n" cm="1"><v>-1.5</v></c>'),
        (
            '<c  s="3" r="A1" ><v>5</v><extLst><ext uri="u"/></extLst></c >',
            "12",
            '<c  s="3" r="A1" ><v>12</v><extLst><ext uri="u"/></extLst></c >',
        ),
        # what is no plain number becomes a text of the cell itself
        ('<c r="A1" s="3"><v>5</v></c>', "/", '<c r="A1" s="3" t="inlineStr"><is><t>/</t></is></c>'),
        ('<c r="A1" t="n"><v>5</v></c>', "１２", '<c r="A1" t="inlineStr"><is><t>１２</t></is></c>'),
        ('<c r="A1"><v>5</v></c>', "1,234", '<c r="A1" t="inlineStr"><is><t>1,234</t></is></c>'),
        ('<c r="A1"><v>5</v></c>', "007", '<c r="A1" t="inlineStr"><is><t>007</t></is></c>'),
        ('<c r="A1" t="b"><v>1</v></c>', "3", '<c r="A1"><v>3</v></c>'),
        ('<c r="A1" t="e"><v>#REF!</v></c>', "3", '<c r="A1"><v>3</v></c>'),
        ('<c r="A1" s="1"><v>5</v></c>', "", '<c r="A1" s="1"></c>'),
        # a text stays a text
        (
            '<c r="A1" t="inlineStr"><is><t>12</t></is></c>',
            "13",
            '<c r="A1" t="inlineStr"><is><t>13</t></is></c>',
        ),
        (
            "<c r='A1' t='inlineStr'><is><t xml:space='preserve'> 12</t></is></c>",
            " 13",
            "<c r='A1' t='inlineStr'><is><t xml:space='preserve'> 13</t></is></c>",
        ),
        (
            '<c r="A1" t="inlineStr"><is><t>12</t></is></c>',
            "13 ",
            '<c r="A1" t="inlineStr"><is><t xml:space="preserve">13 </t></is></c>',
        ),
        (
            '<c r="A1" t="inlineStr"><is><r><rPr><b/></rPr><t>1</t></r><r><t>2</t></r></is></c>',
            "13",
            '<c r="A1" t="inlineStr"><is><r><rPr><b/></rPr><t>13</t></r><r><t></t></r></is></c>',
        ),
        (
            '<c r="A1" t="inlineStr"><is><t>12</t><rPh sb="0" eb="1"><t>x</t></rPh></is></c>',
            "13",
            '<c r="A1" t="inlineStr"><is><t>13</t></is></c>',
        ),
        ('<c r="A1" t="str"><v>12</v></c>', "13", '<c r="A1" t="str"><v>13</v></c>'),
        (
            '<c r="A1" t="inlineStr"><is><t>甲</t></is></c>',
            "<&>\r",
            '<c r="A1" t="inlineStr"><is><t xml:space="preserve">&lt;&amp;&gt;_x000D_</t></is></c>',
        ),
        (
            '<c r="A1" t="inlineStr"><is><t>甲</t></is></c>',
            "甲\n乙",
            '<c r="A1" t="inlineStr"><is><t xml:space="preserve">甲\n乙</t></is></c>',
        ),
        # a blank cell takes either
        ('<c r="A1" s="1"/>', "5", '<c r="A1" s="1"><v>5</v></c>'),
        ('<c r="A1" s="1" />', "5", '<c r="A1" s="1" ><v>5</v></c>'),
        ('<c r="A1" s="1" t="n"></c>', "5", '<c r="A1" s="1" t="n"><v>5</v></c>'),
        ('<c r="A1" t="s"/>', "5", '<c r="A1"><v>5</v></c>'),
        ('<c r="A1" s="1"/>', "/", '<c r="A1" s="1" t="inlineStr"><is><t>/</t></is></c>'),
        ('<c r="A1"><v/></c>', "5", '<c r="A1"><v>5</v></c>'),
        ('<c r="A1" t="inlineStr"><is><t/></is></c>', "5", '<c r="A1"><v>5</v></c>'),
    ],
)
def test_only_what_must_change_changes(cell, new, expected):
    assert changed_cell(cell, new) == expected


def test_a_shared_string_becomes_the_cells_own_text():
    after = changed_cell('<c r="A1" s="2" t="s"><v>0</v></c>', "13", strings="<si><t>12</t></si>")
    assert after == '<c r="A1" s="2" t="inlineStr"><is><t>13</t></is></c>'


def test_a_prefix_is_kept():
    data = workbook(
        '<x:sheetData><x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c><x:c r="B1"/></x:row></x:sheetData>',
        prefix="x",
    )
    after = parts_of(saved(data, ("A1", "/"), ("B1", "2")))[SHEET].decode()
    assert '<x:c r="A1" t="inlineStr"><x:is><x:t>/</x:t></x:is></x:c><x:c r="B1"><x:v>2</x:v></x:c>' in after


def test_missing_cells_are_put_in_at_their_place_in_their_neighbours_style():
    data = workbook(
        rows(text("A1", "项") + text("F1", "总计"), '<c r="B2" s="4"><v>1</v></c> <c r="E2"><v>5</v></c>')
    )
    after = parts_of(saved(data, ("D2", "3"), ("F2", "6"), ("C2", "/"), ("A2", "0"), ("B2", "8")))[SHEET]
    assert (
        '<row r="2"><c r="A2"><v>0</v></c><c r="B2" s="4"><v>8</v></c>'
        '<c r="C2" s="4" t="inlineStr"><is><t>/</t></is></c><c r="D2" s="4"><v>3</v></c> '
        '<c r="E2"><v>5</v></c><c r="F2"><v>6</v></c></row>'
    ) in after.decode()


def test_openpyxl_reads_what_was_written():
    data = workbook(
        rows(number("A1", 1) + '<c r="B1" t="s"><v>0</v></c><c r="C1"/>' + text("E1", "总计")),
        strings="<si><t>旧</t></si>",
    )
    after = saved(data, ("A1", "12.5"), ("B1", "<新>"), ("C1", "7"), ("D1", "/"))
    sheet = openpyxl.load_workbook(io.BytesIO(after)).active
    assert [cell.value for cell in sheet[1]] == [12.5, "<新>", 7, "/", "总计"]


def test_all_other_members_are_copied_raw():
    data = workbook(rows(number("A1", 1)), rows(number("A1", 2)), more={"docProps/app.xml": "<a/>" * 50})
    before, after = raw_members(data), raw_members(saved(data, ("A1", "2")))
    assert list(before) == list(after)
    assert [name for name in before if before[name] != after[name]] == [SHEET]


def test_the_first_sheets_cells_are_not_the_seconds():
    document = xlsx.read(workbook(rows(number("A1", 1)), rows(number("A1", 1))))
    second = document.tables[1].cells[0]
    after = xlsx.read(xlsx.encode(document, [Correction(second, "2")]))
    assert [t.cells[0].text for t in after.tables] == ["1", "2"]


def test_a_document_without_its_parsed_workbook_can_still_be_saved():
    document = xlsx.read(workbook(rows(number("A1", 1))))
    bare = type(document)(document.format, document.source, document.blocks, document.notes)
    correction = Correction(document.tables[0].cells[0], "2")
    assert xlsx.encode(bare, [correction]) == xlsx.encode(document, [correction])


@pytest.mark.parametrize(
    "cell",
    [
        formula("A1", "1+1", "2"),
        '<c r="A1"><f t="array" ref="A1:A2">B1:B2</f><v>1</v></c>',
        '<c r="A1" vm="1"><v>1</v></c>',
    ],
)
def test_locked_cells_are_refused_by_name(cell):
    with pytest.raises(SaveError, match="A1"):
        saved(workbook(rows(cell)), ("A1", "5"))


def test_a_table_header_is_refused():
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    more = {
        "xl/worksheets/_rels/sheet1.xml.rels": relationships(("rId1", "table", "../tables/t.xml")),
        "xl/tables/t.xml": f'<table xmlns="{main}" ref="A1:A2"/>',
    }
    data = workbook(rows(text("A1", "数"), number("A2", 1)) + "<tableParts/>", more=more)
    with pytest.raises(SaveError, match="标题"):
        saved(data, ("A1", "新"))
    assert saved(data, ("A2", "2")) != data


def test_a_cell_of_another_document_is_refused():
    here, there = (xlsx.read(workbook(rows(number("A1", n)))) for n in (1, 2))
    with pytest.raises(SaveError, match="不在这份文件"):
        xlsx.encode(here, [Correction(there.tables[0].cells[0], "3")])


def test_two_new_texts_for_one_cell_are_refused():
    with pytest.raises(SaveError, match="两个"):
        saved(workbook(rows(number("A1", 1))), ("A1", "2"), ("A1", "3"))


def test_a_text_no_file_can_hold_is_refused():
    with pytest.raises(SaveError, match="残缺"):
        saved(workbook(rows(text("A1", "甲"))), ("A1", "\ud800"))


@given(
    st.sampled_from(
        ['<c r="A1"><v>5</v></c>', '<c r="A1"/>', text("A1", "甲"), '<c r="A1" t="str"><v>x</v></c>']
    ),
    st.one_of(
        st.text(st.characters(exclude_categories=["Cs"]), max_size=12),
        st.decimals(allow_nan=False, allow_infinity=False, places=4).map(str),
        st.from_regex(r"_x[0-9A-F]{4}_", fullmatch=True),
    ),
)
def test_every_text_reads_back_as_it_was_written(cell, new):
    data = workbook(rows(cell + number("B1", 1)))
    assert [c.text for c in xlsx.read(saved(data, ("A1", new))).tables[0].cells] == [new, "1"]
