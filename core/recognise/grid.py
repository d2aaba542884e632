"""Tables whose cells have true positions (Word, Excel): a number belongs to the headings it stands under.

A column is found by the headings above it, a row by the headings left of it, never by counting numbers;
so one missing cell costs one cell and shifts nothing.
"""

from collections import Counter
from collections.abc import Mapping

from core.forms import Heading, Section, cell_id
from core.labels import body, fold
from core.numerals import read
from core.recognise import subtotals
from core.recognise.lattice import Lattice, Place, leaf_columns
from core.recognise.pieces import Piece
from core.recognise.subtotals import Subtotal
from core.recognise.turned import scan_turned
from core.recognise.vocabulary import RowKey, Words, section_rows
from core.tables import RawCell

_SHORT = "在断开的表格里，这一段没有列标题，这一行的格又比别的行少，无法确定各属于哪一列"
_SEVERAL = "一行的标题旁边有几行数，无法确定哪一行是它的"
_HEADING_ROWS = 8
_ROWS_ABOVE = 2


class Columns:
    """Where a section's columns were last seen, for a continuation without headings."""

    def __init__(
        self, section: int, places: Mapping[str, Place], adding: Mapping[int, tuple[str, ...]], width: int
    ) -> None:
        self.section = section
        self.places = places
        self.adding = adding
        self.width = width
        self.first = min(place.start for place in places.values())
        self.heads = {(section, leaf): place.text for leaf, place in places.items()}


def scan(lattice: Lattice, words: Words, known: Columns | None) -> tuple[list[Piece], Columns | None]:
    """Appearances of one statutory table in a raw table, in order.

    known: the columns found in the raw table before, for a part of a split table that has no headings; a
        table of another width is no such part.
    Returns the pieces and the columns to hand on.
    """
    if not words.form.sections[0].rows[0].label:
        return _scan_unlabelled(lattice, words) or scan_turned(lattice, words), None
    reader = _Reader(lattice, words, known if known and known.width == lattice.width else None)
    reader.run()
    return reader.pieces, reader.columns


class _Reader:
    """Walks the rows of a table whose rows have headings, once, from top to bottom."""

    def __init__(self, lattice: Lattice, words: Words, known: Columns | None) -> None:
        self.lattice = lattice
        self.words = words
        self.columns = known
        self.pieces: list[Piece] = []
        self._continued = known
        self._above = ""
        self._unknown: list[str] = []
        self._subtotals: list[Subtotal] = []

    def run(self) -> None:
        after_last = next(iter(self.lattice.rows), 0)
        for number, cells in self.lattice.rows.items():
            found = self._row_label(cells)
            if found is None:
                self._note_unknown(number, cells)
                continue
            key, label = found
            if number > after_last or self.columns is None or self.columns.section != key.section:
                self._read_headings(range(max(after_last, number - _HEADING_ROWS), number), key.section)
            after_last = number + label.row_span
            self._place_row(number, key, label)
        if not self.pieces and self.lattice.rows:
            self._read_headings(range(after_last, after_last + _HEADING_ROWS), 0, complete=True)

    def _row_label(self, cells: list[RawCell]) -> tuple[RowKey, RawCell] | None:
        """The innermost heading of the row: its rightmost cell that is a leaf row of the form.

        None where a heading further in is not certain, or is one of several rows that this one heads: then
        it is a group, and its row is called something that nobody knows.
        """
        spoken = [c for c in cells if c.text and read(c.text).kind == "text"]
        if self._is_heading_row(spoken):
            return None
        further_in: list[RawCell] = []
        for cell in reversed(spoken):
            keys = self.words.rows.find(cell.text, cut=False)
            if keys and not (
                self.columns and self.columns.section == keys[0].section and cell.column >= self.columns.first
            ):
                is_group = cell.row_span > 1 or any(c.unknown for c in further_in)
                return None if further_in and is_group else (keys[0], cell)
            if self.columns and cell.column < self.columns.first:
                further_in.append(cell)
        return None

    def _is_heading_row(self, cells: list[RawCell]) -> bool:
        """Whether the row names two columns or more; a row heading repeated over its cells names one."""
        texts = {cell.text for cell in cells}
        return len(texts) > 1 and any(
            len({v.find(text) for text in texts} - {()}) > 1 for v in self.words.columns
        )

    def _read_headings(self, rows: range, section: int, *, complete: bool = False) -> None:
        """Find a section's columns; ``complete``: only if all are there (a table of nothing but headings)."""
        places = leaf_columns(self.lattice, self.words, section, rows)
        if complete and len(places) < len(self.words.form.sections[section].column_leaves):
            return
        self._above = _captions(self.lattice, self.words, rows)
        if places:
            self.columns = Columns(
                section, places, subtotals.columns(self.lattice, self.words, rows), self.lattice.width
            )
        elif self.columns is not None and self.columns.section != section:
            self.columns = None

    def _place_row(self, number: int, key: RowKey, label: RawCell) -> None:
        if self.columns is None or self.columns.section != key.section:
            return
        section = self.words.form.sections[key.section]
        piece = self._piece_for(key.row)
        piece.rows.add(key.row)
        piece.labels[key.row] = label.text
        piece.heads.update(self.columns.heads)
        if self.columns is self._continued and (number, self.lattice.width - 1) not in self.lattice.cover:
            piece.troubles[key.row] = _SHORT
            return
        if self._heads_several(number, label):
            piece.troubles[key.row] = _SEVERAL
            return
        row = f"{self.words.form.id}.{key.row}"
        piece.subtotals += subtotals.in_row(self.lattice, number, row, self.columns.adding)
        place_row(
            piece, self.lattice, number, section, section_rows(section)[key.row], self.columns.places, label
        )

    def _heads_several(self, number: int, label: RawCell) -> bool:
        """Whether rows of numbers begin beside this heading that have none of their own."""
        first = self.columns.first if self.columns is not None else 0
        below = (self.lattice.rows.get(row, ()) for row in range(number + 1, number + label.row_span))
        return any(
            any(c.text and c.column >= first for c in cells)
            and not any(c.text and c.column < first for c in cells)
            for cells in below
        )

    def _piece_for(self, row: str) -> Piece:
        """A row met a second time begins another appearance of the table (last year's, say)."""
        if not self.pieces or row in self.pieces[-1].rows:
            self.pieces.append(Piece(self.words.form, caption=self._above))
        else:
            self.pieces[-1].extra += self._unknown
            self.pieces[-1].subtotals += self._subtotals
        self._unknown.clear()
        self._subtotals.clear()
        return self.pieces[-1]

    def _note_unknown(self, number: int, cells: list[RawCell]) -> None:
        """A row of no known heading with numbers under the columns; it counts if the table goes on."""
        if self.columns is None or not self.pieces:
            return
        places, first = self.columns.places, self.columns.first
        starts = {place.start for place in places.values()}
        labels = [c.text for c in cells if c.column < first and read(c.text).kind == "text"]
        if labels and any(c.column in starts and read(c.text).kind == "number" for c in cells):
            found = subtotals.of_rows(self.lattice, self.words, number, first, places)
            self._subtotals += found
            self._unknown += [] if found else labels[-1:]


def _captions(lattice: Lattice, words: Words, rows: range) -> str:
    """What stands in these rows besides headings: a caption inside the table, perhaps with its year."""
    texts = [c.text for row in rows for c in lattice.rows.get(row, ()) if c.text]
    return " ".join(
        text
        for text in texts
        if not words.groups.find(text)
        and not words.sections.find(text)
        and not any(v.find(text) for v in words.columns)
    )


def place_row(
    piece: Piece,
    lattice: Lattice,
    number: int,
    section: Section,
    row: Heading,
    places: Mapping[str, Place],
    label: RawCell | None,
) -> None:
    """Put the cells of one grid row under the leaf columns of its section."""
    cells: dict[str, RawCell] = {}
    for column in section.column_leaves:
        place = places.get(column.id or "")
        cell = _under(lattice, number, place, label) if place else None
        if cell is not None:
            cells[cell_id(piece.form.id, row, column)] = cell
    if len({id(cell) for cell in cells.values()}) < len(cells):
        seen = Counter(id(cell) for cell in cells.values())
        cells = {name: cell for name, cell in cells.items() if seen[id(cell)] == 1}
    piece.cells.update(cells)


def _under(lattice: Lattice, row: int, place: Place, label: RawCell | None) -> RawCell | None:
    """The cell under a heading; where several share its width, the only one that says anything, or the only
    one that stands wholly under it while the others begin under the heading before.
    """
    if place.width == 1:
        cell = lattice.cover.get((row, place.start))
        return cell if cell is not None and cell is not label and cell.row == row else None
    cells: list[RawCell] = []
    for column in range(place.start, place.start + place.width):
        cell = lattice.cover.get((row, column))
        if cell is not None and cell is not label and cell.row == row and cell not in cells:
            cells.append(cell)
    spoken = [c for c in cells if c.text.strip() or c.unknown]
    if len(spoken) > 1:
        spoken = [c for c in spoken if c.column >= place.start]
        end = place.start + place.width
        return spoken[0] if len(spoken) == 1 and spoken[0].column + spoken[0].column_span <= end else None
    return next(iter(spoken or cells), None)


def _scan_unlabelled(lattice: Lattice, words: Words) -> list[Piece]:
    """A table of one row without a heading: the row right under its column headings."""
    pieces: list[Piece] = []
    heading_rows: list[int] = []
    for number, cells in lattice.rows.items():
        spoken = [c for c in cells if c.text and read(c.text).kind == "text"]
        named = sum(1 for c in spoken if words.columns[0].find(c.text))
        grouped = sum(1 for c in spoken if words.groups.find(c.text))
        is_named = named >= 3 or grouped >= 2 or (heading_rows and named + grouped > len(cells) / 2)
        if is_named or (heading_rows and _is_torn(cells, words)):
            heading_rows.append(number)
            continue
        if heading_rows:
            places = leaf_columns(lattice, words, 0, range(heading_rows[0], number))
            if len(places) >= len(words.ancestors) // 2:
                first, section = heading_rows[0], words.form.sections[0]
                above = _captions(lattice, words, range(first - _ROWS_ABOVE, first))
                heads = {(0, leaf): place.text for leaf, place in places.items()}
                piece = Piece(words.form, rows={""}, heads=heads, caption=above)
                place_row(piece, lattice, number, section, section.rows[0], places, None)
                pieces.append(piece)
            heading_rows = []
    return pieces


def _is_torn(cells: list[RawCell], words: Words) -> bool:
    """Whether a row under headings holds but the ends of them, which a page had no room for."""
    said = [cell.text for cell in cells if cell.text.strip()]
    return len(said) > 1 and all(
        read(text).kind == "text" and fold(text) and (body(text) or fold(text)) in words.fragments
        for text in said
    )
