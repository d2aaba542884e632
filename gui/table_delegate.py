"""Draws the form's boxes and opens the editor in a value."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QWidget,
)

from core.layout import Box
from gui import table_paint as paint
from gui.table_model import BOX, LOOK, Look, ModelIndex
from gui.theme import Colours, Sizes, colours, sizes

Option = Any  # a QStyleOptionViewItem; PySide's stubs leave out its fields

_CENTRE = int(Qt.AlignmentFlag.AlignCenter.value) | int(Qt.TextFlag.TextSingleLine.value)

Move = QAbstractItemView.CursorAction
MOVES = {
    Qt.Key.Key_Return: Move.MoveDown,
    Qt.Key.Key_Enter: Move.MoveDown,
    Qt.Key.Key_Tab: Move.MoveNext,
    Qt.Key.Key_Backtab: Move.MovePrevious,
    Qt.Key.Key_Up: Move.MoveUp,
    Qt.Key.Key_Down: Move.MoveDown,
}
"""Where to go on the key that ends an edit."""


class FormDelegate(QStyledItemDelegate):
    """Painter and editor of the grid.

    left: an edit ended with the key that asks for this move. typing: what stands in the editor now.
    """

    left = Signal(object)
    typing = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.culprits: Mapping[str, str] = {}
        self.is_preview = False
        self.current = ""

    # --- painting -----------------------------------------------------------------------------------

    def paint(self, painter: QPainter, option: Option, index: ModelIndex) -> None:
        box: Box | None = index.data(BOX)
        if box is None:
            return
        look = colours(option.palette)
        measures = sizes(option.fontMetrics)
        cell: Look | None = index.data(LOOK)
        painter.setFont(option.font)
        if cell is None:
            paint.paint_heading(painter, option.rect, box, look, measures, seen=option.rect, current=False)
        elif cell.is_missing:
            paint.paint_missing(painter, option.rect, look)
            paint.paint_lines(painter, option.rect, box, look.line)
        else:
            self._paint_value(painter, option, box, cell, look, measures)

    def _paint_value(
        self,
        painter: QPainter,
        option: Option,
        box: Box,
        cell: Look,
        look: Colours,
        measures: Sizes,
    ) -> None:
        rect = option.rect
        is_culprit = box.cell in self.culprits
        self._paint_ground(painter, option, box, cell, look)
        paint.paint_lines(painter, rect, box, look.line)
        self._paint_marks(painter, rect, cell, look, measures, is_culprit)
        self._paint_text(painter, option, box, cell, look)

    def _paint_ground(self, painter: QPainter, option: Option, box: Box, cell: Look, look: Colours) -> None:
        grounds = {"broken": look.broken_fill, "odd": look.broken_fill, "warning": look.warning_fill}
        ground = look.culprit_fill if box.cell in self.culprits else grounds.get(cell.verdict, look.paper)
        painter.fillRect(option.rect, ground)
        if option.state & QStyle.StateFlag.State_Selected and box.cell != self.current:
            veil = QColor(look.accent)
            veil.setAlphaF(0.16)
            painter.fillRect(option.rect, veil)

    def _paint_marks(
        self, painter: QPainter, rect: QRect, cell: Look, look: Colours, measures: Sizes, is_culprit: bool
    ) -> None:
        inner = rect.adjusted(0, 0, -1, -1)
        if cell.verdict in ("broken", "odd"):
            paint.paint_frame(painter, inner, look.broken_line, 1, Qt.PenStyle.SolidLine)
            paint.paint_broken_mark(painter, inner, look.broken, measures.mark, filled=True)
        elif cell.verdict == "warning":
            paint.paint_broken_mark(painter, inner, look.warning, measures.mark, filled=False)
        if is_culprit:
            paint.paint_frame(painter, inner, look.culprit, measures.stroke, Qt.PenStyle.SolidLine)
        if cell.is_changed:
            paint.paint_changed_mark(painter, inner, look.changed, measures.mark)

    def _paint_text(self, painter: QPainter, option: Option, box: Box, cell: Look, look: Colours) -> None:
        suggested = self.culprits.get(box.cell, "") if self.is_preview else ""
        font = paint.bold(option.font) if suggested or cell.is_changed else option.font
        metrics = QFontMetrics(font)
        room = option.rect.width() - 4
        text = _preview(cell.text, suggested, metrics, room) if suggested else cell.text
        painter.setFont(font)
        painter.setPen(self._ink(cell, suggested, look))
        painter.drawText(option.rect, _CENTRE, metrics.elidedText(text, Qt.TextElideMode.ElideRight, room))
        if cell.verdict == "odd":
            paint.paint_wave(painter, option.rect, look.broken, metrics.horizontalAdvance(text), metrics)

    def _ink(self, cell: Look, suggested: str, look: Colours) -> QColor:
        if suggested:
            return look.preview
        if cell.is_changed:
            return look.changed
        return look.quiet if cell.is_locked or cell.text in ("0", "０") else look.ink

    def sizeHint(self, _option: Option, _index: ModelIndex) -> QSize:
        """Sizes come from ``table_fit``; asking each cell would only cost time."""
        return QSize(0, 0)

    # --- editing ------------------------------------------------------------------------------------

    def createEditor(self, parent: QWidget, option: Option, _index: ModelIndex) -> QWidget:
        editor = QLineEdit(parent)
        editor.setFrame(False)
        editor.setAlignment(Qt.AlignmentFlag.AlignCenter)
        editor.setTextMargins(0, 0, 0, 0)
        editor.setFont(option.font)
        editor.setAccessibleName(self.tr("改成"))
        editor.textEdited.connect(self.typing)
        return editor

    def updateEditorGeometry(self, editor: QWidget, option: Option, _index: ModelIndex) -> None:
        """Inside the current cell's frame, which stays in sight."""
        stroke = sizes(option.fontMetrics).stroke
        editor.setGeometry(option.rect.adjusted(stroke, stroke, -stroke - 1, -stroke - 1))

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Enter, Tab and the vertical arrows take the number over and move on, as in Excel."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            move = move_of(event)
            if move is not None and isinstance(editor, QWidget):
                self.commitData.emit(editor)
                self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.NoHint)
                self.left.emit(move)
                return True
        return super().eventFilter(editor, event)


def move_of(event: QKeyEvent) -> Move | None:
    """The move a key asks for; Shift+Enter goes up."""
    move = MOVES.get(Qt.Key(event.key()))
    shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
    return Move.MoveUp if shift and move == Move.MoveDown else move


def preview(old: str, new: str) -> str:
    """「764 → 746」."""
    return f"{old} → {new}" if old else f"→ {new}"


def _preview(old: str, new: str, metrics: QFontMetrics, room: int) -> str:
    """The preview, or only the new number where that is too long."""
    both = preview(old, new)
    return both if metrics.horizontalAdvance(both) <= room else f"→{new}"
