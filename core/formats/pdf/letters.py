"""The letters of a page that are seen, and what they are."""

import ctypes
import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

import pypdfium2_raw as pdfium

from core.formats.pdf.drawn import Drawn, address
from core.formats.pdf.matrix import Matrix
from core.formats.pdf.shapes import Box, Glyph

_MAX_COORDINATE = 1e6
_SLANT = 8
"""Degrees a line of text may be off the right angles; a watermark runs across the page."""
_ASKEW = -1
_AS_SHOWN = {0x02: "-", 0x09: " ", 0x0A: " ", 0x0D: " "}
"""What PDFium calls a hyphen at the end of a line; breaks, which have no place within one."""


class Letter(NamedTuple):
    """A letter by its number on the page. text: empty where the font does not say which letter it is.

    angle: 0, 90, 180 or 270 degrees, -1 for any other.
    """

    number: int
    text: str
    angle: int
    size: float


def letters(text: Any) -> list[Letter]:
    """What is really drawn, without blanks that PDFium puts in between."""
    count = pdfium.FPDFText_CountChars(text)
    return [_letter(text, n) for n in range(count) if pdfium.FPDFText_IsGenerated(text, n) != 1]


def main_angle(found: Iterable[Letter]) -> int:
    """The angle at which most letters run."""
    angles = Counter(letter.angle for letter in found if letter.angle != _ASKEW)
    return angles.most_common(1)[0][0] if angles else 0


def glyphs(text: Any, found: Sequence[Letter], drawn: Drawn, turn: Matrix) -> Iterator[Glyph]:
    """The letters that are seen, in the order of drawing; then one without text for each piece in a font that
    is not in the file and of which PDFium can make nothing. (Of one that is, it is a blank.)
    """
    main = main_angle(found)
    met: set[int] = set()
    seen: list[Glyph] = []
    for letter in found:
        place = address(pdfium.FPDFText_GetTextObject(text, letter.number))
        met.add(place)
        glyph = _glyph(text, letter, letter.angle != main, turn) if letter.angle != _ASKEW else None
        words = drawn.texts.get(place)
        if glyph is not None and (words is None or drawn.is_seen(words, *glyph.box.middle)):
            seen.append(glyph)
    yield from seen
    for place, words in drawn.texts.items():
        if place not in met and not words.is_embedded and drawn.is_seen(words, *words.box.middle):
            yield from _unsaid(words.box, seen)


def _unsaid(box: Box, seen: Sequence[Glyph]) -> Iterator[Glyph]:
    """Nothing where the same is drawn a second time, as bold type is."""
    if not any(glyph.box.holds(*box.middle) for glyph in seen):
        yield Glyph("", box, box.bottom, max(box.height, 1.0))


def _letter(text: Any, number: int) -> Letter:
    code = pdfium.FPDFText_GetUnicode(text, number)
    is_unsaid = pdfium.FPDFText_HasUnicodeMapError(text, number) == 1 or not _is_letter(code)
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetMatrix(text, number, matrix)
    degrees = math.degrees(math.atan2(matrix.b, matrix.a)) % 360
    nearest = round(degrees / 90) * 90
    angle = nearest % 360 if abs(degrees - nearest) <= _SLANT else _ASKEW
    size = pdfium.FPDFText_GetFontSize(text, number) * math.hypot(matrix.c, matrix.d)
    return Letter(number, "" if is_unsaid else _AS_SHOWN.get(code) or chr(code), angle, size)


def _is_letter(code: int) -> bool:
    """Not a control character, half a surrogate pair, private use or a replacement character."""
    return (
        (code >= 0x20 or code in _AS_SHOWN)
        and not 0xD800 <= code <= 0xF8FF
        and code < 0xF0000
        and code not in (0xFFFD, 0xFFFE, 0xFFFF)
    )


def _glyph(text: Any, letter: Letter, turned: bool, turn: Matrix) -> Glyph | None:
    area = pdfium.FS_RECTF()
    x, y = ctypes.c_double(), ctypes.c_double()
    if not pdfium.FPDFText_GetLooseCharBox(text, letter.number, area):
        return None
    pdfium.FPDFText_GetCharOrigin(text, letter.number, x, y)
    box = turn.box(area.left, area.bottom, area.right, area.top)
    if max(map(abs, box)) > _MAX_COORDINATE:
        return None
    return Glyph(letter.text, box, turn.of(x.value, y.value)[1], letter.size, turned)
