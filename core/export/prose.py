"""The report from top to bottom as the official layout has it: its own text, and where its tables stand."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Literal

from core.export.sizes import printable, width
from core.forms import TableForm
from core.labels import Vocabulary
from core.outline import Outline
from core.review import Review
from core.tables import Paragraph, RawTable

Style = Literal["title", "heading", "subheading", "body", "closing"]


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph and what it is in an official document; ``closing``: unit and date at the end."""

    style: Style
    text: str


Item = Line | TableForm

_SUBHEADING = re.compile(r"[（(][一二三四五六七八九十]{1,3}[）)][^。；]{1,38}。?$")
_PAGE_MARK = re.compile(r"[-—–－\s]*\d{1,3}[-—–－\s]*$")
_SENTENCE_END = "。；：！？;:!?…"
_NUMBERED = re.compile(r"[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]")
_HEADING = 60
_SCREEN_LINE = range(16, 61)
_FULL, _RAGGED, _SEVERAL = 0.85, 1.25, 5


def items(review: Review) -> tuple[Item, ...]:
    """The report's paragraphs and tables in reading order; headings that a workbook lacks are added.

    A table stands where its first cell stands. Of a plain text, the lines of its tables and page marks are
    left out, and a paragraph that was broken into lines is put together again.
    """
    found = list(_items(review))
    if not any(isinstance(item, Line) for item in found):
        found.insert(0, Line("title", printable(title(review))))
    return tuple(_headed(found))


def title(review: Review) -> str:
    """「某某局2023年政府信息公开工作年度报告」, as far as unit and year are known."""
    report = review.report
    year = f"{report.year}年" if report.year else ""
    return f"{report.unit or ''}{year}政府信息公开工作年度报告"


def left_out(review: Review) -> int:
    """How many tables of the document are none of the statutory ones, and so are not among the items."""
    placed = {id(raw) for raw in review.cells.values()}
    return sum(
        table.layout == "grid"
        and any(cell.text.strip() for cell in table.cells)
        and not any(id(cell) in placed for cell in table.cells)
        for table in review.report.document.tables
    )


def _items(review: Review) -> Iterator[Item]:
    """Texts as they stand now, and each table found at its first cell."""
    outline = review.narrative.outline
    texts = iter(enumerate(review.narrative.lines))
    owners = {id(raw): review.form_of(cell) for cell, raw in review.cells.items()}
    seen: set[str] = set()
    for block in review.report.document.blocks:
        if isinstance(block, Paragraph):
            number, text = next(texts)
            found: Iterable[Item] = [_line(number, piece, outline) for piece in text.split("\n")]
        elif block.layout == "grid":
            found = [owners[id(cell)] for cell in block.cells if id(cell) in owners]
        else:
            found = _joined(list(_rows(block, texts, review, owners)))
        for item in found:
            if isinstance(item, TableForm):
                if item.id not in seen:
                    seen.add(item.id)
                    yield item
            elif item.text:
                yield item


def _line(number: int, text: str, outline: Outline) -> Line:
    """A paragraph by its place in the outline; a heading is one only if nothing follows it on its line."""
    text = printable(text).strip(" \t\u3000\xa0")
    ends = (place.paragraph for place in (outline.unit, outline.date) if place is not None)
    heads = (part.heading.paragraph for part in outline.parts)
    style: Style = "subheading" if _SUBHEADING.match(text) else "body"
    if number in (place.paragraph for place in outline.title):
        style = "title"
    elif number in ends:
        style = "closing"
    elif number in heads and len(text) <= _HEADING and "。" not in text:
        style = "heading"
    return Line(style, text)


def _rows(
    block: RawTable, texts: Iterator[tuple[int, str]], review: Review, owners: dict[int, TableForm]
) -> Iterator[Item]:
    """The lines of a plain text; what stands in one line with gaps between is one paragraph."""
    for _, cells in groupby(block.cells, key=lambda cell: cell.row):
        row: list[Line] = []
        for cell in cells:
            if id(cell) in owners:
                yield owners[id(cell)]
            if cell.text:
                number, text = next(texts)
                if number not in review.report.tabular:
                    row.append(_line(number, text, review.narrative.outline))
        text = "\u3000".join(line.text for line in row)
        if row and not _PAGE_MARK.match(text):
            yield replace(row[0], text=text)


def _joined(rows: Sequence[Item]) -> Iterator[Item]:
    """Lines that end where the page ended, not the sentence, put together."""
    full = _full_width([item.text for item in rows if isinstance(item, Line) and item.text])
    before: Line | None = None
    goes_on = False
    for item in rows:
        is_body = isinstance(item, Line) and item.style == "body"
        if isinstance(item, Line) and is_body and goes_on and before and not _NUMBERED.match(item.text):
            before = replace(before, text=before.text + item.text)
        else:
            if before:
                yield before
            before = item if isinstance(item, Line) else None
            if before is None:
                yield item
        goes_on = isinstance(item, Line) and is_body and _is_unfinished(item.text, full)
    if before:
        yield before


def _is_unfinished(text: str, full: float) -> bool:
    return width(text) >= full and text[-1:] not in _SENTENCE_END


def _full_width(lines: list[str]) -> float:
    """From how many ems on a line is full; beyond every line where paragraphs were not broken up."""
    widths = sorted(map(width, lines))
    usual, widest = (widths[len(widths) * 9 // 10], widths[-1]) if widths else (0.0, 0.0)
    unfinished = [line for line in lines if _is_unfinished(line, usual * _FULL)]
    is_broken = len(unfinished) >= _SEVERAL and int(usual) in _SCREEN_LINE and widest < usual * _RAGGED
    return usual * _FULL if is_broken else widest + 1


def _headed(found: Iterable[Item]) -> Iterator[Item]:
    """Each table with its part's heading above it, put in where the document has none."""
    above: list[str] = []
    for item in found:
        if isinstance(item, Line):
            above.append(item.text)
        else:
            own = Vocabulary([(label, item.id) for label in (item.heading, *item.variants)])
            if not any(len(line) <= _HEADING and own.find(line, cut=False) for line in above):
                yield Line("heading", item.heading)
            above.clear()
        yield item
