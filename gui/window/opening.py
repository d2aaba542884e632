"""Opens and checks files one after the other off the GUI thread; each ends as a sitting or as a sentence."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from core.errors import GoujiError
from core.paths import is_same_file
from gui.jobs import Jobs, Ticket
from gui.places import documents_folder
from gui.settings import LOOKS_BACK, Settings

if TYPE_CHECKING:
    from core.sitting import Sitting

PATIENCE = 300
"""Milliseconds before the wait is worth mentioning."""


class Opener(QObject):
    """A queue of files to open.

    opened: the ``Sitting``. failed: path and why, in the clerk's words. waiting: path, number still to come,
    and the office suite that is converting the file, if one is; only after a moment. idle: the queue is
    empty, whatever became of the files.
    """

    opened = Signal(object)
    failed = Signal(object, str)
    waiting = Signal(object, int, str)
    idle = Signal()
    _converting = Signal(object, str)

    def __init__(self, jobs: Jobs, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._settings = settings
        self._queue: deque[Path] = deque()
        self._current: Path | None = None
        self._ticket: Ticket | None = None
        self._stop = Event()
        self._converting.connect(self._mention_suite)
        self._timer = QTimer(self, singleShot=True, interval=PATIENCE)
        self._timer.timeout.connect(self._mention)

    def open(self, paths: Iterable[Path]) -> None:
        """Add files to the queue; one that is in it already is not opened twice."""
        for path in paths:
            absolute = path.absolute()
            coming = [*self._queue, *([self._current] if self._current else [])]
            if not any(is_same_file(absolute, other) for other in coming):
                self._queue.append(absolute)
        if self._current is None:
            self._next()

    def get_ready(self) -> None:
        """Load what the first report will need, while the clerk is still looking for it."""
        self._jobs.start(_load, lambda _none: None, lambda _error: None)

    def cancel(self) -> None:
        """Forget the file being opened and those behind it."""
        if self._ticket is not None:
            self._ticket.cancel()
        self._stop.set()
        self._queue.clear()
        self._finish()

    @property
    def is_busy(self) -> bool:
        return self._current is not None

    def _next(self) -> None:
        if not self._queue:
            self._finish()
            return
        self._current = self._queue.popleft()
        if not self._timer.isActive():
            self._timer.start()
        settings = self._settings
        self._stop = Event()
        telling = partial(self._converting.emit, self._current)
        converting = Converting(documents_folder(), telling, self._stop.is_set)
        work = partial(_open, self._current, converting, settings.requirements, settings.get(LOOKS_BACK))
        self._ticket = self._jobs.start(work, self._opened, self._failed)

    def _finish(self) -> None:
        self._current, self._ticket = None, None
        self._timer.stop()
        self.idle.emit()

    def _mention(self) -> None:
        if self._current is not None:
            self.waiting.emit(self._current, len(self._queue), "")

    def _mention_suite(self, path: Path, suite: str) -> None:
        """Said from the other thread; by now the file may no longer be wanted."""
        if path == self._current:
            self._timer.stop()
            self.waiting.emit(path, len(self._queue), suite)

    def _opened(self, sitting: Sitting) -> None:
        self.opened.emit(sitting)
        self._next()

    def _failed(self, error: GoujiError) -> None:
        self.failed.emit(self._current, str(error))
        self._next()


@dataclass(frozen=True, slots=True)
class Converting:
    """elsewhere: where a conversion goes if it cannot lie beside its original. telling: called with the
    suite's name once it starts. stopped: asked all the while.
    """

    elsewhere: Path
    telling: Callable[[str], None]
    stopped: Callable[[], bool]


def _open(path: Path, converting: Converting, requirements: Path | None, looks_back: bool) -> Sitting:
    """Off the GUI thread; what shows a report is loaded here too, so that the window need not wait for it."""
    _load()
    from core.office.beside import converted
    from core.sitting import open_sitting

    made = converted(path, (converting.elsewhere,), converting.telling, converting.stopped)
    return open_sitting(made.path if made else path, requirements, looks_back=looks_back, made=made)


def _load() -> None:
    import gui.window.report_page  # noqa: F401
