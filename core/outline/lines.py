"""A line without its blanks and look-alikes, and places in it counted with them."""

import re
import unicodedata
from functools import cache

from core.findings import Place
from core.outline.words import words

_RADICALS = re.compile(r"[\u2e80-\u2fdf]")


def bare(line: str) -> str:
    """The line without any blanks."""
    return "".join(line.split())


def unified(text: str) -> str:
    """With characters in place of the radicals that text taken from a PDF has for them; as long as before."""
    return text.translate(_characters()) if _RADICALS.search(text) else text


@cache
def _characters() -> dict[int, str]:
    named = {n: unicodedata.normalize("NFKC", chr(n)) for n in range(0x2E80, 0x2FE0)}
    found = {n: character for n, character in named.items() if character != chr(n)}
    return {**found, **{ord(radical): character for radical, character in words().radicals.items()}}


def whole(line: str, number: int) -> Place:
    """The line's text from its first character that is no blank to its last."""
    return Place(number, len(line) - len(line.lstrip()), len(line.rstrip()))


def reach(line: str, begin: int, length: int) -> int:
    """Where, from ``begin`` on, the ``length``-th character that is no blank ends."""
    at = begin
    while length:
        length -= not line[at].isspace()
        at += 1
    return at
