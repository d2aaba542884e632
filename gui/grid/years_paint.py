"""How last year's number stands beside this year's: smaller, quieter, on its own side of the cell."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter

from gui.grid import marks
from gui.grid.paint import Kit
from gui.grid.years import Before

_SHARE = 0.56  # of the cell's width, where this year's number ends; so both line up from row to row
_SIDES = 6  # what the painter of this year's number leaves free, and one pixel for rounding
_LEFT = int((Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter).value) | int(
    Qt.TextFlag.TextSingleLine.value
)


def halves(rect: QRect, text: str, before: Before, kit: Kit) -> tuple[QRect, QRect]:
    """Where both numbers go; last year's gives way if there is not room for both (an empty rectangle)."""
    gap = kit.sizes.gap // 2
    now = max(m.horizontalAdvance(text) for m in (kit.metrics, kit.bold_metrics)) + _SIDES
    then = _arrow(before, kit) + kit.small_metrics.horizontalAdvance(before.text)
    room = rect.width() - 2 * gap
    if now + then > room:
        return rect, QRect()
    edge = min(max(round(rect.width() * _SHARE), now), room - then)
    left = QRect(rect.left() + edge - now, rect.top(), now, rect.height())
    return left, QRect(rect.left() + edge + gap, rect.top(), then, rect.height())


def paint_before(painter: QPainter, rect: QRect, before: Before, kit: Kit) -> None:
    """The number, behind an arrow where this year's is ten times as much or a tenth."""
    if rect.isEmpty():
        return
    if before.leap:
        height = round(kit.small_metrics.height() * 0.55)
        arrow = QRect(0, 0, round(height * 0.7), height)
        arrow.moveCenter(rect.center())
        arrow.moveLeft(rect.left())
        marks.paint_arrow(painter, arrow, kit.colours.warning, is_up=before.leap == "up")
    painter.setFont(kit.small)
    painter.setPen(kit.colours.quiet)
    painter.drawText(rect.adjusted(_arrow(before, kit), 0, 0, 0), _LEFT, before.text)


def _arrow(before: Before, kit: Kit) -> int:
    """What an arrow takes with the air behind it."""
    return round(kit.small_metrics.height() * 0.6) if before.leap else 0
