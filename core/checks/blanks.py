"""Cells in which no number stands: blank forms, blanks, / and the like (A14, B09, H01, H02).

They count as 0 in all arithmetic, so none of this stops another check.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from core import catalogue
from core.checks.numbers import can_be_written, shown
from core.findings import Finding, Fix
from core.forms import TableForm
from core.numerals import compact
from core.subject import Subject

_FILL = "0"
_TOTAL = ".total"


def blanks(subject: Subject) -> Iterator[Finding]:
    """For each table what is left open: the whole of it, all but the totals, or some cells."""
    open_ = [cell for cell in subject.odd if subject.readings[cell].kind == "blank"]
    if not open_:
        return
    told = {j.equation.left[0] for j in subject.broken if j.equation.form != "balance"}
    for form in subject.forms.values():
        own = [cell for cell in open_ if cell in form.cells]
        empty = [cell for cell in own if not compact(subject.cells[cell].text)]
        if empty and len(empty) == sum(cell in subject.readings for cell in form.cells):
            yield _untouched(form)
            continue
        if form.id == "requests" and _only_totals(form, own, empty, subject):
            yield _totals_alone(form, empty, subject)
            continue
        yield from _gaps(form, [cell for cell in empty if cell not in told], subject)
        yield from _placeholders(form, [c for c in own if c not in empty and c not in told], subject)


def _untouched(form: TableForm) -> Finding:
    detail = f"{form.name}找到了，但一个数也没有填"
    return Finding("table.empty", "warning", "table", form.id, detail=detail)


def _only_totals(form: TableForm, own: Sequence[str], empty: Sequence[str], subject: Subject) -> bool:
    """Whether nothing stands in any column but the total; where all totals are 0, not even a mark."""
    open_ = set(own)
    if any(not cell.endswith(_TOTAL) and cell not in open_ and cell in subject.readings for cell in form.cells):
        return False
    return bool(_positive_totals(form, subject)) or len(empty) == len(own)


def _positive_totals(form: TableForm, subject: Subject) -> list[str]:
    return [cell for cell in form.cells if cell.endswith(_TOTAL) and subject.value(cell)]


def _totals_alone(form: TableForm, empty: Sequence[str], subject: Subject) -> Finding:
    """Totals above 0 must come from somewhere; totals of 0 only want the rest filled with 0."""
    totals = _positive_totals(form, subject)
    if totals:
        detail = f"{form.name}只填了“总计”列，没有填自然人和各类法人、其他组织的数；请按申请人类别填写"
        return catalogue.finding("A14", detail, severity="error", table=form.id, cells=tuple(totals))
    detail = f"{form.name}只填了“总计”列（都是 0），其余空着，按 0 计算，建议补 0"
    return catalogue.finding(
        "A14", detail, table=form.id, cells=tuple(empty), fixes=_fill(empty, "补 0", subject)
    )


def _gaps(form: TableForm, cells: Sequence[str], subject: Subject) -> Iterator[Finding]:
    if not cells:
        return
    fixes = _fill(cells, "补 0", subject)
    if form.id == "challenges" and any(subject.value(cell) for cell in form.cells):
        detail = f"{form.name}应是一行 {len(form.cells)} 个数，空着 {len(cells)} 格，按 0 计算，建议补 0"
        yield catalogue.finding("B09", detail, table=form.id, cells=tuple(cells), fixes=fixes)
        return
    detail = (
        "是空白，按 0 计算，建议补 0"
        if len(cells) == 1
        else f"{form.name}有 {len(cells)} 格空白，按 0 计算，建议补 0"
    )
    yield catalogue.finding("H01", detail, table=form.id, cells=tuple(cells), fixes=fixes)


def _placeholders(form: TableForm, cells: Sequence[str], subject: Subject) -> Iterator[Finding]:
    if not cells:
        return
    marks = Counter(shown(subject.cells[cell].text) for cell in cells)
    if len(cells) == 1:
        detail = f"写的是“{next(iter(marks))}”，按 0 计算，建议改为 0"
    else:
        said = "、".join(f"“{mark}” {count} 格" for mark, count in marks.most_common())
        detail = f"{form.name}写了{said}，按 0 计算，建议改为 0"
    fixes = _fill(cells, "改为 0", subject)
    yield catalogue.finding("H02", detail, table=form.id, cells=tuple(cells), fixes=fixes)


def _fill(cells: Collection[str], what: str, subject: Subject) -> tuple[Fix, ...]:
    """Put 0 where it can stand: not in a cell of a broken equation, which may lack its number."""
    doubtful = {cell for judgement in subject.broken for cell in judgement.equation.cells}
    texts = tuple(
        (cell, _FILL) for cell in cells if cell not in doubtful and can_be_written(subject.cells[cell])
    )
    if not texts:
        return ()
    return (Fix(what if len(texts) == 1 else f"把这 {len(texts)} 格都{what}", texts),)
