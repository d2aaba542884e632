"""A one-row table that a clerk has turned: its column groups (行政复议 …) stand as row headings."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import TypeAlias

from core.forms import Heading, cell_id, editions
from core.labels import Vocabulary
from core.recognise.lattice import Lattice
from core.recognise.pieces import Piece
from core.recognise.vocabulary import Words
from core.tables import RawCell

_ENOUGH = 4

_Groups: TypeAlias = Mapping[str, Mapping[str, Heading]]


def scan_turned(lattice: Lattice, words: Words) -> list[Piece]:
    """The table's appearances with a row for each group, under headings that stand once for all groups."""
    groups, leaves, names = _turned(words.form.edition, words.form.id)
    pieces: list[Piece] = []
    columns: dict[int, str] = {}
    for cells in lattice.rows.values():
        headings = {c.column: found[0] for c in cells if c.text and (found := leaves.find(c.text, cut=False))}
        if len(headings) >= _ENOUGH and len(set(headings.values())) == len(headings):
            columns = headings
            pieces.append(Piece(words.form))
        elif columns and pieces:
            _place(pieces[-1], cells, columns, names, groups)
    return [piece for piece in pieces if piece.cells]


@cache
def _turned(edition: str, table: str) -> tuple[_Groups, Vocabulary[str], Vocabulary[str]]:
    """The groups with their leaves, and the vocabularies of the leaves' and the groups' headings."""
    groups = dict(_leaves_by_group(editions()[edition].tables[table].sections[0].columns))
    leaves = Vocabulary((label, h.label) for g in groups.values() for h in g.values() for label in h.labels)
    return groups, leaves, Vocabulary((label, label) for label in groups)


def _leaves_by_group(headings: tuple[Heading, ...]) -> Iterator[tuple[str, Mapping[str, Heading]]]:
    """Groups right above leaves → those leaves by their heading."""
    for heading in headings:
        if any(child.children for child in heading.children):
            yield from _leaves_by_group(heading.children)
        elif heading.children:
            yield heading.label, {leaf.label: leaf for leaf in heading.children}


def _place(
    piece: Piece,
    cells: list[RawCell],
    columns: Mapping[int, str],
    names: Vocabulary[str],
    groups: _Groups,
) -> None:
    named = [found[0] for c in cells if c.text and (found := names.find(c.text, cut=False))]
    if len(named) != 1:
        return
    row = piece.form.sections[0].rows[0]
    for cell in cells:
        label = columns.get(cell.column)
        if label is not None and cell.column_span == 1:
            piece.cells[cell_id(piece.form.id, row, groups[named[0]][label])] = cell
            piece.rows.add("")
