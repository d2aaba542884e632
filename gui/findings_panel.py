"""The list of findings beside the tables; choosing one asks the page to show its cells."""

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QListView, QStackedWidget, QVBoxLayout, QWidget

from core.findings import Finding
from core.review import Review
from gui.bars import Sign
from gui.crash import guarded
from gui.findings_delegate import FindingDelegate
from gui.findings_model import FindingsModel
from gui.theme import heading_font, sizes

Index = QModelIndex | QPersistentModelIndex


class FindingsList(QListView):
    """chosen: a finding was picked by mouse or keyboard, never because the list itself changed; and whether
    the clerk goes to its cells (click, Enter, F8) or only looks (arrow keys).
    """

    chosen = Signal(object, bool)

    def __init__(self, model: FindingsModel, parent: QWidget) -> None:
        super().__init__(parent)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self.setFrameShape(QListView.Shape.NoFrame)
        self._findings = model
        self.setModel(model)
        self.setItemDelegate(FindingDelegate(self))
        self.setAccessibleName(self.tr("问题列表"))
        self.clicked.connect(self._go)

    def step(self, by: int) -> bool:
        """Choose the next finding (``by`` 1) or the one before (-1), round the end; False if none is left."""
        count = self._findings.rowCount()
        if not count:
            return False
        self.choose_row((self._place() + (by if self._has_choice else min(by, 0))) % count)
        return True

    @property
    def _has_choice(self) -> bool:
        return bool(self.selectionModel().selectedIndexes())

    def _place(self) -> int:
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


class FindingsPanel(QWidget):
    """The list under its heading, or a calm word when there is nothing to list."""

    chosen = Signal(object, bool)

    def __init__(self, review: Review, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = FindingsModel(review, self)
        self._list = FindingsList(self._model, self)
        self._list.chosen.connect(self.chosen)
        space = sizes(self.fontMetrics())
        self._title = QLabel(self.tr("问题"), self)
        self._title.setFont(heading_font(self.font()))
        self._title.setBuddy(self._list)
        self._title.setContentsMargins(space.wide_gap, space.gap, space.wide_gap, space.gap)
        self._calm = _Calm(self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._list)
        self._stack.addWidget(self._calm)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._title)
        self._column.addWidget(self._stack, 1)
        self.setAccessibleName(self.tr("问题"))
        self.setMinimumWidth(space.em * 15)
        self._show_state()

    @property
    def list(self) -> FindingsList:
        return self._list

    def put_on_top(self, widget: QWidget) -> None:
        """Give a widget the room above the list."""
        self._column.insertWidget(0, widget)

    def update_findings(self) -> None:
        """Follow the review after an edit."""
        self._model.update()
        self._show_state()

    def set_calm(self, kind: str, text: str) -> None:
        """What to say when there is no finding; ``kind``: see ``bars.sign_colour``."""
        self._calm.say(kind, text)

    def step(self, by: int) -> bool:
        return self._list.step(by)

    def first_with_cells(self) -> Finding | None:
        """Choose the first finding that has cells to go to."""
        for row in range(self._model.rowCount()):
            if self._model.finding(row).cells:
                self._list.choose_row(row)
                return self._model.finding(row)
        return None

    def _show_state(self) -> None:
        count = self._model.rowCount()
        self._title.setText(self.tr("问题（{count}）").format(count=count) if count else self.tr("问题"))
        self._stack.setCurrentWidget(self._list if count else self._calm)
        self._list.setFocusPolicy(Qt.FocusPolicy.StrongFocus if count else Qt.FocusPolicy.NoFocus)


class _Calm(QWidget):
    """Stands where the list would be."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        space = sizes(self.fontMetrics())
        column = QVBoxLayout(self)
        column.setContentsMargins(space.margin, space.margin, space.margin, space.margin)
        self._sign = Sign("good", self, scale=2.4)
        self._text = QLabel(self, wordWrap=True, alignment=Qt.AlignmentFlag.AlignCenter)
        column.addStretch(2)
        column.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._text)
        column.addStretch(3)

    def say(self, kind: str, text: str) -> None:
        self._sign.set_kind(kind)
        self._text.setText(text)
