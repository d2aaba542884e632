"""Words are found in the running text."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLabel

from tests.gui.text_report import checks, show_text, text_of, write_report

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def page(opened, tmp_path, only):
    only(checks)
    return opened(write_report(tmp_path / "年报.txt", padding="公开 ABC 公开。")).reports.page


def _bar(page):
    return page.table_tabs.text_page.find_bar


def _write(line, text):
    """As an input method does."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(line, event)


def _said(page):
    return [label.text() for label in _bar(page).findChildren(QLabel)]


def test_ctrl_f_finds_in_the_text_wherever_the_clerk_is(page, qtbot):
    page.table_tabs.bring("disclosure", is_going=True)
    qtbot.keyClick(page.window(), Qt.Key.Key_F, CTRL)
    assert page.table_tabs.front is text_of(page)
    assert _bar(page).line.hasFocus()
    _write(_bar(page).line, "公开")
    count = text_of(page).toPlainText().count("公开")
    assert f"，共 {count} 处" in "".join(_said(page))
    assert text_of(page).textCursor().selectedText() == "公开"


def test_enter_goes_on_and_round_and_back(page, qtbot):
    view = show_text(page)
    qtbot.keyClick(page.window(), Qt.Key.Key_F, CTRL)
    _write(_bar(page).line, "公开")
    places = [view.textCursor().selectionStart()]
    for _ in _bar(page).found:
        qtbot.keyClick(_bar(page).line, Qt.Key.Key_Return)
        places.append(view.textCursor().selectionStart())
    assert sorted(places[:-1]) == _bar(page).found
    assert places[-1] == places[0]
    qtbot.keyClick(_bar(page).line, Qt.Key.Key_Return, SHIFT)
    assert view.textCursor().selectionStart() == places[-2]


@pytest.mark.parametrize(("typed", "found"), [("abc", "ABC"), ("ＡＢＣ", "ABC"), ("2023", "2023")])
def test_letters_and_digits_are_found_however_they_are_typed(page, qtbot, typed, found):
    show_text(page)
    qtbot.keyClick(page.window(), Qt.Key.Key_F, CTRL)
    _write(_bar(page).line, typed)
    assert text_of(page).textCursor().selectedText() == found


def test_what_is_not_there_is_said(page, qtbot):
    show_text(page)
    qtbot.keyClick(page.window(), Qt.Key.Key_F, CTRL)
    qtbot.keyClicks(_bar(page).line, "zzz")
    assert "没有找到" in _said(page)
    assert not _bar(page).next.isEnabled()
    qtbot.keyClick(_bar(page).line, Qt.Key.Key_Return)


def test_escape_leads_back_to_the_text(page, qtbot):
    view = show_text(page)
    qtbot.keyClick(page.window(), Qt.Key.Key_F, CTRL)
    qtbot.keyClick(_bar(page).line, Qt.Key.Key_Escape)
    assert not _bar(page).isVisible()
    assert view.hasFocus()


def test_selected_words_are_looked_for(page, qtbot):
    view = show_text(page)
    cursor = view.document().find("培训")
    view.setTextCursor(cursor)
    qtbot.keyClick(page.window(), Qt.Key.Key_F, CTRL)
    assert _bar(page).line.text() == "培训"
    assert "第 1 处" in "".join(_said(page))
