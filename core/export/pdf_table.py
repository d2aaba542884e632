"""A statutory table drawn on a page of a PDF, with the cells to look at marked."""

from dataclasses import dataclass
from itertools import accumulate

from core.export.contents import Mark, Sheet
from core.export.pdf_page import GREY, INK, RED, SIDE, WIDTH, Page
from core.export.sizes import shares, size_that_fits
from core.layout import Box

_SIZES = (8.5, 7.5, 6.5, 5.5)
_NOTE_SIZES, _NOTE_HEIGHT = (6.0, 5.0, 4.0), 2.5
_POINTS_PER_MM = 2.8346
_PAD = 0.8
_ROW = 5.4
_CAPTION = 10.0
_MOST_LINES = 4


@dataclass(frozen=True, slots=True)
class _Filled:
    """A box, its text in lines of the type at hand, and what is to be said of a figure."""

    box: Box
    lines: list[str]
    mark: Mark | None

    def height(self, line: float) -> float:
        note = _NOTE_HEIGHT if self.mark and self.mark.note else 0
        return len(self.lines) * line + note + 2 * _PAD


@dataclass(frozen=True, slots=True)
class _Plan:
    """A table ready to be drawn: its type, its boxes, and where its rows and columns are."""

    size: float
    filled: list[_Filled]
    columns: list[float]
    rows: list[float]


def height(page: Page, sheet: Sheet) -> float:
    """How many mm of a page a table takes with its title."""
    return _CAPTION + sum(_plan(page, sheet).rows)


def draw(page: Page, sheet: Sheet) -> None:
    """The table with its title above it, all of it on one page."""
    plan = _plan(page, sheet)
    page.keep(_CAPTION + sum(plan.rows))
    page.ln(3)
    page.paragraph(sheet.title, 11)
    lefts = list(accumulate(plan.columns, initial=SIDE))
    tops = list(accumulate(plan.rows, initial=page.get_y() + 0.5))
    for each in sorted(plan.filled, key=lambda each: each.mark is not None):
        box = each.box
        x, y = lefts[box.column], tops[box.row]
        w, h = lefts[box.column + box.column_span] - x, tops[box.row + box.row_span] - y
        _draw(page, each, (x, y, w, h), plan.size)
    page.set_xy(SIDE, tops[-1])


def _plan(page: Page, sheet: Sheet) -> _Plan:
    columns = [share * WIDTH for share in shares(sheet.plan)]
    size = size_that_fits(sheet.texts.values(), (columns[-1] - 2 * _PAD) * _POINTS_PER_MM, _SIZES)
    page.use(size)
    filled = [_filled(page, box, sheet, columns) for box in sheet.plan.boxes]
    return _Plan(size, filled, columns, _heights(filled, sheet.plan.rows, page.line_height))


def _filled(page: Page, box: Box, sheet: Sheet, columns: list[float]) -> _Filled:
    text = sheet.texts.get(box.cell, "") if box.cell else box.text
    width = sum(columns[box.column : box.column + box.column_span])
    lines = page.lines(text, width - 2 * _PAD)
    if box.role == "column":
        lines = _balanced(page, text, lines)
    if len(lines) > _MOST_LINES:
        lines = [*lines[: _MOST_LINES - 1], lines[_MOST_LINES - 1][:-1] + "…"]
    return _Filled(box, lines, sheet.marks.get(box.cell) if box.cell else None)


def _balanced(page: Page, text: str, lines: list[str]) -> list[str]:
    """The lines of a heading about equally long (商业／企业, not 商业企／业)."""
    letters = -(-len(text) // len(lines))
    even = page.lines(text, page.get_string_width(text[:letters]) + 0.1)
    return even if len(even) == len(lines) else lines


def _heights(filled: list[_Filled], rows: int, line: float) -> list[float]:
    """Of every row; what a box over several rows needs beyond them goes to its last."""
    heights = [_ROW] * rows
    for each in sorted(filled, key=lambda each: each.box.row_span):
        last = each.box.row + each.box.row_span - 1
        heights[last] += max(each.height(line) - sum(heights[each.box.row : last + 1]), 0)
    return heights


def _draw(page: Page, each: _Filled, place: tuple[float, float, float, float], size: float) -> None:
    x, y, w, h = place
    page.set_draw_color(*GREY)
    page.set_line_width(0.2)
    page.rect(x, y, w, h)
    page.use(size, INK)
    left = each.box.role == "section" or (each.box.role == "row" and each.box.row_span == 1)
    note = _NOTE_HEIGHT if each.mark and each.mark.note else 0
    page.text_in(each.lines, x + _PAD, y, w - 2 * _PAD, h - note, "L" if left else "C")
    if each.mark is None:
        return
    page.set_draw_color(*RED)
    page.set_line_width(0.7 if each.mark.suggested else 0.35)
    page.set_dash_pattern(0 if each.mark.suggested else 1, 0 if each.mark.suggested else 0.7)
    page.rect(x + 0.35, y + 0.35, w - 0.7, h - 0.7)
    page.set_dash_pattern()
    for note_size in _NOTE_SIZES:
        page.use(note_size, RED)
        if page.get_string_width(each.mark.note) <= w - 2 * _PAD:
            break
    page.text_in([each.mark.note], x, y + h - note - _PAD, w, note, "C")
