"""A list of files, each with its name and quietly its folder; one click or Enter opens."""

from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from types import MappingProxyType

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QSizePolicy, QWidget

from gui.standing import Standing
from gui.window.file_delegate import FOLDER, IS_GONE, STANDING, FileDelegate

NONE_KNOWN: Mapping[Path, Standing] = MappingProxyType({})
_SHOWN_ROWS = 5
_LEAST_ROWS = 2


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
        self.setItemDelegate(FileDelegate(icon, self))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.itemClicked.connect(self._choose)

    def show_files(
        self, paths: Iterable[Path], folders: bool = True, standings: Mapping[Path, Standing] = NONE_KNOWN
    ) -> None:
        """standings: how they stood when last seen."""
        self.clear()
        for path in paths:
            item = QListWidgetItem(path.name if folders else path.stem, self)
            item.setData(Qt.ItemDataRole.UserRole, str(path))
            item.setData(FOLDER, str(path.parent) if folders else "")
            item.setData(STANDING, standings.get(path))
            item.setToolTip(str(path))
            self._say(item)
        self.updateGeometry()

    def show_gone(self, gone: Collection[Path]) -> None:
        """Files that are not there any more are said to be so."""
        for item in self.lines():
            item.setData(IS_GONE, Path(item.data(Qt.ItemDataRole.UserRole)) in gone)
            self._say(item)

    def lines(self) -> list[QListWidgetItem]:
        return [self.item(row) for row in range(self.count())]

    def _say(self, item: QListWidgetItem) -> None:
        """For screen readers."""
        path, standing = Path(item.data(Qt.ItemDataRole.UserRole)), item.data(STANDING)
        parts = [path.name, standing.text if standing else "", str(path.parent)]
        if item.data(IS_GONE):
            parts = [path.name, self.tr("找不到了"), str(path.parent)]
        item.setData(Qt.ItemDataRole.AccessibleTextRole, "，".join(part for part in parts if part))

    def sizeHint(self) -> QSize:
        """As high as the files need, up to a few; the rest is scrolled to."""
        height = sum(self._heights(_SHOWN_ROWS))
        return QSize(super().sizeHint().width(), height + 2 * self.frameWidth())

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), sum(self._heights(_LEAST_ROWS)))

    def _heights(self, most: int) -> list[int]:
        return [self.sizeHintForRow(row) for row in range(min(self.count(), most))]

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
