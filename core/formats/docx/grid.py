"""What is being read of a Word table: the text of its cells, their places in the grid, why one is locked."""

from collections.abc import Iterator
from typing import TypeAlias

from core.anchors import Anchor, Span
from core.tables import Paragraph, RawCell, RawTable

Piece: TypeAlias = tuple[str, int, int]
"""A text and its byte offsets; MARKUP for a break or tab, which has none."""
MARKUP = -1
PARAGRAPH: Piece = ("\n", MARKUP, MARKUP)
"""Stands between two paragraphs; told from a line break by identity."""

EMPTY = "empty"
"""Mode of an anchor whose one span is the whole cell, because the cell holds no text to replace."""
SPAN = "*"
"""In every other mode each span is written so, and any other character is a break or tab that stays."""

RESTART, CONTINUE = "restart", "continue"

_NESTED = "该格里还套着别的表格，请直接改里面那张表"
_UNREADABLE = "该格里是图片、公式或嵌入对象，程序读不出里面的数，请在 Word 或 WPS 里改成普通数字"
_SHAPELESS = "该格的内部结构不完整，请在 Word 或 WPS 里另存一份后再试"


class OpenText:
    """Text being read, of a paragraph of the page or of a whole cell.

    begun: a paragraph has started; joined: its mark is deleted by tracking, so the next one continues it.
    """

    begun = False
    joined = False

    def __init__(self, locked: str = "") -> None:
        self.pieces: list[Piece] = []
        self.locked = locked

    def begin_paragraph(self) -> None:
        """Let a paragraph start here."""
        if self.begun and not self.joined:
            self.pieces.append(PARAGRAPH)
        self.begun, self.joined = True, False


class OpenCell(OpenText):
    """A cell being read.

    merge, beside: vertical and (old style) horizontal merging, RESTART or CONTINUE.
    layout: the cell only holds tables and paragraphs of the page; graphic: it holds something unreadable.
    """

    row = 0
    column = 0
    row_span = 1
    column_span = 1
    merge = ""
    beside = ""
    layout = False
    graphic = False
    end = 0

    def __init__(self, start: int, locked: str) -> None:
        self.start = start
        self.pieces = []
        self.locked = locked

    def lay_out(self) -> Iterator[OpenText]:
        """Declare the cell a layout cell; gives the paragraphs read so far, which are the page's."""
        pieces, self.pieces, self.layout = [*self.pieces, PARAGRAPH], [], True
        paragraph = OpenText(self.locked)
        for piece in pieces:
            if piece is PARAGRAPH:
                yield paragraph
                paragraph = OpenText(self.locked)
            else:
                paragraph.pieces.append(piece)

    def raw(self, part: str) -> RawCell:
        """The cell as read, once its table has ended."""
        pieces = self.pieces
        text = pieces[0][0] if len(pieces) == 1 else "".join([piece[0] for piece in pieces])
        unknown = _UNREADABLE if self.graphic and not text.strip() else ""
        locked = self.locked or unknown or (_NESTED if self.layout else "" if self.begun else _SHAPELESS)
        anchor = (
            None if locked else _anchor(part, pieces) or Anchor(part, (Span(self.start, self.end),), EMPTY)
        )
        return RawCell(text, self.row, self.column, self.row_span, self.column_span, anchor, locked, unknown)


class OpenTable:
    """A table being read.

    part: the package member it stands in. slot: its place among the blocks.
    column: where the next cell goes. in_row: whether a row is open.
    """

    def __init__(self, part: str, slot: int) -> None:
        self.slot = slot
        self.column = 0
        self.in_row = False
        self._part = part
        self._row = 0
        self._cells: list[OpenCell | RawCell] = []
        self._above: dict[int, OpenCell] = {}
        self._merging: dict[int, OpenCell] = {}
        self._left: OpenCell | None = None

    def start_row(self) -> None:
        """Begin a row; without ``end_row`` it leaves no trace, as a deleted row should."""
        self.in_row = True
        self.column = 0
        self._merging = {}
        self._left = None

    def end_row(self) -> None:
        """Count the row."""
        self.in_row = False
        self._row += 1
        self._above = self._merging

    def place_plain(self, text: Piece | None, start: int, end: int, locked: str) -> None:
        """Put a cell of one column and at most one text where the grid says."""
        part = self._part
        if text is None:
            anchor = Anchor(part, (Span(start, end),), EMPTY)
        else:
            anchor = Anchor(part, (Span(text[1], text[2]),), SPAN)
        shown = "" if text is None else text[0]
        cell = RawCell(shown, self._row, self.column, 1, 1, None if locked else anchor, locked)
        self._cells.append(cell)
        self.column += 1
        self._left = None

    def place(self, cell: OpenCell) -> None:
        """Put a finished cell where the grid says, or grow the cell it continues."""
        cell.row, cell.column = self._row, self.column
        self.column += cell.column_span
        left, self._left = self._left, cell
        if cell.merge or cell.beside:
            self._merge(cell, left)
        else:
            self._cells.append(cell)

    def _merge(self, cell: OpenCell, left: OpenCell | None) -> None:
        if cell.beside == CONTINUE and left is not None and left.beside:
            left.column_span += cell.column_span
            self._left = left
            return
        top = self._above.get(cell.column) if cell.merge == CONTINUE else None
        if cell.merge:
            self._merging[cell.column] = top or cell
        if top is None:
            self._cells.append(cell)
        else:
            top.row_span += 1

    def raw(self) -> RawTable | None:
        """The table as read, or None if no cell is left of it."""
        part = self._part
        cells = tuple([cell if isinstance(cell, RawCell) else cell.raw(part) for cell in self._cells])
        return RawTable(cells) if cells else None


def raw_paragraph(paragraph: OpenText, part: str) -> Paragraph | None:
    """A paragraph of the page, or None if it is blank."""
    pieces = paragraph.pieces
    text = "".join([piece[0] for piece in pieces])
    if not text.strip():
        return None
    locked = paragraph.locked
    return Paragraph(text, None if locked else _anchor(part, pieces), locked)


def _anchor(part: str, pieces: list[Piece]) -> Anchor | None:
    if len(pieces) == 1 and pieces[0][1] != MARKUP:
        return Anchor(part, (Span(*pieces[0][1:]),), SPAN)
    spans = tuple([Span(start, end) for _, start, end in pieces if start != MARKUP])
    mode = "".join([text if start == MARKUP else SPAN for text, start, _ in pieces])
    return Anchor(part, spans, mode) if spans else None
