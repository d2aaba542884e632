"""The least that a set of broken equations can cost, by counting classes of equations only."""

from core.repair.pricing import PRICES
from core.repair.system import Operation, System, Vector

Counts = tuple[int, ...]

_DEAR_MOVE = 2.0


class LowerBound:
    """Least sum of floor prices whose slips together touch as many equations of each class as are broken.

    One for each system; what has been reckoned once is remembered.
    """

    def __init__(self, system: System) -> None:
        self._groups = system.groups
        self._classes = max(system.groups, default=-1) + 1
        covers: dict[Counts, float] = {}
        for operation in system.operations:
            counts = self._count(operation.trace)
            covers[counts] = min(_floor(operation), covers.get(counts, _floor(operation)))
        self._covers = tuple(sorted(covers.items()))
        self._memory: dict[Counts, float] = {(0,) * self._classes: 0.0}

    def __call__(self, broken: Vector) -> float:
        return self._least(self._count(broken))

    def _count(self, equations: Vector) -> Counts:
        counts = [0] * self._classes
        for equation, _ in equations:
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


def _floor(operation: Operation) -> float:
    return PRICES[operation.slip.kind].floor + (_DEAR_MOVE if operation.slip.dear else 0.0)
