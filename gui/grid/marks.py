"""The marks on values: what a colour says is also said by a shape.

They are drawn, not taken from a font, so that they look the same everywhere and in black and white.
"""

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetrics, QPainter, QPen, QPolygon, QPolygonF


def paint_hatching(painter: QPainter, rect: QRect, colour: QColor) -> None:
    """Over a cell that the document does not have."""
    painter.fillRect(rect, QBrush(colour, Qt.BrushStyle.BDiagPattern))


def paint_triangle(painter: QPainter, rect: QRect, colour: QColor, size: int, *, is_filled: bool) -> None:
    """A triangle in the upper left corner; hollow where it is only a doubt."""
    corner = rect.topLeft() + QPoint(1, 1) * (0 if is_filled else 1)
    triangle = QPolygon([corner, corner + QPoint(size, 0), corner + QPoint(0, size)])
    painter.setPen(QPen(colour, 0))
    painter.setBrush(QBrush(colour) if is_filled else QBrush(Qt.BrushStyle.NoBrush))
    painter.drawPolygon(triangle)


def paint_disc(painter: QPainter, rect: QRect, colour: QColor, size: int) -> None:
    """A small disc in the upper right corner."""
    size = max(4, round(size * 0.7))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawEllipse(rect.right() - size - 2, rect.top() + 3, size, size)
    painter.restore()


def paint_arrow(painter: QPainter, rect: QRect, colour: QColor, *, is_up: bool) -> None:
    """An arrow that fills a rectangle: ten times last year's number or more, or a tenth of it."""
    middle, half = QRectF(rect).center().x(), rect.width() / 2
    tip, foot = (rect.top(), rect.bottom()) if is_up else (rect.bottom(), rect.top())
    wing = tip + half * (1 if is_up else -1)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, max(1.4, rect.width() / 5)))
    painter.drawLine(QPointF(middle, foot), QPointF(middle, tip))
    painter.drawPolyline([QPointF(middle - half, wing), QPointF(middle, tip), QPointF(middle + half, wing)])
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


def paint_frame(
    painter: QPainter, rect: QRect, colour: QColor, stroke: int, style: Qt.PenStyle = Qt.PenStyle.SolidLine
) -> None:
    """A frame just inside a rectangle that includes its right and lower grid line."""
    inset = stroke // 2
    painter.setBrush(Qt.BrushStyle.NoBrush)
    pen = QPen(colour, stroke, style)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    painter.setPen(pen)
    painter.drawRect(rect.adjusted(inset, inset, -inset - (stroke + 1) % 2, -inset - (stroke + 1) % 2))
