"""The equations of a cell in words and frames."""

from pathlib import Path

import pytest
from PySide6.QtGui import QUndoStack

from core.review import Review
from gui.grid.equation import equation_line, equation_lines
from gui.grid.model import FormModel
from gui.grid.outline import equation_outlines, outline
from tests.gui.table_report import open_review

NEW = "requests.new.natural"


@pytest.fixture
def review(qapp: object, tmp_path: Path) -> Review:
    return open_review(tmp_path)


def test_an_equation_that_holds(review: Review) -> None:
    assert equation_line(review, NEW) == (
        "自然人：12＋1＝12＋1，成立（第一项＋第二项＝第三项总计＋第四项）；"
        "一、本年新收政府信息公开申请数量：12＝12，成立（总计＝各栏之和）"
    )


def test_what_does_not_hold_comes_first_with_its_difference(review: Review) -> None:
    review.set_value("requests.partial.natural", "3")
    lines = equation_lines(review, "requests.closed.natural")
    assert lines[0] == "自然人：第三项总计 12，（一）至（六）各行之和 10＋3＝13，不成立，差 1"
    assert [("不成立" in line) for line in lines] == [True, False, False]


def test_table_four_names_the_group(review: Review) -> None:
    assert equation_line(review, "challenges.reconsideration.upheld") == (
        "行政复议：2＝2，成立（总计＝各栏之和）"
    )


def test_what_is_typed_counts_before_it_is_written(review: Review) -> None:
    assert "第一项＋第二项 20＋1＝21" in equation_line(review, NEW, "２０")
    assert "没有核对" in equation_line(review, NEW, "2x")
    assert review.text(NEW) == "12"


def test_a_missing_cell_leaves_its_equation_unjudged(qapp: object, tmp_path: Path) -> None:
    review = open_review(tmp_path, without=["refused.inquiry"])
    line = equation_lines(review, "requests.granted.natural")[0]
    assert line == "自然人：第三项总计＝（一）至（六）各行之和，有的格子没有数，没有核对"


def test_many_terms_are_told_by_their_sum(qapp: object, tmp_path: Path) -> None:
    rows = ("secret", "law", "security", "third_party", "internal", "process", "enforcement", "inquiry")
    review = open_review(tmp_path, {f"requests.refused.{row}.natural": "1" for row in rows})
    assert "（一）至（六）各行之和 20，不成立，差 8" in equation_line(review, "requests.granted.natural")


def test_a_cell_outside_all_equations_has_no_sentence(review: Review) -> None:
    assert equation_line(review, "disclosure.normative.issued") == ""


def test_sides_are_framed_in_runs(review: Review) -> None:
    model = FormModel(review, "requests", QUndoStack())
    frames = equation_outlines(review, NEW, model.box_of)
    ends = [(f.side, *(c.cell.removeprefix("requests.") for c in (f.first, f.last))) for f in frames]
    assert ends == [
        ("left", "new.natural", "carried_in.natural"),
        ("right", "closed.natural", "carried_out.natural"),
        ("left", "new.total", "new.total"),
        ("right", "new.natural", "new.other"),
    ]


def test_cells_far_apart_get_frames_of_their_own(review: Review) -> None:
    model = FormModel(review, "requests", QUndoStack())
    cells = [NEW, "requests.granted.total", "requests.new.business"]
    frames = outline("trace", map(model.box_of, cells))
    assert [(f.first.cell, f.last.cell) for f in frames] == [(NEW, cells[2]), (cells[1], cells[1])]


def test_columns_side_by_side_share_a_frame(review: Review) -> None:
    model = FormModel(review, "requests", QUndoStack())
    rows, columns = ("new", "carried_in"), ("natural", "business", "research")
    block = [f"requests.{row}.{column}" for row in rows for column in columns]
    frames = outline("hint", map(model.box_of, [*block, "requests.granted.research"]))
    assert [(f.first.cell, f.last.cell) for f in frames] == [
        ("requests.new.natural", "requests.carried_in.business"),
        ("requests.new.research", "requests.granted.research"),
    ]
