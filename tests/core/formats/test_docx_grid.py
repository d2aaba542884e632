"""Where a Word cell stands in its table: spans, merges, wrapped and deleted rows, nesting."""

import io

import docx as python_docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.formats import docx
from core.tables import Paragraph, RawTable
from tests.core.formats.test_docx_package import (
    cell,
    document_xml,
    made,
    paragraph,
    parts_of,
    plain,
    read_body,
    row,
    run,
    table,
    texts,
    zipped,
)


def span(columns: int) -> str:
    return f'<w:gridSpan w:val="{columns}"/>'


RESTART, CONTINUE, BARE = '<w:vMerge w:val="restart"/>', '<w:vMerge w:val="continue"/>', "<w:vMerge/>"


def places(*rows: str) -> list[tuple[str, int, int, int, int]]:
    """Text, row, column, row span and column span of every cell of a table of these rows."""
    (only,) = read_body(table(*rows)).tables
    return [(c.text, c.row, c.column, c.row_span, c.column_span) for c in only.cells]


def test_cells_follow_each_other():
    assert places(row(plain("a"), plain("b")), row(plain("c"))) == [
        ("a", 0, 0, 1, 1),
        ("b", 0, 1, 1, 1),
        ("c", 1, 0, 1, 1),
    ]


def test_a_wide_cell_moves_the_next():
    assert places(row(plain("a", span(3)), plain("b"))) == [("a", 0, 0, 1, 3), ("b", 0, 3, 1, 1)]


def test_a_row_may_begin_and_end_in_the_middle():
    indented = '<w:trPr><w:gridBefore w:val="2"/><w:gridAfter w:val="1"/></w:trPr>'
    assert places(row(plain("a"), properties=indented), row(plain("b"))) == [
        ("a", 0, 2, 1, 1),
        ("b", 1, 0, 1, 1),
    ]


@pytest.mark.parametrize("below", [CONTINUE, BARE])
def test_a_vertical_merge_is_one_cell(below):
    assert places(
        row(plain("a", RESTART), plain("1")),
        row(plain("", below), plain("2")),
        row(plain("unseen", below), plain("3")),
        row(plain("b"), plain("4")),
    ) == [
        ("a", 0, 0, 3, 1),
        ("1", 0, 1, 1, 1),
        ("2", 1, 1, 1, 1),
        ("3", 2, 1, 1, 1),
        ("b", 3, 0, 1, 1),
        ("4", 3, 1, 1, 1),
    ]


def test_two_vertical_merges_one_below_the_other():
    assert places(
        row(plain("a", RESTART)), row(plain("", BARE)), row(plain("b", RESTART)), row(plain("", BARE))
    ) == [("a", 0, 0, 2, 1), ("b", 2, 0, 2, 1)]


def test_a_merge_both_ways():
    assert places(
        row(plain("a", span(2) + RESTART), plain("1")), row(plain("", span(2) + BARE), plain("2"))
    ) == [("a", 0, 0, 2, 2), ("1", 0, 2, 1, 1), ("2", 1, 2, 1, 1)]


def test_a_merge_that_continues_nothing_is_a_cell_of_its_own():
    assert places(row(plain("a"), plain("b", BARE)), row(plain("c"), plain("", BARE))) == [
        ("a", 0, 0, 1, 1),
        ("b", 0, 1, 2, 1),
        ("c", 1, 0, 1, 1),
    ]


def test_a_merge_does_not_reach_over_a_row_without_it():
    assert places(row(plain("a", RESTART)), row(plain("b")), row(plain("c", BARE))) == [
        ("a", 0, 0, 1, 1),
        ("b", 1, 0, 1, 1),
        ("c", 2, 0, 1, 1),
    ]


def test_the_old_horizontal_merge():
    begins, goes_on = '<w:hMerge w:val="restart"/>', "<w:hMerge/>"
    assert places(
        row(plain("a", begins), plain("", goes_on), plain("", goes_on), plain("1")),
        row(plain("b", RESTART), plain("c", goes_on)),
    ) == [("a", 0, 0, 1, 3), ("1", 0, 3, 1, 1), ("b", 1, 0, 1, 1), ("c", 1, 1, 1, 1)]


def test_rows_and_cells_in_wrappers_count():
    def control(inner: str) -> str:
        return f"<w:sdt><w:sdtPr/><w:sdtContent>{inner}</w:sdtContent></w:sdt>"

    body = control(
        table(
            row(plain("a")),
            control(row(plain("b"), control(plain("c")))),
            f"<w:customXml w:element='x'>{row(plain('d'), control(control(plain('e'))))}</w:customXml>",
            f"<w:ins>{row(plain('f'))}</w:ins>",
        )
    )
    (only,) = read_body(body).tables
    assert [(c.text, c.row, c.column) for c in only.cells] == [
        ("a", 0, 0),
        ("b", 1, 0),
        ("c", 1, 1),
        ("d", 2, 0),
        ("e", 2, 1),
        ("f", 3, 0),
    ]


@pytest.mark.parametrize("mark", ["<w:del w:id='1'/>", "<w:del w:id='1'></w:del>"])
def test_a_row_deleted_by_tracking_is_gone(mark):
    deleted = row(plain("9"), plain("8"), properties=f"<w:trPr>{mark}</w:trPr>")
    inserted = row(plain("b"), properties="<w:trPr><w:ins w:id='1'/></w:trPr>")
    assert places(deleted, row(plain("a")), deleted, inserted, deleted) == [
        ("a", 0, 0, 1, 1),
        ("b", 1, 0, 1, 1),
    ]


def test_a_table_of_deleted_rows_is_gone():
    document = read_body(
        table(row(plain("9"), properties="<w:trPr><w:del/></w:trPr>")) + table(row(plain("1")))
    )
    assert texts(document) == [["1"]]


def test_earlier_properties_of_a_tracked_change_do_not_count():
    was_wide = f"<w:tcPrChange><w:tcPr>{span(9)}{BARE}</w:tcPr></w:tcPrChange>"
    was_indented = '<w:trPr><w:trPrChange><w:trPr><w:gridBefore w:val="9"/></w:trPr></w:trPrChange></w:trPr>'
    assert places(row(plain("a", was_wide), plain("b"), properties=was_indented)) == [
        ("a", 0, 0, 1, 1),
        ("b", 0, 1, 1, 1),
    ]


def test_cells_deleted_and_inserted_by_tracking():
    assert places(row(plain("9", "<w:cellDel/>"), plain("a", "<w:cellIns/>"), plain("b"))) == [
        ("a", 0, 0, 1, 1),
        ("b", 0, 1, 1, 1),
    ]


def test_cells_merged_by_tracking():
    assert places(
        row(plain("a", '<w:cellMerge w:vMerge="rest"/>')), row(plain("9", '<w:cellMerge w:vMerge="cont"/>'))
    ) == [("a", 0, 0, 2, 1)]


@pytest.mark.parametrize("absurd", ["2147483647", "99999999999999999999999", "9" * 5000])
def test_an_absurd_span_is_cut(absurd):
    (wide, after) = places(row(plain("a", f'<w:gridSpan w:val="{absurd}"/>'), plain("b")))
    assert wide[4] <= 1000
    assert after[2] == wide[4]


@pytest.mark.parametrize("nonsense", ["0", "-3", "", "x", "1.5"])
def test_a_span_that_is_no_number_is_one(nonsense):
    assert places(row(plain("a", f'<w:gridSpan w:val="{nonsense}"/>')))[0][4] == 1


def shape(body: str) -> list[str | list[str]]:
    """Blocks in order: a paragraph's text, a table's texts."""
    return [
        block.text if isinstance(block, Paragraph) else [c.text for c in block.cells]
        for block in read_body(body).blocks
    ]


INNER = table(row(plain("1"), plain("2")))


def test_a_cell_that_holds_a_table_only_lays_out_the_page():
    body = (
        paragraph(run("前"))
        + table(row(cell(paragraph(run("一")) + INNER + paragraph(run("二")) + INNER + paragraph(run("三")))))
        + paragraph(run("后"))
    )
    assert shape(body) == ["前", [""], "一", ["1", "2"], "二", ["1", "2"], "三", "后"]
    layout = read_body(body).tables[0].cells[0]
    assert "套着别的表格" in layout.locked


def test_only_the_cell_with_the_table_is_layout():
    body = table(row(plain("左"), cell(INNER + "<w:p/>"), plain("右")), row(plain("下")))
    assert shape(body) == [["左", "", "右", "下"], ["1", "2"]]
    assert [(c.row, c.column) for c in read_body(body).tables[0].cells] == [(0, 0), (0, 1), (0, 2), (1, 0)]


def test_tables_in_tables_in_tables():
    body = table(row(cell(table(row(cell(paragraph(run("深")) + INNER + "<w:p/>"), plain("b"))) + "<w:p/>")))
    assert shape(body) == [[""], ["", "b"], "深", ["1", "2"]]


def test_a_space_before_the_end_of_an_inner_cell_does_not_hide_where_it_ends():
    inner = f"<w:tbl><w:tr><w:tc>{paragraph(run('1'))}</w:tc ></w:tr></w:tbl>"
    assert shape(table(row(f"<w:tc>{inner}</w:tc>", plain("2")))) == [["", "2"], ["1"]]


def text_box(content: str) -> str:
    story = f"<w:txbxContent>{content}</w:txbxContent>"
    new = f"<mc:Choice Requires='wps'><w:drawing><wps:txbx>{story}</wps:txbx></w:drawing></mc:Choice>"
    old = f"<mc:Fallback><w:pict><v:textbox>{story}</v:textbox></w:pict></mc:Fallback>"
    return f"<w:r><mc:AlternateContent>{new}{old}</mc:AlternateContent></w:r>"


def test_a_table_in_a_text_box_is_a_table_and_is_there_once():
    assert shape(paragraph(run("题"), text_box(INNER + "<w:p/>"))) == [["1", "2"], "题"]


def test_a_text_box_with_a_table_leaves_the_cell_around_it_a_cell():
    body = table(row(cell(paragraph(run("5"), text_box(INNER + "<w:p/>"))), plain("6")))
    assert shape(body) == [["5", "6"], ["1", "2"]]


@st.composite
def grids(draw) -> list[list[int]]:
    """A table's rows as the widths of their cells, all rows equally wide."""
    width = draw(st.integers(1, 8))
    lines = []
    for _ in range(draw(st.integers(1, 6))):
        line: list[int] = []
        while sum(line) < width:
            line.append(draw(st.integers(1, width - sum(line))))
        lines.append(line)
    return lines


@settings(max_examples=40, deadline=None)
@given(lines=grids(), merges=st.sets(st.tuples(st.integers(0, 5), st.integers(0, 7))))
def test_python_docx_sees_the_same_grid(lines, merges):
    """A cell merges with the one above when both begin and end alike and chance says so."""
    rows, starts_above = [], {}
    for number, line in enumerate(lines):
        cells, starts, column = [], {}, 0
        for width in line:
            goes_on = (number, column) in merges and starts_above.get(column) == width
            name = "" if goes_on else f"{number}.{column}"
            cells.append(plain(name, span(width) + (BARE if goes_on else RESTART)))
            starts[column] = width
            column += width
        rows.append(row(*cells))
        starts_above = starts
    grid = "".join("<w:gridCol/>" for _ in range(sum(lines[0])))
    body = f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl><w:p/><w:sectPr/>"
    (ours,) = read_body(body).tables
    covered = {
        (r, c): one.text
        for one in ours.cells
        for r in range(one.row, one.row + one.row_span)
        for c in range(one.column, one.column + one.column_span)
    }
    theirs = openable(body).tables[0]
    expected = {
        (r, c): shown.text for r, line in enumerate(theirs.rows) for c, shown in enumerate(line.cells)
    }
    assert covered == expected


def openable(body: str):
    """The same body in a package that python-docx opens."""
    buffer = io.BytesIO()
    python_docx.Document().save(buffer)
    parts = parts_of(buffer.getvalue()) | {"word/document.xml": document_xml(body).encode()}
    return python_docx.Document(io.BytesIO(zipped(parts)))


def test_a_document_without_tables_has_none():
    assert docx.read(made(paragraph(run("无")))).tables == ()
    assert not [b for b in read_body("<w:tbl/>" + "<w:tbl><w:tr/></w:tbl>").blocks if isinstance(b, RawTable)]


def test_an_empty_cell_element_is_a_locked_cell():
    bare, full = read_body(table(row("<w:tc/>", plain("1")))).tables[0].cells
    assert (bare.text, bare.anchor) == ("", None)
    assert "不完整" in bare.locked
    assert (full.text, full.column) == ("1", 1)
