"""The grid's model: what the form draws, what the review says, and what may be edited."""

import gc
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QModelIndex, QObject, Qt
from PySide6.QtGui import QUndoStack
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from core.review import Review
from gui.grid.drawn import ACCESSIBLE, BOX, DISPLAY, LOOK, TOOL_TIP
from gui.grid.model import FormModel
from tests.gui.table_report import lock, open_review

NEW = "requests.new.natural"


@pytest.fixture
def review(tmp_path: Path) -> Review:
    return open_review(tmp_path)


@pytest.fixture
def stack(qapp: object) -> QUndoStack:
    return QUndoStack()


@pytest.fixture
def model(review: Review, stack: QUndoStack) -> FormModel:
    return FormModel(review, "requests", stack)


def tip(model: FormModel, cell: str) -> str:
    return str(model.index_of(cell).data(TOOL_TIP))


def changed_cells(model: FormModel) -> list[str]:
    cells: list[str] = []

    def note(first: QModelIndex, _last: QModelIndex, _roles: list[int]) -> None:
        cells.append(model.cell_at(first))

    model.dataChanged.connect(note)
    return cells


@pytest.mark.parametrize("table", ["disclosure", "requests", "challenges"])
def test_qt_finds_nothing_wrong(
    review: Review, stack: QUndoStack, qtmodeltester: ModelTester, table: str
) -> None:
    model = FormModel(review, table, stack)
    qtmodeltester.check(model)
    model.setData(model.index_of(next(c for c in review.cells if c.startswith(table))), "5")
    qtmodeltester.check(model)


def test_headings_are_cells_of_the_grid(model: FormModel) -> None:
    assert model.index(0, 3).data() == "申请人情况"
    assert model.index(2, 4).data() == "商业企业"
    assert model.index(3, 0).data() == "一、本年新收政府信息公开申请数量"
    assert model.index(0, 4).data(BOX) is model.index(0, 3).data(BOX)
    assert model.flags(model.index(0, 3)) == Qt.ItemFlag.NoItemFlags
    assert model.index(3, 3).data() == "12"


def test_every_value_is_found_where_it_is_drawn(model: FormModel) -> None:
    for cell in model.form.cells:
        assert model.cell_at(model.index_of(cell)) == cell
    assert not model.index_of("disclosure.regulations.issued").isValid()
    assert model.cell_at(QModelIndex()) == ""


def test_editing_is_an_undo_step(model: FormModel, review: Review, stack: QUndoStack) -> None:
    assert model.setData(model.index_of(NEW), "13")
    assert review.text(NEW) == "13"
    assert stack.count() == 1
    stack.undo()
    assert model.index_of(NEW).data(DISPLAY) == "12"


def test_an_edit_changes_exactly_the_highlights_it_touches(model: FormModel, stack: QUndoStack) -> None:
    cells = changed_cells(model)
    model.setData(model.index_of(NEW), "13")
    column = {f"requests.{row}.natural" for row in ("new", "carried_in", "closed", "carried_out")}
    row = {f"requests.new.{c}" for c in ("natural", "business", "research", "ngo", "legal", "other", "total")}
    assert set(cells) == column | row
    assert len(cells) == len(set(cells))
    assert {c: model.look(c).verdict for c in column | row} == dict.fromkeys(column | row, "broken")
    stack.undo()
    assert {c: model.look(c).verdict for c in column | row} == dict.fromkeys(column | row, "")


def test_a_change_elsewhere_leaves_this_table_quiet(model: FormModel, review: Review) -> None:
    cells = changed_cells(model)
    review.set_value("disclosure.normative.issued", "4")
    assert cells == []


def test_tool_tip_says_everything_about_a_cell(model: FormModel, review: Review) -> None:
    review.set_value(NEW, "13")
    assert "第一项＋第二项＝14，第三项(七)总计＋第四项＝13，相差 1" in tip(model, NEW)
    assert "原为 12" in tip(model, NEW)
    assert "第三项总计＝（一）至（六）各行之和" in tip(model, "requests.granted.natural")


def test_tool_tip_shows_what_stands_in_the_file_as_text(tmp_path: Path, stack: QUndoStack) -> None:
    model = FormModel(open_review(tmp_path, {NEW: "<b>12"}), "requests", stack)
    assert "&lt;b&gt;12" in tip(model, NEW)


def test_a_locked_cell_can_be_chosen_but_not_edited(model: FormModel, review: Review) -> None:
    lock(review, NEW, "这一格由公式算出")
    flags = model.flags(model.index_of(NEW))
    assert flags & Qt.ItemFlag.ItemIsSelectable
    assert not flags & Qt.ItemFlag.ItemIsEditable
    assert not model.setData(model.index_of(NEW), "13")
    assert "这一格由公式算出" in tip(model, NEW)


def test_a_cell_the_document_lacks_is_shown_as_missing(tmp_path: Path, stack: QUndoStack) -> None:
    model = FormModel(open_review(tmp_path, without=["refused.inquiry"]), "requests", stack)
    cell = "requests.refused.inquiry.natural"
    assert model.look(cell).is_missing
    assert not model.flags(model.index_of(cell)) & Qt.ItemFlag.ItemIsEditable
    assert "报告里没有这一格" in tip(model, cell)
    assert "报告里没有这一格" in model.index_of(cell).data(ACCESSIBLE)
    assert not model.setData(model.index_of(cell), "1")


def test_a_text_that_is_no_number_is_odd(tmp_path: Path, stack: QUndoStack) -> None:
    model = FormModel(open_review(tmp_path, {NEW: "1O"}), "requests", stack)
    look = model.index_of(NEW).data(LOOK)
    assert (look.text, look.verdict) == ("1O", "odd")


def test_screen_readers_hear_row_column_value_and_verdict(model: FormModel, review: Review) -> None:
    heard = "“一、本年新收政府信息公开申请数量”，“自然人”，{}，{}"
    assert model.index_of(NEW).data(ACCESSIBLE) == heard.format("12", "没有问题")
    review.set_value(NEW, "13")
    assert model.index_of(NEW).data(ACCESSIBLE) == heard.format("13", "勾稽关系不成立")


def test_the_review_outlives_the_model(review: Review, stack: QUndoStack) -> None:
    owner = QObject()
    FormModel(review, "requests", stack, owner)
    shiboken6.delete(owner)
    review.set_value(NEW, "13")
    loose = FormModel(review, "requests", stack)
    del loose
    gc.collect()
    review.set_value(NEW, "14")
    assert review._observers == []


def test_views_share_one_review(review: Review, stack: QUndoStack, qtbot: QtBot) -> None:
    one, other = (FormModel(review, "requests", stack) for _ in range(2))
    with qtbot.waitSignal(other.dataChanged):
        one.setData(one.index_of(NEW), "13")
    assert other.index_of(NEW).data() == "13"
