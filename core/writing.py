"""Files written in one step or not at all."""

import errno
import os
import tempfile
from pathlib import Path

from core.errors import SaveError

TEMPORARY_PREFIX = ".gouji-"
"""Begins the name of a file that is still being written."""


def write_atomic(target: Path, data: bytes) -> None:
    """Replace ``target`` by ``data`` in one step. Raises SaveError; then the target is as it was."""
    real = Path(os.path.realpath(target))
    temporary = ""
    try:
        handle, temporary = tempfile.mkstemp(prefix=TEMPORARY_PREFIX, suffix=real.suffix, dir=real.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        _keep_mode(real, temporary)
        os.replace(temporary, real)
        temporary = ""
        _sync_folder(real.parent)
    except OSError as error:
        raise SaveError(why_not_written(target, error)) from None
    finally:
        if temporary:
            Path(temporary).unlink(missing_ok=True)


def _keep_mode(target: Path, temporary: str) -> None:
    """A new file gets the usual rights, a replaced one keeps its own (mkstemp gives owner-only)."""
    if target.exists():
        os.chmod(temporary, target.stat().st_mode & 0o7777)
    elif os.name == "posix":
        mask = os.umask(0)
        os.umask(mask)
        os.chmod(temporary, 0o666 & ~mask)


def _sync_folder(folder: Path) -> None:
    """Make the rename itself survive a power cut, where the system can."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def why_not_written(target: Path, error: OSError) -> str:
    if error.errno == errno.ENOSPC:
        why = "磁盘已满，请清理出空间或换一个位置"
    elif isinstance(error, PermissionError):
        why = "文件正被 Word 或 WPS 打开，或这个文件夹不允许写入；请关闭它，或另存到别的位置"
    elif isinstance(error, FileNotFoundError):
        why = "文件夹不存在，请另选位置"
    elif isinstance(error, IsADirectoryError):
        why = "这是一个文件夹，请给出文件名"
    elif error.errno == errno.EROFS:
        why = "这个位置是只读的，请另存到别的位置"
    else:
        why = f"写入失败（{error.strerror or error}），请另存到别的位置"
    return f"“{target.name}”没有保存：{why}。原来的文件没有动。"
