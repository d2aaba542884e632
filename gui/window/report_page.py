"""One opened report: how it stands, its three tables, the equation of the current cell, the findings."""

from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from core.findings import Finding
from core.sitting import Sitting
from gui.beside.last_year import LastYearInUse
from gui.beside.last_year_button import LastYearButton
from gui.beside.memory import Memory
from gui.beside.requirements import Requirements
from gui.beside.side_by_side import SideBySide
from gui.grid.equation import equation_line
from gui.grid.frozen import ZOOM_STEP
from gui.grid.view import FormView
from gui.jobs import Jobs
from gui.problems.fixing import Fixer
from gui.problems.mending import Mender
from gui.problems.panel import FindingsPanel
from gui.problems.words import Told
from gui.settings import SPLITTER, ZOOM, Settings
from gui.talk import Talk
from gui.theme import sizes
from gui.widgets.bars import BarStack, MessageBar
from gui.window.equation_bar import EquationBar
from gui.window.glance import about, glance
from gui.window.nothing_found import no_tables, nothing_found
from gui.window.saving import Saver
from gui.window.sheets import Sheets
from gui.window.summary import SummaryLine
from gui.window.undoing import Undoing


class ReportPage(QWidget):
    """changed: values or the saved state are other. message: for the status line. stack: see take_over."""

    changed = Signal()
    message = Signal(str)

    def __init__(
        self,
        sitting: Sitting,
        settings: Settings,
        talk: Talk,
        jobs: Jobs,
        parent: QWidget | None = None,
        stack: QUndoStack | None = None,
    ) -> None:
        super().__init__(parent)
        self.sitting = sitting
        self.review = sitting.review
        self.stack = QUndoStack() if stack is None else stack
        self.stack.setParent(self)
        self.talk = talk
        self.saver = Saver(self.review, self.stack, settings, talk, jobs, self)
        self.bars = BarStack(self)
        self._settings = settings
        self._is_greeted = False
        self._starts_at = ""
        self.summary = SummaryLine(self)
        self._equation = EquationBar(self)
        self.table_tabs = Sheets(self.review, self.stack, self)
        self.views = self.table_tabs.views
        self.findings = FindingsPanel(self.review, self)
        self._splitter = QSplitter(Qt.Orientation.Horizontal, self, childrenCollapsible=False)
        self._build()
        self.mender = Mender(self.review, self.stack, self.table_tabs, self.findings, talk, jobs)
        self.fixer = Fixer(self.review, self.stack, self.table_tabs, self.findings, talk)
        self.undoing = Undoing(self.stack, self.table_tabs)
        self.memory = Memory(self.review, self.bars, jobs, self)
        self.requirements = Requirements(self.review, settings, self.bars, talk, jobs, self)
        self.last_year = LastYearInUse(self.review, self.bars, talk, jobs, self)
        self.years = SideBySide(self.last_year, self.views, self.table_tabs)
        self._say_notes()
        self._connect()
        self._refresh()
        self._take_up(sitting)

    # --- what others ask ----------------------------------------------------------------------------

    @property
    def path(self) -> Path:
        return self.review.report.path

    @property
    def is_modified(self) -> bool:
        return self.review.is_modified

    @property
    def unsaved_count(self) -> int:
        """How many places no file holds yet; 0 where that cannot be told because some were saved before."""
        return 0 if self.saver.last else len(self.review.changes)

    @property
    def is_typing(self) -> bool:
        return self.table_tabs.is_typing

    @property
    def current_view(self) -> FormView | None:
        """The table in front."""
        return self.table_tabs.current_view

    @property
    def panes(self) -> list[QWidget]:
        """What F6 goes round."""
        front = self.table_tabs.front
        return [*([front] if front is not None else []), *self.findings.panes]

    def take_over(self, earlier: "ReportPage") -> None:
        """Go on where an earlier page of the same sitting and the same undo stack leaves off."""
        self.review.unsubscribe(earlier._values_changed)
        earlier.undoing.stop()
        self.saver.inherit(earlier.saver)
        self.memory.inherit(earlier.memory)
        self.last_year.take_over(earlier.last_year)
        self.years.take_over(earlier.years)
        self.requirements.read_again()
        self.table_tabs.take_over(earlier.table_tabs)
        self._is_greeted = earlier._is_greeted
        self.mender.wake()

    def greet(self) -> None:
        """On first sight go to the first problem, or to what is in front if there is none."""
        if self._is_greeted:
            return
        self._is_greeted = True
        if self.table_tabs.front is not None:
            self.table_tabs.front.setFocus()
            self._starts_at = self.table_tabs.current_cell
            self.mender.answered.connect(self._go_to_first, Qt.ConnectionType.SingleShotConnection)
            self.mender.wake()

    def _go_to_first(self) -> None:
        """Unless the clerk has begun meanwhile."""
        front = self.table_tabs.front
        if self.focusWidget() is front is not None and self.table_tabs.current_cell == self._starts_at:
            self.findings.choose_first()

    def on_view(self, deed: Callable[[FormView], None]) -> None:
        """Do it on the table in front, if there is one."""
        if self.current_view is not None:
            deed(self.current_view)

    def finish_typing(self) -> None:
        """Take what stands in an open cell editor; a command must not pass over it."""
        self.table_tabs.finish_typing()

    def step(self, by: int) -> None:
        """Go to the next finding (1) or the one before (-1)."""
        if not self.findings.step(by):
            self.message.emit(glance(self.review).calm)

    def step_table(self, by: int) -> None:
        """Bring the next table or the text to the front."""
        self.table_tabs.step(by)

    def accept_chosen(self) -> None:
        """Take the best way to mend what is chosen at the right."""
        (self.fixer if self.findings.list.has_choice else self.mender).accept_chosen()

    def verify_chosen(self) -> None:
        """What is chosen at the right is right as it is."""
        (self.fixer if self.findings.list.has_choice else self.mender).verify_chosen()

    # --- building -----------------------------------------------------------------------------------

    def _build(self) -> None:
        left = QWidget(self._splitter)
        column = _column(left)
        column.addWidget(self.table_tabs, 1)
        column.addWidget(self._equation)
        self._equation.setVisible(bool(self.views))
        if not self.table_tabs.fronts:
            column.insertWidget(0, nothing_found(left), 1)
            self.table_tabs.hide()
            self.findings.hide()
        self._splitter.addWidget(left)
        self._splitter.addWidget(self.findings)
        self._splitter.setStretchFactor(0, 1)
        space = sizes(self.fontMetrics())
        self._splitter.setSizes([space.em * 56, space.em * 28])
        self._splitter.restoreState(self._settings.get(SPLITTER))
        page = _column(self)
        page.addWidget(self.summary)
        page.addWidget(self.bars)
        page.addWidget(self._splitter, 1)

    def _connect(self) -> None:
        self.review.subscribe(self._values_changed)
        self.findings.chosen.connect(self.show_finding)
        self.findings.problems.finding_chosen.connect(self.show_finding)
        self.undoing.message.connect(self.message)
        self.mender.go_to.connect(self.show_problem)
        self.mender.message.connect(self.message)
        self.fixer.message.connect(self.message)
        self._splitter.splitterMoved.connect(lambda: self._settings.set(SPLITTER, self._splitter.saveState()))
        tabs = self.table_tabs
        tabs.currentChanged.connect(self._tab_changed)
        tabs.finding_chosen.connect(self.findings.choose_finding)
        tabs.equation_text.connect(self._equation.say)
        tabs.message.connect(self.message)
        tabs.zoom_changed.connect(self._zoomed)
        tabs.typing_changed.connect(self.changed)
        self.saver.saved.connect(self.changed)
        self.set_zoom(self._settings.get(ZOOM))

    def _say_notes(self) -> None:
        for number, note in enumerate(self.review.report.document.notes):
            self.bars.show_bar(f"note {number}", MessageBar("advice", note, parent=self.bars))
        if not self.views and self.table_tabs.fronts:
            self.bars.show_bar("no tables", MessageBar("warning", no_tables(), parent=self.bars))

    def _take_up(self, sitting: Sitting) -> None:
        """What was found beside the report, and what of it cannot be used."""
        self.summary.add(LastYearButton(self.last_year, self))
        self.saver.saved.connect(lambda saved: self.memory.also_beside(saved.target))
        self.last_year.changed.connect(self.changed)
        self.last_year.message.connect(self.message)
        self.years.changed.connect(self.changed)
        self.requirements.say(sitting.local)
        self.memory.say_damaged(sitting.wrong_marks)
        self.last_year.found(sitting.last)

    # --- following the sitting ----------------------------------------------------------------------

    def _values_changed(self, ids: Iterable[str]) -> None:
        changed = frozenset(ids)
        if self.table_tabs.text is not None:
            self.table_tabs.text.follow(changed)
        self.findings.update_findings()
        self.mender.follow(changed)
        self._refresh()
        self.changed.emit()

    def _refresh(self) -> None:
        state = glance(self.review)
        self.summary.say(state, about(self.review))
        self.findings.set_calm(state.kind, state.calm)
        self.table_tabs.count_findings(self.review.findings)

    def _tab_changed(self) -> None:
        view = self.current_view
        self._equation.setVisible(view is not None)
        self._equation.say(equation_line(self.review, view.current_cell) if view is not None else "")

    def show_finding(self, finding: Finding, is_going: bool = True) -> None:
        """Bring the tab of the finding to the front, its places and cells framed; see ``Sheets``."""
        self.table_tabs.show_finding(finding, is_going)

    def show_problem(self, told: Told, is_going: bool = True) -> None:
        """The same for a problem: what its best repair changes, else the first of its findings."""
        view = self.views.get(told.table)
        if view is None:
            return
        if told.offers:
            view.show_cell(told.cells[0])
        else:
            view.show_cells(told.cells)
        self.table_tabs.bring(told.table, is_going=is_going)

    # --- zoom ---------------------------------------------------------------------------------------

    def set_zoom(self, percent: int) -> None:
        self.table_tabs.set_zoom(percent)

    def zoom(self, by: int) -> None:
        """A step larger (1) or smaller (-1)."""
        self.set_zoom(self._settings.get(ZOOM) + by * ZOOM_STEP)

    def _zoomed(self, percent: int) -> None:
        self._settings.set(ZOOM, percent)
        self.set_zoom(percent)


def _column(parent: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(parent)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    return column
