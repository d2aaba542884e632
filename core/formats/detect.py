"""What the bytes of a file are: told by content, never by suffix."""

import re

from core.errors import ReadError
from core.formats.package import Package

MAX_BYTES = 256 * 1024 * 1024
"""Largest file (bytes) that is looked into at all."""

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HTML = re.compile(
    rb"^\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*"
    rb"<(?:!doctype html|html|head|body|table|div|meta|p|span|style|title)\b",
    re.I | re.S,
)
_SAVE_AS = "请在 Word 或 WPS 里打开，另存为 .docx（表格另存为 .xlsx）后再打开"


def format_of(data: bytes) -> str:
    """Name of the format, see ``registry.by_name``. Raises ReadError, in the clerk's words."""
    if not data.strip(b"\x00 \t\r\n\xef\xbb\xbf"):
        raise ReadError("文件是空的，请检查是否选错了文件")
    if len(data) > MAX_BYTES:
        raise ReadError(f"文件有 {len(data) // (1024 * 1024)} MB，不像一份年度报告，请检查是否选错了文件")
    if data.startswith(b"PK"):
        return _office_format(Package(data))
    for starts, reason in _FOREIGN:
        if data.startswith(starts):
            raise ReadError(reason)
    if data.startswith(_OLE):
        raise ReadError(_ole_reason(data))
    if _HTML.match(data[:2048].lstrip(b"\xef\xbb\xbf")):
        raise ReadError(f"这是网页文件（可能只是把后缀改成了 docx），{_SAVE_AS}")
    if b"<w:wordDocument" in data[:8192] or b"<pkg:package" in data[:8192]:
        raise ReadError(f"这是 Word 的 XML 文件，{_SAVE_AS}")
    return "txt"


_FOREIGN = (
    (b"%PDF", "这是 PDF 文件，请打开它的 Word 原稿（.docx）"),
    (b"{\\rtf", f"这是 RTF 文件，{_SAVE_AS}"),
    (b"\x89PNG", "这是图片，请打开报告的 Word 原稿（.docx）"),
    (b"\xff\xd8\xff", "这是图片，请打开报告的 Word 原稿（.docx）"),
    (b"GIF8", "这是图片，请打开报告的 Word 原稿（.docx）"),
    (b"BM6", "这是图片，请打开报告的 Word 原稿（.docx）"),
    (b"Rar!", "这是压缩包，请先解压再打开里面的报告"),
    (b"7z\xbc\xaf", "这是压缩包，请先解压再打开里面的报告"),
    (b"\x1f\x8b", "这是压缩包，请先解压再打开里面的报告"),
    (b"MIME-Version:", f"这是网页存档（.mht）文件，{_SAVE_AS}"),
    (b"\t\x08\x10\x00", "这是很旧的表格（.xls），请在 Excel 或 WPS 里打开，另存为 .xlsx 后再打开"),
    (b"MZ", "这是程序文件，不是报告"),
    (b"\x7fELF", "这是程序文件，不是报告"),
)


def _office_format(package: Package) -> str:
    names = set(package.names)
    if "EncryptedPackage" in names:
        raise ReadError("文件设有打开密码，请在 Word 或 WPS 里取消密码、另存后再打开")
    for starts, name in (("word/", "docx"), ("xl/", "xlsx")):
        if any(n.lower().startswith(starts) for n in names):
            return name
    if "content.xml" in names and "mimetype" in names:
        raise ReadError(f"这是 OpenDocument（.odt/.ods）文件，{_SAVE_AS}")
    if any(n.startswith("ppt/") for n in names):
        raise ReadError("这是演示文稿，不是年度报告")
    if "OFD.xml" in names:
        raise ReadError("这是 OFD 版式文件，请打开它的 Word 原稿（.docx）")
    if "[Content_Types].xml" in names:
        return _by_content_types(package.read("[Content_Types].xml"))
    raise ReadError("这是压缩包，请先解压再打开里面的报告")


def _by_content_types(types: bytes) -> str:
    if b"wordprocessingml" in types:
        return "docx"
    if b"spreadsheetml" in types:
        return "xlsx"
    raise ReadError("这份文件不是 Word 文档，也不是 Excel 工作簿，请检查是否选错了文件")


def _ole_reason(data: bytes) -> str:
    """Old binary Office or WPS files and password-protected ones share one container (MS-CFB)."""
    for streams, reason in _OLE_REASONS:
        if any(_has_stream(data, stream) for stream in streams):
            return reason
    return f"这是旧版 Office 文件，{_SAVE_AS}"


_OLE_REASONS = (
    (("EncryptedPackage",), "文件设有打开密码，请在 Word 或 WPS 里取消密码、另存后再打开"),
    (("WordDocument",), "这是旧版文档（.doc 或 .wps），请在 Word 或 WPS 里打开，另存为 .docx 后再打开"),
    (("Workbook", "Book"), "这是旧版表格（.xls 或 .et），请在 Excel 或 WPS 里打开，另存为 .xlsx 后再打开"),
)


def _has_stream(data: bytes, name: str) -> bool:
    """Whether a directory entry of that name exists: 128-byte records with the name's length at 64."""
    encoded = name.encode("utf-16-le") + b"\0\0"
    at = data.find(encoded)
    while at >= 0:
        if at % 128 == 0 and data[at + 64 : at + 66] == len(encoded).to_bytes(2, "little"):
            return True
        at = data.find(encoded, at + 1)
    return False
