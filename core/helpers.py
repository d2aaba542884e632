"""What clerks otherwise do cell by cell: each helper returns the new text of every cell it would change.

Nothing is applied here. Cells that cannot be corrected and formula cells are left as they are.
"""

from collections.abc import Iterator

from core.forms import Equation, TableForm
from core.numerals import NOT_A_NUMBER, Number, plain, read
from core.review import Review

_FULL_WIDTH = str.maketrans("０１２３４５６７８９．，－＋", "0123456789.,-+")


def blanks_to_zero(review: Review, table: str) -> dict[str, str]:
    """0 for every blank and placeholder (/ - — 无).

    A blank total over parts that come to something stays: it is a total that was forgotten, not a nothing.
    """
    form = _form(review, table)
    if form is None:
        return {}
    forgotten = {equation.left[0] for equation in _sums(form) if _sum(review, equation, {})}
    return {
        cell: review.written(cell, "0")
        for cell in _free(review, form)
        if review.reading(cell).kind == "blank" and cell not in forgotten
    }


def to_half_width(review: Review, table: str) -> dict[str, str]:
    """Full-width digits, points, commas and signs as half-width ones; the number stays the same."""
    form = _form(review, table)
    if form is None:
        return {}
    new = {cell: review.text(cell).translate(_FULL_WIDTH) for cell in _free(review, form)}
    return {
        cell: text
        for cell, text in new.items()
        if text != review.text(cell) and read(text) == review.reading(cell) != NOT_A_NUMBER
    }


def totals_from_parts(review: Review, table: str) -> dict[str, str]:
    """Every total that differs from the sum of its parts; one with an unreadable part is left alone."""
    form = _form(review, table)
    if form is None:
        return {}
    values: dict[str, Number] = {}
    free = set(_free(review, form))
    for equation in _sums(form):
        total, value = equation.left[0], _sum(review, equation, values)
        if value is not None and total in free:
            values[total] = value
    return {
        cell: review.written(cell, plain(value))
        for cell, value in values.items()
        if review.reading(cell).arithmetic != value
    }


def _form(review: Review, table: str) -> TableForm | None:
    return next((form for form in review.forms if form.id == table), None)


def _free(review: Review, form: TableForm) -> Iterator[str]:
    """The cells that may be written, in the form's order."""
    for cell in form.cells:
        if cell in review.cells and not review.locked(cell) and not review.cells[cell].formula:
            yield cell


def _sums(form: TableForm) -> list[Equation]:
    """The equations that give a total, each after those that give its parts.

    Last come sums over totals: (七)总计 down its columns, then the total of that row.
    """
    sums = [e for e in form.equations if e.form != "balance" and len(e.left) == 1]
    totals = {equation.left[0] for equation in sums}
    return sorted(sums, key=lambda e: (not totals.isdisjoint(e.right), e.form == "sum"))


def _sum(review: Review, equation: Equation, values: dict[str, Number]) -> Number | None:
    """What the parts come to, ``values`` first; None if one of them is no number."""
    total: Number = 0
    for cell in equation.right:
        reading = review.reading(cell) if cell in review.cells else None
        value = values.get(cell, reading.arithmetic if reading else None)
        if value is None:
            return None
        total += value
    return total
