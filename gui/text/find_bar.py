"""Finds words in the running text: a line to type in, how many there are, from one to the next."""

import re

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QTextEdit, QToolButton, QWidget

from gui import icons
from gui.crash import guarded
from gui.text.paper import units
from gui.theme import sizes
from gui.widgets.bars import CrossButton
from gui.widgets.labels import quiet

_NARROW = {wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}
"""Full-width letters, digits and marks as the usual ones: a clerk types either."""


class FindBar(QWidget):
    """closed: put away by Esc or its cross."""

    closed = Signal()

    def __init__(self, text: QTextEdit, parent: QWidget) -> None:
        super().__init__(parent)
        self._text = text
        self.found: list[int] = []
        space = sizes(self.fontMetrics())
        self.line = QLineEdit(self, clearButtonEnabled=True, maxLength=100)
        self.line.setAccessibleName(self.tr("在正文中查找"))
        self.line.setPlaceholderText(self.tr("在正文中查找"))
        self.line.setMaximumWidth(space.em * 20)
        self.line.setAcceptDrops(False)
        self._count = quiet(QLabel(self))
        self._count.setMinimumWidth(space.em * 5)
        self.previous = self._button("previous", self.tr("上一处（Shift+回车）"))
        self.next = self._button("next", self.tr("下一处（回车）"))
        row = QHBoxLayout(self)
        row.setContentsMargins(space.wide_gap, space.gap // 2, space.gap, space.gap // 2)
        row.setSpacing(space.gap // 2)
        cross = CrossButton(self.tr("关闭查找"), self)
        for part in (self.line, self.previous, self.next, self._count):
            row.addWidget(part)
        row.addStretch(1)
        row.addWidget(cross)
        self.setAccessibleName(self.tr("在正文中查找"))
        self.line.textChanged.connect(self._search)
        self.previous.clicked.connect(lambda: self.step(-1))
        self.next.clicked.connect(lambda: self.step(1))
        cross.clicked.connect(self.put_away)
        self.hide()

    def _button(self, icon: str, name: str) -> QToolButton:
        button = QToolButton(self, autoRaise=True)
        button.setIcon(icons.icon(icon, self.palette()))
        button.setToolTip(name)
        button.setAccessibleName(name)
        return button

    def open(self) -> None:
        """Show it with the selected words, if there are any."""
        chosen = self._text.textCursor().selectedText()
        if chosen and "\u2029" not in chosen:
            self.line.setText(chosen[: self.line.maxLength()])
        self.show()
        self.line.setFocus()
        self.line.selectAll()
        self._search()

    def put_away(self) -> None:
        self.hide()
        self.closed.emit()

    def step(self, by: int) -> None:
        """To the next place (1) or the one before (-1), round the end."""
        if not self.found:
            return
        cursor = self._text.textCursor()
        at = cursor.selectionStart()
        if by > 0:
            behind = (n for n, place in enumerate(self.found) if place > at)
            self._go(next(behind, 0))
        else:
            before = [n for n, place in enumerate(self.found) if place < at]
            self._go(before[-1] if before else len(self.found) - 1)

    def _search(self) -> None:
        """Find all, go to the first from where the clerk is."""
        wanted = self.line.text().translate(_NARROW)
        text = self._text.toPlainText().translate(_NARROW) if wanted else ""
        matches = re.finditer(re.escape(wanted), text, re.IGNORECASE) if wanted else ()
        is_plain = units(text) == len(text)
        self.found = [m.start() if is_plain else units(text[: m.start()]) for m in matches]
        for button in (self.previous, self.next):
            button.setEnabled(bool(self.found))
        if self.found:
            at = self._text.textCursor().selectionStart()
            self._go(next((n for n, place in enumerate(self.found) if place >= at), 0))
        else:
            self._count.setText(self.tr("没有找到") if wanted else "")

    def _go(self, number: int) -> None:
        cursor = self._text.textCursor()
        cursor.setPosition(self.found[number])
        cursor.setPosition(self.found[number] + units(self.line.text()), QTextCursor.MoveMode.KeepAnchor)
        self._text.setTextCursor(cursor)
        self._text.ensureCursorVisible()
        said = self.tr("第 {number} 处，共 {count} 处")
        self._count.setText(said.format(number=number + 1, count=len(self.found)))

    @guarded
    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F3):
            self.step(-1 if is_back else 1)
        elif event.key() == Qt.Key.Key_Escape:
            self.put_away()
        else:
            super().keyPressEvent(event)
