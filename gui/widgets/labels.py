"""Labels for secondary text and for text that may be too long."""

from typing import TypeVar

from PySide6 import QtCore
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QLabel, QWidget

from gui.theme import colours, sizes

Label = TypeVar("Label", bound=QLabel)


class ElidedLabel(QLabel):
    """Shows as much as there is room for, cut in the middle; the tooltip holds the rest."""

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def setText(self, text: str) -> None:
        super().setText(text)
        self.setToolTip(text)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self.text():
            return
        text = self.fontMetrics().elidedText(self.text(), QtCore.Qt.TextElideMode.ElideMiddle, self.width())
        with QPainter(self) as painter:
            painter.setPen(self.palette().color(self.foregroundRole()))
            painter.drawText(self.contentsRect(), self.alignment(), text)


def paint_focus(widget: QWidget, colour: QColor | None = None, inset: int = 0) -> None:
    """A frame that cannot be overlooked where the keyboard is; ``colour``: by default the accent."""
    if not widget.hasFocus():
        return
    stroke = sizes(widget.fontMetrics()).stroke
    near, far = inset + stroke // 2, -inset - (stroke + 1) // 2
    with QPainter(widget) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour or colours(widget.palette()).accent, stroke))
        painter.drawRoundedRect(widget.rect().adjusted(near, near, far, far), 3, 3)


def quiet(label: Label) -> Label:
    """Give a label the colour of secondary text, in whatever scheme."""
    label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
    return label
