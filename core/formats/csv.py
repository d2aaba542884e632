"""Comma separated values as Excel and WPS export them: fields tied to their bytes, quoting kept.

A text counts as such only where most of its lines are rows of figures, so that a sentence with commas in
it stays a sentence. Saving replaces a field's bytes only; all else stays.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from core.anchors import Anchor, Edit, Span, splice
from core.errors import ReadError, SaveError
from core.formats.asked import by_span
from core.formats.decoding import Encoding, decode
from core.numerals import read as read_number
from core.tables import Correction, Document, RawCell, RawTable

MAX_BYTES = 2 * 1024 * 1024
"""Largest file (bytes) that is read; a report is below 0.1 MB."""
MAX_FIELDS = 50_000
"""A report has some thousand; a text with more is none of rows of figures."""

_SIGNS = (",", ";")
_BLANK = " \t\r\n\u3000\xa0\u200b\ufeff"
_FEWEST = 3
_ROWS = 0.6
_FIGURES = 0.4
_FEW_FIGURES = 0.1
_LAID_OUT = re.compile(r"[|｜│┃\t]|\S {2,}\S")


class _Field(NamedTuple):
    """start, end: of what stands between the signs, in characters of the text."""

    content: str
    start: int = 0
    end: int = 0

    @property
    def is_quoted(self) -> bool:
        return len(self.content) > 1 and self.content[0] == self.content[-1] == '"'

    @property
    def text(self) -> str:
        plain = self.content[1:-1].replace('""', '"') if self.is_quoted else self.content
        return plain.strip(_BLANK)


class _Way(NamedTuple):
    """How the file is written."""

    encoding: Encoding
    sign: str


def is_separated(data: bytes) -> bool:
    """Whether a text file holds rows of separated fields: most of its lines, with many figures in them."""
    counts = [data.count(sign.encode()) for sign in _SIGNS]
    if len(data) > MAX_BYTES or not 2 * _FEWEST <= max(counts) <= MAX_FIELDS:
        return False
    try:
        return _sign(decode(data)[1]) is not None
    except ReadError:
        return False


def read(data: bytes) -> Document:
    """The rows as one table. Raises ReadError, in the clerk's words, if it is no such text."""
    encoding, text = decode(data)
    sign = _sign(text) or _SIGNS[0]
    table = RawTable(tuple(_cells(text, encoding, sign)))
    return Document("csv", data, (table,), extra=_Way(encoding, sign))


def encode(document: Document, corrections: Iterable[Correction]) -> bytes:
    """The file with those fields' bytes replaced that the corrections change; the last one of a cell counts.

    Raises SaveError on a cell that is not of this document, and on a text that cannot be written.
    """
    way = document.extra
    if not isinstance(way, _Way):
        raise SaveError("这份文件不是按 CSV 打开的，无法按 CSV 保存")
    edits = [
        Edit(span, _written(document.source[span.start : span.end], correction, way))
        for span, correction in by_span(corrections).items()
        if correction.text != correction.cell.text
    ]
    return splice(document.source, edits) if edits else document.source


def _written(old: bytes, correction: Correction, way: _Way) -> bytes:
    """The new content of a field: quoted if it was or has to be, blanks round the text as they were."""
    name = way.encoding.name
    field = _Field(old.decode(name, "replace"))
    before, after = correction.cell.text, correction.text
    if field.text != before:
        raise SaveError(f"“{before}”不在这份文件里，可能文件重新打开过；请在当前打开的文件里重新改一次")
    quoted = field.is_quoted or any(mark in after for mark in (way.sign, '"', "\r", "\n"))
    plain = field.content[1:-1] if field.is_quoted else field.content
    stood = before.replace('"', '""') if field.is_quoted else before
    start = plain.index(stood) if stood else len(plain)
    new = plain[:start] + (after.replace('"', '""') if quoted else after) + plain[start + len(stood) :]
    try:
        return (f'"{new}"' if quoted else new).encode(name)
    except UnicodeEncodeError:
        raise SaveError(f"“{after}”里有本文件编码（{name}）写不出的字") from None


def _sign(text: str) -> str | None:
    """What separates the fields; None where the text is no table of figures."""
    share, sign = max((_figures(text, sign), sign) for sign in _SIGNS)
    return sign if share >= _FIGURES else None


def _figures(text: str, sign: str) -> float:
    """The share of figures and blanks among the fields; 0 where the lines are not laid out as fields."""
    rows = [[field.text for field in row] for row in _rows(text, sign)]
    written = [row for row in rows if any(row)]
    wide = [row for row in written if len(row) >= _FEWEST]
    fields = [field for row in wide for field in row]
    if len(wide) < max(_FEWEST, _ROWS * len(written)) or any(map(_LAID_OUT.search, fields)):
        return 0
    share = sum(read_number(field).kind != "text" for field in fields) / len(fields)
    return 1 if share >= _FEW_FIGURES and _is_even(written) else share


def _is_even(rows: Sequence[Sequence[str]]) -> bool:
    """Whether all rows are as wide, as spreadsheets write them, and none holds a sentence."""
    return len({len(row) for row in rows}) == 1 and not any("。" in field for row in rows for field in row)


def _rows(text: str, sign: str) -> Iterator[list[_Field]]:
    """The rows with their fields; a line break between quotes ends none."""
    row: list[_Field] = []
    for match in _pattern(sign).finditer(text):
        ends_row = match["end"] != sign
        if ends_row and not row and not match["content"] and match.end() == len(text):
            return
        row.append(_Field(match["content"], *match.span("content")))
        if ends_row:
            yield row
            row = []


@cache
def _pattern(sign: str) -> re.Pattern[str]:
    plain = rf"[^{sign}\r\n]*"
    return re.compile(
        rf'(?P<content>"(?:[^"]|"")*+"(?=[{sign}\r\n]|\Z)|{plain})(?P<end>{sign}|\r\n|\r|\n|\Z)'
    )


def _cells(text: str, encoding: Encoding, sign: str) -> Iterator[RawCell]:
    offset, done = len(encoding.bom), 0
    for number, row in enumerate(_rows(text, sign)):
        for column, field in enumerate(row):
            first = offset + len(text[done : field.start].encode(encoding.name))
            last = first + len(field.content.encode(encoding.name))
            yield RawCell(field.text, number, column, anchor=Anchor("", (Span(first, last),)))
            offset, done = last, field.end
