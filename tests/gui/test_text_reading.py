"""The running text is read, scrolled and copied; places keep their positions."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

from core.files import open_report
from core.findings import paragraph_id
from core.review import Review
from gui.commands import edit
from gui.text.paper import Paper
from gui.text.spots import spots
from tests.gui.text_report import checks, said, show_text, text_of, write_report
from tests.layouts import TITLE

CTRL = Qt.KeyboardModifier.ControlModifier
PADDING = "扎实推进各项工作。" * 600


@pytest.fixture
def page(opened, tmp_path, only):
    only(checks)
    return opened(write_report(tmp_path / "年报.txt")).reports.page


@pytest.fixture
def long_page(opened, tmp_path, only):
    """With a text of many screens."""
    only(checks)
    return opened(write_report(tmp_path / "年报.txt", padding=PADDING)).reports.page


# --- reading ----------------------------------------------------------------------------------------------


def test_arrows_and_page_keys_scroll(long_page, qtbot):
    view = show_text(long_page)
    bar = view.verticalScrollBar()
    bar.setValue(0)
    qtbot.keyClick(view, Qt.Key.Key_Down)
    line = bar.value()
    assert line > 0
    qtbot.keyClick(view, Qt.Key.Key_PageDown)
    assert bar.value() > line + view.viewport().height() // 2
    qtbot.keyClick(view, Qt.Key.Key_PageUp)
    qtbot.keyClick(view, Qt.Key.Key_Up)
    assert bar.value() == 0


def test_f6_goes_between_text_and_findings(page, qtbot):
    view = show_text(page)
    qtbot.keyClick(page.window(), Qt.Key.Key_F6)
    assert page.findings.list.hasFocus()
    qtbot.keyClick(page.window(), Qt.Key.Key_F6)
    assert view.hasFocus()


def test_the_tables_and_the_text_are_gone_through_in_turn(page, qtbot):
    window, tabs = page.window(), page.table_tabs
    page.table_tabs.bring("challenges", is_going=True)
    qtbot.keyClick(window, Qt.Key.Key_PageDown, CTRL)
    assert tabs.front is text_of(page)
    qtbot.keyClick(window, Qt.Key.Key_PageDown, CTRL)
    assert tabs.front is page.views["disclosure"]


def test_the_text_cannot_be_typed_into_and_takes_no_files(page, qtbot):
    view = show_text(page)
    before = view.toPlainText()
    qtbot.keyClicks(view, "123")
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    assert view.toPlainText() == before
    assert not view.viewport().acceptDrops()


def test_a_selected_sentence_is_copied_from_the_menu(page):
    view = show_text(page)
    view.selectAll()
    page.window().commands["copy"].trigger()
    assert TITLE.format(year=2023) in QApplication.clipboard().text()


def test_a_screen_reader_gets_the_text_as_it_stands_now(page):
    view = show_text(page)
    told = QAccessible.queryAccessibleInterface(view)
    assert told.state().readOnly
    assert told.text(QAccessible.Text.Name) == "报告正文"
    words = told.textInterface()
    assert TITLE.format(year=2023) in words.text(0, words.characterCount())
    paragraph = paragraph_id(said(page).paragraph)
    page.review.put({paragraph: "全年收到政府信息公开申请 99 件。"})
    assert "申请 99 件。" in words.text(0, words.characterCount())


# --- places and positions ---------------------------------------------------------------------------------


@pytest.mark.parametrize("strange", ["𠮷野", "😀", "前\u000b后", "a\u2028b"])
def test_places_are_found_behind_strange_characters(tmp_path, qapp, strange):
    path = write_report(tmp_path / "年报.txt")
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("全年收到", strange + "全年收到"), encoding="utf-8")
    review = Review(open_report(path))
    paper = Paper(review)
    paper.fill(qapp.font(), qapp.palette(), 12)
    tied = [spot.place for spot in spots(review)]
    assert tied
    for place in tied:
        target = paper.target(place)
        line = review.narrative.lines[place.paragraph]
        block = paper.block(target).text().encode("utf-16-le")
        assert block[2 * target.start : 2 * target.end].decode("utf-16-le") == line[place.start : place.end]
        assert paper.place_at(target.block, target.start) == (place.paragraph, place.start)
        assert paper.place_at(target.block, target.end - 1) == (place.paragraph, place.end - 1)


def test_the_text_has_no_place_beyond_its_end(page):
    view = text_of(page)
    last = view.document().lastBlock()
    assert view.paper.place_at(last.blockNumber(), last.length()) is None


def test_a_text_nobody_has_looked_at_follows_edits_and_is_written_once_it_is_seen(opened, tmp_path, only):
    only()
    page = opened(write_report(tmp_path / "年报.txt")).reports.page
    view = text_of(page)
    assert view.toPlainText() == ""
    number = next(piece.paragraphs[0] for piece in page.review.pieces if piece.kind == "text")
    edit(page.stack, page.review, paragraph_id(number), "改过的一段，全年收到 12 件。")
    show_text(page)
    assert "改过的一段，全年收到 12 件。" in view.toPlainText()
