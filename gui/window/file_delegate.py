"""A line of a list of files: icon and name, below it the folder; at the right how it stood, and when.

Text is written with the pen of the list, the palette's ink; secondary text is the same ink, only thinner.
A call of ``setPen`` would bring in the whole namespace ``Qt``, see ``gui.properties``.
"""

from bisect import bisect
from typing import Any, cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QListWidget, QStyledItemDelegate

from gui import icons
from gui.standing import day_of
from gui.theme import QUIETNESS, colours, sizes, small_font
from gui.widgets.sign import sign_colour
from gui.window.file_item import FileItem

Index = QModelIndex | QPersistentModelIndex
Option = Any
"""A QStyleOptionViewItem, whose fields PySide6's stubs do not know."""


class FileDelegate(QStyledItemDelegate):
    """Two lines where there is a folder to tell, otherwise one."""

    def __init__(self, icon: str, view: QListWidget) -> None:
        super().__init__(view)
        self._icon = icon
        self._view = view

    def sizeHint(self, _option: Option, index: Index) -> QSize:
        metrics = self._view.fontMetrics()
        small = QFontMetrics(small_font(self._view.font()))
        second = small.lineSpacing() if self._item(index).folder else 0
        height = metrics.lineSpacing() + second + sizes(metrics).gap * 2
        return QSize(self._view.width(), height)

    def paint(self, painter: QPainter, option: Option, index: Index) -> None:
        palette, space, item = colours(option.palette), sizes(option.fontMetrics), self._item(index)
        painter.save()
        if self._view.hasFocus() or self._view.underMouse():
            self._ground(painter, option)
        side = round(space.em * 1.5)
        place = QPoint(option.rect.left() + space.gap, option.rect.center().y() - side // 2)
        colour = palette.quiet if item.is_gone else palette.accent
        self._draw(painter, self._icon, colour, place, side)
        left = place.x() + side + space.gap
        width = option.rect.right() - left - space.gap
        box = QRect(left, option.rect.top() + space.gap, width, option.rect.height() - 2 * space.gap)
        taken = self._standing(painter, option, item, box)
        self._texts(painter, option, item, box.adjusted(0, 0, -taken, 0))
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

    def _texts(self, painter: QPainter, option: Option, item: FileItem, box: QRect) -> None:
        name = _cut(item.name, option.fontMetrics, box.width())
        if not item.folder:
            box = box.adjusted(0, (box.height() - option.fontMetrics.height()) // 2, 0, 0)
        self._write(painter, option.font, box, name, is_quiet=item.is_gone)
        if item.folder:
            font = small_font(option.font)
            metrics = QFontMetrics(font)
            below = box.adjusted(0, box.height() - metrics.height(), 0, 0)
            self._write(painter, font, below, _cut(item.folder, metrics, box.width()), is_quiet=True)

    def _standing(self, painter: QPainter, option: Option, item: FileItem, box: QRect) -> int:
        """Draw how it stood and when; returns the room that takes."""
        palette, space, standing = colours(option.palette), sizes(option.fontMetrics), item.standing
        if item.is_gone:
            return self._two(painter, option.font, box, self.tr("找不到了"), "")
        if standing is None:
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
        small, metrics = small_font(font), QFontMetrics(font)
        below = QFontMetrics(small)
        widths = metrics.horizontalAdvance(first), below.horizontalAdvance(second)
        right = box.right() + 1
        upper = QRect(right - widths[0], box.top(), widths[0], box.height())
        lower = QRect(right - widths[1], box.bottom() + 1 - below.height(), widths[1], below.height())
        self._write(painter, font, upper, first, is_quiet=not second)
        self._write(painter, small, lower, second, is_quiet=True)
        return max(widths) + sizes(metrics).wide_gap

    def _write(self, painter: QPainter, font: QFont, box: QRect, text: str, *, is_quiet: bool) -> None:
        """At the top of the box."""
        is_thin = is_quiet and not colours(self._view.palette()).is_high_contrast
        painter.setOpacity(QUIETNESS if is_thin else 1.0)
        painter.setFont(font)
        painter.drawText(QPoint(box.left(), box.top() + QFontMetrics(font).ascent()), text)
        painter.setOpacity(1.0)

    def _item(self, index: Index) -> FileItem:
        return cast(FileItem, self._view.item(index.row()))


def _cut(text: str, metrics: QFontMetrics, width: int) -> str:
    """Without its middle, where there is no room for all of it."""
    if metrics.horizontalAdvance(text) <= width:
        return text
    fitting = bisect(range(len(text)), width, key=lambda kept: metrics.horizontalAdvance(_ends(text, kept)))
    return _ends(text, max(0, fitting - 1))


def _ends(text: str, kept: int) -> str:
    """So many of its characters, half of them from either end."""
    return f"{text[: (kept + 1) // 2]}…{text[len(text) - kept // 2 :]}"
