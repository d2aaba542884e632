"""Recent reports on the start page: how each stood when it was last seen, and whether it is still there."""

from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from core.filenames import corrected_name
from core.review import Count
from gui.commands import edit
from gui.settings import STANDINGS
from gui.standing import Standing, day_of, note, standings
from gui.talk import DISCARD
from tests.gui.conftest import CULPRIT
from tests.gui.test_window_save import _settled

CTRL = Qt.KeyboardModifier.ControlModifier
SPOKEN = Qt.ItemDataRole.AccessibleTextRole


def _lines(window):
    return [item.data(SPOKEN) for item in window.start.recent.lines()]


def _close(window, qtbot):
    qtbot.keyClick(window, Qt.Key.Key_W, CTRL)
    qtbot.waitUntil(lambda: window.reports.page is None)
    _settled(window, qtbot)


def test_a_closed_report_is_listed_with_its_state(opened, reports, only, qtbot):
    only()
    window = opened(reports("错.txt"), reports("对.txt", slip=False))
    for _ in range(2):
        qtbot.keyClick(window, Qt.Key.Key_W, CTRL)
    qtbot.waitUntil(lambda: window.reports.page is None)
    _settled(window, qtbot)
    good, wrong = _lines(window)
    assert "没有发现问题" in good
    assert "必改 " in wrong


def test_what_was_not_saved_does_not_count(opened, reports, only, talk, right_number, qtbot, settings):
    only()
    path = reports()
    window = opened(path)
    before = standings(settings)[path].text
    page = window.reports.page
    edit(page.stack, page.review, CULPRIT, right_number)
    assert not page.review.findings
    talk.answers = [DISCARD]
    _close(window, qtbot)
    assert standings(settings)[path].text == before


def test_a_saved_copy_is_listed_too_as_it_stands(opened, reports, only, right_number, qtbot, settings):
    only()
    path = reports()
    window = opened(path)
    page = window.reports.page
    edit(page.stack, page.review, CULPRIT, right_number)
    qtbot.keyClick(window, Qt.Key.Key_S, CTRL)
    _settled(window, qtbot)
    assert settings.recent == (corrected_name(path), path)
    known = standings(settings)
    assert known[corrected_name(path)].kind == "good"
    assert known[path].kind == "error"


def test_a_report_that_is_gone_is_said_to_be_and_forgotten_when_tried(opened, reports, qtbot):
    path = reports()
    window = opened(path)
    _close(window, qtbot)
    path.unlink()
    window.recents.show()
    _settled(window, qtbot)
    (item,) = window.start.recent.lines()
    assert item.is_gone
    assert "找不到了" in item.data(SPOKEN)
    place = window.start.recent.visualItemRect(item).center()
    qtbot.mouseClick(window.start.recent.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.waitUntil(lambda: window.start.recent.count() == 0)


def test_states_are_kept_for_the_recent_ones_only(settings, tmp_path):
    now = datetime(2026, 1, 8, 9, 5)
    for number in range(20):
        settings.remember(tmp_path / f"{number}.txt")
        note(settings, tmp_path / f"{number}.txt", Standing("error", Count(number, 1, 0), now))
    known = standings(settings)
    assert set(known) == set(settings.recent)
    assert known[tmp_path / "19.txt"] == Standing("error", Count(19, 1, 0), now)
    settings.forget_all()
    assert not standings(settings)


@pytest.mark.parametrize(
    "stored", ["{", "[]", '{"a": 1}', '{"a": ["error", 1]}', '{"a": ["x", 1, 1, 1, "?"]}', "3"]
)
def test_what_cannot_be_read_counts_as_unknown(settings, stored):
    settings.set(STANDINGS, stored)
    assert standings(settings) == {}
    settings.remember(Path("/a.txt"))
    note(settings, Path("/a.txt"), Standing("good", Count(), datetime(2026, 1, 8)))
    assert Path("/a.txt") in standings(settings)


@pytest.mark.parametrize(
    ("when", "said"),
    [
        (datetime(2026, 1, 1, 9, 5), "今天 09:05"),
        (datetime(2025, 12, 31, 23, 59), "昨天 23:59"),
        (datetime(2025, 12, 30, 9, 5), "2025年12月30日"),
    ],
)
def test_days_are_said_as_one_says_them(when, said):
    assert day_of(when, datetime(2026, 1, 1, 12)) == said
    assert day_of(datetime(2026, 1, 8, 9, 5), datetime(2026, 3, 1)) == "1月8日"
