"""What a page has besides the report's own text: page numbers, headers and footers."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import takewhile

from core.formats.pdf.layout import Item, Sheet
from core.formats.pdf.lines import Line

_EDGE, _NUMBER_EDGE = 0.12, 0.16
"""What part of a page's height its upper and lower margin may have; and where a page number may stand."""
_SAME_PLACE = 3.0
_AWAY, _OTHER_SIZE = 2.0, 0.1
"""How far from the text a header or footer stands, in the size of its letters; how much that differs."""
_DASH = r"[-—–―－─·•~\s]"
_PAGE_NUMBER = re.compile(
    rf"{_DASH}*(?:\d{{1,3}}|[ivxⅰ-ⅻⅠ-Ⅻ]{{1,5}}){_DASH}*"
    r"|第\s*\d{1,3}\s*页(?:\s*[,，/（(]?\s*共\s*\d{1,3}\s*页[)）]?)?|\d{1,3}\s*/\s*\d{1,3}(?:\s*页)?"
    r"|(?:Page|page|PAGE)\s*\d{1,3}(?:\s*of\s*\d{1,3})?"
)


def without(sheets: Sequence[Sheet]) -> list[Sheet]:
    """The pages without page numbers, and without what several of them have in their margins."""
    bare = [sheet._replace(items=_unnumbered(sheet)) for sheet in sheets]
    marginal = [{_key(sheet, item) for item in sheet.items if _is_marginal(sheet, item)} for sheet in bare]
    count = Counter(key for keys in marginal for key in keys)
    often = {key for key, number in count.items() if number > 1 and 2 * number >= len(bare)}
    return [sheet._replace(items=_inner(sheet, often)) for sheet in bare]


def _unnumbered(sheet: Sheet) -> tuple[Item, ...]:
    return tuple(
        item
        for item in sheet.items
        if not (
            isinstance(item, Line)
            and _is_marginal(sheet, item, _NUMBER_EDGE)
            and _PAGE_NUMBER.fullmatch(item.text.strip())
        )
    )


def _inner(sheet: Sheet, often: set[tuple[str, int]]) -> tuple[Item, ...]:
    """What is left when the lines that other pages have too are taken off at both ends."""
    items = list(sheet.items)
    for end in (1, -1):
        outer = items[::end]
        taken = list(takewhile(lambda item: _is_marginal(sheet, item) and _key(sheet, item) in often, outer))
        while taken and outer[len(taken) :] and not _is_away(taken[-1], outer[len(taken)]):
            taken.pop()
        items = outer[len(taken) :][::end]
    return tuple(items)


def _is_away(line: Item, inner: Item) -> bool:
    """Whether a line of the margin is told from what comes next on the page, by its size or its distance."""
    if not isinstance(line, Line) or not isinstance(inner, Line):
        return True
    is_other_size = abs(line.size - inner.size) > _OTHER_SIZE * inner.size
    return is_other_size or abs(inner.base - line.base) >= _AWAY * max(line.size, inner.size)


def _is_marginal(sheet: Sheet, item: Item, edge: float = _EDGE) -> bool:
    height = sheet.box.height
    inside = sheet.box.top + edge * height, sheet.box.bottom - edge * height
    return isinstance(item, Line) and not inside[0] < item.base < inside[1]


def _key(sheet: Sheet, item: Item) -> tuple[str, int]:
    """What it says without its numbers, and how far down it stands."""
    if not isinstance(item, Line):
        return "", -1
    return re.sub(r"\d+", "#", item.text), round((item.base - sheet.box.top) / _SAME_PLACE)
