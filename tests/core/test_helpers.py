"""Filling blanks, half-width digits and totals from their parts: what would change, and nothing else."""

import io
from pathlib import Path

import openpyxl
import pytest

from core import helpers
from core.files import from_bytes
from core.forms import TABLES
from core.review import Review
from tests.documents import excel
from tests.layouts import balanced, report


def sitting(changes: dict[str, str] | None = None) -> Review:
    return Review(from_bytes(report("pipes_padded", balanced() | (changes or {})).encode(), Path("年报.txt")))


@pytest.mark.parametrize("table", [*TABLES, "no such table"])
def test_nothing_to_do_in_a_report_that_is_right(table):
    review = sitting()
    assert helpers.blanks_to_zero(review, table) == {}
    assert helpers.to_half_width(review, table) == {}
    assert helpers.totals_from_parts(review, table) == {}


def test_blanks_and_placeholders_become_zero():
    blank = {"requests.new.ngo": "", "requests.new.legal": "/", "requests.new.other": "—"}
    review = sitting(blank | {"disclosure.regulations.issued": ""})
    assert helpers.blanks_to_zero(review, "requests") == dict.fromkeys(blank, "0")


def test_a_forgotten_total_is_not_called_nothing():
    review = sitting({"requests.new.total": "", "challenges.direct_suit.total": "/"})
    assert helpers.blanks_to_zero(review, "requests") == {}
    assert helpers.blanks_to_zero(review, "challenges") == {}


def test_full_width_becomes_half_width_and_stays_the_same_number():
    wide = {"new.natural": "１２３４", "partial.natural": "１２件", "new.ngo": "１２Ａ"}
    review = sitting({f"requests.{cell}": text for cell, text in wide.items()})
    new = helpers.to_half_width(review, "requests")
    assert new == {"requests.new.natural": "1234", "requests.partial.natural": "12件"}
    before = {cell: review.reading(cell) for cell in new}
    review.put(new)
    assert {cell: review.reading(cell) for cell in new} == before


def test_one_part_changed_brings_all_totals_after_it():
    review = sitting()
    value = int(review.text("requests.granted.natural"))
    totals = ("granted.total", "closed.natural", "closed.total")
    before = {cell: int(review.text(f"requests.{cell}")) for cell in totals}
    review.put({"requests.granted.natural": str(value + 5)})
    new = helpers.totals_from_parts(review, "requests")
    assert new == {f"requests.{cell}": str(number + 5) for cell, number in before.items()}
    review.put(new)
    assert helpers.totals_from_parts(review, "requests") == {}
    assert {f.equation.form for f in review.findings if f.equation} <= {"balance"}


def test_totals_of_the_other_tables():
    review = sitting({"challenges.direct_suit.total": "99"})
    assert helpers.totals_from_parts(review, "disclosure") == {}
    parts = [f"challenges.direct_suit.{p}" for p in ("upheld", "corrected", "other", "pending")]
    total = sum(int(review.text(cell)) for cell in parts)
    assert helpers.totals_from_parts(review, "challenges") == {"challenges.direct_suit.total": str(total)}


def test_a_total_with_an_unreadable_part_is_left_alone():
    review = sitting({"requests.granted.natural": "见附件", "requests.granted.total": "1"})
    assert helpers.totals_from_parts(review, "requests") == {}


def test_a_blank_total_over_blanks_stays_blank():
    columns = ("natural", "business", "research", "ngo", "legal", "other", "total")
    review = sitting({f"requests.refused.secret.{column}": "" for column in columns})
    assert "requests.refused.secret.total" not in helpers.totals_from_parts(review, "requests")


def test_totals_keep_the_cell_s_way_of_writing():
    review = sitting({"requests.new.natural": "1200", "requests.new.total": "１"})
    new = helpers.totals_from_parts(review, "requests")["requests.new.total"]
    assert set(new) <= set("０１２３４５６７８９")


def test_formula_cells_are_left_to_their_formulas():
    book = openpyxl.load_workbook(io.BytesIO(excel(balanced())))
    for row in book.worksheets[-1].iter_rows():
        for cell in row:
            if str(cell.value).isdigit():
                cell.value = "=SUM(1,2)"
    stream = io.BytesIO()
    book.save(stream)
    review = Review(from_bytes(stream.getvalue(), Path("年报.xlsx")))
    formulas = {cell for cell, raw in review.cells.items() if raw.formula}
    assert formulas
    for table in TABLES:
        for work in (helpers.blanks_to_zero, helpers.to_half_width, helpers.totals_from_parts):
            assert not formulas & set(work(review, table))
