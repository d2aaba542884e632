"""Unsaved changes outlive a process that is killed, and no window takes those of another that lives."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication

from core.journal import read
from core.resources import ROOT
from gui.commands import edit, reasons
from gui.jobs import Jobs
from gui.talk import CANCEL, DISCARD
from gui.unsaved.session import Session
from gui.window.main_window import MainWindow
from tests.gui.conftest import CULPRIT, ImmediatePool, _forgive
from tests.gui.test_window_save import _settled

CTRL = Qt.KeyboardModifier.ControlModifier
VICTIM = """
import sys
from pathlib import Path
from PySide6.QtCore import QSettings
from gui import app as gui_app
from gui.commands import edit
from gui.settings import Settings
app = gui_app.set_up()
folder, report = map(Path, sys.argv[1:3])
store = Settings(QSettings(str(folder / "victim.ini"), QSettings.Format.IniFormat))
window = gui_app.make_window(app, store, folder / "journals")
window.show()
window.open_files([report])
while window.reports.page is None:
    app.processEvents()
page = window.reports.page
page.mender.accept_all() if page.mender.is_current else None
edit(page.stack, page.review, "requests.granted.natural", "4321")
edit(page.stack, page.review, "requests.new.ngo", "17")
while not list((folder / "journals").glob("[!.]*.json")):
    app.processEvents()
print("written", flush=True)
app.exec()
"""


@pytest.fixture
def journals(tmp_path):
    return tmp_path / "journals"


@pytest.fixture
def start(qtbot, settings, talk, journals):
    """A window that keeps journals and has looked for those left behind."""

    def make():
        window = MainWindow(settings, talk, Jobs(ImmediatePool()), journals=journals)
        qtbot.addWidget(window, before_close_func=_forgive)
        window.resize(1200, 800)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(lambda: window.isActiveWindow() and window.is_ready)
        window.keeper.recoverer.look()
        _settled(window, qtbot)
        return window

    return make


@pytest.fixture
def killed(tmp_path, reports):
    """A report edited in a process of its own that was killed before saving."""
    path = reports()
    with _victim(tmp_path, path) as victim:
        victim.kill()
    return path


def _victim(tmp_path, path):
    victim = subprocess.Popen(
        [sys.executable, "-c", VICTIM, str(tmp_path), str(path)],
        stdout=subprocess.PIPE,
        cwd=ROOT.parent,
        env=os.environ | {"PYTHONUTF8": "1"},
    )
    assert victim.stdout.readline().strip() == b"written"
    return victim


def _open(window, qtbot, path):
    window.open_files([path])
    qtbot.waitUntil(lambda: not window.opener.is_busy)
    return window.reports.page


def _press(bar, qtbot, number):
    qtbot.mouseClick(bar.buttons[number], Qt.MouseButton.LeftButton)


def _recover(window, qtbot):
    _press(window.bars.bars["unsaved"], qtbot, 0)
    qtbot.waitUntil(lambda: not window.opener.is_busy and window.reports.page is not None)
    _settled(window, qtbot)
    return window.reports.page


def _written(window, qtbot, journals, count=1):
    qtbot.waitUntil(lambda: len(list(journals.glob("[!.]*.json"))) == count, timeout=3000)
    _settled(window, qtbot)


def test_edits_of_a_killed_process_are_offered_and_done_again(killed, start, qtbot, journals):
    before = killed.read_bytes()
    window = start()
    said = window.bars.bars["unsaved"].accessibleName()
    assert killed.name in said
    assert "2 处" in said
    page = _recover(window, qtbot)
    assert page.review.text(CULPRIT).strip() == "4321"
    assert page.review.text("requests.new.ngo").strip() == "17"
    assert page.is_modified
    assert "已恢复" in window.status.text()
    assert killed.read_bytes() == before
    _written(window, qtbot, journals)
    qtbot.keyClick(window, Qt.Key.Key_Z, CTRL)
    assert not page.is_modified


def test_what_is_done_again_is_safe_at_every_moment_and_gone_once_saved(killed, start, qtbot, journals):
    window = start()
    _recover(window, qtbot)
    (path,) = journals.glob("[!.]*.json")
    assert read(path).changes.keys() == {CULPRIT, "requests.new.ngo"}
    qtbot.keyClick(window, Qt.Key.Key_S, CTRL)
    qtbot.waitUntil(lambda: not list(journals.glob("[!.]*.json")))
    window.close()
    assert not list(journals.iterdir())


def test_what_is_not_answered_is_offered_again(killed, start, journals):
    start().close()
    assert "unsaved" in start().bars.bars


def test_dropping_is_asked_about(killed, start, qtbot, talk, journals):
    window = start()
    talk.answers = [CANCEL]
    _press(window.bars.bars["unsaved"], qtbot, 1)
    assert list(journals.glob("[!.]*.json"))
    talk.answers = [DISCARD]
    _press(window.bars.bars["unsaved"], qtbot, 1)
    assert not list(journals.glob("[!.]*.json"))
    assert "unsaved" not in window.bars.bars


def test_a_report_changed_meanwhile_is_not_changed_unasked(killed, start, qtbot, talk, journals):
    text = killed.read_text(encoding="utf-8")
    killed.write_text(text.replace("9754", "1111") + "\n后来补的一行。\n", encoding="utf-8")
    window = start()
    page = _recover(window, qtbot)
    assert not page.is_modified
    bar = page.bars.bars["unsaved changed"]
    assert "后来又被改过" in bar.accessibleName()
    talk.confirms = False
    _press(bar, qtbot, 0)
    assert not page.is_modified
    assert list(journals.glob("[!.]*.json"))
    talk.confirms = True
    _press(bar, qtbot, 0)
    (row,) = talk.changes[-1]
    assert row[2] == "17"
    assert page.review.text(CULPRIT).strip() == "1111"
    assert page.review.text("requests.new.ngo").strip() == "17"
    assert "unsaved changed" not in page.bars.bars


def test_a_report_that_is_gone_keeps_its_journal(killed, start, qtbot, journals):
    killed.unlink()
    window = start()
    _press(window.bars.bars["unsaved"], qtbot, 0)
    qtbot.waitUntil(lambda: not window.opener.is_busy)
    assert window.reports.page is None
    assert list(journals.glob("[!.]*.json"))


def test_the_journal_of_a_window_that_lives_is_left_alone(tmp_path, reports, start, journals):
    with _victim(tmp_path, reports()) as victim:
        try:
            assert "unsaved" not in start().bars.bars
            assert list(journals.glob("[!.]*.json"))
        finally:
            victim.kill()


def test_two_windows_looking_at_once_do_not_both_get_it(killed, journals):
    one, other = Session(journals), Session(journals)
    assert len(one.orphans()) == 1
    assert other.orphans() == []
    one.close()
    assert len(other.orphans()) == 1
    other.close()


def test_closing_without_saving_leaves_nothing_behind(start, reports, qtbot, talk, journals):
    window = start()
    page = _open(window, qtbot, reports())
    edit(page.stack, page.review, CULPRIT, "5")
    _written(window, qtbot, journals)
    talk.answers = [DISCARD]
    window.reports.close_page(page)
    qtbot.waitUntil(lambda: not list(journals.glob("[!.]*.json")))
    page = _open(window, qtbot, reports())
    edit(page.stack, page.review, CULPRIT, "5")
    _written(window, qtbot, journals)
    talk.answers = [DISCARD]
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible())
    assert not list(journals.iterdir())


def test_undoing_everything_needs_no_journal(start, reports, qtbot, journals):
    window = start()
    page = _open(window, qtbot, reports())
    edit(page.stack, page.review, CULPRIT, "5")
    _written(window, qtbot, journals)
    page.stack.undo()
    _written(window, qtbot, journals, count=0)


def test_reasons_come_back_with_the_changes(start, reports, qtbot, journals):
    window = start()
    page = _open(window, qtbot, reports())
    qtbot.waitUntil(lambda: page.mender.is_current)
    page.mender.accept_all()
    _written(window, qtbot, journals)
    (path,) = journals.glob("[!.]*.json")
    assert read(path).reasons == reasons(page.stack)
    assert reasons(page.stack)


def test_a_folder_that_cannot_be_written_is_said_once(start, reports, qtbot, journals):
    journals.write_text("keine", encoding="utf-8")
    window = start()
    page = _open(window, qtbot, reports())
    edit(page.stack, page.review, CULPRIT, "5")
    qtbot.waitUntil(lambda: "unkept" in window.bars.bars, timeout=3000)
    assert Path(journals).is_file()


def test_a_journal_half_written_is_not_taken_for_one(killed, start, qtbot, journals):
    (journals / ".gouji-abc.json").write_text("{", encoding="utf-8")
    window = start()
    assert window.bars.bars["unsaved"].accessibleName().count("处") == 1
    _recover(window, qtbot)


def test_another_language_goes_on_with_the_same_journal(killed, start, reports, qtbot, journals):
    window = start()
    page = _open(window, qtbot, reports("另一份.txt"))
    edit(page.stack, page.review, CULPRIT, "5")
    _written(window, qtbot, journals, count=2)
    QApplication.sendEvent(window, QEvent(QEvent.Type.LanguageChange))
    qtbot.waitUntil(lambda: window.reports.page not in (None, page))
    assert "unsaved" in window.bars.bars
    page = window.reports.page
    edit(page.stack, page.review, CULPRIT, "6")
    own = next(path for path in journals.glob("[!.]*.json") if read(path).report.name == "另一份.txt")
    qtbot.waitUntil(lambda: read(own).changes[CULPRIT][1].strip() == "6", timeout=3000)
    page.stack.undo()
    page.stack.undo()
    qtbot.waitUntil(lambda: not own.exists(), timeout=3000)
