"""How the batch window looks and speaks: light and dark, names for screen readers."""

import pytest
from PySide6.QtCore import QTranslator

from gui.batch.columns import STATE
from gui.batch.listing import ACCESSIBLE
from gui.tongue import speak
from tests.gui.batch.listed import finish
from tests.gui.test_window_look import without_name

pytestmark = pytest.mark.qt_log_ignore("does not support")


def mostly_dark(widget) -> bool:
    picture = widget.grab().toImage()
    places = [(x, y) for x in range(0, picture.width(), 7) for y in range(0, picture.height(), 7)]
    return 2 * sum(picture.pixelColor(*place).lightness() < 128 for place in places) > len(places)


def test_every_page_paints_in_light_and_dark(worn, checked, folder, qtbot):
    checked.comparing.use_superior(folder / "水务局.txt")
    finish(checked, qtbot)
    for name in ("sums", "alike"):
        checked.tools.actions_[name].trigger()
        finish(checked, qtbot)
    for number in range(checked.tabs.count()):
        checked.tabs.setCurrentIndex(number)
        assert mostly_dark(checked.tabs.currentWidget()) == worn


def test_the_chosen_row_can_be_read(worn, checked):
    view = checked.page.list
    view.selectRow(0)
    view.setFocus()
    box = view.visualRect(view.currentIndex())
    picture = view.viewport().grab(box).toImage()
    corner = picture.pixelColor(picture.width() - 3, 3)
    assert (corner.lightness() < 128) == worn


def test_everything_that_takes_the_focus_has_a_name(checked, folder, qtbot):
    checked.comparing.use_superior(folder / "水务局.txt")
    finish(checked, qtbot)
    checked.tools.actions_["sums"].trigger()
    finish(checked, qtbot)
    assert not without_name(checked)


def test_a_row_is_spoken_with_its_headings(checked):
    said = checked.listing.index(0, STATE).data(ACCESSIBLE)
    assert said.startswith("情况")


@pytest.fixture
def english(qapp):
    yield lambda: speak(qapp, "en")
    for translator in [child for child in qapp.children() if isinstance(child, QTranslator)]:
        qapp.removeTranslator(translator)
    speak(qapp, "zh")


def test_in_another_language_the_same_reports_are_held_against_the_same(
    window, checked, english, folder, qtbot
):
    checked.comparing.use_superior(folder / "水务局.txt")
    finish(checked, qtbot)
    english()
    qtbot.waitUntil(lambda: window.batching.window is not checked)
    batch = finish(window.batching.window, qtbot)
    assert batch.tools.actions_["again"].text() == "Check again"
    assert batch.desk.superior == folder / "水务局.txt"
    assert batch.listing.tags["all"] == 5
    assert "5 reports" in batch.foot.text()
    header = batch.page.list.horizontalHeader()
    for column in range(batch.listing.columnCount()):
        heading = batch.listing.heading(column)
        assert header.sectionSize(column) > header.fontMetrics().horizontalAdvance(heading), heading
