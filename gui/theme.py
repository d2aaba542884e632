"""The look, designed once: colours from the palette, sizes from the font.

Colours carry meaning (broken, changed …), never a widget's name, and are derived at call time, so a change of
the system's scheme shows with the next paint. A colour never stands alone: whoever uses one adds a mark.
"""

from functools import lru_cache
from typing import NamedTuple

from PySide6.QtGui import QColor, QFont, QFontMetrics, QPalette


class Colours(NamedTuple):
    """What each colour says.

    paper, ink, quiet: background, text, secondary text. line: thin lines of a table.
    heading, heading_current, section: quiet grounds of headings; of those the current cell lies under.
    accent, selected: the current cell's frame; a veil over the ground of selected cells.
    broken, culprit, warning: foreground of marks, each with the ground (``…_fill``) of its cells.
    broken_line: thin frame of the cells of a broken equation.
    changed: what differs from the file. preview: a suggested value. good: everything holds.
    left, right: the two sides of the current cell's equations. missing: hatching of absent cells.
    is_dark, is_high_contrast: which of the three looks this is.
    """

    paper: QColor
    ink: QColor
    quiet: QColor
    line: QColor
    heading: QColor
    heading_current: QColor
    section: QColor
    accent: QColor
    selected: QColor
    broken: QColor
    broken_fill: QColor
    broken_line: QColor
    culprit: QColor
    culprit_fill: QColor
    warning: QColor
    warning_fill: QColor
    changed: QColor
    preview: QColor
    good: QColor
    left: QColor
    right: QColor
    missing: QColor
    is_dark: bool
    is_high_contrast: bool


class Sizes(NamedTuple):
    """Distances in pixels, from the size of the writing.

    gap: between things that belong together; wide_gap: between groups; margin: round a page.
    pad: left and right of a cell's text. mark: side of a corner mark. stroke: a line that must be noticed.
    """

    em: int
    gap: int
    wide_gap: int
    margin: int
    pad: int
    mark: int
    stroke: int


QUIETNESS = 0.62
"""How much of the ink there is in secondary text, save in high contrast."""


class _Hues(NamedTuple):
    """Foregrounds of one look, and how much of a hue its ground takes."""

    broken: str
    warning: str
    changed: str
    preview: str
    good: str
    right: str
    fill: float
    strong: float


_LIGHT = _Hues("#c42b1c", "#8a5a00", "#0a58a8", "#6b2fa0", "#0f6b0f", "#8a3a90", 0.10, 0.24)
_DARK = _Hues("#ff8f85", "#f0c060", "#7cc0ff", "#d0a8ff", "#7fd67f", "#e0a0e8", 0.18, 0.30)
_STRONG_LIGHT = _Hues("#a80000", "#6b4400", "#00378a", "#5a0090", "#005a00", "#700078", 0.0, 0.0)
_STRONG_DARK = _Hues("#ff9c94", "#ffd24d", "#8fd0ff", "#dcbcff", "#8cf08c", "#f0b4f8", 0.0, 0.0)
_LOOKS = {
    (False, False): _LIGHT,
    (True, False): _DARK,
    (False, True): _STRONG_LIGHT,
    (True, True): _STRONG_DARK,
}


def colours(palette: QPalette) -> Colours:
    """The colours that fit this palette: light, dark or high contrast."""
    role = QPalette.ColorRole
    wanted = (role.Window, role.Base, role.Text, role.Highlight)
    return _derive(*(palette.color(QPalette.ColorGroup.Active, r).rgb() for r in wanted))


@lru_cache(maxsize=16)
def _derive(window_rgb: int, base_rgb: int, text_rgb: int, highlight_rgb: int) -> Colours:
    paper, ink = QColor.fromRgb(base_rgb), QColor.fromRgb(text_rgb)
    is_dark = luminance(paper) < luminance(ink)
    is_strong = window_rgb == base_rgb and contrast(paper, ink) > _PURE
    hues = _LOOKS[is_dark, is_strong]
    accent = _readable(QColor.fromRgb(highlight_rgb), paper, ink)
    tint = 0.0 if is_strong else 1.0
    broken, warning = QColor(hues.broken), QColor(hues.warning)
    return Colours(
        paper=paper,
        ink=ink,
        quiet=ink if is_strong else mix(paper, ink, QUIETNESS),
        line=ink if is_strong else mix(paper, ink, 0.26),
        heading=mix(paper, ink, 0.045 * tint),
        heading_current=mix(paper, accent, 0.20 * tint),
        section=mix(paper, ink, 0.09 * tint),
        accent=accent,
        selected=_veil(accent, 0.16 if tint else 0.35),
        broken=broken,
        broken_fill=mix(paper, broken, hues.fill),
        broken_line=broken if is_strong else mix(paper, broken, 0.38),
        culprit=broken,
        culprit_fill=mix(paper, broken, hues.strong),
        warning=warning,
        warning_fill=mix(paper, warning, hues.fill),
        changed=QColor(hues.changed),
        preview=QColor(hues.preview),
        good=QColor(hues.good),
        left=accent,
        right=QColor(hues.right),
        missing=mix(paper, ink, 0.22),
        is_dark=is_dark,
        is_high_contrast=is_strong,
    )


def _veil(colour: QColor, share: float) -> QColor:
    thin = QColor.fromRgb(colour.rgb())
    thin.setAlphaF(share)
    return thin


_PURE = 19.0  # black on white is 21; only the high-contrast schemes also make the window itself as pure
_NOTICEABLE = 3.0  # WCAG 1.4.11 for marks and frames


def _readable(colour: QColor, paper: QColor, ink: QColor) -> QColor:
    """The colour, moved towards the ink until it can be told from the paper."""
    for share in (0.0, 0.2, 0.4, 0.6, 0.8):
        moved = mix(colour, ink, share)
        if contrast(moved, paper) >= _NOTICEABLE:
            return moved
    return ink


def mix(ground: QColor, colour: QColor, share: float) -> QColor:
    """``ground`` with a share (0 to 1) of ``colour``."""
    kept = 1.0 - share
    return QColor(
        round(ground.red() * kept + colour.red() * share),
        round(ground.green() * kept + colour.green() * share),
        round(ground.blue() * kept + colour.blue() * share),
    )


def luminance(colour: QColor) -> float:
    """Relative luminance, 0 to 1, as WCAG reckons it."""
    parts = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in _rgb(colour)]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def _rgb(colour: QColor) -> tuple[float, float, float]:
    return colour.redF(), colour.greenF(), colour.blueF()


def contrast(one: QColor, other: QColor) -> float:
    """Contrast ratio of WCAG, 1 to 21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def sizes(metrics: QFontMetrics) -> Sizes:
    """Distances that grow with the writing."""
    em = max(8, metrics.horizontalAdvance("国"))
    return Sizes(
        em=em,
        gap=round(em * 0.5),
        wide_gap=em,
        margin=round(em * 1.25),
        pad=max(3, round(em * 0.4)),
        mark=max(5, round(em * 0.5)),
        stroke=max(2, round(em / 7)),
    )


def title_font(font: QFont) -> QFont:
    """For the one thing a page is about."""
    return _scaled(font, 1.5, QFont.Weight.DemiBold)


def heading_font(font: QFont) -> QFont:
    """For the name of a group of things."""
    return _scaled(font, 1.15, QFont.Weight.DemiBold)


def reading_font(font: QFont, percent: int) -> QFont:
    """For running text that is read line by line. ``percent``: how large the clerk wants it."""
    return _scaled(font, 1.12 * percent / 100, QFont.Weight.Normal)


def small_font(font: QFont) -> QFont:
    """For remarks nobody has to read."""
    return _scaled(font, 0.9, QFont.Weight.Normal)


def tiny_font(font: QFont) -> QFont:
    """For what stands beside a number and must not be taken for it."""
    return _scaled(font, 0.78, QFont.Weight.Normal)


def _scaled(font: QFont, factor: float, weight: QFont.Weight) -> QFont:
    new = QFont(font)
    if font.pointSizeF() > 0:
        new.setPointSizeF(font.pointSizeF() * factor)
    else:
        new.setPixelSize(round(font.pixelSize() * factor))
    new.setWeight(weight)
    return new
