"""The list of reports with everything that narrows it, and what was found in the chosen one."""

from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from core.batch.run import record
from core.batch.store import Store
from core.batch.terms import Terms
from core.errors import GoujiError
from gui.batch.choosing import Chips, SearchBox
from gui.batch.entries import ALL, Choice, Entry
from gui.batch.findings_pane import FindingsPane
from gui.batch.kinds import Kinds
from gui.batch.list_view import ListView
from gui.batch.listing import Listing
from gui.jobs import Jobs
from gui.theme import sizes
from gui.widgets.labels import quiet

_CALM = 90
"""Milliseconds after which a chosen report is looked up: not while the clerk runs through the list."""


class ReportsPage(QWidget):
    """open_wanted: a file is to be opened in the main window."""

    open_wanted = Signal(object)

    def __init__(self, listing: Listing, jobs: Jobs, store: Store, parent: QWidget) -> None:
        super().__init__(parent)
        self._listing = listing
        self._jobs = jobs
        self._store = store
        self.terms = Terms()
        self._explained = ""
        self.chips = Chips(self)
        self.search = SearchBox(self)
        self.kinds = Kinds(self)
        self.list = ListView(listing, self)
        self.findings = FindingsPane(self)
        self.hint = quiet(QLabel(self, wordWrap=True, alignment=Qt.AlignmentFlag.AlignCenter))
        self.hint.setObjectName("batch_hint")
        self._middle = QStackedWidget(self)
        self._calm = QTimer(self, singleShot=True, interval=_CALM)
        self._build()
        self._connect()
        self._refresh()

    def _build(self) -> None:
        space = sizes(self.fontMetrics())
        self.hint.setMargin(space.margin * 2)
        self._middle.addWidget(self.list)
        self._middle.addWidget(self.hint)
        head = QHBoxLayout()
        head.setContentsMargins(space.wide_gap, space.gap, space.wide_gap, space.gap)
        head.addWidget(self.chips)
        head.addStretch(1)
        head.addWidget(self.search, 1)
        split = QSplitter(Qt.Orientation.Horizontal, self, childrenCollapsible=False)
        parts: tuple[tuple[QWidget, int], ...] = ((self.kinds, 12), (self._middle, 58), (self.findings, 26))
        for widget, ems in parts:
            split.addWidget(widget)
            widget.setMinimumWidth(space.em * 9)
            split.setStretchFactor(split.count() - 1, ems)
        split.setSizes([space.em * ems for ems in (12, 58, 26)])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(split, 1)

    def _connect(self) -> None:
        self._listing.changed.connect(self._refresh)
        self.chips.chosen.connect(self._choose)
        self.kinds.chosen.connect(self._choose)
        self.search.textChanged.connect(self._choose)
        self.search.left.connect(self.list.setFocus)
        self.list.chosen.connect(self._show)
        self.list.opened.connect(self.open_wanted)
        self.findings.open_button.clicked.connect(self.list.open_current)
        self._calm.timeout.connect(self._look_up)

    @property
    def panes(self) -> list[QWidget]:
        """What F6 goes round."""
        chip = self.chips.chips[self.chips.current]
        return [self.list, self.findings.list, self.kinds.list, self.search, chip]

    def show_all(self) -> None:
        """Nothing narrows the list any more."""
        self.search.clear()
        self.kinds.list.setCurrentRow(0)
        self.chips.choose(ALL)

    def show_path(self, path: Path) -> None:
        """Bring a file in sight, whatever narrows the list now."""
        if not self.list.show_path(path):
            self.show_all()
            self.list.show_path(path)

    def explain(self, text: str) -> None:
        """What stands in place of the list as long as there is nothing in it."""
        self._explained = text
        self._show_hint()

    def _choose(self) -> None:
        self._listing.choose(Choice(self.chips.current, self.kinds.current, self.search.words))
        self._show_hint()

    def _refresh(self) -> None:
        tags = self._listing.tags
        self.chips.show_counts(tags)
        self.kinds.show_counts(self._listing.kinds, tags[ALL])
        self._show_hint()

    def _show_hint(self) -> None:
        is_empty = not self._listing.rowCount()
        has_some = bool(self._listing.tags[ALL])
        self.hint.setText(self.tr("没有符合筛选条件的报告。") if has_some else self._explained)
        self._middle.setCurrentWidget(self.hint if is_empty else self.list)

    # --- the chosen report --------------------------------------------------------------------------

    def _show(self, entry: Entry | None) -> None:
        self._calm.stop()
        if entry is None:
            self.findings.clear()
            return
        self.findings.show_entry(entry)
        if entry.row.state != "unreadable":
            self._calm.start()

    def refresh_chosen(self) -> None:
        """The chosen report has been checked anew; where none is chosen, the first is."""
        if self.list.current is None and self._listing.rowCount():
            self.list.selectRow(0)
        else:
            self._show(self.list.current)

    def rest(self) -> None:
        """The window is closed: nothing is looked up any more."""
        self._calm.stop()

    def _look_up(self) -> None:
        entry = self.list.current
        if entry is None:
            return
        row = entry.row

        def is_wanted() -> bool:
            return self.list.current is entry and entry.row is row

        done = partial(self._looked_up, entry)
        self._jobs.start(partial(record, row, self.terms, self._store), done, self._unknown, is_wanted)

    def _looked_up(self, entry: Entry, found: Any) -> None:
        self.findings.show_record(entry, found)

    def _unknown(self, error: GoujiError) -> None:
        self.findings.note.setText(str(error))
