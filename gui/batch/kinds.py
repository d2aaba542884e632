"""「按问题」: which kinds of problems there are, and how many reports have each."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QLabel,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QVBoxLayout,
    QWidget,
)

from core.batch.telling import kind_name
from core.catalogue import rules
from gui.crash import guarded
from gui.theme import colours, heading_font, sizes

Index = QModelIndex | QPersistentModelIndex
Option = Any
"""A QStyleOptionViewItem, whose fields PySide6's stubs do not know."""
_KIND = Qt.ItemDataRole.UserRole
_COUNT = Qt.ItemDataRole.UserRole + 1
_LINE = Qt.TextFlag.TextSingleLine | Qt.AlignmentFlag.AlignVCenter


class Kinds(QWidget):
    """「按问题」: each kind of check and how many reports have it. chosen: a kind, empty for all."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        space = sizes(self.fontMetrics())
        label = QLabel(self.tr("按问题(&K)"), self)
        label.setFont(heading_font(self.font()))
        label.setContentsMargins(space.wide_gap, space.gap, space.gap, space.gap)
        self.list = QListWidget(self)
        self.list.setFrameShape(QListWidget.Shape.NoFrame)
        self.list.setObjectName("batch_kinds")
        self.list.setAccessibleName(self.tr("按问题筛选"))
        self.list.setItemDelegate(_Delegate(self.list))
        self.list.setMouseTracking(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        label.setBuddy(self.list)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(label)
        column.addWidget(self.list, 1)
        self._shown: list[tuple[str, int]] = []
        self.list.currentItemChanged.connect(self._changed)
        self.show_counts({}, 0)

    @property
    def current(self) -> str:
        item = self.list.currentItem()
        return str(item.data(_KIND)) if item else ""

    def show_counts(self, counts: Mapping[str, int], total: int) -> None:
        """The most frequent first; what is chosen stays chosen even if no report has it any more."""
        kept = self.current
        rows = sorted(((k, n) for k, n in counts.items() if n or k == kept), key=lambda each: -each[1])
        wanted = [("", total), *rows]
        if wanted == self._shown:
            return
        self._shown = wanted
        self.list.blockSignals(True)
        self.list.clear()
        for kind, number in wanted:
            self._add(kind, number, kept)
        self.list.blockSignals(False)

    def _add(self, kind: str, number: int, kept: str) -> None:
        rule = rules().get(kind)
        name = rule.name if rule else kind or self.tr("全部报告")
        item = QListWidgetItem(name, self.list)
        item.setData(_KIND, kind)
        item.setData(_COUNT, number)
        said = self.tr("{name}：{number} 份报告")
        item.setToolTip(said.format(name=kind_name(kind) if kind else name, number=number))
        item.setData(Qt.ItemDataRole.AccessibleTextRole, said.format(name=name, number=number))
        if kind == kept:
            self.list.setCurrentItem(item)

    def _changed(self) -> None:
        self.chosen.emit(self.current)


class _Delegate(QStyledItemDelegate):
    """The name at the left, the number of reports at the right."""

    def sizeHint(self, option: Option, _index: Index) -> QSize:
        return QSize(0, option.fontMetrics.height() + sizes(option.fontMetrics).gap * 2)

    @guarded
    def paint(self, painter: QPainter, option: Option, index: Index) -> None:
        palette, space = colours(option.palette), sizes(option.fontMetrics)
        rect: QRect = option.rect
        painter.save()
        painter.setFont(option.font)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, palette.selected)
            painter.fillRect(rect.adjusted(0, 0, space.stroke - rect.width(), 0), palette.accent)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, palette.heading)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(palette.accent)
            painter.drawRect(rect.adjusted(0, 0, -1, -1))
        box = rect.adjusted(space.wide_gap, 0, -space.gap, 0)
        number = str(index.data(_COUNT))
        painter.setPen(palette.quiet)
        painter.drawText(box, _LINE | Qt.AlignmentFlag.AlignRight, number)
        box.setRight(box.right() - option.fontMetrics.horizontalAdvance(number) - space.gap)
        painter.setPen(palette.ink)
        name = option.fontMetrics.elidedText(str(index.data()), Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, _LINE | Qt.AlignmentFlag.AlignLeft, name)
        painter.restore()
