"""How wide the form's columns and how high its rows are: filling the room, cutting nothing off.

Widths grow in stages from the narrowest that is still legible to a comfortable one; what is left between two
stages is shared out. Heights follow from the wrapped labels, with as much air as there is room for.
"""

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics

from core.layout import Box, Drawing
from gui.grid.paint import heading_rect, heading_text
from gui.theme import Sizes

_WRAP = int(Qt.TextFlag.TextWordWrap.value)
_PAGE = 45  # em; a form of few columns is drawn as wide as it stands on paper
_LINES = {1: 1, 2: 1, 3: 1, 4: 2, 5: 2, 6: 2}  # of a column heading, by its length, where room is scarce
_TIGHT = 1.35  # em; the lowest line that still reads well, less than many Chinese fonts ask for
_MOST_NUMBER = 14  # em; a longer text in a value cell is elided, no number is that long


@dataclass(frozen=True, slots=True)
class Fit:
    """Pixel sizes of every column and row of the drawing."""

    widths: tuple[int, ...]
    heights: tuple[int, ...]


class Fitter:
    """Measures one drawing in one font; asked again for every size of the window."""

    def __init__(self, drawing: Drawing, metrics: QFontMetrics, sizes: Sizes) -> None:
        self._drawing = drawing
        self._metrics = metrics
        self._sizes = sizes
        self._advances: dict[str, int] = {}
        self._headings = [box for box in drawing.boxes if box.role != "value"]

    def fit(self, room: QSize, text_of: Callable[[Box], str]) -> Fit:
        """Sizes for a viewport of this size. ``text_of``: what stands in a value box.

        Value columns are all alike if the form then fits, else each as narrow as its heading, which leaves
        more to the labels and so makes fewer lines.
        """
        numbers = self._number_widths(text_of)
        layouts = [self._layout(self._stages(numbers, even), room) for even in (True, False)]
        even, uneven = layouts
        widths, heights = even if sum(even[1]) <= max(room.height(), sum(uneven[1])) else uneven
        return Fit(tuple(widths), tuple(self._aired(heights, room.height())))

    def _layout(self, stages: list[list[int]], room: QSize) -> tuple[list[int], list[int]]:
        widths = _share(stages, room.width())
        return widths, self._heights(widths)

    # --- widths -------------------------------------------------------------------------------------

    def _stages(self, numbers: list[int], even: bool) -> list[list[int]]:
        """Widths of all columns from narrowest to widest."""
        labels = self._drawing.frozen_columns
        columns = [self._label_stages(column) for column in range(labels)]
        columns += self._value_stages(numbers[labels:], even)
        return [list(stage) for stage in zip(*columns, strict=True)]

    def _number_widths(self, text_of: Callable[[Box], str]) -> list[int]:
        """What the numbers of each column need, marks included."""
        most = self._sizes.em * _MOST_NUMBER
        room = 2 * self._sizes.pad + self._sizes.mark
        widths = [3 * self._sizes.em] * self._drawing.columns
        for box in self._drawing.boxes:
            if box.role == "value" and box.column_span == 1:
                text = min(self._advance(text_of(box)), most)
                widths[box.column] = max(widths[box.column], text + room)
        return widths

    def _value_stages(self, numbers: list[int], even: bool) -> list[tuple[int, ...]]:
        """Headings in two or three lines, then in one, then with air."""
        first = self._drawing.frozen_columns
        headings = [self._heading_widths(first + n) for n in range(len(numbers))]
        if even:
            headings = [(max(h[0] for h in headings), max(h[1] for h in headings))] * len(headings)
        page = self._sizes.em * _PAGE // len(numbers)
        columns = []
        for number, (narrow, wide) in zip(numbers, headings, strict=True):
            stages = (narrow, narrow, narrow, wide, round(wide * 1.2), max(page, round(wide * 1.4)))
            columns.append(tuple(max(number, width) for width in stages))
        return columns

    def _heading_widths(self, column: int) -> tuple[int, int]:
        """What the headings of one column need: broken into lines, and in one."""
        boxes = (b for b in self._headings if b.role == "column" and b.column == column)
        labels = [box.text for box in boxes if box.column_span == 1]
        narrow = max((self._wrapped(text, _LINES.get(len(text), 3)) for text in labels), default=0)
        return narrow, max((self._wrapped(text, 1) for text in labels), default=0)

    def _label_stages(self, column: int) -> tuple[int, ...]:
        own = [
            box
            for box in self._headings
            if box.role == "row" and box.column == column and box.column_span == 1
        ]
        groups = [box for box in own if box.row_span > 1]
        if groups:
            return self._group_stages(groups)
        one, two, three, five = (self._label_width(column, lines) for lines in (1, 2, 3, 5))
        return five, three, two, two, one, one

    def _group_stages(self, groups: list[Box]) -> tuple[int, ...]:
        """Groups stand over several rows, so they can be narrow."""
        lines = [heading_text(box).split("\n") for box in groups]
        narrow = max(self._wrapped(part, 2 if len(part) > 4 else 1) for parts in lines for part in parts)
        return (narrow,) * 6

    def _label_width(self, column: int, lines: int) -> int:
        """Wide enough that no label of the column needs more lines."""
        own = [b for b in self._headings if b.role == "row" and b.column == column]
        return (
            max((self._wrapped(b.text, lines) for b in own if b.column_span == 1), default=0)
            + self._sizes.pad
        )

    def _wrapped(self, text: str, lines: int) -> int:
        """Width of a text broken into so many lines."""
        length = self._advance(text)
        part = length if lines == 1 else math.ceil(len(text) / lines) * self._sizes.em
        return min(length, part) + self._sizes.pad + 2

    # --- heights ------------------------------------------------------------------------------------

    def _heights(self, widths: list[int]) -> list[int]:
        """What the labels need at these widths."""
        heights = [self._metrics.height()] * self._drawing.rows
        for box in sorted(self._headings, key=lambda b: b.row_span):
            self._make_room(heights, box, widths)
        return heights

    def _aired(self, heights: list[int], room: int) -> list[int]:
        """The room that is left over, shared out; a little taken away where that saves scrolling."""
        air = (room - sum(heights) - 1) // self._drawing.rows
        least = min(0, round(self._sizes.em * _TIGHT) - min(heights))
        most = round(self._metrics.height() * 0.7)
        air = min(most, air) if air >= least else 0
        return [height + air for height in heights]

    def _make_room(self, heights: list[int], box: Box, widths: list[int]) -> None:
        """Stretch the last row of a box until its text fits."""
        rect = QRect(0, 0, sum(widths[box.column : box.column + box.column_span]), 0)
        area = heading_rect(box, rect, self._sizes)
        need = self._text_height(heading_text(box), area.width())
        rows = range(box.row, box.row + box.row_span)
        lacking = need - sum(heights[row] for row in rows)
        if lacking > 0:
            heights[rows[-1]] += lacking

    def _text_height(self, text: str, width: int) -> int:
        if "\n" not in text and self._advance(text) < width:
            return self._metrics.height()
        return self._metrics.boundingRect(QRect(0, 0, width, 1 << 14), _WRAP, text).height()

    def _advance(self, text: str) -> int:
        """Width of a text, measured once."""
        if text not in self._advances:
            self._advances[text] = self._metrics.horizontalAdvance(text)
        return self._advances[text]


def _share(stages: list[list[int]], room: int) -> list[int]:
    """The widest stage that fits, plus what is left of the way to the next one."""
    below = stages[0]
    for above in stages[1:]:
        wanted = sum(above) - sum(below)
        spare = room - sum(below)
        if spare <= 0:
            break
        if wanted > spare:
            return _between(below, above, spare / wanted)
        below = above
    return below


def _between(below: Iterable[int], above: Iterable[int], share: float) -> list[int]:
    return [low + int((high - low) * share) for low, high in zip(below, above, strict=True)]
