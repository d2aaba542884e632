"""A sign beside a text that says the same, and its colour."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLabel, QWidget

from gui import icons
from gui.theme import Colours, colours, sizes


def sign_colour(kind: str, palette: Colours) -> QColor:
    """The colour of a sign: error, warning, advice or good."""
    return {
        "error": palette.broken,
        "warning": palette.warning,
        "good": palette.good,
    }.get(kind, palette.accent)


class Sign(QLabel):
    """An icon beside a text that says the same; follows the palette."""

    def __init__(self, kind: str, parent: QWidget | None = None, scale: float = 1.0) -> None:
        super().__init__(parent)
        self._kind = kind
        self._scale = scale
        self._draw()

    def set_kind(self, kind: str) -> None:
        self._kind = kind
        self._draw()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._draw()
        super().changeEvent(event)

    def _draw(self) -> None:
        palette = colours(self.palette())
        side = round(sizes(self.fontMetrics()).em * 1.3 * self._scale)
        colour = sign_colour(self._kind, palette)
        self.setPixmap(icons.pixmap(self._kind, colour, palette.paper, side, self.devicePixelRatioF()))
