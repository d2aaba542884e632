"""Numbers of the running text are mended in place, as steps that can be undone, and saved."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from core.files import open_report
from core.findings import paragraph_id
from core.review import Review
from gui.changes import changed_row
from gui.commands import edit
from gui.text.number_editor import NumberEditor
from tests.gui.table_report import lock
from tests.gui.text_report import (
    NEW,
    PARAGRAPH,
    TRUE_CARRIED,
    TRUE_NEW,
    carried,
    checks,
    number_after,
    place_of,
    point_of,
    said,
    sentence,
    show_text,
    text_of,
    write_report,
)

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def page(opened, tmp_path, only):
    only(checks)
    return opened(write_report(tmp_path / "年报.txt")).reports.page


def _double_click(view, place):
    point = point_of(view, place)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point)
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point)
    QApplication.processEvents()
    editors = view.findChildren(NumberEditor)
    return editors[0] if editors else None


def _type(editor, text):
    QTest.keyClicks(editor, text)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QApplication.processEvents()


def test_a_number_is_mended_by_double_click(page):
    view = show_text(page)
    before = sentence(page)
    editor = _double_click(view, said(page))
    assert editor.text() == "14"
    assert editor.selectedText() == "14"
    _type(editor, "15")
    assert sentence(page) == before.replace("14", "15")
    assert before.replace("14", "15") in view.toPlainText()
    assert page.window().isWindowModified()
    assert view.hasFocus()
    assert page.table_tabs.front is view, "the first of two clicks does not lead away"


def test_after_an_edit_the_keyboard_and_the_choice_stay(page):
    view = show_text(page)
    chosen = page.findings.list.chosen_finding
    assert chosen.rule == "T1"
    _type(_double_click(view, said(page)), "1500")
    assert view.stop.place == said(page)
    assert page.findings.list.chosen_finding.rule == "T1"
    assert view.shown == page.findings.list.chosen_finding != chosen
    assert page.findings.list.detail.fixes[0].text().startswith("把正文的 1500 改为")


def test_the_step_is_named_in_the_clerk_s_words_and_undone(page, qtbot):
    view = show_text(page)
    before = sentence(page)
    _type(_double_click(view, said(page)), "15")
    assert page.stack.undoText() == f"{PARAGRAPH}：14 → 15"
    qtbot.keyClick(view, Qt.Key.Key_Z, CTRL)
    assert sentence(page) == before
    assert before in view.toPlainText()
    assert page.window().status.text() == f"已撤销：{PARAGRAPH}：14 → 15"
    qtbot.keyClick(view, Qt.Key.Key_Y, CTRL)
    assert "15" in sentence(page)


def test_undoing_shows_where_it_was(page, qtbot):
    view = show_text(page)
    _type(_double_click(view, said(page)), "15")
    page.table_tabs.bring("disclosure", is_going=True)
    qtbot.keyClick(page.window(), Qt.Key.Key_Z, CTRL)
    assert page.table_tabs.front is view
    rect = view.rects(said(page))[0]
    assert 0 <= rect.top() < view.viewport().height()


def test_what_differs_from_the_file_stands_out(page):
    view = show_text(page)
    _type(_double_click(view, said(page)), "15")
    target = view.paper.target(said(page))
    block = view.paper.block(target)
    cursor = view.textCursor()
    for offset, is_bold in ((target.start + 1, True), (target.end, True), (target.start - 1, False)):
        cursor.setPosition(block.position() + offset)
        assert cursor.charFormat().font().bold() == is_bold
    page.stack.undo()
    cursor.setPosition(view.paper.block(target).position() + target.start + 1)
    assert not cursor.charFormat().font().bold()


def test_escape_leaves_the_number_as_it_was(page, qtbot):
    view = show_text(page)
    before = sentence(page)
    editor = _double_click(view, said(page))
    qtbot.keyClicks(editor, "99")
    assert page.is_typing
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    assert sentence(page) == before
    assert not page.stack.count()
    assert not page.is_typing
    assert view.hasFocus()


@pytest.mark.parametrize("typed", ["14", " 14 ", ""])
def test_the_same_number_and_none_are_no_step(page, typed):
    view = show_text(page)
    editor = _double_click(view, said(page))
    editor.clear()
    _type(editor, typed)
    assert not page.stack.count()


def test_f2_mends_the_number_the_keyboard_is_at(page, qtbot):
    view = show_text(page)
    qtbot.keyClick(view, Qt.Key.Key_Tab, SHIFT)
    qtbot.keyClick(view, Qt.Key.Key_F2)
    assert "Tab" in page.window().status.text()
    while view.stop is None or view.stop.place != carried(page):
        qtbot.keyClick(view, Qt.Key.Key_Tab)
    qtbot.keyClick(view, Qt.Key.Key_F2)
    _type(view.findChild(NumberEditor), "7")
    assert page.review.narrative.lines[carried(page).paragraph].count("上年结转 7 件") == 1


def test_going_elsewhere_takes_the_number_over(page, qtbot):
    view = show_text(page)
    editor = _double_click(view, said(page))
    qtbot.keyClicks(editor, "15")
    page.findings.list.setFocus()
    assert "15 件" in sentence(page)


def test_saving_while_typing_saves_what_was_typed(page, qtbot, tmp_path):
    window, view = page.window(), show_text(page)
    editor = _double_click(view, said(page))
    qtbot.keyClicks(editor, "15")
    assert window.commands["save"].isEnabled()
    window.commands["save"].trigger()
    saved = tmp_path / "年报（已更正）.txt"
    qtbot.waitUntil(saved.exists)
    assert "申请 15 件" in saved.read_text(encoding="utf-8")
    qtbot.waitUntil(lambda: window.status.text().startswith("已保存到“年报（已更正）.txt”，改了正文 1 段"))


def test_saving_counts_cells_and_paragraphs_apart(page, qtbot, tmp_path):
    window, view = page.window(), show_text(page)
    _type(_double_click(view, said(page)), "15")
    page.views["requests"].show_cell(NEW)
    edit(page.stack, page.review, NEW, "15")
    window.commands["save"].trigger()
    qtbot.waitUntil((tmp_path / "年报（已更正）.txt").exists)
    qtbot.waitUntil(lambda: "改了 1 格、改了正文 1 段" in window.status.text())


def test_only_the_number_changes_in_the_file(page, qtbot, tmp_path):
    before = (tmp_path / "年报.txt").read_bytes()
    _type(_double_click(show_text(page), said(page)), "15")
    page.window().commands["save"].trigger()
    saved = tmp_path / "年报（已更正）.txt"
    qtbot.waitUntil(saved.exists)
    assert saved.read_bytes() == before.replace("申请 14 件".encode(), "申请 15 件".encode())


def test_a_paragraph_that_is_locked_says_why(page):
    view = show_text(page)
    lock(page.review, paragraph_id(said(page).paragraph), "这一段在域里")
    assert _double_click(view, said(page)) is None
    assert page.window().status.text() == "这一段在域里"


def test_any_number_can_be_mended_but_words_are_selected(page):
    view = show_text(page)
    lines = page.review.narrative.lines
    editor = _double_click(view, number_after(lines, "培训"))
    assert editor.text() == "2"
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    QTest.qWait(QApplication.doubleClickInterval() + 50)
    assert _double_click(view, place_of(lines, "公开深度")) is None
    assert view.textCursor().hasSelection()


def test_the_way_of_writing_is_kept(opened, tmp_path, only):
    only(checks)
    path = write_report(tmp_path / "年报.txt")
    text = path.read_text(encoding="utf-8").replace("培训 2 次", "培训 １，２００ 次")
    path.write_text(text, encoding="utf-8")
    page = opened(path).reports.page
    view = show_text(page)
    _type(_double_click(view, place_of(page.review.narrative.lines, "１，２００")), "1300")
    assert "培训 １，３００ 次" in "".join(page.review.narrative.lines)


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_menu_of_a_number_offers_to_mend_it_and_to_go_to_its_cell(page, qtbot):
    view = show_text(page)
    point = point_of(view, carried(page))
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, point, view.viewport().mapToGlobal(point))
    QApplication.sendEvent(view.viewport(), event)
    menu = next(menu for menu in view.findChildren(QMenu) if menu.isVisible())
    texts = [action.text() for action in menu.actions()]
    assert texts[:2] == ["转到对应的格", "改这个数…"]
    menu.actions()[0].trigger()
    menu.close()
    assert page.current_view.current_cell == "requests.carried_in.total"


def test_a_change_is_listed_with_what_changes_only(tmp_path):
    review = Review(open_report(write_report(tmp_path / "年报.txt")))
    number = next(n for n, line in enumerate(review.narrative.lines) if TRUE_CARRIED in line and "14" in line)
    new = review.text(paragraph_id(number)).replace("14", "15")
    assert changed_row(review, paragraph_id(number), new) == (PARAGRAPH, "14", "15")
    assert changed_row(review, NEW, "")[1:] == (review.text(NEW), "空白")


def test_findings_follow_what_is_typed(page):
    view = show_text(page)
    _type(_double_click(view, said(page)), TRUE_NEW)
    assert "T1" not in {finding.rule for finding in page.review.findings}
    assert page.table_tabs.tabText(3) == "正文（2）"
    assert all(finding.rule != "T1" for spot in text_of(page).spots for finding in spot.findings)
