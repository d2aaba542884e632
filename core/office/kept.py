"""Conversions remembered by content in the user's own cache folder; all of it may be deleted any time."""

import hashlib
import json
from contextlib import suppress
from pathlib import Path

from core.batch.store import cache_folder
from core.errors import SaveError
from core.formats.old import Kind
from core.paths import make_private
from core.writing import write_atomic


class Kept:
    """By the digest of the original. Where the folder cannot be written, nothing is remembered."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder or cache_folder() / "converted"

    def get(self, data: bytes, kind: Kind) -> bytes | None:
        """What an original was converted to before."""
        with suppress(OSError):
            return self._path(data, kind.becomes).read_bytes() or None
        return None

    def put(self, data: bytes, kind: Kind, converted: bytes) -> None:
        self._write(self._path(data, kind.becomes), converted)

    def place(self, data: bytes) -> Path | None:
        """Where the clerk goes on with the conversion of an original, if that was laid down."""
        try:
            return Path(json.loads(self._path(data, "json").read_bytes())["place"])
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            return None

    def put_place(self, data: bytes, place: Path) -> None:
        self._write(self._path(data, "json"), json.dumps({"place": str(place)}).encode())

    def _path(self, data: bytes, suffix: str) -> Path:
        return self._folder / f"{hashlib.sha256(data).hexdigest()}.{suffix}"

    def _write(self, path: Path, data: bytes) -> None:
        with suppress(OSError, SaveError):
            make_private(path.parent)
            write_atomic(path, data)
