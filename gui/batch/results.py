"""Results about all reports together as plain tables: groups to choose from, rows that lead to reports."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from gui.batch.choosing import ChoiceButton
from gui.crash import guarded
from gui.theme import sizes
from gui.widgets.bars import BarStack, Deed, MessageBar
from gui.widgets.labels import quiet
from gui.widgets.rows import as_lines

Index = QModelIndex | QPersistentModelIndex
_CENTRE = int(Qt.AlignmentFlag.AlignCenter.value)
_LEFT = int((Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter).value)
_STALE = "stale"


@dataclass(frozen=True, slots=True)
class Head:
    """A column. ems: usual width."""

    name: str
    ems: float
    is_centred: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A row. group: under which it is counted. paths: reports it is about."""

    cells: tuple[str, ...]
    group: str = ""
    paths: tuple[Path, ...] = ()


class _Model(QAbstractTableModel):
    def __init__(self, heads: Sequence[Head], parent: QObject) -> None:
        super().__init__(parent)
        self._heads = heads
        self.lines: Sequence[Line] = ()

    def show(self, lines: Sequence[Line]) -> None:
        self.beginResetModel()
        self.lines = lines
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._heads)

    @guarded
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self.lines[index.row()].cells[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _CENTRE if self._heads[index.column()].is_centred else _LEFT
        return None

    @guarded
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        is_head = orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        return self._heads[section].name if is_head else None


class Table(QTableView):
    """chosen: the number of the current line. opened: a line by Enter or double click."""

    chosen = Signal(int)
    opened = Signal(object)

    def __init__(self, name: str, heads: Sequence[Head], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._model = _Model(heads, self)
        self.setModel(self._model)
        as_lines(self)
        self.setAlternatingRowColors(True)
        space = sizes(self.fontMetrics())
        header = self.horizontalHeader()
        for column, head in enumerate(heads):
            header.resizeSection(column, round(space.em * head.ems))
        header.setStretchLastSection(True)
        self.doubleClicked.connect(self._open)

    @property
    def lines(self) -> Sequence[Line]:
        return self._model.lines

    def show_lines(self, lines: Sequence[Line]) -> None:
        self._model.show(lines)
        if lines:
            self.selectRow(0)

    def _open(self, index: Index) -> None:
        if index.isValid():
            self.opened.emit(self.lines[index.row()])

    @guarded
    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid():
            self.chosen.emit(current.row())

    @guarded
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
            event.accept()
        else:
            super().keyPressEvent(event)


class ResultPage(QWidget):
    """What all kinds of results have. path_wanted: a report is to be shown in the list.

    renew: works the result out anew.
    """

    path_wanted = Signal(object)

    def __init__(self, renew: Callable[[], None], parent: QWidget) -> None:
        super().__init__(parent)
        self._renew = renew
        self.bars = BarStack(self)
        self.note = quiet(QLabel(self, wordWrap=True, textFormat=Qt.TextFormat.PlainText))
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self.column.addWidget(self.bars)
        self.column.addWidget(self.note)
        space = sizes(self.fontMetrics())
        self.note.setContentsMargins(space.wide_gap, space.gap, space.wide_gap, space.gap)

    def say(self, text: str) -> None:
        """What the result is, in one sentence."""
        self.note.setText(text)

    def mark_stale(self) -> None:
        """Reports have changed since."""
        text = self.tr("有的报告后来改过，这里还是改之前的结果。")
        deed = Deed(self.tr("重新计算"), self._renew)
        self.bars.show_bar(_STALE, MessageBar("advice", text, (deed,), self.bars))

    def mark_fresh(self) -> None:
        self.bars.remove(_STALE)

    def go(self, line: Line) -> None:
        """To the first report a line is about."""
        for path in line.paths[:1]:
            self.path_wanted.emit(path)


class GroupedPage(ResultPage):
    """A table with a button for each group of lines."""

    def __init__(self, name: str, heads: Sequence[Head], renew: Callable[[], None], parent: QWidget) -> None:
        super().__init__(renew, parent)
        space = sizes(self.fontMetrics())
        self._lines: Sequence[Line] = ()
        self.table = Table(name, heads, self)
        self.table.opened.connect(self.go)
        self._row = QHBoxLayout()
        self._row.setContentsMargins(space.wide_gap, 0, space.wide_gap, space.gap)
        self._row.setSpacing(max(2, space.gap // 2))
        self._row.addStretch(1)
        self._group = QButtonGroup(self)
        self.buttons: list[QPushButton] = []
        self.column.addLayout(self._row)
        self.column.addWidget(self.table, 1)

    def show_lines(self, lines: Sequence[Line], groups: Sequence[str]) -> None:
        """groups: all there can be, in their order; each is named with its count."""
        self._lines = lines
        counts = Counter(line.group for line in lines)
        for button in self.buttons:
            self._group.removeButton(button)
            self._row.removeWidget(button)
            button.deleteLater()
        self.buttons = []
        for group in ("", *groups):
            self._add(group, counts[group] if group else len(lines))
        self.buttons[0].setChecked(True)
        self.table.show_lines(lines)

    def _add(self, group: str, count: int) -> None:
        text = self.tr("{name} {count}").format(name=group or self.tr("全部"), count=count)
        button = ChoiceButton(text, self)
        button.setEnabled(bool(count) or not group)
        button.clicked.connect(lambda _checked=False: self._choose(group))
        self._group.addButton(button)
        self._row.insertWidget(len(self.buttons), button)
        self.buttons.append(button)

    def _choose(self, group: str) -> None:
        self.table.show_lines([line for line in self._lines if not group or line.group == group])
