"""Subtotals that a template adds to the form (A05 of the catalogue of checks)."""

from collections.abc import Iterator, Sequence

from core import catalogue
from core.findings import Finding
from core.forms import TableForm
from core.numerals import Number, plain, read
from core.recognise import Subtotal
from core.subject import Subject
from core.wording import group_of, row_name

_SHOWN = 3


def subtotals(subject: Subject) -> Iterator[Finding]:
    """One finding for each table; where most disagree they may add up something else, which is a doubt."""
    for name, table in subject.tables.items():
        judged = [(s, *sides) for s in table.subtotals if (sides := _sides(s, subject)) is not None]
        wrong = [each for each in judged if each[1] != each[2]]
        if wrong:
            yield _finding(subject.forms[name], wrong, sure=len(wrong) * 2 <= len(judged))


def _sides(subtotal: Subtotal, subject: Subject) -> tuple[Number, Number] | None:
    """What the subtotal says and what it should; None where one of them is no number."""
    said, due = read(subtotal.cell.text).value, subject.total(*subtotal.parts)
    return None if said is None or due is None else (said, due)


def _finding(form: TableForm, wrong: Sequence[tuple[Subtotal, Number, Number]], *, sure: bool) -> Finding:
    steps = [f"{_where(form, s)}写的是 {plain(said)}，各分项之和＝{plain(due)}" for s, said, due in wrong]
    more = f"等 {len(steps)} 处" if len(steps) > _SHOWN else ""
    cells = {cell for subtotal, _, _ in wrong for cell in subtotal.parts}
    return catalogue.finding(
        "A05",
        f"{form.name}{'；'.join(steps[:_SHOWN])}{more}",
        severity=None if sure else "warning",
        table=form.id,
        cells=tuple(cell for cell in form.cells if cell in cells),
    )


def _where(form: TableForm, subtotal: Subtotal) -> str:
    first, last = form.cells[subtotal.parts[0]], form.cells[subtotal.parts[-1]]
    if first.row is last.row:
        return f"{row_name(first)}行“{group_of(first.section.columns, first.column)}”小计"
    return f"“{group_of(first.section.rows, first.row)}”小计“{first.column.label}”列"
