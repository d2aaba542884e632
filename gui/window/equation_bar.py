"""One line below the grid: the equation of the current cell with its numbers."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from gui.theme import sizes

_LINES = 2


class EquationBar(QFrame):
    """Keeps its height whatever it says, so that the grid above stands still."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        space = sizes(self.fontMetrics())
        self._label = QLabel(self, wordWrap=True, alignment=Qt.AlignmentFlag.AlignVCenter)
        self._label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._label.setAccessibleName(self.tr("当前格的勾稽关系"))
        self._label.setMinimumHeight(self.fontMetrics().lineSpacing() * _LINES)
        column = QVBoxLayout(self)
        column.setContentsMargins(space.wide_gap, space.gap // 2, space.wide_gap, space.gap // 2)
        column.addWidget(self._label)

    def say(self, text: str) -> None:
        self._label.setText(text)

    def text(self) -> str:
        return self._label.text()
