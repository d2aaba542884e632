"""Word's "flat" XML, all parts of a docx in one XML file (pkg:package), made a docx again.

The parts are taken over as they stand, so no office suite is needed for it.
"""

import base64
import binascii
import io
import re
import zipfile
from html import unescape

from core.errors import ReadError

_PART = re.compile(rb"<pkg:part\b([^>]*)>")
_END = b"</pkg:part>"
_XML = re.compile(rb"\s*<pkg:xmlData\b[^>]*>")
_XML_END = b"</pkg:xmlData>"
_BINARY = re.compile(rb"\s*<pkg:binaryData>([^<]*)</pkg:binaryData>")
_NAME, _TYPE = re.compile(rb'pkg:name="/([^"]+)"'), re.compile(rb'pkg:contentType="([^"]+)"')
_TYPES = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">{}</Types>'
)
_HEAD = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_MOST_PARTS = 2000
_LONGEST_NAME = 250
_SAVE_AS = "请在 Word 或 WPS 里打开，另存为 .docx 后再打开"
_INCOMPLETE = f"Word 的 XML 文件内部结构不完整，{_SAVE_AS}"
_DAMAGED = f"Word 的 XML 文件里有损坏的图片或附件，{_SAVE_AS}"


def to_docx(data: bytes) -> bytes:
    """The same document as a docx. Raises ReadError where a part is damaged or there are too many."""
    parts: dict[str, bytes] = {}
    types: list[str] = []
    pieces = data.split(_END, _MOST_PARTS + 1)[:-1]
    if len(pieces) > _MOST_PARTS:
        raise ReadError(_INCOMPLETE)
    for piece in pieces:
        part = _PART.search(piece)
        name, kind = _said(part, _NAME), _said(part, _TYPE)
        path = unescape(name)
        if part is None or path in parts or len(path) > _LONGEST_NAME:
            raise ReadError(_INCOMPLETE)
        parts[path] = _content(piece[part.end() :])
        types.append(f'<Override PartName="/{name}" ContentType="{kind}"/>')
    parts["[Content_Types].xml"] = _TYPES.format("".join(types)).encode()
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        for path, content in parts.items():
            package.writestr(zipfile.ZipInfo(path), content, zipfile.ZIP_DEFLATED)
    return made.getvalue()


def _said(part: "re.Match[bytes] | None", attribute: "re.Pattern[bytes]") -> str:
    found = part and attribute.search(part[1])
    if not found:
        raise ReadError(_INCOMPLETE)
    try:
        return found[1].decode()
    except UnicodeDecodeError:
        raise ReadError(_INCOMPLETE) from None


def _content(inside: bytes) -> bytes:
    xml, end = _XML.match(inside), inside.rfind(_XML_END)
    if xml is not None and end >= xml.end():
        return _HEAD + inside[xml.end() : end].strip()
    binary = _BINARY.match(inside)
    if binary is None:
        raise ReadError(_INCOMPLETE)
    try:
        return base64.b64decode(b"".join(binary[1].split()), validate=True)
    except binascii.Error:
        raise ReadError(_DAMAGED) from None
