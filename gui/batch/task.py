"""Long work over all reports, off the GUI thread, one at a time: with progress, and it can be stopped."""

from collections.abc import Callable
from threading import Event
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from core.errors import GoujiError
from gui.jobs import Jobs

_TICK = 150


class StoppedError(GoujiError):
    """The clerk has stopped the work."""


class Watch:
    """Handed to the work, which calls it at every step."""

    def __init__(self) -> None:
        self.done = 0
        self.stop = Event()

    def __call__(self) -> None:
        """Raises StoppedError once the work is to stop."""
        if self.stop.is_set():
            raise StoppedError
        self.done += 1


Work = Callable[[Watch], Any]


class Task(QObject):
    """stepped: what is being done, steps done and to do (0: not known). ended: error, empty where all is well
    or the work was stopped.
    """

    stepped = Signal(str, int, int)
    ended = Signal(str)

    def __init__(self, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._watch = Watch()
        self._text = ""
        self._total = 0
        self._timer = QTimer(self, interval=_TICK)
        self._timer.timeout.connect(self._step)

    @property
    def is_busy(self) -> bool:
        return self._timer.isActive()

    def start(
        self,
        text: str,
        total: int,
        work: Work,
        done: Callable[[Any], None],
        failed: Callable[[], None] = lambda: None,
    ) -> None:
        """text: what is being done. done: called with what the work gives; failed: if it gives nothing."""
        watch = self._watch = Watch()
        self._text, self._total = text, total
        self._timer.start()
        self._step()

        def finished(result: Any) -> None:
            self._timer.stop()
            self.ended.emit("")
            done(result)

        def undone(error: GoujiError) -> None:
            self._timer.stop()
            failed()
            self.ended.emit("" if isinstance(error, StoppedError) else str(error))

        self._jobs.start(lambda: work(watch), finished, undone)

    def cancel(self) -> None:
        self._watch.stop.set()

    def _step(self) -> None:
        self.stepped.emit(self._text, self._watch.done, self._total)
