"""Columns and rows of subtotals that some templates add: derived numbers, never cells of the form.

A column 小计 under 法人或其他组织, a row 小计 in （三）不予公开, or numbers beside that heading itself.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from core.labels import fold
from core.recognise.lattice import Lattice, Place
from core.recognise.vocabulary import Words
from core.tables import RawCell

_NAME = "小计"


class Subtotal(NamedTuple):
    """A number that adds up ``parts`` (cell ids)."""

    cell: RawCell
    parts: tuple[str, ...]


def columns(lattice: Lattice, words: Words, rows: range) -> dict[int, tuple[str, ...]]:
    """Grid columns of subtotals among these heading rows → ids of the leaf columns they add up."""
    found: dict[int, tuple[str, ...]] = {}
    if not any(_NAME[0] in cell.text for row in rows for cell in lattice.rows.get(row, ())):
        return found
    for column, stack in lattice.columns(rows).items():
        if fold(stack[-1].text).endswith(_NAME):
            members = _members(words, (cell.text for cell in stack))
            if members:
                found[column] = members
    return found


def in_row(
    lattice: Lattice, number: int, row: str, adding: Mapping[int, tuple[str, ...]]
) -> Iterator[Subtotal]:
    """The subtotals in one row of the form; ``row``: its id with the table's, ``requests.new``."""
    for start, members in adding.items():
        cell = lattice.cover.get((number, start))
        if cell is not None and cell.row == number:
            yield Subtotal(cell, tuple(f"{row}.{column}" for column in members))


def of_rows(
    lattice: Lattice, words: Words, number: int, first: int, places: Mapping[str, Place]
) -> list[Subtotal]:
    """The subtotals in a row that is none of the form's, nothing where it does not say so.

    first: grid column where the numbers begin.
    """
    cells = dict.fromkeys(
        cell for column in range(first) if (cell := lattice.cover.get((number, column))) is not None
    )
    texts = [cell.text for cell in cells if cell.text]
    own = [cell.text for cell in cells if cell.text and cell.row == number]
    if not own or not (fold(own[-1]).endswith(_NAME) or words.groups.find(own[-1], cut=False)):
        return []
    members = _members(words, texts)
    return [
        Subtotal(cell, tuple(f"{words.form.id}.{row}.{column}" for row in members))
        for column, place in places.items()
        if members and (cell := lattice.cover.get((number, place.start))) is not None and cell.row == number
    ]


def _members(words: Words, texts: Iterable[str]) -> tuple[str, ...]:
    """The leaves of the innermost group named, if it has nothing but leaves."""
    found: tuple[str, ...] = ()
    for text in texts:
        named = words.groups.find(text.replace(_NAME, ""), cut=False)
        found = words.members.get(named[0], ()) if named else found
    return found
