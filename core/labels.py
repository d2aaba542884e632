"""Folding and comparing headings, with tolerance for the variants seen in published reports.

Variants and where they were seen: format_2019.md §4, format_2021.md §4 of the domain reference.
"""

import re
import unicodedata
from collections.abc import Hashable, Iterable
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)

_DROPPED = re.compile(
    r"[\s\u200b-\u200f\u2060\ufeff\u00ad\"'“”‘’「」『』《》〈〉,，、。.;；:：/\\|·•*_—–\-~～]+"
)
_NUMERAL = "[一二三四五六七八九十0-9]+"
_NUMBERING = re.compile(
    rf"^\s*(?:\(\s*{_NUMERAL}\s*\)|{_NUMERAL}\s*[、.,:](?!\d)|\d{{1,2}}\s*(?=[\u4e00-\u9fff]))"
)
_PARENTHESES = re.compile(r"\([^()]*\)")
_OPEN_PARENTHESIS = re.compile(r"\(.*$")
_FUZZY_LENGTH = 5
_FUZZY_RATIO = 0.8
_PREFIX_LENGTH = 3
_EXTENDED_LENGTH = 6
_LONGEST_TAIL = 8
_LONGEST = 64
_REMEMBERED = 512
"""Texts kept in mind: a few reports' worth, so that a folder takes no more memory than a file."""


@lru_cache(maxsize=2048)
def fold(text: str) -> str:
    """The bare characters of a heading: width, spaces, quotes and punctuation folded away."""
    return _DROPPED.sub("", unicodedata.normalize("NFKC", text))


@lru_cache(maxsize=2048)
def numbering(text: str) -> str:
    """The number a heading carries, folded (``(七)``, ``3``), empty where it has none."""
    match = _NUMBERING.match(unicodedata.normalize("NFKC", text))
    return fold(match[0]) if match else ""


@lru_cache(maxsize=2048)
def body(text: str) -> str:
    """The heading without its number, folded."""
    normal = unicodedata.normalize("NFKC", text)
    return fold(_NUMBERING.sub("", normal, count=1))


def _bare(folded: str) -> str:
    """Without remarks in parentheses, also one that is cut off."""
    bare = _PARENTHESES.sub("", folded)
    return _OPEN_PARENTHESIS.sub("", bare) or folded


class Vocabulary(Generic[Key]):
    """Finds which heading a text is, if it is one.

    entries: label and key; several labels may lead to one key and one label to several keys (the two
    cut-off headings 本年新), which are then returned in the order given.
    """

    def __init__(self, entries: Iterable[tuple[str, Key]]) -> None:
        self._exact: dict[str, list[Key]] = {}
        self._bare: dict[str, list[Key]] = {}
        self._numbers: dict[Key, set[str]] = {}
        for label, key in entries:
            folded = body(label)
            _append(self._exact, folded, key)
            _append(self._bare, _bare(folded), key)
            self._numbers.setdefault(key, set()).add(numbering(label))
        self._found: dict[tuple[str, bool], tuple[Key, ...]] = {}

    def find(self, text: str, *, cut: bool = True) -> tuple[Key, ...]:
        """Keys of the heading that ``text`` is, best agreement only; empty if it is none of them.

        cut: whether a heading cut off at its end (结果 for 结果维持) is taken too.
        """
        asked = (text, cut)
        if asked not in self._found:
            if len(self._found) > _REMEMBERED:
                self._found.clear()
            self._found[asked] = self._search(text, cut)
        return self._found[asked]

    def _search(self, text: str, cut: bool) -> tuple[Key, ...]:
        wanted = body(text) if len(text) <= 4 * _LONGEST else ""
        if not wanted or len(wanted) > _LONGEST:
            return ()
        found = self._exact.get(wanted) or self._bare.get(_bare(wanted)) or self._extended(wanted)
        if not found and cut and len(wanted) >= 2:
            found = self._cut(wanted)
        if not found and len(wanted) >= _FUZZY_LENGTH:
            found = self._similar(_bare(wanted))
        return self._by_number(found, numbering(text))

    def _extended(self, wanted: str) -> list[Key]:
        """A heading with a few words more at its end (…禁止公开的政府信息)."""
        begins = [
            folded
            for folded in self._bare
            if _EXTENDED_LENGTH <= len(folded) < len(wanted) <= len(folded) + _LONGEST_TAIL
            and wanted.startswith(folded)
        ]
        return list(self._bare[max(begins, key=len)]) if begins else []

    def _cut(self, wanted: str) -> list[Key]:
        keys: list[Key] = []
        for folded, candidates in self._exact.items():
            if folded.startswith(wanted) and (len(wanted) >= _PREFIX_LENGTH or len(folded) <= 4):
                keys += [key for key in candidates if key not in keys]
        return keys

    def _similar(self, wanted: str) -> list[Key]:
        best: list[Key] = []
        best_ratio = _FUZZY_RATIO
        letters = set(wanted)
        for folded, candidates in self._bare.items():
            if len(letters & set(folded)) < _FUZZY_RATIO * len(set(folded)) - 1:
                continue
            if abs(len(folded) - len(wanted)) > max(2, len(folded) // 4):
                continue
            ratio = SequenceMatcher(None, folded, wanted, autojunk=False).ratio()
            if ratio > best_ratio:
                best, best_ratio = list(candidates), ratio
            elif ratio == best_ratio:
                best = []
        return best

    def _by_number(self, keys: list[Key], number: str) -> tuple[Key, ...]:
        if number and len(keys) > 1:
            agreeing = [key for key in keys if number in self._numbers[key]]
            return tuple(agreeing or keys)
        return tuple(keys)


def _append(table: dict[str, list[Key]], folded: str, key: Key) -> None:
    keys = table.setdefault(folded, [])
    if key not in keys:
        keys.append(key)
