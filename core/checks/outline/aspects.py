"""E04, E05, E15: what part one tells of."""

from collections.abc import Iterator, Sequence

from core.catalogue import finding
from core.checks.outline.subheads import Subhead, headings, subheads, supervision
from core.checks.outline.texts import everything, is_unwritten, listed, told
from core.checks.outline.words import Aspect, words
from core.findings import Finding, Severity
from core.outline import Part, bare
from core.subject import Narrative, Subject
from core.units import kind_of

_FORM = 2021
_FIRST = 2019
_SUPERVISION = "监督保障"


def part_one(subject: Subject) -> Iterator[Finding]:
    """What part one must tell of, and how long it may be."""
    narrative = subject.narrative
    part = narrative.outline.part(1)
    if part is None or is_unwritten(narrative, part):
        return
    year = subject.year or (_FORM if subject.edition == "2021" else 0)
    if year >= _FIRST:
        text = told(narrative, part)
        absent = _absent(words().aspects, text, narrative, part)
        heads = subheads(narrative, part)
        yield from _aspects(part, absent, _severity(year, absent, heads))
        yield from headings(subject, part, heads, absent)
        if _SUPERVISION not in absent and _is_government(subject):
            yield from _governments(_absent(words().governments, text, narrative, part), part, heads)
    if subject.profile.word_limit is not None:
        yield from _length(narrative.body(part), subject.profile.word_limit, part)


def _severity(year: int, absent: Sequence[str], heads: Sequence[Subhead]) -> Severity:
    """An error only where the words that were looked for cannot stand for something else: all sub-headings
    are of the aspects and fewer than these, or, without any, most of the five are told of nowhere.
    """
    if year < _FORM:
        return "advice"
    first = [head for head in heads if head.style == heads[0].style]
    if not first:
        return "error" if len(absent) >= _MOST else "warning"
    known = all(any(a.names(head.text) for a in words().aspects) for head in first)
    return "error" if (known and len(first) < len(words().aspects)) or len(absent) >= _MOST else "warning"


_MOST = 3


def _absent(aspects: Sequence[Aspect], text: str, narrative: Narrative, part: Part) -> list[str]:
    """What the part's text does not tell of in any of its usual words."""
    absent = [aspect for aspect in aspects if not aspect.is_told(text)]
    if not absent:
        return []
    whole = everything(narrative, part)
    return [aspect.name for aspect in absent if not aspect.is_told(whole)]


def _aspects(part: Part, absent: Sequence[str], severity: Severity) -> Iterator[Finding]:
    """E04: the five of the form."""
    if absent:
        asked = listed(aspect.name for aspect in words().aspects)
        detail = f"总体情况没有写到{listed(absent)}；统一格式要求写明五个方面：{asked}"
        yield finding("E04", detail, severity=severity, places=(part.heading,))


def _governments(absent: Sequence[str], part: Part, heads: Sequence[Subhead]) -> Iterator[Finding]:
    """E05: what governments, those of towns among them, must tell of besides (条例 article 50, item 4)."""
    if absent:
        detail = (
            f"总体情况的监督保障没有写到{listed(absent)}；"
            "各级人民政府的年度报告还应当包括工作考核、社会评议和责任追究结果情况"
        )
        yield finding("E05", detail, places=(supervision(part, heads),))


def _length(text: str, limit: int, part: Part) -> Iterator[Finding]:
    """E15: the local limit, in characters without blanks."""
    letters = len(bare(text))
    if letters > limit:
        detail = f"总体情况有 {letters} 字，本地要求不超过 {limit} 字"
        yield finding("E15", detail, expected=str(limit), found=str(letters), places=(part.heading,))


def _is_government(subject: Subject) -> bool:
    place = subject.narrative.outline.unit
    unit = subject.unit
    if unit is None and place is not None:
        unit = subject.narrative.lines[place.paragraph][place.start : place.end]
    kind = kind_of(unit)
    return kind is not None and kind.body == "government"
