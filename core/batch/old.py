"""Old office documents among many files: converted in groups, for the start of a suite takes longest."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from core.batch.record import Row, read, unread_row
from core.errors import ReadError
from core.formats.old import KINDS, Kind
from core.office.convert import StoppedError, convert_all
from core.office.kept import Kept
from core.office.opening import old_kind

_GROUP = 8
"""Documents a call: long enough to save time, short enough to be told of soon."""


def to_convert(path: Path, data: bytes) -> str:
    """Name of the kind of a file that must be converted first; empty where that is done, or not needed."""
    try:
        kind = old_kind(data, path)
    except ReadError:
        return ""
    return kind.name if kind is not None and Kept().get(data, kind) is None else ""


def converted_rows(
    waiting: Iterable[Row], check: Callable[[Path], Row], cancelled: Callable[[], bool]
) -> Iterator[Row]:
    """The rows of files that waited for their conversion. check: what is done with one that is converted."""
    rows = list(waiting)
    for kind in (KINDS[name] for name in dict.fromkeys(row.waits for row in rows)):
        paths = [row.path for row in rows if row.waits == kind.name]
        for start in range(0, len(paths), _GROUP):
            if cancelled():
                return
            try:
                failed = _convert(paths[start : start + _GROUP], kind, cancelled)
            except StoppedError:
                return
            yield from (
                unread_row(path, failed[path]) if path in failed else check(path)
                for path in paths[start : start + _GROUP]
            )


def _convert(paths: Sequence[Path], kind: Kind, cancelled: Callable[[], bool]) -> dict[Path, str]:
    """Convert files so that they are known from now on; returns why not, where that failed."""
    documents: dict[Path, bytes] = {}
    failed: dict[Path, str] = {}
    for path in paths:
        try:
            documents[path] = read(path)
        except ReadError as error:
            failed[path] = str(error)
    results = convert_all(list(documents.values()), kind, cancelled) if documents else []
    kept = Kept()
    for (path, data), result in zip(documents.items(), results, strict=True):
        if isinstance(result, ReadError):
            failed[path] = f"“{path.name}”打不开：{result}。"
        else:
            kept.put(data, kind, result)
    return failed
