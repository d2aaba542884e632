"""Cells whose text is no number, or none that fits the column (A04, B04, C01, C06, H04–H06, H09–H11)."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from core.checks.guesses import Guess, guess
from core.findings import Finding, Fix, Severity
from core.forms import CellPlace, TableForm
from core.numerals import Number, Reading
from core.subject import Subject
from core.tables import RawCell

_AMOUNT_DECIMALS = 6


def numbers(subject: Subject) -> Iterator[Finding]:
    """A finding for each cell whose text is no number fit for its column, and one for each table with
    formulas that were never calculated.
    """
    for form in subject.forms.values():
        own = subject.odd[form.id]
        unknown = tuple(cell for cell in own if subject.cells[cell].unknown)
        if unknown:
            yield _unknown(form, unknown, subject)
        for cell in own:
            if cell not in unknown:
                yield from _number(form.cells[cell], subject.readings[cell], subject.cells[cell])


def _unknown(form: TableForm, cells: tuple[str, ...], subject: Subject) -> Finding:
    """Not in the file at all; or, in a page that was printed, there but not certain what it is."""
    rule, what = (
        ("number.uncertain", "认不准") if subject.format == "pdf" else ("number.uncalculated", "没有数")
    )
    why = "，或".join(dict.fromkeys(subject.cells[cell].unknown for cell in cells))
    detail = f"{form.name}有 {len(cells)} 格{what}：{why}；有关的勾稽关系没有核对"
    return Finding(rule, "warning", "number", form.id, cells, detail=detail)


def _number(place: CellPlace, reading: Reading, cell: RawCell) -> Iterator[Finding]:
    if reading.value is None:
        yield _unreadable(place, cell)
    else:
        yield from _unfit(place, reading.value, cell.text)


def _unreadable(place: CellPlace, cell: RawCell) -> Finding:
    meant = guess(cell.text)
    detail = f"写的是“{shown(cell.text)}”，{meant.what}；有关的勾稽关系没有核对"
    return _odd("number.unreadable", "error", place, detail, _fixes(place.id, cell, meant))


def _fixes(cell: str, raw: RawCell, meant: Guess) -> tuple[Fix, ...]:
    label = "改为 {}" if len(meant.numbers) == 1 else "只留 {}"
    return tuple(Fix(label.format(n), ((cell, n),)) for n in meant.numbers if writable((cell,), {cell: raw}))


def writable(cells: Iterable[str], raws: Mapping[str, RawCell]) -> list[str]:
    """Those of the cells that can be corrected."""
    return [cell for cell in cells if (raw := raws[cell]).anchor is not None and not raw.locked]


def _unfit(place: CellPlace, value: Number, text: str) -> Iterator[Finding]:
    if value < 0 and place.kind != "signed":
        yield _odd("number.negative", "error", place, f"写的是“{shown(text)}”，这一格不应是负数")
    if isinstance(value, Decimal):
        exponent = value.normalize().as_tuple().exponent
        places = -exponent if isinstance(exponent, int) else 0
        if place.kind != "amount":
            yield _odd("number.decimal", "error", place, f"写的是“{shown(text)}”，件数不应有小数")
        elif places > _AMOUNT_DECIMALS:
            yield _odd("number.decimal", "error", place, f"写的是“{shown(text)}”，不足 1 分钱，小数位数过多")
    if place.kind == "amount" and is_in_yuan(text):
        yield _odd("number.unit", "warning", place, f"写的是“{shown(text)}”，本栏的单位是万元，请核对单位")


def is_in_yuan(text: str) -> bool:
    """Whether the cell itself says 元 (or 亿元), where the column is in 万元."""
    bare = text.strip()
    return bare.endswith("元") and not bare.endswith("万元")


def _odd(
    rule: str, severity: Severity, place: CellPlace, detail: str, fixes: tuple[Fix, ...] = ()
) -> Finding:
    return Finding(rule, severity, "number", place.table, (place.id,), detail=detail, fixes=fixes)


def shown(text: str) -> str:
    """A cell's text on one line, cut where it is long."""
    line = " ".join(text.split())
    return line if len(line) <= 24 else line[:23] + "…"
