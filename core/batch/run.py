"""Checks many files in parallel processes; results come as they are ready, and one bad file stops nothing."""

import ctypes
import os
import sys
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from core.batch.old import converted_rows, to_convert
from core.batch.record import Row, read, record_of, row_of, unread_record, unread_row
from core.batch.store import Store
from core.batch.terms import Terms
from core.errors import ReadError

_CHUNK = 12
"""Files a process is given at a time: long enough to cost no talk, short enough to stop soon."""
_FEW = 24
"""Up to so many files are checked here: starting processes would take longer."""
_THIS_PROCESS = ctypes.c_void_p(-1)  # what Windows calls it, see GetCurrentProcess
_BELOW_NORMAL = 0x4000
_CRASHED = "“{}”读不了：核对它时程序出了意外的错误。请单独打开它看看，或在 Word、WPS 里另存一份再核对。"

Cancelled = Callable[[], bool]
Rows = Generator[Row, None, list[Sequence[Path]]]


def run(
    paths: Sequence[Path],
    terms: Terms,
    store: Store,
    *,
    jobs: int = 0,
    cancelled: Cancelled = lambda: False,
) -> Iterator[Row]:
    """A row for each file, in the order they are ready; all that was found stands in ``store``. Old office
    documents come last.

    jobs: number of processes, 0 for as many as the machine has processors. cancelled: asked between files;
    once it says so, no further row comes.
    """
    waiting: list[Row] = []
    for row in _rows(paths, terms, store, jobs, cancelled):
        if row.waits:
            waiting.append(row)
        else:
            yield row
    yield from converted_rows(waiting, lambda path: check_one(path, terms, store), cancelled)


def _rows(
    paths: Sequence[Path], terms: Terms, store: Store, jobs: int, cancelled: Cancelled
) -> Iterator[Row]:
    """What needs no converting, and what waits for it."""
    count = min(jobs or os.cpu_count() or 1, max(1, len(paths) // 2))
    if count == 1 or len(paths) <= _FEW:
        yield from _here(paths, terms, store, cancelled)
    else:
        yield from Pool(terms, store, count, cancelled).rows(paths)


def _here(paths: Iterable[Path], terms: Terms, store: Store, cancelled: Cancelled) -> Iterator[Row]:
    for path in paths:
        if cancelled():
            return
        yield check_one(path, terms, store, converts=False)


def check_one(path: Path, terms: Terms, store: Store, *, converts: bool = True) -> Row:
    """Check a file, or take its result from the store where nothing has changed. Never raises for a file.

    converts: False leaves an old document to others, see ``Row.waits``.
    """
    try:
        data = read(path)
        key = terms.key(path, data)
        known = store.get(key)
        if known is not None:
            return row_of(path, key, known, is_remembered=True)
        waits = to_convert(path, data)
        if waits and not converts:
            return Row(path, key, "unreadable", waits=waits)
        record = record_of(path, data, terms)
        if record["state"] != "unreadable" or not waits:
            store.put(key, record)
        return row_of(path, key, record)
    except ReadError as error:
        return unread_row(path, str(error))
    except Exception:
        return unread_row(path, _CRASHED.format(path.name))


def record(row: Row, terms: Terms, store: Store) -> Mapping[str, Any]:
    """All that was found in a file; checked once more where it could not be remembered."""
    known = store.get(row.key) if row.key else None
    if known is not None:
        return {**known, "file": str(row.path)}
    try:
        return record_of(row.path, read(row.path), terms)
    except ReadError as error:
        return unread_record(row.path, str(error))


# --- in other processes -------------------------------------------------------------------------------

_terms = Terms()
_store = Store(Path())


def _begin(terms: Terms, store: Store) -> None:
    global _terms, _store
    _terms, _store = terms, store
    _give_way()


def _give_way() -> None:
    """Whoever works at this computer meanwhile comes first."""
    if sys.platform == "win32":
        ctypes.windll.kernel32.SetPriorityClass(_THIS_PROCESS, _BELOW_NORMAL)
    else:
        os.nice(5)


def _check_chunk(paths: Sequence[Path]) -> list[Row]:
    return [check_one(path, _terms, _store, converts=False) for path in paths]


Work = Callable[[Sequence[Path]], list[Row]]


class Pool:
    """Processes and what they have been given. A file that kills its process is told apart by giving the
    files of its chunk one by one to a new pool.

    work: what a process does with a chunk of files; by default it checks them.
    """

    def __init__(
        self, terms: Terms, store: Store, count: int, cancelled: Cancelled, work: Work = _check_chunk
    ) -> None:
        self._given = (terms, store)
        self._count = count
        self._cancelled = cancelled
        self._do = work

    def rows(self, paths: Sequence[Path]) -> Iterator[Row]:
        """A row for each file, in the order they are ready."""
        chunks = iter([paths[n : n + _CHUNK] for n in range(0, len(paths), _CHUNK)])
        lost = yield from self._work(chunks, self._count, self._count * 2)
        one_by_one = iter([[path] for chunk in lost for path in chunk])
        for (path,) in (yield from self._work(one_by_one, 1, 1)):
            yield unread_row(path, _CRASHED.format(path.name))

    def _work(self, chunks: Iterator[Sequence[Path]], count: int, ahead: int) -> Rows:
        """The rows of the chunks, ``ahead`` of them under way at a time; returns those that were under way
        when a process died.
        """
        lost: list[Sequence[Path]] = []
        while not self._cancelled():
            running: dict[Future[list[Row]], Sequence[Path]] = {}
            pool = ProcessPoolExecutor(count, get_context("spawn"), _begin, self._given)
            try:
                yield from self._drain(pool, chunks, running, ahead)
                return lost
            except BrokenProcessPool:
                lost += running.values()
            finally:
                pool.shutdown(cancel_futures=True)
        return lost

    def _drain(
        self,
        pool: ProcessPoolExecutor,
        chunks: Iterator[Sequence[Path]],
        running: dict[Future[list[Row]], Sequence[Path]],
        ahead: int,
    ) -> Iterator[Row]:
        while not self._cancelled():
            for chunk in islice(chunks, ahead - len(running)):
                running[pool.submit(self._do, chunk)] = chunk
            if not running:
                return
            for done in wait(running, timeout=0.2, return_when=FIRST_COMPLETED).done:
                rows = done.result()
                del running[done]
                yield from rows
