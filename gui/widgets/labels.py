"""Labels for secondary text and for text that may be too long."""

from typing import TypeVar

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QWidget

from gui.punctuation import unbroken
from gui.theme import colours, sizes

Label = TypeVar("Label", bound=QLabel)
_WRAPPED = int(Qt.TextFlag.TextWordWrap.value) | int(
    (Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop).value
)


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


class LineButton(QPushButton):
    """A sentence that can be clicked; wrapped where room is short, so that no number is cut."""

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(text, parent, flat=True, autoDefault=False)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        room = QRect(0, 0, max(1, width), 1 << 14)
        return self.fontMetrics().boundingRect(room, _WRAPPED, unbroken(self.text())).height()

    def sizeHint(self) -> QSize:
        return QSize(0, self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.fontMetrics().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            role = QPalette.ColorRole.Link if self.underMouse() else QPalette.ColorRole.PlaceholderText
            group = QPalette.ColorGroup.Active if self.isEnabled() else QPalette.ColorGroup.Disabled
            painter.setPen(self.palette().color(group, role))
            painter.drawText(self.rect(), _WRAPPED, unbroken(self.text()))
        paint_focus(self)


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
