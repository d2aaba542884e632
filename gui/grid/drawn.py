"""A statutory table as Qt's views see it: boxes where the official form draws them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import product
from typing import Any, Literal

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from core.layout import Box, Drawing
from gui.crash import guarded
from gui.grid import years

ModelIndex = QModelIndex | QPersistentModelIndex
Verdict = Literal["", "advice", "warning", "odd", "wrong", "broken"]
"""What is wrong with a cell: nothing, 提示, 疑点, not a proper number, other than the text or last year's
report say, in an equation that does not hold.
"""

# Roles as plain ints: comparing Qt's enums costs more than the answer (performance.md §4).
DISPLAY = int(Qt.ItemDataRole.DisplayRole)
EDIT = int(Qt.ItemDataRole.EditRole)
ALIGNMENT = int(Qt.ItemDataRole.TextAlignmentRole)
TOOL_TIP = int(Qt.ItemDataRole.ToolTipRole)
ACCESSIBLE = int(Qt.ItemDataRole.AccessibleTextRole)
BOX = int(Qt.ItemDataRole.UserRole) + 1
"""The drawn box (``core.layout.Box``) that covers the place."""
CELL = BOX + 1
"""The cell id of a value, an empty string for a heading."""
LOOK = BOX + 2
"""How a value is to be drawn: ``Look``; None for a heading."""

_CENTRE = int(Qt.AlignmentFlag.AlignCenter.value)
_LEFT = int((Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter).value)
_ALIGNMENT = {"value": _CENTRE, "section": _CENTRE, "column": _CENTRE, "corner": _CENTRE, "row": _LEFT}


@dataclass(frozen=True, slots=True)
class Look:
    """Everything the painter of a value asks for, in one piece. before: last year's, where it is shown."""

    text: str
    verdict: Verdict = ""
    is_changed: bool = False
    is_locked: bool = False
    is_missing: bool = False
    before: years.Before | None = None


class DrawnModel(QAbstractTableModel):
    """What every table has in common, whatever its numbers are of; by itself it holds none."""

    def __init__(self, plan: Drawing, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.drawing = plan
        # A merged box answers for every place it covers: Qt asks those too when the cursor moves.
        self._grid = {place: box for box in plan.boxes for place in _covered(box)}
        self._places = {box.cell: (box.row, box.column) for box in plan.boxes if box.cell}
        self._data: dict[int, Callable[[Box], Any]] = {
            DISPLAY: self.text,
            ALIGNMENT: lambda box: _ALIGNMENT[box.role],
            BOX: lambda box: box,
            CELL: lambda box: box.cell,
            LOOK: lambda box: self.look(box.cell) if box.cell else None,
        }

    def rowCount(self, parent: ModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else self.drawing.rows

    def columnCount(self, parent: ModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else self.drawing.columns

    @guarded
    def data(self, index: ModelIndex, role: int = DISPLAY) -> Any:
        answer = self._data.get(role)
        box = self._grid.get((index.row(), index.column())) if answer else None
        return answer(box) if answer and box else None

    def cell_at(self, index: ModelIndex) -> str:
        """The value's cell id, empty for headings and outside the grid."""
        box = self._grid.get((index.row(), index.column())) if index.isValid() else None
        return box.cell if box else ""

    def index_of(self, cell: str) -> QModelIndex:
        """Where a cell is drawn; invalid if it belongs to another table."""
        place = self._places.get(cell)
        return self.index(*place) if place else QModelIndex()

    def box_of(self, cell: str) -> Box:
        return self._grid[self._places[cell]]

    def text(self, box: Box) -> str:
        """What is written in a box."""
        return box.text

    def longest(self, box: Box) -> str:
        """The longest text a box may have to show."""
        return self.text(box)

    def look(self, _cell: str) -> Look:
        """How a value is drawn."""
        return Look("")


def _covered(box: Box) -> Iterator[tuple[int, int]]:
    return product(range(box.row, box.row + box.row_span), range(box.column, box.column + box.column_span))
