"""How much a file may hold, whatever its format: more is no report, but would keep the clerk waiting."""

from core.errors import ReadError
from core.tables import Document

MAX_CELLS = 500_000
"""Of all tables of a file; a report has some 300."""
MAX_CHARACTERS = 1_000_000
"""Of all texts of a file, each as often as it is shown; a report has 5,000 to 20,000."""

_CELLS = "文件里的表格太大（超过 50 万格），不像一份年度报告，没有打开；请只留下报告所在的表格后再试"
_CHARACTERS = "文件里的文字太多（超过 100 万字），不像一份年度报告，没有打开；请只留下报告所在的部分后再试"


def bounded(document: Document) -> Document:
    """The document itself. Raises ReadError where it holds more than a report could."""
    if sum(len(table.cells) for table in document.tables) > MAX_CELLS:
        raise ReadError(_CELLS)
    if sum(map(len, document.texts)) > MAX_CHARACTERS:
        raise ReadError(_CHARACTERS)
    return document
