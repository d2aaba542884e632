"""Undoable corrections: the one way the window changes a review."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QUndoCommand, QUndoStack

from core.errors import SaveError
from core.review import Review
from core.wording import cell_name


class PutTexts(QUndoCommand):
    """Set cells to texts, as one step. ``texts``: as written in the cells, see ``Review.written``."""

    def __init__(self, review: Review, texts: Mapping[str, str], parent: QUndoCommand | None = None) -> None:
        super().__init__(_title(review, texts), parent)
        self._review = review
        self._new = dict(texts)
        self._old = {cell: review.text(cell) for cell in texts}

    def redo(self) -> None:
        self._review.put(self._new)

    def undo(self) -> None:
        self._review.put(self._old)


def edit(stack: QUndoStack, review: Review, cell: str, typed: str) -> bool:
    """Correct one cell as the clerk typed it; see ``put_texts``. Leaving it as it was changes nothing."""
    if typed.strip() == review.text(cell).strip():
        return False
    return put_texts(stack, review, {cell: review.written(cell, typed)})


def put_texts(stack: QUndoStack, review: Review, texts: Mapping[str, str]) -> bool:
    """Push what differs from the cells as they are; False if nothing does.

    Raises SaveError, in the clerk's words and before anything is changed, if a cell cannot be corrected.
    """
    changes = {cell: text for cell, text in texts.items() if text != review.text(cell)}
    for cell in changes:
        if review.locked(cell):
            raise SaveError(f"{cell_name(review.form_of(cell), cell)}：{review.locked(cell)}")
    if changes:
        stack.push(PutTexts(review, changes))
    return bool(changes)


def _title(review: Review, texts: Mapping[str, str]) -> str:
    if len(texts) != 1:
        many = QCoreApplication.translate("commands", "改 {count} 格")
        return many.format(count=len(texts))
    ((cell, new),) = texts.items()
    blank = QCoreApplication.translate("commands", "空白")
    one = QCoreApplication.translate("commands", "改 {cell} {old} → {new}")
    name = cell_name(review.form_of(cell), cell)
    return one.format(cell=name, old=review.text(cell).strip() or blank, new=new.strip() or blank)
