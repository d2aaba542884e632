"""A row that the end of a page has cut in two: the rest of its texts stands at the top of the next page."""

import re
from dataclasses import replace

from core.formats.pdf.cells import Cell, Grid
from core.formats.pdf.lines import is_wrapped, lines, text_of

_SAME_COLUMN = 10.0
_NUMBERED = re.compile(r"\s*[(（]?\s*(?:[一二三四五六七八九十]{1,3}|\d{1,2})\s*[)）、.．]")
_FIGURES = re.compile(r"[\s\d.,，．/／\-—－]*")
_CUT = "这个数可能被分页切成了两段"


def without_headings(upper: Grid, lower: Grid) -> Grid:
    """The lower part without the heading rows that it repeats from the upper one."""
    for count in range(len(lower.ys) - 2, 0, -1):
        own, theirs = _top(upper, count), _top(lower, count)
        if own == theirs and own is not None:
            rest = [replace(cell, row=cell.row - count) for cell in lower.cells if cell.row >= count]
            return Grid(lower.box, lower.xs, lower.ys[count:], rest)
    return lower


def _top(grid: Grid, count: int) -> list[tuple[int, str]] | None:
    """The first rows' texts; None where they are not rows of words, apart from what follows."""
    cells = [cell for cell in grid.cells if cell.row < count]
    said = [(cell.row, text_of(cell)[0]) for cell in cells]
    is_apart = all(cell.row + cell.row_span <= count for cell in cells)
    has_words = all(not _FIGURES.fullmatch(text) or not text for _, text in said)
    return said if is_apart and has_words and any(text for _, text in said) else None


def cut_row(upper: Grid, lower: Grid) -> list[tuple[Cell, Cell]]:
    """The cells of the last row with their rests, where these go on at the top of the lower part.

    Certain only where every text was broken off for want of width and goes on without a number of its own,
    and no column has a whole number in both halves. Where the lower part begins with figures that belong to
    no heading, below others, and this is not certain, they are marked as doubtful.
    """
    above = [cell for cell in upper.cells if cell.row + cell.row_span == len(upper.ys) - 1]
    below = [cell for cell in lower.cells if cell.row == 0 and cell.row_span == 1]
    pairs = [(one, other) for other in below for one in above if _same_column(one, other)]
    spoken = [(one, other) for one, other in pairs if other.glyphs]
    if not spoken or len(pairs) != len(below):
        return []
    headings = [pair for pair in spoken if not _is_figure(pair[1])]
    both = [pair for pair in spoken if pair not in headings and pair[0].glyphs and _is_figure(pair[0])]
    if (headings or both) and all(_goes_on(*pair) for pair in (*headings, *both)):
        return pairs
    if not headings:
        for cell in (cell for pair in both for cell in pair):
            cell.doubt = _CUT
    return []


def _same_column(one: Cell, other: Cell) -> bool:
    near = abs(one.box.left - other.box.left), abs(one.box.right - other.box.right)
    return max(near) <= _SAME_COLUMN


def _is_figure(cell: Cell) -> bool:
    return _FIGURES.fullmatch(text_of(cell)[0]) is not None


def _goes_on(one: Cell, other: Cell) -> bool:
    before, after = lines(one.glyphs), lines(other.glyphs)
    if not before or not after or _NUMBERED.match(after[0].text):
        return False
    return is_wrapped(before[-1], after[0], one)
