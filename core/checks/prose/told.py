"""What the tables say of the cells that a number in the text speaks of."""

from typing import NamedTuple

from core.forms import TableForm
from core.numerals import Number
from core.prose import Mention
from core.subject import Subject


class Told(NamedTuple):
    """Cells that a number may speak of, and their sum in the tables."""

    cells: tuple[str, ...]
    total: Number


def differing(mention: Mention, subject: Subject) -> bool:
    """Whether all that the number may speak of is known and nothing of it equals the number."""
    totals = [subject.total(*cells) for cells in mention.readings]
    return mention.value not in totals and None not in totals


def told(mention: Mention, subject: Subject) -> tuple[Told, ...]:
    """The distinct sums that the number may speak of; nothing where a table is blank or its total missing."""
    found: dict[Number, Told] = {}
    for cells in mention.readings:
        total = subject.total(*cells)
        if total is None or not all(is_told(cell, subject) for cell in cells):
            return ()
        found.setdefault(total, Told(cells, total))
    return tuple(found.values())


def is_told(cell: str, subject: Subject) -> bool:
    """Whether the cell says something: a blank does where the table has numbers, but no blank total whose
    parts have any.
    """
    if subject.readings[cell].kind != "blank":
        return True
    form = subject.forms[cell.split(".")[0]]
    if all(subject.readings[c].kind == "blank" for c in form.cells if c in subject.readings):
        return False
    return not any(_sum_of(cell, form, subject))


def _sum_of(cell: str, form: TableForm, subject: Subject) -> list[Number | None]:
    """The sums that the cell should be as the total of an equation."""
    return [
        subject.total(*equation.right)
        for equation in form.equations
        if equation.form != "balance" and equation.left == (cell,)
    ]
