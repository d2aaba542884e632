"""The few tags of WordprocessingML that decide what a page says, as one regular expression.

A general tokenizer stops at every tag; most of a report's tags are fonts and borders. This one lets them
pass, which makes it several times faster, and stays exact: a quoted ``>``, comments, CDATA sections and
processing instructions cannot be mistaken for tags. It relies on ``xmlspans.checked``.
"""

import re
from collections.abc import Iterable, Mapping
from typing import TypeAlias

from core.formats.docx_grid import Piece
from core.formats.xmlspans import unescape

Token: TypeAlias = re.Match[bytes]
CELL, CELL_TEXT, TEXT, NAME, ATTRIBUTES = 1, 2, 3, 4, 5
"""Groups of a token, see ``tokenizer``; ``token.lastindex`` tells which kind it is."""

_ASIDE = rb"!--.*?-->|!\[CDATA\[.*?\]\]>|\?.*?\?>"
_ATTRIBUTES = rb"\s[^>\"']*+(?:(?:\"[^\"]*+\"|'[^']*+')[^>\"']*+)*+"
_ASIDES = re.compile(rb"<!--.*?-->|<\?.*?\?>|<!\[CDATA\[(.*?)\]\]>", re.DOTALL)

_Letters: TypeAlias = "dict[str, _Letters]"


_SLASH = ord("/")


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


def tokenizer(names: Iterable[bytes], text: bytes, cell: bytes, paragraph: bytes) -> re.Pattern[bytes]:
    """A pattern that finds the tags of these qualified names, in one piece with what is inside where it can.

    Its matches are, by ``lastindex``:
    TEXT: an element ``text``, content in that group.
    ATTRIBUTES: another tag, its name (``b"w:tr"``, ``b"/w:tr"``) in NAME and the rest of it here.
    CELL, CELL_TEXT: a whole element ``cell`` that holds one ``paragraph`` and no other of the named tags, but
    at most one ``text``, content in CELL_TEXT. Most cells of a report are so, and reading them in one step
    is what makes this fast. (In it, ``[^>]*>`` is a whole tag because ``<`` must follow.)
    None: a comment or its like.
    """
    words = {
        b"text": re.escape(text),
        b"cell": re.escape(cell),
        b"paragraph": re.escape(paragraph),
        b"names": _any_of(name.decode() for name in names).encode(),
        b"attributes": _ATTRIBUTES,
        b"aside": _ASIDE,
    }
    words[b"others"] = rb"(?:<(?!%(names)s[\s/>])[^!?>][^>]*+>)*+" % words
    return re.compile(
        rb"<(?:(%(cell)s)>%(others)s<%(paragraph)s(?:\s[^>]*+|/)?>%(others)s"
        rb"(?:<%(text)s(?: xml:space=\"preserve\")?>([^<]*+)</%(text)s>%(others)s)?</%(cell)s>"
        rb"|%(text)s(?:%(attributes)s)?>([^<]*+(?:<(?:%(aside)s)[^<]*+)*+)</%(text)s\s*>"
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


def _any_of(words: Iterable[str]) -> str:
    """A pattern for these words in which each letter is compared once, however many words share it."""
    root: _Letters = {}
    for word in words:
        node = root
        for letter in word:
            node = node.setdefault(letter, {})
        node[""] = {}
    return _branches(root)


def _branches(node: _Letters) -> str:
    tails = [re.escape(letter) + _branches(after) for letter, after in node.items() if letter]
    if "" in node and tails:
        tails.append("")
    return tails[0] if len(tails) == 1 else f"(?:{'|'.join(tails)})" if tails else ""
