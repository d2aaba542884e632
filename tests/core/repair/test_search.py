"""What the search promises of every repair it finds, and when it says that it looked everywhere."""

from collections.abc import Callable
from dataclasses import replace
from random import Random

import pytest

from core.repair.evidence import Evidence, Witnesses
from core.repair.lower_bound import LowerBound
from core.repair.pricing import Pricing
from core.repair.search import Found, Pass, Task, solve
from core.repair.system import Operation, system_of
from tests.core.repair.tables import small_form, small_table

TABLE = small_form()
SYSTEM = system_of(TABLE)
RIGHT = list(small_table((12, 3, 5, 1, 4, 0, 1, 2)).values())
NO_EFFORT = (Pass(True, 1.1, -1),)


def number(name: str) -> int:
    return SYSTEM.grid.number[f"requests.{name}"]


def cell_slip(name: str) -> Operation:
    return next(o for o in SYSTEM.by_cell[number(name)] if o.slip.kind == "cell")


def spoilt(**changes: int) -> list[int]:
    """The right figures with some moved by an amount; ``__`` stands for the point."""
    moved = {number(name.replace("__", ".")): amount for name, amount in changes.items()}
    return [figure + moved.get(cell, 0) for cell, figure in enumerate(RIGHT)]


def task(
    values: list[int], evidence: tuple[Evidence, ...] = (), late: Callable[[], bool] | None = None
) -> Task:
    return Task(
        system=SYSTEM,
        pricing=Pricing(TABLE, SYSTEM, values, {}),
        witnesses=Witnesses(evidence, SYSTEM.grid, frozenset(), values),
        values=values,
        base=values,
        broken=SYSTEM.differences(values),
        forced=sum(2**cell for cell, figure in enumerate(values) if figure < 0),
        fixed=0,
        bound=LowerBound(SYSTEM),
        least_slips=LowerBound(SYSTEM, lambda _: 1.0),
        out_of_time=late or (lambda: False),
    )


def check(given: Task, found: Found) -> None:
    """It mends everything, costs what its slips and the evidence cost, and touches no fixed cell."""
    changes = dict(found.changes)
    after = [changes.get(cell, figure) for cell, figure in enumerate(given.values)]
    assert SYSTEM.differences(after) == ()
    assert min(after) >= 0
    assert list(changes) == sorted(changes)
    believed = [changes.get(cell, figure) for cell, figure in enumerate(given.base)]
    prices = [given.pricing.cost(operation, amount) for operation, amount in found.steps]
    assert found.cost == pytest.approx(sum(p or 0 for p in prices) + given.witnesses.cost(believed))
    assert not any(given.fixed >> cell & 1 for cell in changes)
    touched = [cell for operation, _ in found.steps for cell, _ in operation.slip.cells]
    assert sorted(touched) == list(changes)


@pytest.mark.parametrize("seed", range(12))
def test_every_repair_mends_everything_at_its_price(seed: int) -> None:
    rng = Random(seed)
    cells = rng.sample(range(18), rng.randint(1, 2))
    values = [rng.randrange(-3, 20) if cell in cells else figure for cell, figure in enumerate(RIGHT)]
    given = task(values, (Evidence("正文", (("requests.new.total", 1),), RIGHT[2], "prose"),))
    given.fixed = 0 if given.forced & 2**17 else 2**17
    outcome = solve(given)
    for found in outcome.found:
        check(given, found)
    best = min((found.cost for found in outcome.found), default=0.0)
    assert all(f.cost <= best + given.gap or len(f.changes) == 1 for f in outcome.found)
    assert len({f.changes for f in outcome.found}) == len(outcome.found)
    assert outcome.complete is True or len(cells) > 1
    others = [f.cost for f in outcome.found if len(f.steps) > 1]
    assert others == pytest.approx(sorted(others), abs=1e-8)


def test_evidence_is_held_against_what_is_settled_elsewhere() -> None:
    values = spoilt(granted__natural=7)
    settled = list(values)
    settled[number("carried_out.total")] += 9
    told = Evidence("正文", (("requests.carried_out.total", 1),), RIGHT[17], "prose")
    given = replace(task(values, (told,)), base=settled)
    assert given.witnesses.cost(settled) > given.witnesses.cost(values)
    for found in solve(given).found:
        check(given, found)


def test_two_slips_far_apart_cost_as_much_as_both() -> None:
    values = spoilt(granted__natural=7, carried_in__business=4)
    given = task(values)
    best = solve(given).found[0]
    cells = (number("granted.natural"), number("carried_in.business"))
    assert dict(best.changes) == {cell: RIGHT[cell] for cell in cells}
    assert len(best.steps) == 2


def test_a_negative_figure_is_changed_by_every_repair_even_where_the_sums_hold() -> None:
    values = spoilt(granted__natural=-13, partial__natural=13, granted__total=-13, partial__total=13)
    assert SYSTEM.differences(values) == ()
    outcome = solve(task(values))
    assert outcome.found
    now = [dict(found.changes).get(number("granted.natural")) for found in outcome.found]
    assert None not in now
    assert 1 in now, "its minus sign may be all that is wrong"


def test_the_quick_pass_undoes_only_what_is_broken_all_round() -> None:
    given = task(spoilt(granted__natural=7, carried_in__business=4, closed__total=2))
    outcome = solve(replace(given, passes=(Pass(True, 1.1, 20_000),)))
    assert outcome.found
    for found in outcome.found:
        broken = dict(given.broken)
        for operation, amount in found.steps:
            assert broken.keys() >= dict(operation.trace).keys()
            for equation, entry in operation.trace:
                broken[equation] += entry * amount
            broken = {k: difference for k, difference in broken.items() if difference}


def test_the_search_says_whether_it_came_to_its_end() -> None:
    values = spoilt(granted__natural=7)
    assert solve(task(values)).complete is True
    hurried = solve(task(values, late=lambda: True))
    assert (hurried.found, hurried.complete) == ([], False)


def test_where_nothing_was_found_without_effort_a_last_hurried_pass_looks_again() -> None:
    outcome = solve(replace(task(spoilt(granted__natural=7)), passes=NO_EFFORT))
    assert outcome.found[0].changes == ((number("granted.natural"), 12),)
    assert outcome.complete is True


def test_what_is_known_already_counts_at_its_price_without_any_search() -> None:
    step = (cell_slip("granted.natural"), -7)
    given = replace(task(spoilt(granted__natural=7)), known=(step,), passes=())
    (found,) = solve(given).found
    assert found.steps == (step,)
    assert found.cost == given.pricing.cost(*step)
    assert solve(given).complete is True
    assert solve(replace(given, passes=NO_EFFORT)).complete is False


def test_what_must_and_must_not_change_has_no_repair() -> None:
    given = task(spoilt(granted__natural=-13))
    outcome = solve(replace(given, fixed=given.forced))
    assert outcome.found == []
    assert outcome.complete is True


@pytest.mark.parametrize(("least", "searched"), [(6.0, True), (7.0, False)])
def test_more_than_six_slips_are_not_looked_for(least: float, searched: bool) -> None:
    def slips(_: object) -> float:
        return least

    given = replace(task(spoilt(granted__natural=7)), least_slips=slips)  # type: ignore[arg-type]
    outcome = solve(given)
    assert bool(outcome.found) == searched
    assert outcome.complete is True


def test_six_slips_in_one_table_are_found() -> None:
    """One wrong cell in every row, all other cells known to be right."""
    wrong = ("new.natural", "carried_in.business", "granted.natural", "partial.business", "closed.total")
    cells = {number(name) for name in (*wrong, "carried_out.natural")}
    values = [figure + (2 * cell + 1) * (cell in cells) for cell, figure in enumerate(RIGHT)]
    fixed = sum(2**cell for cell in range(18) if cell not in cells)
    (found,) = solve(replace(task(values), fixed=fixed)).found
    assert dict(found.changes) == {cell: RIGHT[cell] for cell in cells}


def test_one_cell_on_which_equations_agree_comes_before_what_costs_less() -> None:
    given = task(spoilt(granted__natural=7))
    ranked = solve(given).found
    located = [len(f.steps) == 1 == len(f.changes) for f in ranked]
    assert located == sorted(located, reverse=True)
    others = [f.cost for f, alone in zip(ranked, located, strict=True) if not alone]
    assert others == sorted(others)
