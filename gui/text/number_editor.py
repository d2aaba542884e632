"""A small editor over a number in the text."""

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from gui.crash import guarded
from gui.theme import sizes

_LEAST = 5  # ems


class NumberEditor(QLineEdit):
    """done: Enter or Tab was pressed or the clerk went elsewhere. dropped: Esc was pressed."""

    done = Signal(str)
    dropped = Signal()

    def __init__(self, text: str, over: QRectF, font: QFont, parent: QWidget) -> None:
        super().__init__(text, parent)
        self._is_open = True
        self.setFont(font)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setAcceptDrops(False)  # a file dropped on it is meant for the window
        self.setMaxLength(40)
        self.setAccessibleName(self.tr("改成"))
        em = sizes(self.fontMetrics()).em
        width = max(round(over.width()) + 2 * em, _LEAST * em)
        height = max(self.sizeHint().height(), round(over.height()) + em // 2)
        left = round(over.center().x()) - width // 2
        self.setGeometry(
            min(max(0, left), max(0, parent.width() - width)),
            round(over.center().y()) - height // 2,
            width,
            height,
        )
        self.selectAll()
        self.show()
        self.setFocus()

    @guarded
    def event(self, event: QEvent) -> bool:
        """Tab, too, takes the number over; Qt would hand it on before it is a key press."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
            if event.key() in keys:
                self.close_with(self.done, self.text())
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.close_with(self.dropped)
                return True
        return super().event(event)

    @guarded
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.close_with(self.done, self.text())

    def close_with(self, signal: object, *values: str) -> None:
        """Say how it ended, once."""
        if self._is_open:
            self._is_open = False
            signal.emit(*values)  # type: ignore[attr-defined]
