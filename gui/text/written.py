"""A text on screen, in a column that is good to read; written when it is first looked at."""

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent, QShowEvent, QTextDocument, QWheelEvent
from PySide6.QtWidgets import QTextEdit, QWidget

from gui.crash import guarded
from gui.grid.frozen import ZOOM_LEAST, ZOOM_MOST, ZOOM_STEP
from gui.text.paper import Paper
from gui.theme import reading_font, sizes

_COLUMN = 42  # characters in a line at most
_GUTTER, _EDGE = 2.6, 1.2  # ems left and right of the writing at least


class WrittenText(QTextEdit):
    """The paper's document, read only."""

    zoom_changed = Signal(int)

    def __init__(self, paper: Paper, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.paper = paper
        self.is_written = False
        self._blank = QTextDocument(self)
        self._zoom = 100
        self._column = 0
        self.setReadOnly(True)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setFrameShape(QTextEdit.Shape.NoFrame)
        self.setAcceptDrops(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUndoRedoEnabled(False)
        paper.document.setParent(self)  # else neither it nor its text is ever given up
        self.setDocument(self._blank)

    def set_zoom(self, percent: int) -> None:
        percent = min(max(percent, ZOOM_LEAST), ZOOM_MOST)
        if percent != self._zoom:
            self._zoom = percent
            self._write_again()
            self.zoom_changed.emit(percent)

    @property
    def zoom(self) -> int:
        return self._zoom

    def write(self) -> None:
        """All of it, unless it stands there already."""
        if not self.is_written:
            self.is_written = True
            self._write_anew()

    def _write_again(self) -> None:
        """With the same paragraph at the top."""
        if not self.is_written:
            return
        top = self.cursorForPosition(QPoint(0, 0)).blockNumber()
        self._write_anew()
        self.lay_out()
        block = self.document().findBlockByNumber(top)
        above = self.document().documentLayout().blockBoundingRect(block).top() if top else 0
        self.verticalScrollBar().setValue(round(above))

    def _write_anew(self) -> None:
        """All of it anew."""
        font = reading_font(self.font(), self._zoom)
        em = sizes(QFontMetrics(font)).em
        self._column = em * _COLUMN
        self.setDocument(self._blank)  # what is seen is laid out with every step
        self.paper.fill(font, self.palette(), em)
        self._set_margins(em)
        self.setDocument(self.paper.document)

    def lay_out(self) -> None:
        """Qt lays out what is below the window only later; nobody can go there before."""
        self.document().documentLayout().blockBoundingRect(self.document().lastBlock())

    def _set_margins(self, em: int) -> None:
        """A column in the middle, no wider than is good to read, with room for signs at its left."""
        gutter, edge = round(em * _GUTTER), round(em * _EDGE)
        spare = max(0, self.viewport().width() - self._column - gutter - edge)
        frame = self.paper.document.rootFrame()
        form = frame.frameFormat()
        form.setMargin(0)
        form.setTopMargin(em)
        form.setBottomMargin(em * 2)
        form.setLeftMargin(gutter + spare // 2)
        form.setRightMargin(edge + spare - spare // 2)
        frame.setFrameFormat(form)

    @guarded
    def showEvent(self, event: QShowEvent) -> None:
        self.write()
        super().showEvent(event)

    @guarded
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.is_written:
            self._set_margins(self._column // _COLUMN)

    @guarded
    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.set_zoom(self._zoom + round(event.angleDelta().y() / 120 * ZOOM_STEP))
            event.accept()
        else:
            super().wheelEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._write_again()
