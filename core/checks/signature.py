"""E16: the signature has unit and date, and the date is one by which the report was due."""

import re
from collections.abc import Iterator, Sequence

from core.catalogue import finding
from core.dates import Date, read_date
from core.findings import Finding, Place
from core.outline import Outline
from core.profile import Profile
from core.units import kind_of

_DEPARTMENTS = (1, 31)
_GOVERNMENTS = (3, 31)
_BLANK_DATE = re.compile(
    r"(?:20\d\d|[xX×]{2,4})?年?[\d一二三四五六七八九十xX×]{0,6}月?[\d一二三四五六七八九十xX×]{0,3}日?"
)
_PARTS = 3


def signature(
    lines: Sequence[str], outline: Outline, unit: str | None, year: int | None, profile: Profile, format_: str
) -> Iterator[Finding]:
    """What the signature lacks, and whether its date is late (条例 article 49, or what the profile says)."""
    if outline.date is not None:
        line = lines[outline.date.paragraph]
        date = read_date(line[outline.date.start : outline.date.end])
        if outline.unit is None:
            yield finding("E16", "落款只有日期，没有写单位", places=(outline.date,))
        if date is not None:
            yield from _date(date, outline.date, unit, year, profile)
    elif outline.unit is not None:
        yield _without_date(lines, outline, outline.unit)
    elif format_ == "docx" and len(outline.keys) >= _PARTS:
        # a page's own date and publisher stand outside the text that is copied from it
        yield finding("E16", "没有找到落款，一般在文末写单位全称和日期")


def _without_date(lines: Sequence[str], outline: Outline, unit: Place) -> Finding:
    for number in range(outline.closing, outline.tail):
        text = "".join(lines[number].split())
        if number != unit.paragraph and text and _BLANK_DATE.fullmatch(text):
            place = Place(
                number, len(lines[number]) - len(lines[number].lstrip()), len(lines[number].rstrip())
            )
            return finding("E16", f"落款日期写的是“{text}”，看不出是哪一天", found=text, places=(place,))
    return finding("E16", "落款只有单位，没有写日期", places=(unit,))


def _date(
    date: Date, place: Place, unit: str | None, year: int | None, profile: Profile
) -> Iterator[Finding]:
    if not date.exists:
        yield finding("E16", f"落款日期写的是{date}，没有这一天", found=str(date), places=(place,))
    elif not date.day:
        yield finding("E16", f"落款日期写的是{date}，没有写到日", found=str(date), places=(place,))
    elif year is not None and date.year == year and date.month == 12:
        detail = f"落款日期是{date}，统计期限到{year}年12月31日才截止，请核对"
        yield finding("E16", detail, found=str(date), places=(place,))
    elif year is not None and date.year == year + 1:
        kind = kind_of(unit)
        national = _DEPARTMENTS if kind and kind.body == "department" else _GOVERNMENTS
        due = profile.deadline or national
        if date[1:] > due:
            why = "本地要求" if profile.deadline else "政府信息公开条例第四十九条"
            detail = f"落款日期是{date}，{why}的期限是{year + 1}年{due[0]}月{due[1]}日"
            expected = str(Date(year + 1, *due))
            yield finding("E16", detail, expected=expected, found=str(date), places=(place,))
