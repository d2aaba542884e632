"""How large a figure may be expected: the report's size, shared out by row and column."""

from collections.abc import Sequence
from math import exp

import pytest

from core.forms import TableForm
from core.repair.expected import expectation
from core.repair.grid import grid_of
from tests.core.repair.tables import form, small_form, small_table

SMALL, CHALLENGES = small_form(), form("2021", "challenges")
RIGHT = small_table((40, 3, 25, 1, 14, 0, 11, 2))
REQUESTS = 40 + 3 + 25 + 1 + 14  # settled or carried on


def mean(table: TableForm, values: Sequence[int], cell: str) -> float:
    """The figure expected in ``cell``, reckoned from the chances of all figures."""
    grid = grid_of(table)
    chance = expectation(table, grid, values)
    weights = [exp(chance(grid.number[cell], figure)) for figure in range(3000)]
    assert sum(weights) == pytest.approx(0.886227, rel=1e-3), "up to one constant, the same for all"
    return sum(x * w for x, w in enumerate(weights)) / sum(weights)


@pytest.mark.parametrize(
    ("cell", "share"),
    [
        ("granted.natural", 0.45 * 0.88),
        ("partial.business", 0.08 * 0.07),
        ("new.natural", 0.88),
        ("closed.natural", 0.01 * 0.88),
        ("granted.total", 0.45 * 0.0125),
    ],
)
def test_requests_are_shared_out_by_row_and_column(cell: str, share: float) -> None:
    values = list(RIGHT.values())
    assert mean(SMALL, values, f"requests.{cell}") == pytest.approx(REQUESTS * share, rel=0.01)


@pytest.mark.parametrize("figure", [0, 10**6])
@pytest.mark.parametrize("cell", ["new.total", "closed.total", "new.natural", "carried_out.business"])
def test_one_wrong_figure_changes_no_expectation(cell: str, figure: int) -> None:
    values = list((RIGHT | {f"requests.{cell}": figure}).values())
    expected = mean(SMALL, values, "requests.granted.natural")
    assert expected == pytest.approx(REQUESTS * 0.45 * 0.88, rel=0.15)


def test_nothing_is_expected_to_be_next_to_impossible() -> None:
    assert mean(SMALL, [0] * 18, "requests.granted.natural") == pytest.approx(0.02, rel=0.01)
    assert mean(SMALL, [-5] * 18, "requests.granted.natural") == pytest.approx(0.02, rel=0.01)
    zeros = [0] * len(CHALLENGES.cells)
    assert mean(CHALLENGES, zeros, "challenges.direct_suit.upheld") == pytest.approx(0.3, rel=0.01)


@pytest.mark.parametrize(("total", "size"), [(100, 100), (4, 4), (400, 100)])
def test_outcomes_share_the_smaller_of_total_and_parts(total: int, size: int) -> None:
    figures = {"upheld": 70, "corrected": 30, "total": total}
    values = dict.fromkeys(CHALLENGES.cells, 0)
    values |= {f"challenges.direct_suit.{name}": figure for name, figure in figures.items()}
    for name, share in (("upheld", 0.55), ("corrected", 0.15)):
        expected = mean(CHALLENGES, list(values.values()), f"challenges.direct_suit.{name}")
        assert expected == pytest.approx(size * share, rel=0.01)


def test_huge_figures_have_a_chance_too() -> None:
    chance = expectation(SMALL, grid_of(SMALL), [10**400] * 18)
    assert chance(0, 10**15) == chance(0, 10**400)
