"""The journals of one running window: locked while it lives, so that no other takes them for left behind."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLockFile

from core.errors import ReadError

if TYPE_CHECKING:
    from core.journal import Journal

_JOURNALS = "[!.]*.json"
"""Not those that were being written when their window died; what stood there before them is whole."""


@dataclass(frozen=True, slots=True)
class Orphan:
    """A journal whose window came to an end without saving."""

    path: Path
    journal: Journal


class Session:
    """Files in ``root``: ``<window>.lock``, held by its process, and ``<window>.<number>.json``."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._name = os.urandom(16).hex()
        self._number = 0
        self._locks: dict[str, QLockFile] = {}

    def new_place(self) -> Path | None:
        """Where another journal of this window goes; None if there can be none."""
        try:
            self._root.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError:
            return None
        if not self._take(self._name):
            return None
        self._number += 1
        return self._root / f"{self._name}.{self._number}.json"

    def orphans(self) -> list[Orphan]:
        """The journals of windows that are no more; from now on this one has them and no other."""
        from core.journal import read

        found: list[Orphan] = []
        for path in sorted(self._root.glob(_JOURNALS)):
            window = path.name.partition(".")[0]
            if window == self._name or not self._take(window):
                continue
            try:
                found.append(Orphan(path, read(path)))
            except ReadError:
                continue  # it stays where it is: a later version may read it
        return found

    def drop(self, orphan: Orphan) -> None:
        """Nobody wants it any more."""
        orphan.path.unlink(missing_ok=True)

    def close(self) -> None:
        """Give up the journals of this window; those it took from others and did not use stay."""
        for path in self._root.glob(f"{self._name}.*.json"):
            path.unlink(missing_ok=True)
        for lock in self._locks.values():
            lock.unlock()
        self._locks.clear()

    def _take(self, window: str) -> bool:
        """Hold the lock of a window; one left by a dead process gives way."""
        if window in self._locks:
            return True
        lock = QLockFile(str(self._root / f"{window}.lock"))
        lock.setStaleLockTime(0)
        if not lock.tryLock(0):
            return False
        self._locks[window] = lock
        return True
