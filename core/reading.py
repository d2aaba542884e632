"""The bytes of a file, or why they cannot be had."""

import os
import stat
import time
from pathlib import Path

from core.errors import ReadError
from core.formats.detect import MAX_BYTES
from core.oserrors import is_known, why
from core.paths import reachable


class NotOrdinary(OSError):  # noqa: N818 - named for what is there
    """A pipe, a socket or a device: reading it may never end."""


class TooLarge(OSError):  # noqa: N818
    """More than any report has."""


class BeingWritten(OSError):  # noqa: N818
    """It was changed while it was being read."""


def ordinary_bytes(path: Path, most: int = MAX_BYTES) -> bytes:
    """All of an ordinary file of at most so many bytes, as it stood at one moment. Waits no longer than a
    moment for another program. Raises OSError, see also the kinds of it here.
    """
    place = reachable(path)
    mode = os.stat(place).st_mode
    if stat.S_ISDIR(mode):
        raise IsADirectoryError
    if not stat.S_ISREG(mode):
        raise NotOrdinary
    for pause in _PAUSES:
        time.sleep(pause)
        data = _at_once(place, most)
        if data is not None:
            return data
    raise BeingWritten


_PAUSES = (0.0, 0.1, 0.3)
"""Seconds before each attempt: another program's save is over soon."""


def _at_once(place: str, most: int) -> bytes | None:
    """None where somebody wrote meanwhile."""
    with open(place, "rb") as file:
        before = os.fstat(file.fileno())
        if before.st_size > most:
            raise TooLarge
        data = file.read(before.st_size + 1)
        after = os.fstat(file.fileno())
    is_whole = len(data) == before.st_size and after.st_mtime_ns == before.st_mtime_ns
    return data if is_whole else None


def read_bytes(path: Path) -> bytes:
    """The same of a report. Raises ReadError: why and what to do, without the file's name and full stop."""
    try:
        return ordinary_bytes(path)
    except OSError as error:
        raise ReadError(_why_not_read(error)) from None


def _why_not_read(error: OSError) -> str:
    for kind, words in _KINDS.items():
        if isinstance(error, kind):
            return words
    if isinstance(error, FileNotFoundError | PermissionError) and not is_known(error):
        return _MISSING if isinstance(error, FileNotFoundError) else _DENIED
    return f"读取失败（{why(error)}），请检查磁盘或网络连接"


_MISSING = "文件不存在，可能已被移动、改名或删除"
_DENIED = "没有权限读取，或文件正被别的程序独占；请关闭占用它的程序后再试"
_KINDS = {
    TooLarge: "文件超过 256 MB，不像一份年度报告，请检查是否选错了文件",
    BeingWritten: "别的程序正在写这份文件，请等它写完再打开",
    NotOrdinary: "这不是文件，是管道或设备，请选择报告文件",
    IsADirectoryError: "这是文件夹，请选择里面的报告文件",
}
