"""A zip file as its records, each of which may lie: what ``zipfile`` would never write."""

import struct
import zlib
from dataclasses import dataclass, field

_LOCAL = struct.Struct("<4s5H3I2H")
_CENTRAL = struct.Struct("<4s6H3I5H2I")
_END = struct.Struct("<4s4H2IH")
_DATE = 0x21
STORED, DEFLATED = 0, 8


@dataclass
class Member:
    """One record. said: name, flags, method, crc, packed and full size where header and directory differ."""

    name: bytes
    packed: bytes
    method: int
    flags: int
    crc: int
    size: int
    extra: bytes = b""
    packed_size: int | None = None
    start: int | None = None
    local_name: bytes | None = None
    trailer: bytes = b""

    def content(self) -> bytes:
        """Raises zlib.error or ValueError where there is none."""
        if self.method == DEFLATED:
            return zlib.decompressobj(-15).decompress(self.packed, 1 << 24)
        if self.method == STORED:
            return self.packed
        raise ValueError

    def fill(self, content: bytes, method: int = DEFLATED) -> None:
        """Put in other content, honestly."""
        packer = zlib.compressobj(1, zlib.DEFLATED, -15)
        self.packed = packer.compress(content) + packer.flush() if method == DEFLATED else content
        self.method, self.crc, self.size = method, zlib.crc32(content), len(content)
        self.flags &= ~0x9
        self.packed_size = None


@dataclass
class Archive:
    """All records. entries: order of the directory where it is not that of the records."""

    members: list[Member]
    before: bytes = b""
    behind: bytes = b""
    comment: bytes = b""
    count: int | None = None
    shift: int = 0
    disk: int = 0
    entries: list[Member] = field(default_factory=list)

    def written(self) -> bytes:
        """The file."""
        pieces, starts, at = [self.before], {}, len(self.before)
        for member in self.members:
            record = _record(member)
            starts[id(member)] = at
            pieces.append(record)
            at += len(record)
        entries = self.entries or self.members
        directory = b"".join(_entry(member, starts.get(id(member), 0)) for member in entries)
        count = len(entries) if self.count is None else self.count
        end = _END.pack(
            b"PK\x05\x06", self.disk, self.disk, count & 0xFFFF, count & 0xFFFF, len(directory),
            max(0, at + self.shift), len(self.comment) & 0xFFFF,
        )  # fmt: skip
        return b"".join([*pieces, directory, end, self.comment, self.behind])


def opened(data: bytes) -> Archive:
    """The records of a fairly sound zip. Raises ValueError or struct.error where there are none."""
    end = data.rfind(b"PK\x05\x06")
    if end < 0:
        raise ValueError
    count, at = _END.unpack_from(data, end)[4], _END.unpack_from(data, end)[6]
    members = []
    for _ in range(min(count, 200)):
        fields = _CENTRAL.unpack_from(data, at)
        if fields[0] != b"PK\x01\x02":
            raise ValueError
        name = data[at + _CENTRAL.size : at + _CENTRAL.size + fields[10]]
        at += _CENTRAL.size + fields[10] + fields[11] + fields[12]
        local = _LOCAL.unpack_from(data, fields[16])
        start = fields[16] + _LOCAL.size + local[9] + local[10]
        packed = data[start : start + fields[8]]
        members.append(Member(name, packed, fields[4], fields[3] & ~0x8, fields[7], fields[9]))
    return Archive(members)


def _facts(member: Member, name: bytes) -> tuple[int, ...]:
    packed = len(member.packed) if member.packed_size is None else member.packed_size
    sizes = (member.crc, packed & 0xFFFFFFFF, member.size & 0xFFFFFFFF)
    return (20, member.flags, member.method, 0, _DATE, *sizes, len(name) & 0xFFFF, len(member.extra) & 0xFFFF)


def _record(member: Member) -> bytes:
    name = member.name if member.local_name is None else member.local_name
    header = _LOCAL.pack(b"PK\x03\x04", *_facts(member, name))
    return header + name + member.extra + member.packed + member.trailer


def _entry(member: Member, start: int) -> bytes:
    at = start if member.start is None else member.start
    header = _CENTRAL.pack(b"PK\x01\x02", 20, *_facts(member, member.name), 0, 0, 0, 0, at & 0xFFFFFFFF)
    return header + member.name + member.extra
