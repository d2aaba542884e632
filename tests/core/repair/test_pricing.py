"""What makes one slip dearer than another; all tables here are the small form."""

import pytest

from core.repair.pricing import CHEAPEST, Pricing
from core.repair.slips import Kind
from core.repair.system import Operation, System, system_of
from tests.core.repair.tables import small_form, small_table

TABLE = small_form()
RIGHT = small_table((40, 3, 25, 1, 14, 0, 11, 2))


def system() -> System:
    return system_of(TABLE)


def slip(kind: Kind, *names: str) -> Operation:
    """The slip of this kind that begins with these cells."""
    cells = [system().grid.number[f"requests.{name}"] for name in names]
    return next(
        o
        for o in system().operations
        if o.slip.kind == kind and [cell for cell, _ in o.slip.cells][: len(cells)] == cells
    )


def pricing(texts: dict[str, str] | None = None, fixed: tuple[str, ...] = (), **figures: int) -> Pricing:
    changed = {f"requests.{name.replace('__', '.')}": figure for name, figure in figures.items()}
    numbers = frozenset(system().grid.number[f"requests.{name}"] for name in fixed)
    return Pricing(TABLE, system(), list((RIGHT | changed).values()), texts or {}, numbers)


def cost(prices: Pricing, operation: Operation, amount: int) -> float:
    price = prices.cost(operation, amount)
    assert price is not None
    return price


def test_no_figure_becomes_negative_and_no_fixed_one_changes() -> None:
    cell, pair = slip("cell", "granted.natural"), slip("row_pair", "granted.natural")
    assert pricing().cost(cell, -40) is not None
    assert pricing().cost(cell, -41) is None
    assert pricing(fixed=("granted.total",)).cost(pair, 3) is None
    assert pricing(fixed=("granted.total",)).cost(cell, 3) is not None
    assert pricing().cost(slip("move", "granted.natural", "granted.business"), 4) is None


def test_no_slip_is_cheaper_than_the_cheapest() -> None:
    prices = pricing(granted__natural=-40)
    every = [prices.cost(o, amount) for o in system().operations for amount in (-3, 1, 7, 80)]
    assert min(price for price in every if price is not None) >= CHEAPEST


def test_a_minus_sign_is_cheaper_than_another_figure() -> None:
    cell = slip("cell", "granted.natural")
    prices = pricing(granted__natural=-40)
    assert cost(prices, cell, 80) < cost(prices, cell, 81) < cost(prices, cell, 57)


def test_a_likely_misprint_is_cheaper_than_an_unlikely_one() -> None:
    cell = slip("cell", "granted.natural")
    prices = pricing(granted__natural=42)
    assert cost(prices, cell, 24 - 42) < cost(prices, cell, 37 - 42)


def test_a_total_lags_by_one_sooner_than_by_many() -> None:
    cell = slip("cell", "closed.total")
    assert cost(pricing(), cell, 1) < cost(pricing(), cell, 8)
    for kind, name in (("total_pair", "closed.natural"), ("late_pair", "granted.total")):
        late = slip(kind, name)  # type: ignore[arg-type]
        assert cost(pricing(), late, 1) < cost(pricing(), late, 2) < cost(pricing(), late, 9)


def test_a_figure_like_its_neighbour_was_copied() -> None:
    cell = slip("cell", "partial.natural")
    copied, other = pricing(partial__natural=40), pricing(partial__natural=41)
    assert cost(copied, cell, -24) < cost(other, cell, -25)


def test_the_odd_blank_among_written_zeros_is_cheaper_by_the_oddness() -> None:
    zeros = [cell for cell in TABLE.cells if cell != "requests.new.natural"]
    texts = dict.fromkeys(zeros, "0")
    figures = {cell.removeprefix("requests.").replace(".", "__"): 0 for cell in zeros}
    cell = slip("cell", "granted.business")
    written = pricing(texts, **figures)
    blank = pricing(texts | {"requests.granted.business": " "}, **figures)
    assert cost(written, cell, 7) - cost(blank, cell, 7) == pytest.approx(2.5)
    many = texts | dict.fromkeys(zeros[:4], "") | {"requests.granted.business": ""}
    assert cost(pricing(many, **figures), cell, 7) == cost(written, cell, 7)


def test_an_exchange_is_cheaper_than_a_move_of_some() -> None:
    move = slip("move", "granted.natural", "partial.natural")
    prices = pricing()
    exchange = RIGHT["requests.partial.natural"] - RIGHT["requests.granted.natural"]
    assert cost(prices, move, exchange) < cost(prices, move, exchange + 1)


def test_a_move_with_both_totals_is_dearer_and_one_into_the_own_total_too() -> None:
    move = slip("move", "carried_in.natural", "granted.natural")
    both = slip("move_pair", "carried_in.natural", "granted.natural")
    assert cost(pricing(), both, 3) - cost(pricing(), move, 3) == pytest.approx(1.5)
    own, other = (
        slip("move", "granted.business", "granted.total"),
        slip("move", "granted.total", "partial.total"),
    )
    assert cost(pricing(), own, 1) - cost(pricing(), other, 1) > 1


def test_more_totals_that_followed_cost_more_than_the_figure_alone() -> None:
    alone, pair = slip("cell", "granted.natural"), slip("row_pair", "granted.natural")
    assert cost(pricing(), alone, 2) < cost(pricing(), pair, 2)


def test_a_figure_that_the_rest_leads_to_expect_is_cheaper() -> None:
    cell = slip("cell", "granted.natural")
    prices = pricing(granted__natural=7)
    assert cost(prices, cell, 70 - 7) < cost(prices, cell, 7_000_000 - 7)
