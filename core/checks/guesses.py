"""What a cell that is no number may have been meant to say; offered to the clerk, never reckoned with."""

import re
from functools import lru_cache
from typing import NamedTuple

from core.numerals import compact
from core.prose.numbers import CHINESE, value_of

_MEASURE = "(?:件次|件|宗|例|份|次|起|条|项|个)?"
_IN_CHINESE = re.compile(f"({CHINESE}){_MEASURE}")
_LOOKALIKES = str.maketrans("Oo〇○ΟОоIl|", "0000000111")
_DIGITS = re.compile(r"\d{1,9}(?:\.\d{1,6})?")
_LETTERS = re.compile(rf"([\dOo〇○ΟОоIl|]{{1,9}}){_MEASURE}")
_APART = re.compile(r"[\s/、，,;；|]+")
_WITH_WORDS = re.compile(r"(?:约|共|计|共计)?(\d{1,9})[\u4e00-\u9fff]{0,3}")
_MOST = 3


class Guess(NamedTuple):
    """what: what is wrong with the text, in the clerk's words. numbers: what it may mean, likeliest first."""

    what: str
    numbers: tuple[str, ...] = ()


@lru_cache(maxsize=1024)
def guess(text: str) -> Guess:
    """Chinese numerals, letters for digits, several numbers in one cell, a number among words."""
    said = compact(text)
    if said.startswith("#"):
        return Guess("是公式出错的标记，请在 Excel 或 WPS 里改好公式")
    parts = [part for part in _APART.split(text.strip()) if part]
    if len(parts) > 1 and all(_DIGITS.fullmatch(part) for part in parts):
        return Guess("一格里有不止一个数，只应有一个", tuple(dict.fromkeys(parts))[:_MOST])
    chinese = _IN_CHINESE.fullmatch(said)
    if chinese and (value := value_of(chinese[1])) is not None:
        return Guess("不是阿拉伯数字", (str(value),))
    letters = _LETTERS.fullmatch(said)
    if letters:
        return Guess("不是数", (str(int(letters[1].translate(_LOOKALIKES))),))
    words = _WITH_WORDS.fullmatch(said)
    return Guess("不是数", (str(int(words[1])),) if words else ())
