"""The findings as rows; choosing one by mouse or keyboard says so."""

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QListView, QSizePolicy, QWidget

from gui.crash import guarded
from gui.problems.findings_delegate import FindingDelegate
from gui.problems.findings_model import FindingsModel

Index = QModelIndex | QPersistentModelIndex


class FindingsList(QListView):
    """As high as its rows, so that it scrolls with what stands above it.

    chosen: a finding was picked by mouse or keyboard, never because the list itself changed; and whether
    the clerk goes to its cells (click, Enter, F8) or only looks (arrow keys). row_shown: where the row lies
    that is to be in sight.
    """

    chosen = Signal(object, bool)
    row_shown = Signal(QRect)

    def __init__(self, model: FindingsModel, parent: QWidget) -> None:
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
        self.setModel(model)
        self._painter = FindingDelegate(self)
        self.setItemDelegate(self._painter)
        self.setAccessibleName(self.tr("问题列表"))
        self.clicked.connect(self._go)

    def heightForWidth(self, width: int) -> int:
        rows = range(self._findings.rowCount())
        return sum(self._painter.height(self._findings.index(row), width) for row in rows)

    def sizeHint(self) -> QSize:
        return QSize(0, self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    def scrollTo(
        self, index: Index, _hint: QListView.ScrollHint = QListView.ScrollHint.EnsureVisible
    ) -> None:
        """Nothing to scroll in here; whoever holds the list brings the row in sight."""
        self.row_shown.emit(self.visualRect(index))

    @property
    def has_choice(self) -> bool:
        return bool(self.selectionModel().selectedIndexes())

    @property
    def place(self) -> int:
        """Where the last choice was; a finding that is mended leaves its place to the next one."""
        return max(0, self.currentIndex().row())

    def choose_row(self, row: int) -> None:
        index = self._findings.index(row)
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().setCurrentIndex(index, flags)
        self.scrollTo(index)
        self._go(index)

    def _go(self, index: QModelIndex) -> None:
        self._choose(index, is_going=True)

    def _choose(self, index: QModelIndex, is_going: bool) -> None:
        self.chosen.emit(self._findings.finding(index.row()), is_going)

    @guarded
    def rowsAboutToBeRemoved(self, parent: Index, start: int, end: int) -> None:
        """A mended finding must not hand its choice on: the clerk would be carried off while typing."""
        is_chosen = any(start <= index.row() <= end for index in self.selectionModel().selectedIndexes())
        super().rowsAboutToBeRemoved(parent, start, end)
        if is_chosen:
            self.clearSelection()

    @guarded
    def keyPressEvent(self, event: QKeyEvent) -> None:
        before = self.currentIndex()
        super().keyPressEvent(event)
        index = self.currentIndex()
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if index.isValid() and (index != before or is_enter):
            self._choose(index, is_going=is_enter)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()
