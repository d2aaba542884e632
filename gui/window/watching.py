"""Notices that an opened report was changed or deleted by another program."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal
from shiboken6 import isValid

from core.errors import GoujiError
from core.paths import is_folder
from gui.jobs import Jobs

if TYPE_CHECKING:
    from gui.window.report_page import ReportPage

_SETTLE = 250
"""Milliseconds: programs save in several steps, and only the last one counts."""

Stamp = tuple[int, int] | None


class Watcher(QObject):
    """changed: the page whose file is no longer what was opened, and whether it is gone altogether.

    same: the page whose file was touched, but is what was opened, perhaps once more.
    """

    changed = Signal(object, bool)
    same = Signal(object)

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._pages: list[ReportPage] = []
        self._stamps: dict[Path, Stamp] = {}
        self._is_looking = self._is_due = False
        self._system = QFileSystemWatcher(self)
        self._later = QTimer(self, singleShot=True, interval=_SETTLE)
        self._later.timeout.connect(self.look)
        self._system.fileChanged.connect(self._later.start)
        self._system.directoryChanged.connect(self._later.start)

    def add(self, page: ReportPage) -> None:
        self._pages.append(page)
        self._stamps[page.path] = _stamp(page.path)
        self._system.addPath(str(page.path))

    def remove(self, page: ReportPage) -> None:
        self._pages.remove(page)
        self._system.removePath(str(page.path))

    def look(self) -> None:
        """Compare all files with what was opened. Off the GUI thread: a network drive that has gone away
        keeps whoever asks waiting.
        """
        self._is_due = bool(self._pages)
        if self._is_due and not self._is_looking:
            self._is_due, self._is_looking = False, True
            paths = tuple(page.path for page in self._pages)
            wanted = partial(isValid, self)
            self._jobs.start(partial(_sights, paths), self._seen, self._unseen, wanted=wanted)

    def _seen(self, sights: Mapping[Path, Sight]) -> None:
        """A file replaced as a whole has to be watched anew; of one that is gone the folder is watched: it
        may come back.
        """
        self._is_looking = False
        self._watch_folders({sight.folder for sight in sights.values() if sight.folder is not None})
        watched = set(self._system.files())
        for page in self._pages:
            stamp = sights[page.path].stamp if page.path in sights else self._stamps[page.path]
            if stamp is not None and str(page.path) not in watched:
                self._system.addPath(str(page.path))
            if stamp != self._stamps[page.path]:
                self._stamps[page.path] = stamp
                self._compare(page)
        if self._is_due:
            self.look()

    def _unseen(self, _error: GoujiError) -> None:
        """An unforeseen error; it was shown already."""
        self._is_looking = False

    def _watch_folders(self, folders: Set[Path]) -> None:
        wanted, watched = set(map(str, folders)), set(self._system.directories())
        for folder in watched - wanted:
            self._system.removePath(folder)
        for folder in wanted - watched:
            self._system.addPath(folder)

    def _compare(self, page: ReportPage) -> None:
        from core.files import is_changed_on_disk

        earlier = page.saver.written_to(page.path)
        work = partial(is_changed_on_disk, page.review.report, earlier)
        self._jobs.start(
            work, partial(self._compared, page), self._unreadable, wanted=lambda: page in self._pages
        )

    def _compared(self, page: ReportPage, is_changed: bool) -> None:
        if is_changed:
            self.changed.emit(page, self._stamps[page.path] is None)
        else:
            self.same.emit(page)

    def _unreadable(self, _error: GoujiError) -> None:
        """is_changed_on_disk answers for unreadable files too; an unforeseen error was shown already."""


@dataclass(frozen=True, slots=True)
class Sight:
    """stamp: of a file, None where there is none; folder: the one it was in, where that is still there."""

    stamp: Stamp
    folder: Path | None = None


def _sights(paths: Iterable[Path]) -> Mapping[Path, Sight]:
    stamps = {path: _stamp(path) for path in paths}
    return {
        path: Sight(stamp, path.parent if stamp is None and is_folder(path.parent) else None)
        for path, stamp in stamps.items()
    }


def _stamp(path: Path) -> Stamp:
    try:
        state = path.stat()
    except OSError:
        return None
    return state.st_mtime_ns, state.st_size
