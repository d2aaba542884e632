"""Paints a finding: sign, name, place and sentence, wrapped to the list's width; and the groups' headings."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOption

from core.findings import Finding
from gui import icons
from gui.crash import guarded
from gui.problems.findings_model import Heading, Role
from gui.punctuation import unbroken
from gui.theme import Colours, colours, sizes
from gui.widgets.sign import sign_colour

Index = QModelIndex | QPersistentModelIndex
Option = Any
"""A QStyleOptionViewItem, whose fields PySide6's stubs do not know."""
_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
_ONE_LINE = Qt.TextFlag.TextSingleLine | Qt.AlignmentFlag.AlignVCenter


class FindingDelegate(QStyledItemDelegate):
    """The row is as high as its sentence needs; the chosen one has a frame, not only a colour.

    room_below: what unfolds below the sentence needs, for a row's number and width.
    """

    def __init__(self, view: QListView, room_below: Callable[[int, int], int]) -> None:
        super().__init__(view)
        self._view = view
        self._room_below = room_below
        self._heights: dict[tuple[str, int, str], int] = {}

    def sizeHint(self, _option: Option, index: Index) -> QSize:
        width = self._view.viewport().width()
        row, text = index.data(Role.ROW), index.data()
        return QSize(width, self.height(row, text, width) + self._room_below(index.row(), width))

    def height(self, row: object, text: str, width: int) -> int:
        """What a row with this text needs at this width; of every row whenever one changes."""
        if isinstance(row, Heading):
            metrics = self._view.fontMetrics()
            space = sizes(metrics)
            return metrics.height() + space.gap + space.gap // 2
        known = text, width, self._view.font().key()
        if known not in self._heights:
            self._heights[known] = self._own_height(unbroken(text), width, self._view.fontMetrics())
        return self._heights[known]

    def _own_height(self, text: str, width: int, metrics: QFontMetrics) -> int:
        space = sizes(metrics)
        available = max(space.em * 6, width - self.text_left() - space.wide_gap)
        wrapped = metrics.boundingRect(0, 0, available, 1 << 16, _WRAP, text)
        return wrapped.height() + metrics.height() + space.gap * 3

    def text_left(self) -> int:
        """Where the sentences begin."""
        space = sizes(self._view.fontMetrics())
        return space.wide_gap + round(space.em * 1.3) + space.gap

    @guarded
    def paint(self, painter: QPainter, option: Option, index: Index) -> None:
        row, palette = index.data(Role.ROW), colours(option.palette)
        painter.save()
        if isinstance(row, Heading):
            self._paint_heading(painter, option, row, str(index.data()))
        else:
            self._ground(painter, option, palette)
            self._paint_sign(painter, option, row, palette)
            self._texts(painter, option, index, palette)
        painter.restore()

    # --- a heading ------------------------------------------------------------------------------------

    def _paint_heading(self, painter: QPainter, option: Option, heading: Heading, text: str) -> None:
        palette, space = colours(option.palette), sizes(option.fontMetrics)
        painter.fillRect(option.rect, palette.section)
        arrow: Option = QStyleOption()
        side = round(space.em * 0.9)
        middle = option.rect.center().y() - side // 2
        arrow.rect = QRect(option.rect.left() + space.wide_gap, middle, side, side)
        arrow.palette = option.palette
        arrow.state = QStyle.StateFlag.State_Enabled
        element = QStyle.PrimitiveElement
        shape = element.PE_IndicatorArrowDown if heading.is_open else element.PE_IndicatorArrowRight
        self._view.style().drawPrimitive(shape, arrow, painter, self._view)
        painter.setFont(_bold(option.font))
        painter.setPen(sign_colour(heading.severity, palette))
        box = option.rect.adjusted(self.text_left(), 0, -space.wide_gap, 0)
        painter.drawText(box, _ONE_LINE | Qt.AlignmentFlag.AlignLeft, text)
        self._frame_current(painter, option, palette)

    def _frame_current(self, painter: QPainter, option: Option, palette: Colours) -> None:
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(palette.accent)
            painter.drawRect(option.rect.adjusted(0, 0, -1, -1))

    # --- a finding ------------------------------------------------------------------------------------

    def _paint_sign(self, painter: QPainter, option: Option, finding: Finding, palette: Colours) -> None:
        space = sizes(option.fontMetrics)
        colour, side = sign_colour(finding.severity, palette), round(space.em * 1.3)
        sign = icons.pixmap(finding.severity, colour, palette.paper, side, self._view.devicePixelRatioF())
        top = option.rect.top() + space.gap
        painter.drawPixmap(QPoint(option.rect.left() + space.wide_gap, top), sign)

    def _texts(self, painter: QPainter, option: Option, index: Index, palette: Colours) -> None:
        metrics: QFontMetrics = option.fontMetrics
        space = sizes(metrics)
        top, left = option.rect.top() + space.gap, option.rect.left() + self.text_left()
        line = QRect(left, top, option.rect.right() - left - space.wide_gap + 1, metrics.height())
        place = str(index.data(Role.PLACE) or "")
        painter.setPen(palette.quiet)
        painter.drawText(line, _ONE_LINE | Qt.AlignmentFlag.AlignRight, place)
        bold = _bold(option.font)
        room = line.width() - metrics.horizontalAdvance(place) - space.gap
        title = QFontMetrics(bold).elidedText(str(index.data(Role.TITLE)), Qt.TextElideMode.ElideRight, room)
        painter.setFont(bold)
        painter.setPen(palette.ink)
        painter.drawText(line, _ONE_LINE | Qt.AlignmentFlag.AlignLeft, title)
        painter.setFont(option.font)
        text = line.translated(0, metrics.height() + space.gap // 2)
        text.setHeight(option.rect.height())
        painter.drawText(text, _WRAP, unbroken(str(index.data())))

    def _ground(self, painter: QPainter, option: Option, palette: Colours) -> None:
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        is_under_mouse = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if is_chosen:
            painter.fillRect(option.rect, palette.selected)
            stroke = sizes(option.fontMetrics).stroke
            painter.fillRect(option.rect.adjusted(0, 0, stroke - option.rect.width(), 0), palette.accent)
        elif is_under_mouse:
            painter.fillRect(option.rect, option.palette.color(QPalette.ColorRole.AlternateBase))
        painter.setPen(palette.line)
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        if is_chosen:
            self._frame_current(painter, option, palette)


def _bold(font: QFont) -> QFont:
    bold = QFont(font)
    bold.setWeight(QFont.Weight.DemiBold)
    return bold
