"""The running text to work with: click, Tab and Enter lead to findings and cells, a number can be mended."""

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QGuiApplication,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QUndoStack,
)
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from core.findings import Place, paragraph_id, replaced
from core.numerals import read, write_like
from core.review import Review
from gui import commands
from gui.crash import guarded
from gui.text.number_editor import NumberEditor
from gui.text.paper import Paper
from gui.text.sheet import TextSheet
from gui.text.spots import Spot, number_at, number_in
from gui.text.words import about_spot
from gui.theme import reading_font

_Key = QKeySequence.StandardKey


class TextView(TextSheet):
    """The text of a review.

    finding_chosen: a finding, because its place was clicked or reached. cells_wanted: those a number is tied
    to. table_wanted: id of the table whose stand-in was clicked. message: a remark for the status line.
    typing_changed: something was typed into the open editor, or it was closed.
    """

    finding_chosen = Signal(object)
    cells_wanted = Signal(object)
    table_wanted = Signal(str)
    message = Signal(str)
    typing_changed = Signal()

    def __init__(
        self, review: Review, paper: Paper, stack: QUndoStack, parent: QWidget | None = None
    ) -> None:
        super().__init__(review, paper, parent)
        self._stack = stack
        self._editor: NumberEditor | None = None
        self._pressed = QPoint()
        self._going: tuple[str, ...] = ()
        self._soon = QTimer(self, singleShot=True)  # a second click may come, and means another thing
        self._soon.timeout.connect(lambda: self.cells_wanted.emit(self._going))

    @property
    def is_typing(self) -> bool:
        """Whether something stands in the open editor that the report does not say."""
        return self._editor is not None and self._editor.isModified()

    # --- from spot to spot ----------------------------------------------------------------------------

    def step(self, by: int) -> bool:
        """Go to the next spot (1) or the one before (-1), round the end; False if there is none."""
        if not self.spots:
            return False
        if self.stop in self.spots:
            at = self.spots.index(self.stop) + by
        else:
            top = self.cursorForPosition(QPoint(0, 0)).blockNumber()
            below = (n for n, s in enumerate(self.spots) if self._block_of(s) >= top)
            at = next(below, 0) + min(by, 0)
        self._stop_at(self.spots[at % len(self.spots)])
        return True

    def _block_of(self, spot: Spot) -> int:
        target = self.paper.target(spot.place)
        return target.block if target else -1

    def _stop_at(self, spot: Spot) -> None:
        self.stop = spot
        self.show_place(spot.place)
        if spot.findings:
            self.finding_chosen.emit(spot.findings[0])
        self.stop = spot
        self.viewport().update()

    def activate(self) -> None:
        """Enter: from the spot the keyboard is at to its cells, else to its finding."""
        if self.stop is None:
            return
        if self.stop.cells:
            self.cells_wanted.emit(self.stop.cells)
        elif self.stop.findings:
            self.finding_chosen.emit(self.stop.findings[0])

    def _click(self, point: QPoint) -> None:
        found = self.spots_at(point)
        if not found:
            table = self.table_at(point)
            if table:
                self.table_wanted.emit(table)
            return
        spot = found[0]
        self.stop = spot
        self.viewport().update()
        if spot.findings:
            after = spot.findings.index(self.shown) + 1 if self.shown in spot.findings else 0
            self.finding_chosen.emit(spot.findings[after % len(spot.findings)])
        else:
            self._going = spot.cells
            self._soon.start(QGuiApplication.styleHints().mouseDoubleClickInterval())

    # --- mending a number -----------------------------------------------------------------------------

    def edit_current(self) -> None:
        """Open the editor on the number the keyboard is at, or say why not."""
        place = number_in(self.review, self.stop.place) if self.stop else None
        if place is None:
            self.message.emit(self.tr("这里没有可以直接改的数；用 Tab 移到带下划线的数上"))
        else:
            self.edit(place)

    def edit(self, place: Place) -> None:
        """Open the editor on a number, or say why it stays shut."""
        self._soon.stop()
        why = self.review.locked(paragraph_id(place.paragraph))
        if why:
            self.message.emit(why)
            return
        self.show_place(place)
        rects = self.rects(place)
        if not rects:
            return
        self.finish_typing()
        line = self.review.narrative.lines[place.paragraph]
        font = reading_font(self.font(), self.zoom)
        editor = NumberEditor(line[place.start : place.end], rects[0], font, self.viewport())
        editor.textEdited.connect(self.typing_changed)
        editor.done.connect(lambda text: self._take(editor, place, text))
        editor.dropped.connect(lambda: self._close(editor))
        self._editor = editor
        self.verticalScrollBar().valueChanged.connect(editor.clearFocus)

    def finish_typing(self) -> None:
        """Take over what stands in the open editor."""
        if self._editor is not None:
            self._editor.close_with(self._editor.done, self._editor.text())

    def _take(self, editor: NumberEditor, place: Place, typed: str) -> None:
        self._close(editor)
        line = self.review.narrative.lines[place.paragraph]
        old = line[place.start : place.end]
        new = write_like(old, typed.strip()) if read(old).kind == "number" else typed.strip()
        if new and new != old:
            commands.put_texts(self._stack, self.review, dict([replaced(line, place, new)]))

    def _close(self, editor: NumberEditor) -> None:
        self._editor = None
        if editor.hasFocus():
            self.setFocus()  # before it is hidden, or Qt looks for another place
        editor.hide()
        editor.deleteLater()
        self.typing_changed.emit()

    # --- mouse ----------------------------------------------------------------------------------------

    @guarded
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.position().toPoint()
        super().mousePressEvent(event)

    @guarded
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        point = event.position().toPoint()
        moved = (point - self._pressed).manhattanLength() >= QApplication.startDragDistance()
        if event.button() == Qt.MouseButton.LeftButton and not moved:
            self._click(point)

    @guarded
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._soon.stop()
        where = self.place_at(event.position().toPoint())
        place = number_at(self.review, *where) if where else None
        if place is None:
            super().mouseDoubleClickEvent(event)
            return
        self._pressed = QPoint(-100, -100)  # what follows is no click
        self.edit(place)

    @guarded
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        point = event.position().toPoint()
        is_link = bool(self.spots_at(point) or self.table_at(point))
        shape = Qt.CursorShape.PointingHandCursor if is_link else Qt.CursorShape.IBeamCursor
        self.viewport().setCursor(shape)

    @guarded
    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            found = self.spots_at(event.pos())
            QToolTip.showText(event.globalPos(), about_spot(found[0], self.review) if found else "", self)
            return True
        return super().viewportEvent(event)

    @guarded
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The usual menu, with what can be done with the spot under the mouse above it."""
        menu = self.createStandardContextMenu(event.pos())
        first = menu.actions()[0] if menu.actions() else None
        found, where = self.spots_at(event.pos()), self.place_at(event.pos())
        number = number_at(self.review, *where) if where else None
        deeds = []
        if found and found[0].cells:
            cells = found[0].cells
            deeds.append((self.tr("转到对应的格"), lambda: self.cells_wanted.emit(cells)))
        if number is not None:
            deeds.append((self.tr("改这个数…"), lambda: self.edit(number)))
        for text, deed in deeds:
            action = menu.addAction(text)
            action.triggered.connect(deed)
            menu.insertAction(first, action)  # type: ignore[arg-type]
        if deeds and first is not None:
            menu.insertSeparator(first)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    # --- keys -----------------------------------------------------------------------------------------

    @guarded
    def focusNextPrevChild(self, is_next: bool) -> bool:
        """Tab goes round the spots; Qt asks too where a widget in here is hidden."""
        return (self.hasFocus() and self.step(1 if is_next else -1)) or super().focusNextPrevChild(is_next)

    @guarded
    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        deeds = {
            (Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier): self.activate,
            (Qt.Key.Key_Enter, Qt.KeyboardModifier.NoModifier): self.activate,
            (Qt.Key.Key_F2, Qt.KeyboardModifier.NoModifier): self.edit_current,
        }
        deed = deeds.get((Qt.Key(event.key()), held))
        if deed is not None:
            deed()
            event.accept()
        else:
            super().keyPressEvent(event)
