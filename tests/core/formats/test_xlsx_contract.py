"""What every format promises, kept by workbooks written by hand and by openpyxl."""

import io
import re

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.formats import xlsx
from core.formats.xlsx.grid import cell_name
from core.tables import Correction
from tests.core.formats.contract import GRID, NEW_TEXTS, FormatContract
from tests.data.xlsx_package import number, parts_of, rows, text, workbook


def is_number(content: str) -> bool:
    return content.isascii() and re.fullmatch(r"[0-9]+(\.[0-9]+)?", content) is not None


def inline(grid: list[list[str]]) -> bytes:
    """Numbers as numbers, texts inside their cells."""
    return _by_hand(grid, lambda name, x: number(name, x) if is_number(x) else text(name, x))


def shared(grid: list[list[str]]) -> bytes:
    """Numbers as numbers, texts in the shared table."""
    texts = sorted({x for line in grid for x in line if not is_number(x)})
    return _by_hand(
        grid,
        lambda name, x: number(name, x) if is_number(x) else number(name, texts.index(x), ' t="s"'),
        strings="".join(f"<si><t>{x}</t></si>" for x in texts),
    )


def _by_hand(grid, cell, **options) -> bytes:
    lines = (
        "".join(cell(cell_name(r, c), content) for c, content in enumerate(line))
        for r, line in enumerate(grid)
    )
    return workbook(rows(*lines), **options)


def by_openpyxl(grid: list[list[str]]) -> bytes:
    book = openpyxl.Workbook()
    for line in grid:
        book.active.append([float(x) if is_number(x) else x for x in line])
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


class TestInlineTexts(FormatContract):
    module = xlsx

    def make(self, grid):
        return inline(grid)

    def parts(self, data):
        return parts_of(data)


class TestSharedTexts(TestInlineTexts):
    test_any_set_of_corrections_reads_back_exactly = None  # below: Hypothesis ties a test to one class

    def make(self, grid):
        return shared(grid)


class TestMadeByOpenpyxl(TestInlineTexts):
    test_any_set_of_corrections_reads_back_exactly = None

    def make(self, grid):
        return by_openpyxl(grid)


@pytest.mark.parametrize("make", [shared, by_openpyxl])
@settings(max_examples=25, deadline=None)
@given(new=st.dictionaries(st.integers(0, 15), NEW_TEXTS))
def test_any_set_of_corrections_reads_back_exactly(make, new):
    document = xlsx.read(make(GRID))
    cells = document.tables[0].cells
    saved = xlsx.encode(document, [Correction(cells[i], content) for i, content in new.items()])
    assert [c.text for c in xlsx.read(saved).tables[0].cells] == [
        new.get(i, cell.text) for i, cell in enumerate(cells)
    ]
