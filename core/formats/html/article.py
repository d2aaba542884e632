"""The report on a page: menus, links and whatever else stands round it left out."""

import re
from collections.abc import Iterator

from lxml import etree

from core.formats.html.items import Grid, Item, Line
from core.numerals import read
from core.outline import heading_of, is_leaving
from core.titles import read_title
from core.units import kind_of

_SENTENCE = 25
_FIGURES = 4
_HEAD = 12
_META_TITLES = ("articletitle", "title", "og:title", "dc.title")
_SITE = re.compile(r"\s*[-_|｜—–]+\s*")


def article(root: etree._Element, items: list[Item]) -> list[Item]:
    """The smallest part of the page that holds every heading of a report, every table of figures and every
    sentence, under its title; everything where nothing of that kind is found.
    """
    marks = [number for number, item in enumerate(items) if _is_mark(item)]
    if not marks:
        return items
    inside = _descendants(_common([items[number].element for number in marks]))
    kept = [
        item
        for number, item in enumerate(items)
        if item.element in inside and not _is_furniture(item, within=marks[0] <= number <= marks[-1])
    ]
    return [*_title(root, items[: marks[0]], kept), *kept]


def _common(elements: list[etree._Element]) -> etree._Element:
    """The innermost element that all of these stand in."""
    common = elements[0]
    holders = {common, *common.iterancestors()}
    for element in elements[1:]:
        found = next(e for e in (element, *element.iterancestors()) if e in holders)
        if found is not common:
            common, holders = found, {found, *found.iterancestors()}
    return common


def _descendants(element: etree._Element) -> set[etree._Element]:
    return set(element.iter())


def _is_mark(item: Item) -> bool:
    """Whether it belongs to a report, not to a menu or to the foot of the page."""
    if isinstance(item, Grid):
        return sum(1 for cell in item.cells if read(cell.text).kind == "number") >= _FIGURES
    if item.is_link or is_leaving(item.text):
        return False
    if "。" in item.text and len(item.text) >= _SENTENCE:
        return True
    heading = heading_of(item.text)
    return heading is not None and heading.key > 0


def _is_furniture(item: Item, *, within: bool) -> bool:
    """A link; before and after the report's own text also a line such as 打印本页 or 来源：."""
    return isinstance(item, Line) and (item.is_link or (not within and is_leaving(item.text)))


def _title(root: etree._Element, above: list[Item], kept: list[Item]) -> list[Line]:
    """The lines of the title where it stands apart from the report's text; nothing where that has one."""
    head = [item.text for item in kept[:_HEAD] if isinstance(item, Line)]
    if any(_is_title(line) for line in head):
        return []
    lines = [item for item in above if isinstance(item, Line) and not item.is_link]
    for number in reversed(range(len(lines))):
        title = read_title(lines[number].text)
        if title is not None and title.year:
            before = lines[max(number - 1, 0) : number]
            unit_above = not title.unit and any(kind_of(line.text) for line in before)
            return [*(before if unit_above else ()), lines[number]]
    return [Line(text, root) for text in _declared(root) if _is_title(text)][:1]


def _is_title(text: str) -> bool:
    title = read_title(text)
    return title is not None and bool(title.year)


def _declared(root: etree._Element) -> Iterator[str]:
    """What the page calls itself: for search engines, and in the browser's title, cut at the site's name."""
    for meta in root.iter("meta"):
        if (meta.get("name") or meta.get("property") or "").lower() in _META_TITLES:
            yield meta.get("content") or ""
    for title in root.iter("title"):
        text = (title.text or "").strip()
        yield from (text, *_SITE.split(text))
