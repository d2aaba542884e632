"""New bytes for single cells of a worksheet, and for a workbook that asks to be recalculated."""

import re
from decimal import Decimal

from core.anchors import Edit, Span, splice
from core.errors import SaveError
from core.formats.xlsx.functions import Value
from core.formats.xlsx.sheet import Cell, children
from core.formats.xlsx.values import number, number_text, stored, text_elements, written
from core.formats.xmlspans import Tag, tags

_ATTRIBUTE = re.compile(rb"(\s+)([^\s=]+)\s*=\s*(\"[^\"]*\"|'[^']*')")
_TEXT_KINDS = ("s", "str", "inlineStr")
_BEFORE_CALCULATION = (b"sheets", b"functionGroups", b"externalReferences", b"definedNames")


def is_plain_number(text: str) -> bool:
    """Whether a number cell that holds this text shows exactly this text."""
    return number(text) is not None and "e" not in text.lower() and number_text(text) == text


def kind_for(cell: Cell | None, text: str) -> str:
    """Type a cell gets for a new text: texts stay texts, a plain number elsewhere is a number.

    Empty when the cell is to be blank; ``cell`` is None where the file has none yet.
    """
    if cell and cell[5] and cell[4].kind in _TEXT_KINDS:
        return "str" if cell[4].kind == "str" else "inlineStr"
    if is_plain_number(text):
        return "n"
    return "inlineStr" if text else ""


def value_for(kind: str, text: str) -> Value:
    """What formulas see in a cell of this type that holds this text."""
    return number(text) if kind == "n" else text if kind else None


def new_cell(name: str, style: str, prefix: bytes, text: str) -> bytes:
    """A ``<c>`` for a place where the file has none; ``style`` as in its ``s``, or empty."""
    styled = f' s="{style}"' if style else ""
    blank = b"<%bc %b/>" % (prefix, f'r="{name}"{styled}'.encode())
    return with_value(blank, prefix, kind_for(None, text), text)


def with_result(element: bytes, prefix: bytes, result: Decimal | str | bool) -> bytes:
    """A formula's ``<c>`` with another result."""
    if isinstance(result, bool):
        return with_value(element, prefix, "b", "1" if result else "0")
    if isinstance(result, str):
        return with_value(element, prefix, "str", result)
    return with_value(element, prefix, "n", stored(result))


def with_value(element: bytes, prefix: bytes, kind: str, text: str) -> bytes:
    """A ``<c>`` that holds ``text`` as a value of type ``kind``; its other bytes stay as they are.

    kind: ``n``, ``b``, ``str``, ``inlineStr``, or empty for a blank cell.
    """
    start = next(tags(element))
    edits = _attribute_edits(element, start, b"t", b"" if kind == "n" else kind.encode(), b"n")
    if start.kind == "0":
        value = _value(prefix, kind, text)
        closed = b">%b</%bc>" % (value, prefix) if value else b"/>"
        edits.append(Edit(Span(start.end - 2, start.end), closed))
    else:
        edits += _value_edits(element, start.end, prefix, kind, text)
    return splice(element, edits)


def _attribute_edits(data: bytes, tag: Tag, name: bytes, value: bytes, usual: bytes) -> list[Edit]:
    """Set an attribute of a start tag; an empty value takes it away unless it says the usual anyway."""
    for match in _ATTRIBUTE.finditer(data, tag.start, tag.end):
        if match[2] == name:
            old = match[3][1:-1]
            if old == value or (not value and old == usual):
                return []
            if not value:
                return [Edit(Span(match.start(), match.end()), b"")]
            return [Edit(Span(match.start(3), match.end(3)), b'"%b"' % value)]
    at = tag.end - (2 if tag.kind == "0" else 1)
    return [Edit(Span(at, at), b' %b="%b"' % (name, value))] if value else []


def _value_edits(element: bytes, start: int, prefix: bytes, kind: str, text: str) -> list[Edit]:
    """Replace ``<v>`` or ``<is>``, or put one in where it belongs: after the formula, before the rest."""
    place = start
    edits: list[Edit] = []
    for tag, inner_end, outer_end in children(element, start, len(element)):
        if tag.name == prefix + b"f":
            place = outer_end
        elif tag.name in (prefix + b"v", prefix + b"is"):
            if edits:
                edits.append(Edit(Span(tag.start, outer_end), b""))
            elif tag.name == prefix + b"v" and tag.kind == "s" and kind in ("n", "b", "str"):
                edits.append(Edit(Span(tag.end, inner_end), written(text)))
            elif tag.name == prefix + b"is" and kind == "inlineStr":
                edits += _inline_edits(element, tag, inner_end, outer_end, prefix, text)
            else:
                edits.append(Edit(Span(tag.start, outer_end), _value(prefix, kind, text)))
    return edits or [Edit(Span(place, place), _value(prefix, kind, text))]


def _inline_edits(
    element: bytes, tag: Tag, inner_end: int, outer_end: int, prefix: bytes, text: str
) -> list[Edit]:
    """The first ``<t>`` takes the text, those of other runs become empty, run properties stay."""
    found = text_elements(element, tag.end, inner_end, prefix)
    if not found or b"rPh" in element[tag.end : inner_end]:
        return [Edit(Span(tag.start, outer_end), _value(prefix, "inlineStr", text))]
    first_start, _, _, first_end = found[0]
    opening = next(tags(element, first_start))
    given = opening.attributes.rstrip() + (_space(text) if b"xml:space" not in opening.attributes else b"")
    new = b"<%bt%b>%b</%bt>" % (prefix, given, written(text), prefix)
    return [
        Edit(Span(first_start, first_end), new),
        *(Edit(Span(start, end), b"") for _, start, end, _ in found[1:]),
    ]


def _space(text: str) -> bytes:
    return b' xml:space="preserve"' if text != text.strip() or "\n" in text else b""


def _value(prefix: bytes, kind: str, text: str) -> bytes:
    if kind == "inlineStr":
        return b"<%bis><%bt%b>%b</%bt></%bis>" % (
            prefix, prefix, _space(text), written(text), prefix, prefix,
        )  # fmt: skip
    return b"<%bv>%b</%bv>" % (prefix, written(text), prefix) if kind else b""


def recalculating(workbook: bytes, prefix: bytes) -> bytes:
    """A workbook part that asks the spreadsheet to recalculate everything when it opens the file.

    Raises SaveError when there is no place for that wish.
    """
    depth, place = 0, -1
    for tag in tags(workbook):
        depth -= tag.kind == "e"
        name = tag.name.removeprefix(prefix)
        if depth == 1 and name == b"calcPr":
            return splice(workbook, _attribute_edits(workbook, tag, b"fullCalcOnLoad", b"1", b""))
        if depth == 1 and name in _BEFORE_CALCULATION:
            place = tag.end
        depth += tag.kind == "s"
    if place < 0:
        raise SaveError("文件内部结构不完整，没有保存；请用 Excel 或 WPS 打开、另存后再试")
    return splice(workbook, [Edit(Span(place, place), b'<%bcalcPr fullCalcOnLoad="1"/>' % prefix)])
