"""Cells in which no number stands: blank forms, blanks, / and the like (A14, B09, H01, H02).

They count as 0 in all arithmetic, so none of this stops another check.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from core import catalogue
from core.checks.numbers import shown, writable
from core.findings import Finding, Fix
from core.forms import TableForm
from core.numerals import compact
from core.subject import Subject

_FILL = "0"
_TOTAL = ".total"


def blanks(subject: Subject) -> Iterator[Finding]:
    """For each table what is left open: the whole of it, all but the totals, or some cells."""
    for form in subject.forms.values():
        marks = {cell: _mark(subject.cells[cell].text) for cell in subject.blank[form.id]}
        if marks:
            yield from _blanks(form, marks, subject)


@lru_cache(maxsize=1024)
def _mark(text: str) -> str:
    """What is seen in a blank, empty where nothing is."""
    return shown(text) if compact(text) else ""


def _blanks(form: TableForm, marks: Mapping[str, str], subject: Subject) -> Iterator[Finding]:
    """marks: what is seen in each blank cell of the table."""
    empty = [cell for cell, mark in marks.items() if not mark]
    filled = next(_filled(form, marks, subject), None)
    if filled is None:
        yield _untouched(form, [cell for cell in marks if marks[cell]], marks, subject)
    elif form.id == "requests" and _is_only_totals(form, marks, empty, subject):
        yield _totals_alone(form, empty, subject)
    else:
        told = {j.equation.left[0] for j in subject.broken if j.equation.form != "balance"}
        yield from _gaps(form, [cell for cell in empty if cell not in told], subject)
        marked = {cell: mark for cell, mark in marks.items() if mark and cell not in told}
        yield from _placeholders(form, marked, subject)


def _filled(form: TableForm, marks: Mapping[str, str], subject: Subject) -> Iterator[str]:
    """The cells in which something stands, in form order."""
    return (cell for cell in form.cells if cell not in marks and cell in subject.readings)


def _untouched(form: TableForm, marked: Sequence[str], marks: Mapping[str, str], subject: Subject) -> Finding:
    """A blank form, perhaps one filled with marks: those may be zeros."""
    if not marked:
        detail = f"{form.name}找到了，但一个数也没有填"
        return Finding("table.empty", "warning", "table", form.id, detail=detail)
    detail = f"{form.name}写的都是“{marks[marked[0]]}”，一个数也没有填；确实没有的，请填 0"
    fixes = _fill(marked, "改为 0", subject)
    return Finding("table.empty", "warning", "table", form.id, detail=detail, fixes=fixes)


def _is_only_totals(
    form: TableForm, marks: Mapping[str, str], empty: Sequence[str], subject: Subject
) -> bool:
    """Whether nothing stands outside the totals; where all totals are 0, not even a mark."""
    if not all(cell.endswith(_TOTAL) for cell in _filled(form, marks, subject)):
        return False
    return len(empty) == len(marks) or _has_numbers(form, subject)


def _has_numbers(form: TableForm, subject: Subject) -> bool:
    """Whether any cell says more than 0."""
    return any(subject.value(cell) for cell in form.cells)


def _totals_alone(form: TableForm, empty: Sequence[str], subject: Subject) -> Finding:
    """Totals above 0 must come from somewhere; totals of 0 only want the rest filled with 0."""
    totals = tuple(cell for cell in form.cells if subject.value(cell))
    if totals:
        detail = f"{form.name}只填了“总计”列，没有填自然人和各类法人、其他组织的数；请按申请人类别填写"
        return catalogue.finding("A14", detail, severity="error", table=form.id, cells=totals)
    detail = f"{form.name}只填了“总计”列（都是 0），其余空着，按 0 计算，建议补 0"
    fixes = _fill(empty, "补 0", subject)
    return catalogue.finding("A14", detail, table=form.id, cells=tuple(empty), fixes=fixes)


def _gaps(form: TableForm, cells: Sequence[str], subject: Subject) -> Iterator[Finding]:
    if not cells:
        return
    rule, detail = "H01", f"{form.name}有 {len(cells)} 格空白，按 0 计算，建议补 0"
    if form.id == "challenges" and _has_numbers(form, subject):
        rule = "B09"
        detail = f"{form.name}应是一行 {len(form.cells)} 个数，空着 {len(cells)} 格，按 0 计算，建议补 0"
    elif len(cells) == 1:
        detail = "是空白，按 0 计算，建议补 0"
    fixes = _fill(cells, "补 0", subject)
    yield catalogue.finding(rule, detail, table=form.id, cells=tuple(cells), fixes=fixes)


def _placeholders(form: TableForm, marks: Mapping[str, str], subject: Subject) -> Iterator[Finding]:
    if not marks:
        return
    counts = Counter(marks.values()).most_common()
    said = "、".join(f"“{mark}” {count} 格" for mark, count in counts)
    detail = f"{form.name}写了{said}，按 0 计算，建议改为 0"
    if len(marks) == 1:
        detail = f"写的是“{counts[0][0]}”，按 0 计算，建议改为 0"
    cells = tuple(marks)
    fixes = _fill(cells, "改为 0", subject)
    yield catalogue.finding("H02", detail, table=form.id, cells=cells, fixes=fixes)


def _fill(cells: Sequence[str], what: str, subject: Subject) -> tuple[Fix, ...]:
    """Put 0 where it can stand: not in a cell of a broken equation, which may lack its number."""
    doubtful = {cell for judgement in subject.broken for cell in judgement.equation.cells}
    texts = tuple([(cell, _FILL) for cell in writable(cells, subject.cells) if cell not in doubtful])
    if not texts:
        return ()
    return (Fix(what if len(texts) == 1 else f"把这 {len(texts)} 格都{what}", texts),)
