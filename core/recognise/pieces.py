"""What the two recognisers hand over: cells with their place in a form, and what found no place."""

from dataclasses import dataclass, field
from typing import NamedTuple

from core.forms import Heading, TableForm
from core.recognise.subtotals import Subtotal
from core.tables import RawCell


class Label(NamedTuple):
    """A row or column heading of the form, and what the document says in its place."""

    heading: Heading
    text: str


@dataclass(slots=True)
class Piece:
    """One appearance of a statutory table in the document, perhaps gathered from several raw tables.

    cells: cell id → the raw cell that holds its number.
    rows: ids of the rows that were met, placed or not.
    labels: row id → the row's heading as it stands. heads: section number and column id → the column's.
    extra: headings of rows between these that the form does not have, but that hold numbers.
    subtotals: numbers that only add up some of these.
    troubles: row id → why its numbers could not be placed, in the clerk's words; under "" what holds
        for the whole table.
    caption: the words before it, which may say that it is another year's. order: of its raw table.
    hidden: it stands on a sheet that is not shown.
    """

    form: TableForm
    cells: dict[str, RawCell] = field(default_factory=dict)
    rows: set[str] = field(default_factory=set)
    labels: dict[str, str] = field(default_factory=dict)
    heads: dict[tuple[int, str], str] = field(default_factory=dict)
    extra: list[str] = field(default_factory=list)
    subtotals: list[Subtotal] = field(default_factory=list)
    troubles: dict[str, str] = field(default_factory=dict)
    caption: str = ""
    order: int = 0
    hidden: bool = False

    def take(self, other: "Piece") -> None:
        """Add what a continuation of the same table brought."""
        self.cells.update(other.cells)
        self.rows |= other.rows
        self.labels.update(other.labels)
        self.heads.update(other.heads)
        self.extra += other.extra
        self.subtotals += other.subtotals
        self.troubles.update(other.troubles)
