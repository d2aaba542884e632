"""Paragraphs as they are read: lines of a pasted PDF joined, blanks and quotes dropped, all of it traced."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

_FOLDED = {
    c: folded
    for c in map(chr, (*range(0xFF01, 0xFF5F), 0x3000, 0xFE55, 0xFF61))
    if len(folded := unicodedata.normalize("NFKC", c)) == 1
}
_FOLDING = re.compile(f"[{re.escape(''.join(_FOLDED))}]")
_BLANKS = "\\s\u200b-\u200f\u2060\ufeff\u00ad\"'“”‘’「」『』"
_DROPPED = re.compile(
    rf"[{_BLANKS}《(](?:(?<=《)(?P<title>[^《》]*)》"
    r"|(?<=\()[^()0-9零一二两三四五六七八九十百含除]{1,40}\)"
    rf"|(?<![《(])[{_BLANKS}]*)"
)
"""Blanks and quotes, remarks in parentheses that hold no number, what stands between 《 and 》."""
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


@dataclass(frozen=True)
class Passage:
    """A paragraph, or lines that are one.

    raw: the text as it stands, lines joined. lines: number of each paragraph taken in; starts: where it
    begins in ``raw``.
    """

    raw: str
    lines: tuple[int, ...]
    starts: tuple[int, ...]

    @property
    def text(self) -> str:
        """What is matched: ``raw`` folded, without blanks and quotes."""
        return self._folded[0]

    @cached_property
    def numbered(self) -> bool:
        """Whether it opens with a heading's number, so that what was said above no longer holds."""
        return _NUMBERED.match(self.raw) is not None

    def place(self, start: int, end: int) -> tuple[int, int, int] | None:
        """Paragraph, start and end there of ``text[start:end]``; None where a line break or blank cuts it."""
        first, last = self._in_raw(start), self._in_raw(end - 1)
        line = bisect_right(self.starts, first) - 1
        if line != bisect_right(self.starts, last) - 1 or last - first != end - 1 - start:
            return None
        offset = self.starts[line]
        return self.lines[line], first - offset, last + 1 - offset

    def position(self, paragraph: int, start: int) -> int | None:
        """Where in ``text`` the letter ``start`` of a paragraph stands; None where it was left out."""
        raw = self.starts[self.lines.index(paragraph)] + start
        _, begins, shifts = self._folded
        part = bisect_right(range(len(begins)), raw, key=lambda n: begins[n] + shifts[n]) - 1
        if part < 0:
            return None
        at = raw - shifts[part]
        return at if part + 1 == len(begins) or at < begins[part + 1] else None

    def original(self, start: int, end: int) -> str:
        """The text as it stands from ``start`` up to ``end`` of ``text``."""
        return self.raw[self._in_raw(start) : self._in_raw(end - 1) + 1]

    def _in_raw(self, at: int) -> int:
        _, begins, shifts = self._folded
        return at + shifts[bisect_right(begins, at) - 1]

    @cached_property
    def _folded(self) -> tuple[str, list[int], list[int]]:
        """``text``; where in it something was dropped; how far what follows there lies behind in ``raw``."""
        folded = _FOLDING.sub(_fold, self.raw)
        begins, shifts = [0], [0]
        pieces: list[str] = []
        at = length = 0
        for match in _DROPPED.finditer(folded):
            start, end = match.span("title" if match["title"] is not None else 0)
            pieces.append(folded[at:start])
            length += start - at
            begins.append(length)
            shifts.append(end - length)
            at = end
        return "".join([*pieces, folded[at:]]) if pieces else folded, begins, shifts


def _fold(match: re.Match[str]) -> str:
    return _FOLDED[match[0]]


def passages(paragraphs: Sequence[str]) -> tuple[Passage, ...]:
    """The paragraphs that are prose, in order; rows and single cells of tables are left out.

    A line goes on in the next where it is as long as a full line, does not end a sentence and the next
    opens nothing new; a page number between them is passed over.
    """
    return tuple(_passage(paragraphs, group) for group in _groups(paragraphs))


def _groups(paragraphs: Sequence[str]) -> Iterator[list[int]]:
    group: list[int] = []
    for index, paragraph in enumerate(paragraphs):
        if group:
            if _PAGE_NUMBER.fullmatch(paragraph):
                continue
            if _goes_on(paragraphs[group[-1]], paragraph):
                group.append(index)
                continue
            yield group
            group = []
        if _is_prose(paragraph):
            group = [index]
    if group:
        yield group


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
    return Passage("".join(lines), tuple(group), tuple(accumulate(map(len, lines[:-1]), initial=0)))
