"""The findings of a review as a list that follows every edit, keeping what stays in place.

They stand under a heading for each severity, which folds its group away.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from core.catalogue import rule_of
from core.findings import Finding, Severity
from core.review import Review
from core.wording import SEVERITIES
from gui.crash import guarded
from gui.severities import severity_name
from gui.where import place_of

Index = QModelIndex | QPersistentModelIndex
_MANY = 3
"""提示 beyond this number are folded away at first, where there is something graver to look at."""


@dataclass(frozen=True, slots=True)
class Heading:
    """The line above the findings of one severity. is_more: some of them are said on cards above."""

    severity: Severity
    count: int
    is_open: bool
    is_more: bool = False


Row = Heading | Finding
_Key = tuple[object, ...]


class Role(IntEnum):
    """ROW: the Heading or Finding itself. TITLE: a finding's check by name. PLACE: where it is."""

    ROW = Qt.ItemDataRole.UserRole
    TITLE = Qt.ItemDataRole.UserRole + 1
    PLACE = Qt.ItemDataRole.UserRole + 2


class FindingsModel(QAbstractListModel):
    """findings: those shown, folded away or not, in the review's order, errors first."""

    def __init__(self, review: Review, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._review = review
        self._rows: list[Row] = []
        self._keys: list[_Key] = []  # of the rows: what makes each the same as before
        self._folded: dict[Severity, bool] = {}
        self._is_more = False
        self.findings: Sequence[Finding] = ()

    # --- Qt's questions -----------------------------------------------------------------------------

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        can_choose = index.isValid() and isinstance(self._rows[index.row()], Finding)
        return super().flags(index) if can_choose else Qt.ItemFlag.ItemIsEnabled

    @guarded
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == Role.ROW:
            return row
        return self._of_heading(row, role) if isinstance(row, Heading) else self._of_finding(row, role)

    def _of_heading(self, heading: Heading, role: int) -> object:
        said = self.tr("另有{word} {count} 处") if heading.is_more else self.tr("{word} {count} 处")
        text = said.format(word=severity_name(heading.severity), count=heading.count)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return text
            case Qt.ItemDataRole.AccessibleTextRole:
                folded = self.tr("{heading}，已收起，按回车展开")
                return text if heading.is_open else folded.format(heading=text)
        return None

    def _of_finding(self, finding: Finding, role: int) -> object:
        message = self.sentence(finding)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return message
            case Qt.ItemDataRole.AccessibleTextRole:
                return self.tr("{word}：{message}").format(
                    word=severity_name(finding.severity), message=message
                )
            case Role.TITLE:
                rule = rule_of(finding.rule)
                return rule.name if rule is not None else severity_name(finding.severity)
            case Role.PLACE:
                return place_of(finding, self._review)
        return None

    # --- rows ---------------------------------------------------------------------------------------

    def row(self, number: int) -> Row:
        return self._rows[number]

    def sentence(self, finding: Finding) -> str:
        """What its row says."""
        return self._review.message(finding)

    def row_of(self, finding: Finding) -> int:
        """Where a finding stands, unfolding its group if need be; -1 if it is none of those shown."""
        if finding not in self.findings:
            return -1
        if finding not in self._rows:
            self._fold(finding.severity, False)
        return self._rows.index(finding)

    def place_of(self, number: int) -> int:
        """How many findings come before a row, folded ones among them."""
        above = [row for row in self._rows[: max(0, number)] if isinstance(row, Finding)]
        return self.findings.index(above[-1]) + 1 if above else 0

    def toggle(self, number: int) -> None:
        """Fold or unfold the group below a heading."""
        row = self._rows[number]
        if isinstance(row, Heading):
            self._fold(row.severity, row.is_open)

    def _fold(self, severity: Severity, is_folded: bool) -> None:
        self._folded[severity] = is_folded
        self._show(self._arranged())

    def show(self, findings: Iterable[Finding], *, is_more: bool = False) -> None:
        """Take over these findings. ``is_more``: other errors are said elsewhere."""
        self.findings, self._is_more = tuple(findings), is_more
        self._show(self._arranged())

    def _arranged(self) -> list[Row]:
        rows: list[Row] = []
        for severity in SEVERITIES:
            group = [finding for finding in self.findings if finding.severity == severity]
            if group:
                heading = self._heading(group[0].severity, len(group))
                rows += [heading, *(group if heading.is_open else ())]
        return rows

    def _heading(self, severity: Severity, count: int) -> Heading:
        is_long = severity == "advice" and _MANY < count < len(self.findings) + self._is_more
        is_open = not self._folded.get(severity, is_long)
        return Heading(severity, count, is_open, self._is_more and severity == "error")

    def _show(self, new: Sequence[Row]) -> None:
        """Rows that stay are kept, so that nothing jumps."""
        keys = [_key(row) for row in new]
        self._drop(frozenset(keys))
        self._insert(new, keys)
        if self._keys != keys:
            self.beginResetModel()
            self._rows, self._keys = list(new), keys
            self.endResetModel()
            return
        changed = [n for n, row in enumerate(new) if row is not self._rows[n] and row != self._rows[n]]
        self._rows = list(new)
        if changed:
            self.dataChanged.emit(self.index(changed[0]), self.index(changed[-1]))

    def _drop(self, kept: frozenset[_Key]) -> None:
        for number in reversed(range(len(self._rows))):
            if self._keys[number] not in kept:
                self.beginRemoveRows(QModelIndex(), number, number)
                del self._rows[number], self._keys[number]
                self.endRemoveRows()

    def _insert(self, new: Sequence[Row], keys: Sequence[_Key]) -> None:
        known = frozenset(self._keys)
        for number, (row, key) in enumerate(zip(new, keys, strict=True)):
            if key not in known and number <= len(self._rows):
                self.beginInsertRows(QModelIndex(), number, number)
                self._rows.insert(number, row)
                self._keys.insert(number, key)
                self.endInsertRows()


def _key(row: Row) -> _Key:
    if isinstance(row, Heading):
        return (row.severity,)
    begins = tuple((place.paragraph, place.start) for place in row.places)  # a number may grow by a digit
    return row.rule, row.table, row.cells, begins, row.detail if not (row.cells or row.places) else ""
