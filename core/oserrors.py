"""What the operating system says went wrong, in the clerk's words: it speaks English on many machines."""

import errno

_FULL = "磁盘已满"
_LOST = "网络或移动磁盘断开了"
_BUSY = "正被别的程序使用"
_BROKEN = "磁盘或网络读写出错"
_LONG = "名字或路径太长"
_CLOUD = "文件还在云端（OneDrive 等），没有下载到这台电脑"

_WORDS = {
    "ENOSPC": _FULL,
    "EDQUOT": "给你的磁盘空间用完了",
    "EFBIG": "文件大小超过了这里允许的上限",
    "EROFS": "这个位置是只读的",
    "EIO": _BROKEN,
    "ENAMETOOLONG": _LONG,
    "ELOOP": "快捷链接绕成了圈",
    "ENOTDIR": "路径中间有一段不是文件夹",
    "EINVAL": "名字里有这里不能用的字符",
    "EILSEQ": "名字里有这里不能用的字符",
    "EBUSY": _BUSY,
    "ETXTBSY": _BUSY,
    "EMFILE": "打开的文件太多",
    "ENFILE": "打开的文件太多",
    **dict.fromkeys(
        ("ESTALE", "ENODEV", "ENXIO", "ENOTCONN", "ETIMEDOUT", "ENETDOWN", "ENETUNREACH", "ENETRESET",
         "EHOSTDOWN", "EHOSTUNREACH", "ECONNRESET", "ECONNABORTED", "ECONNREFUSED", "EREMOTEIO"),
        _LOST,
    ),
}  # fmt: skip
_BY_NUMBER = {getattr(errno, name): words for name, words in _WORDS.items() if hasattr(errno, name)}

_WINDOWS = {
    **dict.fromkeys((21, 53, 55, 59, 64, 67, 121, 1203, 1231, 1232), _LOST),  # device, share, host not there
    **dict.fromkeys((23, 1117), _BROKEN),  # checksum, device error
    **dict.fromkeys((39, 112), _FULL),
    123: "名字里有这里不能用的字符",
    206: _LONG,
    **dict.fromkeys(range(358, 407), _CLOUD),  # ERROR_CLOUD_FILE_…
}
"""System error codes of winerror.h that Python turns into an errno that says less."""


def why(error: OSError) -> str:
    """In a few words, without a full stop; as the system says it, where that is none of the usual things."""
    known = _WINDOWS.get(getattr(error, "winerror", None) or 0) or _BY_NUMBER.get(error.errno or 0)
    return known or error.strerror or str(error) or type(error).__name__


def is_known(error: OSError) -> bool:
    """Whether ``why`` says more than that a file is missing or may not be used."""
    return getattr(error, "winerror", None) in _WINDOWS or error.errno in _BY_NUMBER
