"""F01, F03, E13: the places that tell the report's year agree, and the reporting period is that year."""

import re
from collections.abc import Iterable, Iterator, Sequence

from core.catalogue import finding
from core.dates import Date
from core.findings import Finding, Fix, Place, Severity, mended
from core.outline import Outline
from core.years import FILE_NAME, SIGNATURE, Period, Years

_LIKE_A_PERIOD = re.compile(
    r"统计|时限|期限|截[至止]|起止|核定|12\s*月\s*31|(?:报告|数据).{0,6}(?:时间|年度为)"
)
_INTRODUCES = re.compile(r"条例|编制|公布|报告如下")
_SHORTEST = 60
_DECEMBER = 12
_FIRST_HALF = 6


def agreement(lines: Sequence[str], years: Years, signature: Place | None) -> Iterator[Finding]:
    """F01: title, preamble, period, signature and file name tell one year. ``signature``: its date."""
    agreed = years.agreed
    if agreed is None:
        yield from _undecided(years)
        return
    right = "、".join(dict.fromkeys(s.where for s in years.said if s.year == agreed and s.where != SIGNATURE))
    for said in years.said:
        if said.year != agreed and (said.is_solid or said.where == FILE_NAME):
            detail = f"{said.where}写的是{said.year}年，{right}是{agreed}年，应是同一年"
            yield finding(
                "F01",
                detail,
                severity=None if said.is_solid else "warning",
                expected=str(agreed),
                found=str(said.year),
                places=said.places,
                fixes=_year_fix(lines, said.places, said.year, agreed),
            )
    if years.date is not None and signature is not None:
        yield from _signature(lines, years.date, signature, agreed)


def _undecided(years: Years) -> Iterator[Finding]:
    """Places that differ, as many for one year as for another."""
    told = [said for said in years.said if said.is_solid or said.where == SIGNATURE]
    if len({said.year for said in told}) > 1:
        words = "，".join(
            f"{s.where}是{s.year + 1}年" if s.where == SIGNATURE else f"{s.where}写的是{s.year}年"
            for s in told
        )
        places = tuple(place for said in told for place in said.places)
        yield finding("F01", f"{words}，报告年度对不上，请核对", places=places)


def _signature(lines: Sequence[str], date: Date, place: Place, agreed: int) -> Iterator[Finding]:
    severity: Severity
    if (date.year, date.month) < (agreed, _DECEMBER):
        severity, why = "error", "那时这一年还没有结束"
    elif date.year > agreed + 1:
        severity, why = "warning", f"一般在{agreed + 1}年落款，请核对年份"
    else:
        return
    digits = _digits(lines[place.paragraph], place, str(date.year))
    is_slip = date.month <= _FIRST_HALF and digits is not None
    yield finding(
        "F01",
        f"落款日期是{date}，报告是{agreed}年的，{why}",
        severity=severity,
        expected=str(agreed + 1),
        found=str(date.year),
        places=(place,),
        fixes=_year_fix(lines, (digits,), date.year, agreed + 1) if is_slip and digits else (),
    )


def _digits(line: str, place: Place, digits: str) -> Place | None:
    at = line.find(digits, place.start, place.end)
    return Place(place.paragraph, at, at + len(digits)) if at >= 0 else None


def period(lines: Sequence[str], years: Years, outline: Outline) -> Iterator[Finding]:
    """F03: the period given is the report's year, and where one is, others are of something else; E13: a
    preamble gives one.
    """
    is_told = any(each.is_a_year and each.end.year == years.agreed for each in years.periods)
    for each in years.periods:
        if not each.is_a_year and not is_told:
            yield _wrong_period(lines, each, years.agreed)
    first, last = outline.preamble
    words = "".join(lines[first:last])
    introduces = len(words) >= _SHORTEST and _INTRODUCES.search(words)
    if not years.periods and introduces and not _LIKE_A_PERIOD.search(words):
        year = years.agreed
        expected = f"{year}年1月1日至{year}年12月31日" if year else None
        detail = "引言没有写统计期限" + (
            f"，一般写“本报告所列数据的统计期限为{expected}”" if expected else ""
        )
        yield finding("E13", detail, expected=expected, places=(Place(first, 0, len(lines[first])),))


def _wrong_period(lines: Sequence[str], said: Period, agreed: int | None) -> Finding:
    start, end = said.start, said.end
    year = agreed or (end.year if start.year == end.year else None)
    is_founding = start.year == end.year == year and end[1:] == (12, 31) and start.exists
    expected = f"{year}年1月1日至{year}年12月31日" if year else None
    detail = f"统计期限写的是{start}至{end}，应是" + (expected or "同一年的1月1日至12月31日")
    wanted = {"y1": year, "m1": 1, "d1": 1, "y2": year, "m2": 12, "d2": 31}
    edits = [(place, str(wanted[name])) for name, place in said.numbers.items()]
    fixes = (Fix(f"改为{expected}", mended(lines, edits)),) if year else ()
    return finding(
        "F03",
        detail + ("；年中成立的单位除外" if is_founding else ""),
        severity="warning" if is_founding else None,
        expected=expected,
        found=f"{start}至{end}",
        places=(said.place,),
        fixes=fixes,
    )


def _year_fix(lines: Sequence[str], places: Iterable[Place], old: int, new: int) -> tuple[Fix, ...]:
    texts = mended(lines, [(place, str(new)) for place in places])
    return (Fix(f"把“{old}年”改为“{new}年”", texts),) if texts else ()
