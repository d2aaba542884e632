"""Coordinates of a PDF turned into those of the page as it is read (PDF 32000-1, 8.3.3)."""

import math
from collections.abc import Iterable
from typing import NamedTuple

from core.formats.pdf.shapes import Box

Point = tuple[float, float]


class Matrix(NamedTuple):
    """x' = a·x + c·y + e, y' = b·x + d·y + f."""

    a: float = 1
    b: float = 0
    c: float = 0
    d: float = 1
    e: float = 0
    f: float = 0

    def of(self, x: float, y: float) -> Point:
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def box(self, left: float, bottom: float, right: float, top: float) -> Box:
        """A rectangle of the PDF."""
        return around([self.of(x, y) for x in (left, right) for y in (bottom, top)])

    def after(self, inner: "Matrix") -> "Matrix":
        """First ``inner``, then this."""
        a, b = inner.a * self.a + inner.b * self.c, inner.a * self.b + inner.b * self.d
        c, d = inner.c * self.a + inner.d * self.c, inner.c * self.b + inner.d * self.d
        return Matrix(a, b, c, d, *self.of(inner.e, inner.f))


def upright(degrees: int) -> Matrix:
    """Turns a page whose text runs at this angle, so that it reads from left to right and downwards."""
    cos, sin = round(math.cos(math.radians(degrees))), round(math.sin(math.radians(degrees)))
    return Matrix(cos, sin, sin, -cos)


def around(points: Iterable[Point]) -> Box:
    """The smallest rectangle that holds the points."""
    xs, ys = zip(*points, strict=True)
    return Box(min(xs), min(ys), max(xs), max(ys))
