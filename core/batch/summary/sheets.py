"""Sheets written row by row, so that ten thousand problems cost no more memory than ten."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter

from core.export.cells import put_text

Value = str | int | Decimal | float | None
_EDGE = Side(style="thin", color="FFBFBFBF")
BORDER = Border(left=_EDGE, right=_EDGE, top=_EDGE, bottom=_EDGE)
_HEAD = PatternFill("solid", fgColor="FFE8EDF3")
_WRAP = Alignment(vertical="top", wrap_text=True)
_CENTRE = Alignment("center", "center", wrap_text=True)


def cell(sheet: Any, value: Value, *, head: bool = False, centre: bool = False) -> Any:
    """A bordered cell; a text stays a text whatever it begins with."""
    made: Any = WriteOnlyCell(sheet)
    if isinstance(value, str):
        put_text(made, value)
    else:
        made.value = value
    made.font = Font(name="宋体", size=10.5, bold=head)
    made.border = BORDER
    made.alignment = _CENTRE if head or centre else _WRAP
    if head:
        made.fill = _HEAD
    return made


Heads = Sequence[tuple[str, float]]
"""Text and width (characters) of each column."""


def add_list(book: Workbook, name: str, heads: Heads, rows: Iterable[Sequence[Value]]) -> None:
    """A sheet of rows under fixed headings, with a filter."""
    sheet: Any = book.create_sheet(name)
    for number, (_, width) in enumerate(heads, 1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    sheet.freeze_panes = "A2"
    _set_page(sheet)
    sheet.append([cell(sheet, head, head=True) for head, _ in heads])
    last = 1
    for last, row in enumerate(rows, 2):  # noqa: B007 - wanted after the loop
        sheet.append([cell(sheet, value) for value in row])
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(heads))}{last}"


def _set_page(sheet: Any) -> None:
    """A4 across, the headings on every page."""
    sheet.page_setup.paperSize = 9
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = "1:1"
