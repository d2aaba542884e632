"""E10 and E11: the form that goes with the year, and documents cited that are in force no more."""

import re
from collections.abc import Iterator

from core.catalogue import finding
from core.checks.outline.words import Outdated, words
from core.findings import Finding, Fix, Place, replaced
from core.subject import Subject
from core.titles import year_and_unit

_FORM = 2021
_OLD_FORM = 2020
_SENTENCE_ENDS = "。；;\n"


def edition(subject: Subject) -> Iterator[Finding]:
    """The tables' edition against the year that the report itself says it is about."""
    year, used = subject.year, subject.edition
    if year is None or used is None or len({form.edition for form in subject.forms.values()}) > 1:
        return
    due = "2021" if year >= _FORM else "2019" if year == _OLD_FORM else used
    if used == due or not _says(subject, year):
        return
    detail = f"{year} 年度的报告应当用 {due} 年格式的表，现在的表是 {used} 年格式；如果年度写错了请改年度"
    yield finding("E10", detail, expected=due, found=used)


def _says(subject: Subject, year: int) -> bool:
    """Whether title or reporting period state the year, not the file's name alone."""
    narrative = subject.narrative
    texts = [*narrative.lines, *(cell.text for table in narrative.tables for cell in table.cells)]
    return year_and_unit(texts)[0] == year


def outdated(subject: Subject) -> Iterator[Finding]:
    """Documents cited as this report's basis that others have replaced."""
    text = subject.narrative.prose.text
    for each in words().outdated:
        if (subject.year or 0) >= each.year and each.needle in text:
            yield from _cited(subject, each)


def _cited(subject: Subject, each: Outdated) -> Iterator[Finding]:
    prose, patterns = subject.narrative.prose, words().patterns
    match = each.number.search(prose.text)
    if match is None:
        return
    start = max(prose.text.rfind(sign, 0, match.start()) for sign in _SENTENCE_ENDS) + 1
    ends = [at for sign in _SENTENCE_ENDS if (at := prose.text.find(sign, match.end())) >= 0]
    sentence = prose.text[start : min(ends, default=len(prose.text))]
    if not patterns["citing.basis"].search(sentence) or patterns["citing.past"].search(sentence):
        return
    if each.beside and each.beside in sentence:
        return
    detail = f"引用了{each.name}：{each.why}；应引用{each.replaced_by}"
    place = prose.place(*match.span())
    yield finding(
        "E11",
        detail,
        expected=each.replaced_by,
        found=each.name,
        places=(place,),
        fixes=_replacement(subject, each, place, match[0]),
    )


def _replacement(subject: Subject, each: Outdated, place: Place, number: str) -> tuple[Fix, ...]:
    """The new number in the old one's brackets, and the new title where the old one stands before it; none
    where another title does.
    """
    line = subject.narrative.lines[place.paragraph]
    new = number
    for old, digits in each.digits:
        new = new.replace(old, digits)
    before = line[: place.start]
    title = re.search(r"《([^《》]*(?:〈[^〈〉]*〉)?[^《》]*)》[（(\s]*$", before) if each.title else None
    if place.end - place.start != len(number) or (title and not title[1].endswith(each.title)):
        return ()
    if title:
        start = title.end(1) - len(each.title)
        head = "" if title[1] == each.title else line[title.start(1) : start]
        whole = Place(place.paragraph, title.start(1), place.end)
        text = f"{head}{each.new_title}{line[title.end(1) : place.start]}{new}"
        return (Fix(f"改引{each.replaced_by}", (replaced(line, whole, text),)),)
    return (Fix(f"改引{each.replaced_by}", (replaced(line, place, new),)),)
