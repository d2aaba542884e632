"""Where a report says of which year it is: title, preamble, reporting period, signature, body, file name."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import NamedTuple

from core.dates import Date, read_date
from core.findings import Place
from core.joined import Joined
from core.outline import Outline
from core.titles import read_title

_YEAR = re.compile(r"20[0-4]\d(?=\s{0,3}年)")
_STATED = re.compile(
    r"(?:^(?!现|根据|按照|依据|为|本)|编制(?:完成|了)?|完成|公布|发布|公开|撰写|形成|现将|《)\s*(?!关于|印发)"
    r"(?P<unit>[\u4e00-\u9fff()（）\s]{0,40}?)(?P<year>20[0-4]\d)\s*年?\s*度?\s*政府信息公开"
    r"\s*(?:工作)?\s*(?:年\s*度)?\s*(?:工作)?(?:报告|年报|情况报告如下)",
    re.MULTILINE,
)
_PERIOD = re.compile(
    r"(?P<y1>20[0-4]\d)\s*[年./-]\s*(?P<m1>\d{1,2})\s*[月./-]\s*(?P<d1>\d{1,2})\s*日?"
    r"\s*(?:起|开始)?\s*[,，]?\s*(?:截?至|到|截?止到?|[-—–―~～－]{1,2})\s*(?:当年|同年|本年)?\s*"
    r"(?:(?P<y2>20[0-4]\d)\s*[年./-]\s*)?(?P<m2>\d{1,2})\s*[月./-]\s*(?P<d2>\d{1,2})(?!\s*\d)\s*日?"
)
_ABOUT_FIGURES = re.compile(r"统计(?:数据|数字|指标)?的?(?:期|时|范围|区间|周期|截)|所列|数据核定")
_ABOUT_TIME = re.compile(r"统计|所列|期限|时限|起止|时间|数据|数字")
_MONTH = re.compile(r"(20[0-4]\d)\s*年\s*\d{1,2}\s*月")
_SENTENCE_END = re.compile(r"[。；;！!？?]")
_IN_NAME = re.compile(r"(?<!\d)(20[0-4]\d)年?度?\D{0,16}?(?:年报(?![送备])|年度报告|工作报告)")
_ANY_IN_NAME = re.compile(r"(?<!\d)20[0-4]\d(?!\d)")
SIGNATURE, FILE_NAME = "落款日期", "文件名"
_INTRODUCTION = 3
_LATEST_MONTH = 6
"""Of a signature that still tells the year before."""
_BEFORE = 80


class Said(NamedTuple):
    """What tells the year. where: in the clerk's words. places: of its digits, none for the file's name.
    weight: how much it proves where others differ; what is ``solid`` must not differ.
    """

    where: str
    year: int
    places: tuple[Place, ...] = ()
    weight: int = 1

    @property
    def is_solid(self) -> bool:
        return self.weight > 1


class Period(NamedTuple):
    """The reporting period as it is written. numbers: places of ``y1 m1 d1 y2 m2 d2``, of those there are."""

    start: Date
    end: Date
    place: Place
    numbers: Mapping[str, Place]

    @property
    def years(self) -> tuple[Place, ...]:
        return tuple(self.numbers[name] for name in ("y1", "y2") if name in self.numbers)

    @property
    def is_a_year(self) -> bool:
        return self.start[1:] == (1, 1) and self.end == (self.start.year, 12, 31)


@dataclass(frozen=True, slots=True)
class Years:
    """marks: every year in the text that 年 follows, with its place. periods: as a rule one. date: of the
    signature.
    """

    marks: tuple[tuple[int, Place], ...]
    periods: tuple[Period, ...]
    said: tuple[Said, ...]
    date: Date | None

    @property
    def agreed(self) -> int | None:
        """The year that most places tell; None where as many tell another."""
        weights: Counter[int] = Counter()
        for each in self.said:
            weights[each.year] += each.weight
        best = weights.most_common(2)
        if not best or (len(best) > 1 and best[0][1] == best[1][1]):
            return None
        return best[0][0]


def read_years(joined: Joined, outline: Outline, name: str) -> Years:
    """All that tells the report's year. ``name``: the file's."""
    marks = tuple((int(m[0]), joined.place(*m.span())) for m in _YEAR.finditer(joined.text))
    periods = tuple(_periods(joined, outline))
    date = _signed(joined.lines, outline)
    said = (
        *_in_title(joined.lines, outline, marks),
        *_in_preamble(joined, outline),
        *(Said("统计期限", p.end.year, p.years, 2) for p in periods if p.is_a_year),
        *([Said(SIGNATURE, date.year - 1)] if date and date.month <= _LATEST_MONTH else []),
        *_in_body(marks, outline),
        *_in_name(name),
    )
    return Years(marks, periods, said, date)


def _in_title(lines: Sequence[str], outline: Outline, marks: Sequence[tuple[int, Place]]) -> Iterator[Said]:
    rows = {place.paragraph for place in outline.title}
    if len({year for year, place in marks if place.paragraph in rows}) > 1:
        return
    title = read_title("".join(lines[place.paragraph] for place in outline.title))
    if title is not None and title.year is not None:
        place = next((p for year, p in marks if p.paragraph in rows and year == title.year), None)
        yield Said("标题", title.year, (place,) if place else (), 2)


def _in_preamble(joined: Joined, outline: Outline) -> Iterator[Said]:
    """Only where the preamble speaks of one year's report."""
    statements = [match for match in stated(joined, outline) if not _is_past(match, joined)]
    if len({match["year"] for match in statements}) == 1:
        for match in statements:
            yield Said("引言", int(match["year"]), (joined.place(*match.span("year")),), 2)


def _is_past(match: re.Match[str], joined: Joined) -> bool:
    """Whether it tells when an earlier report was published (2023年1月公布《…2022年…年度报告》)."""
    told = _SENTENCE_END.split(joined.text[max(match.start("year") - _BEFORE, 0) : match.start("year")])[-1]
    return any(int(year) > int(match["year"]) for year in _MONTH.findall(told)) and "现" not in told


def stated(joined: Joined, outline: Outline) -> Iterator[re.Match[str]]:
    """「现公布某单位2023年政府信息公开工作年度报告」 in the preamble, or where part one begins with it."""
    first, last = outline.preamble
    found = list(_STATED.finditer(joined.text, joined.start(first), joined.start(last)))
    end = joined.start(min(last + 1 + _INTRODUCTION, outline.closing))
    yield from found or _STATED.finditer(joined.text, joined.start(last), end)


def _periods(joined: Joined, outline: Outline) -> Iterator[Period]:
    first, last = outline.preamble
    for match in _PERIOD.finditer(joined.text, 0, joined.start(outline.closing)):
        place = joined.place(*match.span())
        period = _period(match, place, joined)
        is_full = period.start[1:] == (1, 1) and period.end[1:] == (12, 31)
        is_nearly = period.start[1:] == (1, 1) or period.end[1:] == (12, 31)
        before = joined.text[max(match.start() - _BEFORE, 0) : match.start()]
        if outline.parts and first <= place.paragraph < last:
            if is_full or _ABOUT_TIME.search(_SENTENCE_END.split(before)[-1]):
                yield period
        elif is_nearly and _ABOUT_FIGURES.search(_SENTENCE_END.split(before)[-1].split("\n")[-1]):
            yield period


def _period(match: re.Match[str], place: Place, joined: Joined) -> Period:
    numbers = {name: joined.place(*match.span(name)) for name, value in match.groupdict().items() if value}
    start = Date(int(match["y1"]), int(match["m1"]), int(match["d1"]))
    end = Date(int(match["y2"] or match["y1"]), int(match["m2"]), int(match["d2"]))
    return Period(start, end, place, numbers)


def _signed(lines: Sequence[str], outline: Outline) -> Date | None:
    place = outline.date
    return read_date(lines[place.paragraph][place.start : place.end]) if place else None


def _in_body(marks: Sequence[tuple[int, Place]], outline: Outline) -> Iterator[Said]:
    """The year that the parts speak of most, weak evidence."""
    first = outline.preamble[1]
    counts = Counter(year for year, place in marks if first <= place.paragraph < outline.closing)
    best = counts.most_common(2)
    if best and (len(best) == 1 or best[0][1] > best[1][1]):
        yield Said("正文", best[0][0])


def _in_name(name: str) -> Iterator[Said]:
    """The year that a file's name calls the report by; a year alone may be that of publication."""
    stem = PurePath(name).stem
    match = _IN_NAME.search(stem)
    if match and len(set(_ANY_IN_NAME.findall(stem))) == 1:
        yield Said(FILE_NAME, int(match[1]))
