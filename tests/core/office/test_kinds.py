"""Old documents are told by what they hold, never by their names."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import ReadError
from core.formats.detect import format_of
from core.formats.old import KINDS, OldFormatError, is_locked, kind_of
from core.office.opening import old_kind
from tests.documents import excel, word
from tests.layouts import balanced
from tests.office import old

FLAT = b'<?xml version="1.0"?>\n<?mso-application progid="Word.Document"?>\n<pkg:package xmlns:pkg="x">'
SHEET = b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet/>'
FODT = (
    b'<?xml version="1.0"?><office:document xmlns:office="x" '
    b'office:mimetype="application/vnd.oasis.opendocument.text"><office:body/>'
)


def zipped(mimetype: bytes) -> bytes:
    return b"PK\x03\x04" + bytes(22) + b"\x08\x00\x00\x00mimetype" + mimetype + b"PK\x03\x04"


@pytest.mark.parametrize(
    ("data", "name", "becomes"),
    [
        (old("WordDocument"), "doc", "docx"),
        (old("Workbook"), "xls", "xlsx"),
        (old("Book"), "xls", "xlsx"),
        (b"\t\x08\x10\x00\x00\x06\x05\x00\xbb\x0d", "xls", "xlsx"),
        (rb"{\rtf1\ansi}", "rtf", "docx"),
        (zipped(b"application/vnd.oasis.opendocument.text"), "odt", "docx"),
        (zipped(b"application/vnd.oasis.opendocument.spreadsheet-template"), "ods", "xlsx"),
        (FODT, "fodt", "docx"),
        (FLAT, "flat", "docx"),
        (b'<?xml version="1.0"?><w:wordDocument xmlns:w="x">', "wordml", "docx"),
        (b"\xef\xbb\xbf" + SHEET, "sheetml", "xlsx"),
    ],
)
def test_each_kind_is_known_by_its_content(data, name, becomes):
    kind = kind_of(data)
    assert kind is not None
    assert (kind.name, kind.becomes) == (name, becomes)
    with pytest.raises(OldFormatError, match=rf"另存为 \.{becomes}"):
        format_of(data)


@pytest.mark.parametrize(
    "data",
    [
        word(balanced()),
        excel(balanced()),
        b"",
        b"PK\x03\x04",
        "政府信息公开工作年度报告 <w:wordDocument>".encode(),
        old("PowerPoint Document"),
        old("EncryptedPackage"),
        zipped(b"application/vnd.oasis.opendocument.presentation"),
    ],
)
def test_everything_else_is_no_old_document(data):
    assert kind_of(data) is None


@given(
    st.binary(max_size=600), st.sampled_from([b"", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"PK\x03\x04", b"<"])
)
def test_any_bytes_can_be_asked(data, start):
    kind = kind_of(start + data)
    assert kind is None or kind in KINDS.values()
    assert is_locked(start + data) in (True, False)


def test_a_password_is_seen_in_word_and_excel_files():
    assert is_locked(old("WordDocument", bytes(10) + b"\x00\x01"))
    assert not is_locked(old("WordDocument", bytes(10) + b"\x01\x00"))
    begin = b"\x09\x08\x04\x00\x00\x06\x05\x00"
    assert is_locked(old("Workbook", begin + b"\x2f\x00\x36\x00"))
    assert is_locked(old("Workbook", begin + b"\x86\x00\x00\x00" + b"\x2f\x00\x36\x00"))
    assert not is_locked(old("Workbook", begin + b"\xe1\x00\x02\x00\xb0\x04"))


@pytest.mark.parametrize("name", ["报告.docx", "报告.XLSX", "报告.txt"])
def test_an_old_document_under_a_new_formats_name_is_refused_with_what_it_is(name):
    with pytest.raises(ReadError, match=r"里面却是旧版文档.*请把后缀改成 \.doc 再打开"):
        old_kind(old(), Path(name))


@pytest.mark.parametrize("name", ["报告.doc", "报告.wps", "报告.dot", "报告", "报告.bak"])
def test_any_other_name_is_taken_as_it_is(name):
    assert old_kind(old(), Path(name)) is KINDS["doc"]
