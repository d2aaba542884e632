"""Cell contents of a spreadsheet as text and back: numbers, escapes, rich text, shared strings."""

import math
import re
from decimal import ROUND_HALF_UP, Context, Decimal

from core.errors import SaveError
from core.formats.xmlspans import escape, tags, unescape

_NUMBER = re.compile(r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]{1,4})?")
_SHOWN = Context(prec=15, rounding=ROUND_HALF_UP)
_PLAIN_EXPONENT = 20
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_UNWRITABLE = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")
_SURROGATE = re.compile("[\ud800-\udfff]")
_HIDDEN = re.compile(rb"<!--.*?-->|<\?.*?\?>|<!\[CDATA\[(.*?)\]\]>", re.DOTALL)
_ITEM = (
    rb"(?<!\s)(\s*(?:<%(p)bsi>(?:<%(p)bt(?: xml:space=\"preserve\")?>([^<]*)</%(p)bt>"
    rb"|([^<]*(?:<(?!/?%(p)bsi>)[^<]*)*))</%(p)bsi>|\Z))"
)
_SHOWN_TEXT = rb"<%(p)bt(?:\s+[^\s=<>\"'/]+\s*=\s*(?:\"[^\"]*\"|'[^']*'))*\s*>([^<]*)</%(p)bt>"


def number(raw: str) -> Decimal | None:
    """The number a ``<v>`` holds, None when it holds none that a spreadsheet could."""
    text = raw.strip()
    if not _NUMBER.fullmatch(text):
        return None
    value = Decimal(text)
    return value if not value or abs(value.adjusted()) <= 308 else None


def shown(value: Decimal) -> str:
    """A number the way the General format shows it: at most 15 significant digits, no exponent."""
    rounded = _SHOWN.plus(value)
    if not rounded:
        return "0"
    text = format(rounded, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def number_text(raw: str) -> str:
    """Text of a number cell from its stored form; what is no ordinary number stays as it stands."""
    if raw.isascii() and raw.isdigit() and len(raw) < 16 and (raw[0] != "0" or raw == "0"):
        return raw
    value = number(raw)
    if value is None or abs(value.adjusted()) > _PLAIN_EXPONENT:
        return "0" if value == 0 else raw.strip()
    return shown(value)


def stored(value: Decimal) -> str:
    """The form in which a calculated number is stored.

    Fifteen digits when they mean the same binary number (give or take the arithmetic's last bits), else
    the exact binary number, so that later calculations start from what the spreadsheet would have kept.
    """
    text, near = shown(value), float(value)
    if abs(float(text) - near) <= 2 * math.ulp(near):
        return text
    return format(Decimal(repr(near)), "f")


def xstring(text: str) -> str:
    """Resolve the format's own escapes for characters that XML cannot hold (``_x000D_``)."""
    return _ESCAPED.sub(_unescaped, text) if "_x" in text else text


def _unescaped(match: re.Match[str]) -> str:
    code = int(match[1], 16)
    return match[0] if 0xD800 <= code <= 0xDFFF else chr(code)


def written(text: str) -> bytes:
    """Text as character data, with the format's escapes where XML cannot hold a character.

    Raises SaveError for half characters, which no file can hold.
    """
    if _SURROGATE.search(text):
        raise SaveError("要写入的内容里有无法保存的残缺字符，没有保存；请删去乱码后重新输入")
    return escape(_UNWRITABLE.sub(lambda match: f"_x{ord(match[0]):04X}_", text))


def characters(raw: bytes) -> str:
    """Text of an element without child elements; comments are passed over, CDATA is taken as it stands."""
    if b"<" not in raw:
        return unescape(raw)
    pieces: list[str] = []
    position = 0
    for match in _HIDDEN.finditer(raw):
        pieces.append(unescape(raw[position : match.start()]))
        pieces.append(unescape((match[1] or b"").replace(b"&", b"&amp;")))
        position = match.end()
    return "".join([*pieces, unescape(raw[position:])])


def text_elements(data: bytes, start: int, end: int, prefix: bytes) -> list[tuple[int, int, int, int]]:
    """The ``<t>`` elements between ``start`` and ``end`` that are shown, phonetic hints left out.

    Each as start of the element, start and end of its content, end of the element.
    """
    found: list[tuple[int, int, int, int]] = []
    phonetic = 0
    opened: tuple[int, int] | None = None
    for tag in tags(data, start, end):
        if tag.name == prefix + b"rPh":
            phonetic += {"s": 1, "e": -1}.get(tag.kind, 0)
        elif tag.name == prefix + b"t" and not phonetic:
            if tag.kind == "0":
                found.append((tag.start, tag.end, tag.end, tag.end))
            elif tag.kind == "s":
                opened = (tag.start, tag.end)
            elif opened:
                found.append((*opened, tag.start, tag.end))
                opened = None
    return found


def rich_text(data: bytes, start: int, end: int, prefix: bytes) -> str:
    """Shown text of an ``<is>`` or ``<si>`` whose content lies between ``start`` and ``end``."""
    return "".join(characters(data[b:c]) for _, b, c, _ in text_elements(data, start, end, prefix))


def shared_strings(data: bytes, prefix: bytes) -> list[str]:
    """Texts of a checked shared strings part, in order."""
    texts = None if b"<!" in data or data.find(b"<?", 5) >= 0 else _plain_strings(data, prefix)
    return _any_strings(data, prefix) if texts is None else texts


def _plain_strings(data: bytes, prefix: bytes) -> list[str] | None:
    """The texts, or None when the pieces do not add up to the part."""
    start, end = data.find(b">", data.find(b"<%bsst" % prefix)) + 1, data.rfind(b"</%bsst>" % prefix)
    items = re.compile(_ITEM % {b"p": re.escape(prefix)}, re.DOTALL).findall(data, start, max(end, 0))
    if end < start or sum([len(whole) for whole, *_ in items]) != end - start:
        return None
    shown = re.compile(_SHOWN_TEXT % {b"p": re.escape(prefix)})
    return [
        xstring(
            unescape(plain or b"".join(shown.findall(rich)))
            if b"rPh" not in rich
            else rich_text(rich, 0, len(rich), prefix)
        )
        for _, plain, rich in items
    ]


def _any_strings(data: bytes, prefix: bytes) -> list[str]:
    texts: list[str] = []
    start = 0
    for tag in tags(data):
        if tag.name != prefix + b"si":
            continue
        if tag.kind == "s":
            start = tag.end
        else:
            texts.append("" if tag.kind == "0" else xstring(rich_text(data, start, tag.start, prefix)))
    return texts
