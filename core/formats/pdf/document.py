"""What a PDF holds: its paragraphs and tables in reading order, in words and numbers alone."""

from collections.abc import Iterator, Sequence
from typing import Any, TypeAlias

from core.errors import ReadError
from core.formats.pdf import paragraphs
from core.formats.pdf.cells import OPEN, Grid
from core.formats.pdf.furniture import without
from core.formats.pdf.joining import joined
from core.formats.pdf.layout import Item, sheet
from core.formats.pdf.lines import Line, text_of
from core.formats.pdf.pages import pages
from core.formats.pdf.shapes import Page

Told: TypeAlias = str | list[tuple[str, int, int, int, int, str]]
"""A paragraph's text; or a table's cells: text, row, column, its spans of both, why it is uncertain."""

_SCAN = (
    "这是扫描件（只有图片没有文字；识别软件加上去的文字会认错，不能用来核对），"
    "请打开报告的 Word 原稿（.docx）"
)
_BLANK = "这份 PDF 里没有文字（可能是图片，或把字转成了图形），请打开报告的 Word 原稿（.docx）"
_UNSAID = "这份 PDF 的字体里没有注明是什么字，读出来会是乱码，请打开报告的 Word 原稿（.docx），或重新导出 PDF"
_MOSTLY = 0.2
"""What part of the letters may be unknown."""
_STAMP = 60
"""Letters that may stand on a page that was scanned."""
_UNRULED = "这份 PDF 里没有画了框线的表格；没有框线的表格认不准，请打开报告的 Word 原稿（.docx）"
_SCANNED = "第 {} 页是图片，里面的文字和数字没有读"


def content(data: bytes) -> dict[str, Any]:
    """``blocks`` (``Told``) and ``notes`` for the clerk, as JSON can carry them. Raises ReadError."""
    read = list(pages(data))
    _check(read)
    sheets = without([sheet(page) for page in read])
    items = joined([each.items for each in sheets])
    within = paragraphs.measure(read[0].box, (i for page in items for i in page if isinstance(i, Line)))
    return {"blocks": list(_blocks(items, within)), "notes": list(_notes(read, items))}


def _check(read: Sequence[Page]) -> None:
    """Raises ReadError where there is nothing to read, or only what would be misread."""
    letters = [glyph.text for page in read for glyph in page.glyphs]
    if not any(letter.strip() for letter in letters) and not all(letters):
        raise ReadError(_UNSAID)
    if not any(letter.strip() for letter in letters):
        raise ReadError(_SCAN if any(page.pictured or page.hidden for page in read) else _BLANK)
    if all(_is_scanned(page) for page in read):
        raise ReadError(_SCAN)
    if sum(not letter for letter in letters) > _MOSTLY * len(letters):
        raise ReadError(_UNSAID)


def _is_scanned(page: Page) -> bool:
    """A picture with at most a stamp or a page number beside it."""
    return page.pictured and len(page.glyphs) < _STAMP


def _notes(read: Sequence[Page], items: Sequence[Sequence[Item]]) -> Iterator[str]:
    if not any(isinstance(item, Grid) for page in items for item in page):
        yield _UNRULED
    numbers = [str(n) for n, page in enumerate(read, 1) if _is_scanned(page)]
    if numbers:
        yield _SCANNED.format("、".join(numbers))


def _blocks(pages: Sequence[Sequence[Item]], within: paragraphs.Measure | None) -> Iterator[Told]:
    open_: list[Line] = []
    for page in pages:
        for number, item in enumerate(page):
            if isinstance(item, Grid):
                if open_:
                    yield paragraphs.text_of(open_)
                    open_ = []
                yield [(text, *place, doubt) for text, place, doubt in _cells(item)]
                continue
            if open_ and not paragraphs.goes_on(open_[-1], item, within, is_next_page=number == 0):
                yield paragraphs.text_of(open_)
                open_ = []
            open_.append(item)
    if open_:
        yield paragraphs.text_of(open_)


def _cells(grid: Grid) -> Iterator[tuple[str, tuple[int, int, int, int], str]]:
    """An area that is no cell, because its lines do not close, is none where nothing stands in it."""
    for cell in grid.cells:
        text, doubt = text_of(cell)
        if text or cell.doubt != OPEN:
            yield text, (cell.row, cell.column, cell.row_span, cell.column_span), doubt
