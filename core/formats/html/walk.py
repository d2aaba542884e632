"""A page's tree walked once, in reading order: what a browser shows of it, as lines of text and grids.

There is no recursion: explicit stacks hold the open tables and cells.
"""

import re
from collections.abc import Callable, Mapping

from lxml import etree

from core.errors import ReadError
from core.formats.html.grid import OpenTable
from core.formats.html.items import Content, Item, Line
from core.formats.html.shown import is_block, is_hidden, is_picture, keeps_breaks

MAX_TABLES_DEEP = 40
"""Tables within tables; pages that are set in tables go some ten deep."""

_BLANK = " \t\r\n\f\u3000\xa0\ufeff\u2028\u2029\u202f\u205f\u2060" + "".join(map(chr, range(0x2000, 0x2010)))
_WIDE = "[\u2e80-\u9fff\uf900-\ufaff\uff01-\uff60]"
_BREAK_IN_CHINESE = re.compile(rf"(?<={_WIDE})[ \t]*[\r\n][ \t\r\n]*(?={_WIDE})")
_SPACES = re.compile(r"[ \t\r\n\f]+")


def walk(root: etree._Element) -> list[Item]:
    """Everything a reader of the page sees. Raises ReadError when tables are nested without end."""
    return _Walk(root).items()


class _Walk:
    def __init__(self, root: etree._Element) -> None:
        self._root = root
        self._page = Content()
        self._tables: list[OpenTable] = []
        self._pieces: list[str] = []
        self._linked = 0
        self._links = 0
        self._kept = 0
        self._holder = root

    def items(self) -> list[Item]:
        walker = etree.iterwalk(self._root, events=("start", "end"))
        for event, element in walker:
            if event == "end":
                self._end(element)
            elif is_hidden(element):
                walker.skip_subtree()
            else:
                self._start(element)
        self._flush()
        return self._page.items

    def _start(self, element: etree._Element) -> None:
        tag = str(element.tag)
        if is_block(element):
            self._flush()
        self._links += _is_link(element)
        self._kept += keeps_breaks(element)
        handler = _STARTS.get(tag)
        if handler is not None:
            handler(self, element)
        if element.text:
            self._write(element.text, element)

    def _end(self, element: etree._Element) -> None:
        if not is_hidden(element):
            if is_block(element):
                self._flush()
            self._links -= _is_link(element)
            self._kept -= keeps_breaks(element)
            handler = _ENDS.get(str(element.tag))
            if handler is not None:
                handler(self, element)
        parent = element.getparent()
        if element.tail and parent is not None:
            self._write(element.tail, parent)

    def _write(self, text: str, holder: etree._Element) -> None:
        """Take a text that stands right in ``holder``."""
        first, *others = text.splitlines() or [""] if self._kept else [text]
        self._piece(first, holder)
        for line in others:
            self._flush()
            self._piece(line, holder)

    def _piece(self, text: str, holder: etree._Element) -> None:
        if not self._pieces:
            self._holder = holder
        self._pieces.append(text)
        self._linked += len(text.strip(_BLANK)) if self._links else 0

    def _flush(self) -> None:
        """End the paragraph."""
        text = _SPACES.sub(" ", _BREAK_IN_CHINESE.sub("", "".join(self._pieces))).strip(_BLANK)
        if text:
            self._content.items.append(Line(text, self._holder, self._linked))
        self._pieces, self._linked = [], 0

    @property
    def _content(self) -> Content:
        """Where text goes: the innermost open cell, or the page."""
        cells = (table.cell for table in reversed(self._tables))
        return next((cell.content for cell in cells if cell is not None), self._page)

    def _start_table(self, element: etree._Element) -> None:
        if len(self._tables) >= MAX_TABLES_DEEP:
            raise ReadError("网页里的表格套得太深，请在 Word 或 WPS 里打开，另存为 .docx 后再打开")
        self._tables.append(OpenTable(element))

    def _end_table(self, _element: etree._Element) -> None:
        items = self._tables.pop().items()
        self._content.items.extend(items)

    def _start_group(self, element: etree._Element) -> None:
        if self._tables:
            self._tables[-1].start_group(is_foot=element.tag == "tfoot")

    def _end_group(self, _element: etree._Element) -> None:
        if self._tables:
            self._tables[-1].end_group()

    def _start_row(self, _element: etree._Element) -> None:
        if self._tables:
            self._tables[-1].start_row()

    def _end_row(self, _element: etree._Element) -> None:
        if self._tables:
            self._tables[-1].end_row()

    def _start_cell(self, element: etree._Element) -> None:
        if self._tables:
            self._tables[-1].start_cell(element)

    def _end_cell(self, _element: etree._Element) -> None:
        if self._tables:
            self._tables[-1].cell = None

    def _field(self, element: etree._Element) -> None:
        """A cell that is to be filled in: what it is filled with."""
        if self._tables and (element.get("type") or "text").lower() in _FIELDS:
            self._write(element.get("value") or "", element)

    def _picture(self, element: etree._Element) -> None:
        if is_picture(element):
            self._content.graphic = True


def _is_link(element: etree._Element) -> bool:
    return element.tag == "a" and bool(element.get("href"))


_Handler = Callable[[_Walk, etree._Element], None]
_GROUPS = ("thead", "tbody", "tfoot")
_CELLS = ("td", "th")
_FIELDS = ("text", "number", "tel")
_STARTS: Mapping[str, _Handler] = {
    "table": _Walk._start_table,
    **dict.fromkeys(_GROUPS, _Walk._start_group),
    "tr": _Walk._start_row,
    **dict.fromkeys(_CELLS, _Walk._start_cell),
    "img": _Walk._picture,
    "input": _Walk._field,
}
_ENDS: Mapping[str, _Handler] = {
    "table": _Walk._end_table,
    **dict.fromkeys(_GROUPS, _Walk._end_group),
    "tr": _Walk._end_row,
    **dict.fromkeys(_CELLS, _Walk._end_cell),
}
