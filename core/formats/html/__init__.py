"""Web pages: what a browser shows of them, as paragraphs and tables in reading order; read, never written.

Nothing a page refers to is ever fetched and no script of it is run.
"""

import re

from core.anchors import Anchor, Span
from core.errors import ReadError
from core.formats.decoding import decode_page
from core.formats.html.article import article
from core.formats.html.items import Grid, Line
from core.formats.html.tree import parse
from core.formats.html.walk import walk
from core.tables import Block, Document, Paragraph, RawTable

MAX_BYTES = 32 * 1024 * 1024
"""Largest page (bytes) that is read, pictures inside it included; a report is below 0.5 MB."""

_CHARSET = re.compile(rb"(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.I)
_HEAD = 4096


def read(data: bytes) -> Document:
    """The page's article. Raises ReadError, in the clerk's words, if there is nothing to read."""
    return Document("html", data, blocks(data))


def blocks(source: bytes, charset: str = "") -> tuple[Block, ...]:
    """What stands on a page. charset: as its envelope names it. Raises ReadError as ``read`` does."""
    if len(source) > MAX_BYTES:
        raise ReadError(f"网页有 {len(source) // (1024 * 1024)} MB，不像一份年度报告，请检查是否选错了文件")
    declared = _CHARSET.search(source[:_HEAD])
    page = decode_page(source, charset or (declared[1].decode() if declared else ""))
    root = parse(page)
    items = article(root, walk(root))
    if not items:
        frames = next(root.iter("frame", "iframe"), None) is not None
        raise ReadError(_FRAMES if frames else _EMPTY)
    return tuple(_anchored(items))


def _anchored(items: list[Line | Grid]) -> list[Block]:
    """Every paragraph and cell gets an anchor of its own, a number: there are no bytes to write to."""
    found: list[Block] = []
    number = 0
    for item in items:
        if isinstance(item, Line):
            found.append(Paragraph(item.text, _anchor(number)))
            number += 1
        else:
            cells = []
            for cell in item.cells:
                cells.append(cell if cell.locked else cell._replace(anchor=_anchor(number)))
                number += 1
            found.append(RawTable(tuple(cells)))
    return found


def _anchor(number: int) -> Anchor:
    return Anchor("", (Span(number, number),))


_FRAMES = "这个网页只是框架，内容在另外的网页里；请在浏览器里打开，在报告的文字上点右键，把那一页另存后再打开"
_EMPTY = (
    "网页里没有可读的文字（内容可能是图片，或要在浏览器里才会显示）；"
    "请打开报告的 Word 原稿，或在浏览器里打开后全选、复制到 Word 里保存"
)
