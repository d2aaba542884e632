"""The few tags of WordprocessingML that decide what a page says, as one regular expression.

A general tokenizer stops at every tag; most of a report's tags are fonts and borders. This one lets them
pass, which makes it several times faster, and stays exact: a quoted ``>``, comments, CDATA sections and
processing instructions cannot be mistaken for tags. It relies on ``xmlspans.checked``.
"""

import re
from collections.abc import Collection, Iterable, Mapping
from typing import TypeAlias

from core.errors import ReadError
from core.formats.docx.grid import Piece
from core.formats.xmlspans import checked, tags, unescape

Token: TypeAlias = re.Match[bytes]
CELL, COLUMNS, MERGE, CELL_TEXT, TEXT, NAME, ATTRIBUTES = range(1, 8)
"""Groups of a token, see ``tokenizer``; ``token.lastindex`` tells which kind it is."""

_MAIN = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
_SPACES = {
    **dict.fromkeys(_MAIN, ""),
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m",
    "http://schemas.microsoft.com/office/word/2012/wordml": "w15",
}
NOT_WORD = "这不是 Word 文档（.docx），可能是别的文件改了扩展名，请用原来的程序打开核对"
_LONGEST_PREFIX = 60
"""Letters; the pattern that knows the prefix grows with it."""
_ODD_NAMES = "文件内部的写法少见（同一套标记用了两种前缀），请在 Word 或 WPS 里另存一份后再打开"

OFF = ("0", "false", "off")
"""How a property that is there says no."""
PRESERVE = b' xml:space="preserve"'

_ASIDE = rb"!--.*?-->|!\[CDATA\[.*?\]\]>|\?.*?\?>"
_ASIDES = re.compile(rb"<!--.*?-->|<\?.*?\?>|<!\[CDATA\[(.*?)\]\]>", re.DOTALL)
_ATTRIBUTES = rb"\s[^>\"']*+(?:(?:\"[^\"]*+\"|'[^']*+')[^>\"']*+)*+"
_SLASH = ord("/")

_Letters: TypeAlias = "dict[str, _Letters]"


def is_empty(token: Token) -> bool:
    """Whether a tag is a whole element, ``<w:p/>``."""
    return token.string[token.end() - 2] == _SLASH


def is_bare(token: Token) -> bool:
    """Whether an element has no content, however it is written."""
    return is_empty(token) or token.string.startswith(b"</", token.end())


def qualified(name: str, prefixes: Mapping[str, str]) -> bytes | None:
    """``tc``, ``/tc`` or ``mc:Choice`` as the part at hand writes it; None if the part lacks the namespace.

    prefixes: what the part calls each namespace, by our own name for it, the main one being ``""``.
    """
    space, _, local = name.lstrip("/").rpartition(":")
    if space not in prefixes:
        return None
    prefix = prefixes[space]
    return (name[: name.startswith("/")] + (f"{prefix}:" if prefix else "") + local).encode()


def prefixes(content: bytes) -> dict[str, str]:
    """What a part calls the namespaces that matter.

    Raises ReadError if it is not WordprocessingML, or if its names cannot be told by their prefixes.
    """
    declared = checked(content)
    found = {_SPACES[uri]: prefix for uri, prefix in declared.items() if uri in _SPACES}
    is_odd = "?" in found.values() or max(map(len, found.values()), default=0) > _LONGEST_PREFIX
    if "" in found and (is_odd or all(uri in declared for uri in _MAIN)):
        raise ReadError(_ODD_NAMES)
    if next(tags(content)).name != qualified("document", found):
        raise ReadError(NOT_WORD)
    return found


def tokenizer(names: Collection[bytes], parts: Mapping[bytes, bytes]) -> re.Pattern[bytes]:
    """A pattern that finds the tags of these qualified names, in one piece with what is inside where it can.

    parts: qualified names of what a plain cell is made of: ``t p tc gridSpan vMerge``.
    Its matches are, by ``lastindex``:
    TEXT: a text, its content in that group.
    ATTRIBUTES: another tag, its name (``b"w:tr"``, ``b"/w:tr"``) in NAME and the rest of it here.
    CELL to CELL_TEXT: a whole cell that holds none of the named tags but one paragraph, at most one text
    (CELL_TEXT) and its place in the grid (attributes in COLUMNS, MERGE). Nearly all cells of a report are
    so, and reading them in one step is what makes this fast. (In a cell ``[^>]*>`` is the end of a tag, not
    a quoted ``>``, because ``<`` must follow.)
    None: a comment or its like.
    """
    prefix = parts[b"tc"].removesuffix(b"tc")
    words = {name: re.escape(written) for name, written in parts.items()} | {
        b"names": _any_of(names),
        b"starts": _any_of(name.removeprefix(prefix) for name in names if name.startswith(prefix)),
        b"prefix": re.escape(prefix),
        b"guard": b"" if prefix else rb"(?=[A-Za-z]++[\s/>])",
        b"attributes": _ATTRIBUTES,
        b"aside": _ASIDE,
    }
    words[b"others"] = rb"(?:<(?:%(prefix)s(?!%(starts)s[\s/>])%(guard)s|/(?!%(tc)s[\s>]))[^>]*+>)*+" % words
    return re.compile(
        rb"<(?:(%(tc)s)>%(others)s(?:<%(gridSpan)s(\s[^>]*+)>%(others)s)?"
        rb"(?:<%(vMerge)s(\s[^>]*+|/)>%(others)s)?<%(p)s(?:\s[^>]*+|/)?>%(others)s"
        rb"(?:<%(t)s(?: xml:space=\"preserve\")?>([^<]*+)</%(t)s>%(others)s)?</%(tc)s>"
        rb"|%(t)s(?:%(attributes)s)?>([^<]*+(?:<(?:%(aside)s)[^<]*+)*+)</%(t)s\s*>"
        rb"|(%(names)s)(%(attributes)s|/?)>|%(aside)s)" % words,
        re.DOTALL,
    )


def piece(token: Token, group: int) -> Piece:
    """A token's text and where it stands."""
    text = token[group].decode()
    if "&" in text or "<" in text or "\r" in text:
        text = character_data(token[group])
    return text, token.start(group), token.end(group)


def character_data(raw: bytes) -> str:
    """The text of an element's content that holds no elements."""
    if b"<" not in raw:
        return unescape(raw)
    texts: list[str] = []
    position = 0
    for aside in _ASIDES.finditer(raw):
        texts += (unescape(raw[position : aside.start()]), (aside[1] or b"").decode())
        position = aside.end()
    return "".join([*texts, unescape(raw[position:])])


def needs_preserve(text: str) -> bool:
    """Whether Word would drop some of a text's spaces if not told to keep them."""
    return text != text.strip(" ") or "  " in text


def _any_of(words: Iterable[bytes]) -> bytes:
    """A pattern for these words in which each letter is compared once, however many words share it."""
    root: _Letters = {}
    for word in words:
        node = root
        for letter in word.decode():
            node = node.setdefault(letter, {})
        node[""] = {}
    return _branches(root).encode()


def _branches(node: _Letters) -> str:
    tails = [re.escape(letter) + _branches(after) for letter, after in node.items() if letter]
    if "" in node and tails:
        tails.append("")
    return tails[0] if len(tails) == 1 else f"(?:{'|'.join(tails)})" if tails else ""
