"""What of the list is shown: chips with counts, a search box."""

from collections.abc import Mapping

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from gui.batch.entries import ALL
from gui.crash import guarded
from gui.theme import colours, sizes
from gui.widgets.labels import paint_focus

_CHIPS = {
    ALL: str(QT_TRANSLATE_NOOP("Chips", "全部")),
    "error": str(QT_TRANSLATE_NOOP("Chips", "必改")),
    "warning": str(QT_TRANSLATE_NOOP("Chips", "疑点")),
    "advice": str(QT_TRANSLATE_NOOP("Chips", "提示")),
    "clean": str(QT_TRANSLATE_NOOP("Chips", "没有问题")),
    "blank": str(QT_TRANSLATE_NOOP("Chips", "表格空白")),
    "no_tables": str(QT_TRANSLATE_NOOP("Chips", "没有法定表格")),
    "unreadable": str(QT_TRANSLATE_NOOP("Chips", "打不开")),
}
_ALWAYS = (ALL, "error", "warning", "clean")
_KIND = Qt.ItemDataRole.UserRole


class ChoiceButton(QPushButton):
    """One of several; the chosen one is underlined, since dark schemes hardly show a button pressed."""

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(text, parent, autoDefault=False)
        self.setCheckable(True)

    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.isChecked():
            stroke = sizes(self.fontMetrics()).stroke
            with QPainter(self) as painter:
                below = self.rect().adjusted(stroke * 2, 0, -stroke * 2, -1)
                below.setTop(below.bottom() - stroke + 1)
                painter.fillRect(below, colours(self.palette()).accent)
        paint_focus(self)


class Chip(ChoiceButton):
    """One choice, with the number of files it shows."""

    def __init__(self, tag: str, parent: QWidget) -> None:
        super().__init__("", parent)
        self.tag = tag
        self.setObjectName(f"chip_{tag}")

    def count(self, number: int) -> None:
        name = QCoreApplication.translate("Chips", _CHIPS[self.tag])
        self.setText(self.tr("{name} {number}").format(name=name, number=number))
        self.setAccessibleName(self.tr("{name}，{number} 份").format(name=name, number=number))


class Chips(QWidget):
    """chosen: the tag of another choice."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("按情况筛选"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(max(2, sizes(self.fontMetrics()).gap // 2))
        group = QButtonGroup(self)
        self.chips = {tag: Chip(tag, self) for tag in _CHIPS}
        for chip in self.chips.values():
            group.addButton(chip)
            row.addWidget(chip)
            chip.clicked.connect(lambda _checked=False, tag=chip.tag: self.chosen.emit(tag))
        self.chips[ALL].setChecked(True)
        self.show_counts({})

    @property
    def current(self) -> str:
        return next(tag for tag, chip in self.chips.items() if chip.isChecked())

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """What there is none of is not offered, but for the usual ones and the one that is chosen."""
        for tag, chip in self.chips.items():
            chip.count(counts.get(tag, 0))
            chip.setVisible(bool(counts.get(tag)) or tag in _ALWAYS or chip.isChecked())

    def choose(self, tag: str) -> None:
        self.chips[tag].setChecked(True)
        self.chosen.emit(tag)


class SearchBox(QLineEdit):
    """Esc empties it; Down and Enter leave for the list."""

    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, clearButtonEnabled=True)
        self.setObjectName("batch_search")
        self.setPlaceholderText(self.tr("查找单位或文件（Ctrl+F）"))
        self.setAccessibleName(self.tr("查找单位或文件"))
        self.setMinimumWidth(sizes(self.fontMetrics()).em * 10)
        self.setMaximumWidth(sizes(self.fontMetrics()).em * 22)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def words(self) -> tuple[str, ...]:
        return tuple(self.text().lower().split())

    @guarded
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left.emit()
        else:
            super().keyPressEvent(event)
