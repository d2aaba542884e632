"""WordprocessingML walked once, as bytes: what stands in which cell of which table, and at which offsets.

The result is what a reader of the page sees once every tracked change is accepted. There is no tree and no
recursion: one pattern stops at the few tags that matter, and explicit stacks hold what is open.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple, TypeAlias

from core.errors import ReadError
from core.formats.docx_grid import CONTINUE, RESTART, OpenCell, OpenTable, OpenText
from core.formats.docx_text import HIDING_HANDLERS, TEXT_HANDLERS, TextWalk
from core.formats.docx_tokens import (
    ATTRIBUTES,
    CELL_TEXT,
    NAME,
    TEXT,
    Token,
    is_bare,
    is_empty,
    piece,
    qualified,
    tokenizer,
)
from core.formats.xmlspans import attribute
from core.tables import Block

_WIDEST = 255
"""Word draws at most 63 columns; a larger span is damage and would only cost time further on."""
_ELSEWHERE = "文件的正文有一部分嵌在别的文件里，直接读会漏掉，请在 Word 或 WPS 里打开、另存一份后再试"


class _Outer(NamedTuple):
    """What is open around a table or a text box, to go on with after it."""

    table: OpenTable | None
    cell: OpenCell | None
    writing: OpenText | None
    fields: list[bool]
    hidden: bool


class Walk(TextWalk):
    """One pass over a checked part, or over some elements of it.

    prefixes: what the part calls each namespace, see ``docx_tokens.qualified``.
    tracked: whether a table holds tracked changes, known after ``blocks_between``.
    """

    def __init__(self, data: bytes, part: str, prefixes: Mapping[str, str]) -> None:
        super().__init__(data, part, prefixes)
        self.tracked = False
        self._stream: Iterator[Token] = iter(())
        self._table: OpenTable | None = None
        self._outer: list[_Outer] = []
        self._branches: list[bool] = []

    def blocks_between(self, start: int, end: int) -> list[Block]:
        """Blocks between two offsets (element boundaries) in reading order; blank paragraphs are left out.

        Raises ReadError when some of the text stands elsewhere, or where WordprocessingML has none.
        """
        hides = (qualified("vanish", self.prefixes) or b"") in self.data
        tokens, handlers, endings = _vocabulary(tuple(self.prefixes.items()), hides)
        self._stream = tokens.finditer(self.data, start, end)
        for token in self._stream:
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
        return [block for block in self.blocks if block is not None]

    # What the reader does not see

    def skip(self, token: Token) -> None:
        """Pass over an element and all its content."""
        if not is_empty(token):
            self._skip_to_end_of(token[NAME])

    def _skip_to_end_of(self, name: bytes) -> None:
        closing, depth = b"/" + name, 1
        for token in self._stream:
            if token[NAME] == name:
                depth += not is_empty(token)
            elif token[NAME] == closing:
                depth -= 1
                if not depth:
                    return

    def nothing(self, _token: Token) -> None:
        """The end of an element that is passed over elsewhere."""

    def deletion(self, token: Token) -> None:
        """Drop what is deleted by tracking: content, a paragraph's mark, or the row at hand."""
        self.change(token)
        if not is_bare(token):
            self._skip_to_end_of(token[NAME])
        elif self._table is not None and self.cell is None:
            self._skip_to_end_of(qualified("tr", self.prefixes) or b"")
        elif self.writing is not None:
            self.writing.joined = True

    def cell_deletion(self, token: Token) -> None:
        """Drop the cell these properties are of."""
        self.change(token)
        if self.cell is not None:
            self.cell = None
            self._skip_to_end_of(qualified("tc", self.prefixes) or b"")

    def change(self, _token: Token) -> None:
        """Remember that a table holds tracked changes."""
        self.tracked = self.tracked or self._table is not None

    def alternatives(self, _token: Token) -> None:
        self._branches.append(False)

    def alternatives_end(self, _token: Token) -> None:
        self._branches.pop()

    def branch(self, token: Token) -> None:
        """Read the first of several alternatives only: they say the same thing."""
        if self._branches and self._branches[-1]:
            self.skip(token)
        elif self._branches:
            self._branches[-1] = True

    def elsewhere(self, _token: Token) -> None:
        raise ReadError(_ELSEWHERE)

    # Tables and text boxes

    def enter(self, _token: Token) -> None:
        """Begin a story of its own, such as a text box, inside the open one."""
        self._outer.append(_Outer(self._table, self.cell, self.writing, self.fields, self.hidden))
        self._table = self.cell = self.writing = None
        self.fields, self.hidden = [], False

    def leave(self, _token: Token) -> None:
        """End such a story."""
        self.end_paragraph()
        self._table, self.cell, self.writing, self.fields, self.hidden = self._outer.pop()

    def table(self, token: Token) -> None:
        """Begin a table; a cell around it turns out to be layout, and its paragraphs the page's."""
        self.end_paragraph()
        if self.cell is not None and not self.cell.layout:
            for paragraph in self.cell.lay_out():
                self.put(paragraph)
        self.enter(token)
        self._table = OpenTable(self.part, len(self.blocks))
        self.blocks.append(None)

    def table_end(self, token: Token) -> None:
        if self._table is not None:
            self.blocks[self._table.slot] = self._table.raw()
        self.leave(token)

    def row(self, _token: Token) -> None:
        if self._table is not None:
            self._table.start_row()

    def row_end(self, _token: Token) -> None:
        if self._table is not None:
            self._table.end_row()

    def grid_before(self, token: Token) -> None:
        if self._table is not None:
            self._table.column = self._columns(token, 0)

    def open_cell(self, token: Token) -> None:
        if self._table is not None and self.cell is None:
            self.cell = OpenCell(token.start(), self.control())

    def cell_end(self, token: Token) -> None:
        cell, table = self.cell, self._table
        if cell is not None and table is not None:
            self.end_paragraph()
            cell.end = token.end()
            table.place(cell)
            self.cell, self.fields = None, []

    def whole_cell(self, token: Token) -> None:
        """A cell of one paragraph and at most one text."""
        if self._table is not None:
            text = piece(token, CELL_TEXT) if token.lastindex == CELL_TEXT else None
            self._table.place_plain(text, token.start(), token.end(), self.control())

    def grid_span(self, token: Token) -> None:
        if self.cell is not None:
            self.cell.column_span = self._columns(token, 1)

    def _columns(self, token: Token, least: int) -> int:
        try:
            return min(max(int(self.value(token)), least), _WIDEST)
        except ValueError:
            return least

    def vertical_merge(self, token: Token) -> None:
        if self.cell is not None:
            self.cell.merge = RESTART if self.value(token) == RESTART else CONTINUE

    def horizontal_merge(self, token: Token) -> None:
        if self.cell is not None:
            self.cell.beside = RESTART if self.value(token) == RESTART else CONTINUE

    def tracked_merge(self, token: Token) -> None:
        """A vertical merge that was tracked: as it is once accepted."""
        self.change(token)
        if self.cell is not None:
            value = attribute(token[ATTRIBUTES], qualified("vMerge", self.prefixes) or b"") or ""
            self.cell.merge = {"rest": RESTART, "cont": CONTINUE}.get(value, "")


_Handler: TypeAlias = Callable[[Walk, Token], None]

_SKIPPED = (
    *("rt", "tabs", "tcPrChange", "trPrChange", "pPrChange", "rPrChange"),
    *("tblPrChange", "tblPrExChange", "sectPrChange", "tblGridChange"),
)
_HANDLERS: Mapping[str, _Handler] = {
    **TEXT_HANDLERS,
    "tc": Walk.open_cell,
    "/tc": Walk.cell_end,
    "tr": Walk.row,
    "/tr": Walk.row_end,
    "tbl": Walk.table,
    "/tbl": Walk.table_end,
    "gridBefore": Walk.grid_before,
    "gridSpan": Walk.grid_span,
    "vMerge": Walk.vertical_merge,
    "hMerge": Walk.horizontal_merge,
    "cellMerge": Walk.tracked_merge,
    "cellDel": Walk.cell_deletion,
    "cellIns": Walk.change,
    "ins": Walk.change,
    "moveTo": Walk.change,
    **dict.fromkeys(("del", "moveFrom"), Walk.deletion),
    **dict.fromkeys(_SKIPPED, Walk.skip),
    **dict.fromkeys(("mc:Choice", "mc:Fallback"), Walk.branch),
    **{f"/{name}": Walk.nothing for name in (*_SKIPPED, "del", "moveFrom")},
    **dict.fromkeys(("/mc:Choice", "/mc:Fallback"), Walk.nothing),
    "mc:AlternateContent": Walk.alternatives,
    "/mc:AlternateContent": Walk.alternatives_end,
    "altChunk": Walk.elsewhere,
    "subDoc": Walk.elsewhere,
    "txbxContent": Walk.enter,
    "/txbxContent": Walk.leave,
}


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
    text, cell, paragraph = (qualified(name, spaces) or b"" for name in ("t", "tc", "p"))
    return tokenizer(handlers, text, cell, paragraph), handlers, endings
