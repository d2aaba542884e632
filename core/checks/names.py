"""F07: title, preamble, contact, signature and file name name one unit.

Superiors, a government's own office and abbreviations are normal; only names that cannot belong together
are told.
"""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from core.catalogue import finding
from core.findings import Finding, Place
from core.joined import Joined
from core.outline import Outline
from core.subject import Subject
from core.titles import bare, read_title, unit_in_file_name
from core.units import Name, above, parse, same_places, same_unit
from core.years import stated

_CONTACT = re.compile(
    r"(?:请直?接?(?:与|同|向|联系)|[可或]?(?:与|向))\s*(?P<unit>[\u4e00-\u9fff][\u4e00-\u9fff\s]{2,40}?)\s*"
    r"(?:联系|取得|咨询|反映|[(（，,。])"
)
_NOT_A_NAME = re.compile(r"^[我本该全]|[各某]")
_OFFICE = re.compile(r"..[局委厅]$")
_EMPTY_WORDS = "局委厅和与及、"
_JUDGED = ("government", "office", "department", "subdistrict", "hospital", "school")
_CONTACT_NAME, _FILE_NAME = "联系方式", "文件名"


class _Named(NamedTuple):
    """A unit's name as it stands in one place. where: in the clerk's words."""

    where: str
    unit: str
    place: Place | None


def names(subject: Subject) -> Iterator[Finding]:
    """Every name that cannot be the unit's that the title names, or the preamble where there is no title."""
    narrative = subject.narrative
    if not narrative.is_prose:
        return
    found = list(_named(narrative.joined, narrative.outline, subject.name))
    for other in found[1:]:
        first = found[0]
        if _differ(first.unit, other.unit, other.where):
            detail = f"{first.where}写的单位是“{first.unit}”，{other.where}是“{other.unit}”，请核对"
            places = tuple(place for place in (other.place, first.place) if place is not None)
            yield finding("F07", detail, expected=first.unit, found=other.unit, places=places)


def _named(joined: Joined, outline: Outline, file_name: str) -> Iterator[_Named]:
    """All names of units, the title's first; those that are no whole name are left out."""
    for each in _all_named(joined, outline, file_name):
        kind = parse(each.unit).kind
        if kind is not None and kind.body in _JUDGED and not _NOT_A_NAME.search(each.unit):
            yield each


def _all_named(joined: Joined, outline: Outline, file_name: str) -> Iterator[_Named]:
    lines = joined.lines
    if outline.title:
        title = read_title("".join(lines[n][start:end] for n, start, end in outline.title))
        yield _Named("标题", title.unit if title else "", outline.title[0])
    for match in stated(joined, outline):
        yield _Named("引言", bare(match["unit"]), joined.place(*match.span("unit")))
    if outline.unit is not None:
        number, start, end = outline.unit
        yield _Named("落款", bare(lines[number][start:end]), outline.unit)
    for match in _CONTACT.finditer(joined.text, *map(joined.start, outline.preamble)):
        yield _Named(_CONTACT_NAME, bare(match["unit"]), joined.place(*match.span("unit")))
    yield _Named(_FILE_NAME, unit_in_file_name(file_name), None)


def _differ(one: str, two: str, where: str) -> bool:
    """Whether the name ``two`` cannot stand ``where`` it stands in the report of ``one``."""
    if one in two or two in one or same_unit(one, two):
        return False
    own, other = parse(one), parse(two)
    may_be_superior = where in (_CONTACT_NAME, _FILE_NAME)
    match _relation(own.places, other.places):
        case "other" | "below":
            return True
        case "above":
            return not may_be_superior and (_is_government(other) or own.own == other.own)
        case "same" if _is_government(own):
            return False
        case "same" if _is_government(other):
            return not may_be_superior and _is_department(own)
    return _is_department(own) and _is_department(other) and _are_two_offices(own.own, other.own)


def _relation(own: tuple[str, ...], other: tuple[str, ...]) -> Literal["same", "above", "below", "other"]:
    """Where the other place lies, seen from the own one; a name without places tells nothing."""
    if not own or not other or same_places(own, other):
        return "same"
    if above(other, own):
        return "above"
    return "below" if above(own, other) else "other"


def _is_government(name: Name) -> bool:
    return name.kind is not None and name.kind.body in ("government", "office", "subdistrict")


def _is_department(name: Name) -> bool:
    return name.kind is not None and name.kind.body == "department"


def _are_two_offices(one: str, two: str) -> bool:
    """Whether two offices' names cannot be one's, old and new: no letter in common that tells anything."""
    if not _OFFICE.search(one) or not _OFFICE.search(two) or one[0] == two[0]:
        return False
    return len(set(one) & set(two) - set(_EMPTY_WORDS)) < 2
