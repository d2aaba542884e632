"""Which year and whose report it is: from its title, the reporting period, the file's name."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from pathlib import PurePath

_YEAR = r"(?P<year>20[0-4]\d)\s*年?\s*(?:年?度|年)?"
_TITLE = re.compile(
    r"^(?:关于)?(?:发布|公布|印发)?(?P<unit>.{0,40}?)" + _YEAR + r".{0,12}?政府信息公开.{0,4}?年.{0,2}?报"
)
_TITLE_WITHOUT_UNIT = re.compile(_YEAR + r".{0,12}?政府信息公开.{0,4}?年.{0,2}?报")
_PERIOD = re.compile(r"自?(?P<year>20[0-4]\d)年1月1日.{0,12}?12月31日")
_ANY_YEAR = re.compile(r"(?P<year>20[0-4]\d)")
_UNIT = re.compile(r"^[\u4e00-\u9fff（）()·]{2,40}$")
_HEAD = 12


def year_and_unit(texts: Iterable[str], file_name: str = "") -> tuple[int | None, str | None]:
    """Year reported on and the unit's name as its own title gives it; None where the document is silent."""
    lines = _lines(texts)
    head = list(islice(lines, _HEAD))
    year, unit = _from_title(head)
    stem = _bare(PurePath(file_name).stem)
    year = year or _first_year(_PERIOD, chain(head, lines)) or _first_year(_TITLE_WITHOUT_UNIT, [stem])
    if unit is None:
        match = _TITLE.match(stem)
        unit = (match["unit"] or None) if match else None
    return year or _first_year(_ANY_YEAR, [stem]), unit


def _lines(texts: Iterable[str]) -> Iterator[str]:
    """Lines that say anything, without blanks, as they are asked for."""
    for text in texts:
        yield from filter(None, map(_bare, text.splitlines()))


def _bare(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split())


def _from_title(lines: list[str]) -> tuple[int | None, str | None]:
    before = ""
    for line in lines:
        match = _TITLE.match(line) if len(line) <= 80 else None
        if match:
            unit = match["unit"] or (before if _UNIT.match(before) else "")
            return int(match["year"]), unit or None
        before = line
    return None, None


def _first_year(pattern: re.Pattern[str], lines: Iterable[str]) -> int | None:
    return next((int(m["year"]) for line in lines if (m := pattern.search(line))), None)
