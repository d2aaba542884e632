"""How the text's marks are drawn: what a colour says is also said by the kind of line and a sign beside."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF, QTextBlock

from core.findings import Finding, Severity
from gui import icons
from gui.text.spots import Spot
from gui.theme import Colours, Sizes, mix
from gui.widgets.sign import sign_colour

_TINT = 0.08


def stretch_rects(block: QTextBlock, origin: QPointF, start: int, end: int) -> list[QRectF]:
    """Where a stretch of a block lies, one rectangle a line. ``origin``: where the block lies."""
    layout, rects = block.layout(), []
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        first, last = line.textStart(), line.textStart() + line.textLength()
        if start < last and end > first:
            left = line.cursorToX(max(start, first))[0]  # type: ignore[index]
            right = line.cursorToX(min(end, last))[0]  # type: ignore[index]
            top = line.y() + line.height() - line.ascent() - line.descent()
            rects.append(QRectF(left, top, right - left, line.ascent() + line.descent()).translated(origin))
    return rects


@dataclass(frozen=True, slots=True)
class Kit:
    """What all the painting of one paint event shares."""

    painter: QPainter
    colours: Colours
    sizes: Sizes


def paint_ground(kit: Kit, rects: Sequence[QRectF], severity: Severity | None) -> None:
    """Below the writing."""
    look = kit.colours
    grounds = {"error": look.broken_fill, "warning": look.warning_fill, "advice": _advice_fill(look)}
    if severity is not None:
        for rect in rects:
            kit.painter.fillRect(rect.adjusted(-1, -1, 1, 2), grounds[severity])


def _advice_fill(look: Colours) -> QColor:
    return look.paper if look.is_high_contrast else mix(look.paper, look.accent, _TINT)


def paint_line(kit: Kit, rects: Sequence[QRectF], severity: Severity | None) -> None:
    """Below the writing: thick for 必改, a wave for 疑点, dashes for 提示, dots for a tied number."""
    look, stroke = kit.colours, kit.sizes.stroke
    painter = kit.painter
    for rect in rects:
        left, right = QPointF(rect.left(), rect.bottom() + 1), QPointF(rect.right(), rect.bottom() + 1)
        if severity == "warning":
            _wave(painter, left, right, look.warning)
            continue
        pen = {
            "error": QPen(look.broken, stroke),
            "advice": QPen(look.accent, stroke / 2, Qt.PenStyle.DashLine),
            None: QPen(look.quiet, 1, Qt.PenStyle.DotLine),
        }[severity]
        painter.setPen(pen)
        painter.drawLine(left, right)


def _wave(painter: QPainter, left: QPointF, right: QPointF, colour: QColor) -> None:
    step = 2.5
    count = max(2, int((right.x() - left.x()) / step) + 1)
    points = [QPointF(left.x() + n * step, left.y() + (n % 2) * step - step / 2) for n in range(count)]
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, 1.3))
    painter.drawPolyline(QPolygonF(points))
    painter.restore()


Seen = Sequence[tuple[Spot, Sequence[QRectF]]]
"""Spots in sight, with where they lie."""


def paint_signs(kit: Kit, seen: Seen, left: int, side: int, ratio: float) -> None:
    """Beside each line that says something worth a look, the gravest sign once."""
    rows: dict[int, Severity] = {}
    for spot, rects in seen:
        top = round(rects[0].top())
        if spot.severity and _ORDER.index(spot.severity) <= _ORDER.index(rows.get(top, "advice")):
            rows[top] = spot.severity
    for top, severity in rows.items():
        colour = sign_colour(severity, kit.colours)
        kit.painter.drawPixmap(
            QPoint(left, top), icons.pixmap(severity, colour, kit.colours.paper, side, ratio)
        )


_ORDER = ("error", "warning", "advice")


def paint_frames(kit: Kit, seen: Seen, shown: Finding | None, stop: Spot | None) -> None:
    """Round the places of the finding shown, and round the spot the keyboard is at."""
    look, stroke = kit.colours, kit.sizes.stroke
    for spot, rects in seen:
        if shown is not None and shown in spot.findings:
            colours = {"error": look.culprit, "warning": look.warning, "advice": look.accent}
            paint_frame(kit, rects, colours[shown.severity], stroke + 1)
        elif spot is stop:
            paint_frame(kit, rects, look.accent, stroke)


def paint_frame(kit: Kit, rects: Sequence[QRectF], colour: QColor, stroke: float) -> None:
    """Round each line of the stretch."""
    painter = kit.painter
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour, stroke))
    for rect in rects:
        painter.drawRoundedRect(rect.adjusted(-3, -2, 3, 4), 3, 3)
    painter.restore()


def paint_preview(kit: Kit, rect: QRectF, text: str) -> QRectF:
    """What would stand there, over what stands there; returns where it was drawn."""
    painter, look = kit.painter, kit.colours
    width = painter.fontMetrics().horizontalAdvance(text) + kit.sizes.em
    tag = QRectF(rect.left() - kit.sizes.em / 2, rect.top() - 3, max(width, rect.width()), rect.height() + 7)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(look.paper)
    painter.setPen(QPen(look.preview, kit.sizes.stroke))
    painter.drawRoundedRect(tag, 4, 4)
    painter.drawText(tag, Qt.AlignmentFlag.AlignCenter, text)
    painter.restore()
    return tag
