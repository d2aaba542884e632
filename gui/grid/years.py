"""What last year's report says in the cells of a table, to be shown beside this year's."""

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QCoreApplication

from core.history import LastYear, is_comparable, leaps
from core.review import Review

Leap = Literal["", "up", "down"]
"""Ten times as much as last year or more; a tenth or less."""


@dataclass(frozen=True, slots=True)
class Before:
    """What stood in a cell last year. leap: how this year's number stands to it."""

    text: str
    leap: Leap = ""


def before(review: Review, last: LastYear, cell: str) -> Before | None:
    """None where last year's report has no such cell, or one of another meaning."""
    form = review.form_of(cell)
    text = last.texts.get(cell)
    if text is None or not is_comparable(form.id, form.edition, last):
        return None
    now, then = review.reading(cell).arithmetic, last.values.get(cell)
    if now is None or then is None or not leaps(now, then):
        return Before(text.strip())
    return Before(text.strip(), "up" if now > then else "down")


def spoken(shown: Before | None) -> str:
    """Last year's number for screen readers and tooltips."""
    if shown is None:
        return _tr("上年报告没有这一格")
    said = _tr("上年 {text}").format(text=shown.text or _tr("空白"))
    leaps = {"": "", "up": _tr("，本年是上年的十倍以上"), "down": _tr("，本年不到上年的十分之一")}
    return said + leaps[shown.leap]


def _tr(text: str) -> str:
    return QCoreApplication.translate("years", text)
