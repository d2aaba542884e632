"""Reports that were opened and closed leave nothing behind, and an idle window does nothing."""

import gc
import os
from collections import Counter

import pytest
from PySide6.QtCore import QObject, QThreadPool, QTimer
from PySide6.QtWidgets import QApplication, QDialog

from core.files import Report
from core.review import Review
from tests.documents import excel, word
from tests.gui.conftest import CULPRIT, settle
from tests.layouts import balanced, report


@pytest.fixture
def paths(tmp_path):
    wrong = balanced() | {CULPRIT: "9754"}
    made = {
        "年报.docx": word(wrong),
        "年报.xlsx": excel(wrong),
        "年报.txt": report("pipes_padded", wrong).encode(),
    }
    for name, data in made.items():
        (tmp_path / name).write_bytes(data)
    return [tmp_path / name for name in made]


@pytest.fixture
def window(make_window):
    return make_window(pool=QThreadPool())


@pytest.fixture
def rounds(window, paths, qtbot):
    """Opens, corrects and closes each report so many times."""

    def run(number: int) -> None:
        for path in paths * number:
            window.open_files([path])
            qtbot.waitUntil(lambda: not window.opener.is_busy and window.reports.page is not None)
            page = window.reports.page
            settle(window, qtbot)
            page.review.set_value(CULPRIT, "7")
            settle(window, qtbot)
            page.review.mark_saved()
            window.reports.close_page(page)
            del page
            qtbot.waitUntil(lambda: window.jobs.is_idle)
            qtbot.wait(1)  # what is deleted later goes with an event loop

    return run


def live() -> Counter[str]:
    gc.collect()
    kinds = (QObject, Review, Report)
    return Counter(type(each).__name__ for each in gc.get_objects() if isinstance(each, kinds))


def handles() -> int:
    return len(os.listdir("/proc/self/fd")) if os.path.isdir("/proc/self/fd") else 0


def test_reports_opened_and_closed_leave_no_object_and_no_handle(rounds, paths):
    rounds(2)
    objects, widgets, files = live(), len(QApplication.allWidgets()), handles()
    rounds(3)
    assert live() - objects == Counter()
    assert len(QApplication.allWidgets()) == widgets
    assert handles() < files + len(paths), "threads of the pool come and go, and have one each"


def test_a_window_nobody_uses_has_no_timer_running(window, paths, qtbot):
    for path in paths:
        window.open_files([path])
    qtbot.waitUntil(lambda: not window.opener.is_busy and len(window.reports.pages) == len(paths))
    for number in range(len(paths)):
        window.reports.setCurrentIndex(number)
        settle(window, qtbot)
    qtbot.waitUntil(lambda: window.jobs.is_idle)
    qtbot.waitUntil(lambda: not [t for t in window.findChildren(QTimer) if t.isActive()])


@pytest.mark.qt_log_ignore("This plugin does not support")
@pytest.mark.parametrize("name", ["settings", "about", "compare", "tour"])
def test_what_is_shown_for_a_moment_leaves_nothing_behind(window, paths, qtbot, name):
    window.open_files(paths[:1])
    qtbot.waitUntil(lambda: not window.opener.is_busy and window.reports.page is not None)
    settle(window, qtbot)
    counts = []
    for _ in range(3):
        window.commands[name].trigger()
        qtbot.wait(20)
        for dialog in window.findChildren(QDialog):
            dialog.reject()
        if window.help.tour is not None:
            window.help.tour.end()
        qtbot.wait(20)
        counts.append(live())
    assert counts[2] - counts[1] == Counter()
