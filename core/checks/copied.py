"""D03: text copied from last year's report."""

from collections.abc import Iterator

from core.catalogue import finding
from core.findings import Finding, Place
from core.narrative import Narrative
from core.similarity import compare, folded, runs, share
from core.subject import Subject

ALIKE = 0.9
"""Share of copied letters from which a text counts as copied."""
_LEAST_LETTERS = 200
_LEAST_PARAGRAPH = 20
"""Letters; what is shorter is a heading."""


def copied(subject: Subject) -> Iterator[Finding]:
    """Whether what tells of the year's work (part one) repeats last year's.

    Problems recur and fees are none every year, tables have the form's own words: they are left out.
    """
    last = subject.last_year
    if last is None:
        return
    told, before = _told(subject.narrative), _told(last.narrative)
    if not before or sum(len(folded(line)) for line in told.values()) < _LEAST_LETTERS:
        return
    found = compare(tuple(told.values()), runs(before.values()))
    if share(found) < ALIKE:
        return
    numbers = tuple(told)
    places = tuple(
        Place(numbers[each.number], 0, len(told[numbers[each.number]]))
        for each in found
        if each.share >= ALIKE
    )
    detail = (
        f"总体情况与上年报告相似 {share(found):.0%}（不计年份、数字和标点），"
        f"有 {len(places)} 段基本相同；请按本年实际情况改写"
    )
    yield finding("D03", detail, places=places)


def _told(narrative: Narrative) -> dict[int, str]:
    """The paragraphs of part one by their numbers."""
    part = narrative.outline.part(1)
    lines = {n: narrative.lines[n] for n in range(part.first, part.last)} if part else {}
    return {n: line for n, line in lines.items() if len(line) >= _LEAST_PARAGRAPH}
