"""What spreadsheet operators and functions do with exact values."""

import operator
import unicodedata
from collections.abc import Callable, Sequence
from decimal import ROUND_HALF_UP, Context, Decimal
from enum import Enum
from typing import Final, NamedTuple

from core.formats.xlsx.references import UnsupportedError
from core.formats.xlsx.values import number


class Unknown(Enum):
    """The one value that says: this cannot be told (an error, or beyond this program)."""

    UNKNOWN = "?"


UNKNOWN: Final = Unknown.UNKNOWN

Value = Decimal | str | bool | None
"""A cell's value; None is a blank cell."""
Result = Value | Unknown


class Cells(NamedTuple):
    """What a reference stands for: the cells' values (of several, blanks may be left out)."""

    values: tuple[Result, ...]
    single: bool


Item = Result | Cells

_MAX_PLACES = 30
_FIFTEEN = Context(prec=15, rounding=ROUND_HALF_UP)


def scalar(item: Item) -> Value:
    """The one value of an item. Raises UnsupportedError for several cells and for an error."""
    if isinstance(item, Cells):
        if not item.single:
            raise UnsupportedError
        item = item.values[0] if item.values else None
    if isinstance(item, Unknown):
        raise UnsupportedError
    return item


def _number(item: Item) -> Decimal:
    value = scalar(item)
    if isinstance(value, str):
        value = number(value)
        if value is None:
            raise UnsupportedError
    return value if isinstance(value, Decimal) else Decimal(bool(value))


def _numbers(items: Sequence[Item]) -> list[Decimal]:
    """Numbers among arguments: of referred cells only true numbers count, of constants all."""
    found: list[Decimal] = []
    for item in items:
        if not isinstance(item, Cells):
            found.append(_number(item))
            continue
        if UNKNOWN in item.values:
            raise UnsupportedError
        found += [value for value in item.values if isinstance(value, Decimal)]
    return found


def _round(item: Item, places: Item) -> Decimal:
    shift = int(_number(places))
    if abs(shift) > _MAX_PLACES:
        raise UnsupportedError
    return _FIFTEEN.plus(_number(item)).quantize(Decimal(1).scaleb(-shift), rounding=ROUND_HALF_UP)


def _if(condition: Item, chosen: Item, other: Item = False) -> Value:
    test = scalar(condition)
    if isinstance(test, str):
        raise UnsupportedError
    value = scalar(chosen if test else other)
    return Decimal(0) if value is None else value


def _average(*items: Item) -> Decimal:
    numbers = _numbers(items)
    return sum(numbers, Decimal(0)) / len(numbers)


def _n(item: Item) -> Decimal:
    value = scalar(item)
    return Decimal(0) if isinstance(value, str) else _number(value)


_BLANK_AS: dict[type, Value] = {Decimal: Decimal(0), str: "", bool: False, type(None): Decimal(0)}
_ORDER: dict[type, int] = {Decimal: 0, str: 1, bool: 2}
_LIKE: dict[str, Callable[..., bool]] = {
    "=": operator.eq, "<>": operator.ne, "<": operator.lt,
    ">": operator.gt, "<=": operator.le, ">=": operator.ge,
}  # fmt: skip


def _comparison(name: str) -> Callable[..., bool]:
    """Numbers come before texts, texts before logical values; a blank is like whatever it meets."""

    def compare(left: Item, right: Item) -> bool:
        first, second = scalar(left), scalar(right)
        first = _BLANK_AS[type(second)] if first is None else first
        second = _BLANK_AS[type(first)] if second is None else second
        if type(first) is not type(second):
            return _LIKE[name](_ORDER[type(first)], _ORDER[type(second)])
        if isinstance(first, Decimal) and isinstance(second, Decimal):
            return _LIKE[name](_FIFTEEN.plus(first), _FIFTEEN.plus(second))
        if isinstance(first, str) and isinstance(second, str):
            return _same_text(first, second, name)
        return _LIKE[name](first, second)

    return compare


def _same_text(first: str, second: str, name: str) -> bool:
    """Equal or not but for case; order and full-width forms depend on the spreadsheet's language."""
    same = first.casefold() == second.casefold()
    if name not in ("=", "<>") or same != (_folded(first) == _folded(second)):
        raise UnsupportedError
    return same == (name == "=")


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()


FUNCTIONS: dict[str, Callable[..., Value]] = {
    **{name: _comparison(name) for name in _LIKE},
    "+": lambda left, right: _number(left) + _number(right),
    "-": lambda left, right: _number(left) - _number(right),
    "*": lambda left, right: _number(left) * _number(right),
    "/": lambda left, right: _number(left) / _number(right),
    "negative": lambda item: -_number(item),
    "percent": lambda item: _number(item) / 100,
    "SUM": lambda *items: sum(_numbers(items), Decimal(0)),
    "AVERAGE": _average,
    "MAX": lambda *items: max(_numbers(items), default=Decimal(0)),
    "MIN": lambda *items: min(_numbers(items), default=Decimal(0)),
    "ROUND": _round,
    "ABS": lambda item: abs(_number(item)),
    "N": _n,
    "IF": _if,
}
"""Operators and functions by name; the signs before and the percent after a number by a word."""
