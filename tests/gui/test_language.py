"""English by choice, while the program runs: nothing of the clerk's work is lost, nothing stays behind."""

import re

import pytest
from PySide6.QtCore import QCoreApplication, Qt, QTranslator
from PySide6.QtWidgets import QLabel, QPushButton, QTabBar, QWidget

from gui.commands import edit
from gui.settings import LANGUAGE
from gui.tongue import speak
from tests.gui.conftest import CULPRIT, settle

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
CHINESE = re.compile("[\u4e00-\u9fff]")


@pytest.fixture
def tongue(qapp):
    def put_on(language):
        speak(qapp, language)

    yield put_on
    before = [child for child in qapp.children() if isinstance(child, QTranslator)]
    for translator in before:
        qapp.removeTranslator(translator)
    speak(qapp, "zh")


@pytest.fixture
def english(tongue, qtbot):
    """Switches a shown window over and waits until it is furnished anew."""

    def switch(window, language="en"):
        earlier = window.reports
        tongue(language)
        qtbot.waitUntil(lambda: window.reports is not earlier)
        settle(window, qtbot)

    return switch


def test_the_window_speaks_the_other_language_at_once(window, english):
    assert window.menuBar().actions()[0].text() == "文件(&F)"
    english(window)
    assert [action.text() for action in window.menuBar().actions()] == ["&File", "&Edit", "&View", "&Help"]
    assert window.commands["save"].text() == "Save"
    english(window, "zh")
    assert window.commands["save"].text() == "保存"


def test_qt_s_own_words_are_those_clerks_know(tongue):
    tongue("zh")
    asked = (
        ("QAbstractFileIconProvider", "Folder"),
        ("QFileSystemModel", "Size"),
        ("QFileDialog", "Look in:"),
    )
    assert [QCoreApplication.translate(*each) for each in asked] == ["文件夹", "大小", "查找范围："]
    tongue("en")
    assert [QCoreApplication.translate(*each) for each in asked] == ["Folder", "Size", "Look in:"]


def test_unsaved_edits_and_their_steps_survive(opened, reports, english, qtbot):
    window = opened(reports("甲.txt"), reports("乙.txt"))
    window.reports.setCurrentIndex(1)
    page = window.reports.page
    before = page.review.text(CULPRIT)
    edit(page.stack, page.review, CULPRIT, "5")
    edit(page.stack, page.review, CULPRIT, "6")
    page.table_tabs.bring("challenges")
    english(window)
    after = window.reports.page
    assert after is not page
    assert after.path.name == "乙.txt"
    assert (after.review.text(CULPRIT), after.is_modified) == ("6", True)
    assert after.table_tabs.current_view.table_id == "challenges"
    window.commands["undo"].trigger()
    assert after.review.text(CULPRIT) == "5"
    window.commands["undo"].trigger()
    assert after.review.text(CULPRIT) == before
    assert not after.is_modified
    window.commands["redo"].trigger()
    assert after.review.text(CULPRIT) == "5"


def test_what_was_saved_before_is_saved_to_again_unasked(opened, reports, english, qtbot, talk):
    window = opened(reports())
    page = window.reports.page
    edit(page.stack, page.review, CULPRIT, "5")
    window.commands["save"].trigger()
    qtbot.waitUntil(lambda: page.saver.last is not None)
    target = page.saver.last.target
    english(window)
    page = window.reports.page
    assert not page.is_modified
    edit(page.stack, page.review, CULPRIT, "7")
    window.commands["save"].trigger()
    qtbot.waitUntil(lambda: not page.is_modified)
    assert page.saver.last.target == target
    assert not talk.asked


def test_last_years_report_stays_in_use_and_shown_beside(opened, reports, english, qtbot):
    reports("云岭市青禾区农业农村局2022年报.txt", slip=False, year=2022)
    window = opened(reports("云岭市青禾区农业农村局2023年报.txt"))
    window.commands["side_by_side"].trigger()
    used = window.reports.page.last_year.path
    assert used is not None
    english(window)
    assert window.reports.page.last_year.path == used
    assert window.reports.page.years.is_on
    assert window.commands["side_by_side"].isChecked()


def test_sentences_put_together_have_the_signs_of_the_language(opened, reports, english):
    window = opened(reports())
    english(window)
    said = window.reports.page.summary.accessibleName()
    assert "Must fix: " in said
    assert "，" not in said


def test_the_settings_switch_the_language(window, settings, tongue, qtbot):
    window.commands["settings"].trigger()
    dialog = next(w for w in window.findChildren(QWidget, "settings"))
    box = dialog._language.widget
    qtbot.keyClick(box, Qt.Key.Key_End)
    earlier = window.reports
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert settings.get(LANGUAGE) == "en"
    qtbot.waitUntil(lambda: window.reports is not earlier)
    assert window.commands["open"].text() == "Open…"


def test_old_pages_no_longer_follow_the_review(opened, reports, english, qtbot):
    window = opened(reports())
    review = window.reports.page.review
    english(window)
    QCoreApplication.sendPostedEvents()
    qtbot.wait(10)
    edit(window.reports.page.stack, review, CULPRIT, "9")
    assert review.text(CULPRIT) == "9"


def test_nothing_chinese_stays_in_the_english_window_but_what_is_of_the_report(opened, reports, english):
    window = opened(reports(slip=False))
    english(window)
    own = []
    for widget in window.findChildren(QPushButton):
        own += [widget.text(), widget.toolTip(), widget.accessibleName()]
    for action in window.commands.all():
        own += [action.text(), action.toolTip()]
    bar = window.reports.page.table_tabs.findChild(QTabBar)
    own += [bar.tabText(number) for number in range(bar.count())]
    own += [label.text() for label in window.start.findChildren(QLabel)]
    kept = (text.replace("（已更正）", "") for text in own)
    names = [page.path.name for page in window.reports.pages]
    left = [text for text in kept if CHINESE.search(text) and not any(name in text for name in names)]
    assert not left
