"""Letters put together to lines and to the text of cells, as a reader puts them together."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from core.formats.pdf.cells import Cell
from core.formats.pdf.shapes import Glyph

_SAME_LINE = 0.45
"""How far baselines on one line may differ, as a part of the letter's size."""
_TWICE = 0.6
"""What part of two letters must overlap to be one drawn twice (bold type is made so)."""
_SQUEEZED, _UNEVEN = 0.25, 0.15
"""What part of a figure may lie under the next; by what part of their size two figures of a number differ."""
_APART = 0.6
_NO_SPACE = 1.5
"""Gaps, in letters' sizes: digits this far apart may be two numbers; words this far apart are shown so."""
_PADDING = 14.0
_WRAPPED_DIGITS = 2
"""A column that is too narrow for its number still holds so many digits of it."""
_FIGURE = re.compile(r"[0-9０-９.,，．]")
_FIGURES = re.compile(r"[0-9０-９.,，．\s]+")

STRUCK = "这里有删除线，可能是没有接受的修订"
UNSAID = "字体里没有注明这是什么字"
OVERLAID = "几个字叠在一起"
SPREAD = "数字隔得太开，可能是两个数"
UNEVEN = "数字大小不一或高低不齐，可能带有角标"
SPANNING = "这一格占了几行，看不出是哪一行的数"
STACKED = "数字分成了几行，可能是几个数"


@dataclass(frozen=True, slots=True)
class Line:
    """Letters on one baseline, from left to right, without blanks at its ends."""

    glyphs: tuple[Glyph, ...]

    @property
    def text(self) -> str:
        parts: list[str] = []
        for before, glyph in pairwise((None, *self.glyphs)):
            assert glyph is not None
            if before is not None and glyph.box.left - before.box.right > _NO_SPACE * glyph.size:
                parts.append(" ")
            parts.append(glyph.text or "\ufffd")
        return "".join(parts)

    @property
    def left(self) -> float:
        return self.glyphs[0].box.left

    @property
    def right(self) -> float:
        return self.glyphs[-1].box.right

    @property
    def step(self) -> float:
        """From the last letter but one to the last: what a figure advances. Of a font that is not in the
        file the boxes are those of whatever font stands in for it on this computer.
        """
        one, other = self.glyphs[-2:]
        return other.box.left - one.box.left

    @property
    def advance(self) -> float:
        """From the first letter to the place of the next figure."""
        return self.glyphs[-1].box.left - self.left + self.step

    @property
    def base(self) -> float:
        return self.glyphs[0].base

    @property
    def size(self) -> float:
        return max(glyph.size for glyph in self.glyphs)

    @property
    def first_word(self) -> float:
        """Width of what could not have stood at the end of the line before: a word, a number, a letter."""
        end = self.left
        for glyph in self.glyphs:
            if end > self.left and not (glyph.text.isascii() and glyph.text.isalnum()):
                break
            end = glyph.box.right
            if not (glyph.text.isascii() and glyph.text.isalnum()):
                break
        return end - self.left


def lines(glyphs: Iterable[Glyph]) -> list[Line]:
    """The lines from top to bottom; what is drawn twice counts once."""
    rows: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda g: g.base):
        if rows and glyph.base - rows[-1][-1].base <= _SAME_LINE * min(glyph.size, rows[-1][-1].size):
            rows[-1].append(glyph)
        else:
            rows.append([glyph])
    found = []
    for row in rows:
        once = _stripped(_once(sorted(row, key=lambda g: g.box.left)))
        if once:
            found.append(Line(tuple(once)))
    return found


def text_of(cell: Cell) -> tuple[str, str]:
    """A cell's text, and why it is not certain, empty if it is."""
    if any(glyph.turned for glyph in cell.glyphs):
        text = "".join(glyph.text for glyph in cell.glyphs if glyph.turned).strip()
        return text, "" if len(cell.glyphs) == sum(g.turned for g in cell.glyphs) else OVERLAID
    own = lines(cell.glyphs)
    text = "".join(line.text + _break(line, after, cell) for line, after in pairwise((*own, None)) if line)
    doubts = (cell.doubt, *map(_doubt, own), _doubt_of_rows(text, cell))
    return text, next((doubt for doubt in doubts if doubt), "")


def _doubt_of_rows(text: str, cell: Cell) -> str:
    """A number belongs to one row; where its cell is as high as two, the line between them may be missing."""
    if not _FIGURES.fullmatch(text):
        return ""
    return STACKED if "\n" in text else SPANNING if cell.row_span > 1 else ""


def is_wrapped(line: Line, following: Line, cell: Cell) -> bool:
    """Whether the cell was too narrow for what begins the second line to stand on the first: a word, or a
    digit of a number of which at least two stand there.
    """
    room = cell.box.width - _PADDING
    if _FIGURE.fullmatch(line.glyphs[-1].text) and _FIGURE.fullmatch(following.glyphs[0].text):
        return len(line.glyphs) >= _WRAPPED_DIGITS and room - line.advance <= line.step
    return room - (line.right - line.left) <= following.first_word


def _break(line: Line, following: Line | None, cell: Cell) -> str:
    """What stands between two lines of a cell: nothing where the cell was too narrow for both."""
    if following is None:
        return ""
    if not is_wrapped(line, following, cell):
        return "\n"
    before, after = line.glyphs[-1].text, following.glyphs[0].text
    are_words = before.isascii() and after.isascii() and before.isalpha() and after.isalpha()
    return " " if are_words else ""


def _doubt(line: Line) -> str:
    if not all(glyph.text for glyph in line.glyphs):
        return UNSAID
    if any(glyph.struck for glyph in line.glyphs):
        return STRUCK
    shown = [glyph for glyph in line.glyphs if not glyph.text.isspace()]
    for one, other in pairwise(shown):
        if _overlap(one, other) > _TWICE:
            return OVERLAID
        if _FIGURE.fullmatch(one.text) and _FIGURE.fullmatch(other.text):
            doubt = _doubt_between(one, other)
            if doubt:
                return doubt
    return ""


def _doubt_between(one: Glyph, other: Glyph) -> str:
    """Why two figures beside each other may not be of one number."""
    size = min(one.size, other.size)
    if _overlap(one, other) > _SQUEEZED:
        return OVERLAID
    if other.box.left - one.box.right > _APART * size:
        return SPREAD
    is_uneven = abs(one.size - other.size) > _UNEVEN * size or abs(one.base - other.base) > _UNEVEN * size
    return UNEVEN if is_uneven else ""


def _once(row: list[Glyph]) -> list[Glyph]:
    found: list[Glyph] = []
    for glyph in row:
        if not any(glyph.text == seen.text and _overlap(seen, glyph) > _TWICE for seen in found[-3:]):
            found.append(glyph)
    return found


def _overlap(one: Glyph, other: Glyph) -> float:
    """What part of the narrower of two letters on one line lies over the other."""
    width = min(one.box.width, other.box.width)
    shared = min(one.box.right, other.box.right) - max(one.box.left, other.box.left)
    return shared / width if width > 0 else 0.0


def _stripped(glyphs: Sequence[Glyph]) -> Sequence[Glyph]:
    shown = [n for n, glyph in enumerate(glyphs) if not glyph.text or not glyph.text.isspace()]
    return glyphs[shown[0] : shown[-1] + 1] if shown else ()
