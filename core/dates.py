"""Dates as they are written under a report, in digits or in Chinese numerals."""

import re
import unicodedata
from calendar import monthrange
from typing import NamedTuple

_DIGITS = str.maketrans("〇○零oO一二三四五六七八九", "00000123456789")
_DATE = re.compile(
    r"(?P<year>20\d\d|二[〇○零oO][〇○零oO一二三四五六七八九]{2})(?:年|[-./])(?P<month>\d{1,2}|[一二三四五六七八九十]{1,2})(?:月|[-./]|$)"
    r"(?:(?P<day>\d{1,2}|[一二三四五六七八九十]{1,3})(?:日|$))?"
)


class Date(NamedTuple):
    """day: 0 where only the month is written."""

    year: int
    month: int
    day: int = 0

    def __str__(self) -> str:
        return f"{self.year}年{self.month}月" + (f"{self.day}日" if self.day else "")

    @property
    def exists(self) -> bool:
        """Whether the calendar has such a day."""
        return 1 <= self.month <= 12 and 0 <= self.day <= monthrange(self.year, self.month)[1]


def read_date(text: str) -> Date | None:
    """The date a text holds, None where there is none; it need not exist in the calendar."""
    match = _DATE.search("".join(unicodedata.normalize("NFKC", text).split()))
    if match is None:
        return None
    year = int(match["year"].translate(_DIGITS))
    return Date(year, _number(match["month"]), _number(match["day"] or "0"))


def _number(text: str) -> int:
    """1 to 99, in digits or as 十七, 三十一."""
    tens, ten, units = text.rpartition("十")
    if not ten:
        return int(text.translate(_DIGITS))
    return int(tens.translate(_DIGITS) or 1) * 10 + int(units.translate(_DIGITS) or 0)
