"""The start page is seen first, and everything else is there right after it."""

import os
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QToolBar

from core.findings import Count
from core.resources import ROOT
from gui.settings import TOURED, Settings
from gui.standing import Standing, note
from gui.window.main_window import MainWindow

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

START = """
import os, sys
from PySide6 import QtCore, QtWidgets
from PySide6.QtCore import QTimer
from gui import app, entry
def seen():
    print(*sys.modules)
    print(*vars(QtCore), *vars(QtWidgets), flush=True)
    os._exit(0)
make = app.make_window
def watched(*arguments):
    window = make(*arguments)
    window.start.target.painted.connect(lambda: QTimer.singleShot(0, seen))
    return window
app.make_window = watched
entry.main([])
"""
LEFT_OPEN = """
from gui import app as gui_app
from gui.settings import Settings
app = gui_app.set_up()
window = gui_app.make_window(app, Settings())
window.show()
while not window.is_ready:
    app.processEvents()
"""
OF_A_REPORT = {"core.review", "core.recognise", "core.repair", "core.checks", "core.sitting", "core.forms"}
FOR_LATER = {"gui.talk", "gui.window.interior", "gui.window.reports", "gui.window.report_page", "gui.batch"}
FORMATS = {"docx", "openpyxl", "fpdf", "lxml", "tomllib", "json"}
HEAVY = {"decimal", "uuid", "logging.handlers", "multiprocessing"}
HEAVY_QT = {"PySide6.QtNetwork", "PySide6.QtPrintSupport"}


@pytest.fixture
def at_first_paint(tmp_path):
    """The modules, and the classes of Qt, that are there when the start page has been painted.

    One of the recent reports has a longer folder than can be shown.
    """
    recent = Path("/", "信息公开" * 50, "年报.docx")
    store = QSettings(str(tmp_path / "gouji" / "gouji.conf"), QSettings.Format.IniFormat)
    known = Settings(store)
    known.remember(recent)
    note(known, recent, Standing("error", Count(3, 2, 1), datetime.now()))
    store.sync()
    own = {f"XDG_{kind}_HOME": str(tmp_path) for kind in ("CONFIG", "DATA", "CACHE")}
    environment = os.environ | own | {"WAYLAND_DISPLAY": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", START]
    ended = subprocess.run(
        command, cwd=ROOT.parent, env=environment, capture_output=True, text=True, check=True, timeout=120
    )
    modules, classes = ended.stdout.splitlines()
    return set(modules.split()), set(classes.split())


def test_the_start_page_needs_nothing_that_a_report_needs(at_first_paint):
    modules, _classes = at_first_paint
    assert not modules & (OF_A_REPORT | FOR_LATER | FORMATS | HEAVY | HEAVY_QT)


def test_the_start_page_has_only_the_widget_classes_it_shows(at_first_paint):
    """A class of PySide6 costs time when it is first used, and all of them where Qt hands out a QWidget
    that Python has not seen before (``viewport()``, ``widgetForAction()``)."""
    _modules, classes = at_first_paint
    assert "QPushButton" in classes
    assert not classes & {"QStyle", "QWizard", "QFileDialog", "QMessageBox"}


def test_the_start_page_does_without_the_thousand_names_of_qt(at_first_paint):
    """See ``gui.properties``. Calls that may take one of them, like ``setPen``, make them all too."""
    _modules, classes = at_first_paint
    assert "QLocale" in classes
    assert "Qt" not in classes


def test_before_a_report_is_open_only_opening_is_offered(qtbot, settings, talk):
    window = MainWindow(settings, talk)
    qtbot.addWidget(window)
    tools = window.findChild(QToolBar, "tools")
    assert window.commands["open"].isEnabled()
    assert not any(a.isEnabled() for a in tools.actions()[1:] if not a.isSeparator())
    assert not window.commands["side_by_side"].isVisible()


def test_right_after_the_first_paint_menus_and_shortcuts_answer(qtbot, settings, talk, reports):
    window = MainWindow(settings, talk)
    qtbot.addWidget(window)
    assert not window.is_ready
    talk.to_open = [reports()]
    with qtbot.waitSignal(window.ready):
        window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    assert all(menu.menu().actions() for menu in window.menuBar().actions())
    qtbot.keyClick(window, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: window.reports.page is not None)


def test_a_window_that_starts_as_an_icon_gets_ready_too(qtbot, settings, talk):
    window = MainWindow(settings, talk)
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.ready):
        window.showMinimized()


def test_a_window_closed_before_it_was_painted_says_nothing(qtbot, settings, talk):
    window = MainWindow(settings, talk)
    qtbot.addWidget(window)
    window.show()
    assert window.close()


def test_the_program_may_end_with_its_window_open(tmp_path):
    own = {f"XDG_{kind}_HOME": str(tmp_path) for kind in ("CONFIG", "DATA", "CACHE")}
    environment = os.environ | own | {"QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", LEFT_OPEN]
    subprocess.run(command, cwd=ROOT.parent, env=environment, check=True, timeout=120)


def test_files_can_be_opened_before_the_window_is_shown(qtbot, settings, talk, reports):
    settings.set(TOURED, True)
    window = MainWindow(settings, talk)
    qtbot.addWidget(window)
    window.open_files([reports()])
    qtbot.waitUntil(lambda: window.reports.page is not None)
