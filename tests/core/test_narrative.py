"""The running text of a report as the checks and the window see it."""

import pytest

from core.subject import Narrative
from tests.outlines import report


@pytest.mark.parametrize("lines", [(), ("本报告没有分部分。",)])
def test_a_text_without_headings_has_no_parts(lines):
    found = Narrative(lines).outline
    assert found.parts == ()
    assert found.preamble == (0, len(lines))


def stating(received: int) -> list[str]:
    """A whole report of which one sentence says how many requests were received."""
    said = f"（二）依申请公开情况。收到申请{received}件，均已答复。"
    return [said if line.startswith("（二）") else line for line in report()]


def test_of_two_reports_in_one_file_the_numbers_of_the_first_are_held_against_the_tables():
    alone = Narrative(tuple(stating(12)), year=2023)
    both = Narrative((*stating(12), *stating(34)), year=2023)
    assert [mention.value for mention in alone.mentions] == [12]
    assert both.mentions == alone.mentions
