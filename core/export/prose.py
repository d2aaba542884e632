"""The report from top to bottom as the official layout has it: its own text, and where its tables stand."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from core.export.sizes import printable, width
from core.forms import TableForm
from core.labels import Vocabulary
from core.review import Review
from core.tables import Paragraph, RawTable

Style = Literal["title", "heading", "subheading", "body", "closing"]


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph and what it is in an official document; ``closing``: unit and date at the end."""

    style: Style
    text: str


Piece = str | TableForm
Item = Line | TableForm

_HEADING = re.compile(r"[一二三四五六七八九十]{1,3}\s*[、.．][^。；]{1,38}$")
_SUBHEADING = re.compile(r"[（(][一二三四五六七八九十]{1,3}[）)][^。；]{1,38}。?$")
_TITLE = re.compile(r"政府信息公开.{0,4}年.{0,2}报[^，。；：:]{0,6}$")
_DATE = re.compile(r"[二2][〇○0零][〇○一二三四五六七八九零\d]{2}年.{1,3}月.{1,3}日$")
_PAGE_MARK = re.compile(r"[-—–－\s]*\d{1,3}[-—–－\s]*$")
_SENTENCE_END = "。；：！？;:!?…"
_NUMBERED = re.compile(r"[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]")
_HEAD = 12
_SHORT = 40
_SCREEN_LINE = range(16, 61)
_FULL, _RAGGED, _SEVERAL = 0.85, 1.25, 5


def items(review: Review) -> tuple[Item, ...]:
    """The report's paragraphs and tables in reading order; headings that a workbook lacks are added.

    A table stands where its first cell stands. Of a plain text, the lines of its tables and page marks are
    left out, and a paragraph that was broken into lines is put together again.
    """
    pieces = list(_pieces(review))
    if not any(isinstance(piece, str) for piece in pieces):
        pieces.insert(0, title(review))
    return tuple(_styled(list(_headed(pieces))))


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


def _pieces(review: Review) -> Iterator[Piece]:
    """Texts as they stand now, and each table found at its first cell."""
    texts = iter(enumerate(review.narrative.lines))
    owners = {id(raw): review.form_of(cell) for cell, raw in review.cells.items()}
    seen: set[str] = set()
    for block in review.report.document.blocks:
        if isinstance(block, Paragraph):
            found: Iterable[Piece] = next(texts)[1].split("\n")
        elif block.layout == "grid":
            found = [owners[id(cell)] for cell in block.cells if id(cell) in owners]
        else:
            found = _joined(list(_rows(block, texts, review.report.tabular, owners)))
        for piece in found:
            if isinstance(piece, TableForm):
                if piece.id not in seen:
                    seen.add(piece.id)
                    yield piece
            elif text := printable(piece).strip(" \t\u3000\xa0"):
                yield text


def _rows(
    block: RawTable,
    texts: Iterator[tuple[int, str]],
    tabular: frozenset[int],
    owners: dict[int, TableForm],
) -> Iterator[Piece]:
    """The lines of a plain text; what stands in one line with gaps between is one paragraph."""
    for _, cells in groupby(block.cells, key=lambda cell: cell.row):
        line: list[str] = []
        for cell in cells:
            if id(cell) in owners:
                yield owners[id(cell)]
            if cell.text:
                number, text = next(texts)
                line += [] if number in tabular else [text]
        if line and not _PAGE_MARK.match("".join(line)):
            yield "\u3000".join(line)


def _joined(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Lines that end where the page ended, not the sentence, put together."""
    full = _full_width([piece for piece in pieces if isinstance(piece, str)])
    before, goes_on = "", False
    for piece in pieces:
        if isinstance(piece, str) and goes_on and not _NUMBERED.match(piece):
            before += piece
        else:
            yield before
            before = ""
            if isinstance(piece, str):
                before = piece
            else:
                yield piece
        goes_on = isinstance(piece, str) and width(piece) >= full and piece[-1] not in _SENTENCE_END
    yield before


def _full_width(lines: list[str]) -> float:
    """From how many ems on a line is full; beyond every line where paragraphs were not broken up."""
    widths = sorted(map(width, lines))
    usual, widest = (widths[len(widths) * 9 // 10], widths[-1]) if widths else (0.0, 0.0)
    unfinished = [line for line in lines if width(line) >= usual * _FULL and line[-1] not in _SENTENCE_END]
    is_broken = len(unfinished) >= _SEVERAL and int(usual) in _SCREEN_LINE and widest < usual * _RAGGED
    return usual * _FULL if is_broken else widest + 1


def _headed(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Each table with its part's heading above it, put in where the document has none."""
    above: list[str] = []
    for piece in pieces:
        if isinstance(piece, str):
            above.append(piece)
        else:
            own = Vocabulary([(label, piece.id) for label in (piece.heading, *piece.variants)])
            if not any(len(line) <= _SHORT and own.find(line, cut=False) for line in above):
                yield piece.heading
            above.clear()
        yield piece


def _styled(pieces: Sequence[Piece]) -> Iterator[Item]:
    closing = _closing(pieces)
    titles = _titles(pieces)
    for number, piece in enumerate(pieces):
        if not isinstance(piece, str):
            yield piece
        elif number in titles:
            yield Line("title", piece)
        elif number in closing:
            yield Line("closing", piece)
        elif _HEADING.match(piece):
            yield Line("heading", piece)
        else:
            yield Line("subheading" if _SUBHEADING.match(piece) else "body", piece)


def _titles(pieces: Sequence[Piece]) -> range:
    """The title's lines: the one that says what the report is, and a unit's name right above it."""
    for number, piece in enumerate(pieces[:_HEAD]):
        if isinstance(piece, str) and len(piece) <= 2 * _SHORT and _TITLE.search("".join(piece.split())):
            above = pieces[number - 1] if number else ""
            has_unit = isinstance(above, str) and 0 < len(above) <= _SHORT and above[-1].isalpha()
            return range(number - has_unit, number + 1)
    return range(0)


def _closing(pieces: Sequence[Piece]) -> range:
    """A date at the end, and the unit's name right above it."""
    for number in range(len(pieces) - 1, max(len(pieces) - _HEAD, 0), -1):
        piece, above = pieces[number], pieces[number - 1]
        if isinstance(piece, str) and _DATE.match("".join(piece.split())):
            has_unit = isinstance(above, str) and len(above) <= _SHORT and above[-1].isalpha()
            return range(number - has_unit, number + 1)
    return range(0)
