"""Numbers as running text writes them: digits with or without separators, or Chinese numerals, and a unit."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from core.numerals import write_like

_DIGITS = {c: i for i, c in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2}
_POWERS = {"十": 10, "百": 100, "千": 1000}
NUMERALS = "零〇一二两三四五六七八九十百千万"
CHINESE = f"[{NUMERALS}]{{1,10}}"
_ARABIC = r"(?<=\d)(?<![\d.].)(?<!\d,.)(?:\d{0,2}(?:,\d{3})+|\d{0,8})(?![\d.])"
_CHINESE = f"(?<=[{NUMERALS}])(?<![{NUMERALS}第每逐唯统单同之某几数].)[{NUMERALS}]{{0,9}}"
DIGITS = f"(?:{_ARABIC}|{_CHINESE})"
"""A whole number from behind its first character on: a pattern that begins with a set is found fast."""
FIRST = rf"\d{NUMERALS}"


class Number(NamedTuple):
    """A number: where it stands, where its unit ends. weak: the unit serves anything (条, 项, 个)."""

    start: int
    end: int
    after: int
    value: int
    weak: bool


def pattern(units: Sequence[str], weak: Sequence[str]) -> str:
    """A regular expression for the rest of a number behind its first character, and its unit.

    Its groups are the unit: ``plain`` or ``weak``.
    """
    return rf"{DIGITS}(?:(?P<plain>{'|'.join(units)})|(?P<weak>{'|'.join(weak)}))"


def number(match: re.Match[str]) -> Number | None:
    """The number that a pattern of those found; None where its Chinese numerals make none."""
    start = match.start()
    end = match.start("plain") if match["weak"] is None else match.start("weak")
    value = value_of(match.string[start:end])
    if value is None:
        return None
    return Number(start, end, match.end(match.lastgroup or 0), value, match["weak"] is not None)


def value_of(text: str) -> int | None:
    """The whole number that ASCII digits or Chinese numerals state; None if they state none.

    Chinese numerals are read both ways: by place (三百零五, 十二, 两千, 一万二千) and digit by digit (二〇).
    """
    if text[0].isascii():
        return int(text.replace(",", ""))
    if len(text) > 1 and all(c in _DIGITS for c in text):
        return None if "两" in text else int("".join(str(_DIGITS[c]) for c in text))
    thousands, cross, units = text.rpartition("万")
    low = _below_ten_thousand(units) if units else 0
    high = _below_ten_thousand(thousands) if cross else 0
    return None if low is None or high is None or (cross and not high) else high * 10000 + low


def _below_ten_thousand(text: str) -> int | None:
    total, digit, last = 0, None, 10000
    for c in text:
        if c in _POWERS:
            if _POWERS[c] >= last or digit == 0 or (digit is None and c != "十"):
                return None
            last = _POWERS[c]
            total += (1 if digit is None else digit) * last
            digit = None
        elif digit:
            return None
        elif c in _DIGITS:
            digit = _DIGITS[c]
        else:
            return None
    return total + (digit or 0) if text else None


def written_like(old: str, new: int | str) -> str:
    """``new`` as ``old`` is written: Chinese numerals, full-width digits, thousands separators.

    new: a whole number, or digits with decimals.
    """
    if not any(map(str.isdecimal, old)):
        return _chinese(int(new))
    written = write_like(old, str(new))
    return written.replace(",", "，") if "，" in old else written


def _chinese(value: int) -> str:
    if value >= 10**8:
        return str(value)
    high, low = divmod(value, 10000)
    if not high:
        return _leading(low)
    zero = "零" if 0 < low < 1000 else ""
    return f"{_leading(high)}万{zero}{_place_by_place(low) if low else ''}"


def _leading(value: int) -> str:
    """两, not 二; 十二, not 一十二: where nothing stands before it."""
    text = "两" if value == 2 else _place_by_place(value)
    return text.removeprefix("一") if 10 <= value < 20 else text


def _place_by_place(value: int) -> str:
    """Below ten thousand: 一十二, 三百零五, 一千二百."""
    text = ""
    for name, power in (("千", 1000), ("百", 100), ("十", 10), ("", 1)):
        digit = value // power % 10
        if digit:
            text += _NAMES[digit] + name
        elif text and not text.endswith("零"):
            text += "零"
    return text.rstrip("零") or "零"


_NAMES = "零一二三四五六七八九"
