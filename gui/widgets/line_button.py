"""A sentence that can be clicked."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from gui.punctuation import unbroken
from gui.widgets.labels import paint_focus

_WRAPPED = int(Qt.TextFlag.TextWordWrap.value) | int(
    (Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop).value
)


class LineButton(QPushButton):
    """Wrapped where room is short, so that no number is cut."""

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
