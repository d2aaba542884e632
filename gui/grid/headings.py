"""The form's own headings beside the scrolling values: they stay in sight while the numbers scroll."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from core.layout import Box, Drawing
from gui.crash import guarded
from gui.grid.paint import Kit, paint_heading


def crosses(drawing: Drawing) -> bool:
    """Whether a box lies across the border of label columns and values, so that nothing can be frozen."""
    edge = drawing.frozen_columns
    return any(box.column < edge < box.column + box.column_span for box in drawing.boxes)


class Headings(QHeaderView):
    """Frozen column headings (horizontal) or row labels (vertical), drawn from the form's boxes.

    chosen: the first row or column and how many, when the clerk clicks a heading.
    """

    chosen = Signal(int, int)

    def __init__(self, orientation: Qt.Orientation, drawing: Drawing, parent: QWidget) -> None:
        super().__init__(orientation, parent)
        self._across = orientation == Qt.Orientation.Horizontal
        self._boxes = [box for box in drawing.boxes if self._is_mine(box, drawing)]
        self._depths: Sequence[int] = ()
        self._current = -1
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(1)
        self.setSectionsClickable(False)
        self.setHighlightSections(False)

    def _is_mine(self, box: Box, drawing: Drawing) -> bool:
        above, beside = box.row < drawing.frozen_rows, box.column < drawing.frozen_columns
        return (above and not beside) if self._across else (beside and not above)

    def set_depths(self, depths: Sequence[int]) -> None:
        """Heights of the frozen rows, or widths of the frozen columns."""
        self._depths = tuple(depths)
        extent = sum(depths)
        if self._across:
            self.setFixedHeight(extent)
        else:
            self.setFixedWidth(extent)
        self.viewport().update()

    def set_current(self, section: int) -> None:
        """The column or row of the current cell; its headings are tinted."""
        if section != self._current:
            self._current = section
            self.viewport().update()

    def sizeHint(self) -> QSize:
        extent = sum(self._depths)
        return QSize(0, extent) if self._across else QSize(extent, 0)

    def _rect(self, box: Box) -> QRect:
        start, span = (box.column, box.column_span) if self._across else (box.row, box.row_span)
        depth, thick = (box.row, box.row_span) if self._across else (box.column, box.column_span)
        along = self.sectionViewportPosition(start)
        length = sum(self.sectionSize(start + n) for n in range(span))
        beside = sum(self._depths[:depth])
        breadth = sum(self._depths[depth : depth + thick])
        return (
            QRect(along, beside, length, breadth) if self._across else QRect(beside, along, breadth, length)
        )

    def _is_current(self, box: Box) -> bool:
        start, span = (box.column, box.column_span) if self._across else (box.row, box.row_span)
        return start <= self._current < start + span and span == 1

    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        kit = Kit.of(self)
        painter.fillRect(event.rect(), kit.colours.paper)
        seen = self.viewport().rect()
        for box in self._boxes:
            rect = self._rect(box)
            if rect.intersects(event.rect()):
                paint_heading(painter, rect, box, kit, seen=seen, is_current=self._is_current(box))
        painter.end()

    @guarded
    def mousePressEvent(self, event: QMouseEvent) -> None:
        box = self._box_at(event.position().toPoint())
        if box is not None and event.button() == Qt.MouseButton.LeftButton:
            start, span = (box.column, box.column_span) if self._across else (box.row, box.row_span)
            self.chosen.emit(start, span)

    def _box_at(self, point: QPoint) -> Box | None:
        return next((box for box in self._boxes if self._rect(box).contains(point)), None)

    def viewportEvent(self, event: QEvent) -> bool:
        """Qt's own tool tips and hover of sections have no place here: the headings are merged."""
        if event.type() in (QEvent.Type.ToolTip, QEvent.Type.HoverMove, QEvent.Type.HoverEnter):
            return True
        return super().viewportEvent(event)


class Corner(QWidget):
    """The upper left box, over the place where both headings meet."""

    pressed = Signal()

    def __init__(self, drawing: Drawing, parent: QWidget) -> None:
        super().__init__(parent)
        frozen = (drawing.frozen_rows, drawing.frozen_columns)
        self._box = next((b for b in drawing.boxes if b.row < frozen[0] and b.column < frozen[1]), None)

    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        kit = Kit.of(self)
        painter.fillRect(event.rect(), kit.colours.heading)
        if self._box is not None:
            paint_heading(painter, self.rect(), self._box, kit, seen=self.rect())
        painter.end()

    @guarded
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.pressed.emit()
