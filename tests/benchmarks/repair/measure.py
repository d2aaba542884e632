"""Runs the repairer over spoilt tables and counts how often it is right."""

import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from heapq import nsmallest
from itertools import product
from random import Random

from core.repair import Evidence, Problem, Repair, find_problems
from tests.benchmarks.repair.corrupt import MIXES, Spoilt, spoil
from tests.benchmarks.repair.truth import draw_form, draw_truth
from tests.benchmarks.repair.witnesses import draw_evidence, sentence

TUNING, HELD_OUT = 1_000, 9_000
"""First seeds of the two sets; weights may be looked at on the first only."""

SLIP_COUNTS = ((63, 1), (23, 2), (14, 3))


@dataclass(frozen=True)
class Case:
    spoilt: Spoilt
    evidence: tuple[Evidence, ...]
    mix: str

    @property
    def line(self) -> str:
        table = {"requests": "表三", "challenges": "表四"}[self.spoilt.truth.form.id]
        return f"{table}, {len(self.spoilt.kinds)} slip{'s' * (len(self.spoilt.kinds) > 1)}"


@dataclass(frozen=True)
class Score:
    """How one case went: 1-based rank of the truth (0: not in the first three), CPU milliseconds."""

    case: Case
    rank: int
    milliseconds: float
    problems: tuple[Problem, ...]

    @property
    def innocent(self) -> bool:
        """No cell is accused that is right."""
        named = {change.cell for p in self.problems for r in p.repairs[:1] for change in r.changes}
        return named <= self.case.spoilt.wrong.keys()

    @property
    def each_in_three(self) -> bool:
        """Taking for every problem the right one of its first three repairs comes to the truth."""
        wrong = self.case.spoilt.wrong
        right = [r for p in self.problems for r in p.repairs[:3] if changed((r,)).items() <= wrong.items()]
        return changed(right) == wrong


def draw_case(seed: int) -> Case:
    """The case of a seed: table, slips and evidence."""
    rng = Random(seed)
    truth = draw_truth(rng, draw_form(rng))
    mix = rng.choices(list(MIXES), [share for share, _ in MIXES.values()])[0]
    slips = rng.choices([n for _, n in SLIP_COUNTS], [share for share, _ in SLIP_COUNTS])[0]
    spoilt = spoil(rng, truth, slips, MIXES[mix][1])
    return Case(spoilt, tuple(draw_evidence(rng, spoilt)), mix)


def score(case: Case, with_evidence: bool) -> Score:
    """Find the problems of a case and rank the truth among the answers."""
    spoilt = case.spoilt
    evidence = case.evidence if with_evidence else ()
    start = time.thread_time()
    problems = find_problems(spoilt.truth.form, spoilt.cells, texts=spoilt.texts, evidence=evidence)
    spent = (time.thread_time() - start) * 1000
    return Score(case, rank_of(spoilt.wrong, problems), spent, problems)


def with_right_sentence(case: Case) -> Case:
    """The same case with one true sentence on the first wrong cell (on its row's total where it has one)."""
    spoilt = case.spoilt
    cell = next(iter(spoilt.wrong))
    total = spoilt.grid.row_total.get(spoilt.grid.number[cell]) if len(spoilt.wrong) > 1 else None
    told = cell if total is None else spoilt.grid.ids[total]
    return replace(case, evidence=(sentence("正文", (told,), spoilt.truth.values),))


def rank_of(wrong: dict[str, int], problems: Sequence[Problem]) -> int:
    """Place of the whole truth among the first three combinations of the problems' repairs, 0 if beyond."""
    best = answers(problems)
    return next((i + 1 for i, answer in enumerate(best) if changed(answer) == wrong), 0)


def answers(problems: Sequence[Problem]) -> list[tuple[Repair, ...]]:
    """The first three combinations of one repair for every problem, the cheapest first."""
    lists = [list(enumerate(p.repairs[:3])) for p in problems]
    combined = nsmallest(3, product(*lists), key=lambda c: (sum(r.cost for _, r in c), sum(i for i, _ in c)))
    first = tuple(p.repairs[0] for p in problems if p.repairs)
    combinations = [tuple(r for _, r in c) for c in combined]
    return [first, *(c for c in combinations if c != first)][:3]


def changed(repairs: Iterable[Repair]) -> dict[str, int]:
    return {change.cell: change.new for repair in repairs for change in repair.changes}


def percentile(values: Sequence[float], share: float) -> float:
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))] if ordered else 0.0
