"""The report's six parts as its text has them, found by their headings.

Source: 国办公开办函〔2021〕30号 (parts and their names); variants: format_2021.md §4 of the domain reference.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from core.findings import Place
from core.labels import Vocabulary, numbering

_HEADINGS = (
    (1, ("总体情况", "概述")),
    (2, ("主动公开政府信息情况", "行政机关主动公开政府信息情况")),
    (3, ("收到和处理政府信息公开申请情况", "行政机关收到和处理政府信息公开申请情况")),
    (4, ("政府信息公开行政复议、行政诉讼情况",)),
    (5, ("存在的主要问题及改进情况",)),
    (6, ("其他需要报告的事项",)),
)
_PARTS = Vocabulary((label, key) for key, labels in _HEADINGS for label in labels)
_TOP_LEVEL = re.compile(r"\s*[一二三四五六七八九十]{1,3}\s*[、.．]")
_LONGEST = 40


@dataclass(frozen=True, slots=True)
class Part:
    """One part as it stands in the text.

    key: which of the six it is by its heading, 0 if by none. number: the numeral before it, empty if it has
    none (Word may number it by itself). heading: where it stands. first, last: paragraphs of its body, the
    last not included.
    """

    key: int
    number: str
    heading: Place
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Outline:
    """title: the lines of the title, if there is one. preamble: first and last (exclusive) paragraph between
    the title and the first part. parts: in reading order. tail: first paragraph of what a web page left
    behind the report; the number of paragraphs where there is nothing.
    """

    title: tuple[Place, ...]
    preamble: tuple[int, int]
    parts: tuple[Part, ...]
    tail: int

    def part(self, key: int) -> Part | None:
        """The last part of that key: an introduction may carry the first one's heading too."""
        return next((part for part in reversed(self.parts) if part.key == key), None)


def outline(lines: Sequence[str], tabular: Collection[int] = ()) -> Outline:
    """The outline of a text. ``tabular``: numbers of the lines that belong to the statutory tables."""
    heads = [found for n, line in enumerate(lines) if n not in tabular and (found := _head(n, line))]
    ends = [place.paragraph for _, _, place in heads[1:]] + [len(lines)] * bool(heads)
    parts = tuple(
        Part(key, number, place, place.paragraph + 1, end)
        for (key, number, place), end in zip(heads, ends, strict=True)
    )
    first = parts[0].heading.paragraph if parts else len(lines)
    return Outline((), (0, first), parts, len(lines))


def _head(number: int, line: str) -> tuple[int, str, Place] | None:
    text = line.strip()
    if not text or len(text) > _LONGEST or _TOP_LEVEL.match(text) is None:
        return None
    found = _PARTS.find(text, cut=False)
    start = line.index(text[0])
    return (found[0] if found else 0), numbering(text), Place(number, start, start + len(text))
