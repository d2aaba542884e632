"""The window: a start page until a report is open, then the reports; menus, tool bar, files dropped."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from gui.crash import guarded
from gui.help.desk import HelpDesk
from gui.jobs import Jobs
from gui.settings import GEOMETRY, LAST_FOLDER, SCHEME, Settings
from gui.talk import Talk
from gui.unsaved.keeper import Keeper
from gui.widgets.bars import BarStack, MessageBar
from gui.window import menus, placing, years
from gui.window.actions import Actions
from gui.window.batching import Batching
from gui.window.drop import DropWindow
from gui.window.exporting import Exporter
from gui.window.on_page import ON_PAGE
from gui.window.opening import Opener
from gui.window.panes import step_pane
from gui.window.recents import Recents
from gui.window.reports import Reports
from gui.window.speaking import Speaking
from gui.window.start_page import StartPage, samples
from gui.window.status_line import StatusLine
from gui.window.waiting import Waiting

if TYPE_CHECKING:
    from core.sitting import Sitting
    from gui.window.report_page import ReportPage


class MainWindow(DropWindow):
    """All asking goes through ``talk``, all work off the GUI thread through ``jobs``.

    wear: puts on the colours of a scheme (``settings.SCHEME``). journals: the folder where unsaved
    changes are written down; without one they are not.
    """

    def __init__(
        self,
        settings: Settings,
        talk: Talk | None = None,
        jobs: Jobs | None = None,
        wear: Callable[[str], None] = lambda _scheme: None,
        journals: Path | None = None,
    ) -> None:
        super().__init__()
        self.settings = settings
        self.talk = talk or Talk(self)
        self.jobs = jobs or Jobs(parent=self)
        self.wear = wear
        self._may_close = False
        self._comes_to_front = False
        self.batching = Batching(self, jobs)
        self.opener = Opener(self.jobs, settings, self)
        self.help = HelpDesk(self, self.talk)
        self.keeper = Keeper(journals, self.talk, self.jobs, self) if journals else None
        self._speaking = Speaking(self)
        self.furnish()
        self._watch_opener()
        if self.keeper is not None:
            self.keeper.recoverer.open_wanted.connect(self.open_files)
        placing.place(self, settings.get(GEOMETRY))

    # --- building -----------------------------------------------------------------------------------

    def furnish(self) -> None:
        """Everything that says something."""
        self.commands = Actions(self)
        self.bars = BarStack(self)
        self.exporter = Exporter(self.bars, self.talk, self.jobs, self)
        self._on_page_deeds: Mapping[str, Callable[[ReportPage], None]] = {**ON_PAGE, **self.exporter.deeds}
        self.start = StartPage(self)
        self.reports = Reports(self.settings, self.talk, self.jobs, self)
        self.recents = Recents(self.settings, self.jobs, self.reports, self.start)
        if self.keeper is not None:
            self.keeper.attend(self.reports, self.bars)
        self._stack = QStackedWidget(self)
        self.status = StatusLine(self.statusBar())
        self._build()
        self._connect()
        self._show_state()
        self.batching.speak()

    def _build(self) -> None:
        self.statusBar().setSizeGripEnabled(False)
        self._stack.addWidget(self.start)
        self._stack.addWidget(self.reports)
        centre = QWidget(self)
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bars)
        column.addWidget(self._stack, 1)
        self.setCentralWidget(centre)
        self._build_menus()

    def _build_menus(self) -> None:
        commands, group = self.commands, self.reports.undo_group
        undo, redo = self.tr("撤销"), self.tr("重做")
        commands.add("undo", group.createUndoAction(self, undo), undo, "undo", ("Ctrl+Z",))
        commands.add("redo", group.createRedoAction(self, redo), redo, "redo", ("Ctrl+Y", "Ctrl+Shift+Z"))
        last = commands["forget_recent"]
        recent = menus.FilesMenu(
            self.tr("最近打开"), lambda: self.settings.recent, self._open_one, last, self.menuBar()
        )
        examples = menus.FilesMenu(self.tr("示例报告"), samples, self._open_one, None, self.menuBar())
        view = menus.build_menus(self, commands, recent, examples)
        menus.add_schemes(view, self.settings, self._choose_scheme)
        menus.build_tools(self, commands, recent)
        commands.tint(self.palette())

    def _connect(self) -> None:
        deeds: dict[str, Callable[[], object]] = {
            "open": self.choose_files,
            "batch": self.batching.choose_folder,
            "close": lambda: self._on_page(self.reports.close_page),
            "quit": self.close,
            "next_report": lambda: self.reports.step_report(1),
            "previous_report": lambda: self.reports.step_report(-1),
            "pane": lambda: self._step_pane(1),
            "pane_back": lambda: self._step_pane(-1),
            "forget_recent": self._forget_recent,
            "settings": self._change_settings,
            "help": lambda: self.help.show_help(self.reports.page),
            "keys": self.help.show_keys,
            "manual": self.help.show_manual,
            "tour": self.help.show_tour,
            "log": self.help.show_log,
            "about": self.help.show_about,
        }
        deeds |= {name: partial(self._on_page, deed) for name, deed in self._on_page_deeds.items()}
        for name, deed in deeds.items():
            self.commands[name].triggered.connect(lambda _checked=False, deed=deed: deed())
        self.addActions(self.commands.all())
        self.start.open_wanted.connect(self.choose_files)
        self.start.batch_wanted.connect(self.batching.choose_folder)
        self.batching.follow(self.reports)
        self.start.chosen.connect(self._open_one)
        self.reports.changed.connect(self._show_state)
        self.status.follow(self.reports)
        self.reports.reload_wanted.connect(lambda path: self.opener.open([path]))
        self.help.message.connect(self.status.say)
        self.exporter.exported.connect(self.status.exported)
        self.reports.saved.connect(lambda _, saved: self.exporter.say_lacking(saved.target, saved.lacking))
        self.status.folder_wanted.connect(self.talk.show_folder)

    def _watch_opener(self) -> None:
        self.opener.opened.connect(self._opened)
        self.opener.failed.connect(self._not_opened)
        Waiting(self.opener, lambda: self.bars, self)

    # --- opening ------------------------------------------------------------------------------------

    def choose_files(self) -> None:
        """Let the clerk pick reports."""
        self.talk.choose_open(self, self.settings.get(LAST_FOLDER), self.open_files)

    def open_files(self, paths: Iterable[Path]) -> None:
        """Open reports; one that is open already is only brought to the front. Many are a batch."""
        new: list[Path] = []
        for path in self.batching.take(paths):
            page = self.reports.find_page(path)
            if page is None:
                new.append(path)
            else:
                self.reports.setCurrentWidget(page)
        if new:
            self._comes_to_front = not self.opener.is_busy or self._comes_to_front
            self.opener.open(new)

    def take_files(self, paths: list[Path]) -> None:
        self.open_files(paths)

    def _open_one(self, path: Path) -> None:
        self.open_files([path])

    def _opened(self, sitting: Sitting) -> None:
        self.bars.remove(_about(sitting.asked_for))
        years.offer(sitting.review.report, self.reports, self.talk, partial(self._put, sitting))

    def _put(self, sitting: Sitting) -> None:
        """The first report of a batch comes to the front, the others wait behind it."""
        page = self.reports.put(sitting)
        self.recents.opened(page)
        if self._comes_to_front:
            self._comes_to_front = False
            self.reports.setCurrentWidget(page)
            self._show_state()
            page.greet()

    def _not_opened(self, path: Path, why: str) -> None:
        if not path.exists():
            self.settings.forget(path)
            self._show_state()
        self.bars.show_bar(_about(path), MessageBar("error", why, parent=self.bars))

    def _forget_recent(self) -> None:
        self.settings.forget_all()
        self._show_state()

    # --- what is in front ---------------------------------------------------------------------------

    def _on_page(self, deed: Callable[[ReportPage], None]) -> None:
        if self.reports.page is not None:
            self.reports.page.finish_typing()
            deed(self.reports.page)

    def _show_state(self) -> None:
        """Title, commands and the start page follow the report in front."""
        page = self.reports.page
        self._stack.setCurrentWidget(self.reports if page else self.start)
        title = self.tr("年报勾稽校核")
        self.setWindowTitle(f"{page.path.name}[*] — {title}" if page else title)
        self.setWindowModified(page is not None and page.is_modified)
        if page is not None and page.is_modified:
            self.status.forget_saved()
        for name in (*self._on_page_deeds, "close", "next_report", "previous_report"):
            self.commands[name].setEnabled(page is not None)
        self.commands["save"].setEnabled(page is not None and (page.is_modified or page.is_typing))
        self.commands["save_marked"].setEnabled(page is not None and page.saver.has_marks)
        for name in ("previous", "next"):
            self.commands[name].setEnabled(page is not None and bool(page.review.findings))
        years.show_state(self.commands, page)
        if page is None:
            self.recents.show()
            self.status.say("")

    def _step_pane(self, by: int) -> None:
        """Move the focus to the next part of the window."""
        step_pane(self.reports.page.panes if self.reports.page else self.start.panes, by)

    def _choose_scheme(self, scheme: str) -> None:
        self.settings.set(SCHEME, scheme)
        self.wear(scheme)

    def _change_settings(self) -> None:
        from gui.window.preferring import change_settings

        change_settings(self, self.settings, self.talk, self.reports, self.wear)

    # --- events -------------------------------------------------------------------------------------

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange:
            self.commands.tint(self.palette())
        elif event.type() == QEvent.Type.LanguageChange:
            self._speaking.soon()
        elif event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self.reports.watcher.look()
        super().changeEvent(event)

    @guarded
    def closeEvent(self, event: QCloseEvent) -> None:
        self._on_page(lambda _page: None)
        if not self._may_close and any(page.is_modified for page in self.reports.pages):
            event.ignore()
            self.reports.leave_all(self._close_now)
            return
        for page in self.reports.pages:
            self.recents.look_at(page)
        self.settings.set(GEOMETRY, self.saveGeometry())
        self.opener.cancel()
        self.batching.close()
        self.jobs.wait()
        if self.keeper is not None:
            self.keeper.close()
        event.accept()

    def _close_now(self) -> None:
        """In a later event: Qt ignores a close within the handling of another."""
        self._may_close = True
        QTimer.singleShot(0, self.close)


def _about(path: Path) -> str:
    """The key of the message about a file."""
    return f"file {path.absolute()}"
