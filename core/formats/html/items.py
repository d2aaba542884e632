"""What is found on a page: lines of text and grids of cells, each with the element that it stands in."""

import re
from dataclasses import dataclass, field

from lxml import etree

from core.numerals import read
from core.tables import RawCell

_FIGURES = 4
_LABELS = re.compile(
    "信息内容|制发件数|公开数量|行政许可|行政处罚|新收|结转|予以公开|自然人|结果维持|结果纠正|尚未审结"
)


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph. linked: how many of its characters are links to elsewhere."""

    text: str
    element: etree._Element
    linked: int = 0


@dataclass(frozen=True, slots=True)
class Grid:
    """A table that holds data, its cells without anchors."""

    cells: tuple[RawCell, ...]
    element: etree._Element

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
