"""A list of files, each with its name and quietly its folder; one click or Enter opens."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QWidget,
)

from gui import icons
from gui.theme import colours, sizes, small_font

Index = QModelIndex | QPersistentModelIndex
Option = Any
"""A QStyleOptionViewItem, whose fields PySide6's stubs do not know."""
_SHOWN_ROWS = 5
_FOLDER = Qt.ItemDataRole.UserRole + 1


class FileList(QListWidget):
    """chosen: the path of the file that was clicked or picked by Enter."""

    chosen = Signal(object)

    def __init__(self, name: str, icon: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.setFrameShape(QListWidget.Shape.NoFrame)
        self.setAccessibleName(name)
        self.setItemDelegate(_FileDelegate(icon, self))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.itemClicked.connect(self._choose)

    def show_files(self, paths: Iterable[Path], folders: bool = True) -> None:
        self.clear()
        for path in paths:
            item = QListWidgetItem(path.name if folders else path.stem, self)
            item.setData(Qt.ItemDataRole.UserRole, str(path))
            item.setData(_FOLDER, str(path.parent) if folders else "")
            item.setData(Qt.ItemDataRole.AccessibleTextRole, "，".join((path.name, str(path.parent))))
            item.setToolTip(str(path))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """As high as the files need, up to a few; the rest is scrolled to."""
        height = sum(self.sizeHintForRow(row) for row in range(min(self.count(), _SHOWN_ROWS)))
        return QSize(super().sizeHint().width(), height + 2 * self.frameWidth())

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), max(0, self.sizeHintForRow(0)))

    def focusInEvent(self, event: QFocusEvent) -> None:
        if self.currentRow() < 0:
            self.setCurrentRow(0)
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self.currentItem():
            self._choose(self.currentItem())
        else:
            super().keyPressEvent(event)

    def _choose(self, item: QListWidgetItem) -> None:
        self.chosen.emit(Path(item.data(Qt.ItemDataRole.UserRole)))


class _FileDelegate(QStyledItemDelegate):
    """Icon, name, and the folder below it where there is one to tell."""

    def __init__(self, icon: str, view: FileList) -> None:
        super().__init__(view)
        self._icon = icon
        self._view = view

    def sizeHint(self, _option: Option, index: Index) -> QSize:
        metrics = self._view.fontMetrics()
        small = QFontMetrics(small_font(self._view.font()))
        second = small.lineSpacing() if index.data(_FOLDER) else 0
        height = metrics.lineSpacing() + second + sizes(metrics).gap * 2
        return QSize(self._view.viewport().width(), height)

    def paint(self, painter: QPainter, option: Option, index: Index) -> None:
        palette, space = colours(option.palette), sizes(option.fontMetrics)
        painter.save()
        has_focus = bool(option.state & QStyle.StateFlag.State_HasFocus)
        if has_focus:
            painter.fillRect(option.rect, palette.selected)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, option.palette.color(QPalette.ColorRole.AlternateBase))
        side = round(space.em * 1.5)
        place = QPoint(option.rect.left() + space.gap, option.rect.center().y() - side // 2)
        ratio = self._view.devicePixelRatioF()
        painter.drawPixmap(place, icons.pixmap(self._icon, palette.accent, palette.paper, side, ratio))
        left = place.x() + side + space.gap
        text = QRect(left, option.rect.top(), option.rect.right() - left - space.gap, option.rect.height())
        self._texts(painter, option, index, text)
        painter.restore()

    def _texts(self, painter: QPainter, option: Option, index: Index, box: QRect) -> None:
        palette, gap = colours(option.palette), sizes(option.fontMetrics).gap
        elide = Qt.TextElideMode.ElideMiddle
        name = option.fontMetrics.elidedText(index.data(Qt.ItemDataRole.DisplayRole), elide, box.width())
        folder = index.data(_FOLDER)
        painter.setFont(option.font)
        painter.setPen(palette.ink)
        if not folder:
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, name)
            return
        painter.drawText(box.adjusted(0, gap, 0, 0), Qt.AlignmentFlag.AlignTop, name)
        font = small_font(option.font)
        painter.setFont(font)
        painter.setPen(palette.quiet)
        shown = QFontMetrics(font).elidedText(folder, elide, box.width())
        painter.drawText(box.adjusted(0, 0, 0, -gap), Qt.AlignmentFlag.AlignBottom, shown)
