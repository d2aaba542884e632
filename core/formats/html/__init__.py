"""Web pages: what a browser shows of them, as paragraphs and tables in reading order; read, never written.

Nothing a page refers to is ever fetched and no script of it is run.
"""

import re
from collections.abc import Iterator
from itertools import count

from core.anchors import Anchor, Span
from core.errors import ReadError
from core.formats.decoding import decode_page
from core.formats.html.article import article
from core.formats.html.elsewhere import elsewhere
from core.formats.html.items import Grid, Line
from core.formats.html.walk import walk
from core.tables import Block, Document, Paragraph, RawTable

MAX_BYTES = 32 * 1024 * 1024
"""Largest page (bytes) that is read, pictures inside it included; a report is below 0.5 MB."""

MAX_ITEMS = 10_000
"""Most paragraphs and tables on a page, menus included; a report has some hundred."""

_CHARSET = re.compile(rb"(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.I)
_HEAD = 4096


def read(data: bytes) -> Document:
    """The page's article. Raises ReadError, in the clerk's words, if there is nothing to read."""
    return page("html", data, data)


def page(format_: str, data: bytes, source: bytes, charset: str = "") -> Document:
    """The document that a file holds whose page is ``source``. charset: as its envelope names it.

    Raises ReadError as ``read`` does.
    """
    if len(source) > MAX_BYTES:
        raise ReadError(f"网页有 {len(source) // (1024 * 1024)} MB，不像一份年度报告，请检查是否选错了文件")
    declared = _CHARSET.search(source[:_HEAD])
    seen = walk(decode_page(source, charset or (declared[1].decode() if declared else "")))
    if len(seen.items) > MAX_ITEMS:
        raise ReadError("网页里的段落太多，不像一份年度报告，请检查是否选错了文件")
    items = article(seen)
    is_report = any(isinstance(item, Grid) and item.has_figures for item in items)
    why = "" if is_report else elsewhere(seen)
    if not items:
        raise ReadError(why or _EMPTY)
    found = _anchored(items, "" if is_report else _NOT_KEPT)
    return Document(format_, data, tuple(found), (why,) if why else ())


def _anchored(items: list[Line | Grid], locked: str) -> Iterator[Block]:
    """Every paragraph and cell gets an anchor of its own, a number: there are no bytes to write to.

    locked: why none can be corrected, in the clerk's words; empty if they can.
    """
    numbers = count()
    for item in items:
        if isinstance(item, Line):
            yield Paragraph(item.text, None if locked else _anchor(next(numbers)), locked)
        else:
            reasons = [locked or cell.locked for cell in item.cells]
            yield RawTable(
                tuple(
                    cell._replace(anchor=None if reason else _anchor(next(numbers)), locked=reason)
                    for cell, reason in zip(item.cells, reasons, strict=True)
                )
            )


def _anchor(number: int) -> Anchor:
    return Anchor("", (Span(number, number),))


_NOT_KEPT = "这个网页里没有法定表格，改了也不能另存为报告；请在报告的 Word 原稿里改"
_EMPTY = "网页里没有文字（可能要在浏览器里才会显示）；请在浏览器里打开后全选、复制到 Word 里保存"
