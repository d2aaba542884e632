"""The report on a page: menus, links and whatever else stands round it left out."""

import re
from collections.abc import Iterator

from core.formats.html.items import Grid, Item, Line, Node, Page
from core.outline import heading_of, is_leaving
from core.titles import read_title
from core.units import kind_of

_SENTENCE = 25
_HEAD = 12
_SITE = re.compile(r" ?[-_|｜—–]+ ?")


def article(page: Page) -> list[Item]:
    """The smallest part of the page that holds every heading of a report, every table of figures and every
    sentence, under its title; where nothing of that kind is found, all but the links.
    """
    items = _without_contents(page.items)
    frame = [
        number
        for number, item in enumerate(items)
        if _part(item) or (isinstance(item, Grid) and item.has_figures)
    ]
    marks = sorted({*frame, *(number for number, item in enumerate(items) if _is_sentence(item))})
    if all(_is_link(items[number]) for number in marks):
        return [item for item in items if not _is_link(item)] or items
    first, last = (frame[0], frame[-1]) if frame else (marks[0], marks[-1])
    body = _common([items[number].element for number in marks])
    kept = [
        item
        for number, item in enumerate(items)
        if item.element in body and (first <= number <= last or not _is_furniture(item))
    ]
    return [*_title(page, items[: marks[0]], kept), *kept]


def _without_contents(items: list[Item]) -> list[Item]:
    """Without links that are named like headings: a menu's, and a table of contents' where the headings stand
    further down. A page on which all headings are links has several of them.
    """
    kept: list[Item] = []
    parts = {_part(item) for item in items if not _is_link(item)}
    for item in reversed(items):
        part = _part(item)
        if not part or part not in parts or not _is_link(item):
            kept.append(item)
            parts.add(part)
    alone = len(parts - {0}) < 2
    return [item for item in reversed(kept) if not (alone and _is_link(item) and _part(item))]


def _part(item: Item) -> int:
    """Which of the report's six parts it heads, 0 for none."""
    if isinstance(item, Grid) or is_leaving(item.text):
        return 0
    heading = heading_of(item.text)
    return heading.key if heading is not None else 0


def _is_sentence(item: Item) -> bool:
    """Whether it says something at length, as a menu or the foot of a page does not."""
    if isinstance(item, Grid) or len(item.text) < _SENTENCE or is_leaving(item.text):
        return False
    return "。" in item.text and item.linked < len(item.text)


def _is_link(item: Item) -> bool:
    """Whether it leads elsewhere rather than says something."""
    return isinstance(item, Line) and item.linked * 2 >= len(item.text) and not _is_sentence(item)


def _is_furniture(item: Item) -> bool:
    """What stands before and after a report: links, and lines such as 打印本页 or 来源：."""
    return isinstance(item, Line) and (_is_link(item) or is_leaving(item.text))


def _common(elements: list[Node]) -> Node:
    """The innermost element that all of these stand in: that of the first and the last of them."""
    first, last = min(elements, key=lambda e: e.number), max(elements, key=lambda e: e.number)
    around = set(first.path)
    return next(node for node in last.path if node in around)


def _title(page: Page, above: list[Item], kept: list[Item]) -> list[Line]:
    """The lines of the title where it stands apart from the report's text; nothing where that has one."""
    head = [item.text for item in kept[:_HEAD] if isinstance(item, Line)]
    if any(map(_is_title, head)):
        return []
    lines = [item for item in above if isinstance(item, Line) and not _is_link(item)]
    for number in reversed(range(len(lines))):
        title = read_title(lines[number].text)
        if title is not None and title.year:
            before = lines[max(number - 1, 0) : number]
            has_unit_above = not title.unit and any(kind_of(line.text) for line in before)
            return [*(before if has_unit_above else ()), lines[number]]
    return [Line(text, Node(0)) for text in _declared(page) if _is_title(text)][:1]


def _is_title(text: str) -> bool:
    title = read_title(text)
    return title is not None and bool(title.year)


def _declared(page: Page) -> Iterator[str]:
    """What the page calls itself: for search engines, and in the browser's title, cut at the site's name."""
    for text in page.titles:
        named = " ".join(text.split())
        yield from (*_SITE.split(named), named)
