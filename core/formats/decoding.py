"""Bytes of a text into characters: the encoding is told by content, what a page declares is only a hint."""

import codecs
import re
from typing import NamedTuple

from core.errors import ReadError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 4096
_SPOILED = 0.005
"""Share of characters that may be unreadable in a web page: cut-off headlines in its menus."""
_ASCII = bytes(range(0x80))
_BIG5 = re.compile(r"big-?5", re.I)


class Encoding(NamedTuple):
    """name: a Python codec. bom: the byte order mark that the file begins with, empty if it has none."""

    name: str
    bom: bytes = b""


def decode(data: bytes) -> tuple[Encoding, str]:
    """Byte order mark, then strict UTF-8, UTF-16 by its zero bytes, then GB18030 (performance.md §6).

    Raises ReadError, in the clerk's words, if it is no text.
    """
    for bom, name in _BOMS:
        if data.startswith(bom):
            return Encoding(name, bom), _strict(data[len(bom) :], name)
    for name in (*_utf16_guess(data[:_SAMPLE]), "utf-8", "gb18030"):
        try:
            text = data.decode(name)
        except UnicodeDecodeError:
            continue
        if "\x00" not in text:
            return Encoding(name), text
    raise ReadError(
        "文件不是可以识别的文字（编码不明，或文件不完整），请用记事本打开、另存为 UTF-8 编码后再试"
    )


def decode_page(data: bytes, declared: str = "") -> str:
    """A web page's text. A few unreadable characters do not matter: what is read is never written back.

    declared: the charset that the page or its envelope names; it counts only where the bytes leave a choice.
    Raises ReadError if too much is unreadable.
    """
    for bom, name in _BOMS:
        if data.startswith(bom):
            return _mostly(data[len(bom) :], name)
    guess = _utf16_guess(data[:_SAMPLE])
    return _mostly(data, guess[0] if guess else _eight_bit(data, declared))


def _eight_bit(data: bytes, declared: str) -> str:
    """UTF-8 where nearly all bytes beyond ASCII spell it; gb2312 in truth is GB18030."""
    beyond = len(data.translate(None, _ASCII))
    if data.decode("utf-8", "replace").count("\ufffd") * 50 <= beyond:
        return "utf-8"
    return "big5hkscs" if _BIG5.search(declared) else "gb18030"


def _mostly(data: bytes, name: str) -> str:
    text = data.decode(name, "replace")
    if text.count("\ufffd") > max(8, len(text) * _SPOILED):
        raise ReadError("网页里的文字认不出来（编码不明，或文件不完整），请在浏览器里重新打开、另存后再试")
    return text


def _strict(data: bytes, name: str) -> str:
    try:
        return data.decode(name)
    except UnicodeDecodeError:
        raise ReadError("文件里有不完整的字符，可能已损坏，请重新取得这份文件") from None


def _utf16_guess(sample: bytes) -> tuple[str, ...]:
    """UTF-16 without a mark: line ends and digits leave zero bytes on one side only."""
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if even == odd or max(even, odd) < max(2, len(sample) // 100):
        return ()
    return ("utf-16-le",) if odd > even else ("utf-16-be",)
