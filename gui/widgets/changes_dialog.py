"""What a helper would change, place by place, before it is done."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from gui.theme import sizes
from gui.widgets.labels import quiet

Row = tuple[str, str, str]
"""Where, what stands there, what will stand there."""


class ChangesDialog(QDialog):
    """Accepted: do it."""

    def __init__(self, title: str, advice: str, rows: Sequence[Row], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("changes")
        self.setWindowTitle(title)
        space = sizes(self.fontMetrics())
        column = QVBoxLayout(self)
        column.setContentsMargins(space.margin, space.margin, space.margin, space.margin)
        column.setSpacing(space.gap)
        column.addWidget(QLabel(self.tr("将改写 {count} 处：").format(count=len(rows)), self))
        self.table = self._table(rows)
        column.addWidget(self.table, 1)
        column.addWidget(quiet(QLabel(advice, self, wordWrap=True)))
        box = QDialogButtonBox(self)
        self.confirm = QPushButton(self.tr("改写"), self)
        box.addButton(self.confirm, QDialogButtonBox.ButtonRole.AcceptRole)
        box.addButton(self.tr("取消"), QDialogButtonBox.ButtonRole.RejectRole)
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        column.addWidget(box)
        self.confirm.setDefault(True)
        self.confirm.setFocus()
        height = min(len(rows), 12) * round(self.fontMetrics().height() * 1.8)
        self.resize(space.em * 48, height + space.em * 14)

    def _table(self, rows: Sequence[Row]) -> QTableWidget:
        table = QTableWidget(len(rows), 3, self)
        table.setHorizontalHeaderLabels([self.tr("位置"), self.tr("现为"), self.tr("改为")])
        table.verticalHeader().hide()
        table.setAccessibleName(self.tr("要改写的地方"))
        table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        table.setTabKeyNavigation(False)
        for number, row in enumerate(rows):
            for column, text in enumerate(row):
                item = QTableWidgetItem(text)
                if column:
                    item.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
                table.setItem(number, column, item)
        header = table.horizontalHeader()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        return table
