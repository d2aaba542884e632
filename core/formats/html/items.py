"""What is found on a page: lines of text and grids of cells, each with the element that it stands in."""

from dataclasses import dataclass, field

from lxml import etree

from core.tables import RawCell


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph. linked: how many of its characters are links to elsewhere."""

    text: str
    element: etree._Element
    linked: int = 0

    @property
    def is_link(self) -> bool:
        """Whether it is a menu's entry or the like rather than a sentence."""
        return self.linked * 2 >= len(self.text)


@dataclass(frozen=True, slots=True)
class Grid:
    """A table that holds data, its cells without anchors."""

    cells: tuple[RawCell, ...]
    element: etree._Element


Item = Line | Grid


@dataclass(slots=True)
class Content:
    """What a cell, or the page itself, holds so far. graphic: there is a picture that may say something."""

    items: list[Item] = field(default_factory=list)
    graphic: bool = False

    @property
    def lines(self) -> list[str]:
        return [item.text for item in self.items if isinstance(item, Line)]
