"""Paragraphs as they are read: lines of a pasted PDF joined, blanks and quotes dropped, all of it traced."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Collection, Sequence
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
_SHORTEST, _BARE = 8, 3
"""Shorter lines are prose only if they open with a number; below the second, they hold no more than that."""
_WRAPPED = range(20, 61)
"""How many characters a full line of a pasted PDF has."""


@dataclass(eq=False)
class Passage:
    """A paragraph, or lines that are one. Never changed; not frozen, because every line makes one.

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


def passages(paragraphs: Sequence[str], tabular: Collection[int] = ()) -> tuple[Passage, ...]:
    """The paragraphs that are prose, in order; rows and single cells of tables are left out.

    tabular: numbers of those that are known to be lines of a table.

    A line goes on in the next where it is as long as a full line, does not end a sentence and the next
    opens nothing new; a page number between them is passed over.
    """
    found: list[Passage] = []
    after = 0
    for index, line in enumerate(paragraphs):
        if index < after or index in tabular or len(line) < _BARE:
            continue
        if len(line) < _SHORTEST and _NUMBERED.match(line) is None:
            continue
        if not _is_row(line) and not line.strip().isdigit():
            group = _group(paragraphs, index) if len(line) in _WRAPPED else [index]
            found.append(_passage(paragraphs, group))
            after = group[-1] + 1
    return tuple(found)


def _is_row(line: str) -> bool:
    """Whether a line is cells of a table; a tab at its ends only indents a paragraph."""
    return _SEPARATED.search(line.strip()) is not None


def _group(paragraphs: Sequence[str], first: int) -> list[int]:
    """Numbers of the lines that are one paragraph with the first."""
    group = [first]
    for index in range(first + 1, len(paragraphs)):
        if _PAGE_NUMBER.fullmatch(paragraphs[index]):
            continue
        if not _goes_on(paragraphs[group[-1]], paragraphs[index]):
            break
        group.append(index)
    return group


def _goes_on(line: str, following: str) -> bool:
    return (
        len(line) in _WRAPPED
        and _ENDED.search(line) is None
        and not _is_row(following)
        and _NUMBERED.match(following) is None
        and not following.strip().isdigit()
    )


def _passage(paragraphs: Sequence[str], group: Sequence[int]) -> Passage:
    if len(group) == 1:
        return Passage(paragraphs[group[0]], (group[0],), _AT_FIRST)
    lines = [paragraphs[i] for i in group]
    return Passage("".join(lines), tuple(group), tuple(accumulate(map(len, lines[:-1]), initial=0)))


_AT_FIRST = (0,)
