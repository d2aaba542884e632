"""What the line at the bottom says is about the report in front; undoing shows what it undoes."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from core.filenames import corrected_name
from gui.commands import edit
from gui.talk import CANCEL
from tests.gui.conftest import CULPRIT
from tests.gui.problem_cards import SUIT

CTRL = Qt.KeyboardModifier.ControlModifier


def _save(window, qtbot):
    window.commands["save"].trigger()
    qtbot.waitUntil(lambda: window.jobs.is_idle and not window.isWindowModified())


def test_where_a_report_was_saved_to_is_said_with_that_report_only(opened, reports, qtbot):
    window = opened(reports("甲.txt"), reports("乙.txt"))
    first, second = window.reports.pages
    edit(first.stack, first.review, CULPRIT, "5")
    _save(window, qtbot)
    assert "已保存到“甲" in window.status.text()
    window.reports.setCurrentWidget(second)
    assert window.status.text() == ""
    second.message.emit("随便说说")
    window.reports.setCurrentWidget(first)
    assert "已保存到“甲" in window.status.text()
    second.message.emit("在后面说的")
    assert "已保存到“甲" in window.status.text()


def test_a_new_step_ends_what_was_said(opened, reports):
    window = opened(reports())
    page = window.reports.page
    page.message.emit("这一格由公式算出")
    edit(page.stack, page.review, CULPRIT, "5")
    assert window.status.text() == ""


def test_another_table_ends_what_was_said(opened, reports):
    window = opened(reports())
    page = window.reports.page
    page.message.emit("这一格由公式算出")
    bar = page.table_tabs.tabBar()
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.tabRect(0).center())
    assert window.status.text() == ""


def test_undoing_shows_what_it_undoes(opened, reports, qtbot):
    window = opened(reports())
    page = window.reports.page
    edit(page.stack, page.review, SUIT, "77")
    page.table_tabs.setCurrentWidget(page.views["disclosure"])
    qtbot.keyClick(window, Qt.Key.Key_Z, CTRL)
    assert page.current_view is page.views["challenges"]
    assert page.current_view.current_cell == SUIT
    assert window.status.text().startswith("已撤销：改 表四")
    page.table_tabs.setCurrentWidget(page.views["disclosure"])
    qtbot.keyClick(window, Qt.Key.Key_Y, CTRL)
    assert page.current_view.current_cell == SUIT
    assert window.status.text().startswith("已重做：改 表四")


def test_a_new_step_after_undoing_is_not_taken_for_one_done_again(opened, reports):
    window = opened(reports())
    page = window.reports.page
    edit(page.stack, page.review, SUIT, "77")
    page.stack.undo()
    edit(page.stack, page.review, SUIT, "78")
    assert window.status.text() == ""


def test_no_false_number_after_undoing_what_was_saved(opened, reports, talk, qtbot):
    path = reports()
    window = opened(path)
    page = window.reports.page
    edit(page.stack, page.review, CULPRIT, "5")
    _save(window, qtbot)
    page.stack.undo()
    talk.answers = [CANCEL]
    window.reports.close_page(page)
    assert talk.asked[-1].text == f"“{path.name}”有改动还没有保存。"
    _save(window, qtbot)
    assert f"已保存到“{corrected_name(path).name}”，与打开时的内容相同" in window.status.text()


def test_there_is_nothing_to_save_or_go_to_in_a_report_that_is_right(opened, reports, qtbot):
    window = opened(reports(slip=False))
    page = window.reports.page
    names = ("save", "previous", "next")
    assert [window.commands[name].isEnabled() for name in names] == [False] * 3
    view = page.current_view
    view.setFocus()
    cell = "disclosure.normative.issued"
    view.show_cell(cell)
    qtbot.keyClick(view, Qt.Key.Key_9)
    assert window.commands["save"].isEnabled()
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Escape)
    assert not window.commands["save"].isEnabled()
    qtbot.keyClick(view, Qt.Key.Key_9)
    qtbot.keyClicks(window.focusWidget(), "87")
    assert window.commands["save"].isEnabled(), "what is being typed can be saved with Ctrl+S"
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_S, CTRL)
    qtbot.waitUntil(lambda: not window.isWindowModified() and window.jobs.is_idle)
    assert page.review.text(cell) == "987"
    assert not window.commands["save"].isEnabled()
