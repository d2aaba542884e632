"""Files written in one step or not at all, whatever happens: power cut, full disk, end by force.

The new bytes are written beside the target under a hidden name and brought to the disk; only then does the
file get its name, in one step of the file system, and the folder is brought to the disk too.
"""

import errno
import os
import re
import stat
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from secrets import token_hex

from core.errors import SaveError
from core.oserrors import is_known, why
from core.paths import reachable

TEMPORARY_PREFIX = ".gouji-"
"""Begins the name of a file that is still being written."""
_LEFTOVER = re.compile(r"\.gouji-[a-z0-9_]{8}(\.[a-z]{1,5})?")
_SURELY_DEAD = 86400
"""Seconds after which nobody is still writing a file; clocks of file servers go wrong by hours, not days."""
_PAUSES = (0.05, 0.1, 0.2, 0.4) if sys.platform == "win32" else ()
"""Seconds between attempts to put a file in place: virus scanners hold new files for a moment."""


def write_atomic(target: Path, data: bytes, like: Path | None = None) -> None:
    """Replace ``target`` by ``data`` in one step. Raises SaveError; then the target is as it was.

    like: the file whose rights a new one gets; else the usual ones.
    """
    with staged(target, data, like) as put:
        put()


@contextmanager
def staged(target: Path, data: bytes, like: Path | None = None) -> Iterator[Callable[[], None]]:
    """``data`` on the disk beside the target; what is given puts it in the target's place, in one step.

    A link stays and what it leads to is replaced. Raises SaveError, also out of the block; then, or where
    nothing is put, the target is as it was. like: see ``write_atomic``.
    """
    temporary = ""
    try:
        real = _real(target)
        state = _state(real)
        wanted = os.path.join(real.parent, f"{TEMPORARY_PREFIX}{token_hex(4)}.tmp")
        with open(wanted, "xb", opener=_OWN) as file:
            temporary = wanted
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        _give_rights(temporary, state if like is None or state else os.stat(reachable(like)))
        yield lambda: _put(temporary, real)
    except OSError as error:
        raise SaveError(why_not_written(target, error)) from None
    finally:
        if temporary:
            with suppress(OSError):
                os.unlink(temporary)


def _real(target: Path) -> Path:
    """Where a link leads; links on the way to it are no matter (and Windows may fail over a long one)."""
    place = reachable(target)
    return Path(os.path.realpath(place) if os.path.islink(place) else place)


def _state(target: Path) -> os.stat_result | None:
    """Of what is to be replaced, None if there is nothing. Raises OSError where it must not be."""
    try:
        state = os.stat(target)
    except FileNotFoundError:
        return None
    if stat.S_ISDIR(state.st_mode):
        raise IsADirectoryError
    if not stat.S_ISREG(state.st_mode):
        raise _NotOrdinary
    if not os.access(target, os.W_OK):
        raise _ReadOnly
    return state


class _NotOrdinary(OSError):  # noqa: N818 - named for what is there
    """A pipe, a socket or a device."""


class _ReadOnly(OSError):  # noqa: N818
    """The folder would allow it, but the file itself says no."""


def _give_rights(temporary: str, replaced: os.stat_result | None) -> None:
    """A new file gets the usual rights, a replaced one keeps its own and its group.

    Not every file system has such a thing.
    """
    with suppress(OSError):
        if replaced is None:
            os.chmod(temporary, 0o666 & ~_MASK)
        else:
            if hasattr(os, "chown"):
                _keep_group(temporary, replaced)
            os.chmod(temporary, stat.S_IMODE(replaced.st_mode))


def _keep_group(temporary: str, replaced: os.stat_result) -> None:
    with suppress(OSError):  # of a group one is not in
        if os.stat(temporary).st_gid != replaced.st_gid:
            os.chown(temporary, -1, replaced.st_gid)


def _mask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


_OWN = partial(os.open, mode=0o600)  # until it is known who may read it
_MASK = _mask()  # once: to ask is to set it, for a moment and for all threads


def _put(temporary: str, target: Path) -> None:
    for pause in _PAUSES:
        try:
            os.replace(temporary, target)
            break
        except PermissionError:
            time.sleep(pause)
    else:
        os.replace(temporary, target)
    _sync_folder(target.parent)


def _sync_folder(folder: Path) -> None:
    """Make the rename itself survive a power cut, where the system can; what it says now changes nothing: the
    new file is in its place, whole.
    """
    if os.name == "posix":
        with suppress(OSError):
            handle = os.open(folder, os.O_RDONLY)
            try:
                os.fsync(handle)
            finally:
                os.close(handle)


def sweep(folder: Path) -> None:
    """Remove what writings of ours that were ended by force have left in a folder a day ago or earlier."""
    oldest = time.time() - _SURELY_DEAD
    with suppress(OSError), os.scandir(reachable(folder)) as entries:
        for entry in entries:
            if _LEFTOVER.fullmatch(entry.name) and entry.is_file(follow_symlinks=False):
                with suppress(OSError):
                    if entry.stat(follow_symlinks=False).st_mtime < oldest:
                        os.unlink(entry.path)


def why_not_written(target: Path, error: OSError) -> str:
    """What happened to which file, and what to do, as one sentence."""
    return f"“{target.name}”没有保存：{_reason(error)}。原来的文件没有动。"


def _reason(error: OSError) -> str:
    for kind, words in _KINDS.items():
        if isinstance(error, kind) and not is_known(error):
            return words
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return f"{why(error)}，请清理出空间或换一个位置"
    if error.errno == errno.ENAMETOOLONG:
        return f"{why(error)}，请改短文件名或换一个位置"
    return f"写入失败（{why(error)}），请另存到别的位置"


_KINDS = {
    _NotOrdinary: "这个名字是管道或设备，不是文件，请另起名字",
    _ReadOnly: "这个文件是只读的，或没有权限改它；请另存为别的名字",
    PermissionError: "文件正被 Word 或 WPS 打开，或这个文件夹不允许写入；请关闭它，或另存到别的位置",
    FileNotFoundError: "文件夹不存在，请另选位置",
    IsADirectoryError: "这是一个文件夹，请给出文件名",
}
