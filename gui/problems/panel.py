"""What is wrong, beside the tables: problems with their repairs, other findings, what is settled.

Choosing one asks the page to show its cells.
"""

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from core.findings import Finding
from core.review import Review
from gui.problems.accepted import AcceptedSection
from gui.problems.area import ProblemsArea
from gui.problems.card import ProblemCard
from gui.problems.findings_list import FindingsList
from gui.problems.findings_model import FindingsModel
from gui.problems.offer import CardButton
from gui.problems.words import Told
from gui.theme import heading_font, sizes
from gui.widgets.labels import quiet
from gui.widgets.sign import Sign


class FindingsPanel(QWidget):
    """chosen: a finding of the list. Everything about problems comes from ``problems`` itself.

    A finding that belongs to a problem shown is said on its card and not in the list.
    """

    chosen = Signal(object, bool)
    accept_all_wanted = Signal()
    restore_wanted = Signal(object)

    def __init__(self, review: Review, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._review = review
        self._is_waiting = True
        self._model = FindingsModel(review, self)
        self._scroll = QScrollArea(self, widgetResizable=True)
        self._flow = QWidget(self._scroll)
        self._title = QLabel(self)
        self._all = CardButton("", self)
        self._working = quiet(QLabel(self.tr("正在找出错的格…"), self._flow))
        self.problems = ProblemsArea(self._flow)
        self.list = FindingsList(self._model, review, self._flow)
        self._calm = _Calm(self)
        self._stack = QStackedWidget(self)
        self._accepted = AcceptedSection(review, self)
        self._soon = QTimer(self, singleShot=True, interval=0)  # once new cards have their places
        self._row_soon = QTimer(self, singleShot=True, interval=0)  # and what unfolds below a row
        self._build()
        self._connect()
        self.update_findings()

    def _build(self) -> None:
        space = sizes(self.fontMetrics())
        self._title.setFont(heading_font(self.font()))
        self._working.setContentsMargins(space.wide_gap, space.wide_gap, space.wide_gap, space.gap)
        top = QHBoxLayout()
        top.setContentsMargins(space.wide_gap, space.gap // 2, space.gap, space.gap // 2)
        top.addWidget(self._title, 1)
        top.addWidget(self._all)
        self._all.setToolTip(self.tr("每处问题都采纳排在最前的改法，可以一步撤销；几种改法同样可能的留下"))
        flow = _column(self._flow)
        for part in (self._working, self.problems, self.list):
            flow.addWidget(part)
        flow.addStretch(1)
        self._scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setAccessibleName(self.tr("问题"))
        self._scroll.setWidget(self._flow)
        self._flow.setBackgroundRole(QPalette.ColorRole.Base)
        self._stack.addWidget(self._scroll)
        self._stack.addWidget(self._calm)
        column = _column(self)
        column.addLayout(top)
        column.addWidget(self._stack, 1)
        column.addWidget(self._accepted)
        self.setAccessibleName(self.tr("问题"))
        self.setMinimumWidth(space.em * 24)
        row = self._all.sizeHint().height() + space.gap // 2 * 2
        self._title.setMinimumHeight(row - space.gap // 2 * 2)  # with or without its button the same

    def _connect(self) -> None:
        self.list.chosen.connect(self._chosen_in_list)
        self.list.row_shown.connect(self._row_soon.start)
        self.problems.chosen.connect(lambda _told, _is_going: self.list.clearSelection())
        self.problems.stepped.connect(self._soon.start)
        self.problems.unfolded.connect(self._show_others)
        self._soon.timeout.connect(self._show_card)
        self._row_soon.timeout.connect(self._show_row)
        self._all.clicked.connect(self.accept_all_wanted)
        self._accepted.restore_wanted.connect(self.restore_wanted)

    # --- following the review -----------------------------------------------------------------------

    def update_findings(self) -> None:
        """Follow the review after a change; the problems come later, see ``show_problems``."""
        self._is_waiting = True
        if not self._review.findings:
            self.problems.show_problems(())
        self._show_state()
        self.list.follow()

    def show_problems(self, told: Sequence[Told]) -> None:
        """The problems of the report as it stands now."""
        self._is_waiting = False
        self.problems.show_problems(told)
        ready = sum(each.is_ready for each in told)
        self._all.setText(self.tr("全部采纳首选（{count}）").format(count=ready))
        self._all.setVisible(ready > 1)
        self._show_state()

    def set_calm(self, kind: str, text: str) -> None:
        """What to say when there is no finding; ``kind``: see ``bars.sign_colour``."""
        self._calm.say(kind, text)

    def _show_state(self) -> None:
        told = {finding for card in self.problems.cards for finding in card.told.findings}
        findings = self._review.findings
        rules = {finding.rule for finding in told}  # quicker to look up than a finding
        rest = [
            f
            for f in findings
            if not (f.rule in rules and f in told) and not (self._is_waiting and f.equation is not None)
        ]
        cards, rows = len(self.problems.cards), len(rest)
        self._model.show(rest, is_more=bool(cards))
        count = cards or rows
        self._title.setText(self._title_of(cards, len(told), rows))
        self._working.setVisible(self._is_waiting and not count)
        self._all.setEnabled(not self._is_waiting)
        if not cards:
            self._all.hide()
        self._stack.setCurrentWidget(self._scroll if findings else self._calm)
        self.problems.setVisible(bool(cards))
        self.list.setVisible(bool(rows))
        self.list.updateGeometry()
        self._accepted.show_accepted()

    def _title_of(self, cards: int, broken: int, rows: int) -> str:
        """Problems, and how many of the places counted at the top they hold."""
        if cards:
            return self.tr("{cards} 个问题（必改 {broken} 处）").format(cards=cards, broken=broken)
        return self.tr("问题 {rows} 处").format(rows=rows) if rows else self.tr("问题")

    # --- choosing -----------------------------------------------------------------------------------

    @property
    def panes(self) -> list[QWidget]:
        """What F6 goes round."""
        return [pane for pane in (self.problems, self.list) if not pane.isHidden()]

    def step(self, by: int) -> bool:
        """Choose the next problem or finding (1) or the one before (-1), round the end; False if none."""
        cards = len(self.problems.cards)
        total = cards + len(self._model.findings)
        if not total:
            return False
        if self.problems.chosen_card is not None:
            place = self.problems.place + by
        elif self.list.has_choice:
            place = cards + self.list.place + by
        else:
            place = min(max(self.problems.place, 0), cards) + min(by, 0)
        self.choose(place % total)
        return True

    def choose(self, place: int) -> None:
        """Go to a problem or, counting on behind them, to a finding of the list."""
        cards = len(self.problems.cards)
        if place < cards:
            self.problems.choose(place)
        else:
            self.list.choose(self._model.findings[place - cards])

    def choose_first(self) -> bool:
        """Go to the first problem, or the first finding that has a place to go to."""
        if self.problems.cards:
            self.problems.choose(0)
            return True
        first = next((f for f in self._model.findings if f.cells or f.places), None)
        return first is not None and self.list.choose(first)

    def choose_finding(self, finding: Finding) -> None:
        """Choose it, or the problem it belongs to, because its place was reached."""
        for number, card in enumerate(self.problems.cards):
            if finding in card.told.findings:
                self.problems.choose(number, is_going=False)
                return
        self.list.choose(finding, is_going=False)

    def _chosen_in_list(self, finding: object, is_going: bool) -> None:
        self.problems.unchoose()
        self.chosen.emit(finding, is_going)

    def _show_card(self) -> None:
        card = self.problems.chosen_card
        if card is not None:
            self._show(card, card.rect())

    def _show_others(self, card: ProblemCard) -> None:
        """Once they are laid out."""
        QTimer.singleShot(0, card, lambda: self._show(card, card.others_rect))

    def _show_row(self) -> None:
        self._show(self.list, self.list.visualRect(self.list.currentIndex()))

    def _show(self, part: QWidget, rect: QRect) -> None:
        """Bring it in sight, its beginning if there is not room for all of it."""
        top = part.mapTo(self._flow, rect.topLeft()).y()
        for y in (top + rect.height(), top):
            self._scroll.ensureVisible(0, y, 0, 0)


class _Calm(QWidget):
    """A sign and a sentence in the middle of an empty list."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        space = sizes(self.fontMetrics())
        column = QVBoxLayout(self)
        column.setContentsMargins(space.margin, space.margin, space.margin, space.margin)
        self._sign = Sign("good", self, scale=2.4)
        self._text = QLabel(self, wordWrap=True, alignment=Qt.AlignmentFlag.AlignCenter)
        column.addStretch(2)
        column.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._text)
        column.addStretch(3)

    def say(self, kind: str, text: str) -> None:
        self._sign.set_kind(kind)
        self._text.setText(text)


def _column(parent: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(parent)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    return column
