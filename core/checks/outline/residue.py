"""E14: what a template or a web page left behind."""

from collections.abc import Iterator
from itertools import islice

from core.catalogue import finding
from core.checks.outline.words import Residue, words
from core.findings import Finding, Place
from core.outline import is_leaving
from core.subject import Subject

_SHOWN = 3
_MOST = 100


def residue(subject: Subject) -> Iterator[Finding]:
    """Words of a template that nobody replaced, all in one finding."""
    prose = subject.narrative.prose
    text = prose.text
    found = (span for each in words().residue for span in _found(text, each))
    spans = sorted(set(islice(found, _MOST)))
    if spans:
        shown = "、".join(dict.fromkeys(f"“{_around(text, *span)}”" for span in spans[:_SHOWN]))
        more = f"等 {len(spans)} 处" if len(spans) > _SHOWN else ""
        places = tuple(prose.place(*span) for span in spans)
        yield finding("E14", f"有模板里没有替换的字：{shown}{more}；请换成实际内容或删去", places=places)


def _found(text: str, each: Residue) -> Iterator[tuple[int, int]]:
    """Where a match begins with one of the needles: far quicker than searching for the pattern."""
    for needle in each.needles:
        at = text.find(needle)
        while at >= 0:
            match = each.pattern.match(text, at)
            if match is not None:
                yield match.span()
            at = text.find(needle, match.end() if match is not None else at + 1)


def _around(text: str, start: int, end: int) -> str:
    """The words found with a few letters around them, in one line."""
    if end - start > _LONG:
        return text[start : start + _LONG] + "…"
    first = max(text.rfind("\n", 0, start) + 1, start - _BESIDE)
    last = text.find("\n", end)
    return text[first : min(end + _BESIDE, last if last >= 0 else len(text))]


_LONG = 24
_BESIDE = 4


def leavings(subject: Subject) -> Iterator[Finding]:
    """Lines of the web page that the report was copied from, before or behind it."""
    narrative = subject.narrative
    found, lines = narrative.outline, narrative.lines
    numbers = [n for n in range(found.preamble[1]) if is_leaving(lines[n])]
    numbers += range(found.tail, min(found.end, found.tail + _MOST))
    if numbers:
        shown = "、".join(f"“{_short(lines[n])}”" for n in numbers[:_SHOWN])
        more = f"等 {len(numbers)} 行" if len(numbers) > _SHOWN else ""
        places = tuple(Place(n, 0, len(lines[n])) for n in numbers)
        detail = f"有从网页上带下来的内容：{shown}{more}；请删去"
        yield finding("E14", detail, severity="advice", places=places)


def _short(line: str) -> str:
    text = " ".join(line.split())
    return text if len(text) <= _LONG else text[:_LONG] + "…"
