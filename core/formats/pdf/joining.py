"""A table that goes on on the next page, put together again on one grid of columns."""

from collections.abc import Sequence
from dataclasses import replace

from core.formats.pdf.cells import Cell, Grid
from core.formats.pdf.cut import cut_row, without_headings
from core.formats.pdf.layout import Item
from core.formats.pdf.rulings import places
from core.formats.pdf.shapes import Box, Glyph

_ACROSS_NEAR = 5.0
_SAME_WIDTH = 0.03
_MOST_COLUMNS = 60
_ENOUGH = 6
"""Borders that must agree where two parts are not equally wide."""


def joined(pages: Sequence[Sequence[Item]]) -> list[list[Item]]:
    """The pages with each table whole, on the page where it begins."""
    found: list[list[Item]] = []
    last: list[Item] = []
    for page in pages:
        items = list(page)
        if last and items and isinstance(last[-1], Grid) and isinstance(items[0], Grid):
            whole = _join(last[-1], items[0])
            if whole is not None:
                last[-1] = whole
                del items[0]
        found.append(items)
        last = items or last
    return _on_one_grid(found)


def _on_one_grid(pages: list[list[Item]]) -> list[list[Item]]:
    """With the columns of equally wide tables counted alike: something may stand between two parts of one."""
    widths: dict[int, list[Grid]] = {}
    grids = [item for page in pages for item in page if isinstance(item, Grid)]
    for grid in grids:
        kin = next((own for own in widths.values() if _are_parts(own[0], grid)), None)
        widths.setdefault(len(widths), []).append(grid) if kin is None else kin.append(grid)
    for kin in widths.values():
        first = kin[0].xs
        shifts = [_shift(first, grid.xs) for grid in kin]
        xs = places([x + s for grid, s in zip(kin, shifts, strict=True) for x in grid.xs], _ACROSS_NEAR)
        for grid, shift in zip(kin, shifts, strict=True):
            if len(xs) <= _MOST_COLUMNS:
                grid.cells = [_on(cell, [x - shift for x in xs]) for cell in grid.cells]
    return pages


def _join(upper: Grid, lower: Grid) -> Grid | None:
    """Both as one table; None where they are two."""
    if not _are_parts(upper, lower):
        return None
    lower = without_headings(upper, lower)
    shift = _shift(upper.xs, lower.xs)
    xs = places([*upper.xs, *(x + shift for x in lower.xs)], _ACROSS_NEAR)
    cut = cut_row(upper, lower)
    first = len(upper.ys) - 1 - bool(cut)
    down = upper.ys[-1] - lower.ys[1 if cut else 0]
    for above, below in cut:
        above.glyphs += [_moved(glyph, shift, upper.ys[-1] - lower.ys[0]) for glyph in below.glyphs]
        above.doubt = above.doubt or below.doubt
    gone = {id(cell) for cell in lower.cells if cut and cell.row == 0 and cell.row_span == 1}
    rest = [_lowered(cell, first, shift, down, bool(cut)) for cell in lower.cells if id(cell) not in gone]
    cells = [_on(cell, xs) for cell in (*upper.cells, *rest)]
    ys = [*upper.ys, *(y + down for y in lower.ys[2 if cut else 1 :])]
    box = Box(xs[0], upper.box.top, xs[-1], ys[-1])
    return Grid(box, xs, ys, sorted(cells, key=lambda cell: (cell.row, cell.column)))


def _are_parts(one: Grid, other: Grid) -> bool:
    """Whether two tables may be parts of one: equally wide, or all columns of the narrower are the other's.

    A cell over many rows leaves no line on a page that it spans, so that its column is missing there.
    """
    if abs(one.box.width - other.box.width) <= _SAME_WIDTH * one.box.width:
        return True
    narrow, wide = sorted((one.xs, other.xs), key=len)
    return len(narrow) >= _ENOUGH and all(_is_among(x, wide) for x in narrow)


def _is_among(value: float, others: Sequence[float]) -> bool:
    return any(abs(value - other) <= _ACROSS_NEAR for other in others)


def _shift(upper: Sequence[float], lower: Sequence[float]) -> float:
    """How far the lower part stands beside the upper one: pages may have mirrored margins."""

    def fitting(shift: float) -> int:
        return sum(_is_among(x + shift, upper) for x in lower)

    return max((0.0, upper[0] - lower[0]), key=fitting)


def _lowered(cell: Cell, first: int, shift: float, down: float, is_cut: bool) -> Cell:
    begins, span = cell.row, cell.row_span
    if is_cut and begins == 0:
        begins, span = 1, span - 1
    glyphs = [_moved(glyph, shift, down) for glyph in cell.glyphs]
    box = _moved_box(cell.box, shift, down)
    return replace(cell, box=box, row=begins + first, row_span=span, glyphs=glyphs)


def _on(cell: Cell, xs: Sequence[float]) -> Cell:
    """The cell with its place counted in these columns."""
    start = min(range(len(xs)), key=lambda n: abs(xs[n] - cell.box.left))
    end = min(range(len(xs)), key=lambda n: abs(xs[n] - cell.box.right))
    return replace(cell, column=start, column_span=max(1, end - start))


def _moved(glyph: Glyph, right: float, down: float) -> Glyph:
    return glyph._replace(box=_moved_box(glyph.box, right, down), base=glyph.base + down)


def _moved_box(box: Box, right: float, down: float) -> Box:
    return Box(box.left + right, box.top + down, box.right + right, box.bottom + down)
