"""What the statutory tables themselves show: broken equations, cells that are no proper number, blanks."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from core.findings import Finding, Severity
from core.forms import CellPlace, TableForm
from core.numerals import Reading, plain
from core.rules import Judgement, Ledger
from core.subject import Subject
from core.tables import RawCell

_AMOUNT_DECIMALS = 6


def arithmetic(ledger: Ledger, readings: Mapping[str, Reading]) -> Iterator[Finding]:
    """A finding for each broken equation (A01–A03, B01–B03 of the catalogue)."""
    for judgement in ledger.broken:
        yield _broken(judgement, readings)


def _broken(judgement: Judgement, readings: Mapping[str, Reading]) -> Finding:
    """For a sum the total is what was found and its parts say what was expected; for the balance the
    first two items are expected and the last two found.
    """
    equation = judgement.equation
    assert judgement.left is not None
    assert judgement.right is not None
    is_sum = equation.form != "balance"
    expected, found = judgement.right, judgement.left
    if not is_sum:
        expected, found = found, expected
    blank = is_sum and readings[equation.left[0]].kind == "blank"
    return Finding(
        equation.rule,
        "error",
        "table",
        equation.table,
        equation.cells,
        plain(expected),
        None if blank else plain(found),
        equation,
    )


def numbers(subject: Subject) -> Iterator[Finding]:
    """A finding for each cell whose text is no number fit for its column (H04–H06), and one for each
    table with formulas that were never calculated.
    """
    cells, readings = subject.cells, subject.readings
    for form in subject.forms.values():
        unknown = tuple(cell for cell in form.cells if cell in cells and cells[cell].unknown)
        if unknown:
            yield _uncalculated(form, unknown, cells[unknown[0]].unknown)
        for cell, place in form.cells.items():
            if cell in readings and cell not in unknown:
                yield from _number(place, readings[cell], cells[cell])


def _uncalculated(form: TableForm, cells: tuple[str, ...], why: str) -> Finding:
    detail = f"{form.name}有 {len(cells)} 格没有数：{why}；有关的勾稽关系没有核对"
    return Finding("number.uncalculated", "warning", "number", form.id, cells, detail=detail)


def _number(place: CellPlace, reading: Reading, cell: RawCell) -> Iterator[Finding]:
    if reading.kind == "text":
        yield _odd(
            "number.unreadable",
            "error",
            place,
            f"写的是“{_shown(cell.text)}”，不是数；有关的勾稽关系没有核对",
        )
    elif reading.value is not None:
        yield from _unfit(place, reading.value, cell.text)


def _unfit(place: CellPlace, value: int | Decimal, text: str) -> Iterator[Finding]:
    if value < 0 and place.kind != "signed":
        yield _odd("number.negative", "error", place, f"写的是“{_shown(text)}”，这一格不应是负数")
    if isinstance(value, Decimal):
        exponent = value.normalize().as_tuple().exponent
        places = -exponent if isinstance(exponent, int) else 0
        if place.kind != "amount":
            yield _odd("number.decimal", "error", place, f"写的是“{_shown(text)}”，件数不应有小数")
        elif places > _AMOUNT_DECIMALS:
            yield _odd("number.decimal", "error", place, f"写的是“{_shown(text)}”，不足 1 分钱，小数位数过多")
    if place.kind == "amount" and text.strip().endswith("元") and not text.strip().endswith("万元"):
        yield _odd("number.unit", "warning", place, f"写的是“{_shown(text)}”，本栏的单位是万元，请核对单位")


def _odd(rule: str, severity: Severity, place: CellPlace, detail: str) -> Finding:
    return Finding(rule, severity, "number", place.table, (place.id,), detail=detail)


def _shown(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 24 else line[:23] + "…"


def unfilled(subject: Subject) -> Iterator[Finding]:
    """A blank form: the table is there, but nothing is written in it."""
    for form in subject.forms.values():
        own = [subject.readings[cell] for cell in form.cells if cell in subject.readings]
        if own and all(reading.kind == "blank" for reading in own):
            detail = f"{form.name}找到了，但一个数也没有填"
            yield Finding("table.empty", "warning", "table", form.id, detail=detail)
