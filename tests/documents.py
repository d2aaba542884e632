"""Draws statutory tables as Word and Excel documents, merged as the official form is."""

import io
from collections.abc import Callable

from docx import Document
from openpyxl import Workbook

from core.forms import TABLES
from core.layout import drawing
from tests.layouts import AFTER, BEFORE, HEADINGS, TITLE, YEARS, Numbers


def word(
    numbers: Numbers,
    edition: str = "2021",
    year: int | None = None,
    *,
    merged: bool = True,
    before: str = BEFORE,
) -> bytes:
    """A Word report. ``merged`` False: every grid position is a cell of its own, merged text repeated.

    before: what it says ahead of the tables.
    """
    year = year or YEARS[edition]
    document = Document()
    document.add_paragraph(TITLE.format(year=year))
    for line in before.splitlines():
        document.add_paragraph(line)
    for table in TABLES:
        document.add_paragraph(HEADINGS[table])
        word_table(document, edition, table, numbers, merged=merged)
    for line in AFTER.format(signed=year + 1).splitlines():
        document.add_paragraph(line)
    return _bytes(document.save)


def word_table(
    document: Document, edition: str, table: str, numbers: Numbers, *, merged: bool = True
) -> None:
    plan = drawing(edition, table)
    cells = document.add_table(plan.rows, plan.columns)._cells

    def at(row: int, column: int):
        return cells[row * plan.columns + column]

    for box in plan.boxes:
        text = numbers[box.cell] if box.cell else box.text
        cell = at(box.row, box.column)
        if merged and box.row_span * box.column_span > 1:
            cell = cell.merge(at(box.row + box.row_span - 1, box.column + box.column_span - 1))
        cell.text = text
        if not merged and not box.cell:
            for row in range(box.row, box.row + box.row_span):
                for column in range(box.column, box.column + box.column_span):
                    at(row, column).text = text


def excel(
    numbers: Numbers,
    edition: str = "2021",
    year: int | None = None,
    *,
    one_sheet: bool = False,
    merged: bool = True,
    top: int = 3,
    left: int = 1,
) -> bytes:
    """An Excel report, a sheet for each table or all below each other on one, from cell (top, left) on."""
    book = Workbook()
    sheet = book.active
    sheet.title = "年报"
    sheet.cell(1, 1, TITLE.format(year=year or YEARS[edition]))
    row = top
    for table in TABLES:
        if not one_sheet:
            sheet = book.create_sheet(HEADINGS[table][:10])
            row = top
        sheet.cell(row - 1, left, HEADINGS[table])
        plan = drawing(edition, table)
        for box in plan.boxes:
            place_box(sheet, box, row, left, numbers, merged=merged)
        row += plan.rows + 2
    return _bytes(book.save)


def place_box(sheet, box, top: int, left: int, numbers: Numbers, *, merged: bool) -> None:
    """Put one box of a drawing on a sheet whose table begins at (top, left)."""
    row, column = top + box.row, left + box.column
    text = numbers[box.cell] if box.cell else box.text
    value: object = int(text) if text.isascii() and text.isdigit() else (text or None)
    span_rows, span_columns = range(row, row + box.row_span), range(column, column + box.column_span)
    if merged or box.cell:
        sheet.cell(row, column, value)
        if merged and len(span_rows) * len(span_columns) > 1:
            sheet.merge_cells(None, row, column, span_rows[-1], span_columns[-1])
        return
    for r in span_rows:
        for c in span_columns:
            sheet.cell(r, c, value)


def _bytes(save: Callable[[io.BytesIO], None]) -> bytes:
    buffer = io.BytesIO()
    save(buffer)
    return buffer.getvalue()
