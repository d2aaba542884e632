"""Undoable corrections: the one way the window changes a review."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QUndoCommand, QUndoStack

from core.accepted import Accepted
from core.errors import SaveError
from core.findings import Finding, paragraph_id, paragraph_number
from core.review import Review
from core.stretches import in_brief
from gui.changes import changed_row

NO_REASONS: Mapping[str, str] = MappingProxyType({})


class Step(QUndoCommand):
    """One step of the clerk's. ids: cells and paragraphs to look at when it is undone or done again.

    is_new: it has never been undone.
    """

    def __init__(self, title: str, ids: Iterable[str]) -> None:
        super().__init__(title)
        self.ids = tuple(ids)
        self.is_new = True


class PutTexts(Step):
    """Set cells and paragraphs to texts, as one step. ``texts``: as written there, see ``Review.written``.

    title: what undoing calls it; by default the cell or paragraph and its change. reasons: why, by id.
    """

    def __init__(
        self,
        review: Review,
        texts: Mapping[str, str],
        title: str = "",
        reasons: Mapping[str, str] = NO_REASONS,
    ) -> None:
        super().__init__(title or _title(review, texts), (i for i in review.texts if i in texts))
        self.reasons = {id_: reasons.get(id_, "") for id_ in texts}
        self._review = review
        self._new = dict(texts)
        self._old = {id_: review.text(id_) for id_ in texts}

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
        super().__init__(title, _ids(self._findings))
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
        super().__init__(title, _ids(accepted.findings))
        self._review = review
        self._accepted = accepted

    def redo(self) -> None:
        self._review.restore(self._accepted)

    def undo(self) -> None:
        self.is_new = False
        self._accepted = self._review.accept(self._accepted.findings, self._accepted.reason)


def _ids(findings: Iterable[Finding]) -> Iterable[str]:
    for finding in findings:
        yield from (paragraph_id(place.paragraph) for place in finding.places)
        yield from finding.cells


def edit(stack: QUndoStack, review: Review, cell: str, typed: str) -> bool:
    """Correct one cell as the clerk typed it; see ``put_texts``. Leaving it as it was changes nothing."""
    if typed.strip() == review.text(cell).strip():
        return False
    return put_texts(stack, review, {cell: review.written(cell, typed)})


def put_texts(
    stack: QUndoStack,
    review: Review,
    texts: Mapping[str, str],
    title: str = "",
    reasons: Mapping[str, str] = NO_REASONS,
) -> bool:
    """Push what differs from what stands there; False if nothing does. For the rest see ``PutTexts``.

    Raises SaveError, in the clerk's words and before anything is changed, if one of them cannot be corrected.
    """
    changes = {id_: text for id_, text in texts.items() if text != review.text(id_)}
    for id_ in changes:
        if review.locked(id_):
            raise SaveError(f"{review.name_of(id_)}：{review.locked(id_)}")
    if changes:
        stack.push(PutTexts(review, changes, title, reasons))
    return bool(changes)


def reasons(stack: QUndoStack) -> dict[str, str]:
    """Why cells and paragraphs stand as they do, by id, where the last step that wrote them said so."""
    why: dict[str, str] = {}
    for number in range(stack.index()):
        step = stack.command(number)
        if isinstance(step, PutTexts):
            why |= step.reasons
    return {id_: reason for id_, reason in why.items() if reason}


def _title(review: Review, texts: Mapping[str, str]) -> str:
    """「改 2 格」, 「改 表三…自然人 14 → 13」, 「正文第一部分第 3 段：14 → 13」."""
    of_text = any(paragraph_number(id_) is not None for id_ in texts)
    if len(texts) != 1:
        cells = QCoreApplication.translate("commands", "改 {count} 格")
        places = QCoreApplication.translate("commands", "改 {count} 处")
        return (places if of_text else cells).format(count=len(texts))
    ((id_, text),) = texts.items()
    name, old, new = changed_row(review, id_, text)
    cell = QCoreApplication.translate("commands", "改 {name} {old} → {new}")
    paragraph = QCoreApplication.translate("commands", "{name}：{change}")
    if of_text:
        return paragraph.format(name=name, change=in_brief(review.text(id_), text))
    return cell.format(name=name, old=old, new=new)
