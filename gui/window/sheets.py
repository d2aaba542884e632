"""The tabs of one report: its three tables and its running text."""

from collections.abc import Callable, Iterable, Mapping
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QTabWidget, QWidget

from core.findings import Finding, Place, paragraph_number
from core.forms import TABLES, editions
from core.review import Review
from gui.grid.view import FormView
from gui.text.page import TextPage
from gui.text.paper import Paper
from gui.text.view import TextView
from gui.where import TEXT, home, name_of

Front = FormView | TextView


class Sheets(QTabWidget):
    """views: the tables that were found, by id. text: None where the report has no running text.

    finding_chosen: its place in the text was clicked or reached. equation_text: of the current cell.
    The other signals are those of the views.
    """

    finding_chosen = Signal(object)
    equation_text = Signal(str)
    message = Signal(str)
    zoom_changed = Signal(int)
    typing_changed = Signal()

    def __init__(self, review: Review, stack: QUndoStack, parent: QWidget | None = None) -> None:
        super().__init__(parent, documentMode=True)
        self.review = review
        self.views: dict[str, FormView] = {}
        self.text_page: TextPage | None = None
        self._keys = (*TABLES, TEXT)
        self.setAccessibleName(self.tr("表格和正文"))
        self.tabBar().setAccessibleName(self.tr("表二、表三、表四、正文"))
        for table in TABLES:
            self._add_table(table, stack)
        self._add_text(stack)
        self.tabBarClicked.connect(lambda: self.message.emit(""))
        if not self.views and self.text_page is not None:
            self.setCurrentWidget(self.text_page)

    # --- building -----------------------------------------------------------------------------------

    def _add_table(self, table: str, stack: QUndoStack) -> None:
        form = next((f for f in self.review.forms if f.id == table), None)
        if form is None:
            edition = self.review.report.recognition.edition or max(editions())
            name = name_of(table, edition)
            self._add_absent(name, self.tr("报告里没有找到{name}").format(name=name))
            return
        view = FormView(self.review, table, stack, self)
        self.views[table] = view
        self.setTabToolTip(self.addTab(view, name_of(table, form.edition)), form.heading)
        view.equation_text.connect(partial(self._pass_equation, view))
        self._pass_on(view)

    def _pass_equation(self, view: FormView, text: str) -> None:
        """A table behind another one may have something to say, but not now."""
        if view is self.current_view:
            self.equation_text.emit(text)

    def _add_text(self, stack: QUndoStack) -> None:
        paper = Paper(self.review)
        if not paper.has_text:
            self._add_absent(name_of(TEXT), self.tr("这份文件里只有表格，没有正文"))
            return
        self.text_page = TextPage(self.review, paper, stack, self)
        self.setTabToolTip(self.addTab(self.text_page, name_of(TEXT)), self.tr("报告的文字部分"))
        view = self.text_page.view
        view.finding_chosen.connect(self.finding_chosen)
        view.cells_wanted.connect(self.show_cells)
        view.table_wanted.connect(self._go_to)
        self._pass_on(view)

    def _add_absent(self, name: str, why: str) -> None:
        number = self.addTab(QWidget(self), name)
        self.setTabEnabled(number, False)
        self.setTabToolTip(number, why)

    def _pass_on(self, view: Front) -> None:
        view.message.connect(self.message)
        view.zoom_changed.connect(self.zoom_changed)
        view.typing_changed.connect(self.typing_changed)

    # --- what is in front -----------------------------------------------------------------------------

    @property
    def fronts(self) -> dict[str, Front]:
        """What the tabs show, by their keys; those that can be gone to."""
        found: dict[str, Front] = dict(self.views)
        return found if self.text is None else {**found, TEXT: self.text}

    @property
    def text(self) -> TextView | None:
        return self.text_page.view if self.text_page is not None else None

    @property
    def front(self) -> Front | None:
        return self.fronts.get(self._keys[self.currentIndex()])

    @property
    def current_view(self) -> FormView | None:
        """The table in front."""
        return self.views.get(self._keys[self.currentIndex()])

    @property
    def current_cell(self) -> str:
        """Of the table in front; empty where there is none."""
        return self.current_view.current_cell if self.current_view is not None else ""

    @property
    def is_typing(self) -> bool:
        return any(view.is_typing for view in self.fronts.values())

    def on_front(self, deed: Callable[[Front], None]) -> None:
        """Do it on what is in front, if there is anything."""
        if self.front is not None:
            deed(self.front)

    def finish_typing(self) -> None:
        """Take what stands in an open editor; a command must not pass over it."""
        view, focus = self.front, self.window().focusWidget()
        if view is not None and focus is not None and view.viewport().isAncestorOf(focus):
            view.setFocus()

    def bring(self, key: str, *, is_going: bool = False) -> None:
        """A tab to the front; ``is_going``: the focus follows."""
        view = self.fronts.get(key)
        if view is not None:
            self.setCurrentIndex(self._keys.index(key))
            if is_going:
                view.setFocus()

    def _go_to(self, key: str) -> None:
        self.bring(key, is_going=True)

    def step(self, by: int) -> None:
        """The next tab that can be gone to; the keyboard stays in the tabs where it was in them."""
        keys = list(self.fronts)
        here = self._keys[self.currentIndex()]
        focus = self.window().focusWidget()
        if here in keys:
            is_going = focus is not None and self.isAncestorOf(focus)
            self.bring(keys[(keys.index(here) + by) % len(keys)], is_going=is_going)

    def look_up(self) -> None:
        """Look for words in the text."""
        if self.text_page is None:
            self.message.emit(self.tr("这份文件里只有表格，没有正文可查"))
            return
        self.bring(TEXT)
        self.text_page.find_bar.open()

    def take_over(self, earlier: "Sheets") -> None:
        """Show what stood in front in an earlier set of tabs of the same report."""
        self.setCurrentIndex(earlier.currentIndex())
        if earlier.current_cell and self.current_view is not None:
            self.current_view.show_cell(earlier.current_cell)

    def set_zoom(self, percent: int) -> None:
        """Tables and text of the report are shown at one size."""
        for view in self.fronts.values():
            view.set_zoom(percent)

    # --- showing --------------------------------------------------------------------------------------

    def count_findings(self, findings: Iterable[Finding]) -> None:
        """Say on each tab how many findings begin there."""
        homes = [home(finding, self.review) for finding in findings]
        for number, key in enumerate(self._keys):
            name, count = name_of(key), homes.count(key)
            said = self.tr("{name}（{count}）").format(name=name, count=count)
            self.setTabText(number, said if count and key in self.fronts else name)

    def show_finding(self, finding: Finding, is_going: bool = True) -> None:
        """Bring its tab to the front, with its places and cells framed."""
        key = home(finding, self.review)
        self.bring(key if key in self.fronts else finding.table, is_going=is_going)
        for view in self.views.values():
            view.show_cells(finding.cells, finding.severity)
        if self.text is not None:
            self.text.show_finding(finding)

    def show_place(self, place: Place) -> None:
        """Go to a place of the text."""
        if self.text is not None:
            self.bring(TEXT, is_going=True)
            self.text.show_place(place)

    def preview(self, texts: Mapping[str, str]) -> None:
        """Draw cells and paragraphs as they would be, for a look only; nothing where there are none."""
        for view in self.views.values():
            view.set_preview({id_: text for id_, text in texts.items() if id_ in self.review.cells})
        if self.text is not None:
            self.text.preview({id_: text for id_, text in texts.items() if id_ in self.review.paragraphs})

    def frame(self, finding: Finding | None) -> None:
        """Frame the places of what is chosen, wherever the clerk is looking."""
        if self.text is not None:
            self.text.frame(finding)

    def show_cells(self, cells: Iterable[str]) -> None:
        """Go to cells that a number of the text is tied to."""
        wanted = tuple(cells)
        table = self.review.places[wanted[0]].table
        view = self.views[table]
        if len(wanted) == 1:
            view.show_cell(wanted[0])
        else:
            view.show_cells(wanted)
        self.bring(table, is_going=True)

    def show_id(self, id_: str, *, is_going: bool = False) -> None:
        """Show a cell, or a paragraph from its beginning."""
        number = paragraph_number(id_)
        if number is None:
            table = self.review.places[id_].table
            self.views[table].show_cell(id_)
            self.bring(table, is_going=is_going)
        elif self.text is not None and self.review.is_read(number):
            self.bring(TEXT, is_going=is_going)
            self.text.show_paragraph(number)
