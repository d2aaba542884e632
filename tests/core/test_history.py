"""This year's report against last year's: carry-over column by column, documents in force."""

from pathlib import Path

import pytest

from core.files import from_bytes
from core.history import LastYear, is_comparable, leaps
from core.previous import last_year_of
from core.review import Review
from core.suggest import answer, question
from tests.layouts import balanced, report


def review(numbers: dict[str, str], before: dict[str, str], edition: str = "2021") -> Review:
    year = 2023 if edition == "2021" else 2020
    then = from_bytes(report("pipes_padded", before, edition, year - 1).encode(), Path("上年.txt"))
    now = from_bytes(report("pipes_padded", numbers, edition, year).encode(), Path("本年.txt"))
    return Review(now, last_year_of(then))


def carried_over(numbers: dict[str, str]) -> dict[str, str]:
    """A last year whose carry-over and documents in force fit these numbers."""
    before = dict(numbers)
    for column in ("natural", "business", "research", "ngo", "legal", "other", "total"):
        before[f"requests.carried_out.{column}"] = numbers[f"requests.carried_in.{column}"]
    for row in ("regulations", "normative"):
        cells = (f"disclosure.{row}.{c}" for c in ("in_force", "repealed", "issued"))
        in_force, repealed, issued = (int(numbers[c]) for c in cells)
        before[f"disclosure.{row}.in_force"] = str(in_force + repealed - issued)
    return before


def test_what_fits_last_year_is_no_finding():
    assert review(balanced(), carried_over(balanced())).findings == ()


def test_carry_over_that_differs_is_said_for_its_column_and_the_total():
    before = carried_over(balanced())
    before["requests.carried_out.business"] = "9"
    before["requests.carried_out.total"] = str(int(before["requests.carried_out.total"]) + 8)
    found = {f.rule: (f.severity, f.expected, f.found) for f in review(balanced(), before).findings}
    assert found == {
        "history.carried.total": ("error", before["requests.carried_out.total"], "6"),
        "history.carried.business": ("warning", "9", "1"),
    }


def test_documents_in_force_follow_from_last_years():
    before = carried_over(balanced()) | {"disclosure.normative.in_force": "50"}
    finding = next(f for f in review(balanced(), before).findings)
    issued, repealed = (int(balanced()[f"disclosure.normative.{c}"]) for c in ("issued", "repealed"))
    assert finding.rule == "history.in_force.normative"
    assert finding.expected == str(50 + issued - repealed)
    assert finding.severity == "warning"


def test_the_older_form_has_no_documents_in_force_to_compare():
    assert review(balanced("2019"), carried_over_2019(), "2019").findings == ()


def carried_over_2019() -> dict[str, str]:
    numbers = balanced("2019")
    before = dict(numbers)
    for column in ("natural", "business", "research", "ngo", "legal", "other", "total"):
        before[f"requests.carried_out.{column}"] = numbers[f"requests.carried_in.{column}"]
    return before | {cell: "0" for cell in numbers if cell.endswith(".change")}


def test_last_year_decides_between_repairs_that_sums_cannot_tell_apart():
    """新收 or 上年结转 wrong together with its row total: only last year's carry-over knows which."""
    numbers = balanced()
    before = carried_over(numbers)
    for column in ("business", "total"):
        cell = f"requests.carried_in.{column}"
        numbers[cell] = str(int(numbers[cell]) + 3)
    problem = answer(question(review(numbers, before)))[0]
    assert {c.cell for c in problem.repairs[0].changes} == {
        "requests.carried_in.business",
        "requests.carried_in.total",
    }


@pytest.mark.parametrize(
    ("now", "then", "is_leap"),
    [(10, 1, True), (1, 10, True), (9, 1, False), (0, 500, False), (500, 0, False), (-20, 1, False)],
)
def test_ten_times_as_much_is_a_leap_and_nothing_is_no_measure(now, then, is_leap):
    assert leaps(now, then) is is_leap


def test_table_two_of_one_edition_cannot_be_held_against_the_other():
    last = LastYear({}, "2019")
    assert not is_comparable("disclosure", "2021", last)
    assert is_comparable("disclosure", "2019", last)
    assert is_comparable("requests", "2021", last)
