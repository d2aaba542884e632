"""Runs the checks of a folder off the GUI thread and hands the rows over a few at a time."""

import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path
from threading import Event
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from core.batch.prepare import profile_for_all, terms_for
from core.batch.record import Row
from core.batch.run import run
from core.batch.store import Store
from core.batch.terms import Terms
from core.errors import GoujiError, ReadError
from core.folders import Survey, survey
from core.paths import is_folder
from gui.batch import telling
from gui.batch.ended import Ended
from gui.jobs import Jobs

_TICK = 60
"""Milliseconds between two looks at what has come."""
_AT_ONCE = 100
"""Rows taken into the list at a time: no more than a few hundredths of a second."""


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be checked: files and folders; against which requirements and which last year's reports.

    roots: those of the paths that are folders.
    """

    paths: tuple[Path, ...]
    roots: tuple[Path, ...] = ()
    profile: Path | None = None
    last_year: Path | None = None


@dataclass(frozen=True, slots=True)
class Pace:
    """done, total: files. rate: files a second, 0 as long as it is not known. remaining: seconds."""

    done: int
    total: int
    rate: float = 0.0
    remaining: float = 0.0


class Runner(QObject):
    """rows: some more, a list. paced: see ``Pace``. ended: see ``Ended``; after the last rows."""

    rows = Signal(object)
    paced = Signal(object)
    ended = Signal(object)

    def __init__(self, jobs: Jobs, store: Store, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._store = store
        self._stop = Event()
        self._said: deque[Survey | Terms | Row] = deque()
        self._is_working = False
        self._timer = QTimer(self, interval=_TICK)
        self._timer.timeout.connect(self._take)
        self._reset()

    def _reset(self) -> None:
        self._said.clear()
        self._survey: Survey | None = None
        self._terms: Terms | None = None
        self._done = self._remembered = 0
        self._began = time.monotonic()
        self._error = ""
        self._gone: tuple[Path, ...] = ()

    @property
    def is_busy(self) -> bool:
        return self._timer.isActive()

    def start(self, order: Order) -> None:
        """Begin; not to be called while another run is under way."""
        self._reset()
        self._stop = Event()
        self._is_working = True
        self._timer.start()
        self.paced.emit(Pace(0, 0))
        work = partial(_work, order, self._store, self._said, self._stop.is_set)
        self._jobs.start(work, self._worked, self._failed)

    def cancel(self) -> None:
        """Stop after the files that are being checked now; what has come stays."""
        self._stop.set()

    def _worked(self, gone: tuple[Path, ...]) -> None:
        self._is_working, self._gone = False, gone

    def _failed(self, error: GoujiError) -> None:
        self._is_working, self._error = False, str(error)

    def _take(self) -> None:
        """Hand over a few rows; the last ones and the end in different events."""
        is_last = not self._is_working
        rows: list[Row] = []
        for said in islice(iter(self._next, None), _AT_ONCE):
            match said:
                case Survey():
                    self._survey, self._began = said, time.monotonic()
                case Terms():
                    self._terms, self._began = said, time.monotonic()
                case Row():
                    rows.append(said)
        if rows:
            self._done += len(rows)
            self._remembered += sum(row.is_remembered for row in rows)
            self.rows.emit(rows)
        self._pace()
        if is_last and not self._said:
            self._timer.stop()
            stopped, again = self._stop.is_set(), self._remembered
            self.ended.emit(Ended(self._survey, self._terms, stopped, again, self._error, self._gone))

    def _next(self) -> Any:
        return self._said.popleft() if self._said else None

    def _pace(self) -> None:
        """What was remembered took no time and tells nothing of the time to come."""
        total = len(self._survey.files) if self._survey else 0
        taken, checked = time.monotonic() - self._began, self._done - self._remembered
        rate = checked / taken if checked and taken > 1 else 0.0
        self.paced.emit(Pace(self._done, total, rate, (total - self._done) / rate if rate else 0.0))


def _work(
    order: Order, store: Store, said: deque[Survey | Terms | Row], stopped: Callable[[], bool]
) -> tuple[Path, ...]:
    """Everything but the showing, on another thread; what comes of it is said as it comes. Returns the
    folders that have gone meanwhile. Raises GoujiError where one is not there to begin with.
    """
    for root in _gone(order.roots):
        raise ReadError(telling.missing(root))
    found = survey(order.paths, stopped)
    said.append(found)
    profile = profile_for_all(order.profile, order.paths)
    terms = terms_for(profile, order.last_year, store, cancelled=stopped)
    said.append(terms)
    for row in run(found.files, terms, store, cancelled=stopped):
        said.append(row)
    store.prune()
    return _gone(order.roots)


def _gone(roots: tuple[Path, ...]) -> tuple[Path, ...]:
    return tuple(root for root in roots if not is_folder(root))
