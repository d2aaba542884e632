"""The judged equations in little: what each slip moves, and how it is looked up."""

from core.repair.system import System, components, direction_of, mask_of, system_of
from tests.core.repair.tables import form, small_form, small_table

TABLE = small_form()
RIGHT = list(small_table((5, 3, 2, 1, 4, 0, 1, 2)).values())


def system() -> System:
    return system_of(TABLE)


def test_a_right_table_has_no_differences() -> None:
    assert system().differences(RIGHT) == ()


def test_a_difference_is_left_less_right() -> None:
    cell = system().grid.number["requests.granted.natural"]
    wrong = [figure + 5 * (i == cell) for i, figure in enumerate(RIGHT)]
    assert {system().rules[k]: difference for k, difference in system().differences(wrong)} == {
        "requests.closed.natural": -5,
        "requests.sum.granted": -5,
    }


def test_a_trace_is_what_the_slip_moves() -> None:
    for operation in system().operations:
        moved = list(RIGHT)
        for cell, sign in operation.slip.cells:
            moved[cell] += sign
        assert operation.trace == system().differences(moved) != ()


def test_operations_are_numbered_and_say_their_cells_and_equations_in_bits() -> None:
    for i, operation in enumerate(system().operations):
        assert operation.index == i
        assert operation.cell_mask == sum(2**cell for cell, _ in operation.slip.cells)
        assert operation.equation_mask == sum(2**equation for equation, _ in operation.trace)
    assert mask_of([]) == 0


def test_operations_are_found_by_equation_by_cell_and_by_direction() -> None:
    for k, touching in enumerate(system().touching):
        assert touching == tuple((o, dict(o.trace)[k]) for o in system().operations if k in dict(o.trace))
    for cell, operations in enumerate(system().by_cell):
        assert operations == tuple(o for o in system().operations if cell in dict(o.slip.cells))
    listed = [
        (operation.index, tuple((k, entry * factor) for k, entry in direction) == operation.trace)
        for direction, operations in system().by_direction.items()
        for operation, factor in operations
    ]
    assert sorted(listed) == [(i, True) for i in range(len(system().operations))]


def test_a_direction_is_primitive_and_begins_with_a_positive_entry() -> None:
    assert direction_of(((2, -4), (5, 6))) == (((2, 2), (5, -3)), -2)
    assert direction_of(((2, 9), (5, 6))) == (((2, 3), (5, 2)), 3)
    assert direction_of(((0, 3 * 10**30), (1, 3))) == (((0, 10**30), (1, 1)), 3)
    assert direction_of(((0, 1),)) == (((0, 1),), 1)


def test_equations_look_alike_where_form_and_column_of_totals_agree() -> None:
    kinds = [(rule.split(".")[1], rule.endswith(".total")) for rule in system().rules]
    assert len(set(system().groups)) == len(set(kinds)) == 5
    assert len(set(zip(system().groups, kinds, strict=True))) == 5
    assert min(system().groups) == 0
    assert max(system().groups) == 4


def test_equations_of_missing_cells_are_not_judged_and_nothing_changes_them() -> None:
    cell = "requests.granted.natural"
    judged = system_of(TABLE, frozenset([cell, "nonsense"]))
    assert set(system().rules) - set(judged.rules) == {"requests.closed.natural", "requests.sum.granted"}
    hidden = judged.grid.number[cell]
    assert not judged.by_cell[hidden]
    assert all(operations for c, operations in enumerate(judged.by_cell) if c != hidden)


def test_parts_of_a_table_that_share_no_cell_are_blocks() -> None:
    assert set(system().blocks) == {0}
    challenges = system_of(form("2021", "challenges"))
    assert len(set(challenges.blocks)) == len(challenges.rules) > 1


def test_components_are_joined_by_common_members() -> None:
    assert components([[1, 2], [2, 3], [5]]) == {1: 0, 2: 0, 3: 0, 5: 1}
    assert components([[1, 2], [3, 4], [7, 8, 9], [4, 1]]) == {1: 0, 2: 0, 3: 0, 4: 0, 7: 1, 8: 1, 9: 1}
    assert components([[8, 7], [6, 5], [5, 7], [9]]) == {5: 0, 6: 0, 7: 0, 8: 0, 9: 1}
    assert components([]) == {}
