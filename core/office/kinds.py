"""Which office documents must be converted before they can be read; told by content, never by the name."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from core.formats.package import Package
from core.office.compound import has_stream, is_compound, stream_head


@dataclass(frozen=True, slots=True)
class Kind:
    """name: as it is told in JSON, and the suffix a copy is given (LibreOffice goes by suffixes: it takes a
    ``.wps`` for MS Works). becomes: ``docx`` or ``xlsx``. called: in the clerk's words.
    """

    name: str
    becomes: str
    called: str


KINDS: Mapping[str, Kind] = {
    kind.name: kind
    for kind in (
        Kind("doc", "docx", "旧版文档（.doc 或 .wps）"),
        Kind("xls", "xlsx", "旧版表格（.xls 或 .et）"),
        Kind("rtf", "docx", "RTF 文档"),
        Kind("odt", "docx", "OpenDocument 文档（.odt）"),
        Kind("ods", "xlsx", "OpenDocument 表格（.ods）"),
        Kind("fodt", "docx", "OpenDocument 文档（.fodt）"),
        Kind("fods", "xlsx", "OpenDocument 表格（.fods）"),
        Kind("wordml", "docx", "Word 2003 的 XML 文档"),
        Kind("sheetml", "xlsx", "Excel 2003 的 XML 表格"),
    )
}
SUFFIXES = frozenset(
    (".doc", ".dot", ".wps", ".wpt", ".xls", ".xlt", ".et", ".ett", ".rtf", ".odt", ".ott", ".ods", ".ots")
)
"""Of file names that look like such documents, in small letters."""
_HEAD = 8192
_RAW_WORKBOOKS = (b"\t\x08\x10\x00\x00\x06\x05\x00", b"\t\x08\x08\x00\x00\x05\x05\x00")
"""A workbook's first record (BOF, MS-XLS 2.4.21) without the container around it."""
_ODF = re.compile(rb"application/vnd\.oasis\.opendocument\.(text|spreadsheet)(?:-template)?(?![-\w])")
_XML = (
    ("wordml", re.compile(rb"<w:wordDocument\b")),
    ("sheetml", re.compile(rb"<(?:\w+:)?Workbook\b[^>]*urn:schemas-microsoft-com:office:spreadsheet")),
)


def kind_of(data: bytes) -> Kind | None:
    """What must be converted; None for everything else, be it a report or not."""
    return KINDS.get(_name_of(data))


def _name_of(data: bytes) -> str:
    if is_compound(data):
        return _of_compound(data)
    if data.startswith(b"PK"):
        return _of_package(data)
    if data.startswith(b"{\\rtf"):
        return "rtf"
    return "xls" if data.startswith(_RAW_WORKBOOKS) else _of_xml(data[:_HEAD])


def _of_compound(data: bytes) -> str:
    if has_stream(data, "EncryptedPackage"):
        return ""
    if has_stream(data, "WordDocument"):
        return "doc"
    return "xls" if has_stream(data, "Workbook") or has_stream(data, "Book") else ""


def _of_package(data: bytes) -> str:
    """An OpenDocument file names its type in its first member, uncompressed (ODF 1.2 part 3, 3.3)."""
    found = _ODF.search(data[:200])
    return {b"text": "odt", b"spreadsheet": "ods"}[found[1]] if found else ""


def _of_xml(head: bytes) -> str:
    if not head.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"<"):
        return ""
    if b"<office:document" in head and (found := _ODF.search(head)):
        return {b"text": "fodt", b"spreadsheet": "fods"}[found[1]]
    return next((name for name, pattern in _XML if pattern.search(head)), "")


def is_locked(data: bytes) -> bool:
    """Whether a file that could not be converted is one with a password for opening it."""
    if is_compound(data):
        document = stream_head(data, "WordDocument")
        workbook = stream_head(data, "Workbook") or stream_head(data, "Book")
        return document[11:12] > b"" and bool(document[11] & 1) or _has_file_pass(workbook)
    if data.startswith(b"PK"):
        package = Package(data)
        manifest = "META-INF/manifest.xml"
        return manifest in package.names and b"encryption-data" in package.read(manifest)
    return False


def _has_file_pass(workbook: bytes) -> bool:
    """FilePass (MS-XLS 2.4.117) stands right behind BOF, or behind WriteProtect (2.4.349)."""
    at = 0
    for _ in range(3):
        record, length = workbook[at : at + 2], int.from_bytes(workbook[at + 2 : at + 4], "little")
        if record == b"\x2f\x00":
            return True
        at += 4 + length
    return False
