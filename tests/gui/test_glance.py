"""The state at a glance is never more favourable than what was really checked."""

import pytest

from core.files import open_report
from core.review import Review
from gui.window.glance import glance
from tests.gui.table_report import NUMBERS, open_review
from tests.gui.text_report import write_report


def test_all_holds(tmp_path):
    state = glance(open_review(tmp_path))
    assert (state.kind, state.text) == ("good", "全部勾稽关系成立")
    assert state.detail == "核对了 42 条勾稽关系，没有正文可核对"


def test_tables_alone_are_not_called_a_report_without_fault(tmp_path):
    assert glance(open_review(tmp_path)).calm == "表格没有发现问题。\n文件里没有正文，正文的各项没有核对。"
    with_text = glance(Review(open_report(write_report(tmp_path / "年报.txt"))))
    assert "没有正文" not in with_text.detail


def test_counts_come_worst_first(tmp_path):
    state = glance(open_review(tmp_path, {"requests.new.natural": "13", "disclosure.fees.amount": "5元"}))
    assert state.kind == "error"
    assert state.text == "必改 2 处 · 疑点 1 处"


def test_what_could_not_be_judged_is_said(tmp_path):
    state = glance(open_review(tmp_path, {"requests.new.natural": "O"}))
    assert "没有核对" in state.detail
    assert "成立" not in state.text


def test_a_missing_row_forbids_the_good_word(tmp_path):
    state = glance(open_review(tmp_path, without=("partial",)))
    assert state.kind != "good"
    assert "没有核对" in state.detail


@pytest.mark.parametrize("blank", ["", "/"])
def test_a_blank_form_is_not_called_right(tmp_path, blank):
    review = open_review(tmp_path, dict.fromkeys(_all_cells(tmp_path), blank))
    state = glance(review)
    assert state.kind == "warning"
    assert "成立" not in state.text
    assert "核对了" not in state.detail


def _all_cells(folder):
    return [*open_review(folder).cells, *NUMBERS]
