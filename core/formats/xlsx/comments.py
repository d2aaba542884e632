"""The comments part of a worksheet (ECMA-376 §18.7): a new one, or one with further comments."""

from collections.abc import Mapping

from core.anchors import Edit, Span, splice
from core.errors import SaveError
from core.formats.xlsx.grid import cell_name
from core.formats.xlsx.sheet import attributes, children
from core.formats.xlsx.values import characters, written
from core.formats.xmlspans import Tag, checked, escape, tags

TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
Notes = Mapping[tuple[int, int], str]
"""What to say of a cell, by row and column from 0."""
Element = tuple[Tag, int, int]
"""Start tag, where the content ends, where the element ends."""

_HEAD = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_ODD = "工作表里原有批注的存放方式少见，程序没有把握添加批注，没有保存；请不留痕迹另存，或在 Excel、WPS 里改"


def empty(main: str) -> bytes:
    """A comments part without comments. ``main``: URI of the spreadsheet namespace that the sheet uses."""
    return _HEAD + b'<comments xmlns="%b"><authors/><commentList/></comments>' % escape(main)


def with_comments(part: bytes, prefix: bytes, notes: Notes, author: str) -> bytes:
    """The part with a comment for each cell; a cell that has one already gets a further line in it.

    prefix: of the spreadsheet namespace. Raises SaveError where the part cannot be added to.
    """
    checked(part)
    whole = (next(tags(part)), part.rindex(b"<"), len(part))
    authors, listed = (_child(part, whole, prefix + name) for name in (b"authors", b"commentList"))
    known = [characters(part[tag.end : inner]) for tag, inner, _ in _inside(part, authors)]
    edits: list[Edit] = []
    if author not in known:
        edits.append(_appended(authors, b"<%bauthor>%b</%bauthor>" % (prefix, escape(author), prefix)))
        known.append(author)
    there = {_reference(element): element for element in _inside(part, listed)}
    new = b""
    for place, text in sorted(notes.items()):
        name = cell_name(*place)
        if name in there:
            edits.append(_further_line(part, prefix, there[name], text))
        else:
            new += _comment(prefix, name, known.index(author), text)
    return splice(part, [*edits, *([_appended(listed, new)] if new else [])])


def commented(part: bytes, prefix: bytes) -> set[str]:
    """Names of the cells that have a comment."""
    return {_reference((t, 0, 0)) for t in tags(part) if t.name == prefix + b"comment" and t.kind != "e"}


def _reference(element: Element) -> str:
    return attributes(element[0].attributes).get(b"ref", "")


def _inside(part: bytes, element: Element) -> list[Element]:
    tag, inner, _ = element
    return list(children(part, tag.end, inner))


def _child(part: bytes, element: Element, name: bytes) -> Element:
    found = [child for child in _inside(part, element) if child[0].name == name]
    if len(found) != 1:
        raise SaveError(_ODD)
    return found[0]


def _appended(element: Element, body: bytes) -> Edit:
    """A content put at the end of an element."""
    tag, inner, _ = element
    if tag.kind == "0":
        opening = b"<%b%b>" % (tag.name, tag.attributes.rstrip())
        return Edit(Span(tag.start, tag.end), opening + body + b"</%b>" % tag.name)
    return Edit(Span(inner, inner), body)


def _comment(prefix: bytes, name: str, author: int, text: str) -> bytes:
    return b'<%bcomment ref="%b" authorId="%d"><%btext>%b</%btext></%bcomment>' % (
        prefix, name.encode(), author, prefix, _run(prefix, text), prefix, prefix,
    )  # fmt: skip


def _further_line(part: bytes, prefix: bytes, comment: Element, text: str) -> Edit:
    """Behind what the comment says; hints on pronunciation would have to stay behind that."""
    said = _child(part, comment, prefix + b"text")
    shown = [outer for tag, _, outer in _inside(part, said) if tag.name in (prefix + b"r", prefix + b"t")]
    if not shown:
        return _appended(said, _run(prefix, text))
    return Edit(Span(shown[-1], shown[-1]), _run(prefix, f"\n{text}"))


def _run(prefix: bytes, text: str) -> bytes:
    return b'<%br><%bt xml:space="preserve">%b</%bt></%br>' % (prefix, prefix, written(text), prefix, prefix)
