"""Best-first search for the cheapest sets of slips after which every judged equation holds.

Peeling: in any repair whose slips form a forest on the equations, some broken equation is touched by
exactly one slip, so that equation alone says by how much. Two passes: the first uses only slips all of
whose equations are broken already (quick, nearly always enough), the second all of them under the bound
that the first has set. Effort is counted in tried slips, never in seconds, so the answer does not depend
on the machine; the deadline is a hard stop behind that.
"""

import heapq
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import inf

from core.repair.evidence import Witnesses
from core.repair.lower_bound import LowerBound
from core.repair.pricing import CHEAPEST, Pricing
from core.repair.system import Operation, System, Vector, direction_of, mask_of

Step = tuple[Operation, int]
Steps = tuple[Step, ...]

MOST_SLIPS = 6
"""More slips than this in one table are not told apart; such a table wants to be typed again."""


@dataclass(frozen=True, slots=True)
class Pass:
    """How one pass goes about it.

    closed: only slips whose equations are all broken. weight: of the lower bound, above 1 hurries.
    tries: how many slips it may try.
    """

    closed: bool
    weight: float
    tries: int


_MANY_BROKEN = 8
_HURRIED = Pass(True, 2.5, 20_000)
PASSES = (Pass(True, 1.1, 20_000), Pass(False, 1.3, 20_000))
_LAST_RESORT = Pass(False, 3.0, 20_000)


@dataclass(frozen=True, slots=True)
class Found:
    """A set of slips that mends everything. cost: slips and contradicted evidence together, in nats."""

    cost: float
    steps: Steps
    changes: tuple[tuple[int, int], ...]


@dataclass(slots=True)
class Task:
    """One question to the search.

    values: figures by cell number. broken: differences to mend.
    base: figures with what is settled elsewhere already put right; evidence is held against them.
    forced, fixed: cells (bits) that must and that must not change.
    bound, least_slips: at least this price and this many slips mend some differences.
    known: slips that are known to mend everything.
    gap: how much dearer than the best a repair may be and still count.
    """

    system: System
    pricing: Pricing
    witnesses: Witnesses
    values: Sequence[int]
    base: Sequence[int]
    broken: Vector
    forced: int
    fixed: int
    bound: LowerBound
    least_slips: LowerBound
    out_of_time: Callable[[], bool]
    known: Steps = ()
    passes: tuple[Pass, ...] = PASSES
    gap: float = 6.0


@dataclass(slots=True)
class _State:
    """Slips undone so far, what they cost, which cells (bits) they used, and what is still broken.

    key: the same for the same slips in any order.
    """

    cost: float
    broken: dict[int, int]
    used: int
    steps: Steps
    key: int


@dataclass(slots=True)
class Outcome:
    """found: cheapest first. complete: the search ended by itself, within tries and time."""

    found: list[Found]
    complete: bool


def solve(task: Task) -> Outcome:
    """All repairs within ``task.gap`` of the best that the passes meet, cheapest first."""
    ledger = _Ledger(task)
    if task.forced & task.fixed or task.least_slips(k for k, _ in task.broken) > MOST_SLIPS:
        return Outcome([], True)
    if task.known:
        prices = [task.pricing.cost(operation, amount) for operation, amount in task.known]
        ledger.record(sum(price for price in prices if price is not None), task.known)
    many = len(task.broken) >= _MANY_BROKEN
    complete = True
    for stage in task.passes:
        complete = _Peeling(task, ledger, _HURRIED if many and stage.closed else stage).run()
    if ledger.best == inf and not complete:
        complete = _Peeling(task, ledger, _LAST_RESORT).run()
    return Outcome(ledger.ranked(), complete)


class _Ledger:
    """Repairs met so far, merged where they come to the same figures."""

    def __init__(self, task: Task) -> None:
        self._task = task
        self._found: dict[tuple[tuple[int, int], ...], Found] = {}
        self._spare = min(task.witnesses.cost(task.base), task.gap)
        self.best = inf

    @property
    def limit(self) -> float:
        """Slips that cost more cannot count any more, whatever the evidence says."""
        return self.best + self._task.gap - self._spare

    def record(self, cost: float, steps: Steps) -> None:
        values = list(self._task.base)
        changed: dict[int, int] = {}
        for operation, amount in steps:
            for cell, sign in operation.slip.cells:
                values[cell] = changed[cell] = self._task.values[cell] + sign * amount
        changes = tuple(sorted(changed.items()))
        total = cost + self._task.witnesses.cost(values)
        known = self._found.get(changes)
        if known is None or total < known.cost:
            self._found[changes] = Found(total, steps, changes)
            self.best = min(self.best, total)

    def ranked(self) -> list[Found]:
        within = [f for f in self._found.values() if f.cost <= self.best + self._task.gap or _is_located(f)]
        return sorted(within, key=lambda f: (not _is_located(f), round(f.cost, 9), len(f.changes), f.changes))


def _is_located(found: Found) -> bool:
    """One cell explains everything, and two or more equations agree on it: anything else is coincidence."""
    return len(found.steps) == 1 == len(found.changes) < len(found.steps[0][0].trace)


class _Peeling:
    """One pass."""

    def __init__(self, task: Task, ledger: _Ledger, stage: Pass) -> None:
        self._task = task
        self._ledger = ledger
        self._stage = stage
        self._tries = 0
        self._heap: list[tuple[float, int, _State]] = []
        self._seen: set[int] = set()

    def run(self) -> bool:
        """Search until nothing cheap enough is left (True) or tries or time run out (False)."""
        self._push(_State(0.0, dict(self._task.broken), self._task.fixed, (), 0))
        while self._heap:
            estimate, _, state = heapq.heappop(self._heap)
            if estimate > self._ledger.limit:
                return True
            if self._tries > self._stage.tries or self._task.out_of_time():
                return False
            self._finish(state)
            if len(state.steps) + 1 < MOST_SLIPS:
                self._branch(state)
        return True

    def _finish(self, state: _State) -> None:
        """Record every repair that one more slip completes."""
        if not state.broken:
            return
        direction, length = direction_of(tuple(sorted(state.broken.items())))
        for operation, factor in self._task.system.by_direction.get(direction, ()):
            amount, rest = divmod(-length, factor)
            left = self._task.forced & ~(state.used | operation.cell_mask)
            if rest or left or operation.cell_mask & state.used:
                continue
            cost = self._task.pricing.cost(operation, amount)
            if cost is not None and state.cost + cost <= self._ledger.limit:
                self._ledger.record(state.cost + cost, (*state.steps, (operation, amount)))

    def _branch(self, state: _State) -> None:
        outside = ~mask_of(state.broken) if self._stage.closed else 0
        for equation, difference in state.broken.items():
            if self._task.out_of_time():
                return
            touching = self._task.system.touching[equation]
            self._tries += len(touching)
            for operation, entry in touching:
                if operation.cell_mask & state.used or operation.equation_mask & outside:
                    continue
                if difference % entry == 0:
                    self._step(state, operation, -difference // entry)
        self._turn_sign(state)

    def _turn_sign(self, state: _State) -> None:
        """A negative figure may also be right but for its minus sign, whatever the equations say."""
        waiting = self._task.forced & ~state.used
        if not waiting:
            return
        cell = (waiting & -waiting).bit_length() - 1
        for operation in self._task.system.by_cell[cell]:
            if operation.slip.kind == "cell":
                self._step(state, operation, -2 * self._task.values[cell])

    def _step(self, state: _State, operation: Operation, amount: int) -> None:
        price = self._task.pricing.cost(operation, amount)
        if price is None or state.cost + price + CHEAPEST > self._ledger.limit:
            return
        # Doubled, because -1 and -2 have the same hash.
        key = state.key ^ hash((operation.index, 2 * amount))
        if key in self._seen:
            return
        self._seen.add(key)
        cost, steps = state.cost + price, (*state.steps, (operation, amount))
        broken = _moved(state.broken, operation.trace, amount)
        used = state.used | operation.cell_mask
        if broken or self._task.forced & ~used:
            self._push(_State(cost, broken, used, steps, key))
        else:
            self._ledger.record(cost, steps)

    def _push(self, state: _State) -> None:
        estimate = state.cost + self._stage.weight * max(self._task.bound(state.broken), CHEAPEST)
        if estimate <= self._ledger.limit:
            heapq.heappush(self._heap, (estimate, len(self._seen), state))


def _moved(broken: dict[int, int], trace: Vector, amount: int) -> dict[int, int]:
    """The differences after a slip is undone."""
    differences = broken.copy()
    for equation, entry in trace:
        difference = differences.get(equation, 0) + entry * amount
        if difference:
            differences[equation] = difference
        else:
            del differences[equation]
    return differences
