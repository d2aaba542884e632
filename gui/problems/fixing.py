"""Findings of the list mended or confirmed, one step each."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from core.errors import SaveError
from core.findings import Finding, Fix, Place
from core.review import Review
from gui import commands
from gui.problems.finding_detail import FindingDetail
from gui.problems.panel import FindingsPanel
from gui.talk import Talk
from gui.window.sheets import Sheets


class Fixer(QObject):
    """message: for the status line."""

    message = Signal(str)

    def __init__(
        self, review: Review, stack: QUndoStack, sheets: Sheets, panel: FindingsPanel, talk: Talk
    ) -> None:
        super().__init__(panel)
        self._review = review
        self._stack = stack
        self._sheets = sheets
        self._panel = panel
        self._talk = talk
        panel.list.detailed.connect(self._attend)

    def _attend(self, detail: FindingDetail | None) -> None:
        """Do what is asked for below the chosen finding."""
        self._sheets.preview({})
        self._sheets.frame(detail.finding if detail is not None else None)
        if detail is None:
            return
        finding = detail.finding
        detail.fix_wanted.connect(lambda fix: self.apply(finding, fix))
        detail.pointed_at.connect(self._look)
        detail.place_wanted.connect(self._go)
        detail.verify_wanted.connect(lambda: self.verify(finding))

    def _look(self, fix: Fix | None) -> None:
        self._sheets.preview(self._review.written_fix(fix) if fix is not None else {})

    def _go(self, target: Place | str) -> None:
        if isinstance(target, str):
            self._sheets.show_id(target, is_going=True)
        else:
            self._sheets.show_place(target)

    # --- steps --------------------------------------------------------------------------------------

    def apply(self, finding: Finding, fix: Fix) -> None:
        """Do what the fix says and go to the next finding."""
        if finding not in self._review.findings:
            return
        texts = self._review.written_fix(fix)
        why = dict.fromkeys(texts, self._review.message(finding))
        try:
            self._done_with(lambda: commands.put_texts(self._stack, self._review, texts, fix.label, why))
            self.message.emit(self.tr("已改：{what}").format(what=fix.label))
        except SaveError as error:
            self.message.emit(str(error))

    def accept_chosen(self) -> None:
        """The only way to mend the chosen finding; where there are several the clerk has to choose."""
        finding = self._panel.list.chosen_finding
        if finding is None or not finding.fixes:
            self.message.emit(self.tr("这里没有可以采纳的改法"))
        elif len(finding.fixes) > 1:
            self.message.emit(self.tr("有几种改法，请在右边选一种"))
            self._panel.list.focus_detail()
        else:
            self.apply(finding, finding.fixes[0])

    def verify_chosen(self) -> None:
        finding = self._panel.list.chosen_finding
        if finding is not None:
            self.verify(finding)

    def verify(self, finding: Finding) -> None:
        """Ask why it is right as it is, then let it rest."""

        def answered(reason: str) -> None:
            if finding in self._review.findings:
                step = commands.Accept(self._review, (finding,), reason)
                self._done_with(lambda: self._stack.push(step))
                self.message.emit(self.tr("已标为核实无误，可在右下“已核实”里恢复"))

        self._talk.ask_reason(self._panel.window(), [self._review.message(finding)], answered)

    def _done_with(self, deed: Callable[[], object]) -> None:
        """Do it, then go to the finding that has taken the place of the one that is done.

        The button the focus is on is about to go; after the last finding the keyboard is in what is in front,
        and the view stays.
        """
        found = self._panel.list
        place, had_focus = found.place, found.has_focus
        if had_focus:
            self._sheets.on_front(lambda front: front.setFocus())
        deed()
        if found.choose_place(place) and had_focus:
            found.focus_detail()
