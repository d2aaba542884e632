"""A page read from its first to its last byte: what a browser shows of it, as lines of text and grids.

lxml's forgiving parser tells what begins and ends; there is no tree and no recursion.
"""

import re
from collections.abc import Callable, Mapping
from typing import Any, cast

from lxml import etree

from core.errors import ReadError
from core.formats.html.attributes import is_overladen
from core.formats.html.grid import OpenTable
from core.formats.html.items import Content, Line, Node, Page
from core.formats.html.shown import is_block, is_hidden, is_picture, keeps_breaks

MAX_TAGS = 200_000
"""Most ``<`` in a page; a report pasted from Word has some ten thousand."""
MAX_LETTERS = 1_000_000
"""Most text on a page; a report has some ten thousand letters."""
MAX_DEPTH = 2000
"""Elements within elements; sloppy pages that close nothing reach some hundred."""
MAX_TABLES_DEEP = 40
"""Tables within tables; pages that are set in tables go some ten deep."""

_BLANK = " \t\r\n\f\u3000\xa0\ufeff\u2028\u2029\u202f\u205f\u2060" + "".join(map(chr, range(0x2000, 0x2010)))
_WIDE = "[\u2e80-\u9fff\uf900-\ufaff\uff01-\uff60]"
_BREAK_IN_CHINESE = re.compile(rf"(?<={_WIDE})[ \t]*[\r\n][ \t\r\n]*(?={_WIDE})")
_SPACES = re.compile(r"[ \t\r\n\f]+")
_ATTACHED = re.compile(r"\.(?:pdf|docx?|wps|xlsx?|et|ofd|zip|rar)(?:[?#]|$)", re.I)
_META_TITLES = ("articletitle", "title", "og:title", "dc.title")
_DEEP = "网页里的{}套得太深，请在 Word 或 WPS 里打开，另存为 .docx 后再打开"


def walk(source: str) -> Page:
    """Everything a reader of the page sees. Raises ReadError when the page is hostile."""
    if source.count("<") > MAX_TAGS or is_overladen(source):
        raise ReadError("网页里的标记太多，不像一份年度报告，请检查是否选错了文件")
    source = source.replace("\0", "\ufffd")  # as browsers do; older parsers make a blank of it
    target = _Walk()
    parser = etree.HTMLParser(target=cast(Any, target), encoding="utf-8", no_network=True, huge_tree=True)
    try:
        etree.fromstring(source.encode("utf-8", "replace"), parser)
    except etree.LxmlError:
        raise ReadError("网页的内部结构不完整，请在浏览器里重新打开、另存后再试") from None
    return target.page


Attributes = Mapping[str, str]


class _Walk:
    """What the parser tells of: ``start`` and ``end`` of elements, ``data`` between them."""

    def __init__(self) -> None:
        self._all = Content()
        self._tables: list[OpenTable] = []
        self._node = Node(0)
        self._begun = self._depth = 0
        self._hidden = 0
        self._pieces: list[str] = []
        self._holder = self._node
        self._linked = self._links = self._kept = self._letters = 0
        self._titles: list[str] = []
        self._in_title = False
        self._attachment: str | None = None
        self._in_attachment = False
        self._has_frames = self._has_pictures = False

    @property
    def page(self) -> Page:
        """What was seen, once all is told."""
        return Page(self._all.items, self._titles, self._attachment, self._has_frames, self._has_pictures)

    def start(self, tag: str, attributes: Attributes) -> None:
        """An element begins."""
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise ReadError(_DEEP.format("标记"))
        if self._hidden or is_hidden(tag, attributes):
            self._has_frames |= tag in ("frame", "frameset", "iframe")
            self._in_title = tag == "title" and not self._hidden
            self._titles += [""] if self._in_title else []
            self._hidden += 1
            return
        is_link = tag == "a" and bool(attributes.get("href"))
        self._begun += 1
        node = Node(
            self._begun, self._node, is_block(tag, attributes), is_link, keeps_breaks(tag, attributes)
        )
        if node.is_block:
            self._flush()
        self._node = node
        self._links += is_link
        self._kept += node.keeps_breaks
        handler = _STARTS.get(tag)
        if handler is not None:
            handler(self, attributes)

    def end(self, tag: str) -> None:
        """The innermost element ends."""
        self._depth -= 1
        if self._hidden:
            self._hidden -= 1
            return
        node = self._node
        if node.is_block:
            self._flush()
        self._links -= node.is_link
        self._kept -= node.keeps_breaks
        node.last = self._begun
        self._node = node.parent or node
        handler = _ENDS.get(tag)
        if handler is not None:
            handler(self)

    def data(self, text: str) -> None:
        """A text stands right in the innermost element."""
        if self._hidden:
            if self._in_title:
                self._titles[-1] += text
            return
        if self._in_attachment:
            self._attachment = f"{self._attachment or ''}{text}"
        first, *others = (text.splitlines() or [""]) if self._kept else [text]
        self._piece(first)
        for line in others:
            self._flush()
            self._piece(line)

    def close(self) -> None:
        """The page ends."""
        self._flush()
        while self._tables:
            self._end_table()

    def _piece(self, text: str) -> None:
        if not self._pieces:
            self._holder = self._node
        self._pieces.append(text)
        self._linked += len(text.strip(_BLANK)) if self._links else 0

    def _flush(self) -> None:
        """End the paragraph."""
        text = _SPACES.sub(" ", _BREAK_IN_CHINESE.sub("", "".join(self._pieces))).strip(_BLANK)
        self._letters += len(text)
        if self._letters > MAX_LETTERS:
            raise ReadError("网页里的文字太多，不像一份年度报告，请检查是否选错了文件")
        if text:
            self._content.items.append(Line(text, self._holder, self._linked))
        self._pieces, self._linked = [], 0

    @property
    def _content(self) -> Content:
        """Where text goes: the innermost open cell, or the page."""
        cells = (table.cell for table in reversed(self._tables))
        return next((cell.content for cell in cells if cell is not None), self._all)

    def _start_table(self, _attributes: Attributes) -> None:
        if len(self._tables) >= MAX_TABLES_DEEP:
            raise ReadError(_DEEP.format("表格"))
        self._tables.append(OpenTable(self._node))

    def _end_table(self) -> None:
        if self._tables:
            items = self._tables.pop().items()
            self._content.items.extend(items)

    def _start_group(self, _attributes: Attributes) -> None:
        if self._tables:
            self._tables[-1].start_group(is_foot=False)

    def _start_foot(self, _attributes: Attributes) -> None:
        if self._tables:
            self._tables[-1].start_group(is_foot=True)

    def _end_group(self) -> None:
        if self._tables:
            self._tables[-1].start_group(is_foot=False)

    def _start_row(self, _attributes: Attributes) -> None:
        if self._tables:
            self._tables[-1].start_row()

    def _end_row(self) -> None:
        if self._tables:
            self._tables[-1].end_row()

    def _start_cell(self, attributes: Attributes) -> None:
        if self._tables:
            self._tables[-1].start_cell(attributes)

    def _end_cell(self) -> None:
        if self._tables:
            self._tables[-1].cell = None

    def _field(self, attributes: Attributes) -> None:
        """A cell that is to be filled in: what it is filled with."""
        if self._tables and attributes.get("type", "text").lower() in _FIELDS:
            self.data(attributes.get("value", ""))

    def _picture(self, attributes: Attributes) -> None:
        if is_picture(attributes):
            self._has_pictures = self._content.graphic = True

    def _meta(self, attributes: Attributes) -> None:
        name = attributes.get("name") or attributes.get("property") or ""
        if name.lower() in _META_TITLES:
            self._titles.append(attributes.get("content", ""))

    def _start_link(self, attributes: Attributes) -> None:
        if self._attachment is None and _ATTACHED.search(attributes.get("href", "")):
            self._attachment, self._in_attachment = "", True

    def _end_link(self) -> None:
        self._in_attachment = False


_GROUPS = ("thead", "tbody")
_CELLS = ("td", "th")
_FIELDS = ("text", "number", "tel")
_STARTS: Mapping[str, Callable[[_Walk, Attributes], None]] = {
    "table": _Walk._start_table,
    **dict.fromkeys(_GROUPS, _Walk._start_group),
    "tfoot": _Walk._start_foot,
    "tr": _Walk._start_row,
    **dict.fromkeys(_CELLS, _Walk._start_cell),
    "img": _Walk._picture,
    "input": _Walk._field,
    "meta": _Walk._meta,
    "a": _Walk._start_link,
}
_ENDS: Mapping[str, Callable[[_Walk], None]] = {
    "table": _Walk._end_table,
    **dict.fromkeys((*_GROUPS, "tfoot"), _Walk._end_group),
    "tr": _Walk._end_row,
    **dict.fromkeys(_CELLS, _Walk._end_cell),
    "a": _Walk._end_link,
}
