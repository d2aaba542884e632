"""Breaking Chinese text into lines: numbers and words stay whole, punctuation never begins a line."""

import re
from collections.abc import Callable, Iterator

_UNIT = re.compile(r"[\x21-\x7e]+ ?|.", re.DOTALL)
_NOT_FIRST = "，。；：、？！）〕】》”’…％%),.;:!?"
_NOT_LAST = "（〔【《“‘(["

Width = Callable[[str], float]


def wrap(text: str, room: float, width: Width) -> list[str]:
    """The lines of a text of which none is wider than ``room``, by what ``width`` says of a string."""
    return [line for paragraph in text.split("\n") for line in _lines(paragraph, room, width)]


def _lines(text: str, room: float, width: Width) -> Iterator[str]:
    line = ""
    for unit in _units(text, room, width):
        if line and width((line + unit).rstrip()) > room:
            yield line.rstrip()
            line = ""
        line += unit
    yield line.rstrip()


def _units(text: str, room: float, width: Width) -> Iterator[str]:
    """Pieces that are not broken, unless one is wider than a whole line."""
    unit = ""
    for piece in _UNIT.findall(text):
        if unit and unit[-1] not in _NOT_LAST and piece[0] not in _NOT_FIRST:
            yield from _fitting(unit, room, width)
            unit = ""
        unit += piece
    yield from _fitting(unit, room, width)


def _fitting(unit: str, room: float, width: Width) -> Iterator[str]:
    if width(unit.rstrip()) <= room:
        yield unit
    else:
        yield from unit
