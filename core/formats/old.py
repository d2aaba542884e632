"""Office documents that must be converted before they can be read: told by content, never by the name."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from core.errors import ReadError
from core.formats.compound import has_stream, is_compound, stream_head
from core.formats.package import Package


@dataclass(frozen=True, slots=True)
class Kind:
    """name: as it is told in JSON. becomes: ``docx`` or ``xlsx``. called: in the clerk's words.
    suffix: what a copy's name ends in (LibreOffice takes a ``.wps`` for MS Works).
    """

    name: str
    becomes: str
    called: str
    suffix: str

    @property
    def advice(self) -> str:
        """What the clerk can do without us."""
        return f"请在 WPS 或 {_PROGRAMS[self.becomes]} 里打开，另存为 .{self.becomes} 后再打开"


_PROGRAMS = {"docx": "Word", "xlsx": "Excel"}


class OldFormatError(ReadError):
    """A document that can be read once it is converted."""

    def __init__(self, kind: Kind) -> None:
        super().__init__(f"这是{kind.called}，{kind.advice}")
        self.kind = kind


KINDS: Mapping[str, Kind] = {
    kind.name: kind
    for kind in (
        Kind("doc", "docx", "旧版文档（.doc 或 .wps）", ".doc"),
        Kind("xls", "xlsx", "旧版表格（.xls 或 .et）", ".xls"),
        Kind("rtf", "docx", "富文本（RTF）文档", ".rtf"),
        Kind("odt", "docx", "开放格式文档（.odt）", ".odt"),
        Kind("ods", "xlsx", "开放格式表格（.ods）", ".ods"),
        Kind("fodt", "docx", "开放格式文档（.fodt）", ".fodt"),
        Kind("fods", "xlsx", "开放格式表格（.fods）", ".fods"),
        Kind("flat", "docx", "以 XML 保存的 Word 文档", ".xml"),
        Kind("wordml", "docx", "以 XML 保存的 Word 2003 文档", ".xml"),
        Kind("sheetml", "xlsx", "以 XML 保存的 Excel 2003 表格", ".xml"),
    )
}
_HEAD = 8192
_RAW_WORKBOOKS = (b"\t\x08\x10\x00\x00\x06\x05\x00", b"\t\x08\x08\x00\x00\x05\x05\x00")
"""A workbook's first record (BOF, MS-XLS 2.4.21) without the container around it."""
_ODF = re.compile(rb"application/vnd\.oasis\.opendocument\.(text|spreadsheet)(?:-template)?(?:PK|[^-\w])")
_XML = (
    ("flat", re.compile(rb"<pkg:package\b")),
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
        return any(byte & 1 for byte in document[11:12]) or _has_file_pass(workbook)
    return data.startswith(b"PK") and _has_encrypted_parts(data)


def _has_encrypted_parts(data: bytes) -> bool:
    """An OpenDocument manifest says so (ODF 1.2 part 3, 4.4)."""
    try:
        return b"encryption-data" in Package(data).read("META-INF/manifest.xml")
    except (ReadError, KeyError):
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
