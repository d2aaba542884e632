"""From the bytes of a PDF to the letters and lines on its pages, by PDFium (the reader inside Chromium)."""

import ctypes
import math
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple

import pypdfium2_raw as pdfium

from core.errors import ReadError
from core.formats.pdf.drawn import Drawn, Matrix, address, upright
from core.formats.pdf.shapes import Box, Glyph, Page

MAX_PAGES = 100
MAX_LETTERS = 400_000
"""Of a whole file; a report has 5,000 to 20,000 letters."""

_MAX_COORDINATE = 1e6
_SLANT = 8
"""Degrees a line of text may be off the right angles; a watermark runs across the page."""
_NOTES = frozenset(
    (
        pdfium.FPDF_ANNOT_FREETEXT,
        pdfium.FPDF_ANNOT_STAMP,
        pdfium.FPDF_ANNOT_INK,
        pdfium.FPDF_ANNOT_STRIKEOUT,
        pdfium.FPDF_ANNOT_SQUARE,
        pdfium.FPDF_ANNOT_LINE,
        pdfium.FPDF_ANNOT_REDACT,
        pdfium.FPDF_ANNOT_WIDGET,
    )
)
"""Annotations that put something else where the text stands; a highlight or a link does not."""
_LOCKED = "文件设有打开密码，请取消密码、另存后再打开，或打开它的 Word 原稿（.docx）"
_BROKEN = "PDF 文件不完整或已损坏，请重新取得这份文件，或打开它的 Word 原稿（.docx）"
_LONG = "这份 PDF 有 {} 页，不像一份年度报告；报告若在一本汇编里，请把它那几页单独存成一份"
_FULL = "这份 PDF 的文字太多，不像一份年度报告，请检查是否选错了文件"


def pages(data: bytes) -> Iterator[Page]:
    """The pages in order. Raises ReadError on a damaged or locked file, and beyond the limits."""
    letters = 0
    with _document(data) as document:
        count = pdfium.FPDF_GetPageCount(document)
        if count > MAX_PAGES:
            raise ReadError(_LONG.format(count))
        for number in range(count):
            page = pdfium.FPDF_LoadPage(document, number)
            if not page:
                raise ReadError(_BROKEN)
            text = pdfium.FPDFText_LoadPage(page)
            try:
                letters += max(0, pdfium.FPDFText_CountChars(text))
                if letters > MAX_LETTERS:
                    raise ReadError(_FULL)
                yield _page(page, text)
            finally:
                pdfium.FPDFText_ClosePage(text)
                pdfium.FPDF_ClosePage(page)


@contextmanager
def _document(data: bytes) -> Iterator[Any]:
    pdfium.FPDF_InitLibrary()
    document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    if not document:
        needs_password = pdfium.FPDF_GetLastError() == pdfium.FPDF_ERR_PASSWORD
        raise ReadError(_LOCKED if needs_password else _BROKEN)
    try:
        yield document
    finally:
        pdfium.FPDF_CloseDocument(document)


def _page(page: Any, text: Any) -> Page:
    letters = list(_letters(text))
    angles = Counter(letter.angle for letter in letters if letter.angle >= 0)
    main = angles.most_common(1)[0][0] if angles else 0
    turn = upright(main)
    box = _bounds(page, turn)
    drawn = Drawn(page, turn, box)
    glyphs = []
    for letter in letters:
        glyph = _glyph(text, letter, letter.angle != main, turn) if letter.angle >= 0 else None
        if glyph is not None and not _is_hidden(text, letter.number, glyph, drawn):
            glyphs.append(glyph)
    hidden = len(letters) > len(glyphs)
    noted = tuple(_notes(page, turn))
    return Page(
        box, tuple(glyphs), tuple(drawn.across), tuple(drawn.down), noted, drawn.pictured >= 0, hidden
    )


class _Letter(NamedTuple):
    """angle: 0, 90, 180 or 270 degrees; -1 for any other."""

    number: int
    text: str
    angle: int
    size: float


def _letters(text: Any) -> Iterator[_Letter]:
    """What is really drawn, without blanks that PDFium puts in between."""
    matrix = pdfium.FS_MATRIX()
    for index in range(pdfium.FPDFText_CountChars(text)):
        if pdfium.FPDFText_IsGenerated(text, index) == 1:
            continue
        code = pdfium.FPDFText_GetUnicode(text, index)
        unsaid = pdfium.FPDFText_HasUnicodeMapError(text, index) == 1 or not _is_letter(code)
        pdfium.FPDFText_GetMatrix(text, index, matrix)
        degrees = math.degrees(math.atan2(matrix.b, matrix.a)) % 360
        nearest = round(degrees / 90) * 90
        angle = nearest % 360 if abs(degrees - nearest) <= _SLANT else -1
        size = pdfium.FPDFText_GetFontSize(text, index) * math.hypot(matrix.c, matrix.d)
        yield _Letter(index, "" if unsaid else chr(code), angle, size)


def _is_letter(code: int) -> bool:
    """Not a control character, half a surrogate pair, private use or a replacement character."""
    return (
        (code >= 0x20 or code in (9, 10, 13))
        and not 0xD800 <= code <= 0xF8FF
        and code < 0xF0000
        and code not in (0xFFFD, 0xFFFE, 0xFFFF)
    )


def _glyph(text: Any, letter: _Letter, turned: bool, turn: Matrix) -> Glyph | None:
    area = pdfium.FS_RECTF()
    x, y = ctypes.c_double(), ctypes.c_double()
    if not pdfium.FPDFText_GetLooseCharBox(text, letter.number, area):
        return None
    pdfium.FPDFText_GetCharOrigin(text, letter.number, x, y)
    box = _turned(turn, area.left, area.bottom, area.right, area.top)
    if max(map(abs, box)) > _MAX_COORDINATE:
        return None
    return Glyph(letter.text, box, turn.of(x.value, y.value)[1], letter.size, turned)


def _is_hidden(text: Any, index: int, glyph: Glyph, drawn: Drawn) -> bool:
    """Drawn invisibly (text layer of a scan), under the page's picture, clipped, or painted over later."""
    handle = pdfium.FPDFText_GetTextObject(text, index)
    mode = pdfium.FPDFTextObj_GetTextRenderMode(handle) if handle else pdfium.FPDF_TEXTRENDERMODE_FILL
    if mode in (pdfium.FPDF_TEXTRENDERMODE_INVISIBLE, pdfium.FPDF_TEXTRENDERMODE_CLIP):
        return True
    order, clip = drawn.texts.get(address(handle), (0, drawn.box))
    x, y = glyph.box.middle
    if order < drawn.pictured or not clip.holds(x, y):
        return True
    return any(number > order and box.holds(x, y) for number, box in drawn.fills)


def _bounds(page: Any, turn: Matrix) -> Box:
    area = pdfium.FS_RECTF()
    pdfium.FPDF_GetPageBoundingBox(page, area)
    return _turned(turn, area.left, area.bottom, area.right, area.top)


def _turned(turn: Matrix, left: float, bottom: float, right: float, top: float) -> Box:
    (x, y), (u, v) = turn.of(left, bottom), turn.of(right, top)
    return Box(min(x, u), min(y, v), max(x, u), max(y, v))


def _notes(page: Any, turn: Matrix) -> Iterator[Box]:
    area = pdfium.FS_RECTF()
    for number in range(pdfium.FPDFPage_GetAnnotCount(page)):
        note = pdfium.FPDFPage_GetAnnot(page, number)
        if note:
            if pdfium.FPDFAnnot_GetSubtype(note) in _NOTES and pdfium.FPDFAnnot_GetRect(note, area):
                yield _turned(turn, area.left, area.bottom, area.right, area.top)
            pdfium.FPDFPage_CloseAnnot(note)
