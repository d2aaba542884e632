"""A text written into a Word cell that holds none: where it goes, and in which formatting."""

from collections.abc import Callable, Iterator

from core.anchors import Edit, Span
from core.errors import SaveError
from core.formats.docx.tokens import OFF, PRESERVE, needs_preserve
from core.formats.xmlspans import Tag, attribute, escape, tags

_NOWHERE = "有一个空格的内部结构少见，程序没有找到可以填数的位置；请在 Word 或 WPS 里填写这一格。"

_UNSEEN = frozenset(
    (
        *("tcPr", "del", "moveFrom", "rt", "pPrChange", "rPrChange"),
        *("txbxContent", "AlternateContent", "fldSimple"),
    )
)
"""Elements whose content is not the cell's text (local names)."""
_NOT_OF_A_RUN = frozenset(("ins", "del", "moveFrom", "moveTo", "rPrChange", "vanish", "specVanish"))
"""Properties of a paragraph's mark that its runs must not inherit."""


def fill(content: bytes, cell: Span, text: str, around: Callable[[bytes], bytes] | None = None) -> Edit:
    """The one edit that puts ``text`` into a blank cell.

    It goes into an empty text if there is one, else into an empty run, else into a new run at the end of the
    first paragraph, formatted like the paragraph's mark. Raises SaveError if the cell has no paragraph.
    around: what makes a tracked insertion of a run; then it is a new run always.
    """
    seen = list(_seen(tags(content, cell.start, cell.end)))
    prefix = next(tags(content, cell.start)).name.removesuffix(b"tc")
    runs = [run for run in _elements(seen, "r") if not _hidden(run, prefix)]
    body = escape(text)
    for run in runs if around is None else ():
        for tag in run:
            if _local(tag) == "t" and tag.kind == "0":
                return _expanded(tag, body, PRESERVE if needs_preserve(text) else b"")
    written = b"<%bt%b>%b</%bt>" % (prefix, PRESERVE if needs_preserve(text) else b"", body, prefix)
    for run in runs if around is None else ():
        if _is_bare(run):
            return _appended(run, written)
    for paragraph in _elements(seen, "p"):
        look = (_look_of_run(content, runs) if around else b"") or _look(content, paragraph)
        new = b"<%br>%b%b</%br>" % (prefix, look, written, prefix)
        return _appended(paragraph, around(new) if around else new)
    raise SaveError(_NOWHERE)


def _local(tag: Tag) -> str:
    return tag.name.rpartition(b":")[2].decode()


def _seen(all_tags: Iterator[Tag]) -> Iterator[Tag]:
    """Tags outside the elements whose content does not count."""
    for tag in all_tags:
        if _local(tag) not in _UNSEEN:
            yield tag
        elif tag.kind == "s":
            depth = 1
            while depth:
                inner = next(all_tags)
                if inner.name == tag.name:
                    depth += {"s": 1, "e": -1}.get(inner.kind, 0)


def _elements(seen: list[Tag], name: str) -> Iterator[list[Tag]]:
    """Every element of that name (they do not nest) as the list of its tags."""
    first = -1
    for position, tag in enumerate(seen):
        if _local(tag) != name:
            continue
        if tag.kind == "0":
            yield [tag]
        elif tag.kind == "s":
            first = position
        else:
            yield seen[first : position + 1]


def _hidden(run: list[Tag], prefix: bytes) -> bool:
    marks = [tag for tag in run if _local(tag) == "vanish" and tag.kind != "e"]
    return any(attribute(tag.attributes, prefix + b"val") not in OFF for tag in marks)


def _is_bare(run: list[Tag]) -> bool:
    """Whether a run has nothing but properties."""
    properties = next(_elements(run, "rPr"), [])
    return len(run) <= len(properties) + 2


def _look_of_run(content: bytes, runs: list[list[Tag]]) -> bytes:
    """Properties of the first run there is."""
    for run in runs[:1]:
        for properties in _elements(run, "rPr"):
            return for_a_run(content, Span(properties[0].start, properties[-1].end))
    return b""


def _look(content: bytes, paragraph: list[Tag]) -> bytes:
    """Run properties like those of the paragraph's mark."""
    for properties in _elements(paragraph, "pPr"):
        for mark in _elements(properties, "rPr"):
            return for_a_run(content, Span(mark[0].start, mark[-1].end))
    return b""


def for_a_run(content: bytes, properties: Span) -> bytes:
    """Run properties fit for a new run: without what tracking says of the old one, nor hiding."""
    opening, *rest = tags(content, *properties)
    kept = b"".join(
        content[start:end]
        for name, start, end in _children(content, [opening, *rest])
        if name not in _NOT_OF_A_RUN
    )
    return b"<%b>%b</%b>" % (opening.name, kept, opening.name) if kept else b""


def _children(content: bytes, element: list[Tag]) -> Iterator[tuple[str, int, int]]:
    """Local name and extent of an element's children."""
    depth, start = 0, 0
    for tag in tags(content, element[0].end, element[-1].start):
        if depth == 0:
            start = tag.start
        depth += {"s": 1, "e": -1}.get(tag.kind, 0)
        if depth == 0:
            yield _local(tag), start, tag.end


def _expanded(tag: Tag, body: bytes, extra: bytes = b"") -> Edit:
    """``<w:p .../>`` with a content."""
    extra = b"" if b"xml:space" in tag.attributes else extra
    opening = b"<" + tag.name + extra + tag.attributes.rstrip() + b">"
    return Edit(Span(tag.start, tag.end), opening + body + b"</" + tag.name + b">")


def _appended(element: list[Tag], body: bytes) -> Edit:
    """A content put at the end of an element."""
    last = element[-1]
    return _expanded(last, body) if last.kind == "0" else Edit(Span(last.start, last.start), body)
