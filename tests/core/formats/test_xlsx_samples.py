"""The sample workbooks: read like openpyxl reads them, and saved without losing a byte."""

import io
import json
from pathlib import Path

import openpyxl
import pytest

from core.formats import xlsx
from core.tables import Correction
from tests.data.xlsx_package import parts_of

SAMPLES = Path(__file__).resolve().parents[4] / "shared" / "samples"
FILES = sorted(SAMPLES.rglob("*.xlsx"))
pytestmark = pytest.mark.skipif(not FILES, reason="the sample reports are not beside the repository")

COLUMNS = ["natural", "business", "research", "ngo", "legal", "other", "total"]
ROWS = {4: "new", 5: "carried_in", 6: "granted", 7: "partial", 27: "closed", 28: "carried_out"}


def sample(name: str):
    path = next(f for f in FILES if f.name.startswith(name))
    truth = json.loads(path.with_name(path.name + ".json").read_text(encoding="utf-8"))
    return xlsx.read(path.read_bytes()), truth["cells"]


def at(document, row: int, column: int, table: int = 1):
    """The cell in a row (from 1) and column (from 0) of a table."""
    return next(c for c in document.tables[table].cells if (c.row, c.column) == (row - 1, column))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_cell_reads_as_openpyxl_reads_it(path):
    document = xlsx.read(path.read_bytes())
    book = openpyxl.load_workbook(path, data_only=True)
    assert [t.name for t in document.tables] == book.sheetnames
    for table, sheet in zip(document.tables, book.worksheets, strict=True):
        known = {(c.row, c.column): c for c in table.cells}
        for line in sheet.iter_rows():
            for cell in line:
                mine = known.pop((cell.row - 1, cell.column - 1), None)
                if isinstance(cell, openpyxl.cell.cell.MergedCell):
                    assert mine is None
                elif mine and not mine.formula:
                    assert mine.text == ("" if cell.value is None else str(cell.value))
                else:
                    assert mine is not None
                    assert cell.value is None or mine.text == str(cell.value)
        assert not known
        extents = {
            (r.min_row - 1, r.min_col - 1, r.size["rows"], r.size["columns"])
            for r in sheet.merged_cells.ranges
        }
        assert extents == {
            (c.row, c.column, c.row_span, c.column_span)
            for c in table.cells
            if c.row_span * c.column_span > 1
        }


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_no_corrections_give_the_same_bytes(path):
    assert xlsx.encode(xlsx.read(path.read_bytes()), ()) == path.read_bytes()


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_exactly_the_corrected_cells_and_their_formulas_differ(path):
    document = xlsx.read(path.read_bytes())
    for table in document.tables:
        numbers = [c for c in table.cells if not c.locked and c.text.strip().isdecimal()]
        corrections = [Correction(c, str(int(c.text) + 7)) for c in numbers[:: max(1, len(numbers) // 4)]]
        saved = xlsx.encode(document, corrections)
        expected = {c.cell: c.text for c in corrections} | xlsx.recalculated(document, corrections)
        pairs = [
            (old, new)
            for before, after in zip(document.tables, xlsx.read(saved).tables, strict=True)
            for old, new in zip(before.cells, after.cells, strict=True)
        ]
        assert {old: new.text for old, new in pairs if old.text != new.text} == expected
        before, after = parts_of(document.source), parts_of(saved)
        assert {n for n in before if before[n] != after[n]} == {c.cell.anchor.part for c in corrections}


def test_formulas_without_results_come_to_the_published_figures():
    document, truth = sample("x03")
    formulas = [c for c in document.tables[1].cells if c.formula]
    assert len(formulas) > 30
    assert not any(c.unknown for c in formulas)
    for row, name in ROWS.items():
        for index, column in enumerate(COLUMNS):
            assert at(document, row, 3 + index).text == str(truth[f"requests.{name}.{column}"])


def test_every_total_follows_a_corrected_figure():
    document, truth = sample("x04")
    leaf = at(document, 6, 3)
    saved = xlsx.encode(document, [Correction(leaf, str(truth["requests.granted.natural"] + 10))])
    sheet = openpyxl.load_workbook(io.BytesIO(saved), data_only=True).worksheets[1]
    for row, column, name, change in [
        (6, 10, "granted.total", 10),
        (27, 4, "closed.natural", 10),
        (27, 10, "closed.total", 10),
        (28, 4, "carried_out.natural", -10),
        (28, 10, "carried_out.total", -10),
        (27, 5, "closed.business", 0),
        (4, 10, "new.total", 0),
    ]:
        assert sheet.cell(row, column).value == truth[f"requests.{name}"] + change
    formulas = openpyxl.load_workbook(io.BytesIO(saved)).worksheets[1]
    assert formulas["J27"].value == "=SUM(D27:I27)"


def test_a_number_kept_as_text_stays_text():
    document, _ = sample("x05")
    leaf = at(document, 4, 3)
    assert leaf.text == " 12"
    saved = xlsx.encode(document, [Correction(leaf, " 13")])
    assert openpyxl.load_workbook(io.BytesIO(saved)).worksheets[1]["D4"].value == " 13"
