"""How much a file may hold, whatever its format: more is no report, but would keep the clerk waiting."""

from core.errors import ReadError
from core.tables import Document, RawTable

MAX_CELLS = 500_000
"""Of all tables of a file; a report has some 300."""
MAX_CHARACTERS = 1_000_000
"""Of all texts of a file, each as often as it is shown; a report has 5,000 to 20,000."""
MAX_COVERED = 1_000_000
"""Places that the merged cells of a table cover."""
WIDEST = 255
"""Columns of a merged cell that count; a report's table has below 30."""

_CELLS = "文件里的表格太大（超过 50 万格），不像一份年度报告，没有打开；请只留下报告所在的表格后再试"
_CHARACTERS = "文件里的文字太多（超过 100 万字），不像一份年度报告，没有打开；请只留下报告所在的部分后再试"
_MERGED = "表格里有合并得异常大的单元格，不像一份年度报告，没有打开；请取消这样的合并后再试"


def bounded(document: Document) -> Document:
    """The document itself. Raises ReadError where it holds more than a report could."""
    if sum(len(table.cells) for table in document.tables) > MAX_CELLS:
        raise ReadError(_CELLS)
    if any(_covered(table) > MAX_COVERED for table in document.tables):
        raise ReadError(_MERGED)
    if sum(map(len, document.texts)) > MAX_CHARACTERS:
        raise ReadError(_CHARACTERS)
    return document


def _covered(table: RawTable) -> int:
    """Places under merged cells, down to the last row that there is."""
    merged = [cell for cell in table.cells if cell.row_span > 1 or cell.column_span > 1]
    if not merged:
        return 0
    last = max(cell.row for cell in table.cells) + 1
    return sum(min(c.row_span, last - c.row) * min(c.column_span, WIDEST) for c in merged)
