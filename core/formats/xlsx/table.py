"""A worksheet's cells as a table: texts, merges, blanks that can be filled, and what is locked."""

from core.anchors import Anchor, Span
from core.errors import ReadError
from core.formats.package import BROKEN
from core.formats.xlsx.book import Sheet
from core.formats.xlsx.grid import Sweep, cell_name
from core.formats.xlsx.values import number_text, xstring
from core.tables import RawCell, RawTable

MARGIN = 64
"""Blank cells further than this beyond the last text are decoration; wider gaps are not filled."""
MAX_GAPS = 20_000

IS_FORMULA = "这一格由公式算出，请改公式引用的各格"
_IN_ARRAY = "该格属于数组公式或模拟运算表的结果区，不能单独改，请改它引用的格"
_IS_HEADER = "该格是表格（“插入—表格”）的标题，改了会使文件出错，请在 Excel 或 WPS 里改"
_IS_RICH = "该格存放的是图片或特殊类型的数据，请在 Excel 或 WPS 里改"
NOT_CALCULATED = "公式没有计算结果，请用 Excel 或 WPS 打开后保存一次"

_LOGICAL = {"1": "TRUE", "0": "FALSE", "true": "TRUE", "false": "FALSE"}
_ALONE = (1, 1)


def text_of(kind: str, raw: str | None, strings: list[str]) -> str:
    """What a reader sees in a cell. Raises ReadError when it refers to a string that is not there."""
    if not raw:
        return ""
    if kind == "n":
        return number_text(raw)
    if kind == "s":
        if not raw.isdecimal() or len(raw) > 9 or int(raw) >= len(strings):
            raise ReadError(BROKEN)
        return strings[int(raw)]
    return _LOGICAL.get(raw, raw) if kind == "b" else xstring(raw)


def uncached(kind: str, raw: str | None) -> bool:
    """Whether a formula cell lacks its result; an empty ``<v>`` of type ``str`` is a result: no text."""
    return not raw and (raw is None or kind != "str")


class _Maker:
    """Makes the cells of one worksheet."""

    def __init__(self, sheet: Sheet, strings: list[str], computed: dict[tuple[int, int], str]) -> None:
        self._sheet = sheet
        self._strings = strings
        self._computed = computed
        self._merges = Sweep(sheet.merges)
        self._arrays = Sweep(cell[6].filled for cell in sheet.cells if cell[6] and cell[6].filled)
        self._headers = Sweep(sheet.headers)
        self._cells: list[RawCell] = []
        self._gaps = 0
        columns = [cell[1] for cell in sheet.cells]
        filled = [(cell[0], cell[1]) for cell in sheet.cells if cell[5] or cell[6]]
        self._first = min(columns, default=0)
        self._last_row = (filled[-1][0] if filled else 0) + MARGIN
        self._last_column = max([column for _, column in filled], default=0) + MARGIN
        self._gap_end = min(max(columns, default=-1) + 1, self._last_column, self._first + MARGIN)

    def make(self) -> tuple[RawCell, ...]:
        """All cells in reading order."""
        part, strings, add = self._sheet.part, self._strings, self._cells.append
        at_row, expected, position, style = -1, self._gap_end, 0, ""
        merged = guarded = -1
        extent, last_column = self._extent, self._last_column
        for row, column, start, end, marks, raw, formula in self._sheet.cells:
            if row != at_row:
                self._fill(at_row, expected, self._gap_end, position, style)
                if row > self._last_row:
                    return tuple(self._cells)
                at_row, expected, position, style = row, self._first, start, ""
                merged = self._merges.enter(row)
                guarded = max(self._arrays.enter(row), self._headers.enter(row))
            if column != expected:
                self._fill(row, expected, column, position, style)
            expected, position, style = column + 1, end, marks.style
            height, width = extent(row, column) if column <= merged else _ALONE
            if not height or (not raw and column > last_column):
                continue
            anchor = Anchor(part, (Span(start, end),))
            if raw and marks.kind == "n" and raw.isdecimal() and len(raw) < 16 and raw[0] != "0":
                text = raw
            else:
                text = text_of(marks.kind, raw, strings) if raw else ""
            if formula:
                unknown = ""
                if uncached(marks.kind, raw):
                    text = self._computed.get((row, column), "")
                    unknown = "" if (row, column) in self._computed else NOT_CALCULATED
                add(RawCell(text, row, column, height, width, anchor, IS_FORMULA, unknown, True))
            elif column <= guarded or marks.rich:
                locked = self._lock(column) or (_IS_RICH if marks.rich else "")
                calculated = locked == _IN_ARRAY
                add(RawCell(text, row, column, height, width, anchor, locked, "", calculated))
            else:
                as_text = marks.kind != "n" and bool(raw)
                add(RawCell(text, row, column, height, width, anchor, "", "", False, as_text))
        self._fill(at_row, expected, self._gap_end, position, style)
        return tuple(self._cells)

    def _extent(self, row: int, column: int) -> tuple[int, int]:
        """Rows and columns a cell covers; (0, 0) where another cell's merge covers it."""
        merge = self._merges.at(column)
        if merge is None:
            return _ALONE
        if merge.top != row or merge.left != column:
            return 0, 0
        return merge.bottom - merge.top + 1, merge.right - merge.left + 1

    def _lock(self, column: int) -> str:
        if self._arrays.at(column):
            return _IN_ARRAY
        return _IS_HEADER if self._headers.at(column) else ""

    def _fill(self, row: int, start: int, end: int, position: int, style: str) -> None:
        """Add the cells the file does not have, but which can be put in at ``position``."""
        for column in range(start, min(end, self._gap_end)):
            height, width = self._extent(row, column)
            if height and self._gaps < MAX_GAPS:
                self._gaps += 1
                mode = f"{cell_name(row, column)} {style}"
                anchor = Anchor(self._sheet.part, (Span(position, position),), mode)
                self._cells.append(RawCell("", row, column, height, width, anchor, self._lock(column)))


def raw_table(sheet: Sheet, strings: list[str], computed: dict[tuple[int, int], str]) -> RawTable:
    """The worksheet as a table; ``computed`` holds texts of formulas the file has no result for."""
    return RawTable(_Maker(sheet, strings, computed).make(), name=sheet.name, hidden=sheet.hidden)
