"""Tables in plain text: which of a row's cells stand under which column.

Blanks between separators are cells, but separators also stand for merged or cut columns. So a row is
placed only where its width agrees with the other rows of its table and just one position fits;
otherwise the row is said, never guessed.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from core.forms import cell_id
from core.labels import Vocabulary
from core.recognise.pieces import Piece
from core.recognise.stream import Row, Rows
from core.recognise.vocabulary import Words, section_rows
from core.tables import RawCell, RawTable

TOO_FEW = "里的数少于 {wanted} 个，又没有空格可以对位，无法确定各属于哪一列"
TOO_MANY = "里的数多于 {wanted} 个，无法确定哪些是这一行的"
NO_NUMBERS = "没有找到数"
BROKEN_UP = "的数中间夹着别的内容，无法确定各属于哪一列"
BEFORE_LABELS = "的数排在行标题之前，无法确定各属于哪一格"


def scan(table: RawTable, vocabularies: Mapping[str, Words], parts: Vocabulary[str]) -> list[Piece]:
    """All appearances of the statutory tables in a run of lines.

    vocabularies: by table id. parts: headings of the report's parts → table id, or "" for a part
    without a table.
    """
    reader = Rows(vocabularies, parts)
    reader.read(table.cells)
    pieces: list[Piece] = []
    for words in vocabularies.values():
        rows = [row for row in reader.rows if row.words is words]
        found = _pieces(words, rows, stray=reader.strays.get(words.form.id, 0) > 0)
        for piece in found:
            piece.heads = _heads(words, reader.heads.get(words.form.id, ()))
            piece.extra += reader.extra.get(words.form.id, ())
        pieces += found
    return pieces


def _heads(words: Words, texts: Iterable[str]) -> dict[tuple[int, str], str]:
    """Which columns these headings name; one that several share stands for the first of them."""
    return {
        (number, found[0]): text
        for text in texts
        for number, vocabulary in enumerate(words.columns)
        if (found := vocabulary.find(text))
    }


def _pieces(words: Words, rows: list[Row], *, stray: bool) -> list[Piece]:
    pieces: list[Piece] = []
    habits = _Habits(rows)
    for row in rows:
        if not pieces or row.key.row in pieces[-1].rows:
            pieces.append(Piece(words.form, caption=row.caption, order=_first_line(row)))
        piece = pieces[-1]
        piece.rows.add(row.key.row)
        piece.labels[row.key.row] = row.label
        placed = habits.place(row)
        if isinstance(placed, str):
            piece.troubles[row.key.row] = placed
            continue
        section = words.form.sections[row.key.section]
        heading = section_rows(section)[row.key.row]
        for column, cell in zip(section.column_leaves, placed, strict=True):
            piece.cells[cell_id(words.form.id, heading, column)] = cell
    for piece in pieces if stray else ():
        piece.cells.clear()
        piece.troubles = {"": BEFORE_LABELS}
    return pieces


def _first_line(row: Row) -> int:
    return row.tokens[0].cell.row if row.tokens else 0


class _Habits:
    """How the rows of one table are laid out: what the rest behind the last separator means, how wide a
    row is, and at which position its numbers begin.
    """

    def __init__(self, rows: Sequence[Row]) -> None:
        self._rest_may_be_cell = any(_is_full(row) and not row.tokens[-1].end for row in rows)
        widths = Counter(width for row in rows for width in self._widths(row, row.at))
        self._width, as_wide = (widths.most_common(1) or [(0, 0)])[0]
        exact = sum(1 for row in rows if row.wanted in self._widths(row, 0))
        self._is_exact = exact > as_wide
        padded = [row for row in rows if row.at + row.wanted < self._width and _ends_open(row)]
        short = sum(
            1 for row in padded if self._width not in (w := self._widths(row, row.at)) or min(w) < self._width
        )
        self._rest_pads = short * 2 > len(padded)
        fits = [(row, fit) for row in rows if (fit := self._fits(row))]
        self._after_label = _agreed([set(fit) for _, fit in fits])
        self._from_left = _agreed([{self._cells(row)[i].column for i in fit} for row, fit in fits])

    def place(self, row: Row) -> list[RawCell] | str:
        """The row's cells, one for each column; or why they cannot be told, in the clerk's words."""
        wanted, cells = row.wanted, self._cells(row)
        found = sum(1 for cell in cells if cell.text)
        if row.spoiled:
            return BROKEN_UP
        if found > wanted:
            return TOO_MANY.format(wanted=wanted)
        if not found and len(cells) < wanted:
            return NO_NUMBERS
        start = self._start(row) if found == wanted or self._has_usual_width(row) else None
        return TOO_FEW.format(wanted=wanted) if start is None else cells[start : start + wanted]

    def _widths(self, row: Row, left: int) -> set[int]:
        """How wide the row is, without and perhaps with the rest behind its last separator."""
        width = left + sum(1 for t in row.tokens if not t.end)
        return {width, width + 1} if self._rest_may_be_cell and _ends_open(row) else {width}

    def _cells(self, row: Row) -> list[RawCell]:
        """The row's cells; the rest behind the last separator is one where the usual width wants it."""
        cells = [t.cell for t in row.tokens if not t.end]
        return [*cells, row.tokens[-1].cell] if self._takes_rest(row) else cells

    def _takes_rest(self, row: Row) -> bool:
        """Then it is also the last of the row's own columns: it never fills up a narrower row."""
        usual = row.wanted if self._is_exact else self._width - row.at
        widths = self._widths(row, 0)
        return usual in widths and usual != min(widths) and (self._rest_pads or not self._is_padded(row))

    def _is_padded(self, row: Row) -> bool:
        """Whether the form gives the row fewer columns than the table is wide."""
        return not self._is_exact and row.at + row.wanted < self._width

    def _fits(self, row: Row) -> list[int]:
        """Positions at which the row's numbers may begin: all that is written lies within."""
        cells, wanted = self._cells(row), row.wanted
        last = len(cells) - wanted
        written = [i for i, cell in enumerate(cells) if cell.text]
        first = max(0, written[-1] - wanted + 1) if written else 0
        if self._takes_rest(row) and len(written) < wanted:
            if self._is_padded(row):
                last -= 1
            else:
                first = max(first, last)
        return list(range(first, min(written[0] if written else last, last) + 1))

    def _has_usual_width(self, row: Row) -> bool:
        cells = self._cells(row)
        return len(cells) == row.wanted if self._is_exact else row.at + len(cells) == self._width

    def _start(self, row: Row) -> int | None:
        """The position that fits and agrees with the other rows of the table."""
        fits, cells = self._fits(row), self._cells(row)
        if len(fits) == 1 and all(cell.text for cell in cells[fits[0] : fits[0] + row.wanted]):
            return fits[0]
        by_label = {i for i in fits if i == self._after_label}
        by_column = {i for i in fits if cells[i].column == self._from_left}
        chosen = by_label | (by_column if len(by_column) == 1 else set())
        if self._after_label is None and self._from_left is None:
            chosen = set(fits)
        return chosen.pop() if len(chosen) == 1 else None


def _is_full(row: Row) -> bool:
    cells = [t for t in row.tokens if not t.end]
    return len(cells) == row.wanted and all(t.cell.text for t in cells)


def _ends_open(row: Row) -> bool:
    return bool(row.tokens) and row.tokens[-1].end


def _agreed(options: list[set[int]]) -> int | None:
    """The one position that suits every row, if there is just one."""
    if not options:
        return None
    shared = set.intersection(*options)
    return shared.pop() if len(shared) == 1 else None
