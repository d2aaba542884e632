"""Quiet bars that say something without stopping anybody: a sign, a sentence, what can be done."""

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QScrollArea, QToolButton, QVBoxLayout, QWidget

from gui import icons
from gui.theme import colours, mix, sizes
from gui.widgets.fold import FoldButton
from gui.widgets.sign import Sign, sign_colour

_TINT = 0.12
_SHOWN_BARS = 3
_MOST_EMS = 18


class CrossButton(QToolButton):
    """A small cross that puts something away; ``name`` says what."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAutoRaise(True)
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        side = round(sizes(self.fontMetrics()).em * 0.85)
        self.setIconSize(QSize(side, side))
        self._tint()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange:
            self._tint()
        super().changeEvent(event)

    def _tint(self) -> None:
        self.setIcon(icons.icon("close", self.palette()))


class Deed(NamedTuple):
    """A button on a bar."""

    label: str
    act: Callable[[], None]


class MessageBar(QWidget):
    """One sentence with a sign, buttons and a cross to put it away. ``kind``: see sign_colour.

    details: further sentences that fold out below it. resized: they were folded out or in.
    """

    closed = Signal()
    resized = Signal()

    def __init__(
        self,
        kind: str,
        text: str,
        deeds: tuple[Deed, ...] = (),
        parent: QWidget | None = None,
        details: tuple[str, ...] = (),
    ) -> None:
        super().__init__(parent)
        self._kind = kind
        self.setAccessibleName(text)
        space = sizes(self.fontMetrics())
        row = QHBoxLayout(self)
        row.setContentsMargins(space.wide_gap, space.gap // 2, space.gap, space.gap // 2)
        row.setSpacing(space.gap)
        row.addWidget(Sign(kind, self))
        self._label = QLabel(text, self, wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self._label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row.addWidget(self._label, 1)
        self.buttons: list[QPushButton] = []
        for deed in deeds:
            button = QPushButton(deed.label, self, autoDefault=False)
            button.setAccessibleDescription(text)
            button.clicked.connect(deed.act)
            row.addWidget(button)
            self.buttons.append(button)
        if details:
            self.unfold = FoldButton(self.tr("逐条看"), self)
            self.unfold.toggled.connect(partial(self._fold, text, details))
            row.addWidget(self.unfold)
        cross = CrossButton(self.tr("关闭这条消息"), self)
        cross.clicked.connect(self.dismiss)
        row.addWidget(cross)

    def _fold(self, text: str, details: tuple[str, ...], is_open: bool) -> None:
        self._label.setText("\n".join((text, *details)) if is_open else text)
        self.resized.emit()

    def dismiss(self) -> None:
        self.closed.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        palette = colours(self.palette())
        ground = mix(palette.paper, sign_colour(self._kind, palette), _TINT)
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), ground)
            painter.setPen(palette.line)
            painter.drawLine(self.rect().bottomLeft(), self.rect().bottomRight())


class BarStack(QScrollArea):
    """Bars one below the other, as many as there is something to say; a key has one bar at a time."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self.tr("消息"))
        self._inner = QWidget(self)
        self._column = QVBoxLayout(self._inner)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.setWidget(self._inner)
        self._bars: dict[str, MessageBar] = {}
        self.hide()

    @property
    def bars(self) -> dict[str, MessageBar]:
        return self._bars

    def show_bar(self, key: str, bar: MessageBar) -> None:
        """Show a bar; an earlier one of the same key gives way."""
        self.remove(key)
        self._bars[key] = bar
        bar.closed.connect(lambda: self.remove(key))
        bar.resized.connect(self._fit)
        self._column.addWidget(bar)
        self._fit()

    def remove(self, key: str) -> None:
        bar = self._bars.pop(key, None)
        if bar is not None:
            bar.hide()
            self._column.removeWidget(bar)
            bar.deleteLater()
            self._fit()

    def clear(self) -> None:
        for key in tuple(self._bars):
            self.remove(key)

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._fit()

    def _fit(self) -> None:
        """As high as the first bars need, up to a limit; further ones are scrolled to."""
        width = self._inner.width()
        heights = [bar.heightForWidth(width) for bar in self._bars.values()]
        for bar, height in zip(self._bars.values(), heights, strict=True):
            bar.setFixedHeight(height)
        most = sizes(self.fontMetrics()).em * _MOST_EMS
        self.setFixedHeight(min(sum(heights[:_SHOWN_BARS]), most))
        self.setVisible(bool(self._bars))

    def sizeHint(self) -> QSize:
        return QSize(0, self.height())
