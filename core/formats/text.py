"""Plain text: encoding told by content, every line a row of cells, each cell tied to its bytes.

A line is cut at ``|`` or tabs where it has any, else at wide gaps; what the cells mean, and whether a
blank between two separators is a cell, is for recognition to say. Saving replaces a cell's bytes only,
so encoding, byte order mark, line ends and all else stay.
"""

import re
from collections.abc import Iterable, Iterator

from core.anchors import Anchor, Edit, Span, splice
from core.errors import ReadError, SaveError
from core.formats.asked import by_span
from core.formats.decoding import Encoding, decode
from core.stretches import stretches
from core.tables import Correction, Document, RawCell, RawTable

MAX_BYTES = 2 * 1024 * 1024
"""Largest text file (bytes) that is read; a report is below 0.2 MB."""

_LINE = re.compile(r"([^\r\n\f\v]*)(\r\n|\r|\n|\f|\v|\Z)")
_SEPARATORS = re.compile(r"[|｜│┃]|\t")
_GAP = re.compile(r"(?<![ \u3000\xa0])(?:(?<![总合])|(?=[ \u3000\xa0]+[^ \u3000\xa0计]))[ \u3000\xa0]{2,}")
_SPACE = re.compile(r"\s+")
_NUMBERS_AT_END = re.compile(
    r"(?:(?<=\s)|^)(?:[-+]?[\d０-９][\d０-９,，.]*|[/／])(?:\s+(?:[-+]?[\d０-９][\d０-９,，.]*|[/／]))+\s*$"
)
_BLANK = " \t\u3000\xa0\u200b\ufeff"
_RULE = re.compile(r"[\s|｜│┃:：+\-=—─━┼┬┴├┤┌┐└┘]*")
_LONGEST_ROW = 2000


def read(data: bytes) -> Document:
    """The text as one table of lines. Raises ReadError, in the clerk's words, if it is no text."""
    if len(data) > MAX_BYTES:
        raise ReadError(f"文件有 {len(data) // (1024 * 1024)} MB，不像一份年度报告，请检查是否选错了文件")
    encoding, text = decode(data)
    cells = tuple(_cells(text, encoding))
    return Document("txt", data, (RawTable(cells, "lines"),), extra=encoding)


def encode(document: Document, corrections: Iterable[Correction]) -> bytes:
    """The file with those bytes replaced that the corrections change; the last one of a cell counts.

    Raises SaveError on a cell that is locked or not of this document, and on a text that cannot be written.
    """
    encoding = document.extra
    if not isinstance(encoding, Encoding):
        raise SaveError("这份文件不是按文本打开的，无法按文本保存")
    edits = [
        e for span, c in by_span(corrections).items() for e in _edits(document.source, span, c, encoding.name)
    ]
    return splice(document.source, edits)


def _edits(source: bytes, span: Span, correction: Correction, encoding: str) -> Iterator[Edit]:
    """One edit for each stretch that changes, so that all other bytes of the line stay as they are."""
    old = correction.cell.text
    if source[span.start : span.end] != old.encode(encoding):
        raise SaveError(f"“{old}”不在这份文件里，可能文件重新打开过；请在当前打开的文件里重新改一次")
    for change in stretches(old, correction.text):
        first = span.start + len(old[: change.start].encode(encoding))
        last = first + len(old[change.start : change.end].encode(encoding))
        try:
            new = change.new.encode(encoding)
        except UnicodeEncodeError:
            raise SaveError(f"“{change.new}”里有本文件编码（{encoding}）写不出的字") from None
        yield Edit(Span(first, last), new)


def _cells(text: str, encoding: Encoding) -> Iterator[RawCell]:
    offset = len(encoding.bom)
    for number, match in enumerate(_LINE.finditer(text)):
        line, end = match.groups()
        raw = line.encode(encoding.name)
        if line.strip(_BLANK) and not (_RULE.fullmatch(line) and _is_rule(line)):
            yield from _line_cells(line, number, offset, encoding.name)
        offset += len(raw) + len(end.encode(encoding.name))


def _is_rule(line: str) -> bool:
    """A drawn line (``|---|---|``), not a row of blank or dashed cells."""
    return "---" in line or any(c in line for c in "─━┼┬┴├┤┌┐└┘=")


def _line_cells(line: str, row: int, offset: int, encoding: str) -> Iterator[RawCell]:
    """The line's cells; behind a closing ``|`` stands a cell of no width, which may be none at all."""
    done = 0
    for column, (start, end) in enumerate(_cuts(line)):
        piece = line[start:end]
        text = piece.strip(_BLANK)
        begin = start + (len(piece) - len(piece.lstrip(_BLANK)) if text else (len(piece) + 1) // 2)
        first = offset + len(line[done:begin].encode(encoding))
        last = first + len(text.encode(encoding))
        rest = bool(column) and not text and end == len(line) and line[start - 1] != "\t"
        yield RawCell(
            text, row, column, column_span=0 if rest else 1, anchor=Anchor("", (Span(first, last),))
        )
        offset, done = last, begin + len(text)


def _cuts(line: str) -> list[tuple[int, int]]:
    """Where a line's cells begin and end: at separators, else at wide gaps and between closing numbers."""
    if len(line) > _LONGEST_ROW:
        return [(0, len(line))]
    if _SEPARATORS.search(line):
        return _between(line, [m.span() for m in _SEPARATORS.finditer(line)])
    first, last = len(line) - len(line.lstrip(_BLANK)), len(line.rstrip(_BLANK))
    gaps = {m.span() for m in _GAP.finditer(line, first, last)}
    numbers = _NUMBERS_AT_END.search(line, first, last)
    if numbers:
        gaps |= {m.span() for m in _SPACE.finditer(line, first, last) if m.end() >= numbers.start()}
    return _between(line, sorted(gaps))


def _between(line: str, gaps: list[tuple[int, int]]) -> list[tuple[int, int]]:
    edges = [0, *(edge for gap in gaps for edge in gap), len(line)]
    return list(zip(edges[0::2], edges[1::2], strict=True))
