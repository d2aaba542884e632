"""Paints a finding: sign, word and sentence, wrapped to the list's width."""

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate

from gui import icons
from gui.crash import guarded
from gui.problems.findings_model import Role
from gui.theme import Colours, colours, sizes
from gui.widgets.bars import sign_colour

Index = QModelIndex | QPersistentModelIndex
Option = Any
"""A QStyleOptionViewItem, whose fields PySide6's stubs do not know."""
_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


class FindingDelegate(QStyledItemDelegate):
    """The row is as high as its sentence needs; the chosen one has a frame, not only a colour."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, _option: Option, index: Index) -> QSize:
        width = self._view.viewport().width()
        return QSize(width, self.height(index, width))

    def height(self, index: Index, width: int) -> int:
        """What a row of this width needs."""
        space = sizes(self._view.fontMetrics())
        left = self._text_left(self._view.fontMetrics())
        available = max(space.em * 6, width - left - space.wide_gap)
        text = self._view.fontMetrics().boundingRect(
            0, 0, available, 1 << 16, _WRAP, index.data(Qt.ItemDataRole.DisplayRole)
        )
        line = self._view.fontMetrics().height()
        return text.height() + line + space.gap * 3

    def _text_left(self, metrics: QFontMetrics) -> int:
        space = sizes(metrics)
        return space.wide_gap + round(space.em * 1.3) + space.gap

    @guarded
    def paint(self, painter: QPainter, option: Option, index: Index) -> None:
        palette = colours(option.palette)
        space = sizes(option.fontMetrics)
        painter.save()
        self._ground(painter, option, palette)
        severity = index.data(Role.SEVERITY)
        colour = sign_colour(severity, palette)
        side = round(space.em * 1.3)
        top = option.rect.top() + space.gap
        sign = icons.pixmap(severity, colour, palette.paper, side, self._view.devicePixelRatioF())
        painter.drawPixmap(QPoint(option.rect.left() + space.wide_gap, top), sign)
        self._texts(painter, option, index, palette, colour)
        painter.restore()

    def _texts(
        self, painter: QPainter, option: Option, index: Index, palette: Colours, colour: QColor
    ) -> None:
        space = sizes(option.fontMetrics)
        left = option.rect.left() + self._text_left(option.fontMetrics)
        box = QRect(left, option.rect.top() + space.gap, option.rect.right() - left - space.wide_gap + 1, 0)
        line = option.fontMetrics.height()
        word = QFont(option.font)
        word.setWeight(QFont.Weight.DemiBold)
        painter.setFont(word)
        painter.setPen(colour)
        painter.drawText(box.x(), box.y() + option.fontMetrics.ascent(), index.data(Role.WORD))
        painter.setFont(option.font)
        painter.setPen(palette.ink)
        text = QRect(box.x(), box.y() + line + space.gap // 2, box.width(), option.rect.height())
        painter.drawText(text, _WRAP, index.data(Qt.ItemDataRole.DisplayRole))

    def _ground(self, painter: QPainter, option: Option, palette: Colours) -> None:
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        is_under_mouse = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if is_chosen:
            painter.fillRect(option.rect, palette.selected)
            stroke = sizes(option.fontMetrics).stroke
            painter.fillRect(option.rect.adjusted(0, 0, stroke - option.rect.width(), 0), palette.accent)
        elif is_under_mouse:
            painter.fillRect(option.rect, option.palette.color(QPalette.ColorRole.AlternateBase))
        painter.setPen(palette.line)
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        if is_chosen and option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(palette.accent)
            painter.drawRect(option.rect.adjusted(0, 0, -1, -1))
