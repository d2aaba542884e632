"""Frames round groups of cells: the two sides of the current cell's equations, or the cells of a finding."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, TypeVar

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter

from core.findings import Severity
from core.layout import Box
from core.review import Review
from gui.grid.marks import paint_frame
from gui.theme import Colours, Sizes

Side = Literal["left", "right", "trace", "doubt", "hint"]
OF_SEVERITY: dict[Severity, Side] = {"error": "trace", "warning": "doubt", "advice": "hint"}

Part = TypeVar("Part", Box, list[Box])

_STYLES = {
    "left": Qt.PenStyle.SolidLine,
    "right": Qt.PenStyle.DashLine,
    "trace": Qt.PenStyle.SolidLine,
    "doubt": Qt.PenStyle.SolidLine,
    "hint": Qt.PenStyle.DashLine,
}


@dataclass(frozen=True, slots=True)
class Outline:
    """A run or a block of neighbouring boxes, from its first to its last."""

    side: Side
    first: Box
    last: Box


def equation_outlines(review: Review, cell: str, box_of: Callable[[str], Box]) -> list[Outline]:
    """Both sides of every equation the cell takes part in."""
    outlines: list[Outline] = []
    for judgement in review.judgements(cell):
        outlines += outline("left", map(box_of, judgement.equation.left))
        outlines += outline("right", map(box_of, judgement.equation.right))
    return outlines


def outline(side: Side, boxes: Iterable[Box]) -> list[Outline]:
    """One frame for each run of boxes that touch in a column or in a row; columns side by side share one."""
    down = _runs(sorted(boxes, key=lambda b: (b.column, b.row)), _is_below)
    alone = sorted((run[0] for run in down if len(run) == 1), key=lambda b: (b.row, b.column))
    columns = [run for run in down if len(run) > 1]
    columns.sort(key=lambda run: (run[0].row, run[-1].row, run[0].column))
    blocks = [(block[0][0], block[-1][-1]) for block in _runs(columns, _are_level)]
    rows = [(run[0], run[-1]) for run in _runs(alone, _is_beside)]
    return [Outline(side, first, last) for first, last in (*blocks, *rows)]


def _are_level(one: Sequence[Box], other: Sequence[Box]) -> bool:
    return _is_beside(one[0], other[0]) and _is_beside(one[-1], other[-1])


def _is_below(one: Box, other: Box) -> bool:
    same = (one.column, one.column_span) == (other.column, other.column_span)
    return same and one.row + one.row_span == other.row


def _is_beside(one: Box, other: Box) -> bool:
    same = (one.row, one.row_span) == (other.row, other.row_span)
    return same and one.column + one.column_span == other.column


def _runs(boxes: Iterable[Part], touch: Callable[[Part, Part], bool]) -> list[list[Part]]:
    runs: list[list[Part]] = []
    for box in boxes:
        if runs and touch(runs[-1][-1], box):
            runs[-1].append(box)
        else:
            runs.append([box])
    return runs


def paint_outline(painter: QPainter, rect: QRect, side: Side, colours: Colours, sizes: Sizes) -> None:
    """Left side solid, right side dashed, a finding's cells bold, in a colour and line for each severity."""
    stroke = sizes.stroke + 1 if side in OF_SEVERITY.values() else sizes.stroke
    paint_frame(painter, rect, _colour(side, colours), stroke, _STYLES[side])


def _colour(side: Side, colours: Colours) -> QColor:
    return {
        "left": colours.left,
        "right": colours.right,
        "trace": colours.culprit,
        "doubt": colours.warning,
        "hint": colours.accent,
    }[side]


def paint_current(painter: QPainter, rect: QRect, colours: Colours, sizes: Sizes) -> None:
    """The frame of the current cell, over everything else."""
    paint_frame(painter, rect.adjusted(-1, -1, 0, 0), colours.accent, sizes.stroke + 1)
