"""What is said about a spot of the text."""

import html

from PySide6.QtCore import QCoreApplication

from core.numerals import plain
from core.review import Review
from gui.text.spots import Spot


def about_spot(spot: Spot, review: Review) -> str:
    """For a tooltip: its findings, and the cells its number is tied to."""
    lines = [review.message(finding) for finding in spot.findings]
    if spot.cells and not spot.findings:
        lines.append(_tied(spot, review))
    return "<qt>{}</qt>".format("<br>".join(html.escape(line) for line in lines)) if lines else ""


def _tied(spot: Spot, review: Review) -> str:
    first = review.name_of(spot.cells[0])
    if len(spot.cells) == 1:
        text = review.text(spot.cells[0]).strip() or _tr("空白")
        return _tr("对应{cell}：{text}").format(cell=first, text=text)
    total = sum(review.reading(cell).arithmetic or 0 for cell in spot.cells)
    return _tr("对应{cell}等 {count} 格，合计 {total}").format(
        cell=first, count=len(spot.cells), total=plain(total)
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("Text", text)
