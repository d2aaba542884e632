"""Which broken equations belong together: those that some believable repair mends with linked slips."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from core.repair.evidence import Witnesses
from core.repair.lower_bound import LowerBound
from core.repair.pricing import Pricing
from core.repair.search import Found, Outcome, Steps, Task, solve
from core.repair.system import System, Vector, components, mask_of


@dataclass(slots=True)
class Cluster:
    """Equations (with their differences) and negative cells that are mended together.

    outcome: the repairs; those of one cluster change no cell that the first repair of another changes.
    """

    broken: Vector
    negative: tuple[int, ...]
    outcome: Outcome


@dataclass(slots=True)
class Bench:
    """What every search on one table shares.

    figures: by cell number. locked: cell numbers that must not change. settled: figures that the first
    repairs of other clusters put in.
    """

    system: System
    pricing: Pricing
    witnesses: Witnesses
    bound: LowerBound
    least_slips: LowerBound
    figures: Sequence[int]
    locked: frozenset[int]
    out_of_time: Callable[[], bool]
    settled: dict[int, int] = field(default_factory=dict)

    def solve(self, broken: Vector, negative: Iterable[int], known: Steps = ()) -> Outcome:
        """Mend these differences, leaving what is settled as settled. known: steps that would do."""
        base = list(self.figures)
        for cell, figure in self.settled.items():
            base[cell] = figure
        return solve(
            Task(
                system=self.system,
                pricing=self.pricing,
                witnesses=self.witnesses,
                values=self.figures,
                base=base,
                broken=broken,
                forced=mask_of(negative),
                fixed=mask_of((*self.locked, *self.settled)),
                bound=self.bound,
                least_slips=self.least_slips,
                out_of_time=self.out_of_time,
                known=known,
            )
        )


def clusters_of(bench: Bench, broken: Vector, negative: Sequence[int]) -> list[Cluster]:
    """Split the differences into independent clusters, each solved by itself.

    A cluster without repairs has defeated the search. The first repairs of all others change different
    cells and mend, each its own, the differences of all.
    """
    clusters: list[Cluster] = []
    for part, cells in _blocks(bench.system, broken, negative):
        clusters += _split(bench, part, cells)
        bench.settled.update(change for c in clusters for f in c.outcome.found[:1] for change in f.changes)
    return sorted(clusters, key=lambda cluster: (not cluster.broken, cluster.broken, cluster.negative))


def _blocks(system: System, broken: Vector, negative: Sequence[int]) -> list[tuple[Vector, tuple[int, ...]]]:
    """The differences by parts of the table that share no cell."""
    block_of_cell = {cell: system.blocks[k] for k, row in enumerate(system.coefficients) for cell, _ in row}
    concerned = {system.blocks[k] for k, _ in broken} | {block_of_cell[cell] for cell in negative}
    return [
        (
            tuple((k, difference) for k, difference in broken if system.blocks[k] == block),
            tuple(cell for cell in negative if block_of_cell[cell] == block),
        )
        for block in sorted(concerned)
    ]


def _split(bench: Bench, broken: Vector, negative: tuple[int, ...]) -> list[Cluster]:
    """Solve a block as a whole, then again each part that no believable repair links with the others."""
    whole = bench.solve(broken, negative)
    labels = _labels(whole.found)
    steps = {part: _steps_of(whole.found[0], part, labels) for part in sorted(set(labels.values()))}
    firsts = {part: own for part, own in steps.items() if own}
    if len(firsts) < 2:
        return [Cluster(broken, negative, whole)]
    settled = dict(bench.settled)
    clusters = []
    for part in list(firsts):
        own = tuple((k, difference) for k, difference in broken if labels[k] == part)
        cells = _cells(firsts[part])
        others = [steps for other, steps in firsts.items() if other != part]
        bench.settled = settled | {c: new for steps in others for c, new in _changes(bench.figures, steps)}
        outcome = bench.solve(own, [cell for cell in negative if cell in cells], firsts[part])
        firsts[part] = outcome.found[0].steps
        clusters.append(Cluster(own, tuple(cell for cell in negative if cell in cells), outcome))
    bench.settled = settled
    return clusters


def _labels(found: Sequence[Found]) -> dict[int, int]:
    """Equation → number of its component, equations being linked by the slips of believable repairs."""
    traces = dict.fromkeys(operation.trace for f in found for operation, _ in f.steps)
    return components([k for k, _ in trace] for trace in traces)


def _steps_of(found: Found, part: int, labels: dict[int, int]) -> Steps:
    return tuple(step for step in found.steps if labels[step[0].trace[0][0]] == part)


def _cells(steps: Steps) -> set[int]:
    return {cell for operation, _ in steps for cell, _ in operation.slip.cells}


def _changes(figures: Sequence[int], steps: Steps) -> list[tuple[int, int]]:
    return [(cell, figures[cell] + sign * amount) for op, amount in steps for cell, sign in op.slip.cells]
