"""Results of checks remembered by content, so that a second run only looks at what is new or changed.

One small file a result, named by its key, in the user's own cache folder; all of it may be deleted any time.
"""

import json
import os
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

from core.jsonbytes import as_bytes
from core.paths import make_private
from core.reading import ordinary_bytes

KEPT_DAYS = 400
"""A report is checked again from one January to the next."""


def cache_folder() -> Path:
    """Where results are remembered, by the system's own rules; ``GOUJI_CACHE`` moves it."""
    if chosen := os.environ.get("GOUJI_CACHE"):
        return Path(chosen)
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / "Gouji" / "checked"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "gouji" / "checked"


class Store:
    """Results by key (a digest in hexadecimal). Where the folder cannot be written, nothing is remembered."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def get(self, key: str) -> dict[str, Any] | None:
        """The result remembered under a key; None where there is none, or a damaged one."""
        try:
            found = json.loads(ordinary_bytes(self._path(key)))
        except (OSError, ValueError, RecursionError):
            return None
        return found if isinstance(found, dict) else None

    def put(self, key: str, record: dict[str, Any]) -> bool:
        """Remember a result; False where that is not possible. Whole or not at all."""
        path = self._path(key)
        draft = path.with_suffix(f".{os.getpid()}")
        data = as_bytes(record)
        try:
            if not path.parent.is_dir():
                make_private(self.folder)  # what reports say stands in the results
                path.parent.mkdir(exist_ok=True)
            draft.write_bytes(data)
            os.replace(draft, path)
        except OSError:
            with suppress(OSError):
                draft.unlink(missing_ok=True)
            return False
        return True

    def prune(self, days: int = KEPT_DAYS) -> None:
        """Forget what was not used for so many days."""
        limit = time.time() - days * 86400
        for path in self._files():
            with suppress(OSError):
                if path.stat().st_mtime < limit:
                    path.unlink()

    def _files(self) -> Iterator[Path]:
        with suppress(OSError):
            for shard in self.folder.iterdir():
                if shard.is_dir():
                    yield from shard.iterdir()

    def _path(self, key: str) -> Path:
        return self.folder / key[:2] / f"{key[2:]}.json"
