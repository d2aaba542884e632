"""What belongs to the batch window rather than to this one, and what both tell each other."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from core.paths import is_folder
from gui.jobs import Jobs

if TYPE_CHECKING:
    from gui.batch.window import BatchWindow
    from gui.window.main_window import MainWindow
    from gui.window.report_page import ReportPage
    from gui.window.reports import Reports
    from gui.window.saving import Saved

MANY = 12
"""More files than this are not opened one by one."""


class Batching(QObject):
    """The batch window is made when it is wanted for the first time.

    jobs: those of the main window in a test; otherwise the batch has its own, so that a long run never keeps
    a report from opening.
    """

    def __init__(self, main: MainWindow, jobs: Jobs | None) -> None:
        super().__init__(main)
        self._main = main
        self._jobs = jobs or Jobs(parent=self)
        self._reports: Reports | None = None
        self.window: BatchWindow | None = None

    def follow(self, reports: Reports) -> None:
        """The rows of the list follow the corrections made in these."""
        self._reports = reports
        reports.changed.connect(self._tell)
        reports.saved.connect(self._saved)

    def take(self, paths: Iterable[Path]) -> list[Path]:
        """Folders and very many files are checked as a batch; the rest is given back."""
        given = list(paths)
        if len(given) > MANY or any(map(is_folder, given)):
            self.show().check(given)
            return []
        return given

    def choose_folder(self) -> None:
        """Let the clerk pick a folder."""
        self.show().choose_folder()

    def show(self) -> BatchWindow:
        """The batch window, in front."""
        if self.window is None:
            from gui.batch.window import BatchWindow

            self.window = BatchWindow(self._main.settings, self._main.talk, self._jobs)
            self.window.open_wanted.connect(self._open)
            self.window.listing.changed.connect(self._tell, Qt.ConnectionType.QueuedConnection)
        self.window.come_forward()
        return self.window

    def speak(self) -> None:
        """In another language: a new window takes over from the old one."""
        old, self.window = self.window, None
        if old is None:
            return
        is_seen = old.isVisible()
        old.close()
        self._jobs.wait()
        if is_seen:
            self.show().take_over(old)
        old.deleteLater()

    def close(self) -> None:
        """With the main window."""
        if self.window is not None:
            self.window.close()
        self._jobs.wait()

    def _open(self, path: Path) -> None:
        self._main.open_files([path])
        self._main.come_forward()

    def _tell(self) -> None:
        if self.window is not None and self._reports is not None:
            self.window.follow(self._reports.pages)

    def _saved(self, _page: ReportPage, saved: Saved) -> None:
        self._tell()
        if self.window is not None:
            self.window.saved(saved.target)
