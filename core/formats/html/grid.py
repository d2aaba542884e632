"""A table of a page: laid out as browsers do it, or taken apart where it only arranges the page."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from core.errors import ReadError
from core.formats.html.items import Content, Grid, Item, Node
from core.numerals import read
from core.tables import RawCell

WIDEST = 255
"""Columns; a larger span is damage and would only cost time further on."""
MAX_COVERED = 200_000
"""Places that the cells of a table cover; a statutory table has some three hundred."""
_LONG = 300
"""Letters that no cell of a statutory table holds, but a page that is set in a table does."""
_DATA = 6
"""Numbers that a table of data holds, whatever else is set in it."""
_NUMBER = re.compile(r"\s*\+?(\d{1,9})")
_UNREADABLE = "该格里是图片，程序读不出里面的数，请打开报告的 Word 原稿核对"
_NESTED = "该格里还套着别的表格，请直接改里面那张表"


@dataclass(slots=True)
class OpenCell:
    """down, across: how many rows and columns it covers; 0 rows are all that follow in its group."""

    content: Content
    down: int
    across: int

    @property
    def is_nested(self) -> bool:
        return any(isinstance(item, Grid) for item in self.content.items)

    @property
    def text(self) -> str:
        return "\n".join(self.content.lines)

    def raw(self, row: int, column: int, down: int) -> RawCell:
        """The cell at its place, without an anchor."""
        text = self.text
        unknown = _UNREADABLE if self.content.graphic and not text else ""
        locked = unknown or (_NESTED if self.is_nested else "")
        return RawCell(text, row, column, down, self.across, locked=locked, unknown=unknown)


@dataclass(slots=True)
class _Group:
    """A thead, tbody or tfoot, which a merged cell never leaves; a tfoot stands below the others."""

    is_foot: bool = False
    rows: list[list[OpenCell]] = field(default_factory=list)


@dataclass(slots=True)
class OpenTable:
    """A table being read; ``cell`` is the one that is open."""

    element: Node
    cell: OpenCell | None = None
    _groups: list[_Group] = field(default_factory=lambda: [_Group()])
    _in_row: bool = False

    def start_group(self, *, is_foot: bool) -> None:
        """A group begins, or one ended and what follows has none: then it stands in one of its own."""
        self._groups.append(_Group(is_foot))
        self._in_row = False

    def start_row(self) -> None:
        self._groups[-1].rows.append([])
        self._in_row = True

    def end_row(self) -> None:
        self._in_row = False

    def start_cell(self, attributes: Mapping[str, str]) -> None:
        """Begin a cell, and a row for it where the page has none."""
        if not self._in_row:
            self.start_row()
        across = min(max(_number(attributes, "colspan"), 1), WIDEST)
        self.cell = OpenCell(Content(), _number(attributes, "rowspan"), across)
        self._groups[-1].rows[-1].append(self.cell)

    def items(self) -> list[Item]:
        """The finished table; what stands in its cells one after the other where it is mere layout."""
        if self._is_layout():
            return [item for cell in self._cells() for item in cell.content.items]
        cells = tuple(self._placed())
        if sum(cell.row_span * cell.column_span for cell in cells) > MAX_COVERED:
            raise ReadError("网页里的表格太大，不像一份年度报告，请检查是否选错了文件")
        nested = [i for cell in self._cells() for i in cell.content.items if isinstance(i, Grid)]
        return [Grid(cells, self.element), *nested]

    def _is_layout(self) -> bool:
        cells = list(self._cells())
        if len(cells) < 2:
            return True
        numbers = sum(1 for cell in cells if read(cell.text[:_LONG]).kind == "number")
        return numbers < _DATA and any(cell.is_nested or len(cell.text) > _LONG for cell in cells)

    def _cells(self) -> Iterator[OpenCell]:
        for group in sorted(self._groups, key=lambda g: g.is_foot):
            for row in group.rows:
                yield from row

    def _placed(self) -> Iterator[RawCell]:
        """Every cell in the first free column of its row, below those that reach down into it."""
        first = 0
        for group in sorted(self._groups, key=lambda g: g.is_foot):
            last = first + len(group.rows)
            free = [0] * (2 * WIDEST)
            for number, row in enumerate(group.rows, first):
                column = 0
                for cell in row:
                    while column < WIDEST and free[column] > number:
                        column += 1
                    down = min(cell.down or last, last - number)
                    free[column : column + cell.across] = [number + down] * cell.across
                    yield cell.raw(number, column, down)
                    column = min(column + cell.across, WIDEST)
            first = last


def _number(attributes: Mapping[str, str], name: str) -> int:
    """A span as browsers read it: 1 where it says nothing sensible."""
    match = _NUMBER.match(attributes.get(name, ""))
    return int(match[1]) if match else 1
