"""Web archives (MHTML, RFC 2557): the page among the parts of the message; no other part is looked at.

Only the page is taken out of the file and decoded, whatever else lies in the archive.
"""

import re
from email import message_from_bytes
from email.message import Message

from core.errors import ReadError
from core.formats import html
from core.tables import Document

MAX_BYTES = 128 * 1024 * 1024
"""Largest archive (bytes) that is read; pictures make up most of it."""

_EMPTY_LINE = re.compile(rb"\r?\n\r?\n")
_MOST_PARTS = 2000
_DEEPEST = 4
_BROKEN = "网页存档（.mht）不完整，请在浏览器里重新打开、另存后再试"


def read(data: bytes) -> Document:
    """The page that the archive is about. Raises ReadError, in the clerk's words."""
    if len(data) > MAX_BYTES:
        raise ReadError(f"网页存档有 {len(data) // (1024 * 1024)} MB，不像一份年度报告，请检查是否选错了文件")
    page = _page(data, _DEEPEST)
    if page is None:
        raise ReadError(_BROKEN)
    message, content = page
    message.set_payload(content.decode("ascii", "surrogateescape"))
    source = message.get_payload(decode=True)
    if not isinstance(source, bytes) or not source.strip():
        raise ReadError(_BROKEN)
    return html.page("mht", data, source, message.get_content_charset(""))


def _page(entity: bytes, deepest: int) -> tuple[Message, bytes] | None:
    """Header and content of the first web page in a message or one of its parts."""
    end = _EMPTY_LINE.search(entity)
    if end is None:
        return None
    message = message_from_bytes(entity[: end.end()])
    content_type = message.get_content_type()
    if content_type == "text/html":
        return message, entity[end.end() :]
    boundary = message.get_boundary() if content_type.startswith("multipart/") and deepest else None
    if not boundary:
        return None
    mark = b"--" + boundary.encode("utf-8", "replace")
    parts = entity[end.start() :].split(b"\n" + mark, _MOST_PARTS)[1:]
    found = (_page(part.lstrip(b" \t\r\n"), deepest - 1) for part in parts if not part.startswith(b"--"))
    return next((page for page in found if page is not None), None)
