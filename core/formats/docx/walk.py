"""WordprocessingML walked once, as bytes: what stands in which cell of which table, and at which offsets.

The result is what a reader of the page sees once every tracked change is accepted. There is no tree and no
recursion: one pattern stops at the few tags that matter, and explicit stacks hold what is open.
"""

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import NamedTuple, TypeAlias

from core.errors import ReadError
from core.formats.docx.grid import CONTINUE, RESTART, OpenCell, OpenTable, OpenText
from core.formats.docx.text import HIDING_HANDLERS, TEXT_HANDLERS, OpenFields
from core.formats.docx.tokens import (
    ATTRIBUTES,
    CELL_TEXT,
    COLUMNS,
    MERGE,
    NAME,
    TEXT,
    Token,
    is_empty,
    piece,
    qualified,
    tokenizer,
)
from core.formats.docx.unseen import UNSEEN_HANDLERS, UnseenWalk
from core.formats.xmlspans import attribute
from core.tables import Block

MAX_NESTING = 10_000
"""Tables and text boxes in each other; a report has some three."""
_TOO_DEEP = "文件里的表格套得太深，不像一份年度报告，没有打开；请在 Word 或 WPS 里另存一份后再试"
_WIDEST = 255
"""Word draws at most 63 columns; a larger span is damage and would only cost time further on."""


class _Outer(NamedTuple):
    """What is open around a table or a text box, to go on with after it."""

    table: OpenTable | None
    cell: OpenCell | None
    writing: OpenText | None
    fields: OpenFields
    hidden: bool


class _HidesText(Exception):  # noqa: N818 - no error: a plain reading met hidden text
    """Some runs are hidden, so that where runs begin and end matters."""


class Walked(NamedTuple):
    """Blocks in reading order, without blank paragraphs; whether a table holds tracked changes."""

    blocks: list[Block]
    tracked: bool


def walk(data: bytes, part: str, prefixes: Mapping[str, str], start: int, end: int) -> Walked:
    """Read a checked part from one offset to another, both element boundaries.

    prefixes: what the part calls each namespace, see ``docx_tokens.prefixes``.
    Raises ReadError when some of the text stands elsewhere, or where WordprocessingML has none.
    """
    try:
        return _Walk(data, part, prefixes).walked(start, end, hides=False)
    except _HidesText:
        return _Walk(data, part, prefixes).walked(start, end, hides=True)


class _Walk(UnseenWalk):
    """Adds tables and text boxes, and drives the whole."""

    def __init__(self, data: bytes, part: str, prefixes: Mapping[str, str]) -> None:
        super().__init__(data, part, prefixes)
        self._outer: list[_Outer] = []

    def walked(self, start: int, end: int, *, hides: bool) -> Walked:
        """One pass; ``hides`` minds runs, which are the commonest tags, and hidden in few reports."""
        tokens, handlers, endings = _vocabulary(tuple(self.prefixes.items()), hides)
        self.stream = tokens.finditer(self.data, start, end)
        for token in self.stream:
            kind = token.lastindex
            if kind == ATTRIBUTES:
                name = token[NAME]
                handlers[name](self, token)
                if name in endings and is_empty(token):
                    endings[name](self, token)
            elif kind == TEXT:
                self.text(token)
            elif kind is not None:
                self.whole_cell(token)
        self.end_paragraph()
        return Walked([block for block in self.blocks if block is not None], self.tracked)

    def hidden_text(self, _token: Token) -> None:
        raise _HidesText

    def enter(self, _token: Token) -> None:
        """Begin a story of its own, such as a text box, inside the open one."""
        if len(self._outer) >= MAX_NESTING:
            raise ReadError(_TOO_DEEP)
        self._outer.append(_Outer(self.table, self.cell, self.writing, self.fields, self.hidden))
        self.table = self.cell = self.writing = None
        self.fields, self.hidden = OpenFields(), False

    def leave(self, _token: Token) -> None:
        """End such a story."""
        self.end_paragraph()
        self.table, self.cell, self.writing, self.fields, self.hidden = self._outer.pop()

    def open_table(self, token: Token) -> None:
        """Begin a table; a cell around it turns out to be layout, and its paragraphs the page's."""
        self.end_paragraph()
        if self.cell is not None and not self.cell.layout:
            for paragraph in self.cell.lay_out():
                self.put(paragraph)
        self.enter(token)
        self.table = OpenTable(self.part, len(self.blocks))
        self.blocks.append(None)

    def table_end(self, token: Token) -> None:
        if self.table is not None:
            self.blocks[self.table.slot] = self.table.raw()
        self.leave(token)

    def open_row(self, _token: Token) -> None:
        if self.table is not None:
            self.table.start_row()

    def row_end(self, _token: Token) -> None:
        if self.table is not None:
            self.table.end_row()

    def grid_before(self, token: Token) -> None:
        if self.table is not None:
            self.table.column = self._columns(token, 0)

    def open_cell(self, token: Token) -> None:
        if self.table is not None and self.cell is None:
            self.cell = OpenCell(token.start(), self.forbidden)

    def cell_end(self, token: Token) -> None:
        cell, table = self.cell, self.table
        if cell is not None and table is not None:
            self.end_paragraph()
            cell.end = token.end()
            table.place(cell)
            self.cell = None

    def whole_cell(self, token: Token) -> None:
        """A cell of one paragraph and at most one text."""
        table = self.table
        if table is None:
            return
        columns, merge, content = token.group(COLUMNS, MERGE, CELL_TEXT)
        text = None if content is None else piece(token, CELL_TEXT)
        if columns is None and merge is None:
            table.place_plain(text, token.start(), token.end(), self.forbidden)
            return
        cell = OpenCell(token.start(), self.forbidden)
        cell.end = token.end()
        cell.begun = True
        cell.pieces = [] if text is None else [text]
        if columns is not None:
            cell.column_span = self._columns(token, 1, COLUMNS)
        if merge is not None:
            cell.merge = self._merging(token, MERGE)
        table.place(cell)

    def grid_span(self, token: Token) -> None:
        if self.cell is not None:
            self.cell.column_span = self._columns(token, 1)

    def _columns(self, token: Token, least: int, group: int = ATTRIBUTES) -> int:
        try:
            return min(max(int(self.value(token, group)), least), _WIDEST)
        except ValueError:
            return least

    def vertical_merge(self, token: Token) -> None:
        if self.cell is not None:
            self.cell.merge = self._merging(token)

    def horizontal_merge(self, token: Token) -> None:
        if self.cell is not None:
            self.cell.beside = self._merging(token)

    def _merging(self, token: Token, group: int = ATTRIBUTES) -> str:
        return RESTART if self.value(token, group) == RESTART else CONTINUE

    def tracked_merge(self, token: Token) -> None:
        """A vertical merge that was tracked: as it is once accepted."""
        self.change(token)
        if self.cell is not None:
            value = attribute(token[ATTRIBUTES], qualified("vMerge", self.prefixes) or b"") or ""
            self.cell.merge = {"rest": RESTART, "cont": CONTINUE}.get(value, "")


_Handler: TypeAlias = Callable[[_Walk, Token], None]

_HANDLERS: Mapping[str, _Handler] = {
    **TEXT_HANDLERS,
    **UNSEEN_HANDLERS,
    "tc": _Walk.open_cell,
    "/tc": _Walk.cell_end,
    "tr": _Walk.open_row,
    "/tr": _Walk.row_end,
    "tbl": _Walk.open_table,
    "/tbl": _Walk.table_end,
    "gridBefore": _Walk.grid_before,
    "gridSpan": _Walk.grid_span,
    "vMerge": _Walk.vertical_merge,
    "hMerge": _Walk.horizontal_merge,
    "cellMerge": _Walk.tracked_merge,
    "vanish": _Walk.hidden_text,
    "txbxContent": _Walk.enter,
    "/txbxContent": _Walk.leave,
}


_PLAIN_CELL = ("t", "p", "tc", "gridSpan", "vMerge")


@lru_cache(maxsize=16)
def _vocabulary(
    prefixes: tuple[tuple[str, str], ...], hides: bool
) -> tuple[re.Pattern[bytes], dict[bytes, _Handler], dict[bytes, _Handler]]:
    """The pattern for a part with these prefixes, who handles which tag, and who handles an element's end."""
    spaces = dict(prefixes)
    named = {**_HANDLERS, **(HIDING_HANDLERS if hides else {})}
    handlers = {
        written: handler
        for name, handler in named.items()
        if (written := qualified(name, spaces)) is not None
    }
    endings = {name[1:]: handler for name, handler in handlers.items() if name.startswith(b"/")}
    plain = {name.encode(): qualified(name, spaces) or b"" for name in _PLAIN_CELL}
    return tokenizer(handlers, plain), handlers, endings
