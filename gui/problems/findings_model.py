"""The findings of a review as a list that follows every edit, keeping what stays in place."""

from collections.abc import Iterable
from enum import IntEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from core.findings import Finding
from core.review import Review
from core.wording import SEVERITIES
from gui.crash import guarded

Index = QModelIndex | QPersistentModelIndex


class Role(IntEnum):
    """FINDING: the Finding itself. SEVERITY: its id. WORD: 必改, 疑点 or 提示."""

    FINDING = Qt.ItemDataRole.UserRole
    SEVERITY = Qt.ItemDataRole.UserRole + 1
    WORD = Qt.ItemDataRole.UserRole + 2


class FindingsModel(QAbstractListModel):
    """Rows are the findings shown, in the review's order, errors first."""

    def __init__(self, review: Review, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._review = review
        self._findings: list[Finding] = []

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._findings)

    @guarded
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        finding = self._findings[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._review.message(finding)
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{SEVERITIES[finding.severity]}：{self._review.message(finding)}"
            case Role.FINDING:
                return finding
            case Role.SEVERITY:
                return finding.severity
            case Role.WORD:
                return SEVERITIES[finding.severity]
        return None

    def finding(self, row: int) -> Finding:
        return self._findings[row]

    def show(self, findings: Iterable[Finding]) -> None:
        """Take over these findings; rows that stay are kept, so that nothing jumps."""
        new = list(findings)
        if new == self._findings:
            return
        self._drop(new)
        self._insert(new)
        if [_key(f) for f in self._findings] != [_key(f) for f in new]:
            self.beginResetModel()
            self._findings = new
            self.endResetModel()
            return
        for row, finding in enumerate(new):
            if finding != self._findings[row]:
                self._findings[row] = finding
                self.dataChanged.emit(self.index(row), self.index(row))

    def _drop(self, new: Iterable[Finding]) -> None:
        kept = {_key(finding) for finding in new}
        for row in reversed(range(len(self._findings))):
            if _key(self._findings[row]) not in kept:
                self.beginRemoveRows(QModelIndex(), row, row)
                del self._findings[row]
                self.endRemoveRows()

    def _insert(self, new: Iterable[Finding]) -> None:
        known = {_key(finding) for finding in self._findings}
        for row, finding in enumerate(new):
            if _key(finding) not in known and row <= len(self._findings):
                self.beginInsertRows(QModelIndex(), row, row)
                self._findings.insert(row, finding)
                self.endInsertRows()


def _key(finding: Finding) -> tuple[str, str, tuple[str, ...]]:
    return finding.rule, finding.table, finding.cells
