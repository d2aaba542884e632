"""What the tour shows over the window: a frame round what is meant, and a bubble that says why."""

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from gui.crash import guarded
from gui.theme import colours, heading_font, sizes
from gui.widgets.labels import quiet


class Frame(QWidget):
    """Round a place of the window; lets the mouse through."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    @guarded
    def paintEvent(self, _event: QPaintEvent) -> None:
        stroke = sizes(self.fontMetrics()).stroke + 1
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(colours(self.palette()).accent, stroke))
            painter.drawRoundedRect(self.rect().adjusted(stroke, stroke, -stroke, -stroke), 4, 4)


class Bubble(QFrame):
    """further: on to the next step. ended: skipped, by the button or Esc. stale: the language is another."""

    further = Signal()
    ended = Signal()
    stale = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        space = sizes(self.fontMetrics())
        self._title = QLabel(self)
        self._title.setFont(heading_font(self.font()))
        self._text = QLabel(self, wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self._place = quiet(QLabel(self))
        self.skip = QPushButton(self.tr("跳过"), self, autoDefault=False)
        self.next = QPushButton(self, default=True)
        self.skip.clicked.connect(self.ended)
        self.next.clicked.connect(self.further)
        buttons = QHBoxLayout()
        buttons.addWidget(self._place, 1)
        buttons.addWidget(self.skip)
        buttons.addWidget(self.next)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(space.margin, space.wide_gap, space.margin, space.wide_gap)
        column.setSpacing(space.gap)
        column.addWidget(self._title)
        column.addWidget(self._text)
        column.addLayout(buttons)
        self.setFixedWidth(space.em * 26)

    def say(self, title: str, text: str, place: int, count: int) -> None:
        self._title.setText(title)
        self._text.setText(text)
        self._place.setText(self.tr("第 {place} 步，共 {count} 步").format(place=place, count=count))
        is_last = place == count
        self.next.setText(self.tr("完成") if is_last else self.tr("下一步"))
        self.skip.setVisible(not is_last)
        self.setAccessibleName(self.tr("演示：{title}").format(title=title))
        self.setAccessibleDescription(text)
        self.next.setAccessibleDescription(text)
        self.setFixedHeight(self._column.heightForWidth(self.width()))

    def wait(self) -> None:
        """The report for the next step is not there yet."""
        self.next.setEnabled(False)

    def go_on(self) -> None:
        self.next.setEnabled(True)
        self.next.setFocus()

    def stand_beside(self, target: QRect, room: QRect) -> None:
        """Below what is meant, else above it, else inside; all in the coordinates of the window."""
        gap = sizes(self.fontMetrics()).gap
        below, above = target.bottom() + gap, target.top() - gap - self.height()
        left = min(
            max(target.center().x() - self.width() // 2, room.left() + gap), room.right() - self.width() - gap
        )
        if below + self.height() <= room.bottom():
            top = below
        elif above >= room.top():
            top = above
        else:
            top = target.center().y() - self.height() // 2
            left = target.left() - gap - self.width() if target.left() > self.width() + gap else left
        self.move(QPoint(left, top))

    @guarded
    def paintEvent(self, _event: QPaintEvent) -> None:
        look = colours(self.palette())
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setBrush(look.paper)
            painter.setPen(QPen(look.accent, sizes(self.fontMetrics()).stroke))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 6, 6)

    @guarded
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.ended.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            (self.skip if self.skip.hasFocus() else self.next).click()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, is_next: bool) -> bool:
        """Tab goes round the bubble's own buttons."""
        other = self.skip if self.next.hasFocus() and self.skip.isVisible() else self.next
        other.setFocus(Qt.FocusReason.TabFocusReason if is_next else Qt.FocusReason.BacktabFocusReason)
        return True

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.stale.emit()
        super().changeEvent(event)
