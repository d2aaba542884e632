"""The few tags of WordprocessingML that decide what a page says, as one regular expression.

A general tokenizer stops at every tag; most of a report's tags are fonts and borders. This one lets them
pass, which makes it several times faster, and stays exact: a quoted ``>``, comments, CDATA sections and
processing instructions cannot be mistaken for tags. It relies on ``xmlspans.checked``.
"""

import re
from collections.abc import Iterable, Mapping
from typing import TypeAlias

from core.formats.xmlspans import unescape

Token: TypeAlias = re.Match[bytes]
TEXT, NAME, ATTRIBUTES = 1, 2, 3
"""Groups of a token: the content of a text; or else a qualified name (``b"w:tc"``, ``b"/w:tc"``) and the rest
of its tag. Neither for a comment and its like."""

_ASIDE = rb"!--.*?-->|!\[CDATA\[.*?\]\]>|\?.*?\?>"
_ATTRIBUTES = rb"\s[^>\"']*+(?:(?:\"[^\"]*+\"|'[^']*+')[^>\"']*+)*+"
_ASIDES = re.compile(rb"<!--.*?-->|<\?.*?\?>|<!\[CDATA\[(.*?)\]\]>", re.DOTALL)

_Letters: TypeAlias = "dict[str, _Letters]"


_SLASH = ord("/")


def is_empty(token: Token) -> bool:
    """Whether a tag is a whole element, ``<w:p/>``."""
    return token.string[token.end() - 2] == _SLASH


def qualified(name: str, prefixes: Mapping[str, str]) -> bytes | None:
    """``tc``, ``/tc`` or ``mc:Choice`` as the part at hand writes it; None if the part lacks the namespace.

    prefixes: what the part calls each namespace, by our own name for it, the main one being ``""``.
    """
    space, _, local = name.lstrip("/").rpartition(":")
    if space not in prefixes:
        return None
    prefix = prefixes[space]
    return (name[: name.startswith("/")] + (f"{prefix}:" if prefix else "") + local).encode()


def tokenizer(names: Iterable[bytes], text: bytes) -> re.Pattern[bytes]:
    """A pattern that finds every tag of these qualified names, and every element ``text`` as a whole."""
    return re.compile(
        rb"<(?:%(text)s(?:%(attributes)s)?>([^<]*+(?:<(?:%(aside)s)[^<]*+)*+)</%(text)s\s*>"
        rb"|(%(names)s)(%(attributes)s|/?)>|%(aside)s)"
        % {
            b"text": re.escape(text),
            b"attributes": _ATTRIBUTES,
            b"aside": _ASIDE,
            b"names": _any_of(name.decode() for name in names).encode(),
        },
        re.DOTALL,
    )


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
