"""The sub-headings of part one, by which its five aspects are told apart."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple

from core.catalogue import finding
from core.checks.outline.texts import listed
from core.checks.outline.words import words
from core.findings import Finding, Place
from core.outline import Part, Style, bare, heading_of, whole
from core.subject import Narrative, Subject

_STATUTORY = 3
_OWN_HEADINGS = 3
_CLOSED = "。：:；;.、"


class Subhead(NamedTuple):
    """text: without blanks and number. followed: whether text follows, on its line or below."""

    text: str
    place: Place
    style: Style
    followed: bool


def headings(
    subject: Subject, part: Part, heads: Sequence[Subhead], absent: Sequence[str]
) -> Iterator[Finding]:
    """What the sub-headings show, one finding at most: one without text, two aspects in one, one without a
    heading of its own. absent: aspects that are told of nowhere.
    """
    found = _hollow(subject, heads) or _joined(heads) or _single(part, heads, absent)
    if found is not None:
        yield found


def supervision(part: Part, heads: Sequence[Subhead]) -> Place:
    """Where 监督保障 is told of, else the part's heading."""
    places = [head.place for head in heads if "监督" in head.text or "保障" in head.text]
    return places[-1] if places else part.heading


def subheads(narrative: Narrative, part: Part) -> list[Subhead]:
    """The sub-headings of a part in reading order."""
    found: list[Subhead] = []
    for number in range(part.first, part.last):
        head = _subhead(number, narrative.lines[number])
        if head is not None:
            found.append(head)
        elif found and not found[-1].followed:
            found[-1] = found[-1]._replace(followed=True)
    return found


def _subhead(number: int, line: str) -> Subhead | None:
    """A line's sub-heading: what follows a number, or a short line that names an aspect."""
    named = heading_of(line)
    if named is not None and named.style:
        place = Place(number, named.start, named.end)
        followed = bool(line[named.end :].strip().strip(_CLOSED))
        return Subhead(bare(line[named.name : named.end]), place, named.style, followed)
    if len(line) > words().longest_head or line.rstrip().endswith(("。", "；", "，")):
        return None
    text = bare(line)
    if words().patterns["part_one.name"].search(text) is None:
        return None
    return Subhead(text, whole(line, number), "", followed=False)


def _hollow(subject: Subject, heads: Sequence[Subhead]) -> Finding | None:
    """An aspect that is a heading only; in Word a table may stand under it."""
    if len(subject.narrative.tables) > _STATUTORY:
        return None
    name, closed = (words().patterns[f"part_one.{key}"] for key in ("name", "hollow"))
    hollow = [
        head
        for head, following in zip_longest(heads, heads[1:])
        if not head.followed
        and (following is None or following.style == head.style)
        and name.search(head.text)
        and closed.search(head.text)
    ]
    if not hollow:
        return None
    detail = f"总体情况的{listed(head.text for head in hollow)}只有标题，没有内容"
    return finding("E04", detail, severity="warning", places=tuple(head.place for head in hollow))


def _joined(heads: Sequence[Subhead]) -> Finding | None:
    pattern = words().patterns["part_one.joined"]
    for head in heads:
        if pattern.search(head.text):
            detail = f"总体情况把两个方面合写在“{head.text}”里；统一格式要求按五个方面分别写"
            return finding("E04", detail, severity="advice", places=(head.place,))
    return None


def _single(part: Part, heads: Sequence[Subhead], absent: Sequence[str]) -> Finding | None:
    """An aspect told of in passing, where most have a heading of their own."""
    own = {match[0] for head in heads for match in words().patterns["part_one.name"].finditer(head.text)}
    if len(own) < _OWN_HEADINGS:
        return None
    texts = [head.text for head in heads]
    without = [
        aspect.name
        for aspect in words().aspects
        if aspect.head and aspect.name not in absent and not any(map(aspect.head.search, texts))
    ]
    if not without:
        return None
    detail = f"总体情况分方面写，其中没有单独写{listed(without)}；请核对五个方面是否写全"
    return finding("E04", detail, severity="advice", places=(part.heading,))
