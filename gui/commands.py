"""Undoable corrections: the one way the window changes a review."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QUndoCommand, QUndoStack

from core.accepted import Accepted
from core.errors import SaveError
from core.findings import Finding
from core.review import Review
from core.wording import cell_name


class Step(QUndoCommand):
    """One step of the clerk's. cells: where to look when it is undone or done again.

    is_new: it has never been undone.
    """

    def __init__(self, title: str, cells: Iterable[str]) -> None:
        super().__init__(title)
        self.cells = tuple(cells)
        self.is_new = True


class PutTexts(Step):
    """Set cells to texts, as one step. ``texts``: as written in the cells, see ``Review.written``.

    title: what undoing calls it; by default the cell and its change.
    """

    def __init__(self, review: Review, texts: Mapping[str, str], title: str = "") -> None:
        super().__init__(title or _title(review, texts), (c for c in review.cells if c in texts))
        self._review = review
        self._new = dict(texts)
        self._old = {cell: review.text(cell) for cell in texts}

    def redo(self) -> None:
        self._review.put(self._new)

    def undo(self) -> None:
        self.is_new = False
        self._review.put(self._old)


class Accept(Step):
    """Mark findings 核实无误, with a reason."""

    def __init__(self, review: Review, findings: Iterable[Finding], reason: str) -> None:
        self._findings = tuple(findings)
        title = QCoreApplication.translate("commands", "核实无误：{reason}").format(reason=reason)
        super().__init__(title, _cells(self._findings))
        self._review = review
        self._reason = reason
        self._accepted: Accepted | None = None

    def redo(self) -> None:
        self._accepted = self._review.accept(self._findings, self._reason)

    def undo(self) -> None:
        self.is_new = False
        if self._accepted is not None:
            self._review.restore(self._accepted)


class Restore(Step):
    """Let findings count again that were marked 核实无误."""

    def __init__(self, review: Review, accepted: Accepted) -> None:
        title = QCoreApplication.translate("commands", "恢复已核实的问题")
        super().__init__(title, _cells(accepted.findings))
        self._review = review
        self._accepted = accepted

    def redo(self) -> None:
        self._review.restore(self._accepted)

    def undo(self) -> None:
        self.is_new = False
        self._accepted = self._review.accept(self._accepted.findings, self._accepted.reason)


def _cells(findings: Iterable[Finding]) -> Iterable[str]:
    return (cell for finding in findings for cell in finding.cells)


def edit(stack: QUndoStack, review: Review, cell: str, typed: str) -> bool:
    """Correct one cell as the clerk typed it; see ``put_texts``. Leaving it as it was changes nothing."""
    if typed.strip() == review.text(cell).strip():
        return False
    return put_texts(stack, review, {cell: review.written(cell, typed)})


def put_texts(stack: QUndoStack, review: Review, texts: Mapping[str, str], title: str = "") -> bool:
    """Push what differs from the cells as they are; False if nothing does. ``title``: see ``PutTexts``.

    Raises SaveError, in the clerk's words and before anything is changed, if a cell cannot be corrected.
    """
    changes = {cell: text for cell, text in texts.items() if text != review.text(cell)}
    for cell in changes:
        if review.locked(cell):
            raise SaveError(f"{cell_name(review.form_of(cell), cell)}：{review.locked(cell)}")
    if changes:
        stack.push(PutTexts(review, changes, title))
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
