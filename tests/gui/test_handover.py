"""A second start hands its files to the window that is open; tried with real processes."""

import os
import socket
import subprocess
import sys
from multiprocessing.connection import Client

import pytest
from PySide6.QtCore import Qt

from core.resources import ROOT
from gui import handover
from gui.app import LaterStarts

pytestmark = [
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Windows has its rehearsal"),
    pytest.mark.qt_log_ignore("This plugin does not support raise"),
]


@pytest.fixture
def own_screen(monkeypatch, tmp_path):
    """Away from a window that the user of this machine may have open, and from other tests."""
    monkeypatch.setenv("DISPLAY", f":{tmp_path}"[-60:])
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)


@pytest.fixture
def door(own_screen):
    made = handover.open_door()
    assert made is not None
    yield made
    made.close()


def _start(*arguments):
    return subprocess.Popen(
        [sys.executable, "-m", "gui", *map(str, arguments)],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        cwd=ROOT.parent,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def test_a_second_start_opens_its_report_in_the_running_window(door, make_window, reports, qtbot):
    window = make_window()
    LaterStarts(window, door)
    window.setWindowState(Qt.WindowState.WindowMinimized)
    path = reports("云岭市 青禾区（有 空格）.txt")
    second = _start(path)
    qtbot.waitUntil(lambda: window.reports.find_page(path) is not None, timeout=20_000)
    assert second.wait(20) == 0
    assert not window.isMinimized()


def test_a_second_start_without_a_report_only_shows_the_window(door, make_window, qtbot):
    window = make_window()
    LaterStarts(window, door)
    window.setWindowState(Qt.WindowState.WindowMinimized)
    second = _start()
    qtbot.waitUntil(lambda: not window.isMinimized(), timeout=20_000)
    assert second.wait(20) == 0
    assert not window.reports.pages


def test_what_came_before_the_window_was_there_is_kept(door, make_window, reports, qtbot):
    paths = [reports("甲.txt"), reports("乙.txt")]
    assert all(handover.hand_over([path]) for path in paths)
    window = make_window()
    LaterStarts(window, door)
    qtbot.waitUntil(lambda: all(window.reports.find_page(path) for path in paths))


def test_only_one_start_is_the_first(door):
    assert handover.open_door() is None


def test_after_a_crash_the_next_start_is_the_first(own_screen):
    code = "import os\nfrom gui import handover\nassert handover.open_door()\nos._exit(9)"
    crashed = subprocess.run([sys.executable, "-c", code], cwd=ROOT.parent, timeout=60)
    assert crashed.returncode == 9
    door = handover.open_door()
    assert door is not None
    door.close()


def test_without_a_first_nothing_is_handed_over(own_screen, reports):
    assert not handover.hand_over([reports()])


def test_a_window_that_hangs_takes_nothing(own_screen, reports, monkeypatch):
    monkeypatch.setattr(handover, "_PATIENCE", 0.1)
    with socket.socket(socket.AF_UNIX) as hung:
        hung.bind(handover._place())
        hung.listen()
        assert not handover.hand_over([reports()])


@pytest.mark.parametrize("message", [b"", b"\xff", b"{}", b"[1]", b"null", b"[" * 10_000])
def test_a_stranger_who_talks_nonsense_does_not_close_the_door(door, message, reports):
    with Client(handover._place(), "AF_UNIX") as stranger:
        stranger.send_bytes(message)
    assert handover.hand_over([reports()])


def test_a_relative_name_means_what_it_meant_where_it_was_said(door, reports, monkeypatch, tmp_path, qtbot):
    path = reports()
    monkeypatch.chdir(tmp_path)
    assert handover.hand_over([path.relative_to(tmp_path)])
    came = []
    door.answer(came.append)
    qtbot.waitUntil(lambda: came == [[path]])
