"""Corrections are undoable steps, written in the cell's own way, refused before anything changes."""

from pathlib import Path

import pytest
from PySide6.QtGui import QUndoStack

from core.errors import SaveError
from core.review import Review
from core.wording import cell_name
from gui import commands
from tests.gui.table_report import lock, open_review

CELL = "requests.new.natural"


@pytest.fixture
def review(tmp_path: Path) -> Review:
    return open_review(tmp_path, {CELL: "１２"})


@pytest.fixture
def stack(qapp: object) -> QUndoStack:
    return QUndoStack()


def test_edit_undo_redo_clean(review: Review, stack: QUndoStack) -> None:
    assert commands.edit(stack, review, CELL, "13")
    assert review.text(CELL) == "１３"
    assert review.is_modified
    stack.undo()
    assert review.text(CELL) == "１２"
    assert stack.isClean()
    assert not review.is_modified
    stack.redo()
    assert review.text(CELL) == "１３"
    assert not stack.isClean()


@pytest.mark.parametrize("typed", ["12", "１２", " 12 ", "12件"])
def test_the_same_number_is_no_step(review: Review, stack: QUndoStack, typed: str) -> None:
    assert not commands.edit(stack, review, CELL, typed)
    assert stack.count() == 0


def test_leaving_an_odd_text_as_it_is_changes_nothing(tmp_path: Path, stack: QUndoStack) -> None:
    review = open_review(tmp_path, {CELL: "012"})
    assert not commands.edit(stack, review, CELL, "012")
    assert review.text(CELL) == "012"


def test_step_says_what_it_does(review: Review, stack: QUndoStack) -> None:
    commands.edit(stack, review, CELL, "13")
    assert stack.undoText() == f"改 {cell_name(review.form_of(CELL), CELL)} １２ → １３"
    commands.edit(stack, review, CELL, "")
    assert stack.undoText().endswith("１３ → 空白")


def test_several_cells_are_one_step(review: Review, stack: QUndoStack) -> None:
    before = dict(review.changes)
    new = {CELL: "13", "requests.new.total": "13", "requests.granted.total": "10"}
    assert commands.put_texts(stack, review, new)
    assert stack.count() == 1
    assert stack.undoText() == "改 2 格"
    stack.undo()
    assert review.changes == before


def test_a_locked_cell_is_refused_before_anything_changes(review: Review, stack: QUndoStack) -> None:
    lock(review, CELL, "这一格由公式算出")
    with pytest.raises(SaveError, match="这一格由公式算出"):
        commands.put_texts(stack, review, {"requests.new.total": "13", CELL: "13"})
    assert stack.count() == 0
    assert review.text("requests.new.total") == "12"
