"""The problems with their repairs, a card each, in the report's order."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from gui.crash import guarded
from gui.problems.card import ProblemCard
from gui.problems.words import Offer, Told


class ProblemsArea(QWidget):
    """chosen: a problem, and whether the clerk goes to its cells. The other signals name the problem first.

    preview: the offer to be drawn into the grid now, None for none. stepped: a card was chosen not by the
    mouse, so it may be out of sight. unfolded: the same for a card's other repairs.
    """

    chosen = Signal(object, bool)
    finding_chosen = Signal(object)
    accept_wanted = Signal(object, object)
    verify_wanted = Signal(object)
    preview = Signal(object)
    stepped = Signal()
    unfolded = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.cards: list[ProblemCard] = []
        self.place = -1
        self._pinned: Offer | None = None
        self._passing: Offer | None = None
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # a click beside a button must not go to another one
        self.setAccessibleName(self.tr("建议的改法"))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    # --- what is shown ------------------------------------------------------------------------------

    def show_problems(self, told: Sequence[Told]) -> None:
        """Cards that say the same as before stay, so that nothing jumps or folds up."""
        self._forget_previews()
        chosen = self.chosen_card
        old = {id(card): card for card in self.cards}
        self.cards = [self._card(each, old) for each in told]
        for card in old.values():
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        for number, card in enumerate(self.cards):
            self._column.insertWidget(number, card)
            card.setEnabled(True)
        if chosen in self.cards:
            self.place = self.cards.index(chosen)
        elif chosen is not None:
            chosen.set_chosen(False)

    def _card(self, told: Told, old: dict[int, ProblemCard]) -> ProblemCard:
        for key, card in old.items():
            if card.told == told:
                return old.pop(key)
        return self._new_card(told)

    def _new_card(self, told: Told) -> ProblemCard:
        card = ProblemCard(told, self)
        card.chosen.connect(lambda is_going: self._choose(card, is_going))
        card.finding_chosen.connect(self.finding_chosen)
        card.accept_wanted.connect(lambda offer: self.accept_wanted.emit(told, offer))
        card.verify_wanted.connect(lambda: self.verify_wanted.emit(told))
        card.looked_at.connect(self._look)
        card.unfolded.connect(lambda: self.unfolded.emit(card))
        card.pinned.connect(lambda offer: self._pin(card, offer))
        card.show()
        return card

    def grey(self, cells: Iterable[str]) -> None:
        """The cards of problems with these cells say what was, not what is."""
        changed = frozenset(cells)
        for card in self.cards:
            if not changed.isdisjoint(card.told.problem.cells):
                card.setEnabled(False)
        self._forget_previews()

    # --- choosing -----------------------------------------------------------------------------------

    @property
    def chosen_card(self) -> ProblemCard | None:
        return next((card for card in self.cards if card.is_chosen), None)

    def choose(self, place: int, is_going: bool = True) -> None:
        self._choose(self.cards[place], is_going)
        self.stepped.emit()

    def unchoose(self) -> None:
        for card in self.cards:
            card.set_chosen(False)

    def _choose(self, chosen: ProblemCard, is_going: bool) -> None:
        for card in self.cards:
            card.set_chosen(card is chosen)
        self.place = self.cards.index(chosen)
        self.chosen.emit(chosen.told, is_going)

    @property
    def has_focus(self) -> bool:
        focus = QApplication.focusWidget()
        return focus is not None and (focus is self or self.isAncestorOf(focus))

    def focus_card(self) -> None:
        """The focus to the chosen card's first button, or to that of the card where one was chosen last."""
        if self.cards:
            place = min(max(self.place, 0), len(self.cards) - 1)
            (self.chosen_card or self.cards[place]).first_button().setFocus()

    def choose_and_focus(self) -> None:
        """The same, and its problem becomes the current one."""
        self.focus_card()
        card = next((card for card in self.cards if card.first_button().hasFocus()), None)
        if card is not None:
            self._choose(card, is_going=False)

    @guarded
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.choose_and_focus()

    # --- previews -----------------------------------------------------------------------------------

    def _pin(self, pinned: ProblemCard, offer: Offer | None) -> None:
        if offer is not None:
            for card in self.cards:
                if card is not pinned:
                    card.unpin()
            self._choose(pinned, is_going=False)
        self._pinned = offer
        self.preview.emit(self._passing or self._pinned)

    def _look(self, offer: Offer | None) -> None:
        if offer is self._passing:
            return
        self._passing = offer
        self.preview.emit(self._passing or self._pinned)

    def _forget_previews(self) -> None:
        for card in self.cards:
            card.unpin()
        self._pinned = self._passing = None
        self.preview.emit(None)
