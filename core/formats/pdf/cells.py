"""From a frame of ruling lines to the cells between them, merged where no line parts two."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from core.formats.pdf.rulings import Frame, covered, places
from core.formats.pdf.shapes import Box, Glyph, Rule

_ACROSS_NEAR = 5.0
"""Points by which the borders of one column may differ from row to row."""
_PARTED = 0.5
"""What part of the border between two places must be drawn, so that they are two cells."""
_MOST_PLACES = 20_000
OPEN = "这里的框线不完整，看不出是哪一格的数"


@dataclass
class Cell:
    """A cell and what stands in it; ``doubt``: why that is not certain, empty if it is."""

    box: Box
    row: int
    column: int
    row_span: int = 1
    column_span: int = 1
    doubt: str = ""
    glyphs: list[Glyph] = field(default_factory=list)


@dataclass
class Grid:
    """A table on one page: where its columns and rows begin and end, and its cells in reading order."""

    box: Box
    xs: list[float]
    ys: list[float]
    cells: list[Cell]
    _at: dict[tuple[int, int], Cell] = field(default_factory=dict)

    def at(self, x: float, y: float) -> Cell | None:
        """The cell that covers a point."""
        column, row = _interval(self.xs, x), _interval(self.ys, y)
        return self._at.get((row, column))


def grid(frame: Frame) -> Grid | None:
    """The table in a frame; None where it has fewer than two cells, as a border around text has."""
    box = frame.box
    xs = places([box.left, box.right, *(rule.at for rule in frame.down)], _ACROSS_NEAR)
    ys = places([box.top, box.bottom, *(rule.at for rule in frame.across)])
    if not 1 <= (len(xs) - 1) * (len(ys) - 1) <= _MOST_PLACES:
        return None
    regions = _regions(frame, xs, ys)
    cells: list[Cell] = []
    at: dict[tuple[int, int], Cell] = {}
    for spots in regions:
        cell = _cell(spots, xs, ys)
        if cell is None:
            continue
        cells.append(cell)
        at.update(dict.fromkeys(spots, cell))
    if len(cells) < 2:
        return None
    cells.sort(key=lambda cell: (cell.row, cell.column))
    return Grid(box, xs, ys, cells, at)


def _regions(frame: Frame, xs: list[float], ys: list[float]) -> list[list[tuple[int, int]]]:
    """The places (row, column) that no line parts from each other."""
    rows, columns = len(ys) - 1, len(xs) - 1
    beside = _borders(frame.down, xs, ys)
    below = _borders(frame.across, ys, xs)
    seen: set[tuple[int, int]] = set()
    found: list[list[tuple[int, int]]] = []
    for start in ((row, column) for row in range(rows) for column in range(columns)):
        if start in seen:
            continue
        seen.add(start)
        region = [start]
        for row, column in region:
            for spot, is_parted in (
                ((row, column + 1), (column + 1, row) in beside),
                ((row, column - 1), (column, row) in beside),
                ((row + 1, column), (row + 1, column) in below),
                ((row - 1, column), (row, column) in below),
            ):
                inside = 0 <= spot[0] < rows and 0 <= spot[1] < columns
                if inside and not is_parted and spot not in seen:
                    seen.add(spot)
                    region.append(spot)
        found.append(region)
    return found


def _borders(rules: Sequence[Rule], across: list[float], along: list[float]) -> set[tuple[int, int]]:
    """Which borders are drawn: number of the line, number of the stretch along it."""
    lines: dict[int, list[Rule]] = {}
    for rule in rules:
        lines.setdefault(_nearest(across, rule.at), []).append(rule)
    return {
        (line, stretch)
        for line, own in lines.items()
        for stretch in range(len(along) - 1)
        if covered(own, along[stretch], along[stretch + 1]) >= _PARTED
    }


def _cell(spots: list[tuple[int, int]], xs: list[float], ys: list[float]) -> Cell | None:
    rows, columns = [row for row, _ in spots], [column for _, column in spots]
    top, left, bottom, right = min(rows), min(columns), max(rows), max(columns)
    box = Box(xs[left], ys[top], xs[right + 1], ys[bottom + 1])
    if len(spots) == (bottom - top + 1) * (right - left + 1):
        return Cell(box, top, left, bottom - top + 1, right - left + 1)
    row, column = min(spots)
    return Cell(box, row, column, doubt=OPEN)


def _interval(borders: list[float], value: float) -> int:
    """Number of the stretch that holds a value, -1 where none does."""
    return next((n for n in range(len(borders) - 1) if borders[n] <= value <= borders[n + 1]), -1)


def _nearest(values: list[float], value: float) -> int:
    return min(range(len(values)), key=lambda n: abs(values[n] - value))
