"""What was found about each number of a text stays until a cell it is held against changes.

A report may state thousands of numbers; a clerk who types expects an answer at once.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain
from typing import NamedTuple

from core.findings import Finding, Place
from core.prose import Mention, rule_of
from core.prose.phrases import Readings
from core.subject import Narrative, Subject

_ALWAYS = tuple(f"requests.{row}.total" for row in ("new", "carried_in", "closed", "carried_out"))
"""What sentences about the course of requests are weighed against, whatever they speak of."""


class Group(NamedTuple):
    """What is said at one place of the text about one thing. sources: numbers of what it is held against."""

    rule: str
    place: Place
    mentions: tuple[Mention, ...]
    sources: frozenset[int]


@dataclass(slots=True)
class _Kept:
    """states: of each source when it was last looked at. findings: of each group."""

    groups: tuple[Group, ...]
    sources: tuple[Readings, ...]
    states: list[tuple[object, ...]]
    findings: list[tuple[Finding, ...]] = field(default_factory=list)


def kept(subject: Subject, judge: Callable[[Group, Subject], Iterable[Finding]]) -> Iterator[Finding]:
    """What ``judge`` finds in each group, worked out anew only where its sources are other than before."""
    text = subject.narrative
    known = text.kept.get("against")
    if not isinstance(known, _Kept):
        known = text.kept["against"] = _grouped(text)
    states = [_state(readings, subject) for readings in known.sources]
    changed = {n for n, (now, then) in enumerate(zip(states, known.states, strict=True)) if now != then}
    for number, group in enumerate(known.groups):
        if not changed.isdisjoint(group.sources):
            known.findings[number] = tuple(judge(group, subject))
    known.states = states
    return chain.from_iterable(known.findings)


def _grouped(text: Narrative) -> _Kept:
    found: dict[tuple[str, Place], list[Mention]] = {}
    for mention in text.mentions:
        place = Place(mention.paragraph, mention.start, mention.end)
        found.setdefault((rule_of(mention), place), []).append(mention)
    numbers: dict[Readings, int] = {}
    groups = tuple(
        Group(
            rule,
            place,
            tuple(said),
            frozenset(numbers.setdefault(mention.readings, len(numbers)) for mention in said),
        )
        for (rule, place), said in found.items()
    )
    return _Kept(groups, tuple(numbers), [()] * len(numbers), [()] * len(groups))


def _state(readings: Readings, subject: Subject) -> tuple[object, ...]:
    """All of the subject that decides about what these cells are said to be."""
    cells = [*dict.fromkeys(chain.from_iterable(readings))]
    forms = [subject.forms[table] for table in {c.split(".")[0] for c in cells} if table in subject.forms]
    sums = (e.cells for form in forms for e in form.equations if not set(cells).isdisjoint(e.cells))
    looked_at = dict.fromkeys(chain(cells, _ALWAYS, chain.from_iterable(sums)))
    is_blank = [
        all(subject.readings[c].kind == "blank" for c in form.cells if c in subject.readings)
        for form in forms
    ]
    stand = [(subject.readings.get(cell), subject.cells.get(cell)) for cell in looked_at]
    return (subject.unit, *(form.edition for form in forms), *is_blank, *stand)
