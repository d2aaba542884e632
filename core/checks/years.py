"""Which year a report is of, wherever it says so: F01, F02, F03, E13, E16 of the catalogue."""

from collections.abc import Iterator

from core.checks.leftovers import leftovers
from core.checks.report_year import agreement, period
from core.checks.signature import signature
from core.findings import Finding
from core.subject import Subject
from core.years import read_years


def years(subject: Subject) -> Iterator[Finding]:
    """All that the years and dates in the text show."""
    narrative = subject.narrative
    if not narrative.is_prose:
        return
    lines, outline = narrative.lines, narrative.outline
    told = read_years(narrative.joined, outline, subject.name)
    yield from agreement(lines, told, outline.date)
    yield from period(lines, told, outline)
    year = told.agreed
    if year is not None:
        taken = {place for each in told.periods for place in each.years}
        taken |= {place for said in told.said for place in said.places}
        body = [
            (said, place)
            for said, place in told.marks
            if place.paragraph < outline.closing
            and place.paragraph not in narrative.tabular
            and place not in taken
        ]
        yield from leftovers(narrative, body, year, subject.unit)
    yield from signature(lines, outline, subject.unit, year, subject.profile, subject.format)
