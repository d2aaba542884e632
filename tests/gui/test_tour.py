"""The tour: on the real window, by keyboard alone, skipped at any step, once unless asked for."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt

from gui.settings import TOURED
from gui.tour.steps import STEPS

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def tour(window, qtbot):
    window.commands["tour"].trigger()
    qtbot.waitUntil(window.help.tour.bubble.isVisible)
    return window.help.tour


def shown(tour):
    return tour.bubble._title.text()


def test_the_keyboard_leads_through_all_steps_with_a_sample(window, tour, qtbot):
    titles = [shown(tour)]
    while not tour.is_over:
        focus = window.focusWidget()
        assert focus is tour.bubble.next
        qtbot.keyClick(focus, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: tour.is_over or tour.bubble.next.isEnabled(), timeout=20000)
        if not tour.is_over:
            titles.append(shown(tour))
    assert titles == [step.title for step in STEPS]
    assert "有错" in window.reports.page.path.name
    assert not window.reports.page.is_modified
    assert window.focusWidget() is window.reports.page.table_tabs.front


def test_what_is_meant_is_framed_and_not_covered(window, tour, qtbot):
    while True:
        target = STEPS[tour._place].target(window)
        place = QRect(target.mapTo(window, QPoint(0, 0)), target.size())
        assert tour.frame.geometry().contains(place)
        assert window.rect().contains(tour.bubble.geometry())
        assert not tour.bubble.geometry().contains(place)
        tour.bubble.next.click()
        if tour.is_over:
            break
        qtbot.waitUntil(tour.bubble.next.isEnabled, timeout=20000)


@pytest.mark.parametrize("steps", [0, 2])
def test_escape_ends_it_at_any_step(window, tour, qtbot, steps):
    for _step in range(steps):
        tour.bubble.next.click()
        qtbot.waitUntil(tour.bubble.next.isEnabled, timeout=20000)
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Escape)
    assert tour.is_over
    assert not tour.bubble.isVisible()


def test_tab_goes_round_its_buttons_and_skipping_is_one_of_them(window, tour, qtbot):
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
    assert window.focusWidget() is tour.bubble.skip
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
    assert window.focusWidget() is tour.bubble.next
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Backtab)
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Return)
    assert tour.is_over


def test_it_is_remembered_and_can_be_seen_again(window, settings, qtbot):
    assert not settings.get(TOURED)
    window.commands["tour"].trigger()
    assert settings.get(TOURED)
    first = window.help.tour
    window.commands["tour"].trigger()
    assert first.is_over
    assert not window.help.tour.is_over


def test_it_follows_the_window_and_ends_with_its_report(window, tour, qtbot):
    before = tour.frame.geometry()
    window.resize(window.width() - 150, window.height() - 80)
    qtbot.waitUntil(lambda: tour.frame.geometry() != before)
    tour.bubble.next.click()
    qtbot.waitUntil(tour.bubble.next.isEnabled, timeout=20000)
    window.commands["close"].trigger()
    window.resize(window.width() - 10, window.height())
    qtbot.waitUntil(lambda: tour.is_over)
