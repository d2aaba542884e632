"""The tab of the running text: the text, and below it the line that finds words in it."""

from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.review import Review
from gui.text.find_bar import FindBar
from gui.text.paper import Paper
from gui.text.view import TextView


class TextPage(QWidget):
    """view: the text itself."""

    def __init__(
        self, review: Review, paper: Paper, stack: QUndoStack, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.view = TextView(review, paper, stack, self)
        self.find_bar = FindBar(self.view, self)
        self.find_bar.closed.connect(self.view.setFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.view, 1)
        column.addWidget(self.find_bar)
        self.setFocusProxy(self.view)
