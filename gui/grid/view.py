"""The form on screen: one statutory table whose values are edited as in a spreadsheet."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QRect, Qt, Signal
from PySide6.QtGui import (
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QUndoStack,
)
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QApplication, QLineEdit, QWidget

from core.findings import Severity
from core.layout import Box
from core.review import Review
from core.wording import title_of
from gui import commands
from gui.crash import guarded
from gui.grid import clipboard
from gui.grid.clipboard import Paste
from gui.grid.delegate import FormDelegate, Move, preview
from gui.grid.drawn import ModelIndex
from gui.grid.equation import equation_line
from gui.grid.frozen import FormGrid
from gui.grid.model import FormModel
from gui.grid.outline import OF_SEVERITY, Outline, equation_outlines, outline, paint_current, paint_outline
from gui.theme import colours, sizes

_Key = QKeySequence.StandardKey
_Trigger = QAbstractItemView.EditTrigger
_PLAIN = Qt.KeyboardModifier.NoModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_CONTROL = Qt.KeyboardModifier.ControlModifier


class FormView(FormGrid):
    """One table of a review.

    current_cell_changed: cell id of the current value, empty if there is none. equation_text: its equations
    in one line, following what is typed. message: a remark for the status line. typing_changed: something was
    typed into an open editor, or it was closed.
    """

    current_cell_changed = Signal(str)
    equation_text = Signal(str)
    message = Signal(str)
    typing_changed = Signal()

    def __init__(
        self, review: Review, table_id: str, stack: QUndoStack, parent: QWidget | None = None
    ) -> None:
        model = FormModel(review, table_id, stack)
        super().__init__(model, parent)
        self._model = model
        model.setParent(self)
        self.review, self.stack, self.table_id = review, stack, table_id
        self._outlines: list[Outline] = []
        self._equation = ""
        self._painter = FormDelegate(self)
        self._painter.left.connect(self.go)
        self._painter.typing.connect(self._on_typing)
        self.setItemDelegate(self._painter)
        self.setEditTriggers(_Trigger.AnyKeyPressed | _Trigger.EditKeyPressed | _Trigger.DoubleClicked)
        self.doubleClicked.connect(self._tell_why_locked)
        model.dataChanged.connect(self._on_data_changed)
        self.setObjectName(f"form_{table_id}")
        self.setAccessibleName(title_of(table_id, model.form.edition))
        self.attach()

    def form_model(self) -> FormModel:
        return self._model

    # --- what is shown --------------------------------------------------------------------------------

    @property
    def current_cell(self) -> str:
        """The current value's cell id, empty if there is none."""
        return self.form_model().cell_at(self.currentIndex())

    @property
    def is_typing(self) -> bool:
        """Whether something stands in an open editor that the report does not say."""
        editor = self.viewport().focusWidget()
        return isinstance(editor, QLineEdit) and editor.isVisible() and editor.isModified()

    def show_cells(self, cells: Sequence[str], severity: Severity = "error") -> None:
        """Go to the first of these cells and frame them all until another cell becomes current."""
        model = self.form_model()
        own = [cell for cell in cells if model.index_of(cell).isValid()]
        if not own:
            return
        self.setCurrentIndex(model.index_of(own[0]))
        self.scrollTo(model.index_of(own[0]))
        self._set_outlines(outline(OF_SEVERITY[severity], map(model.box_of, own)))

    def show_cell(self, cell: str) -> None:
        """Make one cell current, with the frames of its equations."""
        model = self.form_model()
        if model.index_of(cell).isValid():
            self.setCurrentIndex(model.index_of(cell))
            self.scrollTo(model.index_of(cell))
            self._set_outlines(equation_outlines(self.review, cell, model.box_of))

    def set_culprits(self, cells: Mapping[str, str]) -> None:
        """Cells that are likely wrong, each with the value that would mend it; drawn stronger."""
        if cells == self._painter.culprits:
            return
        touched = {*self._painter.culprits, *cells}
        self._painter.culprits = dict(cells)
        self.form_model().set_suggested(cells)
        self._repaint(touched)
        self.fit_later()  # room for the suggestions now, so that nothing jumps when they are shown

    def set_preview(self, cells: Mapping[str, str]) -> None:
        """Draw these cells with another value, for a look only."""
        touched = {*self._painter.previewed, *cells}
        self._painter.previewed = dict(cells)
        self._repaint(touched)

    def widest_text(self, box: Box) -> str:
        text, suggested = super().widest_text(box), self._painter.culprits.get(box.cell)
        return preview(text, suggested) if suggested else text

    def _repaint(self, cells: Iterable[str]) -> None:
        for cell in cells:
            self.update(self.form_model().index_of(cell))

    def _set_outlines(self, outlines: list[Outline]) -> None:
        old, self._outlines = self._outlines, outlines
        for each in (*old, *outlines):
            self.viewport().update(self._rect(each).adjusted(-2, -2, 2, 2))

    def _rect(self, outlined: Outline) -> QRect:
        model = self.form_model()
        corners = (model.index(box.row, box.column) for box in (outlined.first, outlined.last))
        first, last = (self.visualRect(index) for index in corners)
        return first.united(last)

    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        self._painter.prepare(self)
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        look, measures = colours(self.palette()), sizes(self.fontMetrics())
        for each in self._outlines:
            paint_outline(painter, self._rect(each), each.side, look, measures)
        current = self.currentIndex()
        if current.isValid():
            paint_current(painter, self.visualRect(current), look, measures)
        painter.end()

    # --- following the current cell -------------------------------------------------------------------

    @guarded
    def currentChanged(self, current: ModelIndex, previous: ModelIndex) -> None:
        super().currentChanged(current, previous)
        model = self.form_model()
        cell = model.cell_at(current)
        self._painter.current = cell
        self._set_outlines(equation_outlines(self.review, cell, model.box_of) if cell else [])
        self._headings.set_current(current.column())
        self._labels.set_current(current.row())
        self.current_cell_changed.emit(cell)
        self._tell_equation()

    def _tell_equation(self, typed: str | None = None) -> None:
        line = equation_line(self.review, self.current_cell, typed)
        if line != self._equation:
            self._equation = line
            self.equation_text.emit(line)

    def _on_typing(self, typed: str) -> None:
        self._tell_equation(typed)
        self.typing_changed.emit()

    @guarded
    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        super().closeEditor(editor, hint)
        self._tell_equation()
        self.typing_changed.emit()

    def _on_data_changed(self, first: ModelIndex) -> None:
        self._tell_equation()
        text = str(first.data() or "")
        if self.fontMetrics().horizontalAdvance(text) > self.visualRect(first).width() - 4:
            self.fit_later()

    # --- keys -----------------------------------------------------------------------------------------

    @guarded
    def keyPressEvent(self, event: QKeyEvent) -> None:
        action = self._action_of(event)
        if action is not None:
            action()
            event.accept()
            return
        if event.text().isprintable() and event.text():
            self._tell_why_locked(self.currentIndex())
        super().keyPressEvent(event)

    @guarded
    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """In full-width mode the first digit comes at once; Qt opens the editor for it and then drops it."""
        super().inputMethodEvent(event)
        editor = self.viewport().focusWidget()
        if event.commitString() and isinstance(editor, QLineEdit) and not editor.isModified():
            QApplication.sendEvent(editor, event)

    def _action_of(self, event: QKeyEvent) -> Callable[[], None] | None:
        """What a key does here beyond what every table view does."""
        for shortcut, action in (
            (_Key.Copy, self.copy),
            (_Key.Paste, self.paste),
            (_Key.ZoomIn, self.zoom_in),
            (_Key.ZoomOut, self.zoom_out),
        ):
            if event.matches(shortcut):
                return action
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        keys: dict[tuple[int, Qt.KeyboardModifier], Callable[[], None]] = {
            (Qt.Key.Key_Delete, _PLAIN): self.clear,
            (Qt.Key.Key_Backspace, _PLAIN): self.clear,
            (Qt.Key.Key_F2, _PLAIN): self.edit_current,
            (Qt.Key.Key_Equal, _CONTROL): self.zoom_in,
            (Qt.Key.Key_0, _CONTROL): self.reset_zoom,
            (Qt.Key.Key_Return, _PLAIN): partial(self.go, Move.MoveDown),
            (Qt.Key.Key_Enter, _PLAIN): partial(self.go, Move.MoveDown),
            (Qt.Key.Key_Return, _SHIFT): partial(self.go, Move.MoveUp),
            (Qt.Key.Key_Enter, _SHIFT): partial(self.go, Move.MoveUp),
        }
        return keys.get((event.key(), held))

    def go(self, move: Move) -> None:
        """Make the value in that direction current."""
        index = self.moveCursor(move, _PLAIN)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def keyboardSearch(self, search: str) -> None:
        """Typing never jumps about; it edits, or says why it cannot."""

    # --- changing values ------------------------------------------------------------------------------

    @property
    def selected_cells(self) -> list[str]:
        """Chosen values in the form's order; the current one if nothing is selected."""
        model = self.form_model()
        chosen = {model.cell_at(index) for index in self.selectedIndexes()} or {self.current_cell}
        return [box.cell for box in model.drawing.boxes if box.cell and box.cell in chosen]

    def clear(self) -> None:
        """Write 0 into the chosen cells, as one step."""
        cells = [cell for cell in self.selected_cells if self.form_model().is_editable(cell)]
        if not cells:
            self._tell_why_locked(self.currentIndex())
        commands.put_texts(self.stack, self.review, {c: self.review.written(c, "0") for c in cells})

    def edit_current(self) -> None:
        """Open the editor in the current cell, or say why it stays shut."""
        if self.form_model().is_editable(self.current_cell):
            self.setFocus()
            self.edit(self.currentIndex())
        else:
            self._tell_why_locked(self.currentIndex())

    def copy(self) -> None:
        """The chosen cells to the clipboard, tab-separated."""
        if self.selected_cells:
            QGuiApplication.clipboard().setText(clipboard.to_text(self.form_model(), self.selected_cells))

    def paste(self) -> None:
        """A copied block over the form from the current cell on, as one step; says what did not fit."""
        text = QGuiApplication.clipboard().text()
        cells = self.selected_cells
        if not text.strip() or not cells:
            self.message.emit(self.tr("没有可粘贴的数"))
            return
        pasted = clipboard.from_text(self.form_model(), text, cells[0], cells)
        commands.put_texts(self.stack, self.review, pasted.texts)
        self._select_pasted(pasted)
        self.message.emit(pasted.summary())

    def _select_pasted(self, pasted: Paste) -> None:
        indexes = [self._model.index_of(cell) for cell in pasted.texts]
        if len(indexes) > 1:
            block = QItemSelection(indexes[0], indexes[-1])
            self.selectionModel().select(block, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def _tell_why_locked(self, index: ModelIndex) -> None:
        cell = self.form_model().cell_at(index)
        if cell and cell not in self.review.cells:
            self.message.emit(self.tr("报告里没有这一格，不能改"))
        elif cell and self.review.locked(cell):
            self.message.emit(self.review.locked(cell))
