"""Zip packages: what nobody touches is copied raw, and what is not plain and whole is refused in words."""

import io
import struct
import tracemalloc
import zipfile
import zlib
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import ReadError
from core.formats import package
from core.formats.package import Package

LOCAL, CENTRAL, END = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"
CONTENTS = {"a.xml": b"<a>" + b"1" * 300 + b"</a>", "b/b.bin": bytes(range(256)), "c.xml": b"<c/>"}


def zipped(contents: dict[str, bytes] = CONTENTS, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip as an office suite might leave it: dates, rights, extra fields and comments of its own."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for number, (name, content) in enumerate(contents.items()):
            info = zipfile.ZipInfo(name, (2050, 1 + number, 5, 6, 7, 8))
            info.compress_type, info.external_attr = method, 0o600 << 16
            info.extra, info.comment = struct.pack("<2H2s", 0xCAFE, 2, b"xy"), b"noted"
            archive.writestr(info, content)
        archive.comment = b"of all"
    return buffer.getvalue()


class Stream(io.RawIOBase):
    """A place to write to from which nothing can be taken back, so that sizes follow the contents."""

    def __init__(self) -> None:
        self.written = bytearray()

    def writable(self) -> bool:
        return True

    def write(self, data) -> int:
        self.written += data
        return len(data)


def streamed(contents: dict[str, bytes] = CONTENTS) -> bytes:
    """A zip whose members carry their sizes behind them."""
    stream = Stream()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in contents.items():
            archive.writestr(name, content)
    return bytes(stream.written)


def opened(data: bytes) -> dict[str, bytes]:
    """The members as another program sees them, every checksum verified."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def headings(data: bytes) -> dict[str, tuple[object, ...]]:
    """What the directory says of each member besides its size and place."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {
            m.filename: (m.date_time, m.compress_type, m.extra, m.comment, m.external_attr, m.create_system)
            for m in archive.infolist()
        }


def record_of(data: bytes, name: str) -> bytes:
    """A member's local header and packed bytes."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        member = archive.getinfo(name)
    named, extra = struct.unpack_from("<2H", data, member.header_offset + 26)
    return data[member.header_offset : member.header_offset + 30 + named + extra + member.compress_size]


def patched(data: bytes, sign: bytes, at: int, form: str, value: int) -> bytes:
    """The zip with one field changed, ``at`` bytes into the last record of this kind."""
    changed = bytearray(data)
    struct.pack_into(form, changed, data.rindex(sign) + at, value)
    return bytes(changed)


@pytest.mark.parametrize("make", [zipped, streamed, lambda: zipped(method=zipfile.ZIP_STORED)])
def test_every_member_is_read(make):
    read = Package(make())
    assert read.names == tuple(CONTENTS)
    assert {name: read.read(name) for name in read.names} == CONTENTS
    assert "a.xml" in read
    assert "d.xml" not in read


@pytest.mark.parametrize("make", [zipped, streamed, lambda: zipped(method=zipfile.ZIP_STORED)])
def test_with_nothing_replaced_the_bytes_are_the_same(make):
    assert Package(make()).replaced({}) == make()


@pytest.mark.parametrize("make", [zipped, streamed, lambda: zipped(method=zipfile.ZIP_STORED)])
@pytest.mark.parametrize("name", CONTENTS)
@pytest.mark.parametrize("new", [b"", b"<new/>", b"x" * 70_000])
def test_a_replaced_member_is_the_only_one_that_changes(make, name, new):
    before, after = make(), Package(make()).replaced({name: new})
    assert opened(after) == CONTENTS | {name: new}
    assert list(opened(after)) == list(CONTENTS)
    assert headings(after) == headings(before)
    for other in CONTENTS.keys() - {name}:
        assert record_of(after, other) == record_of(before, other)
    assert Package(after).read(name) == new


def test_the_comment_of_the_whole_file_stays():
    with zipfile.ZipFile(io.BytesIO(Package(zipped()).replaced({"c.xml": b"<d/>"}))) as archive:
        assert archive.comment == b"of all"


def test_the_sizes_of_a_replaced_member_stand_before_it_and_no_longer_behind():
    after = Package(streamed()).replaced({"b/b.bin": b"new"})
    record = record_of(after, "b/b.bin")
    (flags,) = struct.unpack_from("<H", record, 6)
    crc, packed, size = struct.unpack_from("<3I", record, 14)
    assert (flags & 0x8, crc, packed, size) == (0, zlib.crc32(b"new"), len(record) - 30 - len("b/b.bin"), 3)
    with zipfile.ZipFile(io.BytesIO(after)) as archive:
        assert archive.getinfo("b/b.bin").flag_bits & 0x8 == 0
        assert archive.getinfo("c.xml").flag_bits & 0x8


def test_what_stands_before_the_first_member_stays():
    data, head = streamed(), b"#!head\n"
    start = struct.unpack_from("<I", data, data.rindex(END) + 16)[0]
    moved = bytearray(data)
    struct.pack_into("<I", moved, data.rindex(END) + 16, start + len(head))
    at = start
    for _ in CONTENTS:
        offset = struct.unpack_from("<I", data, at + 42)[0]
        struct.pack_into("<I", moved, at + 42, offset + len(head))
        at += 46 + sum(struct.unpack_from("<3H", data, at + 28))
    with_head = head + bytes(moved)
    assert Package(with_head).replaced({}) == with_head
    after = Package(with_head).replaced({"a.xml": b"<b/>"})
    assert after.startswith(head + LOCAL)
    assert opened(after) == CONTENTS | {"a.xml": b"<b/>"}


def test_the_directory_keeps_an_order_of_its_own():
    data = zipped()
    start, end = struct.unpack_from("<I", data, data.rindex(END) + 16)[0], data.rindex(END)
    second = data.index(CENTRAL, start + 4)
    turned = data[:start] + data[second:end] + data[start:second] + data[end:]
    after = Package(turned).replaced({"b/b.bin": b"new"})
    assert list(opened(after)) == ["b/b.bin", "c.xml", "a.xml"]
    assert opened(after) == CONTENTS | {"b/b.bin": b"new"}
    assert after.index(b"a.xml") < after.index(b"b/b.bin") < after.index(b"c.xml")


def test_new_members_come_at_the_end_dated_like_the_first():
    before = zipped()
    after = Package(before).replaced({"z.xml": b"<z/>", "n/n.xml": b"<n/>" * 100, "c.xml": b"<d/>"})
    assert opened(after) == CONTENTS | {"c.xml": b"<d/>", "n/n.xml": b"<n/>" * 100, "z.xml": b"<z/>"}
    assert list(opened(after)) == [*CONTENTS, "n/n.xml", "z.xml"]
    with zipfile.ZipFile(io.BytesIO(after)) as archive:
        new = archive.getinfo("n/n.xml")
    assert (new.date_time, new.compress_type) == ((2050, 1, 5, 6, 7, 8), zipfile.ZIP_DEFLATED)
    assert (new.create_version, new.extract_version, new.flag_bits) == (20, 20, 0)
    assert (new.extra, new.comment, new.volume, new.internal_attr, new.external_attr) == (b"", b"", 0, 0, 0)
    assert struct.unpack_from("<2H", record_of(after, "n/n.xml"), 4) == (20, 0)
    assert record_of(after, "a.xml") == record_of(before, "a.xml")
    assert Package(after).replaced({}) == after


@given(st.dictionaries(st.sampled_from([*CONTENTS, "new.xml"]), st.binary(max_size=400)))
def test_whatever_is_replaced_reads_back(changes):
    after = Package(zipped()).replaced(changes)
    assert opened(after) == CONTENTS | changes
    assert {name: Package(after).read(name) for name in opened(after)} == CONTENTS | changes


def test_names_are_read_in_the_encoding_they_say_and_with_slashes():
    assert Package(zipped({"正文.xml": b"1"})).names == ("正文.xml",)
    assert Package(zipped({"a|b.xml": b"1"}).replace(b"a|b.xml", b"a\\b.xml")).names == ("a/b.xml",)
    assert Package(zipped({"a|b.xml": b"1"}).replace(b"a|b.xml", b"a\x82b.xml")).names == ("aéb.xml",)


def test_a_name_that_breaks_its_encoding_is_read_all_the_same():
    broken = zipped({"正文.xml": b"1"}).replace("正".encode(), b"\xff\xff\xff")
    assert Package(broken).names == ("\ufffd\ufffd\ufffd文.xml",)
    locked = patched(zipped({"a|b.xml": b"1"}).replace(b"a|b.xml", b"a\x82b.xml"), CENTRAL, 8, "<H", 1)
    assert Package(locked).names == ("aéb.xml",)


def test_what_nobody_knows_the_meaning_of_stays():
    before = patched(zipped(), CENTRAL, 8, "<H", 0x8000)
    for name in CONTENTS:
        after = Package(before).replaced({name: b"new"})
        assert struct.unpack_from("<H", after, after.rindex(CENTRAL) + 8) == (0x8000,)
        assert Package(after).read(name) == b"new"


def test_a_zip_in_the_zip_is_no_end():
    contents = {"inner.zip": zipped(), "last.xml": b"<a/>"}
    assert Package(zipped(contents, zipfile.ZIP_STORED)).read("inner.zip") == contents["inner.zip"]


def test_two_members_of_one_name_are_refused():
    with pytest.raises(ReadError, match=r"两个同名的部件（aa\.xml）"):
        Package(zipped({"aa.xml": b"1", "bb.xml": b"2"}).replace(b"bb.xml", b"aa.xml"))


DAMAGED: dict[str, Callable[[bytes], bytes]] = {
    "nothing": lambda data: b"",
    "no end": lambda data: data[: data.rindex(END)],
    "cut in the end": lambda data: data[: data.rindex(END) + 21],
    "cut in the comment": lambda data: data[:-1],
    "more behind": lambda data: data + b"\n",
    "of several disks": lambda data: patched(data, END, 4, "<H", 1),
    "begun on another disk": lambda data: patched(data, END, 6, "<H", 1),
    "fewer here than in all": lambda data: patched(data, END, 8, "<H", 2),
    "more members than there are": lambda data: patched(patched(data, END, 8, "<H", 4), END, 10, "<H", 4),
    "fewer members than there are": lambda data: patched(patched(data, END, 8, "<H", 2), END, 10, "<H", 2),
    "no member at all": lambda data: END + bytes(18),
    "an entry that is none": lambda data: data.replace(CENTRAL, b"PK\x01\x03"),
    "a name beyond the directory": lambda data: patched(data, CENTRAL, 28, "<H", 200),
    "an extra field beyond it": lambda data: patched(data, CENTRAL, 30, "<H", 200),
    "a comment beyond it": lambda data: patched(data, CENTRAL, 32, "<H", 200),
    "a member that begins at the end": lambda data: patched(data, CENTRAL, 42, "<I", data.rindex(END)),
}


@pytest.mark.parametrize("damage", DAMAGED)
def test_a_damaged_directory_is_refused(damage):
    with pytest.raises(ReadError) as error:
        Package(DAMAGED[damage](zipped()))
    assert str(error.value) == package.BROKEN


@pytest.mark.parametrize("field", [12, 16])
@pytest.mark.parametrize("value", [0xFFFFFFFF, 5])
def test_an_unusual_structure_is_refused_with_a_way_out(field, value):
    with pytest.raises(ReadError, match=r"压缩结构少见.*另存"):
        Package(patched(zipped(), END, field, "<I", value))


UNREADABLE: dict[str, tuple[Callable[[bytes], bytes], str]] = {
    "no such header": (lambda data: data.replace(LOCAL, b"PK\x03\x05"), "损坏"),
    "a header beyond the file": (lambda data: patched(data, CENTRAL, 42, "<I", data.rindex(END) - 1), "损坏"),
    "another checksum": (lambda data: patched(data, CENTRAL, 16, "<I", 1), "损坏"),
    "a larger size": (lambda data: patched(data, CENTRAL, 24, "<I", 5), "损坏"),
    "a smaller size": (lambda data: patched(data, CENTRAL, 24, "<I", 3), "损坏"),
    "packed bytes beyond the file": (lambda data: patched(data, CENTRAL, 20, "<I", 10_000), "损坏"),
    "bytes that cannot be unpacked": (
        lambda data: patched(data, LOCAL, 30 + 5 + 6, "<I", 0xFFFFFFFF),
        "损坏",
    ),
    "a password": (lambda data: patched(data, CENTRAL, 8, "<H", 1), "密码"),
    "another way of packing": (lambda data: patched(data, CENTRAL, 10, "<H", 12), "压缩方式少见.*另存"),
    "a part too large": (lambda data: patched(data, CENTRAL, 24, "<I", package.MAX_PART + 1), "巨大"),
}


@pytest.mark.parametrize("trouble", UNREADABLE)
def test_a_member_that_is_not_plain_and_whole_is_refused(trouble):
    damage, words = UNREADABLE[trouble]
    read = Package(damage(zipped()))
    with pytest.raises(ReadError, match=words):
        read.read("c.xml")


def test_a_missing_member_is_refused():
    with pytest.raises(ReadError, match="损坏"):
        Package(zipped()).read("d.xml")


def test_what_unpacks_a_thousandfold_is_refused_only_where_it_is_large():
    small, large = b"0" * (15 * 1024 * 1024), b"0" * (17 * 1024 * 1024)
    assert Package(zipped({"a.xml": small})).read("a.xml") == small
    with pytest.raises(ReadError, match="巨大"):
        Package(zipped({"a.xml": large})).read("a.xml")
    assert Package(zipped({"a.xml": large}, zipfile.ZIP_STORED)).read("a.xml") == large


def test_what_unpacks_to_more_than_it_says_takes_no_more_memory():
    lying = patched(zipped({"a.xml": b"0" * 50_000_000}), CENTRAL, 24, "<I", 100)
    tracemalloc.start()
    with pytest.raises(ReadError, match="损坏"):
        Package(lying).read("a.xml")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 5_000_000
