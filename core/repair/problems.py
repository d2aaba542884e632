"""The public entry: broken sums of one table → independent problems, each with its repairs, best first.

Error localisation after Fellegi and Holt (1976): change what is most believably wrong so that all edits hold.
"""

import time
from collections.abc import Callable, Collection, Mapping, Sequence
from functools import lru_cache
from math import exp

from core.forms import TableForm
from core.repair import wording
from core.repair.clusters import Bench, Cluster, clusters_of
from core.repair.evidence import Evidence, Witnesses
from core.repair.lower_bound import LowerBound
from core.repair.pricing import Pricing
from core.repair.results import Change, Problem, Repair
from core.repair.search import Found
from core.repair.system import System, system_of

CERTAIN = 0.98
MOST_REPAIRS = 12
_PRACTICALLY_EQUAL = 0.1


def find_problems(
    table: TableForm,
    values: Mapping[str, int],
    *,
    texts: Mapping[str, str] | None = None,
    unknown: Collection[str] = (),
    locked: Collection[str] = (),
    evidence: Sequence[Evidence] = (),
    time_limit: float = 0.6,
    clock: Callable[[], float] = time.thread_time,
) -> tuple[Problem, ...]:
    """Group the broken equations of ``table`` into independent problems and suggest repairs for each.

    values: cell id → figure; a blank or ``/`` is given as 0, its raw text in ``texts``. Cells that are in
        ``unknown`` or not in ``values`` are not known: equations with them are not judged.
    locked: cells that no repair may change.
    evidence: see ``Evidence``; what speaks of other tables is passed over.
    time_limit: seconds by ``clock`` after which what has been found so far is returned. Effort is limited
        by counted steps long before that, so that equal input gives equal output.

    Returns () where all judged equations hold and no judged figure is negative. Never raises for odd
    figures; where nothing can be suggested the problem's note says why.
    """
    missing = frozenset(cell for cell in table.cells if cell not in values or cell in unknown)
    system = system_of(table, missing)
    figures = [0 if cell in missing else values[cell] for cell in system.grid.ids]
    broken, negative = system.differences(figures), _negative(system, figures)
    if not broken and not negative:
        return ()
    deadline = clock() + time_limit
    texts = texts or {}
    hidden = frozenset(system.grid.number[cell] for cell in missing)
    bench = Bench(
        system,
        Pricing(table, system, figures, texts),
        Witnesses(evidence, system.grid, hidden, figures),
        *_lower_bounds(table, missing),
        figures,
        frozenset(system.grid.number[cell] for cell in locked if cell in system.grid.number),
        lambda: clock() > deadline,
    )
    clusters = clusters_of(bench, broken, negative)
    return tuple(_problem(bench, clusters, own, texts, len(missing)) for own in clusters)


def _negative(system: System, figures: Sequence[int]) -> list[int]:
    """Negative figures that take part in some judged equation."""
    judged = {cell for row in system.coefficients for cell, _ in row}
    return [cell for cell, figure in enumerate(figures) if figure < 0 and cell in judged]


@lru_cache(maxsize=64)
def _lower_bounds(table: TableForm, missing: frozenset[str]) -> tuple[LowerBound, LowerBound]:
    """Of the price and of the number of slips."""
    system = system_of(table, missing)
    return LowerBound(system), LowerBound(system, lambda operation: 1.0)


def _problem(
    bench: Bench, clusters: Sequence[Cluster], own: Cluster, texts: Mapping[str, str], missing: int
) -> Problem:
    grid = bench.system.grid
    equations = [k for k, _ in own.broken]
    cells = {cell for k in equations for cell, _ in bench.system.coefficients[k]} | set(own.negative)
    others = {
        cell: figure
        for cluster in clusters
        if cluster is not own
        for found in cluster.outcome.found[:1]
        for cell, figure in found.changes
    }
    repairs = _repairs(bench, own, others, texts)
    return Problem(
        tuple(bench.system.rules[k] for k in equations),
        tuple(grid.ids[cell] for cell in sorted(cells)),
        repairs,
        _note(bench, own, repairs, missing),
    )


def _repairs(bench: Bench, own: Cluster, others: Mapping[int, int], texts: Mapping[str, str]) -> tuple[Repair, ...]:
    found = own.outcome.found
    shares = [exp(min(g.cost for g in found) - f.cost) for f in found]
    listed = list(zip(found, shares, strict=True))[:MOST_REPAIRS]
    return tuple(_repair(bench, own, f, share / sum(shares), others, texts) for f, share in listed)


def _repair(
    bench: Bench, own: Cluster, found: Found, share: float, others: Mapping[int, int], texts: Mapping[str, str]
) -> Repair:
    grid = bench.system.grid
    changed = dict(found.changes)
    values = [changed.get(i, others.get(i, figure)) for i, figure in enumerate(bench.figures)]
    slip, reason = wording.words_of(found.steps, grid, bench.figures, texts)
    settled = _located(bench.system, own) or bench.witnesses.overturned(changed, values)
    equal = [f for f in own.outcome.found if abs(f.cost - found.cost) <= _PRACTICALLY_EQUAL]
    return Repair(
        tuple(Change(grid.ids[cell], bench.figures[cell], new) for cell, new in found.changes),
        found.cost,
        slip,
        reason,
        share,
        settled and share >= CERTAIN,
        len(equal) > 1,
        bench.witnesses.supporting(changed, values),
    )


def _located(system: System, own: Cluster) -> bool:
    """Whether several equations cross in this part of the table, so that sums alone can tell cells apart."""
    block = {system.blocks[k] for k, _ in own.broken}
    return sum(1 for b in system.blocks if b in block) > 1


def _note(bench: Bench, own: Cluster, repairs: tuple[Repair, ...], missing: int) -> str:
    if not repairs:
        return _no_suggestion(bench, own, missing)
    return wording.SEVERAL if repairs[0].tied else ""


def _no_suggestion(bench: Bench, own: Cluster, missing: int) -> str:
    if missing:
        return wording.UNKNOWN.format(count=missing)
    if bench.locked:
        return wording.LOCKED
    return wording.OUT_OF_TIME if bench.out_of_time() else wording.TOO_MANY
