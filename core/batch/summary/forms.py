"""汇总: the sums of all units drawn as the official form."""

from typing import Any

from openpyxl import Workbook
from openpyxl.utils import get_column_letter

from core.batch.summary.sheets import cell
from core.batch.totals import Totals
from core.export.sizes import shares
from core.forms import editions
from core.layout import Box, drawing

_WIDTH = 96
"""All columns together, in characters: fills A4 upright."""


def add_forms(book: Workbook, total: Totals) -> None:
    """A sheet for each table of each edition that was summed."""
    for edition, sums in total.sums.items():
        form = editions().get(edition)
        for table in form.tables.values() if form else ():
            if any(id_ in sums for id_ in table.cells):
                suffix = "" if len(total.sums) == 1 else f"（{edition} 版）"
                _add(book, f"汇总 {table.name}{suffix}", edition, table.id, total)


def _add(book: Workbook, name: str, edition: str, table: str, total: Totals) -> None:
    sheet: Any = book.create_sheet(name)
    plan, sums = drawing(edition, table), total.sums[edition]
    for number, share in enumerate(shares(plan), 1):
        sheet.column_dimensions[get_column_letter(number)].width = share * _WIDTH
    year = f" {total.year} 年度" if total.year else ""
    apart = f"，另有 {len(total.apart)} 份年度不同或重复，没有加" if total.apart else ""
    told = f"（{total.reports[edition]} 份{year}报告合计{apart}）"
    heading = editions()[edition].tables[table].heading + told
    sheet.append([cell(sheet, heading, head=True), *([None] * (plan.columns - 1))])
    sheet.merged_cells.add(f"A1:{get_column_letter(plan.columns)}1")
    boxes = {(box.row, box.column): box for box in plan.boxes}
    for row in range(plan.rows):
        sheet.append([_drawn(sheet, boxes.get((row, column)), sums) for column in range(plan.columns)])
    for box in plan.boxes:
        if box.row_span * box.column_span > 1:
            sheet.merged_cells.add(_range(box))
    sheet.freeze_panes = f"{get_column_letter(plan.frozen_columns + 1)}{plan.frozen_rows + 2}"


def _drawn(sheet: Any, box: Box | None, sums: Any) -> Any:
    if box is None:
        return cell(sheet, None)
    return cell(sheet, sums.get(box.cell, "") if box.cell else box.text, centre=True)


def _range(box: Box) -> str:
    """In a sheet whose first row is the heading."""
    first = f"{get_column_letter(box.column + 1)}{box.row + 2}"
    return f"{first}:{get_column_letter(box.column + box.column_span)}{box.row + box.row_span + 1}"
