"""Which year and whose report it is: from its title, the reporting period, the preamble, the file's name."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain, islice
from pathlib import PurePath
from typing import NamedTuple

from core.units import kind_of

_YEAR = r"(?P<year>20[0-4]\d|二[〇○零O][一二三四][〇○零O一二三四五六七八九])"
_WHAT = r"(?:政府信息|政务信息|(?<!政府)(?<!政务)信息|政务)(?:与政务)?公开"
_REPORT = r".{0,8}?(?:报告|年报|年度报)"
_TITLES = tuple(
    re.compile(rf"^(?:关于)?(?:发布|公布|印发)?{pattern}")
    for pattern in (
        rf"(?P<unit>.{{0,40}}?){_YEAR}(?:年?度|年)*(?P<behind>.{{0,24}}?){_WHAT}{_REPORT}",
        rf"(?P<unit>.{{0,40}}?){_WHAT}(?:工作)?{_YEAR}{_REPORT}",
        rf"(?P<unit>.{{0,40}}?){_WHAT}{_REPORT}\(?{_YEAR}年?度?\)?$",
        rf"(?P<unit>.{{0,40}}?)(?P<year>){_WHAT}(?:工作)?(?=年){_REPORT}",
    )
)
_IN_TEXT = re.compile(
    r"(?:^(?!现|根据|按照|依据|为|本)|编制(?:完成|了)?|完成|公布|发布|公开|撰写|现将|《)(?!关于|印发)"
    rf"(?P<unit>[\u4e00-\u9fff()]{{0,40}}?){_YEAR}年?度?{_WHAT}"
)
_BY = re.compile(r"报告由(?P<unit>[\u4e00-\u9fff()]{4,40}?)(?:按照|根据|依据|负责|编制|组织|结合)")
_SENTENCE = re.compile(r"[。，,；;：:]|^(?:现|根据|按照|依据|为|本)")
_IN_FILE_NAME = re.compile(r"(?P<unit>[\u4e00-\u9fff()]{3,40}?)20[0-4]\d")
_REPORT_IN_FILE_NAME = re.compile(rf"{_YEAR}.{{0,12}}?{_WHAT}{_REPORT}")
_PERIOD = re.compile(r"自?(?P<year>20[0-4]\d)年1月1日.{0,12}?12月31日")
_ANY_YEAR = re.compile(r"(?P<year>20[0-4]\d)")
_UNIT = re.compile(r"^[\u4e00-\u9fff()·]{2,40}$")
_AROUND_UNIT = re.compile(r"^(?:关于|《)|(?:关于|的|年?度)$|^年?度")
_DIGITS = str.maketrans("〇○零O一二三四五六七八九", "0000123456789")
_SELF = ("我", "本", "")
_HEAD = 12
_LONGEST = 80


class Title(NamedTuple):
    """What a title says; ``unit`` is empty and ``year`` None where it does not say it."""

    unit: str
    year: int | None


def bare(text: str) -> str:
    """A text without blanks, of normal width."""
    return "".join(unicodedata.normalize("NFKC", text).split())


@lru_cache(maxsize=256)
def read_title(text: str) -> Title | None:
    """A report's title taken apart, in whatever order it is written; None for any other text."""
    line = bare(text)
    if len(line) > _LONGEST or _SENTENCE.search(line):
        return None
    match = next((m for title in _TITLES if (m := title.match(line))), None)
    if match is None:
        return None
    unit = _AROUND_UNIT.sub("", match["unit"] or match.groupdict().get("behind") or "")
    unit += "政府" if unit.endswith("人民") else ""
    return Title(unit, _value(match) if match["year"] else None)


def year_and_unit(texts: Iterable[str], file_name: str = "") -> tuple[int | None, str | None]:
    """Year reported on and the unit's name; None where the document and its name are silent.

    The report's own title counts first; for the year then the period, for the unit the file's name and the
    preamble.
    """
    lines = _lines(texts)
    head = list(islice(lines, _HEAD))
    title = _from_title(head)
    stem = bare(PurePath(file_name).stem)
    year = title.year or _first_year(_PERIOD, chain(head, lines)) or _first_year(_IN_TEXT, head)
    year = year or _first_year(_REPORT_IN_FILE_NAME, [stem]) or _first_year(_ANY_YEAR, [stem])
    return year, title.unit or _unit_elsewhere(stem, head)


def _lines(texts: Iterable[str]) -> Iterator[str]:
    """Lines that say anything, without blanks, as they are asked for."""
    for text in texts:
        yield from filter(None, map(bare, text.splitlines()))


def _from_title(lines: list[str]) -> Title:
    before = ""
    for line in lines:
        title = read_title(line)
        if title is not None and title.year is None:
            title = read_title(before + line)
        if title is not None and (title.year or kind_of(title.unit)):
            return title if title.unit or not _UNIT.match(before) else title._replace(unit=before)
        before = line
    return Title("", None)


def _unit_elsewhere(stem: str, head: list[str]) -> str | None:
    """The unit as the file's name or the preamble calls it, where that is a unit's name for certain."""
    stated = (m["unit"] for pattern in (_IN_TEXT, _BY) for line in head for m in pattern.finditer(line))
    named = (unit_in_file_name(stem), *stated)
    return next((unit for unit in named if unit[:1] not in _SELF and kind_of(unit)), None)


def unit_in_file_name(stem: str) -> str:
    """The words before the year in a file's name; empty if there are none."""
    title = read_title(stem)
    match = _IN_FILE_NAME.search(bare(stem))
    return title.unit if title is not None else match["unit"] if match else ""


def _first_year(pattern: re.Pattern[str], lines: Iterable[str]) -> int | None:
    return next((_value(m) for line in lines if (m := pattern.search(line))), None)


def _value(match: re.Match[str]) -> int:
    return int(match["year"].translate(_DIGITS))
