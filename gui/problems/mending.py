"""Suggestions in one report: asked for after every change, shown in grid and panel, taken step by step."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from core.accepted import Accepted
from core.review import Review
from gui import commands
from gui.jobs import Jobs
from gui.problems.panel import FindingsPanel
from gui.problems.suggesting import Suggester
from gui.problems.words import Offer, Told, tell_all
from gui.talk import Talk
from gui.window.sheets import Sheets


class Mender(QObject):
    """go_to: a problem's cells are to be shown, and whether the focus follows. message: for the status line.

    answered: the problems shown are those of the report as it stands.
    """

    go_to = Signal(object, bool)
    message = Signal(str)
    answered = Signal()

    def __init__(
        self,
        review: Review,
        stack: QUndoStack,
        sheets: Sheets,
        panel: FindingsPanel,
        talk: Talk,
        jobs: Jobs,
    ) -> None:
        super().__init__(panel)
        self._review = review
        self._stack = stack
        self._sheets = sheets
        self._panel = panel
        self._talk = talk
        self._suggester = Suggester(review, jobs, self)
        self._suggester.answered.connect(self._show)
        self._comes_back = False
        self._goes_on = False
        panel.problems.chosen.connect(self.go_to)
        panel.problems.accept_wanted.connect(self.accept)
        panel.problems.verify_wanted.connect(self.verify)
        panel.problems.preview.connect(self._preview)
        panel.accept_all_wanted.connect(self.accept_all)
        panel.restore_wanted.connect(self.restore)

    # --- following the review -----------------------------------------------------------------------

    def wake(self) -> None:
        """The report is looked at for the first time."""
        self._suggester.wake()

    @property
    def is_current(self) -> bool:
        return self._suggester.is_current

    def follow(self, changed: Iterable[str]) -> None:
        """The review has changed: what is said about these cells no longer holds."""
        cells = frozenset(changed)
        if self._panel.problems.has_focus:
            self._comes_back = True
            self._leave_panel()
        if self.is_current:  # nothing but 核实无误 has changed
            self._show()
            return
        self._panel.problems.grey(cells)
        self._mark(t for t in self._told() if cells.isdisjoint(t.problem.cells))
        self._suggester.ask_again()

    def _told(self) -> list[Told]:
        return [card.told for card in self._panel.problems.cards]

    def _show(self) -> None:
        told = tell_all(self._suggester.problems, self._review)
        self._panel.show_problems(told)
        self._mark(told)
        if self._goes_on:
            self._go_on()
        if self._comes_back:
            self._panel.problems.focus_card()
        self._comes_back = self._goes_on = False
        self.answered.emit()

    def _go_on(self) -> None:
        """After a step: the problem that has taken the place of the one that is done, if any."""
        problems = self._panel.problems
        place = max(problems.place, 0)
        if place < len(problems.cards):
            problems.choose(place, is_going=not self._comes_back)

    def _leave_panel(self) -> None:
        """The focus to the grid or text in front: the button it was on is about to go."""
        self._sheets.on_front(lambda front: front.setFocus())

    # --- in the grid --------------------------------------------------------------------------------

    def _mark(self, told: Iterable[Told]) -> None:
        """The cells of the best repairs stand out."""
        culprits: dict[str, str] = {}
        for each in told:
            for offer in each.offers:
                culprits = {**offer.texts, **culprits}
        for table, view in self._sheets.views.items():
            view.set_culprits({c: text for c, text in culprits.items() if c.startswith(f"{table}.")})

    def _preview(self, offer: Offer | None) -> None:
        for view in self._sheets.views.values():
            view.set_preview(offer.texts if offer else {})

    # --- steps --------------------------------------------------------------------------------------

    def accept(self, told: Told, offer: Offer) -> None:
        """Take one repair and go to the next problem."""
        if not self._may_act():
            return
        self._panel.problems.place = self._told().index(told)
        self._goes_on = True
        self._write([offer], self.tr("采纳：{what}").format(what=offer.title))
        self.message.emit(self.tr("已采纳：{what}").format(what=offer.title))

    def accept_chosen(self) -> None:
        """Take the best repair of the chosen problem; of the first one if none is chosen."""
        told = self._chosen()
        if told is None or not told.offers:
            self.message.emit(self.tr("这里没有可以采纳的改法"))
        elif told.is_tied:
            self.message.emit(self.tr("有几种改法同样说得通，请在右边选一种采纳"))
            self._panel.problems.choose_and_focus()
        else:
            self.accept(told, told.offers[0])

    def accept_all(self) -> None:
        """Take the first repair of every problem that has one and no equal of it, as one step."""
        if not self._may_act():
            return
        told = [each for each in self._told() if each.is_ready]
        tied = sum(each.is_tied for each in self._told())
        if not told:
            none, choose = self.tr("没有可以采纳的改法"), self.tr("有几种改法同样说得通，请逐处选一种采纳")
            self.message.emit(choose if tied else none)
            return
        self._goes_on = True
        title = self.tr("采纳全部首选（{count} 处）").format(count=len(told))
        self._write([each.offers[0] for each in told], title)
        unsure = sum(not each.offers[0].repair.certain for each in told)
        said = self.tr("已采纳 {count} 处首选").format(count=len(told))
        if unsure:
            said += self.tr("，其中 {count} 处只是“可能”，请对照底稿").format(count=unsure)
        if tied:
            said += self.tr("；另有 {count} 处几种改法同样可能，没有采纳，请逐处选定").format(count=tied)
        self.message.emit(said)

    def verify_chosen(self) -> None:
        """The chosen problem, or the first one if none is chosen."""
        told = self._chosen()
        if told is None:
            self.message.emit(self.tr("这里没有要核实的问题"))
        else:
            self.verify(told)

    def verify(self, problem: Told) -> None:
        """Ask why the figures are right as they are, then let the problem rest."""
        sentences = [self._review.message(finding) for finding in problem.findings]

        def answered(reason: str) -> None:
            if set(problem.findings) <= set(self._review.findings):
                self._panel.problems.place = max(0, self._panel.problems.place)
                self._goes_on = True
                self._stack.push(commands.Accept(self._review, problem.findings, reason))
                said = self.tr("已标为核实无误：{what}，可在右下“已核实”里恢复")
                self.message.emit(said.format(what=problem.heading))

        self._talk.ask_reason(self._panel.window(), sentences, answered)

    def restore(self, accepted: Accepted) -> None:
        self._stack.push(commands.Restore(self._review, accepted))
        self.message.emit(self.tr("已恢复 {count} 处问题").format(count=len(accepted.findings)))

    def _chosen(self) -> Told | None:
        card = self._panel.problems.chosen_card
        first = self._panel.problems.cards[:1]
        return card.told if card else first[0].told if first else None

    def _may_act(self) -> bool:
        """Not on what is being worked out anew."""
        if not self.is_current:
            self.message.emit(self.tr("正在重新核对，请稍候"))
        return self.is_current

    def _write(self, offers: Sequence[Offer], title: str) -> None:
        texts = {cell: text for offer in offers for cell, text in offer.texts.items()}
        free = {cell: text for cell, text in texts.items() if not self._review.cells[cell].formula}
        why = {cell: offer.reason for offer in offers for cell in offer.texts}
        commands.put_texts(self._stack, self._review, free, title, why)
