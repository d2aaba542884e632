"""The findings as rows; choosing one by mouse or keyboard says so and unfolds what can be done."""

from itertools import pairwise

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QListView, QSizePolicy, QWidget

from core.findings import Finding
from core.review import Review
from gui.crash import guarded
from gui.problems.finding_detail import FindingDetail
from gui.problems.findings_delegate import FindingDelegate
from gui.problems.findings_model import FindingsModel, Heading
from gui.theme import sizes

Index = QModelIndex | QPersistentModelIndex


class FindingsList(QListView):
    """As high as its rows, so that it scrolls with what stands above it.

    chosen: a finding was picked by mouse or keyboard, never because the list itself changed; and whether
    the clerk goes to its place (click, Enter, F8) or only looks (arrow keys). row_shown: the current
    row is to be in sight. detailed: what unfolded below the chosen row is there now, None if nothing is.
    """

    chosen = Signal(object, bool)
    row_shown = Signal()
    detailed = Signal(object)

    def __init__(self, model: FindingsModel, review: Review, parent: QWidget) -> None:
        super().__init__(parent)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self.setFrameShape(QListView.Shape.NoFrame)
        self._findings = model
        self._review = review
        self.detail: FindingDetail | None = None
        self._pressed = QModelIndex()
        self._heights: dict[int, int] = {}
        self._placing = QTimer(self, singleShot=True, interval=0)
        self._placing.timeout.connect(self._place_detail)
        self._painter = FindingDelegate(self, self._room_below)
        self.setItemDelegate(self._painter)
        self.setAccessibleName(self.tr("问题列表"))
        model.dataChanged.connect(self._data_changed)
        for changed in (model.rowsInserted, model.rowsRemoved, model.modelReset):
            changed.connect(self.updateGeometry)
        self.setModel(model)

    # --- size -----------------------------------------------------------------------------------------

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            rows = range(self._findings.rowCount())
            self._heights = {width: sum(self._height(row, width) for row in rows)}
        return self._heights[width]

    def _height(self, number: int, width: int) -> int:
        """As the painter says; Qt's way to the model and back would take far longer for thousands of rows."""
        row = self._findings.row(number)
        text = self._findings.sentence(row) if isinstance(row, Finding) else ""
        return self._painter.height(row, text, width) + self._room_below(number, width)

    def updateGeometry(self) -> None:
        """Rows or what unfolds below one are others than before."""
        self._heights = {}
        super().updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(0, self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    def scrollTo(
        self, _index: Index, _hint: QListView.ScrollHint = QListView.ScrollHint.EnsureVisible
    ) -> None:
        """Nothing to scroll in here; whoever holds the list brings the row in sight."""
        self.row_shown.emit()

    # --- choosing -------------------------------------------------------------------------------------

    @property
    def chosen_finding(self) -> Finding | None:
        """The finding that is chosen now."""
        rows = [self._findings.row(index.row()) for index in self.selectionModel().selectedIndexes()]
        return next((row for row in rows if isinstance(row, Finding)), None)

    @property
    def has_choice(self) -> bool:
        return self.chosen_finding is not None

    @property
    def place(self) -> int:
        """Where the last choice was; a finding that is mended leaves its place to the next one."""
        return self._findings.place_of(self.currentIndex().row())

    def choose(self, finding: Finding, is_going: bool = True) -> bool:
        """Choose a finding, unfolding its group if need be; False if it is not in the list."""
        row = self._findings.row_of(finding)
        if row < 0:
            return False
        index = self._findings.index(row)
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().setCurrentIndex(index, flags)
        self.scrollTo(index)
        self._choose(index, is_going)
        return True

    def choose_place(self, place: int) -> bool:
        """Choose the finding that stands there now; False if there is none."""
        found = self._findings.findings[max(place, 0) :]
        return bool(found) and self.choose(found[0], is_going=False)

    @property
    def has_focus(self) -> bool:
        """Whether the keyboard is in the list or in what unfolds there."""
        focus = QApplication.focusWidget()
        return focus is not None and (focus is self or self.isAncestorOf(focus))

    def focus_detail(self) -> None:
        """The focus to the chosen finding's first button."""
        if self.detail is not None:
            self.detail.buttons[0].setFocus()

    def _go(self, index: QModelIndex) -> None:
        """Enter or a click: to what the finding is about, or its group folded and unfolded."""
        row = self._findings.row(index.row())
        if isinstance(row, Heading):
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
            self._findings.toggle(index.row())
            self.updateGeometry()
        else:
            self.choose(row)

    def _choose(self, index: QModelIndex, is_going: bool) -> None:
        row = self._findings.row(index.row())
        if isinstance(row, Finding):
            self.chosen.emit(row, is_going)

    # --- what unfolds ---------------------------------------------------------------------------------

    @guarded
    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self._unfold()

    def follow(self) -> None:
        """The report has changed: what is said below the chosen finding may be other than before."""
        if self.detail is not None and self.detail.judge_fixes():
            self._detail_changed()

    def _detail_changed(self) -> None:
        self.scheduleDelayedItemsLayout()
        self.updateGeometry()
        self._placing.start()

    def _data_changed(self) -> None:
        """What is said of the chosen finding may be other than before."""
        self._unfold()
        self.updateGeometry()

    def _unfold(self) -> None:
        finding = self.chosen_finding
        if self.detail is not None and self.detail.finding == finding:
            return
        if self.detail is not None:
            self.detail.hide()
            self.detail.deleteLater()
        self.detail = FindingDetail(finding, self._review, self.viewport()) if finding else None
        if self.detail is not None:
            self.detail.show()
            for before, behind in pairwise((self, *self.detail.buttons)):
                QWidget.setTabOrder(before, behind)
        self._detail_changed()
        self.detailed.emit(self.detail)

    def _room_below(self, row: int, width: int) -> int:
        """Room for what unfolds below a row."""
        if self.detail is None or self._findings.row(row) != self.detail.finding:
            return 0
        return self.detail.heightForWidth(self._detail_width(width))

    def _detail_width(self, width: int) -> int:
        return max(1, width - self._painter.text_left() - sizes(self.fontMetrics()).wide_gap)

    @guarded
    def _place_detail(self) -> None:
        if self.detail is None:
            return
        row = self._findings.row_of(self.detail.finding)
        if row < 0:
            return
        index, width = self._findings.index(row), self.viewport().width()
        rect, height = self.visualRect(index), self._room_below(row, width)
        left = self._painter.text_left()
        self.detail.setGeometry(left, rect.bottom() + 1 - height, self._detail_width(width), height)
        if self.currentIndex() == index:
            self.scrollTo(index)

    # --- events ---------------------------------------------------------------------------------------

    @guarded
    def rowsAboutToBeRemoved(self, parent: Index, start: int, end: int) -> None:
        """A mended finding must not hand its choice on: the clerk would be carried off while typing."""
        chosen = [index.row() for index in self.selectionModel().selectedIndexes()]
        super().rowsAboutToBeRemoved(parent, start, end)
        if all(start <= row <= end for row in chosen):
            self.clearSelection()  # Qt chooses the row of before, also where it is a heading that goes

    @guarded
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Nothing is chosen yet: what unfolds would move another row under the mouse before it is let go."""
        self._pressed = self.indexAt(event.position().toPoint())

    @guarded
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        index, pressed = self.indexAt(event.position().toPoint()), self._pressed
        self._pressed = QModelIndex()
        if event.button() == Qt.MouseButton.LeftButton and index.isValid() and index == pressed:
            self._go(index)

    @guarded
    def keyPressEvent(self, event: QKeyEvent) -> None:
        before = self.currentIndex()
        keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if before.isValid() and event.key() in (*keys, Qt.Key.Key_Space):
            self._go(before)
            event.accept()
            return
        super().keyPressEvent(event)
        index = self.currentIndex()
        if index.isValid() and index != before:
            self._choose(index, is_going=False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()
        self._placing.start()
