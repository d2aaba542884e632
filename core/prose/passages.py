"""Paragraphs as they are read: lines of a pasted PDF joined, blanks and quotes dropped, all of it traced."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain, starmap

_FOLDED = {
    ord(c): folded
    for c in map(chr, (*range(0xFF01, 0xFF5F), 0x3000, 0xFE55, 0xFF61))
    if len(folded := unicodedata.normalize("NFKC", c)) == 1
}
_DROPPED = re.compile(
    r"[\s\u200b-\u200f\u2060\ufeff\u00ad\"'“”‘’「」『』]+"
    r"|(?<=《)[^《》]*(?=》)"
    r"|\([^()0-9零一二两三四五六七八九十百含除]{1,40}\)"
)
_SEPARATED = re.compile(r"[|｜│┃\t]")
_ENDED = re.compile(r"[。；！？：;!?:.…]\s*$")
_NUMBERED = re.compile(
    r"\s*(?:[(（][一二三四五六七八九十]{1,3}[)）]|[一二三四五六七八九十]{1,3}\s*[、.．]|第[一二三四五六七八九十]+[条部章]"
    r"|[(（]?\d{1,2}\s*(?:[、．)）]|\.(?!\d)))"
)
_PAGE_NUMBER = re.compile(r"\s*[-—–]\s*\d{1,3}\s*[-—–]\s*")
_SHORTEST = 8
_WRAPPED = range(20, 61)
"""How many characters a full line of a pasted PDF has."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, or lines that are one.

    raw: the text as it stands, lines joined; text: what is matched; kept: for each character of ``text``
    its place in ``raw``. lines: number of each paragraph taken in; starts: where it begins in ``raw``.
    """

    raw: str
    text: str
    kept: Sequence[int]
    lines: tuple[int, ...]
    starts: tuple[int, ...]

    @property
    def numbered(self) -> bool:
        """Whether it opens with a heading's number, so that what was said above no longer holds."""
        return _NUMBERED.match(self.raw) is not None

    def place(self, start: int, end: int) -> tuple[int, int, int] | None:
        """Paragraph, start and end there of ``text[start:end]``; None where a line break or blank cuts it."""
        first, last = self.kept[start], self.kept[end - 1]
        line = bisect_right(self.starts, first) - 1
        if line != bisect_right(self.starts, last) - 1 or last - first != end - 1 - start:
            return None
        offset = self.starts[line]
        return self.lines[line], first - offset, last + 1 - offset

    def original(self, start: int, end: int) -> str:
        """The text as it stands from ``start`` up to ``end`` of ``text``."""
        return self.raw[self.kept[start] : self.kept[end - 1] + 1]


def passages(paragraphs: Sequence[str]) -> Iterator[Passage]:
    """The paragraphs that are prose, in order; rows and single cells of tables are left out.

    A line goes on in the next where it is as long as a full line, does not end a sentence and the next
    opens nothing new; a page number between them is passed over.
    """
    group: list[int] = []
    for index, paragraph in enumerate(paragraphs):
        if group and _PAGE_NUMBER.fullmatch(paragraph):
            continue
        if group and _goes_on(paragraphs[group[-1]], paragraph):
            group.append(index)
            continue
        if group:
            yield _passage(paragraphs, group)
            group = []
        if _is_prose(paragraph):
            group.append(index)
    if group:
        yield _passage(paragraphs, group)


def _is_prose(paragraph: str) -> bool:
    if len(paragraph) < _SHORTEST and _NUMBERED.match(paragraph) is None:
        return False
    return _SEPARATED.search(paragraph) is None and not paragraph.strip().isdigit()


def _goes_on(line: str, following: str) -> bool:
    return (
        len(line) in _WRAPPED
        and _ENDED.search(line) is None
        and _SEPARATED.search(following) is None
        and _NUMBERED.match(following) is None
        and not following.strip().isdigit()
    )


def _passage(paragraphs: Sequence[str], group: Sequence[int]) -> Passage:
    lines = [paragraphs[i] for i in group]
    raw = "".join(lines)
    folded = raw.translate(_FOLDED)
    kept: Sequence[int] = range(len(folded))
    text = folded
    dropped = [match.span() for match in _DROPPED.finditer(folded)]
    if dropped:
        begins, ends = [0, *(end for _, end in dropped)], [*(start for start, _ in dropped), len(folded)]
        spans = list(zip(begins, ends, strict=True))
        kept = list(chain.from_iterable(starmap(range, spans)))
        text = "".join([folded[begin:end] for begin, end in spans])
    starts = tuple(accumulate(map(len, lines[:-1]), initial=0))
    return Passage(raw, text, kept, tuple(group), starts)
