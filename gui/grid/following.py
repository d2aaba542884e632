"""What a cell that follows from last year's report is compared with, as a sentence with its numbers."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from core.forms import TableForm
from core.history import SUCCESSIONS, LastYear, is_comparable
from core.numerals import Number, distance, plain
from core.wording import short_label

Value = Callable[[str], Number | None]
"""What a cell of this year's counts in sums; None where that cannot be told."""


def following_line(last: LastYear, form: TableForm, cell: str, value: Value) -> str:
    """Empty for a cell that follows from nothing, and where a number is missing."""
    source = SUCCESSIONS.get(cell)
    if source is None or not is_comparable(form.id, form.edition, last):
        return ""
    now, then = value(cell), last.values.get(source.before)
    added, taken = (value(part) if part else 0 for part in (source.added, source.taken))
    if now is None or then is None or added is None or taken is None:
        return ""
    expected = then + added - taken
    said = _documents() if source.added else _carried()
    verdict = _tr("一致") if now == expected else _tr("不一致，差 {gap}")
    numbers = {"now": now, "then": then, "added": added, "taken": taken, "expected": expected}
    shown = {name: plain(number) for name, number in numbers.items()}
    gap = plain(distance(now, expected))
    return said.format(name=short_label(form.cells[cell].row), **shown) + verdict.format(gap=gap)


def _carried() -> str:
    """What it is now stands in the cell's equations, which come before."""
    return _tr("上年报告“结转下年度” {then}，")


def _documents() -> str:
    return _tr("{name}：现行有效 {now}，上年现行有效 {then}＋制发 {added}－废止 {taken}＝{expected}，")


def _tr(text: str) -> str:
    return QCoreApplication.translate("following", text)
