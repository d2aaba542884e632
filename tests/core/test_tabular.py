"""Which lines of a plain text are tables, so that the rest can be taken for what the report says."""

from pathlib import Path

import pytest

from core.files import from_bytes
from core.forms import editions
from tests.layouts import AFTER, BEFORE, HEADINGS, LAYOUTS, TITLE, balanced, report


def prose(text: str) -> list[str]:
    opened = from_bytes(text.encode(), Path("报告.txt"))
    return [p.text for n, p in enumerate(opened.paragraphs) if n not in opened.tabular]


@pytest.mark.parametrize("edition", editions())
@pytest.mark.parametrize("layout", LAYOUTS)
def test_what_is_left_of_a_text_without_its_tables_is_its_prose(layout, edition):
    year = 2020 if edition == "2019" else 2023
    lines = [
        TITLE.format(year=year),
        *BEFORE.splitlines(),
        *HEADINGS.values(),
        *AFTER.format(signed=year + 1).splitlines(),
    ]
    lines = [part for line in lines for part in line.split("  ")]
    assert prose(report(layout, balanced(edition), edition, year)) == lines


def test_the_rows_that_could_not_be_placed_are_no_prose():
    text = report("pipes_padded", balanced())
    row = next(line for line in text.splitlines() if line.startswith("四、结转下年度"))
    assert prose(text.replace(row, "四、结转下年度继续办理 | 不详")).count("四、结转下年度继续办理") == 0


def test_a_page_number_below_a_table_is_no_prose():
    text = report("cell_with_pipe", balanced()).replace(
        "四、政府信息公开行政复议", "7\n四、政府信息公开行政复议"
    )
    assert "7" not in prose(text)
