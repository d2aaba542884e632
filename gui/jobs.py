"""Work off the GUI thread: over data that does not change, its result delivered on the GUI thread.

A result that nobody waits for any more is dropped; a failure always reaches whoever started the job.
"""

import sys
from collections.abc import Callable
from typing import Any, Protocol

from PySide6.QtCore import QCoreApplication, QObject, Qt, QThreadPool, Signal

from core.errors import GoujiError


class Pool(Protocol):
    """What is needed of a QThreadPool; tests hand in one that works at once."""

    def start(self, run: Callable[[], object], /) -> object: ...

    def waitForDone(self) -> bool: ...


class _Signals(QObject):
    finished = Signal(object, object, object)


class _Job:
    """Runs ``work`` and reports through a queued signal, so that the receiver is never re-entered.

    No QRunnable: PySide never gives one up that Qt does not delete, nor what it holds.
    """

    def __init__(self, work: Callable[[], object], signals: _Signals) -> None:
        self._work = work
        self._signals = signals

    def run(self) -> None:
        result, error = None, None
        try:
            result = self._work()
        except BaseException as caught:
            error = caught
        self._signals.finished.emit(self, result, error)


class Ticket:
    """Held by whoever started a job; ``cancel`` drops its result."""

    def __init__(
        self, done: Callable[[Any], None], failed: Callable[[GoujiError], None], wanted: Callable[[], bool]
    ) -> None:
        self.done = done
        self.failed = failed
        self._wanted = wanted
        self._cancelled = False

    def cancel(self) -> None:
        self._cancelled = True

    @property
    def is_wanted(self) -> bool:
        return not self._cancelled and self._wanted()


class Jobs(QObject):
    """Starts jobs on a pool and hands their results out."""

    def __init__(self, pool: Pool | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool: Pool = QThreadPool(self) if pool is None else pool
        self._running: dict[_Job, Ticket] = {}
        self._signals = _Signals()
        self._signals.finished.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def start(
        self,
        work: Callable[[], Any],
        done: Callable[[Any], None],
        failed: Callable[[GoujiError], None],
        wanted: Callable[[], bool] = lambda: True,
    ) -> Ticket:
        """Run ``work``, then call ``done(result)`` or ``failed(error)`` here, in a later event.

        wanted: asked on delivery; a job for an older revision of a report says no and is dropped.
        """
        job, ticket = _Job(work, self._signals), Ticket(done, failed, wanted)
        self._running[job] = ticket
        self._pool.start(job.run)
        return ticket

    @property
    def is_idle(self) -> bool:
        return not self._running

    def wait(self) -> None:
        """Let running jobs end and drop what they bring; nothing is delivered afterwards."""
        for ticket in self._running.values():
            ticket.cancel()
        self._pool.waitForDone()

    def _deliver(self, job: _Job, result: object, error: BaseException | None) -> None:
        ticket = self._running.pop(job)
        if not ticket.is_wanted:
            return
        if error is None:
            ticket.done(result)
        elif isinstance(error, GoujiError):
            ticket.failed(error)
        else:
            ticket.failed(GoujiError(_unforeseen()))
            sys.excepthook(type(error), error, error.__traceback__)


def _unforeseen() -> str:
    return QCoreApplication.translate("Jobs", "程序出了意外的错误，这一步没有完成，文件没有动。")
