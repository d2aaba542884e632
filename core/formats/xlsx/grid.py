"""Places on a worksheet: A1 names, areas, and which area a cell lies in, row by row."""

import heapq
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from core.errors import ReadError
from core.formats.package import BROKEN

MAX_ROWS, MAX_COLUMNS = 1_048_576, 16_384

_OVERLAP = "工作表里的合并单元格或数组区域互相重叠，无法确定数字在哪一格，请用 Excel 或 WPS 打开、另存后再试"
_A1 = re.compile(r"\$?([A-Za-z]{1,3})\$?([0-9]{1,7})")


class Area(NamedTuple):
    """A rectangle of cells, all four borders included, counted from 0."""

    top: int
    left: int
    bottom: int
    right: int

    def holds(self, row: int, column: int) -> bool:
        return self.top <= row <= self.bottom and self.left <= column <= self.right

    @property
    def size(self) -> int:
        return (self.bottom - self.top + 1) * (self.right - self.left + 1)


@lru_cache(maxsize=1024)
def column_number(letters: str) -> int:
    """Column from 0: ``A`` → 0, ``XFD`` → 16383. Raises ReadError beyond the sheet's edge."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - 64
    if number > MAX_COLUMNS:
        raise ReadError(BROKEN)
    return number - 1


def row_number(digits: str) -> int:
    """Row from 0: ``1`` → 0. Raises ReadError beyond the sheet's edge."""
    if not (digits.isascii() and digits.isdecimal() and len(digits) <= 7 and 1 <= int(digits) <= MAX_ROWS):
        raise ReadError(BROKEN)
    return int(digits) - 1


def place(name: str) -> tuple[int, int]:
    """Row and column of ``B3``. Raises ReadError when it is no cell of a sheet."""
    match = _A1.fullmatch(name)
    if match is None:
        raise ReadError(BROKEN)
    return row_number(match[2]), column_number(match[1])


@lru_cache(maxsize=1024)
def area(reference: str) -> Area:
    """Area of ``A1:C3`` or ``A1``. Raises ReadError when it is none."""
    first, _, last = reference.partition(":")
    top, left = place(first)
    bottom, right = place(last) if last else (top, left)
    return Area(min(top, bottom), min(left, right), max(top, bottom), max(left, right))


def cell_name(row: int, column: int) -> str:
    """``B3`` for row 2, column 1."""
    letters, rest = "", column + 1
    while rest:
        rest, digit = divmod(rest - 1, 26)
        letters = chr(65 + digit) + letters
    return f"{letters}{row + 1}"


class Sweep:
    """Finds the area a cell lies in when rows are visited from top to bottom.

    Costs nothing per covered cell, so a merge over a million rows is as cheap as one over two.
    Raises ReadError when two areas overlap on a visited row.
    """

    def __init__(self, areas: Iterable[Area]) -> None:
        self._waiting = sorted(areas, reverse=True)
        self._lefts: list[int] = []
        self._active: list[Area] = []
        self._ends: list[tuple[int, int]] = []

    def enter(self, row: int) -> int:
        """Go to ``row``; returns the last column that any area covers there, -1 if none does."""
        if not self._active and not self._waiting:
            return -1
        while self._ends and self._ends[0][0] < row:
            index = bisect_left(self._lefts, heapq.heappop(self._ends)[1])
            del self._lefts[index], self._active[index]
        while self._waiting and self._waiting[-1].top <= row:
            area = self._waiting.pop()
            if area.bottom >= row:
                self._add(area)
        return self._active[-1].right if self._active else -1

    def _add(self, area: Area) -> None:
        index = bisect_right(self._lefts, area.left)
        if index and self._active[index - 1].right >= area.left:
            raise ReadError(_OVERLAP)
        if index < len(self._lefts) and self._lefts[index] <= area.right:
            raise ReadError(_OVERLAP)
        self._lefts.insert(index, area.left)
        self._active.insert(index, area)
        heapq.heappush(self._ends, (area.bottom, area.left))

    def at(self, column: int) -> Area | None:
        """The area that covers ``column`` on the present row."""
        index = bisect_right(self._lefts, column)
        if index and (area := self._active[index - 1])[3] >= column:
            return area
        return None
