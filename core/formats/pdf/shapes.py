"""What a page shows, before anybody knows what it means: letters, ruling lines, pictures.

Lengths are points (1/72 inch); x grows to the right, y downwards, as the page's text is read.
"""

from typing import NamedTuple


class Box(NamedTuple):
    """A rectangle."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.bottom - self.top

    @property
    def middle(self) -> tuple[float, float]:
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2

    def holds(self, x: float, y: float) -> bool:
        return self.left <= x <= self.right and self.top <= y <= self.bottom

    def within(self, other: "Box") -> "Box":
        """What the two have in common; of negative width or height where that is nothing."""
        return Box(
            max(self.left, other.left),
            max(self.top, other.top),
            min(self.right, other.right),
            min(self.bottom, other.bottom),
        )

    def meets(self, other: "Box") -> bool:
        """Whether the two have more than a border in common."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )


class Glyph(NamedTuple):
    """One letter as it is drawn.

    text: empty where the font does not say which letter it is. box: from the font's ascent to its descent,
    as wide as the letter advances. base: y of its baseline. turned: it lies on its side, or stands on its
    head, beside the rest of the page. struck: a line runs through it.
    """

    text: str
    box: Box
    base: float
    size: float
    turned: bool = False
    struck: bool = False


class Rule(NamedTuple):
    """A ruling line: its place across, where it begins and ends along."""

    at: float
    start: float
    end: float


class Page(NamedTuple):
    """A page's content in the order it is drawn.

    across, down: horizontal and vertical ruling lines. noted: where annotations lie over the text.
    pictured: a picture covers the page. hidden: letters that nobody sees were left out.
    """

    box: Box
    glyphs: tuple[Glyph, ...]
    across: tuple[Rule, ...]
    down: tuple[Rule, ...]
    noted: tuple[Box, ...] = ()
    pictured: bool = False
    hidden: bool = False
