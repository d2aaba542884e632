"""Help, the log and about: every check with its source, found by words, opened where it is needed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox, QWidget

from core.catalogue import rules
from gui import crash
from gui.help.about import AboutDialog
from gui.help.topics import KEYS, groups
from gui.help.window import HelpWindow
from gui.talk import Talk
from gui.window.actions import COMMANDS

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def helped(qtbot):
    shown = HelpWindow(None)
    qtbot.addWidget(shown)
    shown.show()
    return shown


def visible(window):
    return [item.text(0) for item in window._items() if not item.isHidden()]


def test_every_check_is_explained_with_its_source():
    topics = {topic.key: topic for _name, some in groups() for topic in some}
    for id_, rule in rules().items():
        page = topics[id_].page.replace("&quot;", '"').replace("&amp;", "&").replace("&#x27;", "'")
        assert rule.name in page
        assert rule.explain in page
        assert rule.basis in page


def test_words_find_checks_by_number_name_and_basis(helped, qtbot):
    qtbot.keyClicks(helped.search, "a01")
    assert [title[:3] for title in visible(helped)] == ["A01"]
    assert rules()["A01"].explain in helped.page.toPlainText()
    helped.search.setText("〔2021〕30号 总计")
    shown = visible(helped)
    assert 0 < len(shown) < len(rules())
    helped.search.setText("没有这样的词")
    assert visible(helped) == []
    helped.search.clear()
    assert len(visible(helped)) > len(rules())


def test_down_leads_from_the_words_to_what_was_found(helped, qtbot):
    helped.search.setFocus()
    qtbot.keyClicks(helped.search, "H")
    qtbot.keyClick(helped.search, Qt.Key.Key_Down)
    assert helped.focusWidget() is helped.tree


def test_f1_on_a_finding_opens_its_check(opened, reports, qtbot):
    window = opened(reports())
    qtbot.waitUntil(lambda: window.reports.page.findings.problems.chosen_card is not None)
    qtbot.keyClick(window, Qt.Key.Key_F1)
    assert window.help.help.isVisible()
    assert window.help.help.tree.currentItem().text(0).startswith("A0")
    assert not window.help.help.isModal()


def test_every_key_of_the_menus_is_in_the_help(helped):
    helped.show_topic(KEYS)
    shown = helped.page.toPlainText()
    for command in COMMANDS:
        if command.keys:
            assert command.text.rstrip("…") in shown


def test_the_menu_opens_manual_and_log(window, talk, tmp_path, monkeypatch):
    monkeypatch.setattr("gui.help.desk.log_file", lambda: tmp_path / "gouji.log")
    window.commands["manual"].trigger()
    window.commands["log"].trigger()
    assert [path.name for path in talk.opened_files] == ["index.html"]
    assert "没有" in window.status.text()
    (tmp_path / "gouji.log").write_text("x")
    window.commands["log"].trigger()
    assert talk.opened_files[-1] == tmp_path / "gouji.log"


def test_about_names_versions_and_licences_to_be_copied(qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = AboutDialog(Talk(), parent)
    dialog.show()
    qtbot.mouseClick(dialog.copy, Qt.MouseButton.LeftButton)
    copied = QGuiApplication.clipboard().text()
    for part in ("Gouji", "Python", "Qt 6", "PySide6", "Apache-2.0", "LGPL"):
        assert part in copied
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_details_of_an_error_are_copied_and_the_box_stays(qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)
    Talk().error(parent, "出错了。", "请先保存。", "Traceback …")
    box = parent.findChild(QMessageBox)
    qtbot.waitUntil(box.isVisible)
    copy = next(b for b in box.buttons() if b.text().startswith("复制"))
    qtbot.mouseClick(copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == "出错了。\n请先保存。\nTraceback …"
    assert box.isVisible()
    box.close()


def test_the_log_says_where_but_quotes_nothing():
    words = "".join(("某某", "申请"))
    try:
        try:
            int(words)
        except ValueError as error:
            raise KeyError(words) from error
    except KeyError as error:
        logged = crash.where_it_happened(error)
    assert "KeyError" in logged
    assert "ValueError" in logged
    assert "test_help.py" in logged
    assert words not in logged
