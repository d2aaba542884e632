"""A text by its outline: title, preamble, the six parts, signature, leavings of a web page.

Source: 国办公开办函〔2021〕30号 (parts and their names); variants: format_2021.md §4 of the domain reference.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import islice, takewhile
from typing import Literal

from core.findings import Place
from core.outline.choice import choose
from core.outline.edges import closing, tail, title
from core.outline.headings import Heading, Style, headings
from core.outline.words import words

Naming = Literal["official", "other", "less", "none"]
_NAMINGS: tuple[Naming, ...] = ("none", "less", "other", "official")
_MOST_HEADINGS = 1000
"""What looks like a heading after so many others is looked at no more; a report has some dozens."""


@dataclass(frozen=True, slots=True)
class Part:
    """One part as it stands in the text.

    key: which of the six it is by its heading, 0 if by none. number: the numeral before it (一, 1), empty if
    it has none (Word may number it by itself); order: its value, 0 for none; style: how it is written.
    naming: the heading in the official words or nearly so, in others that say as much, or less.
    heading: where number and name stand; text may follow on the same line. first, last: paragraphs of its
    body, the last not included; signature and web page leavings are none of it.
    """

    key: int
    number: str
    heading: Place
    first: int
    last: int
    order: int = 0
    style: Style = ""
    naming: Naming = "official"


@dataclass(frozen=True, slots=True)
class Outline:
    """title: the lines of the title, the unit's name above it among them; empty if there is none.
    preamble: first and last (exclusive) paragraph between the title and the first part; an introduction that
    is headed like part one belongs to it. parts: in reading order, such an introduction among them.
    closing: first paragraph of the signature; unit, date: where they stand in it.
    tail: first paragraph of what a web page left behind the report. Both are the end where there is nothing.
    end: number of paragraphs, or the first of another report in the same file.
    """

    title: tuple[Place, ...]
    preamble: tuple[int, int]
    parts: tuple[Part, ...]
    closing: int
    tail: int
    end: int
    unit: Place | None = None
    date: Place | None = None
    has_another: bool = False

    def part(self, key: int) -> Part | None:
        """The last part of that key: an introduction may carry the first one's heading too."""
        return next((part for part in reversed(self.parts) if part.key == key), None)

    def strangers(self, key: int) -> tuple[Part, ...]:
        """Headings of none of the six where that part belongs."""
        first = max((n for n, part in enumerate(self.parts) if 0 < part.key < key), default=-1) + 1
        last = min((n for n, part in enumerate(self.parts) if part.key > key), default=len(self.parts))
        return tuple(part for part in self.parts[first:last] if part.key == 0)

    @property
    def keys(self) -> frozenset[int]:
        """Which of the six parts have a heading."""
        return frozenset(part.key for part in self.parts if part.key)


def outline(lines: Sequence[str], tabular: Collection[int] = ()) -> Outline:
    """The outline of a text. ``tabular``: numbers of the lines that belong to the statutory tables."""
    heads, second = choose(tuple(islice(headings(lines, tabular), _MOST_HEADINGS)), lines)
    end = len(lines) if second is None else _beginning(lines, second.line, heads[-1].line + 1)
    last = heads[-1].line + 1 if heads else 0
    leavings = tail(lines, last, end) if heads else end
    signature = closing(lines, last, leavings)
    proper = _first_proper(heads)
    named = title(lines, heads[0].line if heads else end)
    begin = named[-1].paragraph + 1 if named else 0
    return Outline(
        named,
        (begin, proper.line if proper else signature.first),
        _parts(heads, signature.first),
        signature.first,
        leavings,
        end,
        signature.unit,
        signature.date,
        second is not None,
    )


def official_name(key: int) -> str:
    """What the form calls a part."""
    return words().official[key]


def _parts(heads: Sequence[Heading], end: int) -> tuple[Part, ...]:
    ends = [head.line for head in heads[1:]] + [end]
    return tuple(
        Part(h.key, h.number, h.place, h.line + 1 + h.below, end, h.order, h.style, _NAMINGS[h.rank])
        for h, end in zip(heads, ends, strict=False)
    )


def _first_proper(heads: Sequence[Heading]) -> Heading | None:
    """The first part's heading, not an introduction's that is headed like it."""
    leading = list(takewhile(lambda head: head.key == 1, heads))
    return leading[-1] if leading else next(iter(heads), None)


def _beginning(lines: Sequence[str], heading: int, start: int) -> int:
    """First paragraph of another report whose first part's heading is given: its title, if it has one."""
    start = max(start, heading - words().title_lines)
    found = title(lines[start:heading], heading - start)
    return start + found[0].paragraph if found else heading
