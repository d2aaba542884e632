"""Widths and heights: nothing is cut off, the room is used, a small screen holds the large form."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics

from core.forms import editions
from core.layout import Box, drawing
from gui.grid.fit import Fit, Fitter
from gui.grid.paint import heading_rect, heading_text, wrapped
from gui.theme import sizes

FORMS = [(edition, table) for edition, form in editions().items() for table in form.tables]
ROOMS = [QSize(300, 200), QSize(900, 560), QSize(1250, 620), QSize(2500, 1400)]


def number(_box: Box) -> str:
    return "1234"


@pytest.fixture(params=[8, 9, 14])
def metrics(request: pytest.FixtureRequest, qapp: object) -> QFontMetrics:
    return QFontMetrics(QFont("", request.param))


def areas(fit: Fit, edition: str, table: str) -> Iterator[tuple[Box, QRect]]:
    for box in drawing(edition, table).boxes:
        width = sum(fit.widths[box.column : box.column + box.column_span])
        yield box, QRect(0, 0, width, sum(fit.heights[box.row : box.row + box.row_span]))


@pytest.mark.parametrize("room", ROOMS)
@pytest.mark.parametrize(("edition", "table"), FORMS)
def test_no_heading_and_no_number_is_cut_off(
    metrics: QFontMetrics, edition: str, table: str, room: QSize
) -> None:
    measures = sizes(metrics)
    fit = Fitter(drawing(edition, table), metrics, measures).fit(room, number)
    tight = metrics.height() - measures.em  # what a squeezed line may lose of the font's own leading
    for box, area in areas(fit, edition, table):
        if box.role == "value":
            assert area.width() > metrics.horizontalAdvance(number(box))
            continue
        inside = heading_rect(box, area, measures)
        needed = metrics.boundingRect(
            QRect(0, 0, inside.width(), 9999), int(Qt.TextFlag.TextWordWrap.value), heading_text(box)
        )
        assert needed.width() <= inside.width(), box.text
        assert needed.height() <= area.height() + tight * box.row_span, box.text


@pytest.mark.parametrize(("edition", "table"), FORMS)
def test_the_form_fits_an_office_screen(qapp: object, edition: str, table: str) -> None:
    font = QFont()
    font.setPixelSize(12)
    metrics = QFontMetrics(font)
    fit = Fitter(drawing(edition, table), metrics, sizes(metrics)).fit(QSize(900, 560), number)
    assert sum(fit.widths) <= 900
    assert sum(fit.heights) <= 560


def test_room_is_used_but_not_wasted(metrics: QFontMetrics) -> None:
    fitter = Fitter(drawing("2021", "challenges"), metrics, sizes(metrics))
    em = sizes(metrics).em
    small, large, huge = (fitter.fit(QSize(width * em, 500), number) for width in (40, 80, 999))
    assert sum(small.widths) < sum(large.widths) <= 80 * em < sum(huge.widths) < 120 * em
    assert len(set(large.widths)) == 1


def test_lines_break_where_a_typesetter_breaks_them(qapp: object) -> None:
    font = QFont()
    font.setPixelSize(12)
    em = QFontMetrics(font).horizontalAdvance("国")
    name = font.toString()
    text = "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请"
    assert wrapped(text, 20 * em, name)[0] == text.replace("、", "、\n")
    assert wrapped(text, 60 * em, name)[0] == text
    assert wrapped("社会公益组织", 4 * em, name)[1] <= 4 * em
