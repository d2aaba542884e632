"""Formulas as tokens, and which cells they refer to.

Knowing what a formula depends on is asked more often than its value and of more formulas than can be
evaluated, so it is answered from the tokens alone. What may refer to cells in ways that tokens do not show
(other files, table columns, INDIRECT, OFFSET) raises UnsupportedError.
"""

import re
from collections.abc import Callable, Mapping
from typing import NamedTuple

from core.formats.xlsx.grid import MAX_COLUMNS, MAX_ROWS, Area, column_number

_MAX_TOKENS = 2000
_MAX_NAMES = 8
_ROAMING = frozenset({"INDIRECT", "OFFSET", "GETPIVOTDATA", "EVALUATE", "CALL"})

_TOKEN = re.compile(
    r"""(?P<space>\s+)
|"(?P<text>(?:[^"]|"")*)"
|(?P<error>\#(?:REF!|DIV/0!|N/A|NAME\?|NULL!|NUM!|VALUE!))
|(?:(?:'(?P<quoted>(?:[^'\[\]:]|'')+)'|(?P<sheet>[^\W\d][\w.]*))!)?
 (?:(?P<first>\$?[A-Z]{1,3}\$?[0-9]{1,7})(?::(?P<last>\$?[A-Z]{1,3}\$?[0-9]{1,7}))?
   |(?P<columns>\$?[A-Z]{1,3}:\$?[A-Z]{1,3})
   |(?P<rows>\$?[0-9]{1,7}:\$?[0-9]{1,7}))(?![\w.(!:\#\[?\\])
|(?P<number>(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:E[+-]?[0-9]{1,3})?)(?![\w.])
|(?P<function>[^\W\d][\w.]*)\(
|(?P<name>[^\W\d\\?][\w.\\?]*)(?![\w.(!:\#\[?\\])
|(?P<operator><>|<=|>=|[-+*/^&=<>%(),;{}])""",
    re.VERBOSE | re.IGNORECASE,
)
_CORNER = re.compile(r"(\$?)([A-Za-z]{0,3})(\$?)([0-9]*)")


class UnsupportedError(Exception):
    """The formula holds something this program cannot follow."""


class Reference(NamedTuple):
    """Cells a formula refers to; ``sheet`` as written, empty for the formula's own."""

    sheet: str
    area: Area


class Token(NamedTuple):
    """kind: ``text``, ``error``, ``area``, ``number``, ``function``, ``logical`` or ``operator``."""

    kind: str
    text: str
    reference: Reference | None = None


def tokens(
    formula: str, names: Mapping[str, str], down: int = 0, right: int = 0, depth: int = 0
) -> list[Token]:
    """Tokens of a formula, defined names replaced by what they stand for.

    names: text of each defined name, folded. down, right: how far a shared formula's relative references
    are moved. Raises UnsupportedError when the formula may refer to cells that its tokens do not show.
    """
    found: list[Token] = []
    position = 0
    while position < len(formula):
        match = _TOKEN.match(formula, position)
        if match is None or len(found) > _MAX_TOKENS:
            raise UnsupportedError
        position = match.end()
        kind = match.lastgroup or ""
        if kind == "name":
            found += _named(match["name"], names, depth)
        elif kind in _MAKERS:
            found.append(_MAKERS[kind](match))
        elif kind != "space":
            found.append(Token("area", match[0], _reference(match, (down, right), absolute=depth > 0)))
    return found


def _function(match: re.Match[str]) -> Token:
    name = match["function"].upper()
    if name.rpartition(".")[2] in _ROAMING:
        raise UnsupportedError
    return Token("function", name)


_MAKERS: dict[str, Callable[[re.Match[str]], Token]] = {
    "text": lambda match: Token("text", match["text"].replace('""', '"')),
    "error": lambda match: Token("error", match["error"]),
    "number": lambda match: Token("number", match["number"]),
    "function": _function,
    "operator": lambda match: Token("operator", match["operator"]),
}


def _named(name: str, names: Mapping[str, str], depth: int) -> list[Token]:
    if name.upper() in ("TRUE", "FALSE"):
        return [Token("logical", name.upper())]
    definition = names.get(name.casefold())
    if definition is None or depth >= _MAX_NAMES:
        raise UnsupportedError
    inner = tokens(definition, names, depth=depth + 1)
    if len(inner) > _MAX_TOKENS:
        raise UnsupportedError
    return [Token("operator", "("), *inner, Token("operator", ")")]


def _reference(match: re.Match[str], moved: tuple[int, int], absolute: bool) -> Reference:
    sheet = (match["quoted"] or "").replace("''", "'") or match["sheet"] or ""
    written = match["columns"] or match["rows"] or f"{match['first']}:{match['last'] or match['first']}"
    first, _, last = written.partition(":")
    top, left = _corner(first, moved, (0, 0), absolute)
    bottom, right = _corner(last, moved, (MAX_ROWS - 1, MAX_COLUMNS - 1), absolute)
    if absolute and not sheet:
        raise UnsupportedError
    return Reference(sheet, Area(min(top, bottom), min(left, right), max(top, bottom), max(left, right)))


def _corner(
    written: str, moved: tuple[int, int], missing: tuple[int, int], absolute: bool
) -> tuple[int, int]:
    """Row and column of one corner; a whole column or row takes the other coordinate from ``missing``."""
    match = _CORNER.fullmatch(written)
    if match is None:
        raise UnsupportedError
    column_fixed, letters, row_fixed, digits = match.groups()
    if not letters:
        row_fixed = row_fixed or column_fixed
    if absolute and ((letters and not column_fixed) or (digits and not row_fixed)):
        raise UnsupportedError
    row, column = missing
    if letters and len(letters) == 3 and letters.upper() > "XFD":
        raise UnsupportedError
    if digits:
        row = int(digits) - 1 + (0 if row_fixed else moved[0])
    if letters:
        column = column_number(letters) + (0 if column_fixed else moved[1])
    if not (0 <= row < MAX_ROWS and 0 <= column < MAX_COLUMNS):
        raise UnsupportedError
    return row, column
