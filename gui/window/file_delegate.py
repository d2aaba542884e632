"""A line of a list of files: icon and name, below it the folder; at the right how it stood, and when."""

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QListWidget, QStyledItemDelegate

from gui import icons
from gui.standing import Standing, day_of
from gui.theme import colours, sizes, small_font
from gui.widgets.bars import sign_colour

Index = QModelIndex | QPersistentModelIndex
Option = Any
"""A QStyleOptionViewItem, whose fields PySide6's stubs do not know."""

FOLDER = Qt.ItemDataRole.UserRole + 1
STANDING = Qt.ItemDataRole.UserRole + 2
IS_GONE = Qt.ItemDataRole.UserRole + 3
_END = Qt.AlignmentFlag.AlignRight


class FileDelegate(QStyledItemDelegate):
    """Two lines where there is a folder to tell, otherwise one."""

    def __init__(self, icon: str, view: QListWidget) -> None:
        super().__init__(view)
        self._icon = icon
        self._view = view

    def sizeHint(self, _option: Option, index: Index) -> QSize:
        metrics = self._view.fontMetrics()
        small = QFontMetrics(small_font(self._view.font()))
        second = small.lineSpacing() if index.data(FOLDER) else 0
        height = metrics.lineSpacing() + second + sizes(metrics).gap * 2
        return QSize(self._view.width(), height)

    def paint(self, painter: QPainter, option: Option, index: Index) -> None:
        palette, space = colours(option.palette), sizes(option.fontMetrics)
        painter.save()
        if self._view.hasFocus() or self._view.underMouse():
            self._ground(painter, option)
        side = round(space.em * 1.5)
        place = QPoint(option.rect.left() + space.gap, option.rect.center().y() - side // 2)
        colour = palette.quiet if index.data(IS_GONE) else palette.accent
        self._draw(painter, self._icon, colour, place, side)
        left = place.x() + side + space.gap
        width = option.rect.right() - left - space.gap
        box = QRect(left, option.rect.top() + space.gap, width, option.rect.height() - 2 * space.gap)
        taken = self._standing(painter, option, index, box)
        self._texts(painter, option, index, box.adjusted(0, 0, -taken, 0))
        painter.restore()

    def _ground(self, painter: QPainter, option: Option) -> None:
        """Of the line where the keyboard or the mouse is."""
        from PySide6.QtWidgets import QStyle  # its hundreds of names are a twentieth of the start

        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.fillRect(option.rect, colours(option.palette).selected)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, option.palette.color(QPalette.ColorRole.AlternateBase))

    def _draw(self, painter: QPainter, name: str, colour: QColor, place: QPoint, side: int) -> None:
        paper = colours(self._view.palette()).paper
        painter.drawPixmap(place, icons.pixmap(name, colour, paper, side, self._view.devicePixelRatioF()))

    def _texts(self, painter: QPainter, option: Option, index: Index, box: QRect) -> None:
        palette = colours(option.palette)
        elide, folder = Qt.TextElideMode.ElideMiddle, index.data(FOLDER)
        name = option.fontMetrics.elidedText(index.data(Qt.ItemDataRole.DisplayRole), elide, box.width())
        painter.setFont(option.font)
        painter.setPen(palette.quiet if index.data(IS_GONE) else palette.ink)
        if not folder:
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, name)
            return
        painter.drawText(box, Qt.AlignmentFlag.AlignTop, name)
        font = small_font(option.font)
        painter.setFont(font)
        painter.setPen(palette.quiet)
        shown = QFontMetrics(font).elidedText(folder, elide, box.width())
        painter.drawText(box, Qt.AlignmentFlag.AlignBottom, shown)

    def _standing(self, painter: QPainter, option: Option, index: Index, box: QRect) -> int:
        """Draw how it stood and when; returns the room that takes."""
        palette, space, standing = colours(option.palette), sizes(option.fontMetrics), index.data(STANDING)
        if index.data(IS_GONE):
            return self._two(painter, option.font, box, self.tr("找不到了"), "")
        if not isinstance(standing, Standing):
            return 0
        taken = self._two(
            painter, option.font, box, standing.text, day_of(standing.when, standing.when.now())
        )
        side = round(space.em * 1.1)
        width = option.fontMetrics.horizontalAdvance(standing.text)
        top = box.top() + (option.fontMetrics.lineSpacing() - side) // 2
        place = QPoint(box.right() - width - side - space.gap // 2, top)
        self._draw(painter, standing.kind, sign_colour(standing.kind, palette), place, side)
        return max(taken, box.right() - place.x() + space.wide_gap)

    def _two(self, painter: QPainter, font: QFont, box: QRect, first: str, second: str) -> int:
        """One above the other, at the right; returns the wider one's width."""
        small, look = small_font(font), colours(self._view.palette())
        painter.setPen(look.ink if second else look.quiet)
        painter.setFont(font)
        painter.drawText(box, _END | Qt.AlignmentFlag.AlignTop, first)
        painter.setPen(look.quiet)
        painter.setFont(small)
        painter.drawText(box, _END | Qt.AlignmentFlag.AlignBottom, second)
        widths = QFontMetrics(font).horizontalAdvance(first), QFontMetrics(small).horizontalAdvance(second)
        return max(widths) + sizes(QFontMetrics(font)).wide_gap
