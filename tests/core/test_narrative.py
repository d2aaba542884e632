"""The running text of a report as the checks and the window see it."""

import pytest

from core.subject import Narrative


@pytest.mark.parametrize("lines", [(), ("本报告没有分部分。",)])
def test_a_text_without_headings_has_no_parts(lines):
    found = Narrative(lines).outline
    assert found.parts == ()
    assert found.preamble == (0, len(lines))
