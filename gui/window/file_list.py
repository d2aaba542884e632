"""A list of files, each with its name and quietly its folder; one click or Enter opens."""

from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import cast

from PySide6 import QtCore
from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QListWidget, QSizePolicy, QWidget

from gui.properties import assign
from gui.standing import Standing
from gui.window.file_delegate import FileDelegate
from gui.window.file_item import FileItem

NONE_KNOWN: Mapping[Path, Standing] = MappingProxyType({})
_SHOWN_ROWS = 5
_LEAST_ROWS = 2


class FileList(QListWidget):
    """chosen: the path of the file that was clicked or picked by Enter."""

    chosen = Signal(object)

    def __init__(self, name: str, icon: str, parent: QWidget) -> None:
        super().__init__(parent)
        assign(self, horizontalScrollBarPolicy="ScrollBarAlwaysOff")
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.setFrameShape(QListWidget.Shape.NoFrame)
        self.setAccessibleName(name)
        self.setItemDelegate(FileDelegate(icon, self))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.itemClicked.connect(self._choose)

    def show_files(
        self, paths: Iterable[Path], folders: bool = True, standings: Mapping[Path, Standing] = NONE_KNOWN
    ) -> None:
        """standings: how they stood when last seen."""
        self.clear()
        for path in paths:
            FileItem(path, self, shows_folder=folders, standing=standings.get(path))
        self.updateGeometry()

    def show_gone(self, gone: Collection[Path]) -> None:
        """Files that are not there any more are said to be so."""
        for item in self.lines():
            item.is_gone = item.path in gone
        self.scheduleDelayedItemsLayout()

    def lines(self) -> list[FileItem]:
        return [cast(FileItem, self.item(row)) for row in range(self.count())]

    def sizeHint(self) -> QSize:
        """As high as the files need, up to a few; the rest is scrolled to."""
        return QSize(super().sizeHint().width(), self._height(_SHOWN_ROWS) + 2 * self.frameWidth())

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self._height(_LEAST_ROWS))

    def _height(self, most: int) -> int:
        """Of so many lines at most, which are all of one height."""
        return self.sizeHintForRow(0) * min(self.count(), most)

    def focusInEvent(self, event: QFocusEvent) -> None:
        if self.currentRow() < 0:
            self.setCurrentRow(0)
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, item = QtCore.Qt.Key, self.currentItem()
        if event.key() in (key.Key_Return, key.Key_Enter, key.Key_Space) and item:
            self._choose(cast(FileItem, item))
        else:
            super().keyPressEvent(event)

    def _choose(self, item: FileItem) -> None:
        self.chosen.emit(item.path)
