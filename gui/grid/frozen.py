"""A table view that looks like the official form: merged headings kept in sight, sizes that fit, zoom."""

from PySide6.QtCore import QEvent, QItemSelection, QModelIndex, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QFrame,
    QHeaderView,
    QStyle,
    QTableView,
    QWidget,
)

from core.layout import Box
from gui.crash import guarded
from gui.grid.drawn import DrawnModel
from gui.grid.fit import Fitter
from gui.grid.headings import Corner, Headings, crosses
from gui.theme import sizes

ZOOM_LEAST, ZOOM_MOST, ZOOM_STEP = 60, 200, 10


class FormGrid(QTableView):
    """Shows a table at a zoom (in percent), fitted to its own size.

    Headings over all columns and beside all rows become Qt's headers, so that Qt keeps them in sight and in
    step; their rows and columns are hidden from the scrolling part.
    """

    zoom_changed = Signal(int)

    def __init__(self, model: DrawnModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._form_model = model
        self._zoom = 100
        self._drawing = model.drawing
        self._rows = self._drawing.frozen_rows
        self._columns = 0 if crosses(self._drawing) else self._drawing.frozen_columns
        self._is_fitting = False
        self._fitter: Fitter | None = None
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self.fit)
        self._headings = Headings(Qt.Orientation.Horizontal, self._drawing, self)
        self._labels = Headings(Qt.Orientation.Vertical, self._drawing, self)
        self._corner = Corner(self._drawing, self)
        self._set_up_view()

    def attach(self) -> None:
        """Show the model; the last step of setting up, since Qt calls back at once."""
        self.setModel(self._form_model)
        self._set_up_headings()
        self._spread()

    def _set_up_headings(self) -> None:
        self.setHorizontalHeader(self._headings)
        self.setVerticalHeader(self._labels)
        self._headings.setVisible(self._rows > 0)
        self._labels.setVisible(self._columns > 0)
        self._corner.setVisible(self._rows > 0 and self._columns > 0)
        self._headings.chosen.connect(self._choose_columns)
        self._labels.chosen.connect(self._choose_rows)
        self._corner.pressed.connect(self.selectAll)
        self._headings.setAccessibleName(self.tr("列标题"))
        self._labels.setAccessibleName(self.tr("行标题"))
        self._corner.setAccessibleName(self.tr("全选"))

    def _set_up_view(self) -> None:
        self.setShowGrid(False)  # the delegate draws the form's lines
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)

    def _spread(self) -> None:
        """Merge what the form merges, and leave to the headings what they show."""
        for row in range(self._rows):
            self.setRowHidden(row, True)
        for column in range(self._columns):
            self.setColumnHidden(column, True)
        for box in self._drawing.boxes:
            is_frozen = box.row < self._rows or box.column < self._columns
            if not is_frozen and (box.row_span > 1 or box.column_span > 1):
                self.setSpan(box.row, box.column, box.row_span, box.column_span)

    @guarded
    def scrollContentsBy(self, across: int, down: int) -> None:
        """Merged headings keep their text in the part seen, so a scroll changes more than it uncovers."""
        super().scrollContentsBy(across, down)
        if across:
            self._headings.viewport().update()
        if down:
            self._labels.viewport().update()

    # --- sizes --------------------------------------------------------------------------------------

    def fit(self) -> None:
        """Give columns and rows the sizes that suit the room, the writing and the numbers."""
        if self._fitter is None:
            self._fitter = Fitter(self._drawing, self.fontMetrics(), sizes(self.fontMetrics()))
        fitter = self._fitter
        room = self.contentsRect().size()
        fitted = fitter.fit(room, self.widest_text)
        if sum(fitted.heights) > room.height():
            bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent, None, self)
            fitted = fitter.fit(room - QSize(bar, 0), self.widest_text)
        self._headings.set_depths(fitted.heights[: self._rows])
        self._labels.set_depths(fitted.widths[: self._columns])
        _resize(self._headings, fitted.widths, self._columns)
        _resize(self._labels, fitted.heights, self._rows)
        self.updateGeometries()

    def widest_text(self, box: Box) -> str:
        """The longest text a value's box may have to show."""
        return self._form_model.longest(box)

    def fit_later(self) -> None:
        """Fit once after everything that is changing now."""
        self._later.start()

    @guarded
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self._is_fitting and event.size() != event.oldSize():
            self._is_fitting = True
            self.fit()
            self._is_fitting = False

    @guarded
    def updateGeometries(self) -> None:
        super().updateGeometries()
        left, top = self.contentsRect().left(), self.contentsRect().top()
        self._corner.setGeometry(left, top, self._labels.width(), self._headings.height())
        self._corner.raise_()

    @guarded
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fitter = None
            self.fit_later()

    # --- zoom ---------------------------------------------------------------------------------------

    @property
    def zoom(self) -> int:
        """In percent."""
        return self._zoom

    def set_zoom(self, percent: int) -> None:
        percent = max(ZOOM_LEAST, min(ZOOM_MOST, percent))
        if percent == self._zoom:
            return
        self._zoom = percent
        font = QFont(QApplication.font())
        font.setPointSizeF(font.pointSizeF() * percent / 100)
        for part in (self, self._headings, self._labels, self._corner):
            part.setFont(font)
        self.fit()
        self.zoom_changed.emit(percent)

    def zoom_in(self) -> None:
        self.set_zoom(self._zoom + ZOOM_STEP)

    def zoom_out(self) -> None:
        self.set_zoom(self._zoom - ZOOM_STEP)

    def reset_zoom(self) -> None:
        self.set_zoom(100)

    @guarded
    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            steps = event.angleDelta().y() / 120
            self.set_zoom(self._zoom + round(steps * ZOOM_STEP))
            event.accept()
        else:
            super().wheelEvent(event)

    # --- choosing -------------------------------------------------------------------------------------

    @guarded
    def moveCursor(self, action: QAbstractItemView.CursorAction, held: Qt.KeyboardModifier) -> QModelIndex:
        """From nowhere to the first value; Qt would take a heading inside the table and stay there."""
        if self.currentIndex().isValid():
            return super().moveCursor(action, held)
        first = next((box.cell for box in self._drawing.boxes if box.cell), "")
        return self._form_model.index_of(first)

    # --- choosing by the headings ---------------------------------------------------------------------

    def _choose_columns(self, first: int, count: int) -> None:
        self._choose(range(self._rows, self._drawing.rows), range(first, first + count))

    def _choose_rows(self, first: int, count: int) -> None:
        self._choose(range(first, first + count), range(self._columns, self._drawing.columns))

    def _choose(self, rows: range, columns: range) -> None:
        """Select a block, its first value becoming the current cell."""
        model, selection = self._form_model, self.selectionModel()
        start = model.index(rows[0], columns[0])
        selection.setCurrentIndex(start, selection.SelectionFlag.NoUpdate)
        block = QItemSelection(start, model.index(rows[-1], columns[-1]))
        selection.select(block, selection.SelectionFlag.ClearAndSelect)
        self.setFocus()


def _resize(header: QHeaderView, extents: tuple[int, ...], hidden: int) -> None:
    for section in range(hidden, len(extents)):
        header.resizeSection(section, extents[section])
