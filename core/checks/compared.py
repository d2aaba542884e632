"""Figures that stand out beside last year's: far apart, or all the same (C09, C10 of the catalogue)."""

from collections.abc import Iterator, Mapping

from core import catalogue
from core.findings import Finding
from core.history import LastYear
from core.numerals import Number, plain
from core.subject import Subject
from core.wording import place_name

_TIMES = 10
_APART = 50
_UNITS = 1000
_FEES = "disclosure.fees.amount"
_FEWEST = 4
_FEWEST_DIFFERENT = 3
_STANDING = (".total", ".in_force", ".in_total", ".previous")
_SHOWN = 3


def compared(subject: Subject) -> Iterator[Finding]:
    """Nothing without last year's report."""
    last = subject.last_year
    if last is None:
        return
    if subject.edition == last.edition and "disclosure" in subject.forms:
        yield from _far_apart(subject, last)
    yield from _all_the_same(subject, last)


def _far_apart(subject: Subject, last: LastYear) -> Iterator[Finding]:
    """C09: ten times as much or as little, in one finding."""
    form = subject.forms["disclosure"]
    apart = {
        cell: (then, now)
        for cell, place in form.cells.items()
        if place.kind != "signed"
        and (now := subject.value(cell)) is not None
        and (then := last.values.get(cell)) is not None
        and _is_far(cell, then, now)
    }
    if not apart:
        return
    steps = [
        f"{place_name(form.cells[cell])} {plain(then)}→{plain(now)}" for cell, (then, now) in apart.items()
    ]
    said = "、".join(steps[:_SHOWN]) + (f"等 {len(steps)} 格" if len(steps) > _SHOWN else "")
    detail = f"{form.name}与上年报告相差十倍以上：{said}；请核对是否多写、少写了一位，或者口径变了"
    yield catalogue.finding("C09", detail, table=form.id, cells=tuple(apart))


def _is_far(cell: str, then: Number, now: Number) -> bool:
    """Fees a thousand times apart are a matter of 元 and 万元 (C07)."""
    low, high = sorted((then, now))
    if high - low < _APART or high < _TIMES * low:
        return False
    return cell != _FEES or low == 0 or high < _UNITS * low


def _all_the_same(subject: Subject, last: LastYear) -> Iterator[Finding]:
    """C10: totals follow from their parts and standing figures stay, so neither proves anything."""
    now = {cell: v for cell in subject.readings if _tells(cell) and (v := subject.value(cell)) is not None}
    if _not_zero(now) != _not_zero({c: v for c, v in last.values.items() if _tells(c)}):
        return
    same = _not_zero(now)
    if len(same) >= _FEWEST and len(set(same.values())) >= _FEWEST_DIFFERENT:
        detail = (
            f"三张表里不是 0 的数与上年报告逐格相同（总计和现行有效件数以外有 {len(same)} 格），"
            "请核对是不是照抄了上年的表"
        )
        yield catalogue.finding("C10", detail, cells=tuple(same))


def _tells(cell: str) -> bool:
    return not cell.endswith(_STANDING) and not cell.startswith("requests.closed.")


def _not_zero(values: Mapping[str, Number]) -> dict[str, Number]:
    return {cell: value for cell, value in values.items() if value}
