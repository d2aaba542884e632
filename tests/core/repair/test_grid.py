"""The grid in little: which cells are neighbours, which figures feed which totals."""

from collections import Counter

from core.forms import Heading, Section, TableForm
from core.repair.grid import Grid, grid_of
from core.repair.slips import Kind, Slip, all_slips
from tests.core.repair.tables import small_form


def grid() -> Grid:
    return grid_of(small_form())


def number(name: str) -> int:
    return grid().ids.index(f"requests.{name}")


def slips(kind: Kind) -> list[Slip]:
    return [slip for slip in all_slips(grid()) if slip.kind == kind]


def cells(*signed: tuple[str, int]) -> tuple[tuple[int, int], ...]:
    return tuple((number(name), sign) for name, sign in signed)


def stacked(rows: int) -> Grid:
    """Three sections without equations, one below the other, each of one column."""
    headings = [tuple(Heading(f"{s}{r}", f"{s}{r}") for r in range(rows)) for s in "abc"]
    sections = tuple(Section(own, (Heading("c", "c"),)) for own in headings)
    return grid_of(TableForm("requests", "三段", "", "", (), "small", sections, ()))


def test_cells_are_numbered_row_by_row() -> None:
    assert grid().place == tuple((row, column) for row in range(6) for column in range(3))
    assert [grid().number[cell] for cell in grid().ids] == list(range(18))


def test_neighbours_stand_beside_above_and_below() -> None:
    near = {grid().ids[cell] for cell in grid().neighbours[number("carried_in.business")]}
    assert near == {
        "requests.carried_in.natural",
        "requests.carried_in.total",
        "requests.new.business",
        "requests.granted.business",
    }
    corner = {grid().ids[cell] for cell in grid().neighbours[number("carried_out.total")]}
    assert corner == {"requests.carried_out.business", "requests.closed.total"}


def test_pairs_go_to_the_right_and_down() -> None:
    assert grid().right_pairs == tuple((3 * r + c, 3 * r + c + 1) for r in range(6) for c in range(2))
    assert grid().down_pairs == tuple((i, i + 3) for i in range(15))


def test_sections_are_no_neighbours() -> None:
    assert stacked(1).neighbours == ((), (), ())
    assert stacked(2).neighbours == ((1,), (0,), (3,), (2,), (5,), (4,))
    places = stacked(2).place
    assert places[0] == (0, 0)
    assert list(places) == sorted(set(places))


def test_totals_follow_from_the_equations() -> None:
    rows = ("new", "carried_in", "granted", "partial", "closed", "carried_out")
    assert grid().row_total == {
        number(f"{row}.{column}"): number(f"{row}.total")
        for row in rows
        for column in ("natural", "business")
    }
    assert grid().column_total == {
        number(f"{row}.{column}"): number(f"closed.{column}")
        for row in ("granted", "partial")
        for column in ("natural", "business", "total")
    }
    assert grid().totals == {*grid().row_total.values(), *grid().column_total.values()}


def test_every_family_of_slips_has_its_place() -> None:
    assert Counter(slip.kind for slip in all_slips(grid())) == {
        "cell": 18,
        "row_pair": 10,
        "total_pair": 2,
        "column_pair": 4,
        "late_pair": 2,
        "quad": 4,
        "late_three": 4,
        "move": 27,
        "move_pair": 10,
    }


def test_a_figure_spoils_the_totals_reckoned_from_it() -> None:
    inner, row, column, corner = "granted.natural", "granted.total", "closed.natural", "closed.total"
    assert Slip("row_pair", cells((inner, 1), (row, 1))) in slips("row_pair")
    assert Slip("column_pair", cells((inner, 1), (column, 1))) in slips("column_pair")
    assert Slip("quad", cells((inner, 1), (row, 1), (column, 1), (corner, 1))) in slips("quad")
    assert Slip("late_three", cells((row, 1), (column, 1), (corner, 1))) in slips("late_three")
    assert Slip("total_pair", cells((column, 1), (corner, 1))) in slips("total_pair")
    assert Slip("late_pair", cells((row, 1), (corner, 1))) in slips("late_pair")


def test_a_figure_strays_into_its_neighbour_alone_or_with_both_totals() -> None:
    a, b = "granted.natural", "partial.natural"
    assert Slip("move", cells((a, 1), (b, -1))) in slips("move")
    totals = (("granted.total", 1), ("partial.total", -1))
    assert Slip("move_pair", cells((a, 1), (b, -1), *totals)) in slips("move_pair")
    assert Slip("move", cells((a, 1), ("granted.business", -1))) in slips("move")


def test_a_move_between_a_figure_and_its_own_total_is_dear() -> None:
    dear = {slip.cells for slip in all_slips(grid()) if slip.dear}
    rows = ("new", "carried_in", "granted", "partial", "closed", "carried_out")
    assert dear == {
        *(cells((f"{row}.business", 1), (f"{row}.total", -1)) for row in rows),
        *(cells((f"partial.{c}", 1), (f"closed.{c}", -1)) for c in ("natural", "business", "total")),
    }


def test_single_cells_come_first_and_moves_last() -> None:
    kinds = [slip.kind for slip in all_slips(grid())]
    assert kinds[:18] == ["cell"] * 18
    assert set(kinds[-37:]) == {"move", "move_pair"}
