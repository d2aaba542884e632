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
from core.repair.search import MOST_SLIPS, Found
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
    written = texts or {}
    bound, least_slips = _lower_bounds(table, missing)
    bench = Bench(
        system=system,
        pricing=Pricing(table, system, figures, written),
        witnesses=Witnesses(evidence, system.grid, missing, figures),
        bound=bound,
        least_slips=least_slips,
        figures=figures,
        locked=frozenset(system.grid.number[cell] for cell in locked if cell in system.grid.number),
        out_of_time=lambda: clock() > deadline,
    )
    clusters = clusters_of(bench, broken, negative)
    return tuple(_problem(_Teller(bench, own, clusters, written), len(missing)) for own in clusters)


def _negative(system: System, figures: Sequence[int]) -> list[int]:
    """Negative figures that take part in some judged equation."""
    judged = {cell for row in system.coefficients for cell, _ in row}
    return [cell for cell, figure in enumerate(figures) if figure < 0 and cell in judged]


@lru_cache(maxsize=64)
def _lower_bounds(table: TableForm, missing: frozenset[str]) -> tuple[LowerBound, LowerBound]:
    """Of the price and of the number of slips."""
    system = system_of(table, missing)
    return LowerBound(system), LowerBound(system, lambda _: 1.0)


class _Teller:
    """Turns one cluster's findings into what is handed out."""

    def __init__(
        self, bench: Bench, own: Cluster, clusters: Sequence[Cluster], texts: Mapping[str, str]
    ) -> None:
        self.bench = bench
        self.own = own
        self._texts = texts
        self._found = own.outcome.found
        firsts = [found for c in clusters if c is not own for found in c.outcome.found[:1]]
        self._settled = dict(change for found in firsts for change in found.changes)

    def repairs(self) -> tuple[Repair, ...]:
        """The best twelve, with their shares among all that were found."""
        least = min((f.cost for f in self._found), default=0.0)
        weights = [exp(least - f.cost) for f in self._found]
        best = zip(self._found[:MOST_REPAIRS], weights, strict=False)
        return tuple(self._repair(found, weight / sum(weights)) for found, weight in best)

    def _repair(self, found: Found, share: float) -> Repair:
        grid, figures, witnesses = self.bench.system.grid, self.bench.figures, self.bench.witnesses
        changed = dict(found.changes)
        after = self._settled | changed
        values = [after.get(cell, figure) for cell, figure in enumerate(figures)]
        slip, reason = wording.words_of(found.steps, grid, figures, self._texts)
        return Repair(
            changes=tuple(Change(grid.ids[cell], figures[cell], new) for cell, new in found.changes),
            cost=found.cost,
            slip=slip,
            reason=reason,
            confidence=share,
            certain=share >= CERTAIN and (self._crossed() or witnesses.overturned(changed, values)),
            tied=sum(abs(f.cost - found.cost) <= _PRACTICALLY_EQUAL for f in self._found) > 1,
            evidence=witnesses.supporting(changed, values),
        )

    def _crossed(self) -> bool:
        """Whether equations cross in this part of the table, so that sums alone can tell its cells apart."""
        blocks = self.bench.system.blocks
        own = {blocks[equation] for equation, _ in self.own.broken}
        return sum(block in own for block in blocks) > len(own)


def _problem(teller: _Teller, missing: int) -> Problem:
    system, own = teller.bench.system, teller.own
    equations = [equation for equation, _ in own.broken]
    cells = {cell for equation in equations for cell, _ in system.coefficients[equation]}
    repairs = teller.repairs()
    return Problem(
        equations=tuple(system.rules[equation] for equation in equations),
        cells=tuple(system.grid.ids[cell] for cell in sorted(cells.union(own.negative))),
        repairs=repairs,
        note=_note(teller, repairs, missing),
    )


def _note(teller: _Teller, repairs: tuple[Repair, ...], missing: int) -> str:
    bench, own = teller.bench, teller.own
    reasons = (
        (bool(repairs) and not repairs[0].tied, ""),
        (bool(repairs), wording.SEVERAL),
        (missing > 0, wording.UNKNOWN.format(count=missing)),
        (bool(bench.locked), wording.LOCKED),
        (not own.outcome.complete and bench.out_of_time(), wording.OUT_OF_TIME),
        (
            not own.outcome.complete or bench.least_slips(k for k, _ in own.broken) > MOST_SLIPS,
            wording.TOO_MANY,
        ),
    )
    return next((words for applies, words in reasons if applies), wording.IMPOSSIBLE)
