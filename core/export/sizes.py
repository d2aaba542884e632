"""How wide a statutory table's columns are on paper, and how large its type, whatever it is drawn with."""

import re
import unicodedata
from collections.abc import Iterable, Mapping

from core.layout import Drawing

_LABELS: Mapping[int, tuple[float, ...]] = {0: (), 1: (0.34,), 2: (0.12, 0.32), 3: (0.075, 0.115, 0.29)}
"""Share of the width that the columns of row headings take, by how many there are."""

_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def shares(plan: Drawing) -> tuple[float, ...]:
    """Each grid column's share of the table's width; together 1. Columns of figures are alike."""
    labels = _LABELS[plan.frozen_columns]
    figures = plan.columns - len(labels)
    return (*labels, *((1 - sum(labels)) / figures for _ in range(figures)))


def width(text: str) -> float:
    """How many ems a text takes on one line: 1 for a full-width character, 0.5 for a narrow one."""
    return sum(1.0 if unicodedata.east_asian_width(c) in "WFA" else 0.5 for c in text)


def lines(text: str, ems: float) -> int:
    """How many lines a text takes in a column of this width, at least 1."""
    return sum(max(1, -int(-width(line) // ems)) for line in text.split("\n")) or 1


def size_that_fits(texts: Iterable[str], points: float, sizes: tuple[float, ...]) -> float:
    """The first of these type sizes in which every number stands on one line of ``points``; else the last.

    What is longer than a number ever is may wrap.
    """
    widest = max((width(text) for text in texts if len(text) <= _LONGEST_NUMBER), default=0)
    return next((size for size in sizes if widest * size <= points), sizes[-1])


_LONGEST_NUMBER = 12


def printable(text: str) -> str:
    """Text without characters that no document can hold."""
    return _UNPRINTABLE.sub("", text)
