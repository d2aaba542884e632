"""A statutory table as the official form draws it: merged headings and cells on one grid.

The same drawing serves the window, exported Word tables and exported Excel sheets.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from core.forms import Heading, Section, TableForm, cell_id, editions

Role = Literal["section", "corner", "column", "row", "value"]


@dataclass(frozen=True, slots=True)
class Box:
    """One drawn cell. ``cell`` is the cell id of a value, empty for headings."""

    row: int
    column: int
    row_span: int
    column_span: int
    role: Role
    text: str = ""
    cell: str = ""


@dataclass(frozen=True, slots=True)
class Drawing:
    """A table's boxes and size. ``frozen_rows`` and ``frozen_columns`` hold headings only."""

    boxes: tuple[Box, ...]
    rows: int
    columns: int
    frozen_rows: int
    frozen_columns: int


@cache
def drawing(edition: str, table: str) -> Drawing:
    """The official drawing of one table of one edition."""
    form = editions()[edition].tables[table]
    labels = max(_label_depth(s) for s in form.sections)
    width = labels + max(len(s.column_leaves) for s in form.sections)
    boxes: list[Box] = []
    top = 0
    for section in form.sections:
        boxes += _section(form, section, top, labels, width)
        top = max(box.row + box.row_span for box in boxes)
    single = len(form.sections) == 1
    head = max(h.depth() for h in form.sections[0].columns) if single else 0
    return Drawing(tuple(boxes), top, width, head, labels)


def _label_depth(section: Section) -> int:
    return max(h.depth() for h in section.rows) if section.rows[0].label else 0


def _section(form: TableForm, section: Section, top: int, labels: int, width: int) -> Iterator[Box]:
    if section.heading:
        yield Box(top, 0, 1, width, "section", section.heading)
        top += 1
    depth = max(h.depth() for h in section.columns)
    if labels:
        yield Box(top, 0, depth, labels, "corner", section.corner)
    places = _columns(section, labels, width)
    yield from _column_boxes(section.columns, top, depth, places)
    top += depth
    if labels:
        yield from _row_boxes(section.rows, top, 0, labels)
    for number, row_leaf in enumerate(section.row_leaves):
        for column in section.column_leaves:
            start, span = places[id(column)]
            cell = cell_id(form.id, row_leaf, column)
            yield Box(top + number, start, 1, span, "value", cell=cell)


def _columns(section: Section, labels: int, width: int) -> dict[int, tuple[int, int]]:
    """First grid column and span of each leaf; the last one takes what a wider section leaves over."""
    leaves = section.column_leaves
    last = len(leaves) - 1
    return {id(leaf): (labels + n, 1 if n < last else width - labels - last) for n, leaf in enumerate(leaves)}


def _column_boxes(
    headings: tuple[Heading, ...], row: int, depth: int, places: dict[int, tuple[int, int]]
) -> Iterator[Box]:
    for heading in headings:
        spans = [places[id(leaf)] for leaf in heading.leaves()]
        start, span = spans[0][0], sum(width for _, width in spans)
        yield Box(row, start, 1 if heading.children else depth, span, "column", heading.label)
        yield from _column_boxes(heading.children, row + 1, depth - 1, places)


def _row_boxes(headings: tuple[Heading, ...], top: int, column: int, labels: int) -> Iterator[Box]:
    for heading in headings:
        height = sum(1 for _ in heading.leaves())
        span = 1 if heading.children else labels - column
        yield Box(top, column, height, span, "row", heading.label)
        yield from _row_boxes(heading.children, top, column + 1, labels)
        top += height
