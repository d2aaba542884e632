"""How the pieces of the form are drawn: grid lines, headings, values and the marks on them.

Marks are drawn, not taken from a font, so that they look the same everywhere and in black and white.
"""

import re
from functools import lru_cache

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetrics, QPainter, QPen, QPolygon, QPolygonF

from core.layout import Box
from gui.theme import Colours, Sizes

_WRAP = int(Qt.TextFlag.TextWordWrap.value)
_CENTRE = int(Qt.AlignmentFlag.AlignCenter.value)
_LEFT = int((Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter).value)
_PAUSES = re.compile(r"、|，|.(?=（)", re.DOTALL)
_NUMBERING = re.compile(r"（[一二三四五六七八九十]）")


def paint_lines(painter: QPainter, rect: QRect, box: Box, colour: QColor) -> None:
    """The box's right and lower line; the outer ones too where the form begins.

    One device pixel, up to the next box: crisp and closed at 125 % and 150 % too.
    """
    pixel = 1 / painter.device().devicePixelRatioF()
    area = QRectF(rect)
    lines = [
        QRectF(area.left(), area.bottom() - pixel, area.width(), pixel),
        QRectF(area.right() - pixel, area.top(), pixel, area.height()),
    ]
    if box.row == 0:
        lines.append(QRectF(area.left(), area.top(), area.width(), pixel))
    if box.column == 0:
        lines.append(QRectF(area.left(), area.top(), pixel, area.height()))
    for line in lines:
        painter.fillRect(line, colour)


def heading_text(box: Box) -> str:
    """The label; a group's number stands on its own line, as the official form breaks it."""
    numbering = _NUMBERING.match(box.text) if box.row_span > 1 and box.role == "row" else None
    return f"{numbering[0]}\n{box.text[numbering.end() :]}" if numbering else box.text


def heading_alignment(box: Box) -> int:
    """Row labels start at the left, groups over several rows and column headings are centred."""
    return _LEFT if box.role == "row" and box.row_span == 1 else _CENTRE


def heading_rect(box: Box, rect: QRect, sizes: Sizes) -> QRect:
    """Where a label's text goes in its box."""
    side = sizes.pad if heading_alignment(box) == _LEFT else max(1, sizes.pad // 3)
    return rect.adjusted(side, 0, -side, 0)


def paint_heading(
    painter: QPainter, rect: QRect, box: Box, colours: Colours, sizes: Sizes, *, seen: QRect, current: bool
) -> None:
    """A heading. ``seen``: the part on screen, where its text stays while the rest scrolls away."""
    ground = colours.section if box.role == "section" else colours.heading
    painter.fillRect(rect, colours.heading_current if current else ground)
    paint_lines(painter, rect, box, colours.line)
    painter.setPen(colours.quiet if box.role == "corner" and box.row_span > 1 else colours.ink)
    area = heading_rect(box, rect, sizes)
    text, width = wrapped(heading_text(box), area.width(), painter.font().toString())
    if box.row_span > 1:
        area = _in_sight(area, seen, painter.fontMetrics().height() * (text.count("\n") + 1))
    spare = area.width() - width
    area.adjust(
        *((spare // 2, 0, -(spare // 2), 0) if heading_alignment(box) == _CENTRE else (0, 0, -spare, 0))
    )
    flags = heading_alignment(box) | _WRAP | int(Qt.TextFlag.TextDontClip.value)
    painter.save()
    painter.setClipRect(rect)
    painter.drawText(area, flags, text)
    painter.restore()


def _in_sight(area: QRect, seen: QRect, needed: int) -> QRect:
    """The part of a scrolled heading that is on screen, if its text has room there."""
    part = area.intersected(seen)
    return part if part.height() >= needed else area


@lru_cache(maxsize=2048)
def wrapped(text: str, width: int, font: str) -> tuple[str, int]:
    """The text with the break a typesetter would choose, and the least width for as few lines.

    A line ends after 、 or before a remark in brackets where that costs no line.
    """
    description = QFont()
    description.fromString(font)
    metrics = QFontMetrics(description)

    def height(shown: str, room: int) -> int:
        return metrics.boundingRect(QRect(0, 0, room, 1 << 14), _WRAP, shown).height()

    goal = height(text, width)
    if goal > metrics.height() and "\n" not in text:
        broken = (text[:at] + "\n" + text[at:] for at in _breaks(text))
        text = next((b for b in broken if height(b, width) <= goal), text)
    least, most = 1, max(1, width)
    while least < most:
        middle = (least + most) // 2
        least, most = (least, middle) if height(text, middle) <= goal else (middle + 1, most)
    return text, most


def _breaks(text: str) -> list[int]:
    """Good places for a line to end, those nearest the middle first."""
    places = [match.end() for match in _PAUSES.finditer(text)]
    return sorted(places, key=lambda at: abs(at - len(text) / 2))


def paint_missing(painter: QPainter, rect: QRect, colours: Colours) -> None:
    """A cell that the document does not have: hatched."""
    painter.fillRect(rect, colours.heading)
    painter.fillRect(rect, QBrush(colours.missing, Qt.BrushStyle.BDiagPattern))


def paint_broken_mark(painter: QPainter, rect: QRect, colour: QColor, size: int, *, filled: bool) -> None:
    """A triangle in the upper left corner; hollow where it is only a doubt."""
    corner = rect.topLeft() + QPoint(1, 1) * (0 if filled else 1)
    triangle = QPolygon([corner, corner + QPoint(size, 0), corner + QPoint(0, size)])
    painter.setPen(QPen(colour, 0))
    painter.setBrush(QBrush(colour) if filled else QBrush(Qt.BrushStyle.NoBrush))
    painter.drawPolygon(triangle)


def paint_changed_mark(painter: QPainter, rect: QRect, colour: QColor, size: int) -> None:
    """A small disc in the upper right corner."""
    size = max(4, round(size * 0.7))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawEllipse(rect.right() - size - 2, rect.top() + 3, size, size)
    painter.restore()


def paint_wave(painter: QPainter, rect: QRect, colour: QColor, width: int, metrics: QFontMetrics) -> None:
    """The wavy line of a spelling check, below a text that is not a number."""
    width = min(max(width, metrics.height()), rect.width() - 4)
    left = rect.center().x() - width / 2
    base = min(rect.center().y() + metrics.height() / 2 - 1, rect.bottom() - 2)
    step = 2.0
    points = [QPointF(left + n * step, base + (n % 2) * step - step) for n in range(int(width / step) + 1)]
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, 1.2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(QPolygonF(points))
    painter.restore()


def paint_frame(painter: QPainter, rect: QRect, colour: QColor, stroke: int, style: Qt.PenStyle) -> None:
    """A frame just inside a rectangle that includes its right and lower grid line."""
    inset = stroke // 2
    painter.setBrush(Qt.BrushStyle.NoBrush)
    pen = QPen(colour, stroke, style)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    painter.setPen(pen)
    painter.drawRect(rect.adjusted(inset, inset, -inset - (stroke + 1) % 2, -inset - (stroke + 1) % 2))


def bold(font: QFont) -> QFont:
    new = QFont(font)
    new.setBold(True)
    return new
