"""Findings and the ways to mend them as sentences, numbered so that one can refer to the other."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from core.catalogue import rule_of
from core.export.difference import excerpt
from core.findings import Finding, Place, paragraph_id
from core.repair import Problem
from core.review import Review
from core.suggest import describe
from core.wording import official

_ALTERNATIVES = 3
_QUOTES = 2


@dataclass(frozen=True, slots=True)
class Entry:
    """One finding. number: by which the tables refer to it. official: as a return notice says it. basis:
    empty if it has none. quotes: where in the running text it is said.
    """

    number: int
    severity: str
    message: str
    official: str
    basis: str
    quotes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Advice:
    """How one group of broken relations may be mended.

    numbers: of its findings. lead: how sure the ways are. ways: sentences, best first; or why there is none.
    """

    numbers: tuple[int, ...]
    lead: str
    ways: tuple[str, ...]

    @property
    def title(self) -> str:
        """「第 1、3 条：建议」."""
        return f"第 {'、'.join(map(str, self.numbers))} 条：{self.lead}"


def entry_of(number: int, finding: Finding, review: Review) -> Entry:
    """One finding as it stands now."""
    rule = rule_of(finding.rule)
    quotes = dict.fromkeys(_quote(place, review) for place in finding.places)
    return Entry(
        number,
        finding.severity,
        review.message(finding),
        official(finding, review.forms),
        rule.basis if rule else "",
        tuple(quotes)[:_QUOTES],
    )


def _quote(place: Place, review: Review) -> str:
    line = review.narrative.lines[place.paragraph]
    return f"{review.name_of(paragraph_id(place.paragraph))}“{excerpt(line, place.start, place.end)}”"


Numbered = Sequence[tuple[Entry, Finding]]


def all_advice(
    problems: Iterable[Problem], entries: Numbered, review: Review
) -> list[tuple[Advice, Mapping[str, str]]]:
    """What to do about the findings, in the order of the first of each, and what the best way would write.

    Problems all of whose findings are confirmed are left out.
    """
    found: list[tuple[Advice, Mapping[str, str]]] = []
    for problem in problems:
        numbers = tuple(entry.number for entry, finding in entries if _belongs(finding, problem))
        if numbers:
            found.append((_advice(problem, numbers, review), _suggested(problem, review)))
    for entry, finding in entries:
        if finding.fixes:
            ways = tuple(fix.label for fix in finding.fixes[:_ALTERNATIVES])
            found.append((Advice((entry.number,), "可以这样改", ways), {}))
    return sorted(found, key=lambda each: each[0].numbers)


def _advice(problem: Problem, numbers: tuple[int, ...], review: Review) -> Advice:
    ways = tuple(describe(problem, repair, review.forms, review.texts) for repair in problem.repairs)
    if not ways:
        return Advice(numbers, "没有可靠的建议", (problem.note,))
    if problem.repairs[0].certain:
        return Advice(numbers, "建议", ways[:1])
    return Advice(
        numbers, "可能的改法，请对照底稿选定" if len(ways) > 1 else "可能应当", ways[:_ALTERNATIVES]
    )


def _suggested(problem: Problem, review: Review) -> dict[str, str]:
    """What the best repair would write."""
    changes = problem.repairs[0].changes if problem.repairs else ()
    return {change.cell: review.written(change.cell, str(change.new)).strip() for change in changes}


def _belongs(finding: Finding, problem: Problem) -> bool:
    if finding.rule == "number.negative":
        return finding.cells[0] in problem.cells
    return finding.equation is not None and finding.rule in problem.equations
