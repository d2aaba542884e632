"""E01: a part that is not there."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from core.catalogue import finding
from core.findings import Finding, Place
from core.outline import Outline, Part, bare, heading_of, official_name, whole
from core.subject import Narrative, Subject

_CERTAIN = 3
_ALIKE = 0.7
_LONGER = 4
_KEYS = frozenset(range(1, 7))
_NUMERALS = "一二三四五六"
_TABLES = {2: "disclosure", 3: "requests", 4: "challenges"}
_PREAMBLE = 250
"""Letters; what stands before the first heading is longer than an introduction."""
_TRACES = {
    5: re.compile(r"(?:问题|不足|短板).*(?:改进|下一步|措施|今后)"),
    6: re.compile(r"信息处理费|其[他它]需要(?:报告|说明)"),
}


def missing(subject: Subject) -> Iterator[Finding]:
    """Parts without a heading, once three of the six are found for certain. What may be there under another
    heading, or without one, is a warning at most.
    """
    narrative = subject.narrative
    found = narrative.outline
    if not is_certain(found):
        return
    others = renamed(found)
    absent = [k for k in sorted(_KEYS - found.keys) if k not in others and not _is_boxed(narrative, k)]
    if absent and _TABLES.keys() <= set(absent) and not subject.forms:
        detail = "没有第二至第四部分（三张表）；如果表格另存在别的文件里，请合成一份报告"
        yield finding("E01", detail, severity="warning", places=_neighbour(found, 2))
        absent = [key for key in absent if key not in _TABLES]
    for key in absent:
        yield _missing(subject, key)


def is_certain(found: Outline) -> bool:
    """Whether some parts are missing and enough are there to tell."""
    if found.keys == _KEYS:
        return False
    return sum(part.naming in ("official", "other") for part in found.parts if part.key) >= _CERTAIN


def renamed(found: Outline) -> dict[int, Part]:
    """Headings of none of the six that stand where missing parts belong: by its number, or the next free."""
    others: dict[int, Part] = {}
    for key in sorted(_KEYS - found.keys):
        free = [part for part in found.strangers(key) if part not in others.values()]
        chosen = next((part for part in free if part.order == key), next(iter(free), None))
        if chosen is not None:
            others[key] = chosen
    return others


def _missing(subject: Subject, key: int) -> Finding:
    name = f"{_NUMERALS[key - 1]}、{official_name(key)}"
    places = _neighbour(subject.narrative.outline, key)
    if _is_inline(subject.narrative, key):
        detail = f"第{_NUMERALS[key - 1]}部分的标题“{name}”没有单独成段，请另起一段"
        return finding("E01", detail, severity="advice", expected=name, places=places)
    alike = _alike(subject.narrative, official_name(key))
    if alike is not None:
        shown = subject.narrative.lines[alike.paragraph][alike.start : alike.end]
        detail = f"没有找到“{name}”，“{shown}”像是它的标题；如果是，请改用统一格式的标题"
        return finding("E01", detail, severity="warning", expected=name, found=shown, places=(alike,))
    if _is_swallowed(subject, key):
        detail = f"没有找到第{_NUMERALS[key - 1]}部分的标题，内容似乎在别的部分里；应有标题“{name}”"
        return finding("E01", detail, severity="warning", expected=name, places=places)
    return finding("E01", f"缺第{_NUMERALS[key - 1]}部分“{name}”", expected=name, places=places)


def _neighbour(found: Outline, key: int) -> tuple[Place, ...]:
    """The heading behind which the part belongs, or the first there is."""
    before = [part.heading for part in found.parts if 0 < part.key < key]
    return tuple(before[-1:]) or (found.parts[0].heading,)


def _is_boxed(narrative: Narrative, key: int) -> bool:
    """Whether the heading is set in a table."""
    headings = (heading_of(line) for text in narrative.boxed for line in text.splitlines())
    return any(heading is not None and heading.key == key for heading in headings)


def _is_inline(narrative: Narrative, key: int) -> bool:
    """Whether the heading, number and all, stands within a paragraph."""
    heading = re.compile(rf"{_NUMERALS[key - 1]}\s*[、.．]\s*{official_name(key)}")
    return heading.search(narrative.prose.text) is not None


def _alike(narrative: Narrative, name: str) -> Place | None:
    """A line of its own that is nearly the name, but for a slip or two."""
    for number, line in enumerate(narrative.lines):
        if abs(len(line) - len(name)) <= _LONGER and number not in narrative.tabular:
            alike = SequenceMatcher(None, bare(line), name, autojunk=False)
            if alike.quick_ratio() > _ALIKE and alike.ratio() > _ALIKE:
                return whole(line, number)
    return None


def _is_swallowed(subject: Subject, key: int) -> bool:
    """Whether the part's content seems to stand where its heading is missing."""
    narrative, found = subject.narrative, subject.narrative.outline
    if key == 1:
        first, last = found.preamble
        return sum(map(len, narrative.lines[first:last])) > _PREAMBLE
    if key in _TABLES:
        return _TABLES[key] in subject.forms
    around = "".join(narrative.body(part) for part in found.parts if part.key != 1)
    return _TRACES[key].search(around) is not None
