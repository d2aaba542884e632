"""The forms as data: cell ids and rules are those the public interface names."""

import pytest

from core.forms import editions
from core.layout import drawing

SIZES = {
    "2021": {"disclosure": 10, "requests": 175, "challenges": 15},
    "2019": {"disclosure": 22, "requests": 161, "challenges": 15},
}


@pytest.mark.parametrize("edition", ["2019", "2021"])
def test_every_edition_has_the_statutory_number_of_cells(edition):
    tables = editions()[edition].tables
    assert {name: len(table.cells) for name, table in tables.items()} == SIZES[edition]


@pytest.mark.parametrize(("edition", "rows"), [("2021", 25), ("2019", 23)])
def test_the_rules_are_those_of_the_interface(edition, rows):
    form = editions()[edition]
    names = [equation.rule for equation in form.tables["requests"].equations]
    assert len(names) == 7 + 7 + rows == len(set(names))
    assert {"requests.balance.total", "requests.closed.natural", "requests.sum.refused.secret"} <= set(names)
    assert [e.rule for e in form.tables["challenges"].equations] == [
        "challenges.sum.reconsideration",
        "challenges.sum.direct_suit",
        "challenges.sum.later_suit",
    ]


@pytest.mark.parametrize(("edition", "results"), [("2021", 21), ("2019", 19)])
def test_the_total_of_results_sums_every_result_row(edition, results):
    table = editions()[edition].tables["requests"]
    closed = next(e for e in table.equations if e.rule == "requests.closed.natural")
    others = {"new", "carried_in", "closed", "carried_out"}
    expected = {f"requests.{r.id}.natural" for r in table.sections[0].row_leaves if r.id not in others}
    assert len(closed.right) == results
    assert set(closed.right) == expected


def test_rules_speak_only_of_cells_that_exist():
    for form in editions().values():
        for table in form.tables.values():
            for equation in table.equations:
                assert set(equation.cells) <= set(table.cells)


@pytest.mark.parametrize("edition", ["2019", "2021"])
@pytest.mark.parametrize("table", ["disclosure", "requests", "challenges"])
def test_a_drawing_covers_its_grid_exactly_once(edition, table):
    plan = drawing(edition, table)
    covered = [
        (box.row + r, box.column + c)
        for box in plan.boxes
        for r in range(box.row_span)
        for c in range(box.column_span)
    ]
    assert len(covered) == len(set(covered)) == plan.rows * plan.columns


@pytest.mark.parametrize("edition", ["2019", "2021"])
@pytest.mark.parametrize("table", ["disclosure", "requests", "challenges"])
def test_a_drawing_shows_every_cell_once(edition, table):
    shown = [box.cell for box in drawing(edition, table).boxes if box.cell]
    assert sorted(shown) == sorted(editions()[edition].tables[table].cells)
