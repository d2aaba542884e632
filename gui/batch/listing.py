"""All files of a run as a table that is sorted and filtered where it stands: thousands of rows, no proxy."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable
from operator import attrgetter
from pathlib import Path
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from core.batch.record import Row
from gui.batch.columns import FILE, SEVERITY_OF, STATE, UNIT, columns
from gui.batch.entries import Choice, Entry, Live
from gui.crash import guarded
from gui.severities import severity_name

Index = QModelIndex | QPersistentModelIndex
# Roles as plain ints: comparing Qt's enums costs more than the answer.
DISPLAY = int(Qt.ItemDataRole.DisplayRole)
ALIGNMENT = int(Qt.ItemDataRole.TextAlignmentRole)
TOOL_TIP = int(Qt.ItemDataRole.ToolTipRole)
ACCESSIBLE = int(Qt.ItemDataRole.AccessibleTextRole)
ENTRY = int(Qt.ItemDataRole.UserRole) + 1
_CENTRE = int(Qt.AlignmentFlag.AlignCenter.value)
_LEFT = int((Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter).value)
_KEY = attrgetter("key")


class Listing(QAbstractTableModel):
    """changed: counts are other than before. tags, kinds: how many files there are of each.

    The rows shown are kept in rising order; falling order is only a way of looking at them.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: dict[Path, Entry] = {}
        self._shown: list[Entry] = []
        self._columns = columns(self._entries)
        self._by = UNIT
        self._is_falling = False
        self._roots: tuple[Path, ...] = ()
        self.choice = Choice()
        self.tags: Counter[str] = Counter()
        self.kinds: Counter[str] = Counter()

    # --- Qt's questions -----------------------------------------------------------------------------

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._columns)

    @guarded
    def data(self, index: Index, role: int = DISPLAY) -> Any:
        if not index.isValid():
            return None
        entry, column = self.entry(index.row()), self._columns[index.column()]
        if role == DISPLAY:
            return column.text(entry)
        if role == ENTRY:
            return entry
        if role == ALIGNMENT:
            return _CENTRE if column.is_centred else _LEFT
        if role == ACCESSIBLE:
            return f"{column.heading} {column.text(entry)}"
        if role == TOOL_TIP:
            return self._tool_tip(entry, index.column())
        return None

    def _tool_tip(self, entry: Entry, column: int) -> str | None:
        if column in SEVERITY_OF:
            return f"{severity_name(SEVERITY_OF[column])} {self._columns[column].text(entry) or 0}"
        return str(entry.path) if column == FILE else entry.row.error or None

    @guarded
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == DISPLAY:
            return self.heading(section)
        return None

    @guarded
    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self.layoutAboutToBeChanged.emit()
        old = self.persistentIndexList()
        held = [self.entry(index.row()) for index in old]
        self._by, self._is_falling = column, order == Qt.SortOrder.DescendingOrder
        self._arrange()
        new = [self.index(self.row_of(e.path), i.column()) for e, i in zip(held, old, strict=True)]
        self.changePersistentIndexList(old, new)
        self.layoutChanged.emit()

    # --- entries ------------------------------------------------------------------------------------

    def entry(self, row: int) -> Entry:
        return self._shown[-1 - row if self._is_falling else row]

    def find(self, path: Path) -> Entry | None:
        return self._entries.get(path)

    def row_of(self, path: Path) -> int:
        """Where a file is shown, -1 where it is not."""
        entry = self._entries.get(path)
        place = -1 if entry is None else self._place(entry)
        if place < 0:
            return -1
        return len(self._shown) - 1 - place if self._is_falling else place

    @property
    def rows(self) -> list[Row]:
        """Everything found, shown or not, by path."""
        return [self._entries[path].row for path in sorted(self._entries)]

    def heading(self, column: int) -> str:
        return self._columns[column].heading

    def words(self, column: int) -> tuple[str, ...]:
        """All that may stand in a column, where these are few."""
        return self._columns[column].words

    @property
    def column_ems(self) -> list[float]:
        return [column.ems for column in self._columns]

    # --- filling ------------------------------------------------------------------------------------

    def start(self, roots: Iterable[Path]) -> None:
        """Forget everything; paths are shown from these folders on."""
        self.beginResetModel()
        self._roots = tuple(roots)
        self._entries.clear()
        self._shown.clear()
        self.tags.clear()
        self.kinds.clear()
        self.endResetModel()
        self.changed.emit()

    def put(self, rows: Iterable[Row]) -> None:
        """Take in what was found; a file that is there already keeps its place."""
        for row in rows:
            entry = self._entries.get(row.path)
            if entry is None:
                entry = self._entries[row.path] = Entry(row, self._relative(row.path))
                self._count(entry, 1)
                self._show(entry)
            else:
                self._count(entry, -1)
                entry.take(row)
                self._count(entry, 1)
                self._move(entry)
        self.changed.emit()

    def follow(self, path: Path, live: Live | None) -> None:
        """How a report stands in the main window; None where it is no longer open there."""
        entry = self._entries.get(path)
        if entry is not None and entry.live != live:
            self._count(entry, -1)
            entry.live = live
            self._count(entry, 1)
            self._move(entry)
            self.changed.emit()

    def keep(self, paths: Iterable[Path]) -> None:
        """Forget files that are no longer among these."""
        for path in self._entries.keys() - set(paths):
            entry = self._entries[path]
            self._hide(entry)
            self._count(entry, -1)
            del self._entries[path]
        self.changed.emit()

    def choose(self, choice: Choice) -> None:
        """Show only those it takes."""
        if choice != self.choice:
            self.beginResetModel()
            self.choice = choice
            self._shown = [entry for entry in self._entries.values() if choice.takes(entry)]
            self._arrange()
            self.endResetModel()

    def _relative(self, path: Path) -> str:
        for root in self._roots:
            if path.is_relative_to(root) and path != root:
                return str(path.relative_to(root))
        return path.name

    def _count(self, entry: Entry, by: int) -> None:
        for tag in entry.tags:
            self.tags[tag] += by
        for kind in entry.kinds:
            self.kinds[kind] += by

    # --- places -------------------------------------------------------------------------------------

    def _key(self, entry: Entry) -> tuple[object, ...]:
        """The path tells apart what is otherwise equal, so that every entry has one place."""
        return self._columns[self._by].order(entry), entry.file, str(entry.path)

    def _arrange(self) -> None:
        for entry in self._entries.values():
            entry.key = self._key(entry)
        self._shown.sort(key=_KEY)

    def _place(self, entry: Entry) -> int:
        place = bisect_left(self._shown, entry.key, key=_KEY) if entry.key else len(self._shown)
        return place if place < len(self._shown) and self._shown[place] is entry else -1

    def _show(self, entry: Entry) -> None:
        if not self.choice.takes(entry):
            return
        entry.key = self._key(entry)
        place = bisect_left(self._shown, entry.key, key=_KEY)
        row = len(self._shown) - place if self._is_falling else place
        self.beginInsertRows(QModelIndex(), row, row)
        self._shown.insert(place, entry)
        self.endInsertRows()

    def _hide(self, entry: Entry) -> None:
        row = self.row_of(entry.path)
        if row >= 0:
            self.beginRemoveRows(QModelIndex(), row, row)
            del self._shown[self._place(entry)]
            self.endRemoveRows()
        entry.key = ()

    def _move(self, entry: Entry) -> None:
        """After a change: shown, hidden, or elsewhere."""
        row = self.row_of(entry.path)
        if row < 0 or not self.choice.takes(entry):
            self._hide(entry)
            self._show(entry)
            return
        if self._key(entry) != entry.key:
            self._carry(entry, row)
            row = self.row_of(entry.path)
        self.dataChanged.emit(self.index(row, 0), self.index(row, STATE))

    def _carry(self, entry: Entry, row: int) -> None:
        key, old = self._key(entry), self._place(entry)
        others = self._shown[:old] + self._shown[old + 1 :]
        place = bisect_left(others, key, key=_KEY)
        new = len(others) - place if self._is_falling else place
        is_moving = new != row
        if is_moving:
            self.beginMoveRows(QModelIndex(), row, row, QModelIndex(), new + (new > row))
        others.insert(place, entry)
        self._shown, entry.key = others, key
        if is_moving:
            self.endMoveRows()
