"""The statutory tables in the official layout as a workbook: a sheet each, totals as live formulas."""

import io
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from core.export.cells import put_text
from core.export.prose import title
from core.export.sizes import lines, printable, shares
from core.formats.xlsx import calculated
from core.forms import Equation, TableForm
from core.layout import Box, Drawing, drawing
from core.numerals import plain
from core.review import Review

_TOP = 3
"""First row of the table; above it the report's title and the part's heading."""
_WIDTH, _EMS = 96, 0.48
"""All columns together, in characters of the standard font: fills A4 upright. Ems of the type in each."""
_ROW, _LINE = 18, 13.5
"""Heights in points: of a row of one line, and of each line more."""
_LONGEST = 15
"""Digits that a spreadsheet keeps exactly."""
_EDGE = Side(style="thin")
_BORDER = Border(left=_EDGE, right=_EDGE, top=_EDGE, bottom=_EDGE)
_AUTHOR = "年报勾稽校核"
_BROKEN = {"sum": "本行各列之和是 {}", "closed": "本列各行之和是 {}"}
_KEPT = "与这一格不符；导出时照报告原样保留，没有改动。"


def excel(review: Review, when: datetime) -> bytes:
    """A sheet for each table found, as it stands now. ``when``: date of the file.

    A total that agrees with its parts is a formula; one that does not stays the number that the report says,
    with a comment: an export never corrects.
    """
    book = Workbook()
    book.remove(book.worksheets[0])
    book.properties.creator = _AUTHOR
    book.properties.title = printable(title(review))
    book.properties.created = book.properties.modified = when
    for form in review.forms:
        _Sheet(book.create_sheet(form.name), form, review).fill()
    buffer = io.BytesIO()
    book.save(buffer)
    return calculated(buffer.getvalue())


@dataclass(frozen=True)
class _Sheet:
    """One sheet being filled with one table."""

    sheet: Worksheet
    form: TableForm
    review: Review

    @property
    def plan(self) -> Drawing:
        return drawing(self.form.edition, self.form.id)

    def fill(self) -> None:
        names = {box.cell: f"{get_column_letter(box.column + 1)}{_TOP + box.row}" for box in self.plan.boxes}
        for box in self.plan.boxes:
            self._box(box, names)
        self._heading(1, title(self.review), Font(name="方正小标宋简体", size=16))
        self._heading(2, self.form.heading, Font(name="黑体", size=12))
        self._measure()
        self._set_page()

    def _box(self, box: Box, names: dict[str, str]) -> None:
        row, column = _TOP + box.row, box.column + 1
        cell = self.sheet.cell(row, column)
        assert isinstance(cell, Cell)
        cell.font = Font(name="宋体", size=10.5)
        cell.border = _BORDER
        across = "left" if box.role == "section" or (box.role == "row" and box.row_span == 1) else "center"
        cell.alignment = Alignment(across, "center", wrap_text=True)
        if box.cell:
            self._value(cell, box.cell, names)
        else:
            put_text(cell, box.text)
        if box.row_span * box.column_span > 1:
            self.sheet.merge_cells(None, row, column, row + box.row_span - 1, column + box.column_span - 1)

    def _value(self, cell: Cell, id_: str, names: dict[str, str]) -> None:
        """A number as a number, a total that agrees as a formula, everything else as the text it is."""
        judgements = [j for j in self.review.judgements(id_) if j.equation.left == (id_,)]
        value = self._number(id_)
        if value is None:
            put_text(cell, self.review.texts.get(id_, ""))
        elif judgements and all(j.verdict == "holds" and self._is_exact(j.equation) for j in judgements):
            cell.value = _sum([names[part] for part in judgements[0].equation.right])
        else:
            cell.value = value
        said = [
            _BROKEN[j.equation.form].format(plain(j.right or 0)) for j in judgements if j.verdict == "broken"
        ]
        if said:
            cell.comment = Comment("，".join((*said, _KEPT)), _AUTHOR, height=90, width=260)

    def _number(self, id_: str) -> int | Decimal | None:
        """What a cell says, if it is a number that a spreadsheet can hold."""
        reading = self.review.reading(id_) if id_ in self.review.cells else None
        value = reading.value if reading else None
        digits = len(plain(value).lstrip("-").replace(".", "")) if value is not None else 0
        return value if digits <= _LONGEST else None

    def _is_exact(self, equation: Equation) -> bool:
        """Whether no part of a sum had to be written as text, where a formula would overlook it."""
        parts = [self.review.reading(part).kind == "number" for part in equation.right]
        return all(
            self._number(part) is not None
            for part, is_number in zip(equation.right, parts, strict=True)
            if is_number
        )

    def _heading(self, row: int, text: str, font: Font) -> None:
        cell = self.sheet.cell(row, 1)
        assert isinstance(cell, Cell)
        put_text(cell, text)
        cell.font, cell.alignment = font, Alignment("center", "center", wrap_text=True)
        self.sheet.merge_cells(None, row, 1, row, self.plan.columns)
        self.sheet.row_dimensions[row].height = 3 * _LINE

    def _measure(self) -> None:
        """Columns as wide as the form has them, rows high enough for the headings in them."""
        plan = self.plan
        widths = [share * _WIDTH for share in shares(plan)]
        for number, width in enumerate(widths, 1):
            self.sheet.column_dimensions[get_column_letter(number)].width = width
        for row in range(plan.rows):
            needed = [
                lines(box.text, sum(widths[box.column : box.column + box.column_span]) * _EMS) / box.row_span
                for box in plan.boxes
                if box.row <= row < box.row + box.row_span
            ]
            self.sheet.row_dimensions[_TOP + row].height = _ROW + _LINE * (max(1, *needed) - 1)

    def _set_page(self) -> None:
        """A4 upright on one page; headings stay in sight on the screen."""
        sheet, plan = self.sheet, self.plan
        sheet.freeze_panes = sheet.cell(_TOP + plan.frozen_rows, plan.frozen_columns + 1).coordinate
        sheet.sheet_view.showGridLines = False
        sheet.page_setup.paperSize = Worksheet.PAPERSIZE_A4
        sheet.page_setup.orientation = "portrait"
        sheet.page_setup.fitToWidth = sheet.page_setup.fitToHeight = 1
        sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
        sheet.print_options.horizontalCentered = True
        sheet.page_margins = PageMargins(left=0.7, right=0.7, top=0.8, bottom=0.8)
        sheet.print_area = f"A1:{get_column_letter(plan.columns)}{_TOP + plan.rows - 1}"


def _sum(names: list[str]) -> str:
    """A total over cells that stand in one row or column."""
    return f"=SUM({names[0]}:{names[-1]})"
