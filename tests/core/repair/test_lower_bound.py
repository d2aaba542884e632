"""The bound never says more than what some slips cost that touch as many equations of each class."""

from itertools import combinations_with_replacement
from math import inf

import pytest

from core.repair.lower_bound import LowerBound, floor_price
from core.repair.pricing import PRICES
from core.repair.system import Operation, System, system_of
from tests.core.repair.tables import form, small_form


def system() -> System:
    return system_of(small_form())


def rules(*names: str) -> list[int]:
    return [system().rules.index(f"requests.{name}") for name in names]


def dearest(_: Operation) -> float:
    return 2.5


def test_nothing_broken_costs_nothing() -> None:
    assert LowerBound(system())([]) == 0


def test_one_slip_that_touches_all_is_the_least() -> None:
    least = min(floor_price(o) for o in system().operations if o.slip.kind == "cell")
    assert LowerBound(system())(rules("closed.natural", "sum.granted")) == pytest.approx(least)
    assert LowerBound(system(), dearest)(rules("sum.new")) == 2.5


@pytest.mark.parametrize(
    "broken",
    [
        ("sum.new", "sum.granted", "sum.partial"),
        ("balance.natural", "closed.natural", "sum.closed"),
        ("closed.natural", "closed.business", "closed.total"),
        ("balance.total", "balance.natural", "sum.new", "sum.carried_in"),
    ],
)
def test_it_is_the_least_number_of_slips_by_classes(broken: tuple[str, ...]) -> None:
    """Tried here with every one and two operations."""
    groups = system().groups
    wanted = [groups[k] for k in rules(*broken)]

    def enough(operations: tuple[Operation, ...]) -> bool:
        touched = [groups[k] for o in operations for k, _ in o.trace]
        return all(touched.count(group) >= wanted.count(group) for group in wanted)

    kinds = {tuple(sorted(groups[k] for k, _ in o.trace)): o for o in system().operations}
    tried = [c for n in (1, 2, 3) for c in combinations_with_replacement(kinds.values(), n)]
    least = min((len(c) for c in tried if enough(c)), default=inf)
    assert LowerBound(system(), lambda _: 1.0)(rules(*broken)) == least


def test_a_dear_move_costs_two_nats_more() -> None:
    moves = [o for o in system().operations if o.slip.kind == "move"]
    assert {(o.slip.dear, floor_price(o) - PRICES["move"].floor) for o in moves} == {(False, 0), (True, 2)}


def test_a_table_without_equations_has_nothing_to_bound() -> None:
    assert LowerBound(system_of(form("2021", "disclosure")))([]) == 0
