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

_PART = re.compile(
    rb"<pkg:part\b(?P<attributes>[^>]*)>\s*"
    rb"(?:<pkg:xmlData\b[^>]*>(?P<xml>.*?)</pkg:xmlData>|<pkg:binaryData>(?P<binary>[^<]*)</pkg:binaryData>)",
    re.S,
)
_NAME, _TYPE = re.compile(rb'pkg:name="/([^"]+)"'), re.compile(rb'pkg:contentType="([^"]+)"')
_TYPES = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">{}</Types>'
)
_MOST_PARTS = 2000


def to_docx(data: bytes) -> bytes:
    """The same document as a docx. Raises ReadError where a part is damaged or there are too many."""
    made = io.BytesIO()
    types: list[str] = []
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        for number, part in enumerate(_PART.finditer(data)):
            name, kind = _NAME.search(part["attributes"]), _TYPE.search(part["attributes"])
            if name is None or kind is None or number >= _MOST_PARTS:
                raise ReadError(
                    "Word 的 XML 文件内部结构不完整，请在 Word 或 WPS 里打开，另存为 .docx 后再打开"
                )
            path = unescape(name[1].decode("utf-8", "replace"))
            package.writestr(path, _content(part))
            types.append(f'<Override PartName="/{name[1].decode()}" ContentType="{kind[1].decode()}"/>')
        package.writestr("[Content_Types].xml", _TYPES.format("".join(types)))
    return made.getvalue()


def _content(part: "re.Match[bytes]") -> bytes:
    if part["xml"] is not None:
        return b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' + part["xml"].strip()
    try:
        return base64.b64decode(b"".join(part["binary"].split()), validate=True)
    except binascii.Error:
        raise ReadError(
            "Word 的 XML 文件里有损坏的图片或附件，请在 Word 或 WPS 里打开，另存为 .docx 后再打开"
        ) from None
