"""Labels for secondary text and for text that may be too long."""

from typing import TypeVar

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLabel

Label = TypeVar("Label", bound=QLabel)


class ElidedLabel(QLabel):
    """Shows as much as there is room for, cut in the middle; the tooltip holds the rest."""

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def setText(self, text: str) -> None:
        super().setText(text)
        self.setToolTip(text)

    def paintEvent(self, _event: QPaintEvent) -> None:
        text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideMiddle, self.width())
        with QPainter(self) as painter:
            painter.setPen(self.palette().color(self.foregroundRole()))
            painter.drawText(self.contentsRect(), self.alignment(), text)


def quiet(label: Label) -> Label:
    """Give a label the colour of secondary text, in whatever scheme."""
    label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
    return label
