"""The look holds in every scheme: legible, and never the same colour for two meanings."""

import pytest
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPalette

from gui.theme import Colours, colours, contrast, heading_font, mix, sizes, small_font, title_font

_Role = QPalette.ColorRole
SCHEMES = {
    "light": ("#f4f6f9", "#ffffff", "#1d2229", "#2166c4"),
    "dark": ("#24272c", "#1a1d21", "#e6e9ed", "#3b7fd9"),
    "strong light": ("#ffffff", "#ffffff", "#000000", "#37006e"),
    "strong dark": ("#000000", "#000000", "#ffffff", "#1aebff"),
    "pale accent": ("#efefef", "#ffffff", "#000000", "#cde8ff"),
}


def palette(scheme: str) -> QPalette:
    made = QPalette()
    for role, name in zip(
        (_Role.Window, _Role.Base, _Role.Text, _Role.Highlight), SCHEMES[scheme], strict=True
    ):
        made.setColor(role, QColor(name))
    return made


@pytest.fixture(params=SCHEMES)
def look(request: pytest.FixtureRequest, qapp: object) -> Colours:
    return colours(palette(request.param))


def test_writing_is_legible_on_every_ground(look: Colours) -> None:
    grounds = (
        look.paper,
        look.broken_fill,
        look.warning_fill,
        look.heading,
        look.section,
        look.heading_current,
    )
    for ground in grounds:
        assert contrast(look.ink, ground) >= 7
    assert contrast(look.quiet, look.paper) >= 4.5
    assert contrast(look.changed, look.broken_fill) >= 4.5
    assert contrast(look.preview, look.culprit_fill) >= 4.5


def test_marks_and_frames_can_be_told_from_the_paper(look: Colours) -> None:
    for colour in (look.broken, look.warning, look.changed, look.accent, look.left, look.right, look.good):
        assert contrast(colour, look.paper) >= 3


def test_the_culprit_is_stronger_than_the_broken(look: Colours) -> None:
    if not look.is_high_contrast:
        assert contrast(look.culprit_fill, look.paper) > contrast(look.broken_fill, look.paper) > 1.05


def test_scheme_is_recognised(qapp: object) -> None:
    seen = {name: colours(palette(name)) for name in SCHEMES}
    assert [n for n, look in seen.items() if look.is_dark] == ["dark", "strong dark"]
    assert [n for n, look in seen.items() if look.is_high_contrast] == ["strong light", "strong dark"]


def test_colours_follow_a_changed_palette(qapp: object) -> None:
    own = palette("light")
    before = colours(own)
    own.setColor(_Role.Base, QColor("#101010"))
    own.setColor(_Role.Text, QColor("#f0f0f0"))
    after = colours(own)
    assert before.paper != after.paper
    assert after.is_dark


def test_every_colour_is_valid(look: Colours) -> None:
    values = list(look)
    assert all(value.isValid() for value in values if isinstance(value, QColor))


def test_mix_goes_from_one_to_the_other() -> None:
    black, white = QColor("#000000"), QColor("#ffffff")
    assert mix(black, white, 0) == black
    assert mix(black, white, 1) == white
    assert contrast(black, white) == pytest.approx(21)


def test_sizes_grow_with_the_writing(qapp: object) -> None:
    small, large = (sizes(QFontMetrics(QFont("", points))) for points in (9, 18))
    assert small.em < large.em
    assert small.gap < small.wide_gap < small.margin
    assert small.stroke >= 2


def test_fonts_are_scaled_in_points_and_in_pixels(qapp: object) -> None:
    points, pixels = QFont("", 10), QFont()
    pixels.setPixelSize(20)
    assert title_font(points).pointSizeF() > heading_font(points).pointSizeF() > 10
    assert small_font(pixels).pixelSize() < 20
