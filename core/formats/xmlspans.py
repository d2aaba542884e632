"""XML parts as tags with byte offsets: what a splice needs and a tree does not give.

``checked`` lets expat prove the part well-formed and free of tricks; after that one regular expression
finds every tag exactly, because well-formed XML has ``<`` nowhere but at the start of markup.
"""

import re
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from typing import NamedTuple
from xml.parsers import expat

from core.errors import ReadError
from core.formats.package import BROKEN

_TAG = re.compile(
    rb"<(?:(/?)([^\s/>!?][^\s/>]*)((?:[^>\"'/]|\"[^\"]*\"|'[^']*'|/(?!>))*)(/?)>"
    rb"|!--.*?-->|!\[CDATA\[(.*?)\]\]>|\?.*?\?>)",
    re.DOTALL,
)
_REFERENCE = re.compile(r"&(#x[0-9a-fA-F]+|#[0-9]+|amp|lt|gt|quot|apos);")
_DECIMAL = re.compile(r"&#([0-9]+);")
_ENTITIES = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}
_REFERENCES = (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;"), ("\r", "&#13;"))
_XMLNS = b"xmlns"
_DECLARED = re.compile(rb"xmlns(?::([^\s=/>]+))?\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_ENCODING = "文件内部的编码少见，请在 Word 或 WPS 里另存一份后再打开"
_UNSAFE = "文件里含有不该出现的外部定义（DOCTYPE），可能不安全，没有打开；请在 Word 或 WPS 里另存一份后再试"


class Tag(NamedTuple):
    """One piece of markup.

    kind: ``s`` start tag, ``e`` end tag, ``0`` empty element (``<a/>``), ``c`` CDATA section.
    name: qualified name as written (``b"w:t"``), empty for CDATA.
    start, end: byte offsets of the whole tag; text between tags lies between one's end and the next's start.
    attributes: the raw bytes between name and ``>``; for CDATA the section's content.
    """

    kind: str
    name: bytes
    start: int
    end: int
    attributes: bytes


def checked(data: bytes) -> dict[str, str]:
    """Prove a part safe and well-formed; returns its namespaces as URI → prefix (``""`` for the default).

    Raises ReadError on malformed XML, on a DOCTYPE (entity tricks) and on an encoding other than UTF-8.
    A namespace that goes by two prefixes gets ``"?"``: its names cannot be compared as bytes.
    """
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise ReadError(_ENCODING)
    _parse(data, expat.ParserCreate())
    declared = _apparent_declarations(data)
    spaces = dict(declared)
    if len(spaces) < len(declared):
        declared = _declarations(data)
        doubled = [uri for uri, count in Counter(uri for uri, _ in declared).items() if count > 1]
        spaces = dict(declared) | dict.fromkeys(doubled, "?")
    return spaces


def _parse(data: bytes, parser: expat.XMLParserType) -> None:
    def refuse(*_: object) -> None:
        raise ReadError(_UNSAFE)

    def encoding(_version: str, name: str | None, _standalone: int) -> None:
        if name and name.lower() not in ("utf-8", "us-ascii", "ascii"):
            raise ReadError(_ENCODING)

    parser.StartDoctypeDeclHandler = refuse
    parser.XmlDeclHandler = encoding
    try:
        parser.Parse(data, True)
    except expat.ExpatError:
        raise ReadError(BROKEN) from None


def _apparent_declarations(data: bytes) -> set[tuple[str, str]]:
    """Every (URI, prefix) that looks declared; a look-alike in mere text may be among them."""
    declared: set[tuple[str, str]] = set()
    position = data.find(_XMLNS)
    while position >= 0:
        if match := _DECLARED.match(data, position):
            prefix, uri, quoted = match.groups(b"")
            with suppress(ValueError, OverflowError):  # &#99999999999; in a comment is no character
                declared.add((unescape(uri or quoted), prefix.decode()))
        position = data.find(_XMLNS, position + len(_XMLNS))
    return declared


def _declarations(data: bytes) -> set[tuple[str, str]]:
    """Every (URI, prefix) declared, told by the parser itself: slower, but never misled by mere text."""
    declared: set[tuple[str, str]] = set()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartNamespaceDeclHandler = lambda prefix, uri: declared.add((uri or "", prefix or ""))
    _parse(data, parser)
    return declared


def tags(data: bytes, start: int = 0, end: int | None = None) -> Iterator[Tag]:
    """Tags of a checked part in order; comments and processing instructions are passed over."""
    for match in _TAG.finditer(data, start, len(data) if end is None else end):
        close, name, attributes, empty, cdata = match.groups()
        if name:
            kind = "e" if close else "0" if empty else "s"
            yield Tag(kind, name, match.start(), match.end(), attributes)
        elif cdata is not None:
            yield Tag("c", b"", match.start(), match.end(), cdata)


def attribute(attributes: bytes, name: bytes) -> str | None:
    """Value of the attribute with this qualified name as written, or None."""
    at = attributes.find(name)
    while at >= 0:
        match = re.compile(rb"\s*=\s*(?:\"([^\"]*)\"|'([^']*)')").match(attributes, at + len(name))
        if match and (at == 0 or attributes[at - 1 : at].isspace()):
            return unescape(match[1] if match[1] is not None else match[2])
        at = attributes.find(name, at + 1)
    return None


def unescape(raw: bytes) -> str:
    """Character data as text: line ends folded (XML 1.0 §2.11), references resolved."""
    text = raw.decode("utf-8")
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if "&#" not in text:
        return _REFERENCE.sub(_resolved, text) if "&" in text else text
    # Some writers spell every Chinese character as &#20004;, so these are resolved without a call for each.
    pieces = _DECIMAL.split(text)
    pieces[::2] = [_REFERENCE.sub(_resolved, piece) if "&" in piece else piece for piece in pieces[::2]]
    pieces[1::2] = map(chr, map(int, pieces[1::2]))
    return "".join(pieces)


def _resolved(match: re.Match[str]) -> str:
    name = match[1]
    if name.startswith("#x"):
        return chr(int(name[2:], 16))
    return chr(int(name[1:])) if name.startswith("#") else _ENTITIES[name]


def escape(text: str) -> bytes:
    """Text as character data or as a value in double quotes; a bare carriage return would not stay one."""
    for character, reference in _REFERENCES:
        text = text.replace(character, reference)
    return text.encode("utf-8")
