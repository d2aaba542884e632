"""Zip packages changed: in what their parts say, and in what the package says of its parts."""

import struct
import zlib
from collections.abc import Callable
from dataclasses import replace
from random import Random

from tests.fuzz.archive import DEFLATED, STORED, Archive, Member, opened
from tests.fuzz.octets import changed
from tests.fuzz.words import CANARY

Part = Callable[[Random, bytes], bytes]
_NAMES = (
    *(
        b"../../canary-of-the-fuzzer",
        CANARY.encode(),
        b"C:\\canary",
        b"\\\\server\\canary",
        b"word/../../x.xml",
        b"./a",
    ),
    *(
        b"",
        b"\0",
        b"x" * 3000,
        b"word/document.xml\0.txt",
        b"WORD/DOCUMENT.XML",
        b"word\\document.xml",
        b"\xff\xfe",
    ),
    *(
        b"con",
        b"word/",
        b"/",
        b"..",
        b"_rels/.rels",
        b"[Content_Types].xml",
        b"xl/workbook.xml",
        b"word/document.xml",
    ),
    *(
        b"xl/_rels/workbook.xml.rels",
        b"xl/worksheets/sheet1.xml",
        b"xl/sharedStrings.xml",
        b"EncryptedPackage",
    ),
    *(b"word/vbaProject.bin", b"_xmlsignatures/sig1.xml", b"mimetype", b"content.xml", b"OFD.xml", b"ppt/a"),
)
_SIZES = (0, 1, 2, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFE, 0xFFFFFFFF)
_BOMBS = (b"x", b"<a/>", b"\0", b"<!-- -->", b"<w:p/>", b"<c/>", b"<row/>", b"<a>")


def mutate(rng: Random, data: bytes, part: Part) -> bytes:
    """A package with one thing changed; ``part`` changes the XML of a part."""
    try:
        archive = opened(data)
    except (ValueError, struct.error):
        return changed(rng, data)
    if not archive.members or rng.random() < 0.02:
        return changed(rng, data)
    if rng.random() < 0.8:
        _change_part(rng, archive, part)
    else:
        rng.choice(_CHANGES)(rng, archive, rng.choice(archive.members))
    return archive.written()


def _change_part(rng: Random, archive: Archive, part: Part) -> None:
    """Changes one part, the larger the likelier."""
    weights = [20 + min(m.size, 2000) for m in archive.members]
    member = rng.choices(archive.members, weights)[0]
    try:
        content = member.content()
    except (zlib.error, ValueError):
        return
    for _ in range(rng.choice((1, 1, 1, 2, 3))):
        content = part(rng, content)
    member.fill(content, rng.choice((STORED, DEFLATED)))


def _drop(_rng: Random, archive: Archive, member: Member) -> None:
    archive.members.remove(member)


def _double(rng: Random, archive: Archive, member: Member) -> None:
    other = replace(member)
    if rng.random() < 0.5:
        other.fill(changed(rng, member.packed))
    archive.members.insert(rng.randrange(len(archive.members) + 1), other)


def _rename(rng: Random, _archive: Archive, member: Member) -> None:
    member.name = rng.choice(_NAMES)


def _two_names(rng: Random, _archive: Archive, member: Member) -> None:
    """The header says another name than the directory."""
    member.local_name = rng.choice(_NAMES)


def _swap(rng: Random, archive: Archive, member: Member) -> None:
    other = rng.choice(archive.members)
    member.name, other.name = other.name, member.name


def _add(rng: Random, archive: Archive, member: Member) -> None:
    other = replace(member, name=rng.choice(_NAMES))
    archive.members.insert(rng.randrange(len(archive.members) + 1), other)


def _wrong_crc(rng: Random, _archive: Archive, member: Member) -> None:
    member.crc = rng.getrandbits(32)


def _wrong_size(rng: Random, _archive: Archive, member: Member) -> None:
    member.size = rng.choice((*_SIZES, member.size + 1, max(0, member.size - 1), 300_000_000))


def _wrong_packed(rng: Random, _archive: Archive, member: Member) -> None:
    member.packed_size = rng.choice((*_SIZES, len(member.packed) + 1, max(0, len(member.packed) - 1)))


def _method(rng: Random, _archive: Archive, member: Member) -> None:
    member.method = rng.choice((0, 1, 6, 8, 9, 12, 14, 93, 95, 98, 99, 0xFFFF))


def _flags(rng: Random, _archive: Archive, member: Member) -> None:
    member.flags ^= rng.choice((0x1, 0x8, 0x40, 0x800, 0x2000, 0xFFFF))


def _overlap(rng: Random, archive: Archive, member: Member) -> None:
    member.start = rng.choice((0, 1, len(archive.members[0].packed), 30, 0xFFFFFFFF, 0x7FFFFFFF))


def _entries(rng: Random, archive: Archive, _member: Member) -> None:
    """The directory in another order, with an entry twice, or without one."""
    entries = list(archive.members)
    rng.shuffle(entries)
    archive.entries = rng.choice((entries, entries[1:], entries + entries[:1], entries * 2))


def _end(rng: Random, archive: Archive, member: Member) -> None:
    kind = rng.randrange(6)
    if kind == 0:
        archive.count = rng.choice((0, 1, len(archive.members) + 1, 0xFFFF, 0xFFFE))
    elif kind == 1:
        archive.shift = rng.choice((-1, 1, 4, -46, 1 << 20))
    elif kind == 2:
        archive.disk = 1
    elif kind == 3:
        archive.comment = rng.choice((b"PK\x05\x06", b"x" * 65535, b"PK\x05\x06" + b"\0" * 18))
    elif kind == 4:
        archive.behind = rng.choice((b"x", b"\0" * 100, b"PK\x05\x06", archive.written()))
    else:
        archive.before = rng.choice((b"MZ", b"PK\x03\x04", b"x" * 100, member.packed))


def _damage(rng: Random, _archive: Archive, member: Member) -> None:
    """Compressed bytes that are damaged, cut, or followed by more."""
    member.packed = rng.choice((changed(rng, member.packed), member.packed[:-2], member.packed + b"more"))


def _extra(rng: Random, _archive: Archive, member: Member) -> None:
    member.extra = rng.choice(
        (b"\x01\0\x10\0" + b"\xff" * 16, b"\xff" * 5, b"ux\x0b\0\1\4\0\0\0\0\4\0\0\0\0", b"x" * 65000)
    )
    member.trailer = rng.choice((b"", b"PK\x07\x08" + b"\0" * 12, b"junk"))


def _bomb(rng: Random, _archive: Archive, member: Member) -> None:
    """Much content from few bytes: once in a while so much that it may not be unpacked."""
    times = rng.choice((1000, 1000, 1000, 10_000, 10_000, 1_000_000 if rng.random() < 0.01 else 50_000))
    try:
        content = member.content()
    except (zlib.error, ValueError):
        content = b""
    at = rng.randrange(len(content) + 1)
    member.fill(content[:at] + rng.choice(_BOMBS) * times + content[at:])


def _many(rng: Random, archive: Archive, member: Member) -> None:
    names = (b"%b%d" % (rng.choice((b"", b"word/", b"xl/")), n) for n in range(rng.choice((5, 50, 500))))
    archive.members += [
        replace(member, name=name, packed=b"", size=0, crc=0, method=STORED) for name in names
    ]


def _empty(rng: Random, _archive: Archive, member: Member) -> None:
    member.fill(rng.choice((b"", b" ", b"\xef\xbb\xbf", b"<a/>", b"\0" * 10)))


_CHANGES = (
    *(
        _drop,
        _double,
        _rename,
        _rename,
        _two_names,
        _swap,
        _add,
        _add,
        _wrong_crc,
        _wrong_size,
        _wrong_packed,
    ),
    *(_method, _flags, _overlap, _entries, _end, _end, _damage, _extra, _bomb, _many, _empty),
)
