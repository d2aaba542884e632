"""What the plainer methods reach on the same tables.

Flagging every cell of a broken rule; Fellegi–Holt (all smallest sets of cells, ties drawn at random); and
HiGHS, a MILP solver, as an oracle for how small the smallest set is.
"""

import sys
from dataclasses import dataclass, replace
from functools import lru_cache

from core.forms import TableForm
from core.repair.evidence import Witnesses
from core.repair.lower_bound import LowerBound
from core.repair.pricing import Pricing
from core.repair.search import Outcome, Pass, Task, solve
from core.repair.system import Operation, System, system_of
from tests.benchmarks.repair.corrupt import Spoilt

_PASSES = (Pass(True, 1.0, 20_000), Pass(False, 1.0, 60_000))


@dataclass(frozen=True)
class Flagged:
    """cells: how many cells the broken rules name; hits: how many of them are wrong; wrong: how many are."""

    cells: int
    hits: int
    wrong: int


def flag_all(spoilt: Spoilt) -> Flagged:
    """Accuse every cell of every broken rule."""
    system = system_of(spoilt.truth.form)
    broken = system.differences(spoilt.values)
    cells = {spoilt.grid.ids[cell] for equation, _ in broken for cell, _ in system.coefficients[equation]}
    return Flagged(len(cells), len(cells & spoilt.wrong.keys()), len(spoilt.wrong))


class _UnitPricing(Pricing):
    """Every cell costs the same, whatever stands in it."""

    def cost(self, operation: Operation, amount: int) -> float | None:
        cells = operation.slip.cells
        return 1.0 if all(self._values[cell] + sign * amount >= 0 for cell, sign in cells) else None


@lru_cache(maxsize=8)
def _cells_only(form: TableForm) -> tuple[System, LowerBound]:
    system = system_of(form)
    single = replace(system, operations=tuple(o for o in system.operations if o.slip.kind == "cell"))
    return single, LowerBound(single, lambda _: 1.0)


def smallest_sets(spoilt: Spoilt) -> list[dict[str, int]]:
    """Every repair with the fewest cells, as cell id → new figure (Fellegi–Holt with unit weights)."""
    outcome = _solve_cells(spoilt)
    least = min((len(found.changes) for found in outcome.found), default=0)
    ids = spoilt.grid.ids
    return [{ids[c]: new for c, new in f.changes} for f in outcome.found if len(f.changes) == least]


def _solve_cells(spoilt: Spoilt) -> Outcome:
    form = spoilt.truth.form
    system, bound = _cells_only(form)
    values = spoilt.values
    return solve(
        Task(
            system=system,
            pricing=_UnitPricing(form, system, values, {}),
            witnesses=Witnesses((), system.grid, frozenset(), values),
            values=values,
            base=values,
            broken=system.differences(values),
            forced=0,
            fixed=0,
            bound=bound,
            least_slips=bound,
            out_of_time=lambda: False,
            passes=_PASSES,
            gap=0.5,
        )
    )


def chance_of(spoilt: Spoilt, places: int) -> float:
    """Chance that the truth is among the first ``places`` smallest sets, these being in random order."""
    sets = smallest_sets(spoilt)
    return min(1.0, places / len(sets)) if spoilt.wrong in sets else 0.0


def highs_optimum(spoilt: Spoilt) -> int | None:
    """Least number of cells after HiGHS; None where highspy is not installed."""
    try:
        import highspy
    except ImportError:
        return None
    system = system_of(spoilt.truth.form)
    largest = max(spoilt.values) + sum(abs(difference) for _, difference in system.differences(spoilt.values))
    model = highspy.Highs()
    model.silent()
    more = [model.addIntegral(0, largest) for _ in spoilt.values]
    less = [model.addIntegral(0, value) for value in spoilt.values]
    touched = [model.addBinary() for _ in spoilt.values]
    for cell in range(len(spoilt.values)):
        model.addConstr(more[cell] + less[cell] <= largest * touched[cell])
    for row in system.coefficients:
        moved = model.qsum(sign * (spoilt.values[cell] + more[cell] - less[cell]) for cell, sign in row)
        model.addConstr(moved == 0)
    model.minimize(model.qsum(touched))
    return round(model.getObjectiveValue())


def highs_installed() -> bool:
    """Whether the oracle is at hand."""
    try:
        import highspy  # noqa: F401
    except ImportError:
        print("HiGHS: highspy is not installed (pip install .[oracle])", file=sys.stderr)
        return False
    return True
