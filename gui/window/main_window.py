"""The window: a start page until a report is open, then the reports; menus, tool bar, files dropped."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QShowEvent

from core.paths import is_there
from gui.crash import guarded
from gui.settings import GEOMETRY, LAST_FOLDER, SCHEME, Settings
from gui.window import years
from gui.window.panes import step_pane
from gui.window.shell import FirstPaint, Shell

if TYPE_CHECKING:
    from core.sitting import Sitting
    from gui.help.desk import HelpDesk
    from gui.jobs import Jobs
    from gui.talk import Talk
    from gui.unsaved.keeper import Keeper
    from gui.widgets.bars import BarStack
    from gui.window.batching import Batching
    from gui.window.exporting import Exporter
    from gui.window.opening import Opener
    from gui.window.recents import Recents
    from gui.window.report_page import ReportPage
    from gui.window.reports import Reports
    from gui.window.speaking import Speaking
    from gui.window.unopened import Unopened


class MainWindow(Shell):
    """All asking goes through ``talk``, all work off the GUI thread through ``jobs``.

    What the shell does not show is made right after the first paint, when the clerk sees the start page.

    wear: puts on the colours of a scheme (``settings.SCHEME``). journals: the folder where unsaved
    changes are written down; without one they are not.
    ready: the window has been painted, and everything is there.
    """

    ready = Signal()
    is_ready = False
    jobs: Jobs
    opener: Opener
    batching: Batching
    help: HelpDesk
    keeper: Keeper | None
    speaking: Speaking
    bars: BarStack
    unopened: Unopened
    exporter: Exporter
    reports: Reports
    recents: Recents
    on_page_deeds: Mapping[str, Callable[[ReportPage], None]]

    def __init__(
        self,
        settings: Settings,
        talk: Talk | None = None,
        jobs: Jobs | None = None,
        wear: Callable[[str], None] = lambda _scheme: None,
        journals: Path | None = None,
    ) -> None:
        super().__init__(settings)
        self.wear = wear
        self._may_close = False
        self._comes_to_front = False
        self._jobs = jobs
        self._journals = journals
        if talk is not None:
            self.talk = talk
        self.first_paint = FirstPaint(self)
        self.first_paint.over.connect(self.get_ready)
        self.start.target.painted.connect(self.first_paint.seen)

    @cached_property
    def talk(self) -> Talk:
        from gui.talk import Talk

        return Talk(self)

    def get_ready(self) -> None:
        """Make what is not there yet."""
        if self.is_ready:
            return
        from gui.window import interior

        interior.move_in(self, self._jobs, self._journals)
        interior.furnish(self)
        self.is_ready = True
        self.ready.emit()

    def refurnish(self) -> None:
        """Make everything that says something anew."""
        from gui.window import interior

        self.furnish_shell()
        interior.furnish(self)

    # --- opening ------------------------------------------------------------------------------------

    def choose_files(self) -> None:
        """Let the clerk pick reports."""
        self.talk.choose_open(self, self.settings.get(LAST_FOLDER), self.open_files)

    def open_files(self, paths: Iterable[Path]) -> None:
        """Open reports; one that is open already is only brought to the front. Many are a batch."""
        self.get_ready()
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

    def opened(self, sitting: Sitting) -> None:
        self.unopened.remove(sitting.asked_for)
        years.offer(sitting.review.report, self.reports, self.talk, partial(self._put, sitting))

    def _put(self, sitting: Sitting) -> None:
        """The first report of a batch comes to the front, the others wait behind it."""
        page = self.reports.put(sitting)
        self.recents.opened(page)
        if self._comes_to_front:
            self._comes_to_front = False
            self.reports.setCurrentWidget(page)
            self.show_state()
            page.greet()

    def not_opened(self, path: Path, why: str) -> None:
        if not is_there(path):
            self.settings.forget(path)
            self.show_state()
        self.unopened.add(path, why)

    def forget_recent(self) -> None:
        self.settings.forget_all()
        self.show_state()

    # --- what is in front ---------------------------------------------------------------------------

    def on_page(self, deed: Callable[[ReportPage], None]) -> None:
        if self.reports.page is not None:
            self.reports.page.finish_typing()
            deed(self.reports.page)

    def show_state(self) -> None:
        """Title, commands and the start page follow the report in front."""
        page = self.reports.page
        self.stack.setCurrentWidget(self.reports if page else self.start)
        title = self.tr("年报勾稽校核")
        self.setWindowTitle(f"{page.path.name}[*] — {title}" if page else title)
        self.setWindowModified(page is not None and page.is_modified)
        if page is not None and page.is_modified:
            self.status.forget_saved()
        for name in (*self.on_page_deeds, "close", "next_report", "previous_report"):
            self.commands[name].setEnabled(page is not None)
        self.commands["save"].setEnabled(page is not None and (page.is_modified or page.is_typing))
        self.commands["save_marked"].setEnabled(page is not None and page.saver.has_marks)
        for name in ("previous", "next"):
            self.commands[name].setEnabled(page is not None and bool(page.review.findings))
        years.show_state(self.commands, page)
        if page is None:
            self.recents.show()
            self.status.say("")

    def step_pane(self, by: int) -> None:
        """Move the focus to the next part of the window."""
        step_pane(self.reports.page.panes if self.reports.page else self.start.panes, by)

    def choose_scheme(self, scheme: str) -> None:
        self.settings.set(SCHEME, scheme)
        self.wear(scheme)

    def change_settings(self) -> None:
        from gui.window.preferring import change_settings

        change_settings(self, self.settings, self.talk, self.reports, self.wear)

    # --- events -------------------------------------------------------------------------------------

    def changeEvent(self, event: QEvent) -> None:
        """No event filter: one that is there when the program ends brings PySide down."""
        if not self.is_ready:
            pass
        elif event.type() == QEvent.Type.PaletteChange:
            self.commands.tint(self.palette())
        elif event.type() == QEvent.Type.LanguageChange:
            self.speaking.soon()
        elif event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self.reports.watcher.look()
        super().changeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.first_paint.wait()

    @guarded
    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.is_ready:
            return
        self.on_page(lambda _page: None)
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
