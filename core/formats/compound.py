"""The container of the old binary formats (MS-CFB): which streams there are, and how one begins."""

_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENTRY = 128
_SMALLEST = 4096
"""Bytes from which on a stream has sectors of its own (MS-CFB 2.2, Mini Stream Cutoff Size)."""
_HEAD = 512


def is_compound(data: bytes) -> bool:
    return data.startswith(_MAGIC)


def has_stream(data: bytes, name: str) -> bool:
    """Whether there is a directory entry of that name."""
    return _entry(data, name) >= 0


def stream_head(data: bytes, name: str) -> bytes:
    """How a stream begins; empty where there is none, or one too small to have sectors of its own."""
    at = _entry(data, name)
    if at < 0 or _number(data, at + 120, 4) < _SMALLEST:
        return b""
    sector = 1 << min(_number(data, 30, 2), 16)
    start = (_number(data, at + 116, 4) + 1) * sector
    return data[start : start + min(sector, _HEAD)]


def _entry(data: bytes, name: str) -> int:
    """Where the entry stands (MS-CFB 2.6.1: 128 bytes, the name's length in bytes at 64), -1 for none."""
    encoded = name.encode("utf-16-le") + b"\0\0"
    at = data.find(encoded)
    while at >= 0:
        if at % _ENTRY == 0 and _number(data, at + 64, 2) == len(encoded):
            return at
        at = data.find(encoded, at + 1)
    return -1


def _number(data: bytes, at: int, size: int) -> int:
    return int.from_bytes(data[at : at + size], "little")
