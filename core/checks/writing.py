"""Numbers that are read right but are not written as the form wants them (H03, H06, H07)."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from core import catalogue
from core.checks.numbers import is_in_yuan, shown, writable
from core.findings import Finding, Fix
from core.forms import TableForm
from core.numerals import compact, plain
from core.subject import Subject

_LEADING_ZERO = re.compile(r"0[0-9].*")
_IDLE_DECIMALS = re.compile(r"[0-9]+\.0+")
_ASCII_NUMBER = re.compile(r"[+-]?[0-9.]+")
_SHOWN = 3


def writing(subject: Subject) -> Iterator[Finding]:
    """One finding for each table and rule, with all its cells and a fix that writes plain digits."""
    for form in subject.forms.values():
        odd = [cell for cell in subject.odd[form.id] if _is_readable(subject, cell)]
        manners = {cell: _manner(subject.cells[cell].text, form.cells[cell].kind) for cell in odd}
        for rule in ("H03", "H07"):
            cells = [cell for cell, (id_, _) in manners.items() if id_ == rule]
            if cells:
                ways = dict.fromkeys(manners[cell][1] for cell in cells)
                yield _finding(rule, form, cells, list(ways), subject)
        if subject.format == "xlsx":
            yield from _as_text(form, subject)


def _is_readable(subject: Subject, cell: str) -> bool:
    """Whether it holds a number that nothing else is said about."""
    reading, raw = subject.readings[cell], subject.cells[cell]
    return reading.value is not None and reading.value >= 0 and not is_in_yuan(raw.text)


@lru_cache(maxsize=2048)
def _manner(text: str, kind: str) -> tuple[str, str]:
    """The rule that the way of writing offends and what it is called; both empty where it is fine."""
    bare = text.strip()
    if _ASCII_NUMBER.fullmatch(bare):
        if _LEADING_ZERO.fullmatch(bare):
            return "H07", "前面多写了 0"
        if kind != "amount" and _IDLE_DECIMALS.fullmatch(bare):
            return "H07", "写了多余的小数"
        return ("H03", "写了“+”号") if bare.startswith("+") and kind != "signed" else ("", "")
    if any("\uff01" <= c <= "\uff5e" for c in bare):
        return "H03", "用了全角字符"
    if not bare.isascii():
        return ("H03", "带了单位") if not compact(bare)[-1:].isdigit() else ("", "")
    return ("H03", "用了千分位逗号") if "," in bare else ("H03", "中间有空格")


def _finding(
    rule: str, form: TableForm, cells: Sequence[str], ways: Sequence[str], subject: Subject
) -> Finding:
    texts = list(dict.fromkeys(shown(subject.cells[cell].text) for cell in cells))
    more = "等" if len(texts) > _SHOWN else ""
    said = "、".join(f"“{text}”" for text in texts[:_SHOWN]) + more
    how = f"{'、'.join(ways)}，按数照读，建议只写阿拉伯数字"
    which = "" if len(cells) == 1 else f"{form.name}有 {len(cells)} 格"
    detail = f"{which}写的是{said}，{how}"
    return catalogue.finding(rule, detail, table=form.id, cells=tuple(cells), fixes=_plainly(cells, subject))


def _plainly(cells: Sequence[str], subject: Subject) -> tuple[Fix, ...]:
    values = [(cell, subject.readings[cell].value) for cell in writable(cells, subject.cells)]
    texts = tuple((cell, plain(value)) for cell, value in values if value is not None)
    if not texts:
        return ()
    return (Fix(f"改为 {texts[0][1]}" if len(texts) == 1 else f"把这 {len(texts)} 格都改成规范写法", texts),)


def _as_text(form: TableForm, subject: Subject) -> Iterator[Finding]:
    cells = tuple(
        cell
        for cell in form.cells
        if cell in subject.cells and subject.cells[cell].as_text and subject.readings[cell].kind == "number"
    )
    if not cells:
        return
    how = "以文本形式存放（格子左上角有绿色三角），Excel 求和时不会算进去；请在 Excel 里转换为数字"
    detail = f"的数{how}" if len(cells) == 1 else f"{form.name}有 {len(cells)} 格的数{how}"
    yield catalogue.finding("H06", detail, table=form.id, cells=cells)
