"""What a file holds before anybody knows what it means: paragraphs and tables of cells, in reading order."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from core.anchors import Anchor

Layout = Literal["grid", "lines"]


class RawCell(NamedTuple):
    """One cell as it stands in the file.

    text: what a reader of the file sees (tracked changes accepted, fields and formulas by their result).
    row, column, row_span, column_span: place in the table's grid, from 0. A cell without width stands
        behind a line's closing separator, where there may be no cell at all (plain text only).
    anchor: where ``text`` stands; None when it cannot be corrected, then ``locked`` says why.
    locked: why the cell cannot be corrected, in words a clerk understands; empty if it can.
    unknown: the file does not hold the cell's value (a formula never calculated), in a clerk's words.
    formula: the cell is calculated by the spreadsheet from others; saving keeps the formula.
    as_text: the spreadsheet stores what is written here as words, also where it looks like a number.
    """

    text: str
    row: int
    column: int
    row_span: int = 1
    column_span: int = 1
    anchor: Anchor | None = None
    locked: str = ""
    unknown: str = ""
    formula: bool = False
    as_text: bool = False


class RawTable(NamedTuple):
    """A table, or for plain text a run of lines.

    layout: ``grid`` where a cell's column is what the file says; ``lines`` where the cells of one line
        follow each other but merged or lost cells may have shifted them, so their column proves nothing.
    cells: in reading order; a merged cell once, at its upper left.
    name: the sheet's name, where there is one. hidden: its sheet is not shown.
    """

    cells: tuple[RawCell, ...]
    layout: Layout = "grid"
    name: str = ""
    hidden: bool = False


class Paragraph(NamedTuple):
    """A paragraph outside the tables.

    anchor: where ``text`` stands; None when it cannot be corrected, then ``locked`` says why.
    """

    text: str
    anchor: Anchor | None = None
    locked: str = ""

    def as_cell(self) -> RawCell:
        """What a ``Correction`` takes: a paragraph is corrected as a whole, by its whole new text."""
        return RawCell(self.text, 0, 0, anchor=self.anchor, locked=self.locked)


Block = Paragraph | RawTable


@dataclass(frozen=True, slots=True)
class Document:
    """A file as read: its bytes and its blocks in reading order.

    notes: what the clerk should know before saving (a signature that saving breaks, protection).
    """

    format: str
    source: bytes
    blocks: tuple[Block, ...]
    notes: tuple[str, ...] = ()
    extra: object = field(default=None, compare=False, repr=False)

    @property
    def tables(self) -> tuple[RawTable, ...]:
        return tuple(block for block in self.blocks if isinstance(block, RawTable))

    @property
    def texts(self) -> Iterator[str]:
        """All text in reading order, cells included."""
        for block in self.blocks:
            if isinstance(block, Paragraph):
                yield block.text
            else:
                yield from (cell.text for cell in block.cells if cell.text)

    @property
    def paragraphs(self) -> Iterator[Paragraph]:
        """The text outside grids, in reading order; each line of a plain text is a paragraph."""
        for block in self.blocks:
            if isinstance(block, Paragraph):
                yield block
            elif block.layout == "lines":
                yield from (Paragraph(c.text, c.anchor, c.locked) for c in block.cells if c.text)


@dataclass(frozen=True, slots=True)
class Correction:
    """Write ``text`` where ``cell`` stands; ``text`` is already in the cell's own way of writing.

    For a number in a sentence: ``Correction(paragraph.as_cell(), the paragraph's new text)``.
    """

    cell: RawCell
    text: str
