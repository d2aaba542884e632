"""From the bytes of a PDF to the letters and lines on its pages, by PDFium (the reader inside Chromium)."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pypdfium2_raw as pdfium

from core.errors import ReadError
from core.formats.pdf.drawn import Drawn
from core.formats.pdf.letters import glyphs, letters, main_angle
from core.formats.pdf.matrix import Matrix, upright
from core.formats.pdf.shapes import Box, Page

MAX_PAGES = 100
MAX_LETTERS = 400_000
"""Of a whole file; a report has 5,000 to 20,000 letters."""

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
    found = letters(text)
    turn = upright(main_angle(found))
    box = _bounds(page, turn)
    drawn = Drawn(page, turn, box)
    seen = tuple(glyphs(text, found, drawn, turn))
    noted = tuple(_notes(page, turn))
    is_hidden = len(found) > len(seen)
    return Page(box, seen, tuple(drawn.across), tuple(drawn.down), noted, drawn.pictured >= 0, is_hidden)


def _bounds(page: Any, turn: Matrix) -> Box:
    area = pdfium.FS_RECTF()
    pdfium.FPDF_GetPageBoundingBox(page, area)
    return turn.box(area.left, area.bottom, area.right, area.top)


def _notes(page: Any, turn: Matrix) -> Iterator[Box]:
    area = pdfium.FS_RECTF()
    for number in range(pdfium.FPDFPage_GetAnnotCount(page)):
        note = pdfium.FPDFPage_GetAnnot(page, number)
        if note:
            if pdfium.FPDFAnnot_GetSubtype(note) in _NOTES and pdfium.FPDFAnnot_GetRect(note, area):
                yield turn.box(area.left, area.bottom, area.right, area.top)
            pdfium.FPDFPage_CloseAnnot(note)
