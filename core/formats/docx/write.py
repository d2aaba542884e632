"""Corrections written into a Word document: only bytes of the text that changes, the rest is copied."""

import re
from collections.abc import Callable, Iterable, Iterator

from core.anchors import Anchor, Edit, Span, splice
from core.errors import SaveError
from core.formats.docx.blank import fill
from core.formats.docx.grid import EMPTY, SPAN
from core.formats.docx.marked import Marker
from core.formats.docx.sharing import shared_out, taken_by_one
from core.formats.docx.tokens import PRESERVE, character_data, needs_preserve
from core.formats.docx.twins import Twins
from core.formats.package import Package
from core.formats.xmlspans import escape
from core.marks import Marks
from core.tables import Correction, Document

_LOCKED = "“{}”这一处没有改成：{}。"
_FOREIGN = "“{}”这一处不在这份文件里，可能文件重新打开过；请在当前打开的文件里重新改一次。"
_UNWRITABLE = "“{}”里有换行、制表符或别的看不见的字符，不能写进文件；请去掉这些字符后再保存。"
_BREAKS = "“{}”这一段没有改成：程序不能增减段里的换行和制表符；请在 Word 或 WPS 里改这一段。"
_LONGEST_NAME = 30

_TAG_NAME = re.compile(rb"<[^\s/>]+")
_INVISIBLE = re.compile("[\x00-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def encode(document: Document, corrections: Iterable[Correction]) -> bytes:
    """The document with the corrections written in; ``document.source`` itself if nothing changes.

    The last of several corrections of one place counts. Raises SaveError on a cell or paragraph that is
    locked or not of this document, and on a text that it cannot hold.
    """
    return _encoded(document, corrections, _Pen)


def mark(document: Document, corrections: Iterable[Correction], marks: Marks) -> bytes:
    """The same with every correction as a tracked change; raises SaveError also where there can be none."""
    return _encoded(document, corrections, lambda content: Marker(content, marks))


class _Pen:
    """Collects the corrections of a part; ``edits`` are the part's."""

    def __init__(self, content: bytes) -> None:
        self.content = content
        self.edits: list[Edit] = []

    def fill(self, cell: Span, text: str) -> None:
        """Put a text into a blank cell."""
        self.edits.append(fill(self.content, cell, text))

    def replace(self, span: Span, _before: str, after: str) -> None:
        """Write ``after``, the whole content of a text, which stands in ``span``."""
        self.edits += [Edit(span, escape(after)), *_preserving(self.content, span.start, after)]


def _encoded(
    document: Document, corrections: Iterable[Correction], pen_for: Callable[[bytes], _Pen | Marker]
) -> bytes:
    wanted = _wanted(document, corrections)
    if not wanted:
        return document.source
    package = Package(document.source)
    prose = {paragraph.anchor for paragraph in document.paragraphs}
    changes: dict[str, bytes] = {}
    for part in {anchor.part for anchor in wanted}:
        content = package.read(part)
        twins = Twins(content)
        pen = pen_for(content)
        for anchor, text in wanted.items():
            if anchor.part == part:
                for place in (anchor, *twins.of(anchor)):
                    _write(pen, twins, place, text, is_prose=anchor in prose)
        changes[part] = splice(content, pen.edits)
    return package.replaced(changes)


def _wanted(document: Document, corrections: Iterable[Correction]) -> dict[Anchor, str]:
    """New texts by anchor; texts that are there already are left out."""
    now: dict[Anchor | None, str] = {c.anchor: c.text for table in document.tables for c in table.cells}
    now |= {paragraph.anchor: paragraph.text for paragraph in document.paragraphs}
    wanted: dict[Anchor, str] = {}
    for cell, text in ((correction.cell, correction.text) for correction in corrections):
        if cell.locked:
            raise SaveError(_LOCKED.format(_named(cell.text), cell.locked))
        if cell.anchor is None or now.get(cell.anchor) != cell.text:
            raise SaveError(_FOREIGN.format(_named(cell.text)))
        wanted[cell.anchor] = text
    return {anchor: text for anchor, text in wanted.items() if now[anchor] != text}


def _write(pen: _Pen | Marker, twins: Twins, anchor: Anchor, text: str, *, is_prose: bool) -> None:
    if anchor.mode == EMPTY:
        if text.strip():
            pen.fill(anchor.spans[0], _writable(text.strip("\t\n")))
        return
    old = [character_data(pen.content[span.start : span.end]) for span in anchor.spans]
    new = shared_out(old, anchor.mode.split(SPAN), text)
    if new is None and is_prose:
        raise SaveError(_BREAKS.format(_named(text)))
    for span, before, after in zip(anchor.spans, old, new or taken_by_one(old, text), strict=True):
        if before != after:
            twins.refuse_half(span, before)
            pen.replace(span, before, _writable(after, before))


def _writable(text: str, before: str = "") -> str:
    """The text, unless it has characters that no part can hold; what stood there before stays."""
    if not set(_INVISIBLE.findall(before)).issuperset(_INVISIBLE.findall(text)):
        raise SaveError(_UNWRITABLE.format(_named(text)))
    return text


def _named(text: str) -> str:
    """A place by its text, which for a paragraph is cut short."""
    line = _INVISIBLE.sub(" ", text)
    return line if len(line) <= _LONGEST_NAME else f"{line[:_LONGEST_NAME]}…"


def _preserving(content: bytes, start: int, text: str) -> Iterator[Edit]:
    """Make the tag before ``start`` keep the text's spaces, if it has such and the tag does not yet."""
    opening = content.rfind(b"<", 0, start)
    name = _TAG_NAME.match(content, opening)
    if needs_preserve(text) and name and b"xml:space" not in content[opening:start]:
        yield Edit(Span(name.end(), name.end()), PRESERVE)
