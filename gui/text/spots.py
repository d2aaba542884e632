"""The stretches of the text that something is known about: findings, and numbers tied to cells."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from core.findings import Finding, Place, Severity
from core.prose import Mention
from core.review import Review

_NUMBER = re.compile(r"[0-9０-９]+(?:[,，.．][0-9０-９]+)*")


@dataclass(frozen=True, slots=True)
class Spot:
    """A stretch to be marked and gone to.

    findings: those said of it, the gravest first. cells: those its number states, alone or as a sum.
    """

    place: Place
    findings: tuple[Finding, ...] = ()
    cells: tuple[str, ...] = ()

    @property
    def severity(self) -> Severity | None:
        """None where the number is only tied to cells."""
        return self.findings[0].severity if self.findings else None


def spots(review: Review) -> tuple[Spot, ...]:
    """All spots in reading order. A tied number within a finding's place is no spot of its own."""
    told: dict[Place, list[Finding]] = {}
    for finding in review.findings:
        for place in finding.places:
            told.setdefault(place, []).append(finding)
    numbers = [Spot(_place(m), (), _cells(m, review)) for m in review.narrative.mentions]
    tied = _by_paragraph(spot for spot in numbers if spot.cells)
    marked = [Spot(place, tuple(f), _cells_within(place, tied)) for place, f in told.items()]
    taken = _by_paragraph(marked)
    free = (s for n in tied.values() for s in n if not _touched(s.place, taken))
    return tuple(sorted((*marked, *free), key=lambda spot: (spot.place, not spot.findings)))


def _by_paragraph(found: Iterable[Spot]) -> dict[int, list[Spot]]:
    by_paragraph: dict[int, list[Spot]] = {}
    for spot in found:
        by_paragraph.setdefault(spot.place.paragraph, []).append(spot)
    return by_paragraph


def _touched(place: Place, by_paragraph: Mapping[int, Iterable[Spot]]) -> bool:
    return any(overlap(place, spot.place) for spot in by_paragraph.get(place.paragraph, ()))


def _cells_within(place: Place, tied: Mapping[int, Iterable[Spot]]) -> tuple[str, ...]:
    return next((s.cells for s in tied.get(place.paragraph, ()) if overlap(place, s.place)), ())


def overlap(one: Place, other: Place) -> bool:
    return one.paragraph == other.paragraph and one.start < other.end and other.start < one.end


def _place(mention: Mention) -> Place:
    return Place(mention.paragraph, mention.start, mention.end)


def _cells(mention: Mention, review: Review) -> tuple[str, ...]:
    """The reading that comes to the number, or else the first; only cells that the report has."""
    readings = [r for r in mention.readings if all(cell in review.cells for cell in r)]
    agreeing = (r for r in readings if sum(review.reading(c).arithmetic or 0 for c in r) == mention.value)
    return next(agreeing, readings[0] if readings else ())


def number_at(review: Review, paragraph: int, offset: int) -> Place | None:
    """The number, in digits or a tied one in Chinese numerals, that the character there is part of."""
    return next((p for p in _numbers(review, paragraph) if p.start <= offset < p.end), None)


def number_in(review: Review, place: Place) -> Place | None:
    """The first number of a stretch."""
    return next((p for p in _numbers(review, place.paragraph) if overlap(p, place)), None)


def _numbers(review: Review, paragraph: int) -> Iterator[Place]:
    for mention in review.narrative.mentions:
        if mention.paragraph == paragraph and mention.claim == "number":
            yield _place(mention)
    for match in _NUMBER.finditer(review.narrative.lines[paragraph]):
        yield Place(paragraph, match.start(), match.end())
