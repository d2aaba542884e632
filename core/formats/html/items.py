"""What is found on a page: lines of text and grids of cells, each with the element that it stands in."""

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field

from core.numerals import read
from core.tables import RawCell

_FIGURES = 4
_LABELS = re.compile(
    "信息内容|制发件数|公开数量|行政许可|行政处罚|新收|结转|予以公开|自然人|结果维持|结果纠正|尚未审结"
)


@dataclass(slots=True, eq=False)
class Node:
    """An element. number: of its beginning, in the order of the page; last: of the last that begins in it.

    is_block: its text begins and ends a line. is_link: it leads elsewhere. keeps_breaks: line ends of the
    source are line ends on the page.
    """

    number: int
    parent: "Node | None" = None
    is_block: bool = True
    is_link: bool = False
    keeps_breaks: bool = False
    last: int = sys.maxsize

    def __contains__(self, other: "Node") -> bool:
        """Whether the other is this element or stands in it."""
        return self.number <= other.number <= self.last

    @property
    def path(self) -> Iterator["Node"]:
        """From here outwards."""
        node: Node | None = self
        while node is not None:
            yield node
            node = node.parent


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph. linked: how many of its characters are links to elsewhere."""

    text: str
    element: Node
    linked: int = 0


@dataclass(frozen=True, slots=True)
class Grid:
    """A table that holds data, its cells without anchors."""

    cells: tuple[RawCell, ...]
    element: Node

    @property
    def has_figures(self) -> bool:
        """Whether it may be one of a report's tables, filled in or not; no calendar, no list of names."""
        if sum(read(cell.text).kind != "text" for cell in self.cells) < _FIGURES:
            return False
        return any(_LABELS.search("".join(cell.text.split())) for cell in self.cells)


Item = Line | Grid


@dataclass(slots=True)
class Content:
    """What a cell, or the page itself, holds so far. graphic: there is a picture that may say something."""

    items: list[Item] = field(default_factory=list)
    graphic: bool = False

    @property
    def lines(self) -> list[str]:
        return [item.text for item in self.items if isinstance(item, Line)]


@dataclass(frozen=True, slots=True)
class Page:
    """Everything a reader of a page sees. titles: what the page calls itself besides. attachment: name of the
    first document it leads to, None if to none. has_frames: other pages are set in it.
    """

    items: list[Item]
    titles: list[str]
    attachment: str | None
    has_frames: bool
    has_pictures: bool
