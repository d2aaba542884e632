"""A statutory table as the official form draws it, as a Word table with true merges."""

from collections.abc import Mapping
from html import escape
from typing import Any

from docx.oxml.ns import nsdecls
from docx.oxml.parser import parse_xml

from core.export.sizes import printable, shares, size_that_fits
from core.export.word_page import CELL_STYLE
from core.layout import Box, Drawing

_SIZES = (9.0, 7.5, 6.5, 5.5)
"""小五, 六号, 小六, 七号."""
_TWIPS = 20
_TWIPS_PER_MM = 56.7
_MARGIN = 30
"""Left and right of a cell's text, in twips."""
_ROW_HEIGHT = 330


def word_table(plan: Drawing, texts: Mapping[str, str], width: float) -> Any:
    """A ``w:tbl`` of ``width`` mm; texts: what stands in each cell, by cell id.

    Rows of headings are repeated on every page; a table without such stays on one page.
    """
    columns = _columns(plan, width)
    points = (min(columns[plan.frozen_columns :]) - 2 * _MARGIN) / _TWIPS
    size = size_that_fits((texts.get(box.cell, "") for box in plan.boxes if box.cell), points, _SIZES)
    rows = "".join(_row(plan, number, columns, texts, size) for number in range(plan.rows))
    grid = "".join(f'<w:gridCol w:w="{column}"/>' for column in columns)
    sides = "".join(f'<w:{side} w:w="{_MARGIN}" w:type="dxa"/>' for side in ("left", "right"))
    return parse_xml(
        f'<w:tbl {nsdecls("w")}><w:tblPr><w:tblStyle w:val="TableGrid"/>'
        f'<w:tblW w:w="{sum(columns)}" w:type="dxa"/><w:jc w:val="center"/><w:tblLayout w:type="fixed"/>'
        f"<w:tblCellMar>{sides}</w:tblCellMar></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
    )


def _columns(plan: Drawing, width: float) -> list[int]:
    """Widths in twips."""
    return [round(share * width * _TWIPS_PER_MM) for share in shares(plan)]


def _row(plan: Drawing, number: int, columns: list[int], texts: Mapping[str, str], size: float) -> str:
    boxes = [box for box in plan.boxes if box.row <= number < box.row + box.row_span]
    keep = "<w:keepNext/>" if _stays_with_next(plan, boxes, number) else ""
    cells = "".join(
        _cell(box, texts if box.row == number else None, columns, size, keep)
        for box in sorted(boxes, key=lambda box: box.column)
    )
    header = "<w:tblHeader/>" if number < plan.frozen_rows else ""
    return f'<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="{_ROW_HEIGHT}"/>{header}</w:trPr>{cells}</w:tr>'


def _stays_with_next(plan: Drawing, boxes: list[Box], number: int) -> bool:
    """Whether no page may end below this row: among headings, within a group, in a table of one page."""
    last = number == plan.rows - 1
    in_group = any(box.column and box.role == "row" and box.row + box.row_span - 1 > number for box in boxes)
    return not last and (not plan.frozen_rows or number < plan.frozen_rows or in_group)


def _cell(box: Box, texts: Mapping[str, str] | None, columns: list[int], size: float, keep: str) -> str:
    """texts: None in the rows below the first that a merged cell goes on in."""
    width = sum(columns[box.column : box.column + box.column_span])
    span = f'<w:gridSpan w:val="{box.column_span}"/>' if box.column_span > 1 else ""
    merge = ""
    if box.row_span > 1:
        merge = "<w:vMerge/>" if texts is None else '<w:vMerge w:val="restart"/>'
    text = "" if texts is None else printable(texts.get(box.cell, "") if box.cell else box.text)
    layout = keep + (_balanced(text, width, size) if box.role == "column" else "")
    layout += '<w:ind w:left="60"/><w:jc w:val="left"/>' if _is_long(box) else ""
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{merge}<w:vAlign w:val="center"/></w:tcPr>'
        f'<w:p><w:pPr><w:pStyle w:val="{CELL_STYLE}"/>{layout}</w:pPr>{_run(text, size)}</w:p></w:tc>'
    )


def _balanced(text: str, width: int, size: float) -> str:
    """Indents that make the lines of a heading equally long (商业／企业, not 商业企／业)."""
    letter, room = size * _TWIPS, width - 2 * _MARGIN
    count = -int(-len(text) * letter // room)
    side = int((room - -(-len(text) // max(count, 1)) * letter) / 2 - 1)
    return f'<w:ind w:left="{side}" w:right="{side}"/>' if count > 1 and side > 0 else ""


def _is_long(box: Box) -> bool:
    """Whether a heading reads better from the left: a row's own, not the group's beside it."""
    return box.role == "section" or (box.role == "row" and box.row_span == 1)


def _run(text: str, size: float) -> str:
    inner = "<w:br/>".join(f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in text.split("\n"))
    half_points = round(size * 2)
    look = f'<w:rPr><w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/></w:rPr>'
    return f"<w:r>{look}{inner}</w:r>" if text else ""
