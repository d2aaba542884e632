"""How much of one text is copied from another: an exact measure, linear in the texts' length.

Both are folded: width and case, then everything but letters, so that years, numbers and punctuation count
for nothing. A letter counts as copied where it stands in a run of at least ``RUN`` letters that the other
text has too; similarity is the share of copied letters. For 内容雷同 of 国办公开办函〔2021〕30号 (四).
"""

import re
import unicodedata
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

RUN = 8
"""Letters in a row that make a copy: a phrase, not a word."""
_NOT_LETTERS = re.compile(r"[\W\d_〇零一二三四五六七八九十百千万亿]+")


@dataclass(frozen=True, slots=True)
class Copied:
    """One paragraph: its number in the order given, letters that count, and how many of them are copied."""

    number: int
    letters: int
    copied: int

    @property
    def share(self) -> float:
        return self.copied / self.letters if self.letters else 0.0


def folded(text: str) -> str:
    """The letters that count."""
    return _NOT_LETTERS.sub("", unicodedata.normalize("NFKC", text)).lower()


def runs(paragraphs: Iterable[str]) -> frozenset[str]:
    """Every run of ``RUN`` letters in the paragraphs."""
    found: set[str] = set()
    for text in map(folded, paragraphs):
        found.update(text[start : start + RUN] for start in range(len(text) - RUN + 1))
    return frozenset(found)


def compare(paragraphs: Sequence[str], others: Collection[str]) -> tuple[Copied, ...]:
    """How much of each paragraph stands in the other text, whose ``runs`` are given."""
    return tuple(_copied(number, folded(text), others) for number, text in enumerate(paragraphs))


def _copied(number: int, text: str, others: Collection[str]) -> Copied:
    copied, until = 0, 0
    for start in range(len(text) - RUN + 1):
        if text[start : start + RUN] in others:
            copied += start + RUN - max(start, until)
            until = start + RUN
    return Copied(number, len(text), copied)


def share(found: Iterable[Copied]) -> float:
    """Similarity of the whole: copied letters of all letters, from 0 to 1."""
    counted = tuple(found)
    letters = sum(each.letters for each in counted)
    return sum(each.copied for each in counted) / letters if letters else 0.0
