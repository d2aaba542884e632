"""Cell text ↔ number: as people write them, exactly, and written back in the cell's own style.

Exact arithmetic only: int for whole numbers, Decimal otherwise; never float.
"""

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Literal

Number = int | Decimal

_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\u200f\u202a\u202c"))
_DASHES = dict.fromkeys(map(ord, "−‐‑‒–—―－﹣─━"), "-")
_PLACEHOLDERS = frozenset(("/", "-", "--", "---", "无", "\\", "//"))
_UNITS = re.compile(r"(件次|件|宗|例|份|次|起|条|项|个|万元|亿元|元)$")
_NUMBER = re.compile(r"[+-]?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?")
_PLAIN = re.compile(r"[+-]?\d{1,40}(?:\.\d{1,20})?")


@dataclass(frozen=True, slots=True)
class Reading:
    """What a cell's text says.

    kind: ``number``; ``blank`` (nothing, or / - — 无: counts as 0); ``text`` (anything else: not a number).
    value: the number, None unless ``kind`` is ``number``.
    """

    kind: Literal["number", "blank", "text"]
    value: Number | None = None

    @property
    def arithmetic(self) -> Number | None:
        """The value in sums: 0 for a blank, None where there is no number to reckon with."""
        return 0 if self.kind == "blank" else self.value


BLANK = Reading("blank")
NOT_A_NUMBER = Reading("text")


@lru_cache(maxsize=4096)
def read(text: str) -> Reading:
    """Read a cell's text as a clerk reads it (H01–H07 of the catalogue of checks).

    Full-width digits, thousands separators, inner spaces, invisible characters, a trailing unit and a
    leading sign are read through; two lines or anything else make it ``text``, never a guess.
    """
    said = compact(text)
    if "\n" in text.strip():
        return NOT_A_NUMBER if said else BLANK
    if not said or said.translate(_DASHES) in _PLACEHOLDERS:
        return BLANK
    said = _UNITS.sub("", said)
    sign = said[:1].translate(_DASHES)
    match = _NUMBER.fullmatch(sign + said[1:])
    if match is None or len(said) > 60:
        return NOT_A_NUMBER
    return Reading("number", _value(match[0]))


def compact(text: str) -> str:
    """The text in normal width, without blanks and invisible characters; empty where nothing is seen."""
    folded = unicodedata.normalize("NFKC", text.translate(_INVISIBLE))
    return "".join(folded.split())


@lru_cache(maxsize=4096)
def is_plain(text: str) -> bool:
    """Whether the text is nothing but a whole number in digits, as the form wants it."""
    bare = text.strip()
    return bare.isascii() and bare.isdigit() and (bare[0] != "0" or bare == "0")


def _value(text: str) -> Number:
    plain = text.replace(",", "")
    if "." not in plain:
        return int(plain)
    value = Decimal(plain)
    return int(value) if value == value.to_integral_value() else value


def plain(value: Number) -> str:
    """The number as digits, without exponent or superfluous zeros."""
    if isinstance(value, int):
        return str(value)
    return format(value.normalize(), "f")


def distance(one: Number, other: Number) -> Number:
    """How far two numbers lie apart."""
    return max(one - other, other - one)


_FULL_WIDTH = str.maketrans("0123456789.,-+", "０１２３４５６７８９．，－＋")
_CORE = re.compile(
    r"^(?P<before>[\s\u200b\u200c\u200d\u2060\ufeff]*)(?P<sign>[+＋]?)(?P<core>.*?)"
    r"(?P<unit>(?:件次|件|宗|例|份|次|起|条|项|个|万元|亿元|元)?)(?P<after>[\s\u200b\u200c\u200d\u2060\ufeff]*)$",
    re.DOTALL,
)


def write_like(old: str, new: str) -> str:
    """``new`` (what the clerk typed, or a suggested number) in the way of writing of ``old``.

    Full-width stays full-width, thousands separators, a trailing 件 and surrounding spaces stay. A text
    that is not a plain number, or an ``old`` that was none, is taken as typed.
    """
    match = _CORE.match(old)
    if read(old).kind != "number" or not _PLAIN.fullmatch(new) or match is None:
        return new
    core = match["core"]
    written = new
    comma = next((c for c in core if c in ",，"), "")
    if comma:
        whole, dot, rest = new.partition(".")
        written = f"{int(whole):,}".replace(",", comma) + dot + rest
    if any("０" <= c <= "９" for c in core):
        written = written.translate(_FULL_WIDTH)
    return match["before"] + written + match["unit"] + match["after"]
