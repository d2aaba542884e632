"""A sign beside a text that says the same, and its colour."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui import icons
from gui.theme import Colours, colours, sizes


def sign_colour(kind: str, palette: Colours) -> QColor:
    """The colour of a sign: error, warning, advice or good."""
    return {
        "error": palette.broken,
        "warning": palette.warning,
        "good": palette.good,
    }.get(kind, palette.accent)


class Sign(QWidget):
    """An icon beside a text that says the same, in the colours there are when it is painted."""

    def __init__(self, kind: str, parent: QWidget | None = None, scale: float = 1.0) -> None:
        super().__init__(parent)
        self._kind = kind
        self._scale = scale
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_kind(self, kind: str) -> None:
        self._kind = kind
        self.update()

    def sizeHint(self) -> QSize:
        side = round(sizes(self.fontMetrics()).em * 1.3 * self._scale)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        palette, side = colours(self.palette()), self.sizeHint().width()
        colour = sign_colour(self._kind, palette)
        drawn = icons.pixmap(self._kind, colour, palette.paper, side, self.devicePixelRatioF())
        with QPainter(self) as painter:
            painter.drawPixmap(0, 0, drawn)
