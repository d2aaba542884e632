"""A report's text as its reader reads it: titles, headings, paragraphs, and where the tables stand."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal
from unicodedata import east_asian_width

from core.anchors import Anchor
from core.files import Report
from core.prose.passages import passages
from core.subject import Narrative
from core.tables import Paragraph, RawCell

_SUBHEADING = re.compile(r"\s*[（(][一二三四五六七八九十]{1,3}[）)][^。；]{1,30}。?")
_BLANK = re.compile(r"\s*")
_PAGE_NUMBER = re.compile(r"\s*(?:[-—–]\s*\d{1,3}\s*[-—–]\s*)?")
_WIDEST = 130
_RAGGED = 16
"""Half-width columns: how wide the lines of a pasted PDF are at most, how much a full one may fall short."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One thing in the flow.

    paragraphs: their numbers in the order of ``Document.paragraphs``; more than one where lines of a pasted
    PDF are one paragraph, none for a table. table: id of the statutory table that stands here, empty for
    another table.
    """

    kind: Literal["title", "heading", "subheading", "text", "table"]
    paragraphs: tuple[int, ...] = ()
    table: str = ""


def flow(report: Report, narrative: Narrative) -> tuple[Piece, ...]:
    """The pieces in reading order; a table once, where its first part stands; no blank paragraphs."""
    owners = {
        raw.anchor: id_
        for id_, table in report.recognition.tables.items()
        for raw in table.cells.values()
        if raw.anchor is not None
    }
    joined = _joined(report, narrative)
    within = {number for lines in joined.values() for number in range(lines[0] + 1, lines[-1] + 1)}
    unread = _PAGE_NUMBER if joined else _BLANK
    shown: set[str] = set()
    pieces: list[Piece] = []
    for tabular, run in groupby(_spots(report, narrative), key=lambda spot: spot.is_table):
        if tabular:
            tables = _tables(tuple(run), owners)
            pieces += [Piece("table", table=t) for t in tables if t not in shown]
            shown |= {table for table in tables if table}
        else:
            pieces += [
                Piece(_kind(spot.number, narrative), joined.get(spot.number, (spot.number,)))
                for spot in run
                if spot.number not in within and not unread.fullmatch(narrative.lines[spot.number])
            ]
    return tuple(pieces)


@dataclass(frozen=True, slots=True)
class _Spot:
    """A paragraph of the text, or something of a table: a grid's cells, or a line of a plain text's table."""

    is_table: bool
    number: int
    anchors: tuple[Anchor | None, ...] = ()


def _spots(report: Report, narrative: Narrative) -> Iterator[_Spot]:
    number = 0
    for block in report.document.blocks:
        if isinstance(block, Paragraph) or block.layout == "lines":
            lines: Sequence[Paragraph | RawCell] = [block] if isinstance(block, Paragraph) else block.cells
            for line in lines:
                if isinstance(line, Paragraph) or line.text:
                    yield _Spot(number in narrative.tabular, number, (line.anchor,))
                    number += 1
        elif any(cell.text.strip() for cell in block.cells):
            yield _Spot(True, number, tuple(cell.anchor for cell in block.cells))


def _tables(run: Sequence[_Spot], owners: dict[Anchor, str]) -> list[str]:
    """Whose cells stand here, in order; an empty id for a grid that is no statutory table."""
    found: list[str] = []
    for spot in run:
        ids = [owners[anchor] for anchor in spot.anchors if anchor in owners]
        found += ids or ([""] if len(spot.anchors) > 1 else [])
    return [table for table, _ in groupby(found)]


def _kind(number: int, narrative: Narrative) -> Literal["title", "heading", "subheading", "text"]:
    outline, line = narrative.outline, narrative.lines[number]
    if any(place.paragraph == number for place in outline.title):
        return "title"
    headings = (part.heading for part in outline.parts)
    if any(place.paragraph == number and not line[place.end :].strip() for place in headings):
        return "heading"
    return "subheading" if _SUBHEADING.fullmatch(line) else "text"


def _joined(report: Report, narrative: Narrative) -> dict[int, tuple[int, ...]]:
    """Lines of a pasted PDF that are one paragraph, by the first of them."""
    if report.document.format != "txt":
        return {}
    lines = narrative.lines
    widths = [0 if n in narrative.tabular else _width(line) for n, line in enumerate(lines)]
    full = max(widths, default=0) - _RAGGED
    if full > _WIDEST:
        return {}
    found: dict[int, tuple[int, ...]] = {}
    for passage in passages(lines):
        first = passage.lines[0]
        for before, number in zip(passage.lines, passage.lines[1:], strict=False):
            if widths[before] >= full and widths[number] and _kind(before, narrative) == "text":
                found[first] = (*found.get(first, (first,)), number)
            else:
                first = number
    return found


def _width(line: str) -> int:
    """How wide a line is, a Chinese character counting two columns."""
    return sum(2 if east_asian_width(c) in "WFA" else 1 for c in line)
