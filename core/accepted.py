"""Findings a clerk has looked into and stands by: out of the count until what they speak of changes."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from core.findings import Finding, paragraph_id


@dataclass(frozen=True, slots=True)
class Accepted:
    """Findings marked 核实无误 together.

    texts: what stood in their cells and paragraphs then; while one differs, the findings count again.
    day: when it was marked (ISO 8601).
    """

    findings: tuple[Finding, ...]
    texts: Mapping[str, str]
    reason: str
    day: str = ""

    def holds(self, texts: Mapping[str, str]) -> bool:
        return all(texts.get(cell) == text for cell, text in self.texts.items())


def accepted(
    findings: Iterable[Finding], texts: Mapping[str, str], reason: str, day: str | None = None
) -> Accepted:
    """These findings, confirmed as what they speak of stands now; today unless a day is given."""
    confirmed = tuple(findings)
    ids = {cell for finding in confirmed for cell in finding.cells}
    ids |= {paragraph_id(place.paragraph) for finding in confirmed for place in finding.places}
    when = date.today().isoformat() if day is None else day
    return Accepted(confirmed, {id_: texts[id_] for id_ in sorted(ids) if id_ in texts}, reason, when)


def set_aside(
    found: Iterable[Finding], confirmed: Iterable[Accepted], texts: Mapping[str, str]
) -> tuple[tuple[Finding, ...], tuple[Accepted, ...]]:
    """The findings that count, and what still stands of those confirmed."""
    all_found, confirmed = tuple(found), tuple(confirmed)
    if not confirmed:
        return all_found, ()
    present = frozenset(all_found)
    standing = [
        replace(each, findings=tuple(f for f in each.findings if f in present))
        for each in confirmed
        if each.holds(texts)
    ]
    aside = {finding for each in standing for finding in each.findings}
    counting = tuple(finding for finding in all_found if finding not in aside)
    return counting, tuple(each for each in standing if each.findings)
