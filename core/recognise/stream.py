"""Plain text as a stream of cells, and the rows it spells: a heading and the cells up to the next one."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import takewhile

from core.labels import Vocabulary, body, fold, numbering
from core.numerals import read
from core.recognise.vocabulary import RowKey, Words
from core.tables import RawCell

_PAGE = re.compile(r"第?\d{1,3}页(?:[/,，、]?共?\d{1,3}页?)?|[-–—_·~]+\d{1,3}[-–—_·~]+")
_PAGE_OF = re.compile(r"\d{1,3}/\d{1,3}")
_PAGE_NUMBER = re.compile(r"[1-9]\d{0,2}")
_NUMBERLIKE = re.compile(r"(?!20\d\d年)[-+约共计近]?\d.{0,23}|[OoIl〇零#×xX*?？]{1,3}|#[A-Z/0!?]+", re.DOTALL)
_CELL_LENGTH = 24
_PROSE_LENGTH = 60
_HEADING_BLOCK = 3


@dataclass(slots=True)
class Token:
    """A cell of the stream. end: the empty rest behind a line's last separator, which may be no cell at all.
    written: how many cells of its line are written. alone: its line has no separator.
    """

    cell: RawCell
    end: bool = False
    written: int = 1
    alone: bool = True


@dataclass(slots=True)
class Row:
    """A row as it stands: its heading and what followed.

    at: how many cells stand left of the heading (group headings count, also on lines of their own). line: the
    line its heading stands on. headings: column headings met since its last number (a repeated block inside a
    broken row). spoiled: other content stands between its numbers. written: cells that hold something.
    """

    words: Words
    key: RowKey
    label: str
    at: int
    line: int
    caption: str
    tokens: list[Token] = field(default_factory=list)
    headings: int = 0
    spoiled: bool = False
    written: int = 0

    def take(self, token: Token) -> None:
        self.tokens.append(token)
        self.written += bool(token.cell.text)

    def is_named_again(self, key: RowKey, token: Token) -> bool:
        """Whether a heading only repeats this row's, as merged cells copied cell by cell do."""
        return self.key == key and self.line == token.cell.row and not self.started

    @property
    def wanted(self) -> int:
        """How many cells the form gives the row."""
        return len(self.words.form.sections[self.key.section].column_leaves)

    @property
    def is_full(self) -> bool:
        return self.written >= self.wanted

    @property
    def started(self) -> bool:
        return self.written > 0


def tokens(cells: Iterable[RawCell]) -> Iterator[Token]:
    """The cells with line breaks made harmless: a separator on its own line ends the cell before it."""
    open_text = False
    for line in _lines(cells):
        alone = len(line) == 1
        if alone and _PAGE.fullmatch("".join(line[0].text.split())):
            continue
        rest = line[1:] if not alone and not line[0].text and open_text else line
        written = sum(1 for cell in line if cell.text)
        for cell in rest:
            yield Token(cell, cell.column_span == 0, written, alone)
        open_text = bool(line[-1].text)


def _lines(cells: Iterable[RawCell]) -> Iterator[list[RawCell]]:
    line: list[RawCell] = []
    for cell in cells:
        if line and cell.row != line[0].row:
            yield line
            line = []
        line.append(cell)
    if line:
        yield line


class Rows:
    """Walks the stream once; knows which statutory table it is in and which row is open.

    rows: what was read, in order. strays: table id → how many numbers stood before any row heading.
    heads, extra: table id → texts of its column headings, and of rows that the form does not have.
    """

    def __init__(self, vocabularies: Mapping[str, Words], parts: Vocabulary[str]) -> None:
        self.vocabularies = vocabularies
        self.parts = parts
        self.rows: list[Row] = []
        self.strays: dict[str, int] = {}
        self.heads: dict[str, dict[str, None]] = {}
        self.extra: dict[str, dict[str, None]] = {}
        self._words: Words | None = None
        self._row: Row | None = None
        self._caption = ""
        self._is_wide = False
        self._lead = 0
        self._after_heading = False
        self._unknown_line = -1

    def read(self, cells: Iterable[RawCell]) -> None:
        for token in tokens(cells):
            text = token.cell.text
            if not text:
                self._blank(token)
            elif len(text) > _PROSE_LENGTH and len(fold(text)) > _PROSE_LENGTH:
                self._other(text)
            else:
                self._take(text, token)
        self._close()

    def _blank(self, token: Token) -> None:
        """A blank is a cell of the open row, but not where it only fills up a line of headings."""
        row = self._row
        self._lead = self._lead if token.end else 0
        if row is not None and (not row.headings if row.label else row.started or not token.written):
            row.take(token)

    def _take(self, text: str, token: Token) -> None:
        if read(text).kind != "text":
            self._value(token)
            return
        if _PAGE_OF.fullmatch(text) and self._row is not None and not (self._row.label or self._row.started):
            return
        self._drop_blanks_before(token)
        if self._heading(text, token):
            self._is_wide = self._is_wide or token.written > 1
        elif self._is_rest_of_label(text) or self._part(text):
            return
        elif self._row is not None and self._is_cell(self._row, token):
            self._row.take(token)
        elif not self._is_fragment(text):
            self._unknown_line = token.cell.row
            self._other(text)

    def _is_cell(self, row: Row, token: Token) -> bool:
        """Text where a number should be: set off by separators on the row's line, or much like a number."""
        text = token.cell.text
        if row.label and token.cell.row == row.line:
            return len(text) <= _CELL_LENGTH
        return not row.is_full and bool(_NUMBERLIKE.fullmatch(text))

    def _other(self, text: str) -> None:
        self._lead = 0
        self._close()
        self._caption = text
        if self._words is not None and self._is_done(self._words):
            self._words = None

    def _is_done(self, words: Words) -> bool:
        """Whether the last row of the table has been read."""
        last = words.form.sections[-1].row_leaves[-1].id
        return bool(self.rows) and self.rows[-1].words is words and self.rows[-1].key.row == last

    def _part(self, text: str) -> bool:
        found = self.parts.find(text, cut=False)
        if not found and numbering(text) not in ("五", "六"):
            return False
        self._close()
        self._words = self.vocabularies.get(found[0]) if found else None
        self._caption = text
        return True

    def _heading(self, text: str, token: Token) -> bool:
        """Whether the text is a heading of a statutory table; opens the row it names."""
        for words in self._candidates(text):
            key = self._row_key(words, text)
            if key is not None and self._row is not None and self._row.is_named_again(key, token):
                self._row.at = token.cell.column
                return True
            if key is not None:
                self._close()
                self._words = words
                at = max(token.cell.column, self._lead)
                self._row = Row(words, key, text, at, token.cell.row, self._caption)
                self._lead = 0
                return True
            if self._is_column(words, text):
                self._column(words, text)
                self._lead += token.written == 1
                self._after_heading = True
                return True
        return False

    def _drop_blanks_before(self, words: Token) -> None:
        """Blanks left of words, on a line that begins with them, are no cells of the row above."""
        row = self._row
        if row is None or not row.label or row.line == words.cell.row:
            return
        on_line = list(takewhile(lambda t: t.cell.row == words.cell.row, reversed(row.tokens)))
        if on_line and not any(t.cell.text for t in on_line):
            del row.tokens[-len(on_line) :]

    def _candidates(self, text: str) -> Iterator[Words]:
        """The table it is in, then the others for headings long enough to be told apart."""
        if self._words is not None:
            yield self._words
        if len(body(text)) >= 4:
            yield from (w for w in self.vocabularies.values() if w is not self._words)

    def _row_key(self, words: Words, text: str) -> RowKey | None:
        """The row a text names; 其他 and 总计, which also head columns, only where that row is due."""
        shared = any(v.find(text, cut=False) for v in words.columns) and not numbering(text)
        keys = words.rows.find(text, cut=words is self._words and not shared)
        if not keys or (shared and (self._after_heading or not self._is_next(words, keys[0]))):
            return None
        return keys[0]

    def _is_next(self, words: Words, key: RowKey) -> bool:
        """Whether the row follows, in the form, the one read last."""
        last = self._row or (self.rows[-1] if self.rows else None)
        order = [RowKey(n, r.id or "") for n, s in enumerate(words.form.sections) for r in s.row_leaves]
        return last is not None and last.words is words and key in order[order.index(last.key) + 1 :][:1]

    def _is_column(self, words: Words, text: str) -> bool:
        cut = words is self._words
        others = words.groups.find(text, cut=cut) or words.sections.find(text, cut=cut)
        return bool(others) or any(v.find(text, cut=cut) for v in words.columns)

    def _column(self, words: Words, text: str) -> None:
        unlabelled = not words.form.sections[0].rows[0].label
        self.heads.setdefault(words.form.id, {})[text] = None
        if words is not self._words:
            if not unlabelled and self._row is not None and not self._row.is_full:
                return
            self._close()
            self._words = words
        if words.sections.find(text):
            self._close()
        elif self._row is not None:
            self._row.headings += 1
            if not self._row.label and not self._row.started:
                self._row.tokens.clear()
        if unlabelled and self._row is None:
            self._row = Row(words, RowKey(0, ""), "", -1, -1, self._caption)

    def _value(self, token: Token) -> None:
        row = self._row
        if row is None:
            self._stray(token)
            return
        if self._is_wide and token.alone and _PAGE_NUMBER.fullmatch(token.cell.text):
            cells = [t for t in row.tokens if not t.end]
            if len(cells) >= row.wanted:
                row.spoiled = row.spoiled or not row.is_full
                return
        if row.headings and row.started and row.headings < _HEADING_BLOCK:
            row.spoiled = True
        if not row.label and not row.started and row.tokens and row.tokens[-1].cell.row != token.cell.row:
            row.tokens.clear()
        row.headings = self._lead = 0
        self._after_heading = False
        row.take(token)

    def _stray(self, token: Token) -> None:
        """A number without a row: that of an unknown row costs nothing, others make the table doubtful."""
        is_page = self._is_wide and token.alone and _PAGE_NUMBER.fullmatch(token.cell.text)
        if self._words is None or is_page:
            return
        if token.cell.row == self._unknown_line:
            self.extra.setdefault(self._words.form.id, {})[self._caption] = None
        else:
            self.strays[self._words.form.id] = self.strays.get(self._words.form.id, 0) + 1

    def _is_fragment(self, text: str) -> bool:
        """A piece of a heading that was broken over lines: it neither opens nor closes a row."""
        folded = body(text) or fold(text)
        return self._words is not None and (not folded or folded in self._words.fragments)

    def _is_rest_of_label(self, text: str) -> bool:
        """The second half of a row heading that was broken over two lines, before its numbers."""
        return self._row is not None and not self._row.started and self._is_fragment(text)

    def _close(self) -> None:
        row = self._row
        if row is not None and (row.label or row.started or row.headings >= _HEADING_BLOCK):
            self.rows.append(row)
        self._row = None
