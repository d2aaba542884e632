"""Files dragged onto the window: which ones, and the veil that says they may be let go."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QWidget


def local_files(mime: QMimeData) -> list[Path]:
    """The files on this computer that a drag carries; their content decides later what they are."""
    return [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile() and url.toLocalFile()]


class DropVeil(QWidget):
    """Lies over the window while files are dragged above it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(self.tr("松开鼠标即可打开"))
        self.hide()

    def cover(self) -> None:
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
            painter.setPen(QPen(accent, 2, Qt.PenStyle.DashLine))
            painter.drawRoundedRect(self.rect().adjusted(unit, unit, -unit, -unit), unit / 2, unit / 2)
            font = self.font()
            font.setPointSizeF(font.pointSizeF() * 1.6)
            painter.setFont(font)
            painter.setPen(palette.color(QPalette.ColorRole.Text))
            painter.drawText(QRect(self.rect()), Qt.AlignmentFlag.AlignCenter, self.accessibleName())
