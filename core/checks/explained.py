"""What broken equations may come from, where that is not one wrong figure (A06, A07, H10 of the catalogue).

Mended by the repairs as far as figures tell (A08, A09); this is what stands beside them.
"""

from collections.abc import Iterator, Mapping
from itertools import pairwise

from core import catalogue
from core.checks.numbers import writable
from core.findings import Finding, Fix
from core.forms import TableForm
from core.numerals import Number, distance, plain
from core.rules import Judgement
from core.subject import Subject
from core.wording import place_name

_TWO = 2


def explained(subject: Subject) -> Iterator[Finding]:
    """Nothing while all equations hold."""
    for form in subject.forms.values() if subject.broken else ():
        broken = [j for j in subject.broken if j.equation.table == form.id]
        yield from _formulas(form, broken, subject)
        yield from _other_applicant(form, broken)
        for judgement in broken:
            if judgement.equation.form == "sum":
                yield from _split(form, judgement, subject)


def _formulas(form: TableForm, broken: list[Judgement], subject: Subject) -> Iterator[Finding]:
    """H10: totals that a spreadsheet calculates cannot be wrong by a slip of the hand."""
    totals = dict.fromkeys(j.equation.left[0] for j in broken if j.equation.form != "balance")
    cells = tuple(cell for cell in form.cells if cell in totals and subject.cells[cell].formula)
    if cells:
        first = place_name(form.cells[cells[0]])
        where = f"{form.name}{first}等 {len(cells)} 格" if len(cells) > 1 else ""
        detail = (
            f"{where}是公式，结果却与各分项之和不符：可能引用的范围不对，也可能改数后没有重新计算；"
            "请在 Excel 或 WPS 里检查公式"
        )
        yield catalogue.finding("H10", detail, table=form.id, cells=cells)


def _other_applicant(form: TableForm, broken: list[Judgement]) -> Iterator[Finding]:
    """A06: two columns out by the same amount, one up, one down, with all else in balance."""
    if len(broken) != _TWO or any(j.equation.form != "balance" for j in broken):
        return
    gap = _gap(broken[0])
    if gap + _gap(broken[1]) != 0:
        return
    fewer, more = (
        form.cells[j.equation.cells[0]].column.label for j in sorted(broken, key=_gap, reverse=True)
    )
    said = plain(distance(gap, 0))
    detail = (
        f"{form.name}“{fewer}”列第三、四项比第一、二项少 {said}，“{more}”列多 {said}，总计是平的："
        "可能同一件申请登记时和办结时归到了不同的申请人类别"
    )
    cells = {cell for judgement in broken for cell in judgement.equation.cells}
    yield catalogue.finding(
        "A06", detail, table=form.id, cells=tuple(cell for cell in form.cells if cell in cells)
    )


def _gap(judgement: Judgement) -> Number:
    assert judgement.left is not None
    assert judgement.right is not None
    return judgement.left - judgement.right


def _split(form: TableForm, judgement: Judgement, subject: Subject) -> Iterator[Finding]:
    """A07: 12 written as 1 and 2 in two cells; only where everything holds once they are one again."""
    for left, right in pairwise(judgement.equation.right):
        tens, ones = subject.value(left), subject.value(right)
        if tens is None or ones is None or not (0 < tens < 10 and 0 < ones < 10):
            continue
        whole = 10 * tens + ones
        after = {left: whole, right: 0}
        if judgement.left == _sum(judgement.equation.right, after, subject) and _all_hold(
            form, after, subject
        ):
            yield _in_two(form, (left, plain(tens)), (right, plain(ones)), plain(whole), subject)


def _in_two(
    form: TableForm, left: tuple[str, str], right: tuple[str, str], whole: str, subject: Subject
) -> Finding:
    cells = (left[0], right[0])
    one, other = (f"{place_name(form.cells[cell])}的 {digit}" for cell, digit in (left, right))
    detail = f"{form.name}{one} 和{other}，像是一个 {whole} 拆成了两格；合起来以后有关的勾稽关系全部成立"
    joined = Fix(f"合成 {whole}", ((left[0], whole), (right[0], "0")))
    fixes = (joined,) if len(writable(cells, subject.cells)) == len(cells) else ()
    return catalogue.finding("A07", detail, table=form.id, cells=cells, fixes=fixes)


def _all_hold(form: TableForm, after: Mapping[str, Number], subject: Subject) -> bool:
    return all(
        _sum(equation.left, after, subject) == _sum(equation.right, after, subject)
        for equation in form.equations
        if not after.keys().isdisjoint(equation.cells)
    )


def _sum(cells: tuple[str, ...], after: Mapping[str, Number], subject: Subject) -> Number | None:
    values = [after[cell] if cell in after else subject.value(cell) for cell in cells]
    return None if None in values else sum(v for v in values if v is not None)
