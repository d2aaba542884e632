"""How it looks and speaks: colours, names for screen readers, sizes, real dialogs."""

import os
import subprocess
import sys

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFileDialog,
    QLabel,
    QMessageBox,
    QScrollBar,
    QWidget,
)

from core.resources import ROOT
from gui import icons, look
from gui.commands import edit
from gui.talk import CANCEL, DISCARD, OVERWRITE, SAVE, Talk
from gui.theme import contrast
from gui.widgets.bars import MessageBar
from gui.widgets.file_dialog import file_dialog
from tests.gui.conftest import CULPRIT

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def _paints(widget):
    picture = widget.grab().toImage()
    assert not picture.isNull()
    return picture


def test_every_state_paints_in_light_and_dark(worn, opened, reports, window, tmp_path):
    start = _paints(window)
    opened(reports("甲.txt"), reports("清楚.txt", slip=False), tmp_path / "没有.txt")
    page = window.reports.page
    edit(page.stack, page.review, CULPRIT, "5")
    page.bars.show_bar("x", MessageBar("warning", "说明", parent=page.bars))
    broken = _paints(window)
    window.reports.setCurrentIndex(1)
    _paints(window)
    assert (start.pixelColor(5, 400).lightness() < 128) == worn
    assert (broken.pixelColor(window.width() - 20, 500).lightness() < 128) == worn


@pytest.mark.parametrize("is_dark", [False, True])
def test_text_can_be_read_in_both_palettes(is_dark):
    palette, role = look.palette(is_dark), QPalette.ColorRole
    pairs = [(role.Text, role.Base), (role.WindowText, role.Window), (role.ButtonText, role.Button)]
    pairs += [(role.PlaceholderText, role.Window), (role.HighlightedText, role.Highlight)]
    pairs += [(role.ToolTipText, role.ToolTipBase), (role.Link, role.Base)]
    for text, ground in pairs:
        assert contrast(palette.color(text), palette.color(ground)) >= 4.0, (text, ground)


def test_the_scheme_is_chosen_in_the_menu_and_kept(make_window, settings, qapp):
    before = qapp.palette()
    window = make_window(shown=False)
    worn = []
    window.wear = worn.append
    window.findChild(object, "scheme_dark").trigger()
    assert worn == ["dark"]
    assert settings.get(look_option()) == "dark"
    look.wear(qapp, "dark")
    assert qapp.palette().color(QPalette.ColorRole.Window).lightness() < 128
    look.wear(qapp, "light")
    assert qapp.palette().color(QPalette.ColorRole.Window).lightness() > 128
    qapp.setPalette(before)


def look_option():
    from gui.settings import SCHEME

    return SCHEME


def test_every_widget_that_takes_the_focus_has_a_name(opened, reports, window, tmp_path):
    nameless = without_name(window)
    opened(reports(), tmp_path / "没有.txt")
    nameless += without_name(window)
    assert not nameless


def without_name(window):
    found = []
    for widget in window.findChildren(QWidget):
        takes_focus = widget.focusPolicy() != Qt.FocusPolicy.NoFocus and not isinstance(widget, QScrollBar)
        says_it_itself = isinstance(widget, QAbstractButton | QLabel) and widget.text()
        speaks = widget.accessibleName() or says_it_itself
        if takes_focus and not speaks and not widget.objectName().startswith("qt_"):
            found.append(f"{type(widget).__name__} in {type(widget.parentWidget()).__name__}")
    return found


def test_icons_are_there_for_every_command(window):
    for action in window.commands.all():
        name = action.property("icon_name")
        if name:
            assert (ROOT / "icons" / f"{name}.svg").exists()
            assert not action.icon().isNull()
    assert not icons.application_icon().pixmap(256, 256).isNull()


def test_a_long_message_wraps_and_many_are_scrolled(window):
    for number in range(8):
        window.bars.show_bar(str(number), MessageBar("error", "为什么打不开" * 40, parent=window.bars))
    window.resize(900, 700)
    QApplication.processEvents()
    assert window.bars.height() < window.height() / 2
    first = window.bars.bars["0"]
    assert first.height() >= first.fontMetrics().lineSpacing() * 2


# --- real dialogs -----------------------------------------------------------------------------------


def _answer(qtbot, parent, label):
    box = parent.findChild(QMessageBox)
    qtbot.waitUntil(box.isVisible)
    button = next(b for b in box.buttons() if b.text().startswith(label))
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize(("label", "answer"), [("保存", SAVE), ("不保存", DISCARD), ("取消", CANCEL)])
def test_the_question_on_closing_has_three_answers(qtbot, label, answer):
    parent, answers = QWidget(), []
    qtbot.addWidget(parent)
    Talk().ask_save(parent, "年报.txt", 3, answers.append)
    _answer(qtbot, parent, label)
    assert answers == [answer]


def test_escape_means_cancel_and_enter_the_harmless_answer(qtbot, tmp_path):
    parent, answers = QWidget(), []
    qtbot.addWidget(parent)
    talk = Talk()
    questions = (
        lambda: talk.ask_save(parent, "年报.txt", 3, answers.append),
        lambda: talk.ask_overwrite(parent, tmp_path / "甲.txt", answers.append),
        lambda: talk.ask_replace_original(parent, tmp_path / "甲.txt", answers.append),
        lambda: talk.ask_reload(parent, "年报.txt", 3, answers.append),
        lambda: talk.save_failed(parent, "磁盘已满", answers.append),
        lambda: talk.ask_misfit(parent, "别的单位", answers.append),
    )
    for question in questions:
        for key in (Qt.Key.Key_Escape, Qt.Key.Key_Return):
            question()
            box = parent.findChild(QMessageBox)
            qtbot.waitUntil(box.isVisible)
            qtbot.keyClick(box, key)
            qtbot.waitUntil(lambda: parent.findChild(QMessageBox) is None)
    assert answers[::2] == [CANCEL] * len(questions)
    assert OVERWRITE not in answers
    assert len(answers) == 2 * len(questions)


def test_closing_a_question_s_window_means_cancel(qtbot):
    """The cross of the frame clicks none of the buttons."""
    parent, answers = QWidget(), []
    qtbot.addWidget(parent)
    Talk().ask_last_year(parent, "上年.txt", "本年.txt", answers.append)
    box = parent.findChild(QMessageBox)
    qtbot.waitUntil(box.isVisible)
    box.close()
    assert answers == [CANCEL]


def test_an_unforeseen_error_can_be_unfolded(qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)
    Talk().error(parent, "出错了", "请先保存", "Traceback …")
    box = parent.findChild(QMessageBox)
    assert box.detailedText() == "Traceback …"
    _answer(qtbot, parent, "知道了")


def test_dialogs_that_pick_one_thing_pick_it(qtbot, tmp_path):
    parent, chosen = QWidget(), []
    qtbot.addWidget(parent)
    talk = Talk()
    for choose, mode in (
        (lambda: talk.choose_one(parent, "选择上年报告", str(tmp_path), chosen.append), "ExistingFile"),
        (lambda: talk.choose_requirements(parent, str(tmp_path), chosen.append), "ExistingFile"),
        (lambda: talk.choose_folder(parent, "放在哪里", str(tmp_path), chosen.append), "Directory"),
    ):
        choose()
        dialog = parent.findChild(QFileDialog)
        assert dialog.fileMode().name == mode
        dialog.fileSelected.emit(str(tmp_path))
        dialog.reject()
        qtbot.waitUntil(lambda: parent.findChild(QFileDialog) is None)
    assert chosen == [tmp_path] * 3


@pytest.mark.parametrize("folder", ["", "没有了"])
def test_without_a_folder_a_dialog_begins_in_the_documents(qtbot, tmp_path, monkeypatch, folder):
    parent = QWidget()
    qtbot.addWidget(parent)
    monkeypatch.setattr("gui.widgets.file_dialog.documents_folder", lambda: tmp_path)
    begun = file_dialog(parent, "打开报告", str(tmp_path / folder) if folder else "")
    assert begun.directory().path() == str(tmp_path)


def test_file_dialogs_offer_what_is_wanted(qtbot, tmp_path, reports):
    parent, chosen = QWidget(), []
    qtbot.addWidget(parent)
    talk = Talk()
    path = reports()
    talk.choose_open(parent, str(tmp_path), chosen.append)
    dialog = parent.findChild(QFileDialog)
    assert "*.docx" in dialog.nameFilters()[0]
    dialog.filesSelected.emit([str(path)])
    dialog.reject()
    assert chosen == [[path]]
    qtbot.waitUntil(lambda: parent.findChild(QFileDialog) is None)
    talk.choose_save(parent, tmp_path / "年报（已更正）.txt", chosen.append)
    dialog = parent.findChild(QFileDialog)
    assert dialog.defaultSuffix() == "txt"
    assert dialog.testOption(QFileDialog.Option.DontConfirmOverwrite)
    dialog.fileSelected.emit(str(path))
    dialog.reject()
    assert chosen[1] == path


# --- sizes ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("scale", ["1", "1.5"])
def test_it_runs_at_any_scale(reports, tmp_path, scale):
    """A window of its own in a process of its own, because Qt reads the factor once."""
    environment = os.environ | {"QT_SCALE_FACTOR": scale, "HOME": str(tmp_path)}
    run = subprocess.run(
        [sys.executable, "-m", "gui", "--offscreen-check", str(reports())],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=environment | {"PYTHONUTF8": "1"},
        cwd=ROOT.parent,
        timeout=60,
    )
    assert run.returncode == 0, run.stderr
    assert "必改" in run.stdout
    assert run.stderr == ""


def test_mime_without_files_is_empty():
    from gui.window.drop import local_files

    mime = QMimeData()
    mime.setText("file:///tmp/甲.txt")
    assert local_files(mime) == []
