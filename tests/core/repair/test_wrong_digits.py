"""How likely one figure is mistyped for another: chances that add up, and the likelier cheaper."""

from math import exp, inf, log

import pytest

from core.repair.wrong_digits import (
    digit_dropped,
    one_digit_differs,
    shape_of,
    stale_cost,
    transposed,
    typing_cost,
)


@pytest.mark.parametrize("true", [46, 746, 4711])
def test_something_was_typed_for_every_figure(true: int) -> None:
    chances = sum(exp(-typing_cost(seen, true)) for seen in range(12 * true) if seen != true)
    assert chances == pytest.approx(1, abs=0.04)


def test_a_total_lags_by_something() -> None:
    assert sum(exp(-stale_cost(lag)) for lag in range(1, 3000)) == pytest.approx(1, abs=0.001)
    assert stale_cost(-3) == stale_cost(3)
    assert stale_cost(10**400) == stale_cost(10**18) < inf


@pytest.mark.parametrize(
    ("likelier", "than", "true"),
    [
        (0, 3, 46),
        (10, 11, 9),
        (764, 674, 746),
        (74, 73, 746),
        (7746, 7546, 746),
        (7546, 7556, 746),
        (716, 715, 746),
        (900_000, 9_000_000, 12),
        (10, 90, 1),
    ],
)
def test_the_likelier_slip_costs_less(likelier: int, than: int, true: int) -> None:
    assert typing_cost(likelier, true) < typing_cost(than, true)


def test_huge_figures_cost_what_the_largest_costs() -> None:
    most = -log(0.015) + 1.2 * log(10**18)
    assert typing_cost(10**19, 3) == typing_cost(3, 10**400) == most
    assert typing_cost(10**18, 3) == pytest.approx(most, abs=1e-6)


def test_one_digit_of_equally_many() -> None:
    assert one_digit_differs("716", "746")
    assert not one_digit_differs("746", "746")
    assert not one_digit_differs("715", "746")
    assert not one_digit_differs("46", "746")


@pytest.mark.parametrize(
    ("seen", "true", "expected"),
    [
        ("764", "746", True),
        ("476", "746", True),
        ("647", "746", False),
        ("746", "746", False),
        ("765", "746", False),
        ("756", "746", False),
        ("1", "10", True),
        ("10", "1", False),
        ("7461", "7416", True),
        ("4761", "7416", False),
        ("3746", "746", False),
        ("784", "746", False),
    ],
)
def test_two_neighbouring_digits_changed_places(seen: str, true: str, expected: bool) -> None:
    assert transposed(seen, true) is expected


def test_one_digit_was_left_out() -> None:
    assert all(digit_dropped(seen, "746") for seen in ("46", "76", "74"))
    assert not any(digit_dropped(seen, "746") for seen in ("4", "64", "746", "7466"))


def test_a_shape_is_seen_up_to_the_largest_figure_and_never_below_zero() -> None:
    assert shape_of(0, 7) == "digit_changed"
    assert shape_of(10**18, 10**17) == "digit_extra"
    assert shape_of(10**18 + 1, 10**18) is None
    assert shape_of(-1, 7) is None
    assert shape_of(7, -1) is None
