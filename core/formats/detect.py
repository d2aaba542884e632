"""What the bytes of a file are: told by content, never by suffix."""

import codecs
import re

from core.errors import ReadError
from core.formats.compound import has_stream, is_compound
from core.formats.csv import is_separated
from core.formats.old import OldFormatError, kind_of
from core.formats.package import Package

MAX_BYTES = 256 * 1024 * 1024
"""Largest file (bytes) that is looked into at all."""

_PAGE = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->).)*+-->\s*+)*+"
    rb"<(?:!doctype\s+html|html|head|body|table|div|meta|p|span|style|title|script|link|base|center|font|h[1-6]"
    rb"|article|section|main|ul|ol|br|b|strong|a|img|frameset|iframe)\b",
    re.I | re.S,
)
_PAGE_ENDS = re.compile(rb"</(?:html|body|table)\s*>", re.I)
_FIELD = rb"[!-9;-~]+:[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*"
_MESSAGE = re.compile(rb"\s*(?:" + _FIELD + rb"(?:\r?\n|$))+")
_OF_A_PAGE = re.compile(
    rb"^content-type:\s*(?:multipart/(?:related|mixed|alternative)|text/html)", re.I | re.M
)
_HEAD = 8192
_LOCKED = "文件设有打开密码，请在 Word 或 WPS 里取消密码、另存后再打开"
_HEADER = 1024
"""A PDF may have bytes that mean nothing before its header (PDF 32000-1, appendix H.3)."""
_SAVE_AS = "请在 Word 或 WPS 里打开，另存为 .docx（表格另存为 .xlsx）后再打开"


def format_of(data: bytes) -> str:
    """Name of the format, see ``registry.by_name``. Raises ReadError, in the clerk's words."""
    if not data.strip(b"\x00 \t\r\n\xef\xbb\xbf"):
        raise ReadError("文件是空的，请检查是否选错了文件")
    if len(data) > MAX_BYTES:
        raise ReadError(f"文件有 {len(data) // (1024 * 1024)} MB，不像一份年度报告，请检查是否选错了文件")
    old = kind_of(data)
    if old is not None:
        raise OldFormatError(old)
    if data.startswith(b"PK"):
        return _office_format(Package(data))
    for starts, reason in _FOREIGN:
        if data.startswith(starts):
            raise ReadError(reason)
    if is_compound(data):
        raise ReadError(
            _LOCKED if has_stream(data, "EncryptedPackage") else f"这是旧版 Office 文件，{_SAVE_AS}"
        )
    return "pdf" if b"%PDF-" in data[:_HEADER] else _text_format(data)


def _text_format(data: bytes) -> str:
    head = _head(data)
    message = _MESSAGE.match(head)
    if message is not None and b"mime-version:" in message[0].lower() and _OF_A_PAGE.search(message[0]):
        return "mht"
    if _PAGE.match(head) or _PAGE_ENDS.search(data):
        return "html"
    return "csv" if is_separated(data) else "txt"


def _head(data: bytes) -> bytes:
    """What the file begins with, in letters of one byte and without a byte order mark."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data[:_HEAD].decode("utf-16", "replace").encode("utf-8", "replace")
    return data[:_HEAD].removeprefix(codecs.BOM_UTF8)


_FOREIGN = (
    (b"\x89PNG", "这是图片，请打开报告的 Word 原稿（.docx）"),
    (b"\xff\xd8\xff", "这是图片，请打开报告的 Word 原稿（.docx）"),
    (b"GIF8", "这是图片，请打开报告的 Word 原稿（.docx）"),
    (b"BM6", "这是图片，请打开报告的 Word 原稿（.docx）"),
    (b"Rar!", "这是压缩包，请先解压再打开里面的报告"),
    (b"7z\xbc\xaf", "这是压缩包，请先解压再打开里面的报告"),
    (b"\x1f\x8b", "这是压缩包，请先解压再打开里面的报告"),
    (b"\t\x08\x10\x00", "这是很旧的表格（.xls），请在 Excel 或 WPS 里打开，另存为 .xlsx 后再打开"),
    (b"MZ", "这是程序文件，不是报告"),
    (b"\x7fELF", "这是程序文件，不是报告"),
)


def _office_format(package: Package) -> str:
    names = set(package.names)
    if "EncryptedPackage" in names:
        raise ReadError(_LOCKED)
    for starts, name in (("word/", "docx"), ("xl/", "xlsx")):
        if any(n.lower().startswith(starts) for n in names):
            return name
    if "content.xml" in names and "mimetype" in names:
        raise ReadError(f"这是 OpenDocument 文件，{_SAVE_AS}")
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
