"""What stands on a page in reading order: lines of text, and tables filled with their letters."""

from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple, TypeAlias

from core.formats.pdf.cells import Cell, Grid, grid
from core.formats.pdf.lines import Line, lines
from core.formats.pdf.rulings import frames
from core.formats.pdf.shapes import Box, Glyph, Page
from core.formats.pdf.strikes import struck

_TOUCHING = 0.2
"""Parts of a letter's size: digits this close are of one number, even where a border parts them."""


_NOTED = "这里有后加的批注或图形，看不出原来是什么"
_TORN = "数字压在框线上，看不出是哪一格的"

Item: TypeAlias = Line | Grid


class Sheet(NamedTuple):
    """A page as it reads, from top to bottom."""

    box: Box
    items: tuple[Item, ...]


def sheet(page: Page) -> Sheet:
    """The page's lines and tables from top to bottom."""
    glyphs, across = struck(page.glyphs, page.across)
    tables = [found for frame in frames(across, page.down) if (found := grid(frame)) is not None]
    free = _fill(tables, glyphs)
    for cell in (cell for table in tables for cell in table.cells):
        if any(note.meets(cell.box) for note in page.noted):
            cell.doubt = _NOTED
    written = [table for table in tables if any(cell.glyphs for cell in table.cells)]
    items: list[Item] = [*lines(glyph for glyph in free if not glyph.turned and not glyph.struck), *written]
    return Sheet(page.box, tuple(sorted(items, key=_top)))


def _top(item: Item) -> float:
    return item.box.top if isinstance(item, Grid) else item.base


def _fill(tables: list[Grid], glyphs: Iterable[Glyph]) -> list[Glyph]:
    """Puts each letter into the cell it stands in, of the innermost table; returns those in none."""
    inner_first = sorted(tables, key=lambda table: table.box.width * table.box.height)
    free: list[Glyph] = []
    placed: list[tuple[Glyph, Cell | None]] = []
    for glyph in glyphs:
        cell = _cell(inner_first, glyph)
        if cell is None:
            free.append(glyph)
        else:
            cell.glyphs.append(glyph)
        placed.append((glyph, cell))
    for (one, first), (other, second) in pairwise(placed):
        if first is not second and _is_one_number(one, other):
            for cell in (first, second):
                if cell is not None:
                    cell.doubt = _TORN
    return free


def _cell(tables: Iterable[Grid], glyph: Glyph) -> Cell | None:
    x, y = glyph.box.middle
    for table in tables:
        cell = table.at(x, y) if table.box.holds(x, y) else None
        if cell is not None:
            return cell
    return None


def _is_one_number(one: Glyph, other: Glyph) -> bool:
    near = abs(other.box.left - one.box.right) <= _TOUCHING * one.size and one.base == other.base
    return near and one.text.isdecimal() and other.text.isdecimal()
