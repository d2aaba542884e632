"""Sums of money as running text writes them: 1627.8万元, 865,000元, 三百元."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from core.prose.numbers import FIRST, NUMERALS, value_of

_UNITS = {"元": Decimal(1), "万元": Decimal(10_000), "亿元": Decimal(100_000_000)}
_AMOUNT = re.compile(
    rf"[{FIRST}](?:(?<=\d)(?<![\d.,].)(?:\d{{0,2}}(?:,\d{{3}})+|\d{{0,11}})(?:\.\d{{1,8}})?"
    rf"|(?<=[{NUMERALS}])(?<![{NUMERALS}].)[{NUMERALS}]{{0,9}})(?P<unit>[万亿]?元)"
)


class Amount(NamedTuple):
    """A sum: where its digits stand, where its unit ends. written: the digits' number; unit: in yuan.

    half: half a unit of its last written digit, in yuan: how far it may be rounded.
    """

    start: int
    end: int
    after: int
    written: Decimal
    unit: Decimal

    @property
    def yuan(self) -> Decimal:
        return self.written * self.unit

    @property
    def half(self) -> Decimal:
        exponent = self.written.as_tuple().exponent
        return self.unit * Decimal(5).scaleb((exponent if isinstance(exponent, int) else 0) - 1)


def amounts(text: str, start: int, end: int) -> Iterator[Amount]:
    """The sums in ``text[start:end]``; whether they are exact (近、余) is for the caller to see."""
    for match in _AMOUNT.finditer(text, start, end):
        value = _number(text[match.start() : match.start("unit")])
        if value is not None:
            yield Amount(match.start(), match.start("unit"), match.end(), value, _UNITS[match["unit"]])


def _number(digits: str) -> Decimal | None:
    if digits[0].isascii():
        return Decimal(digits.replace(",", ""))
    value = value_of(digits)
    return None if value is None else Decimal(value)
