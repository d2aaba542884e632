"""E03: headings in other words than the form's."""

from collections.abc import Iterator

from core.catalogue import finding
from core.checks.outline.parts import is_certain, renamed
from core.findings import Finding, Fix, Place, replaced
from core.outline import Part, heading_of, official_name
from core.subject import Subject

_NUMERALS = "一二三四五六"


def naming(subject: Subject) -> Iterator[Finding]:
    """Headings known by their sense only, and headings of none of the six where a part is missing."""
    found = subject.narrative.outline
    for part in found.parts:
        if part.naming in ("other", "less"):
            yield _renamed(subject, part)
    if is_certain(found):
        for key, part in renamed(found).items():
            yield _strange(subject, part, key)


def _renamed(subject: Subject, part: Part) -> Finding:
    line = subject.narrative.lines[part.heading.paragraph]
    named, official = heading_of(line), official_name(part.key)
    place = Place(part.heading.paragraph, named.name, named.end) if named else part.heading
    shown = "".join(line[place.start : place.end].split())
    less = "，意思少了一部分" if part.naming == "less" else ""
    return finding(
        "E03",
        f"第{_NUMERALS[part.key - 1]}部分的标题是“{shown}”{less}，统一格式是“{official}”",
        severity="warning" if less else "advice",
        expected=official,
        found=shown,
        places=(place,),
        fixes=(Fix(f"把标题改为“{official}”", (replaced(line, place, official),)),),
    )


def _strange(subject: Subject, part: Part, key: int) -> Finding:
    line = subject.narrative.lines[part.heading.paragraph]
    place: Place = part.heading
    shown = " ".join(line[place.start : place.end].split())
    expected = f"{_NUMERALS[key - 1]}、{official_name(key)}"
    detail = f"没有找到“{expected}”，这个位置的标题是“{shown}”；如果就是这一部分，请改用统一格式的标题"
    return finding("E03", detail, severity="warning", expected=expected, found=shown, places=(place,))
