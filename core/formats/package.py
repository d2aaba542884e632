"""Zip packages read by hand, so that members nobody touched are copied as raw bytes.

Format: PKWARE APPNOTE 6.3. ``Package.replaced`` keeps order, dates, flags, extra fields, comments and
compressed bytes of every member that is not replaced.
"""

import struct
import zlib
from collections.abc import Mapping
from dataclasses import dataclass

from core.errors import ReadError

MAX_PART = 32 * 1024 * 1024
"""Largest part (bytes, uncompressed) that is read; a report's largest part is below 5 MB."""
MAX_UNPACKED = 2 * MAX_PART
"""Of all parts together that are read (pictures are not)."""
MAX_MEMBERS = 10_000
"""A report with many pictures has some hundred."""
_MAX_RATIO = 1000
_RATIO_FLOOR = 16 * 1024 * 1024

_LOCAL = struct.Struct("<4s5H3I2H")
_CENTRAL = struct.Struct("<4s6H3I5H2I")
_END = struct.Struct("<4s4H2IH")
_STORED, _DEFLATED = 0, 8
_VERSION = 20
_ENCRYPTED, _DESCRIPTOR = 0x1, 0x8

BROKEN = "文件已损坏或不完整（可能是下载、拷贝中断），请重新取得这份文件"


@dataclass(frozen=True, slots=True)
class _Member:
    name: str
    flags: int
    method: int
    crc: int
    packed: int
    size: int
    start: int
    central: bytes


class Package:
    """A zip file held in memory.

    Raises ReadError, in words for the clerk, on anything that is not a plain, complete, unencrypted zip.
    """

    def __init__(self, data: bytes) -> None:
        self.data = data
        self._directory_start, self._tail, entries = _directory(data)
        self._members: dict[str, _Member] = {}
        for member in entries:
            if member.name in self._members:
                raise ReadError(f"文件里有两个同名的部件（{member.name}），无法确定以哪个为准")
            self._members[member.name] = member
        if not entries:
            raise ReadError(BROKEN)
        self._read: set[str] = set()
        self._unpacked = 0
        self._order = sorted(entries, key=lambda m: m.start)
        self._ends = dict(
            zip(
                (m.name for m in self._order),
                [m.start for m in self._order[1:]] + [self._directory_start],
                strict=True,
            )
        )

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(self._members)

    def __contains__(self, name: str) -> bool:
        return name in self._members

    def read(self, name: str) -> bytes:
        """Uncompressed bytes of a member, CRC checked. Raises ReadError (also for a missing member)."""
        member = self._members.get(name)
        if member is None:
            raise ReadError(BROKEN)
        if member.flags & _ENCRYPTED:
            raise ReadError("文件设有打开密码，请在 Word 或 WPS 里取消密码、另存后再打开")
        if self._is_too_much(member):
            raise ReadError("文件解压后异常巨大，不像正常的报告，为安全起见没有打开")
        start = self._content_start(member)
        packed = self.data[start : start + member.packed]
        if len(packed) != member.packed:
            raise ReadError(BROKEN)
        content = _unpack(packed, member)
        if len(content) != member.size or zlib.crc32(content) != member.crc:
            raise ReadError(BROKEN)
        return content

    def _is_too_much(self, member: _Member) -> bool:
        """Whether the member, or all that are read with it, would unpack to more than a report has."""
        if member.name not in self._read:
            self._read.add(member.name)
            self._unpacked += member.size
        is_bomb = member.size > _RATIO_FLOOR and member.size > _MAX_RATIO * member.packed
        return is_bomb or member.size > MAX_PART or self._unpacked > MAX_UNPACKED

    def replaced(self, changes: Mapping[str, bytes]) -> bytes:
        """The whole package with the given members' contents replaced; all other bytes copied raw.

        Members that there are not yet come at the end, dated like the first.
        """
        position = self._order[0].start
        pieces: list[bytes] = [self.data[:position]]
        moved: dict[str, tuple[int, int, int, int, int]] = {}
        for member in self._order:
            if member.name in changes:
                content = changes[member.name]
                packed = _pack(content, member.method)
                record = self._record(member, content, packed)
                facts = (zlib.crc32(content), len(packed), len(content), member.flags & ~_DESCRIPTOR)
            else:
                record = self.data[member.start : self._ends[member.name]]
                facts = (member.crc, member.packed, member.size, member.flags)
            moved[member.name] = (position, *facts)
            pieces.append(record)
            position += len(record)
        entries = [_moved_entry(m, *moved[m.name]) for m in self._members.values()]
        for name in sorted(changes.keys() - self._members.keys()):
            record, entry = _new_member(name, changes[name], self._order[0].central, position)
            pieces.append(record)
            entries.append(entry)
            position += len(record)
        directory = b"".join(entries)
        end = bytearray(self._tail)
        struct.pack_into("<2H2I", end, 8, len(entries), len(entries), len(directory), position)
        return b"".join([*pieces, directory, bytes(end)])

    def _content_start(self, member: _Member) -> int:
        try:
            fields = _LOCAL.unpack_from(self.data, member.start)
        except struct.error:
            raise ReadError(BROKEN) from None
        if fields[0] != b"PK\x03\x04":
            raise ReadError(BROKEN)
        return member.start + _LOCAL.size + int(fields[9]) + int(fields[10])

    def _record(self, member: _Member, content: bytes, packed: bytes) -> bytes:
        header = bytearray(self.data[member.start : self._content_start(member)])
        struct.pack_into("<H", header, 6, member.flags & ~_DESCRIPTOR)
        struct.pack_into("<3I", header, 14, zlib.crc32(content), len(packed), len(content))
        return bytes(header) + packed


def _directory(data: bytes) -> tuple[int, bytes, list[_Member]]:
    """Start of the central directory, the bytes from its end on, and its entries in order."""
    at = data.rfind(b"PK\x05\x06")
    if at < 0 or at + _END.size > len(data):
        raise ReadError(BROKEN)
    _, disk, first_disk, here, count, size, start, comment = _END.unpack_from(data, at)
    if disk or first_disk or here != count or at + _END.size + comment != len(data):
        raise ReadError(BROKEN)
    if count > MAX_MEMBERS:
        raise ReadError("文件里的部件太多，不像正常的报告，为安全起见没有打开")
    if start + size != at:
        raise ReadError("文件的压缩结构少见（分卷或超大），请在 Word 或 WPS 里另存一份后再打开")
    members: list[_Member] = []
    position = start
    for _ in range(count):
        member, position = _entry(data, position, at)
        members.append(member)
    if position != at:
        raise ReadError(BROKEN)
    return start, data[at:], members


def _entry(data: bytes, position: int, limit: int) -> tuple[_Member, int]:
    if position + _CENTRAL.size > limit:
        raise ReadError(BROKEN)
    fields = _CENTRAL.unpack_from(data, position)
    flags, method, crc, packed, size = fields[3], fields[4], fields[7], fields[8], fields[9]
    end = position + _CENTRAL.size + fields[10] + fields[11] + fields[12]
    if fields[0] != b"PK\x01\x02" or end > limit or fields[16] >= limit:
        raise ReadError(BROKEN)
    raw = data[position + _CENTRAL.size : position + _CENTRAL.size + fields[10]]
    name = raw.decode("utf-8" if flags & 0x800 else "cp437", "replace").replace("\\", "/")
    return _Member(name, flags, method, crc, packed, size, fields[16], data[position:end]), end


def _moved_entry(member: _Member, start: int, crc: int, packed: int, size: int, flags: int) -> bytes:
    entry = bytearray(member.central)
    struct.pack_into("<H", entry, 8, flags)
    struct.pack_into("<3I", entry, 16, crc, packed, size)
    struct.pack_into("<I", entry, 42, start)
    return bytes(entry)


def _new_member(name: str, content: bytes, like: bytes, start: int) -> tuple[bytes, bytes]:
    """Local record and directory entry of a member that was not there; ``like``: an entry with its date."""
    time, date = struct.unpack_from("<2H", like, 12)
    packed, raw = _pack(content, _DEFLATED), name.encode("ascii")
    facts = (_DEFLATED, time, date, zlib.crc32(content), len(packed), len(content), len(raw), 0)
    local = _LOCAL.pack(b"PK\x03\x04", _VERSION, 0, *facts)
    central = _CENTRAL.pack(b"PK\x01\x02", _VERSION, _VERSION, 0, *facts, 0, 0, 0, 0, start)
    return local + raw + packed, central + raw


def _unpack(packed: bytes, member: _Member) -> bytes:
    if member.method == _STORED:
        return packed
    if member.method != _DEFLATED:
        raise ReadError("文件的压缩方式少见，请在 Word 或 WPS 里另存一份后再打开")
    try:
        return zlib.decompressobj(-15).decompress(packed, member.size + 1)
    except zlib.error:
        raise ReadError(BROKEN) from None


def _pack(content: bytes, method: int) -> bytes:
    if method == _STORED:
        return content
    packer = zlib.compressobj(6, zlib.DEFLATED, -15)
    return packer.compress(content) + packer.flush()
