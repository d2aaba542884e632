"""Texts in the cells of new workbooks: shown as they are, whatever they begin with."""

import re
from typing import Any

from core.export.sizes import printable

_LIKE_FORMULA = re.compile(r"\s*[=+\-@＝＋－﹣＠]")
"""What a spreadsheet takes for a formula once somebody edits the cell; a Chinese one full-width too."""
_LIKE_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
"""ECMA-376 has _xHHHH_ for characters that XML cannot hold; its own underscore is written so."""


def put_text(cell: Any, text: str) -> None:
    """Make this the text of an openpyxl cell: ``=1+1`` in a report is no formula and ``#N/A`` no error."""
    cell.value = _LIKE_ESCAPE.sub("_x005F_", printable(text)) or None
    if cell.value:
        cell.data_type = "s"
        cell.quotePrefix = _LIKE_FORMULA.match(text) is not None
