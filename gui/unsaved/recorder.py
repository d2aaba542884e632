"""Writes down the unsaved changes of one report, a moment after each, off the GUI thread."""

from __future__ import annotations

from datetime import datetime
from functools import cached_property, partial
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from shiboken6 import isValid

from core import journal
from core.errors import GoujiError, SaveError
from core.journal import Journal
from gui.commands import reasons
from gui.jobs import Jobs
from gui.unsaved.session import Session

if TYPE_CHECKING:
    from gui.window.report_page import ReportPage

DELAY = 1000
"""Milliseconds from the first change to the writing; further ones in between come along."""


class Recorder(QObject):
    """failed: the changes could not be written down; said once."""

    failed = Signal()

    def __init__(self, page: ReportPage, session: Session, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self.review = page.review
        self._page = page
        self._session = session
        self._jobs = jobs
        self._slip: _Slip | None = None
        self._replaced: list[Path] = []
        self._timer = QTimer(self, singleShot=True, interval=DELAY)
        self._timer.timeout.connect(self._write)
        page.review.subscribe(self._follow)
        page.saver.saved.connect(self._write)

    def replace(self, orphan: Path) -> None:
        """What this journal held is in the report again: it goes as soon as the report's own is written."""
        self._replaced.append(orphan)
        self._write()

    def take_over(self, earlier: Recorder) -> None:
        """The same sitting on a page built anew: its journal goes on."""
        self._slip, self._replaced = earlier._slip, earlier._replaced
        earlier.review.unsubscribe(earlier._follow)
        earlier.pause()
        earlier.deleteLater()
        self._write()

    def pause(self) -> None:
        """The window closes."""
        self._timer.stop()

    def stop(self) -> None:
        """The report is closed; what is not saved was not to be kept."""
        self.review.unsubscribe(self._follow)
        self.pause()
        if self._slip is not None:
            self._slip.content = None
            self._start(self._slip)
        self.deleteLater()

    @cached_property
    def _digest(self) -> str:
        return journal.digest(self.review)

    def _follow(self, _changed: object) -> None:
        if not self._timer.isActive():
            self._timer.start()

    def _write(self) -> None:
        review = self.review
        if self._slip is None:
            place = self._session.new_place() if review.is_modified else None
            if place is None:
                if review.is_modified:
                    self.failed.emit()
                return
            self._slip = _Slip(place)
        self._slip.content = self._journal() if review.is_modified else None
        self._slip.replaced, self._replaced = (*self._slip.replaced, *self._replaced), []
        self._start(self._slip)

    def _journal(self) -> Journal:
        page = self._page
        changes = {id_: (page.review.original(id_), text) for id_, text in page.review.typed.items()}
        return Journal(
            page.path, self._digest, datetime.now(), changes, reasons(page.stack), page.review.remembered
        )

    def _start(self, slip: _Slip) -> None:
        self._jobs.start(slip.write, self._done, self._not_written, wanted=partial(isValid, self))

    def _done(self, is_written: bool) -> None:
        if not is_written:
            self.failed.emit()

    def _not_written(self, _error: GoujiError) -> None:
        """An unforeseen error; it was shown already."""


class _Slip:
    """The file and what is to stand in it: written by whichever job comes, always as it is newest."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = Lock()
        self.content: Journal | None = None
        self.replaced: tuple[Path, ...] = ()

    def write(self) -> bool:
        """Off the GUI thread; whether it could be done."""
        with self._lock:
            content, replaced = self.content, self.replaced
            try:
                if content is None:
                    self._path.unlink(missing_ok=True)
                else:
                    journal.write(self._path, content)
                for path in replaced:
                    path.unlink(missing_ok=True)
            except (SaveError, OSError):
                return False
        return True
