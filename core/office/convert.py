"""Bytes of old documents in, bytes of docx or xlsx out; a suite's result is believed only once it reads."""

import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from core.errors import ReadError
from core.formats import flat, registry
from core.formats.old import Kind, is_locked
from core.office.process import Ending
from core.office.suites import WANTED, Suite, suite_for

SECONDS = 60.0
"""For a start of the suite and a file; each further file of a group may take a part of it."""
_FURTHER = 1 / 6
_LOCKED = "文件设有打开密码，请在 Word 或 WPS 里取消密码、另存后再打开"

Stopped = Callable[[], bool]


class StoppedError(Exception):
    """The work was cancelled."""


def convert(data: bytes, kind: Kind, stopped: Stopped = lambda: False) -> bytes:
    """One document. Raises ReadError, in the clerk's words, and StoppedError."""
    (result,) = convert_all([data], kind, stopped)
    if isinstance(result, ReadError):
        raise result
    return result


def convert_all(
    documents: Sequence[bytes], kind: Kind, stopped: Stopped = lambda: False, seconds: float = SECONDS
) -> list[bytes | ReadError]:
    """Documents of one kind, in one call of the suite: for each the bytes, or why not. Raises StoppedError.

    What a suite that hung or crashed has left undone is given to it again, one document at a time.
    """
    if kind.name == "flat":
        return [_unfolded(data) for data in documents]
    suite = suite_for(kind)
    if suite is None:
        why = f"这是{kind.called}，这台电脑上没有能自动转换它的软件（{WANTED}）；{kind.advice}"
        return [ReadError(why)] * len(documents)
    try:
        return _by_suite(documents, kind, suite, seconds, stopped)
    except OSError as error:
        why = f"转换要用的临时文件写不了（{error.strerror or error}），请清理磁盘空间后再试"
        return [ReadError(why)] * len(documents)


def _by_suite(
    documents: Sequence[bytes], kind: Kind, suite: Suite, seconds: float, stopped: Stopped
) -> list[bytes | ReadError]:
    found: dict[int, bytes] = {}
    ending = _together(found, dict(enumerate(documents)), kind, suite, seconds, stopped)
    endings = dict.fromkeys(range(len(documents)), ending)
    undone = [number for number in endings if number not in found]
    if ending != "done" and len(documents) > 1:
        for number in undone:
            endings[number] = _together(found, {number: documents[number]}, kind, suite, seconds, stopped)
    return [
        found[number] if number in found else _why_not(documents[number], kind, suite, endings[number])
        for number in endings
    ]


def _together(
    found: dict[int, bytes],
    documents: Mapping[int, bytes],
    kind: Kind,
    suite: Suite,
    seconds: float,
    stopped: Stopped,
) -> Ending:
    """Convert in a folder of our own, copies under plain names; adds to ``found`` what came out well."""
    with tempfile.TemporaryDirectory(prefix="gouji-", ignore_cleanup_errors=True) as name:
        given, made = Path(name, "given"), Path(name, "made")
        given.mkdir()
        made.mkdir()
        files = {number: given / f"{number}{kind.suffix}" for number in documents}
        for number, file in files.items():
            file.write_bytes(documents[number])
        limit = seconds * (1 + _FURTHER * (len(files) - 1))
        ending = suite.convert(kind, list(files.values()), made, limit, stopped)
        if ending == "stopped":
            raise StoppedError
        found |= _readable(made, files, kind)
    return ending


def _readable(made: Path, files: Iterable[int], kind: Kind) -> Iterator[tuple[int, bytes]]:
    for number in files:
        try:
            data = (made / f"{number}.{kind.becomes}").read_bytes()
            if registry.read(data).format == kind.becomes:
                yield number, data
        except (OSError, ReadError):
            continue


def _why_not(data: bytes, kind: Kind, suite: Suite, ending: Ending) -> ReadError:
    if is_locked(data):
        return ReadError(_LOCKED)
    if ending == "late":
        why = f"{suite.name} 一分钟还没有转换完"
    else:
        why = f"{suite.name} 转换不了它，可能是文件不完整，或 {suite.name} 没有装全"
    return ReadError(f"这是{kind.called}，{why}；{kind.advice}")


def _unfolded(data: bytes) -> bytes | ReadError:
    try:
        made = flat.to_docx(data)
        registry.read(made)
    except ReadError as error:
        return error
    return made
