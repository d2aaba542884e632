"""A button that says in a whole sentence what it does."""

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent, QPalette
from PySide6.QtWidgets import QSizePolicy, QStyle, QStyleOptionButton, QStylePainter, QWidget

from gui.crash import guarded
from gui.problems.offer import CardButton
from gui.punctuation import unbroken
from gui.theme import sizes
from gui.widgets.labels import paint_focus

_WRAP = int(Qt.TextFlag.TextWordWrap.value) | int(
    (Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter).value
)


class FixButton(CardButton):
    """As wide as there is room, its sentence wrapped.

    pointed_at: the mouse or the focus is on it, or no longer.
    """

    pointed_at = Signal(bool)

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(text, parent)
        self.setMouseTracking(True)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.looked_at.connect(lambda: self.pointed_at.emit(True))
        self.left.connect(lambda: self.pointed_at.emit(False))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        space = sizes(self.fontMetrics())
        room = QRect(0, 0, max(1, width - 2 * space.gap), 1 << 14)
        return self.fontMetrics().boundingRect(room, _WRAP, unbroken(self.text())).height() + round(
            space.gap * 1.5
        )

    def sizeHint(self) -> QSize:
        return QSize(0, self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.fontMetrics().height())

    @guarded
    def event(self, event: QEvent) -> bool:
        """Looked at where the mouse is moved over it, not where it only comes to lie under it."""
        if event.type() == QEvent.Type.MouseMove:
            self.pointed_at.emit(True)
        elif event.type() == QEvent.Type.Leave:
            self.pointed_at.emit(False)
        return super().event(event)

    @guarded
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QStylePainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        painter.drawControl(QStyle.ControlElement.CE_PushButtonBevel, option)
        gap = sizes(self.fontMetrics()).gap
        group = QPalette.ColorGroup.Active if self.isEnabled() else QPalette.ColorGroup.Disabled
        painter.setPen(self.palette().color(group, QPalette.ColorRole.ButtonText))
        painter.drawText(self.rect().adjusted(gap, 0, -gap, 0), _WRAP, unbroken(self.text()))
        painter.end()
        paint_focus(self)
