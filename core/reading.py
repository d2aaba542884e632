"""The bytes of a file, or why they cannot be had."""

from pathlib import Path

from core.errors import ReadError
from core.formats.detect import MAX_BYTES


def read_bytes(path: Path) -> bytes:
    try:
        if path.stat().st_size > MAX_BYTES:
            raise ReadError("文件超过 256 MB，不像一份年度报告，请检查是否选错了文件")
        return path.read_bytes()
    except FileNotFoundError:
        raise ReadError("文件不存在，可能已被移动、改名或删除") from None
    except IsADirectoryError:
        raise ReadError("这是文件夹，请选择里面的报告文件") from None
    except PermissionError:
        if path.is_dir():
            raise ReadError("这是文件夹，请选择里面的报告文件") from None
        raise ReadError("没有权限读取，或文件正被别的程序独占；请关闭占用它的程序后再试") from None
    except OSError as error:
        raise ReadError(f"读取失败（{error.strerror or error}），请检查磁盘或网络连接") from None
