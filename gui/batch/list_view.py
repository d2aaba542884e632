"""The list on screen: one line a file, signs and colours for what was found; Enter or double click opens."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QTableView, QWidget

from gui import icons
from gui.batch.columns import FILE, SEVERITY_OF, STATE, UNIT
from gui.batch.entries import Entry
from gui.batch.listing import ENTRY, Listing
from gui.crash import guarded
from gui.theme import Colours, colours, sizes
from gui.widgets.rows import as_lines
from gui.widgets.sign import sign_colour

Index = QModelIndex | QPersistentModelIndex
Option = Any
"""A QStyleOptionViewItem, whose fields PySide6's stubs do not know."""
_SIGNS = {"unreadable": "error", "blank": "warning", "no_tables": "warning", "clean": "good"}
_LINE = Qt.TextFlag.TextSingleLine | Qt.AlignmentFlag.AlignVCenter


class ListView(QTableView):
    """chosen: the current file is another one, None if there is none. opened: a file is to be opened."""

    chosen = Signal(object)
    opened = Signal(object)

    def __init__(self, listing: Listing, parent: QWidget) -> None:
        super().__init__(parent)
        self._listing = listing
        self._wanted: Path | None = None
        self._is_fitting = False
        self._fits = True
        self.setObjectName("batch_list")
        self.setAccessibleName(self.tr("核对过的报告"))
        self.setModel(listing)
        self.setItemDelegate(_Delegate(self))
        self._set_up()
        self.doubleClicked.connect(lambda _index: self.open_current())
        listing.modelAboutToBeReset.connect(self._remember)
        listing.modelReset.connect(self._restore)

    def _set_up(self) -> None:
        as_lines(self)
        self.setMouseTracking(True)
        self.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        space = sizes(self.fontMetrics())
        header = self.horizontalHeader()
        header.setSectionsMovable(True)
        header.setMinimumSectionSize(space.em * 3)
        for column, ems in enumerate(self._listing.column_ems):
            said = [header.fontMetrics().horizontalAdvance(self._listing.heading(column)) + space.em]
            said += [
                self.fontMetrics().horizontalAdvance(word) + space.em for word in self._listing.words(column)
            ]
            header.resizeSection(column, max(round(space.em * ems), *said))
        header.setStretchLastSection(True)
        header.setAccessibleName(self.tr("列标题，单击排序"))
        header.sectionResized.connect(self._section_resized)
        self.setSortingEnabled(True)
        self.sortByColumn(UNIT, Qt.SortOrder.AscendingOrder)

    @property
    def current(self) -> Entry | None:
        index = self.currentIndex()
        return self._listing.entry(index.row()) if index.isValid() else None

    def open_current(self) -> None:
        """Enter or a double click."""
        if self.current is not None:
            self.opened.emit(self.current.path)

    def show_path(self, path: Path) -> bool:
        """Make a file current; False where it is not shown."""
        row = self._listing.row_of(path)
        if row >= 0:
            self.selectRow(row)
            self.scrollTo(self._listing.index(row, UNIT))
        return row >= 0

    # --- widths ---------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Unit and file share what room there is, until the clerk has set a width by hand."""
        super().resizeEvent(event)
        if self._fits:
            header, ems = self.horizontalHeader(), self._listing.column_ems
            em = sizes(self.fontMetrics()).em
            others = sum(header.sectionSize(n) for n in range(len(ems)) if n not in (UNIT, FILE))
            share = (self.viewport().width() - others) * ems[UNIT] / (ems[UNIT] + ems[FILE])
            self._is_fitting = True
            header.resizeSection(UNIT, round(max(em * ems[UNIT], share)))
            self._is_fitting = False

    def _section_resized(self, section: int) -> None:
        self._fits = self._fits and (self._is_fitting or section == FILE)

    # --- what others change -------------------------------------------------------------------------

    def _remember(self) -> None:
        self._wanted = self.current.path if self.current else None

    def _restore(self) -> None:
        if self._wanted is None or not self.show_path(self._wanted):
            self.chosen.emit(None)

    @guarded
    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.chosen.emit(self.current)

    # --- keys ---------------------------------------------------------------------------------------

    @guarded
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.open_current()
            event.accept()
        elif event.key() == Qt.Key.Key_Home and self._listing.rowCount():
            self.selectRow(0)
        elif event.key() == Qt.Key.Key_End and self._listing.rowCount():
            self.selectRow(self._listing.rowCount() - 1)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: Any) -> None:
        if not self.currentIndex().isValid() and self._listing.rowCount():
            self.selectRow(0)
        super().focusInEvent(event)


class _Delegate(QStyledItemDelegate):
    """A sign before the unit, coloured counts, everything else plain."""

    def __init__(self, view: QTableView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: Option, _index: Index) -> QSize:
        return QSize(0, option.fontMetrics.height())

    @guarded
    def paint(self, painter: QPainter, option: Option, index: Index) -> None:
        palette, space = colours(option.palette), sizes(option.fontMetrics)
        entry: Entry = index.data(ENTRY)
        painter.save()
        self._ground(painter, option, index, palette)
        box = option.rect.adjusted(space.pad, 0, -space.pad, 0)
        column = index.column()
        if column == UNIT:
            box = self._sign(painter, box, entry, palette)
        painter.setFont(option.font)
        painter.setPen(palette.ink)
        if column in SEVERITY_OF:
            if entry.counts[column - min(SEVERITY_OF)]:
                painter.setPen(sign_colour(SEVERITY_OF[column], palette))
                painter.setFont(_bold(option.font))
        elif column == FILE or (column == UNIT and not entry.row.unit):
            painter.setPen(palette.quiet)
        elif column == STATE:
            painter.setPen(_state_ink(entry, palette))
        is_left = column in (UNIT, FILE)
        elide = Qt.TextElideMode.ElideMiddle if column == FILE else Qt.TextElideMode.ElideRight
        text = painter.fontMetrics().elidedText(str(index.data()), elide, box.width())
        side = Qt.AlignmentFlag.AlignLeft if is_left else Qt.AlignmentFlag.AlignHCenter
        painter.drawText(box, _LINE | side, text)
        painter.restore()

    def _ground(self, painter: QPainter, option: Option, index: Index, palette: Colours) -> None:
        rect: QRect = option.rect
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.fillRect(rect, palette.paper)  # over the style's own ground, on which no colour can be read
        if is_chosen:
            painter.fillRect(rect, palette.selected)
            if self._view.horizontalHeader().visualIndex(index.column()) == 0:
                stroke = sizes(option.fontMetrics).stroke
                painter.fillRect(rect.adjusted(0, 0, stroke - rect.width(), 0), palette.accent)
        painter.setPen(palette.line)
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if is_chosen and self._view.hasFocus():
            painter.setPen(palette.accent)
            painter.drawLine(rect.topLeft(), rect.topRight())
            painter.drawLine(rect.bottomLeft(), rect.bottomRight())

    def _sign(self, painter: QPainter, box: QRect, entry: Entry, palette: Colours) -> QRect:
        space = sizes(self._view.fontMetrics())
        tag = entry.tags[1]
        name = _SIGNS.get(tag, tag)
        side = round(space.em * 1.2)
        place = QPoint(box.left(), box.center().y() - side // 2 + 1)
        colour = sign_colour(name, palette)
        sign = icons.pixmap(name, colour, palette.paper, side, self._view.devicePixelRatioF())
        painter.drawPixmap(place, sign)
        return box.adjusted(side + space.gap, 0, 0, 0)


def _state_ink(entry: Entry, palette: Colours) -> Any:
    if entry.live is not None:
        return palette.good if entry.live.doing == "saved" else palette.changed
    return palette.quiet if entry.row.state == "checked" else palette.warning


def _bold(font: QFont) -> QFont:
    bold = QFont(font)
    bold.setWeight(QFont.Weight.DemiBold)
    return bold
