"""A problem as a card: what does not hold, what it should be, one button; the rest unfolds."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from gui.crash import guarded
from gui.problems.offer import CardButton, OfferBox
from gui.problems.words import Offer, Told
from gui.punctuation import listed
from gui.theme import colours, sizes
from gui.widgets.fold import FoldButton
from gui.widgets.labels import quiet
from gui.widgets.line_button import LineButton
from gui.widgets.sign import Sign


class ProblemCard(QWidget):
    """chosen: clicked or reached by Tab; and whether the clerk goes to the cells or only looks.

    finding_chosen: one of the equations was clicked. looked_at: an offer to be shown for a moment, or None.
    pinned: an offer to be shown until further notice, or None. unfolded: the other repairs were opened.
    """

    chosen = Signal(bool)
    finding_chosen = Signal(object)
    accept_wanted = Signal(object)
    verify_wanted = Signal()
    looked_at = Signal(object)
    pinned = Signal(object)
    unfolded = Signal()

    def __init__(self, told: Told, parent: QWidget) -> None:
        super().__init__(parent)
        self.told = told
        self.is_chosen = False
        self.boxes: list[OfferBox] = []
        space = sizes(self.fontMetrics())
        row = QHBoxLayout(self)
        row.setContentsMargins(space.wide_gap, space.gap, space.wide_gap, space.wide_gap)
        row.setSpacing(space.gap)
        row.addWidget(Sign("error", self), 0, Qt.AlignmentFlag.AlignTop)
        self._column = QVBoxLayout()
        self._column.setSpacing(space.gap // 2)
        row.addLayout(self._column, 1)
        self._say_what_is_wrong()
        self._column.addSpacing(space.gap // 2)
        self._say_what_it_should_be()
        self.setAccessibleName(told.heading)
        self.setAccessibleDescription(listed((*told.lines, told.lead or told.note), "；"))

    # --- building -----------------------------------------------------------------------------------

    def _say_what_is_wrong(self) -> None:
        heading = QLabel(self.told.heading, self, textFormat=Qt.TextFormat.PlainText)
        font = heading.font()
        font.setBold(True)
        heading.setFont(font)
        self._column.addWidget(heading)
        for finding, line in zip(self.told.findings, self.told.lines, strict=True):
            button = LineButton(line, self)
            button.clicked.connect(lambda _checked=False, finding=finding: self.finding_chosen.emit(finding))
            self._column.addWidget(button)

    def _say_what_it_should_be(self) -> None:
        told = self.told
        says = told.lead or told.note
        label = QLabel(says, self, wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self._column.addWidget(quiet(label) if told.offers else label)
        for offer in told.offers:
            self._column.addWidget(self._box(offer, leading=True, is_main=len(told.offers) == 1))
        self.verify = CardButton(self.tr("核实无误…"), self, flat=True)
        self.verify.setAccessibleName(self.tr("核实无误：{what}").format(what=told.heading))
        self.verify.setToolTip(self.tr("数没有错：写明原因，这处问题不再计数"))
        self.verify.clicked.connect(self.verify_wanted)
        self.verify.reached.connect(lambda: self.chosen.emit(False))
        if len(told.offers) == 1:
            self.boxes[0].row.addWidget(self.verify)
        else:
            self._column.addWidget(self.verify, 0, Qt.AlignmentFlag.AlignRight)
        if told.others:
            self._add_others()

    def _add_others(self) -> None:
        """The other repairs, folded; they are built when they are first asked for."""
        text = self.tr("其他改法 {count} 种").format(count=len(self.told.others))
        self.unfold = FoldButton(text, self)
        self.unfold.toggled.connect(self._fold)
        self._column.addWidget(self.unfold)
        self._others: QWidget | None = None

    def _fold(self, is_open: bool) -> None:
        if self._others is None:
            space = sizes(self.fontMetrics())
            self._others = QWidget(self)
            column = QVBoxLayout(self._others)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(space.wide_gap)
            for offer in self.told.others:
                column.addWidget(self._box(offer, leading=False, is_main=False))
            self._column.addWidget(self._others)
        self._others.setVisible(is_open)
        if is_open:
            self.chosen.emit(False)
            self.unfolded.emit()

    def _box(self, offer: Offer, *, leading: bool, is_main: bool) -> OfferBox:
        box = OfferBox(offer, self, leading=leading, is_main=is_main)
        box.accepted.connect(lambda: self.accept_wanted.emit(offer))
        box.looked_at.connect(lambda on: self.looked_at.emit(offer if on else None))
        box.pinned.connect(lambda on: self._pin(box, on))
        box.reached.connect(lambda: self.chosen.emit(False))
        self.boxes.append(box)
        return box

    # --- what it is asked ---------------------------------------------------------------------------

    def _pin(self, pinned: OfferBox, on: bool) -> None:
        """One preview at a time."""
        for box in self.boxes:
            if on and box is not pinned:
                box.unpin()
        self.pinned.emit(pinned.offer if on else None)

    def unpin(self) -> None:
        for box in self.boxes:
            box.unpin()

    def set_chosen(self, on: bool) -> None:
        if on != self.is_chosen:
            self.is_chosen = on
            self.update()

    @property
    def others_rect(self) -> QRect:
        """Where the other repairs and the line that unfolds them lie."""
        return self.unfold.geometry().united(self._others.geometry()) if self._others else QRect()

    def first_button(self) -> CardButton:
        """What the keyboard comes to first: the best repair, or that there is nothing wrong."""
        return self.boxes[0].accept if self.told.offers else self.verify

    # --- events -------------------------------------------------------------------------------------

    @guarded
    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            event.accept()
            self.chosen.emit(True)

    @guarded
    def paintEvent(self, _event: QPaintEvent) -> None:
        """As a row of the findings list: a line below, the chosen one tinted and with a bar at its side."""
        look = colours(self.palette())
        with QPainter(self) as painter:
            if self.is_chosen:
                painter.fillRect(self.rect(), look.selected)
                painter.fillRect(0, 0, sizes(self.fontMetrics()).stroke, self.height(), look.accent)
            painter.setPen(look.line)
            painter.drawLine(self.rect().bottomLeft(), self.rect().bottomRight())
