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
from gui.crash import guarded
from gui.grid import marks
from gui.grid.drawn import BOX, LOOK, Look, ModelIndex
from gui.grid.paint import Kit, paint_ground, paint_heading
from gui.grid.years_paint import halves, paint_before
from gui.theme import sizes

Option = Any  # a QStyleOptionViewItem; PySide's stubs leave out its fields

_BROKEN = ("broken", "odd", "wrong")
_ZEROS = ("0", "０")
_CENTRE = int(Qt.AlignmentFlag.AlignCenter.value) | int(Qt.TextFlag.TextSingleLine.value)

Move = QAbstractItemView.CursorAction
MOVES: dict[int, Move] = {
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
        self.previewed: Mapping[str, str] = {}
        self.current = ""
        self._kit = Kit.of(parent)

    # --- painting -----------------------------------------------------------------------------------

    def prepare(self, view: QWidget) -> None:
        """Take the view's colours and fonts as they are now; before each paint event."""
        self._kit = Kit.of(view)

    @guarded
    def paint(self, painter: QPainter, option: Option, index: ModelIndex) -> None:
        rect: QRect = option.rect
        cell: Look | None = index.data(LOOK)
        box: Box = index.data(BOX)
        if cell is None:
            paint_heading(painter, rect, box, self._kit, seen=rect)
            return
        paint_ground(painter, rect, box, self._ground(box, cell), self._kit)
        if cell.is_missing:
            marks.paint_hatching(painter, rect, self._kit.colours.missing)
            return
        if box.cell != self.current and option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, self._kit.colours.selected)
        inner = rect.adjusted(0, 0, -1, -1)
        self._paint_marks(painter, inner, box, cell)
        if cell.before is None:
            self._paint_text(painter, inner, box, cell)
        else:
            now, then = halves(inner, self._shown(box, cell), cell.before, self._kit)
            self._paint_text(painter, now, box, cell)
            paint_before(painter, then, cell.before, self._kit)

    def _ground(self, box: Box, cell: Look) -> QColor:
        look = self._kit.colours
        if cell.is_missing:
            return look.heading
        if box.cell in self.culprits or box.cell in self.previewed:
            return look.culprit_fill
        if cell.verdict in _BROKEN:
            return look.broken_fill
        return look.warning_fill if cell.verdict == "warning" else look.paper

    def _paint_marks(self, painter: QPainter, rect: QRect, box: Box, cell: Look) -> None:
        look, measures = self._kit.colours, self._kit.sizes
        if cell.verdict in _BROKEN:
            marks.paint_frame(painter, rect, look.broken_line, 1)
            marks.paint_triangle(painter, rect, look.broken, measures.mark, is_filled=True)
        elif cell.verdict == "warning":
            marks.paint_triangle(painter, rect, look.warning, measures.mark, is_filled=False)
        if box.cell in self.previewed:
            marks.paint_frame(painter, rect, look.preview, measures.stroke)
        elif box.cell in self.culprits:
            marks.paint_frame(painter, rect, look.culprit, measures.stroke)
        if cell.is_changed:
            marks.paint_disc(painter, rect, look.changed, measures.mark)

    def _shown(self, box: Box, cell: Look) -> str:
        suggested = self.previewed.get(box.cell, "")
        return preview(cell.text, suggested) if suggested else cell.text

    def _paint_text(self, painter: QPainter, rect: QRect, box: Box, cell: Look) -> None:
        kit = self._kit
        suggested = self.previewed.get(box.cell, "")
        is_bold = bool(suggested) or cell.is_changed
        metrics = kit.bold_metrics if is_bold else kit.metrics
        room = rect.width() - 4
        text = _preview(cell.text, suggested, metrics, room) if suggested else cell.text
        text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
        painter.setFont(kit.bold if is_bold else kit.font)
        painter.setPen(self._ink(cell, suggested))
        painter.drawText(rect, _CENTRE, text)
        if cell.verdict == "odd":
            marks.paint_wave(painter, rect, kit.colours.broken, metrics.horizontalAdvance(text), metrics)

    def _ink(self, cell: Look, suggested: str) -> QColor:
        """Zeros step back, so that the eye finds the numbers; what is new stands out."""
        look = self._kit.colours
        if suggested:
            return look.preview
        if cell.is_changed:
            return look.changed
        return look.quiet if cell.is_locked or cell.text in _ZEROS else look.ink

    def sizeHint(self, _option: Option, _index: ModelIndex) -> QSize:
        """Sizes come from ``table_fit``; asking each cell would only cost time."""
        return QSize(0, 0)

    # --- editing ------------------------------------------------------------------------------------

    @guarded
    def createEditor(self, parent: QWidget, option: Option, _index: ModelIndex) -> QWidget:
        editor = QLineEdit(parent)
        editor.setFrame(False)
        editor.setAcceptDrops(False)  # a file dropped on it is meant for the window
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

    @guarded
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
    move = MOVES.get(event.key())
    shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
    return Move.MoveUp if shift and move == Move.MoveDown else move


def preview(old: str, new: str) -> str:
    """「764 → 746」."""
    return f"{old} → {new}" if old else f"→ {new}"


def _preview(old: str, new: str, metrics: QFontMetrics, room: int) -> str:
    """The preview, or only the new number where that is too long."""
    both = preview(old, new)
    return both if metrics.horizontalAdvance(both) <= room else f"→{new}"
