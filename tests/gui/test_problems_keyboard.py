"""Where the keyboard is among the cards, what is previewed, and that no number on a card is cut."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from gui import look
from gui.problems.offer import main_colours
from gui.theme import contrast
from gui.widgets.line_button import LineButton
from tests.gui.conftest import settle
from tests.gui.problem_cards import NEW, SUIT, cards, click, transposed
from tests.gui.test_problems import _swapped


@pytest.fixture
def page(opened, reports):
    """A report with three independent problems."""
    return opened(reports(changes={NEW: transposed(NEW), SUIT: "99"})).reports.page


@pytest.fixture
def tied(opened, reports):
    """A report with one problem of which nobody can tell which of two repairs is right, and one other."""
    law, security = (f"requests.refused.{row}" for row in ("law", "security"))
    zero = {
        f"{row}.{column}": "0"
        for row in (law, security)
        for column in ("business", "research", "ngo", "legal", "other")
    }
    changes = _swapped(zero, law, security) | {SUIT: "99"}
    return opened(reports(slip=False, changes=changes)).reports.page


def _suit(page):
    return next(card for card in cards(page) if SUIT in card.told.cells)


def test_unfolding_keeps_the_keyboard_and_shows_the_other_repairs(page, qtbot):
    page.window().resize(1000, 560)
    card = _suit(page)
    click(card.unfold)
    assert card.unfold.hasFocus()
    assert card.is_chosen
    before = dict(page.review.texts)
    viewport = page.findings._scroll.viewport()
    last = card.boxes[-1]

    def in_sight():
        top = card.unfold.mapTo(viewport, QPoint(0, 0)).y()
        bottom = last.mapTo(viewport, QPoint(0, last.height())).y()
        return top == 0 or (top > 0 and bottom <= viewport.height())

    qtbot.waitUntil(in_sight)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert page.review.texts == before
    assert not last.isVisible()


def test_a_click_beside_a_button_reaches_no_button(page):
    page.current_view.setFocus()
    QTest.mouseClick(page.findings.problems, Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    assert page.current_view.hasFocus()


def test_all_at_once_leaves_what_only_the_clerk_can_decide(tied, qtbot):
    before = dict(tied.review.texts)
    assert not tied.findings._all.isVisible(), "one is no „all“"
    tied.mender.accept_all()
    assert {cell for cell, text in tied.review.texts.items() if text != before[cell]} == {SUIT}
    said = tied.window().status.text()
    assert "已采纳 1 处首选" in said
    assert "另有 1 处几种改法同样可能，没有采纳" in said
    settle(tied.window(), qtbot)
    assert len(cards(tied)) == 1
    tied.mender.accept_all()
    assert tied.window().status.text() == "有几种改法同样说得通，请逐处选一种采纳"


def test_after_accepting_the_next_card_previews_nothing(page, qtbot):
    click(cards(page)[0].boxes[0].accept)
    settle(page.window(), qtbot)
    accept = cards(page)[0].boxes[0].accept
    assert accept.hasFocus()
    assert not any(view._painter.previewed for view in page.views.values())


def test_after_the_last_problem_is_mended_the_view_stays(page, qtbot):
    card = cards(page)[-1]
    click(card)
    here = page.current_view.current_cell
    click(card.boxes[0].accept)
    settle(page.window(), qtbot)
    assert len(cards(page)) == 2
    assert page.current_view.current_cell == here
    assert not any(card.is_chosen for card in cards(page))


def test_anywhere_on_a_row_the_mouse_shows_its_repair(page, qtbot):
    card = _suit(page)
    click(card.unfold)
    box = card.boxes[1]
    QApplication.processEvents()
    for part in (box, box.findChildren(QLabel)[0], box.findChildren(QLabel)[-1], box.accept):
        page.findings.problems._look(None)
        qtbot.mouseMove(part, QPoint(2, 2))
        qtbot.mouseMove(part, QPoint(4, 4))
        qtbot.waitUntil(lambda: page.views["challenges"]._painter.previewed == box.offer.texts)


def test_no_number_of_an_equation_is_cut(page):
    page.window().resize(900, 700)
    page._splitter.setSizes([10000, 1])
    QApplication.processEvents()
    lines = page.findings.findChildren(LineButton)
    assert any(line.height() > line.fontMetrics().height() * 1.5 for line in lines), "one has to wrap"
    assert all(line.height() >= line.heightForWidth(line.width()) for line in lines)


def test_what_is_verified_is_said_without_cutting(page, talk):
    talk.reasons = ["已与底稿核对，数据无误"]
    page.mender.verify(_suit(page).told)
    section = page.findings._accepted
    click(section.unfold)
    QApplication.processEvents()
    labels = section._scroll.widget().findChildren(QLabel)
    assert labels[0].text().startswith("表四 “未经复议直接起诉”：各项之和")
    assert all(label.height() >= label.heightForWidth(label.width()) for label in labels)


def test_the_title_tells_problems_from_places(page):
    assert page.findings._title.text() == f"3 个问题（必改 {page.review.count.error} 处）"


def test_the_focus_can_be_seen(page, worn):
    page.window().setPalette(look.palette(worn))
    for button in (cards(page)[0].boxes[0].accept, cards(page)[0].verify, _suit(page).unfold):
        page.current_view.setFocus()
        before = button.grab().toImage()
        button.setFocus()
        assert button.grab().toImage() != before


def test_the_main_button_can_be_read(worn, page):
    ground, ink = main_colours(look.palette(worn))
    assert contrast(ground, ink) >= 4.5
    accept = cards(page)[0].boxes[0].accept
    picture = accept.grab().toImage()
    assert picture.pixelColor(round(picture.width() * 0.1), picture.height() // 2).rgb() == ground.rgb()
