"""查看 › 改动对照: every change of the sitting, before and after, with the reason; to print, file, go to."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QShowEvent
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

from core.export.changes import changes_page
from core.export.difference import changes
from core.review import Review
from gui.commands import reasons
from gui.theme import colours, heading_font, sizes
from gui.widgets.fitted import RoomyDelegate
from gui.widgets.labels import quiet
from gui.window.exporting import Exporter
from gui.window.report_page import ReportPage

_PLACE, _OLD, _NEW, _WHY = range(4)
_SHARES = {_PLACE: 0.34, _OLD: 0.16, _NEW: 0.16}


def compare(page: ReportPage, exporter: Exporter) -> None:
    """Show the changes of this report."""
    why = reasons(page.stack)
    dialog = ComparisonDialog(page.review, why, page.window())

    def put_on_paper() -> None:
        html = changes_page(page.review, datetime.now(), why, style="print").decode()
        title = QCoreApplication.translate("Compare", "打印改动对照")
        sent = QCoreApplication.translate("Compare", "改动对照已送去打印")
        page.talk.print_page(dialog, title, html, lambda: page.message.emit(sent))

    dialog.go_wanted.connect(lambda id_: page.table_tabs.show_id(id_, is_going=True))
    dialog.export_wanted.connect(lambda: exporter.export(page, "changes"))
    dialog.print_wanted.connect(put_on_paper)
    dialog.open()


class ComparisonDialog(QDialog):
    """go_wanted: the id of the cell or paragraph to go to; the dialog has closed then."""

    go_wanted = Signal(str)
    print_wanted = Signal()
    export_wanted = Signal()

    def __init__(self, review: Review, why: dict[str, str], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("comparison")
        self.setWindowTitle(self.tr("改动对照"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._ids = tuple(review.changes)
        self.table = self._table(review, why)
        space = sizes(self.fontMetrics())
        many, none = self.tr("共改动 {count} 处"), self.tr("还没有改动，与打开时的文件一样")
        head = QLabel((many if self._ids else none).format(count=len(self._ids)), self)
        head.setFont(heading_font(self.font()))
        column = QVBoxLayout(self)
        column.setContentsMargins(space.margin, space.margin, space.margin, space.margin)
        column.setSpacing(space.gap)
        column.addWidget(head)
        column.addWidget(quiet(QLabel(self.tr("双击一行，或按回车，转到报告里那一处。"), self)))
        column.addWidget(self.table, 1)
        column.addWidget(self._buttons())
        room = parent.size()
        self.resize(min(space.em * 76, room.width() - space.em * 4), min(space.em * 36, room.height()))
        self.table.setFocus()

    def _table(self, review: Review, why: dict[str, str]) -> QTableWidget:
        heads = (self.tr("位置"), self.tr("改前"), self.tr("改后"), self.tr("为什么改"))
        table = QTableWidget(len(self._ids), len(heads), self)
        table.setHorizontalHeaderLabels(heads)
        table.verticalHeader().hide()
        table.setAccessibleName(self.tr("改动"))
        table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        table.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
        table.setTabKeyNavigation(False)
        table.setAlternatingRowColors(True)
        table.setShowGrid(False)
        table.setItemDelegate(RoomyDelegate(table))
        typed = self.tr("手工改")
        look = colours(self.palette())
        bold = QFont(self.font())
        bold.setBold(True)
        for row, (id_, change) in enumerate(zip(self._ids, changes(review, why), strict=True)):
            for column, text in enumerate((review.name_of(id_), change.old, change.new, change.why or typed)):
                item = QTableWidgetItem(text)
                if column in (_OLD, _NEW):
                    item.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
                if column == _OLD:
                    item.setForeground(look.quiet)
                if column == _NEW:
                    item.setFont(bold)
                table.setItem(row, column, item)
        table.horizontalHeader().setHighlightSections(False)
        table.horizontalHeader().setStretchLastSection(True)
        verticals = table.verticalHeader()
        verticals.setMinimumSectionSize(round(self.fontMetrics().height() * 1.9))
        verticals.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        if self._ids:
            table.selectRow(0)
        table.cellDoubleClicked.connect(self._go)
        return table

    def _buttons(self) -> QDialogButtonBox:
        box = QDialogButtonBox(self)
        self.go = QPushButton(self.tr("转到(&G)"), self)
        self.print = QPushButton(self.tr("打印(&P)…"), self, autoDefault=False)
        self.export = QPushButton(self.tr("导出(&E)…"), self, autoDefault=False)
        self.close_button = QPushButton(self.tr("关闭"), self, autoDefault=False)
        for button in (self.print, self.export):
            box.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
        box.addButton(self.go, QDialogButtonBox.ButtonRole.ActionRole)
        box.addButton(self.close_button, QDialogButtonBox.ButtonRole.RejectRole)
        for button in (self.print, self.export, self.go):
            button.setEnabled(bool(self._ids))
        self.go.setDefault(True)
        self.go.clicked.connect(lambda: self._go(self.table.currentRow()))
        self.print.clicked.connect(self.print_wanted)
        self.export.clicked.connect(self.export_wanted)
        box.rejected.connect(self.reject)
        return box

    def showEvent(self, event: QShowEvent) -> None:
        """Room for the place and the reason; the two versions side by side, equally wide."""
        super().showEvent(event)
        width = self.table.viewport().width()
        for column, share in _SHARES.items():
            self.table.setColumnWidth(column, round(width * share))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.table.hasFocus():
            self._go(self.table.currentRow())
        else:
            super().keyPressEvent(event)

    def _go(self, row: int, _column: int = 0) -> None:
        if 0 <= row < len(self._ids):
            self.accept()
            self.go_wanted.emit(self._ids[row])
