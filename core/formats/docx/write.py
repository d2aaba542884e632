"""Corrections written into a Word document: only the bytes of a cell's text change, the rest is copied."""

import re
from collections.abc import Iterable, Iterator

from core.anchors import Anchor, Edit, Span, splice
from core.errors import SaveError
from core.formats.docx.blank import fill
from core.formats.docx.grid import EMPTY, SPAN
from core.formats.docx.tokens import PRESERVE, character_data, needs_preserve
from core.formats.docx.twins import Twins
from core.formats.package import Package
from core.formats.xmlspans import escape
from core.tables import Correction, Document

_LOCKED = "“{}”这一格没有改成：{}。"
_FOREIGN = "“{}”这一格不在这份文件里，可能文件重新打开过；请在当前打开的文件里重新改一次。"
_UNWRITABLE = "“{}”里有换行、制表符或别的看不见的字符，不能写进表格；请只填写数字后再保存。"

_TAG_NAME = re.compile(rb"<[^\s/>]+")
_INVISIBLE = re.compile("[\x00-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def encode(document: Document, corrections: Iterable[Correction]) -> bytes:
    """The document with the corrections written in; ``document.source`` itself if nothing changes.

    The last of several corrections of one cell counts. Raises SaveError on a cell that is locked or not of
    this document, and on a text that no cell can hold.
    """
    wanted = _wanted(document, corrections)
    if not wanted:
        return document.source
    package = Package(document.source)
    changes: dict[str, bytes] = {}
    for part in {anchor.part for anchor in wanted}:
        content = package.read(part)
        twins = Twins(content)
        edits = [
            edit
            for anchor, text in wanted.items()
            if anchor.part == part
            for place in (anchor, *twins.of(anchor))
            for edit in _edits(content, place, text)
        ]
        changes[part] = splice(content, edits)
    return package.replaced(changes)


def _wanted(document: Document, corrections: Iterable[Correction]) -> dict[Anchor, str]:
    """New texts by anchor; texts that are there already are left out."""
    now: dict[Anchor | None, str] = {c.anchor: c.text for table in document.tables for c in table.cells}
    now |= {paragraph.anchor: paragraph.text for paragraph in document.paragraphs}
    wanted: dict[Anchor, str] = {}
    for cell, text in ((correction.cell, correction.text) for correction in corrections):
        if cell.locked:
            raise SaveError(_LOCKED.format(cell.text, cell.locked))
        if cell.anchor is None or now.get(cell.anchor) != cell.text:
            raise SaveError(_FOREIGN.format(cell.text))
        wanted[cell.anchor] = text
    return {anchor: text for anchor, text in wanted.items() if now[anchor] != text}


def _edits(content: bytes, anchor: Anchor, text: str) -> list[Edit]:
    if anchor.mode == EMPTY:
        return [fill(content, anchor.spans[0], _writable(text.strip("\t\n")))] if text.strip() else []
    old = [character_data(content[span.start : span.end]) for span in anchor.spans]
    new = _shared_out(old, anchor.mode.split(SPAN), text)
    edits: list[Edit] = []
    for span, before, after in zip(anchor.spans, old, new, strict=True):
        if before != after:
            edits += [Edit(span, escape(_writable(after))), *_preserving(content, span.start, after)]
    return edits


def _shared_out(old: list[str], fixed: list[str], text: str) -> list[str]:
    """What each span shall hold so that the cell reads ``text``: the first that is not blank takes it.

    fixed: the breaks and tabs around and between the spans, which stay. Blank spans keep their spaces if the
    text has the same ones; where breaks make an exact reading impossible, it is exact but for blanks around.
    """
    target = next((i for i, piece in enumerate(old) if piece.strip()), 0)
    blanks = ["" if piece.strip() else piece for piece in old]
    for others in (blanks, [""] * len(old)):
        lead = "".join(f + o for f, o in zip(fixed, others[:target], strict=False)) + fixed[target]
        tail = "".join(f + o for f, o in zip(fixed[target + 1 :], [*others[target + 1 :], ""], strict=True))
        if len(text) >= len(lead) + len(tail) and text.startswith(lead) and text.endswith(tail):
            return _with_target(others, target, text[len(lead) : len(text) - len(tail)])
    return _with_target(blanks, target, text.strip())


def _with_target(others: list[str], target: int, text: str) -> list[str]:
    return [*others[:target], text, *others[target + 1 :]]


def _writable(text: str) -> str:
    if _INVISIBLE.search(text):
        raise SaveError(_UNWRITABLE.format(_INVISIBLE.sub(" ", text)))
    return text


def _preserving(content: bytes, start: int, text: str) -> Iterator[Edit]:
    """Make the tag before ``start`` keep the text's spaces, if it has such and the tag does not yet."""
    opening = content.rfind(b"<", 0, start)
    name = _TAG_NAME.match(content, opening)
    if needs_preserve(text) and name and b"xml:space" not in content[opening:start]:
        yield Edit(Span(name.end(), name.end()), PRESERVE)
