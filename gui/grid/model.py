"""One statutory table as a grid: headings and values where the official form draws them.

The model shows a Review and keeps no values of its own; editing pushes an undo command.
"""

import html
import weakref
from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import (
    QT_TRANSLATE_NOOP,
    QObject,
    Qt,
)
from PySide6.QtGui import QUndoStack

from core.findings import Finding
from core.history import LastYear, is_comparable
from core.layout import Box, drawing
from core.review import Review
from core.wording import column_name, row_name
from gui import commands
from gui.crash import guarded
from gui.grid import years
from gui.grid.drawn import (
    ACCESSIBLE,
    DISPLAY,
    EDIT,
    LOOK,
    TOOL_TIP,
    DrawnModel,
    Look,
    ModelIndex,
    Verdict,
)
from gui.grid.equation import equation_lines
from gui.punctuation import listed

_NOTHING = Qt.ItemFlag.NoItemFlags
_FIXED = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
_EDITABLE = _FIXED | Qt.ItemFlag.ItemIsEditable

_BETWEEN = "　"  # as wide as the arrow and the air between both years' numbers
_SPOKEN: dict[Verdict, str] = {
    "": str(QT_TRANSLATE_NOOP("FormModel", "没有问题")),
    "advice": str(QT_TRANSLATE_NOOP("FormModel", "提示")),
    "warning": str(QT_TRANSLATE_NOOP("FormModel", "疑点")),
    "odd": str(QT_TRANSLATE_NOOP("FormModel", "写法有问题")),
    "wrong": str(QT_TRANSLATE_NOOP("FormModel", "有必改的问题")),
    "broken": str(QT_TRANSLATE_NOOP("FormModel", "勾稽关系不成立")),
}


class FormModel(DrawnModel):
    """A table of a review. Cells outside the document are shown and can be gone to, but not changed."""

    def __init__(self, review: Review, table: str, stack: QUndoStack, parent: QObject | None = None) -> None:
        self.form = next(form for form in review.forms if form.id == table)
        super().__init__(drawing(self.form.edition, table), parent)
        self.review = review
        self.stack = stack
        self._verdicts = self._judge()
        self._suggested: Mapping[str, str] = {}
        self._last_year: LastYear | None = None
        self._data |= {EDIT: self.text, TOOL_TIP: self._tool_tip, ACCESSIBLE: self._spoken}
        _follow(self, review)

    # --- Qt's questions -----------------------------------------------------------------------------

    @guarded
    def setData(self, index: ModelIndex, value: Any, role: int = EDIT) -> bool:
        cell = self.cell_at(index)
        if role != EDIT or not self.is_editable(cell):
            return False
        commands.edit(self.stack, self.review, cell, str(value))
        return True

    def flags(self, index: ModelIndex) -> Qt.ItemFlag:
        cell = self.cell_at(index)
        if not cell:
            return _NOTHING
        return _EDITABLE if self.is_editable(cell) else _FIXED

    # --- cells --------------------------------------------------------------------------------------

    def is_editable(self, cell: str) -> bool:
        """Whether the document has the cell and it can be corrected."""
        return cell in self.review.cells and not self.review.locked(cell)

    def text(self, box: Box) -> str:
        """What is written in a box."""
        if not box.cell:
            return box.text
        return self.review.text(box.cell).strip() if box.cell in self.review.cells else ""

    def look(self, cell: str) -> Look:
        review = self.review
        if cell not in review.cells:
            return Look("", is_missing=True)
        verdict = self._verdicts.get(cell, "")
        return Look(
            review.text(cell).strip(),
            verdict,
            review.is_changed(cell),
            bool(review.locked(cell)),
            before=self.before(cell),
        )

    def longest(self, box: Box) -> str:
        """Both years' numbers, where both are shown."""
        before = self.before(box.cell)
        return self.text(box) if before is None else f"{self.text(box)}{before.text}{_BETWEEN}"

    def before(self, cell: str) -> years.Before | None:
        """Last year's number, where it is shown and there is one."""
        if self._last_year is None or cell not in self.review.cells:
            return None
        return years.before(self.review, self._last_year, cell)

    def show_last_year(self, last: LastYear | None) -> None:
        """Show last year's numbers beside this year's; with None no longer. What is said changes anyway."""
        self._last_year = last
        corner = self.index(self.drawing.rows - 1, self.drawing.columns - 1)
        self.dataChanged.emit(self.index(0, 0), corner, [TOOL_TIP, ACCESSIBLE, LOOK])

    def _said_of_last_year(self, cell: str) -> list[str]:
        """Nothing where both years' tables cannot be compared; the legend says why."""
        last, form = self._last_year, self.form
        is_said = last is not None and is_comparable(form.id, form.edition, last)
        return [years.spoken(self.before(cell))] if is_said else []

    def set_suggested(self, cells: Mapping[str, str]) -> None:
        """Cells that are likely wrong, each with the value that would mend it; said in tooltips too."""
        old, self._suggested = self._suggested, dict(cells)
        touched = {cell for cell in {*old, *cells} if old.get(cell) != cells.get(cell)}
        for cell in touched & self._places.keys():
            index = self.index_of(cell)
            self.dataChanged.emit(index, index, [TOOL_TIP, ACCESSIBLE])

    def _suggestion(self, cell: str) -> str:
        said = self.tr("建议改为 {text}")
        return said.format(text=self._suggested[cell].strip()) if cell in self._suggested else ""

    # --- what is said about a cell --------------------------------------------------------------------

    def _tool_tip(self, box: Box) -> str | None:
        if not box.cell:
            return None
        lines = self._remarks(box.cell)
        return "<qt>{}</qt>".format("<br>".join(html.escape(line) for line in lines)) if lines else None

    def _remarks(self, cell: str) -> list[str]:
        review = self.review
        if cell not in review.cells:
            return [self.tr("报告里没有这一格")]
        lines = [self._suggestion(cell)] if cell in self._suggested else []
        lines += self._said_of_last_year(cell)
        lines += [review.message(finding) for finding in review.findings if cell in finding.cells]
        if review.is_changed(cell):
            before = self.tr("原为 {text}")
            blank = self.tr("空白")
            lines.append(before.format(text=review.original(cell).strip() or blank))
        if review.locked(cell):
            lines.append(review.locked(cell))
        return lines + equation_lines(review, cell)

    def _spoken(self, box: Box) -> str:
        if not box.cell:
            return box.text
        place = self.form.cells[box.cell]
        if box.cell not in self.review.cells:
            return self._sentence(row_name(place), column_name(place), self.tr("报告里没有这一格"))
        value = listed([self.text(box) or self.tr("空白"), *self._said_of_last_year(box.cell)])
        verdict = self.tr(_SPOKEN[self._verdicts.get(box.cell, "")])
        said = self._suggestion(box.cell)
        return self._sentence(row_name(place), column_name(place), value, verdict, said)

    def _sentence(self, *parts: str) -> str:
        return listed(part for part in parts if part)

    # --- following the review -------------------------------------------------------------------------

    def _judge(self) -> dict[str, Verdict]:
        """The gravest verdict of each cell; the findings come errors first."""
        verdicts: dict[str, Verdict] = {}
        for finding in self.review.findings:
            for cell in finding.cells:
                if cell in self._places:
                    verdicts.setdefault(cell, _verdict(finding))
        return verdicts

    def _on_review_changed(self, changed: frozenset[str]) -> None:
        old, self._verdicts = self._verdicts, self._judge()
        judged = {
            cell for cell in old.keys() | self._verdicts.keys() if old.get(cell) != self._verdicts.get(cell)
        }
        for cell in (changed & self._places.keys()) | judged:
            index = self.index_of(cell)
            self.dataChanged.emit(index, index, [DISPLAY, EDIT, TOOL_TIP, ACCESSIBLE, LOOK])


def _verdict(finding: Finding) -> Verdict:
    if finding.severity != "error":
        return finding.severity
    if finding.equation is not None:
        return "broken"
    return "odd" if finding.area == "number" else "wrong"


def _follow(model: FormModel, review: Review) -> None:
    """Tell the model of changes for as long as it lives; the review may outlive it."""
    reference = weakref.ref(model)

    def observer(changed: frozenset[str]) -> None:
        living = reference()
        if living is not None:
            living._on_review_changed(changed)

    review.subscribe(observer)
    model.destroyed.connect(lambda: review.unsubscribe(observer))
