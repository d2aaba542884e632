"""The least that a set of broken equations can cost, by counting classes of equations only."""

from collections.abc import Callable, Iterable
from math import inf

from core.repair.pricing import PRICES
from core.repair.system import Operation, System

Counts = tuple[int, ...]

_DEAR_MOVE = 2.0


def floor_price(operation: Operation) -> float:
    """About the least that undoing this slip costs, in nats."""
    return PRICES[operation.slip.kind].floor + (_DEAR_MOVE if operation.slip.dear else 0.0)


class LowerBound:
    """Least sum of prices whose slips together touch as many equations of each class as are broken.

    price: what an operation costs at least; by default the floor of its family.
    One for each system; what has been reckoned once is remembered.
    """

    def __init__(self, system: System, price: Callable[[Operation], float] = floor_price) -> None:
        self._groups = system.groups
        self._classes = max(system.groups, default=-1) + 1
        covers: dict[Counts, float] = {}
        for operation in system.operations:
            counts = self._count(k for k, _ in operation.trace)
            covers[counts] = min(price(operation), covers.get(counts, inf))
        self._covers = tuple(sorted(covers.items()))
        self._memory: dict[Counts, float] = {(0,) * self._classes: 0.0}

    def __call__(self, broken: Iterable[int]) -> float:
        return self._least(self._count(broken))

    def _count(self, equations: Iterable[int]) -> Counts:
        counts = [0] * self._classes
        for equation in equations:
            counts[self._groups[equation]] += 1
        return tuple(counts)

    def _least(self, counts: Counts) -> float:
        known = self._memory.get(counts)
        if known is None:
            known = min(floor + self._least(rest) for rest, floor in self._remainders(counts))
            self._memory[counts] = known
        return known

    def _remainders(self, counts: Counts) -> list[tuple[Counts, float]]:
        rests = [
            (tuple(max(n - covered, 0) for n, covered in zip(counts, cover, strict=True)), floor)
            for cover, floor in self._covers
        ]
        return [(rest, floor) for rest, floor in rests if rest != counts]
