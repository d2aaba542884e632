"""Web archives: the page among the parts, whatever its encoding; nothing else of the message is looked at."""

import base64
import quopri
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.errors import ReadError
from core.files import from_bytes
from core.formats import mht
from core.formats.detect import format_of
from core.review import Review
from tests import pages
from tests.layouts import balanced

HEADERS = {
    "Word": (
        'MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary="----=_NextPart_01DA.00"\r\n'
    ),
    "Chrome": (
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://example.invalid/1.html\r\n"
        "Subject: =?utf-8?Q?=E5=B9=B4=E6=8A=A5?=\r\n"
        "Date: Thu, 25 Jan 2024 10:00:00 -0000\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----=_NextPart_01DA.00"\r\n'
    ),
    "IE": (
        'From: "Saved by Internet Explorer"\r\nSubject: x\r\nMIME-Version: 1.0\r\n'
        'Content-Type: multipart/related; type="text/html"; boundary="----=_NextPart_01DA.00"\r\n'
        "X-MimeOLE: Produced By Microsoft MimeOLE\r\n"
    ),
}
MARK = "\r\n------=_NextPart_01DA.00"


def encoded(content: bytes, way: str) -> bytes:
    if way == "base64":
        return base64.encodebytes(content).replace(b"\n", b"\r\n")
    return quopri.encodestring(content) if way == "quoted-printable" else content


def archive(page: str, way: str = "quoted-printable", charset: str = "utf-8", header: str = "Word") -> bytes:
    parts = HEADERS[header] + "\r\nThis document is a single file web page." + MARK
    parts += f"\r\nContent-Location: file:///C:/1.htm\r\nContent-Transfer-Encoding: {way}\r\n"
    parts += f'Content-Type: text/html; charset="{charset}"\r\n\r\n'
    picture = (
        f"{MARK}\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n"
    )
    other = f"{MARK}\r\nContent-Type: text/html\r\n\r\n<p>别的框架里的话。</p>{MARK}--\r\n"
    return parts.encode() + encoded(page.encode(charset), way) + picture.encode() + other.encode()


@pytest.mark.parametrize("header", HEADERS)
@pytest.mark.parametrize("way", ["quoted-printable", "base64", "8bit"])
@pytest.mark.parametrize("charset", ["utf-8", "gb2312"])
def test_the_page_is_read_as_if_it_were_a_file_of_its_own(header, way, charset):
    numbers = balanced()
    page = pages.bare(pages.body_of(numbers), pages.title_of(), charset)
    data = archive(page, way, charset, header)
    assert format_of(data) == "mht"
    review = Review(from_bytes(data, Path("年报.mht")))
    assert {c: review.text(c) for c in review.cells} == numbers
    assert review.findings == ()
    assert review.report.document.format == "mht"
    assert not review.report.is_rewritable


def test_other_parts_are_not_read():
    assert list(mht.read(archive("<p>甲</p>")).texts) == ["甲"]


def test_a_page_within_alternatives_is_found():
    inner = (
        "Content-Type: multipart/alternative; boundary=in\r\n\r\n--in\r\nContent-Type: text/plain\r\n\r\n乙"
    )
    inner += "\r\n--in\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>甲</p>\r\n--in--\r\n"
    data = f"{HEADERS['Word']}\r\n{MARK}\r\n{inner}{MARK}--\r\n"
    assert list(mht.read(data.encode()).texts) == ["甲"]


def test_a_message_that_is_the_page_itself_is_read():
    data = "MIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n<p>甲</p>\n".encode()
    assert format_of(data) == "mht"
    assert list(mht.read(data).texts) == ["甲"]


@pytest.mark.parametrize(
    "data",
    [
        HEADERS["Word"].encode(),
        (HEADERS["Word"] + "\r\n" + MARK + "\r\nContent-Type: image/png\r\n\r\nx" + MARK + "--").encode(),
        b"MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\nx",
        b"MIME-Version: 1.0\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\n",
    ],
)
def test_an_archive_without_a_page_is_refused_in_words(data):
    with pytest.raises(ReadError, match="请"):
        mht.read(data)


def test_messages_within_messages_without_end_are_refused():
    data = b"".join(
        b'Content-Type: multipart/related; boundary="b%d"\r\n\r\n\r\n--b%d\r\n' % (n, n) for n in range(5000)
    )
    with pytest.raises(ReadError):
        mht.read(b"MIME-Version: 1.0\r\n" + data)


def test_an_archive_of_countless_parts_is_refused():
    with pytest.raises(ReadError):
        mht.read((HEADERS["Word"] + (MARK + "\r\nContent-Type: text/plain\r\n\r\n") * 100_000).encode())


def test_an_archive_that_is_too_large_is_refused(monkeypatch):
    monkeypatch.setattr(mht, "MAX_BYTES", 1000)
    with pytest.raises(ReadError, match="MB"):
        mht.read(archive("<p>甲</p>" * 200))


@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_an_archive_with_any_bytes_changed_is_read_or_refused_in_words(data):
    source = bytearray(archive("<p>全年共收到申请 12 件。</p>" * 3, header="Chrome"))
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, len(source) - 1))
        source[at : at + data.draw(st.integers(0, 40))] = data.draw(st.binary(max_size=8))
    with suppress(ReadError):
        mht.read(bytes(source))
