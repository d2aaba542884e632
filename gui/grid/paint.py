"""How the form's lines and headings are drawn."""

import re
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QWidget

from core.layout import Box
from gui.theme import Colours, Sizes, colours, sizes, tiny_font

_WRAP = int(Qt.TextFlag.TextWordWrap.value)
_CENTRE = int(Qt.AlignmentFlag.AlignCenter.value)
_LEFT = int((Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter).value)
_PAUSES = re.compile(r"、|，|.(?=（)", re.DOTALL)
_FLAGS = _WRAP | int(Qt.TextFlag.TextDontClip.value)
_NUMBERING = re.compile(r"（[一二三四五六七八九十]）")


@dataclass(frozen=True, slots=True)
class Kit:
    """What every piece of a form is drawn with, gathered once for each paint event.

    font_name: of ``font``, see ``wrapped``. pixel: one pixel of the screen, in the painter's units.
    """

    colours: Colours
    sizes: Sizes
    font: QFont
    bold: QFont
    small: QFont
    metrics: QFontMetrics
    bold_metrics: QFontMetrics
    small_metrics: QFontMetrics
    font_name: str
    pixel: float

    @classmethod
    def of(cls, widget: QWidget) -> "Kit":
        font, bold = widget.font(), widget.font()
        bold.setBold(True)
        small = tiny_font(font)
        return cls(
            colours(widget.palette()),
            sizes(widget.fontMetrics()),
            font,
            bold,
            small,
            widget.fontMetrics(),
            QFontMetrics(bold),
            QFontMetrics(small),
            "\n".join((font.toString(), *font.families())),
            1 / widget.devicePixelRatioF(),
        )


def paint_ground(painter: QPainter, rect: QRect, box: Box, ground: QColor, kit: Kit) -> None:
    """The box in one colour, with its right and lower line; the outer ones too where the form begins.

    Lines are one pixel of the screen and reach to the next box: crisp and closed at 125 % and 150 % too.
    """
    pixel = kit.pixel
    left, top = pixel * (box.column == 0), pixel * (box.row == 0)
    inside = QRectF(rect).adjusted(left, top, -pixel, -pixel)
    painter.fillRect(rect, kit.colours.line)
    painter.fillRect(inside, ground)


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
    painter: QPainter, rect: QRect, box: Box, kit: Kit, *, seen: QRect, is_current: bool = False
) -> None:
    """A heading. ``seen``: the part on screen, where its text stays while the rest scrolls away."""
    colours = kit.colours
    ground = colours.section if box.role == "section" else colours.heading
    paint_ground(painter, rect, box, colours.heading_current if is_current else ground, kit)
    area = heading_rect(box, rect, kit.sizes)
    text, width = wrapped(heading_text(box), area.width(), kit.font_name)
    if box.row_span > 1:
        area = _in_sight(area, seen, kit.metrics.height() * (text.count("\n") + 1))
    spare = area.width() - width
    left = spare // 2 if heading_alignment(box) == _CENTRE else 0
    painter.setClipRect(rect)
    painter.setFont(kit.font)
    painter.setPen(colours.quiet if box.role == "corner" and box.row_span > 1 else colours.ink)
    painter.drawText(area.adjusted(left, 0, left - spare, 0), heading_alignment(box) | _FLAGS, text)
    painter.setClipping(False)


def _in_sight(area: QRect, seen: QRect, needed: int) -> QRect:
    """The part of a scrolled heading that is on screen, if its text has room there."""
    part = area.intersected(seen)
    return part if part.height() >= needed else area


@lru_cache(maxsize=2048)
def wrapped(text: str, width: int, font: str) -> tuple[str, int]:
    """The text with the break a typesetter would choose, and the least width for as few lines.

    A line ends after 、 or before a remark in brackets where that costs no line. font: as Qt writes it, then
    a line for each family, which Qt's own description leaves out but for the first.
    """
    written, *families = font.split("\n")
    description = QFont()
    description.fromString(written)
    if families:
        description.setFamilies(families)
    metrics = QFontMetrics(description)
    if "\n" not in text and metrics.horizontalAdvance(text) < width:
        return text, metrics.horizontalAdvance(text) + 1

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
