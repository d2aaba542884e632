"""One repair on a problem's card: which cells, from what to what, why, and the button that takes it."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QMouseEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from gui.crash import guarded
from gui.problems.words import Offer, Step
from gui.theme import contrast, heading_font, sizes
from gui.widgets.labels import paint_focus, quiet

_DEEP, _DEEPER = 108, 120  # percent
_READABLE = 5.0  # WCAG asks for 4.5
_INSET = 2  # the frame of the focus lies within the ground
_PASSIVE = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)


_BY_KEY = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
_BY_HAND = (*_BY_KEY, Qt.FocusReason.MouseFocusReason)


class CardButton(QPushButton):
    """A button on a card. reached: the clerk brought the focus to it, by mouse or key; looked_at: by key.

    The second half of a double click does nothing: by then the next problem may stand here.
    """

    reached = Signal()
    looked_at = Signal()
    left = Signal()

    def __init__(self, text: str, parent: QWidget, *, is_main: bool = False, flat: bool = False) -> None:
        super().__init__(text, parent, autoDefault=False, flat=flat)
        self._is_main = is_main

    def sizeHint(self) -> QSize:
        """As narrow as its word; Fusion would make short words as wide as long ones."""
        space = sizes(self.fontMetrics())
        width = self.fontMetrics().horizontalAdvance(self.text()) + round(
            space.em * (1 if self.isFlat() else 2)
        )
        return QSize(width, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @guarded
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.accept()

    @guarded
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in _BY_HAND:
            self.reached.emit()
        if event.reason() in _BY_KEY:
            self.looked_at.emit()

    @guarded
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in _PASSIVE:
            self.left.emit()

    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        """The main button in the accent colour; Fusion would lighten it until its word is hard to read."""
        if not self._is_main or not self.isEnabled():
            super().paintEvent(event)
            paint_focus(self)
            return
        ground, ink = main_colours(self.palette())
        if self.isDown() or self.underMouse():
            ground = ground.darker(_DEEPER if self.isDown() else _DEEP)
        corner = sizes(self.fontMetrics()).gap // 2
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ground)
            painter.drawRoundedRect(self.rect(), corner, corner)
            painter.setPen(ink)
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        paint_focus(self, ink, _INSET)


def main_colours(palette: QPalette) -> tuple[QColor, QColor]:
    """Ground and word of the main button, in whatever palette is worn; the word can be read."""
    group, role = QPalette.ColorGroup, QPalette.ColorRole
    ground, ink = (palette.color(group.Active, r) for r in (role.Highlight, role.HighlightedText))
    while contrast(ground, ink) < _READABLE and ground.lightness() > 0:
        ground = ground.darker(_DEEP)
    return ground, ink


class OfferBox(QWidget):
    """accepted: the clerk takes it. looked_at: the mouse or the focus is on it, or no longer.

    pinned: the preview is to stay, or no longer. Only a ``leading`` offer has a button for that.
    """

    accepted = Signal()
    looked_at = Signal(bool)
    pinned = Signal(bool)
    reached = Signal()

    def __init__(self, offer: Offer, parent: QWidget, *, leading: bool, is_main: bool) -> None:
        super().__init__(parent)
        self.offer = offer
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        space = sizes(self.fontMetrics())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space.gap // 2)
        column.addLayout(self._steps(leading))
        reason = quiet(QLabel(offer.reason, self, wordWrap=True, textFormat=Qt.TextFormat.PlainText))
        reason.setToolTip(offer.sentence)
        self.row = QHBoxLayout()
        self.row.setSpacing(space.gap)
        if leading:
            column.addWidget(reason)
        else:
            self.row.addWidget(reason, 1)
        self.accept = self._button(self.tr("采纳"), is_main=is_main)
        self.accept.clicked.connect(self.accepted)
        self.preview = self._button(self.tr("预览")) if leading else None
        if self.preview is not None:
            self.preview.setCheckable(True)
            self.preview.setToolTip(self.tr("在表格里看看改后的数，不改动报告"))
            self.preview.toggled.connect(self.pinned)
            self.row.addStretch(1)
        column.addLayout(self.row)

    def _button(self, text: str, *, is_main: bool = False) -> CardButton:
        button = CardButton(text, self, is_main=is_main)
        button.setAccessibleName(self.tr("{deed}：{offer}").format(deed=text, offer=self.offer.title))
        button.setAccessibleDescription(self.offer.sentence)
        button.setToolTip(self.offer.sentence)
        button.reached.connect(self.reached)
        button.looked_at.connect(lambda: self.looked_at.emit(True))
        button.left.connect(lambda: self.looked_at.emit(False))
        self.row.addWidget(button)
        return button

    def _steps(self, leading: bool) -> QGridLayout:
        """A line for each cell: its place at the left, its numbers at the right."""
        space = sizes(self.fontMetrics())
        grid = QGridLayout()
        grid.setHorizontalSpacing(space.wide_gap)
        grid.setVerticalSpacing(space.gap // 2)
        grid.setColumnStretch(0, 1)
        for row, step in enumerate(self.offer.steps):
            where = QLabel(step.place, self, wordWrap=True, textFormat=Qt.TextFormat.PlainText)
            figures = self._figures(step, leading)
            grid.addWidget(where, row, 0)
            grid.addWidget(figures, row, 1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return grid

    def _figures(self, step: Step, leading: bool) -> QLabel:
        text = self.tr("{old} → {new}").format(old=step.old, new=step.new)
        label = QLabel(text, self, textFormat=Qt.TextFormat.PlainText)
        if leading:
            label.setFont(heading_font(self.font()))
        return label

    def unpin(self) -> None:
        if self.preview is not None:
            self.preview.setChecked(False)

    @guarded
    def event(self, event: QEvent) -> bool:
        """Looked at where the mouse is moved over any part of it, not where it only comes to lie under it."""
        if event.type() == QEvent.Type.HoverMove and self.isEnabled():
            self.looked_at.emit(True)
        return super().event(event)

    @guarded
    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.looked_at.emit(False)
