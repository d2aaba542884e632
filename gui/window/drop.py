"""Files dragged onto the window: which ones, and the veil that says they may be let go."""

from functools import cached_property
from pathlib import Path

from PySide6 import QtCore
from PySide6.QtCore import QMimeData, QRect
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
)
from PySide6.QtWidgets import QMainWindow, QWidget

from gui.crash import guarded


def local_files(mime: QMimeData) -> list[Path]:
    """The files on this computer that a drag carries; their content decides later what they are."""
    return [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile() and url.toLocalFile()]


class DropVeil(QWidget):
    """Lies over the window while files are dragged above it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(QtCore.Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def cover(self) -> None:
        self.setAccessibleName(self.tr("松开鼠标即可打开"))
        self.setGeometry(self.window().rect())
        self.raise_()
        self.show()

    def paintEvent(self, _event: QPaintEvent) -> None:
        palette = self.palette()
        accent = palette.color(QPalette.ColorRole.Highlight)
        shade = QColor(palette.color(QPalette.ColorRole.Base))
        shade.setAlphaF(0.86)
        unit = self.fontMetrics().height()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.fillRect(self.rect(), shade)
            painter.setPen(QPen(accent, 2, QtCore.Qt.PenStyle.DashLine))
            painter.drawRoundedRect(self.rect().adjusted(unit, unit, -unit, -unit), unit / 2, unit / 2)
            font = self.font()
            font.setPointSizeF(font.pointSizeF() * 1.6)
            painter.setFont(font)
            painter.setPen(palette.color(QPalette.ColorRole.Text))
            painter.drawText(QRect(self.rect()), QtCore.Qt.AlignmentFlag.AlignCenter, self.accessibleName())


class DropWindow(QMainWindow):
    """A window on which files can be let go."""

    def __init__(self) -> None:
        super().__init__()
        self.setAcceptDrops(True)

    @cached_property
    def veil(self) -> DropVeil:
        return DropVeil(self)

    def take_files(self, paths: list[Path]) -> None:
        """What becomes of them."""

    def come_forward(self) -> None:
        """Be seen, whatever stands before it."""
        state = self.windowState() & ~QtCore.Qt.WindowState.WindowMinimized
        self.setWindowState(state | QtCore.Qt.WindowState.WindowActive)
        self.show()
        self.raise_()
        self.activateWindow()

    @guarded
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if local_files(event.mimeData()):
            event.acceptProposedAction()
            self.veil.cover()

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        self.veil.hide()

    @guarded
    def dropEvent(self, event: QDropEvent) -> None:
        self.veil.hide()
        event.acceptProposedAction()
        self.take_files(local_files(event.mimeData()))
