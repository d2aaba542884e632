"""汇总: the sum of all units, and what the superior's own report has that they do not."""

from pathlib import Path

from core.batch.record import record_of
from core.batch.terms import Terms
from core.batch.totals import differences, totals
from tests.layouts import balanced, report


def record(numbers: dict[str, str], unit: str = "甲局", edition: str = "2021", year: int = 0, file: str = ""):
    text = report("pipes_padded", numbers, edition, year or (2023 if edition == "2021" else 2020))
    return record_of(Path(file or f"{unit}.txt"), text.replace("农业农村局", unit).encode(), Terms())


A = balanced()
B = balanced() | {"disclosure.fees.amount": "0.1", "disclosure.licensing.decisions": "/"}


def whole(*parts: dict[str, str]) -> dict[str, str]:
    """What the superior's report should say, added up here by hand."""
    cells = {cell: sum(int(p[cell]) for p in parts if p[cell].isdigit()) for cell in A}
    return {cell: str(value) for cell, value in cells.items()}


def test_every_cell_is_the_sum_of_all_units_exactly():
    total = totals([record(A), record(B, "乙局"), record(B, "丙局")])
    assert total.reports == {"2021": 3}
    assert not total.left_out
    sums = total.sums["2021"]
    assert str(sums["disclosure.fees.amount"]) == str(int(A["disclosure.fees.amount"])) + ".2"
    assert sums["disclosure.licensing.decisions"] == int(A["disclosure.licensing.decisions"])
    assert sums["requests.new.natural"] == 3 * int(A["requests.new.natural"])


def test_the_editions_are_summed_apart():
    total = totals([record(A), record(balanced("2019"), "乙局", "2019")])
    assert total.reports == {"2021": 1, "2019": 1}
    assert total.sums["2019"]["requests.other.total"] == int(balanced("2019")["requests.other.total"])


def test_files_that_cannot_be_added_are_named():
    unread = record_of(Path("坏.docx"), b"PK\x03\x04", Terms())
    odd = record(A | {"requests.new.natural": "若干"}, "乙局")
    total = totals([unread, odd])
    assert total.reports == {"2021": 1}
    assert total.left_out == ("乙局.txt",)


def test_a_superiors_report_that_is_the_sum_has_no_difference():
    parts = [record(A), record(A, "乙局")]
    assert differences(record(whole(A, A), "区"), totals(parts), parts) == ()


def test_a_difference_comes_with_the_units_that_make_the_sum_up():
    parts = [record(A), record(A | {"disclosure.penalties.decisions": "500"}, "乙局")]
    numbers = whole(A, A) | {"disclosure.penalties.decisions": "7"}
    (found,) = differences(record(numbers, "区"), totals(parts), parts)
    assert (found.cell, found.own) == ("disclosure.penalties.decisions", 7)
    assert found.total == 500 + int(A["disclosure.penalties.decisions"])
    assert found.parts[0].file == "乙局.txt"
    assert sum(part.value for part in found.parts) == found.total


def test_a_report_of_another_year_is_not_summed_and_named():
    parts = [record(A), record(A, "乙局", year=2022), record(B, "丙局")]
    total = totals(parts, 2023)
    assert total.reports == {"2021": 2}
    assert total.apart == ("乙局.txt",)
    assert total.sums["2021"]["requests.new.natural"] == 2 * int(A["requests.new.natural"])


def test_what_a_unit_hands_in_twice_is_summed_once():
    parts = [record(A), record(A, file="甲局（盖章版）.txt"), record(A, "乙局")]
    total = totals(parts, 2023)
    assert total.reports == {"2021": 2}
    assert total.apart == ("甲局（盖章版）.txt",)
    assert differences(record(whole(A, A), "区"), total, parts) == ()
    (found,) = differences(record(whole(A, A) | {"requests.new.total": "0"}, "区"), total, parts)
    assert [part.file for part in found.parts] == ["甲局.txt", "乙局.txt"]


def test_two_reports_of_a_unit_that_differ_are_both_summed():
    total = totals([record(A), record(B, file="甲局（二）.txt")], 2023)
    assert total.reports == {"2021": 2}
    assert not total.apart
