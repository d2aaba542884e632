"""Suggestions in the window: they appear, can be looked at, taken with one step, and are never stale."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from gui.commands import edit
from tests.gui.conftest import CULPRIT, settle
from tests.gui.problem_cards import NEW, SUIT, cards, click, transposed, words
from tests.layouts import balanced

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def page(opened, reports):
    """A report with three independent problems."""
    return opened(reports(changes={NEW: transposed(NEW), SUIT: "99"})).reports.page


# --- what is shown ----------------------------------------------------------------------------------------


def test_each_problem_says_what_is_wrong_and_what_it_should_be(page):
    shown = {card.told.cells[0]: card for card in cards(page)}
    assert set(shown) == {CULPRIT, NEW, SUIT}
    said = words(shown[NEW])
    assert "表三 · 2 处勾稽不成立" in said
    assert "建议改为" in said
    assert "总计 · 一、本年新收政府信息公开申请数量" in said
    assert f"{transposed(NEW)} → {balanced()[NEW]}" in said
    assert "数字颠倒；改后第三部分 2 处勾稽全部成立" in said, "all that the command line says"
    assert "可能应改为" in words(shown[SUIT]), "one equation alone proves nothing"


def test_what_a_card_says_is_not_said_again_in_the_list(page):
    listed = page.findings.list.model().rowCount()
    assert listed == 0
    assert sum(len(card.told.findings) for card in cards(page)) == page.review.count.error


def test_the_probable_culprits_stand_out_in_the_grid(page):
    right = balanced()
    view = page.views["requests"]
    assert view._painter.culprits == {CULPRIT: right[CULPRIT], NEW: right[NEW]}
    assert page.views["challenges"]._painter.culprits == {SUIT: right[SUIT]}
    tip = view.form_model().index_of(NEW).data(Qt.ItemDataRole.ToolTipRole)
    assert f"建议改为 {right[NEW]}" in tip


def test_a_report_that_is_right_has_no_problem(opened, reports):
    page = opened(reports(slip=False)).reports.page
    assert not cards(page)
    assert not page.findings.panes


def test_rows_that_may_have_been_swapped_either_way_are_offered_both_ways(opened, reports, qtbot):
    law, security = (f"requests.refused.{row}" for row in ("law", "security"))
    one, other = balanced()[f"{law}.total"], balanced()[f"{security}.total"]
    zero = {
        f"{row}.{column}": "0"
        for row in (law, security)
        for column in ("business", "research", "ngo", "legal", "other")
    }
    window = opened(reports(slip=False, changes=_swapped(zero, law, security)))
    page = window.reports.page
    (card,) = cards(page)
    assert (one, other) != ("", "")
    assert len(card.told.offers) == 2
    assert "以下 2 种改法之一，请对照底稿选定" in words(card)
    before = dict(page.review.texts)
    qtbot.keyClick(window, Qt.Key.Key_Return, CTRL)
    assert page.review.texts == before, "the keyboard does not choose for the clerk"
    assert card.boxes[0].accept.hasFocus()
    click(card.boxes[1].accept)
    settle(window, qtbot)
    assert not page.review.findings


def _swapped(zero, law, security):
    """A table that adds up but for two rows whose totals stand in each other's place."""
    numbers = balanced() | zero
    columns = ("natural", "business", "research", "ngo", "legal", "other")
    rows = {cell.rsplit(".", 1)[0] for cell in numbers if cell.startswith("requests.")}
    results = rows - {f"requests.{row}" for row in ("new", "carried_in", "closed", "carried_out")}
    numbers |= {f"{law}.natural": "6", f"{security}.natural": "27"}
    for column in columns:
        closed = sum(int(numbers[f"{row}.{column}"]) for row in results)
        out, carried = (int(numbers[f"requests.{row}.{column}"]) for row in ("carried_out", "carried_in"))
        numbers |= {
            f"requests.closed.{column}": str(closed),
            f"requests.new.{column}": str(closed + out - carried),
        }
    for row in rows:
        numbers[f"{row}.total"] = str(sum(int(numbers[f"{row}.{column}"]) for column in columns))
    return numbers | {f"{law}.total": "27", f"{security}.total": "6"}


# --- accepting --------------------------------------------------------------------------------------------


def test_accepting_mends_with_one_undo_step_and_goes_to_the_next(page, qtbot):
    before = dict(page.review.texts)
    card = cards(page)[0]
    cell = card.told.cells[0]
    click(card.boxes[0].accept)
    assert page.stack.count() == 1
    assert page.review.text(cell) == card.told.offers[0].texts[cell]
    assert page.stack.undoText().startswith("采纳：")
    assert "→" in page.stack.undoText()
    settle(page.window(), qtbot)
    assert len(cards(page)) == 2
    assert page.findings.problems.chosen_card is cards(page)[0]
    assert page.current_view.current_cell == cards(page)[0].told.cells[0]
    assert cards(page)[0].boxes[0].accept.hasFocus()
    page.stack.undo()
    assert page.review.texts == before
    settle(page.window(), qtbot)
    assert len(cards(page)) == 3


def test_a_double_click_takes_one_problem_only(page, qtbot):
    button = cards(page)[0].boxes[0].accept
    click(button)
    settle(page.window(), qtbot)
    following = cards(page)[0].boxes[0].accept
    QTest.mouseDClick(following, Qt.MouseButton.LeftButton)
    assert page.stack.count() == 1


def test_all_at_once_is_one_step(page, qtbot):
    before = dict(page.review.texts)
    assert page.findings._all.text() == "全部采纳首选（3）"
    click(page.findings._all)
    assert not page.review.findings
    assert page.stack.count() == 1
    assert page.window().status.text() == "已采纳 3 处首选，其中 1 处只是“可能”，请对照底稿"
    page.stack.undo()
    assert page.review.texts == before
    settle(page.window(), qtbot)
    assert page.findings._all.isVisible()


def test_another_repair_can_be_taken(page, qtbot):
    card = next(card for card in cards(page) if card.told.table == "challenges")
    click(card.unfold)
    second = card.boxes[1]
    click(second.accept)
    (cell,) = second.offer.texts
    assert page.review.text(cell) == second.offer.texts[cell]
    settle(page.window(), qtbot)
    assert SUIT not in {f.cells[0] for f in page.review.findings if f.equation}


def test_all_at_once_by_keyboard_and_nothing_left_to_accept(opened, reports, qtbot):
    window = opened(reports(changes={SUIT: "99"}))
    qtbot.keyClick(window, Qt.Key.Key_Return, CTRL | SHIFT)
    settle(window, qtbot)
    assert not window.reports.page.review.findings
    qtbot.keyClick(window, Qt.Key.Key_Return, CTRL)
    assert window.status.text() == "这里没有可以采纳的改法"
    qtbot.keyClick(window, Qt.Key.Key_Return, CTRL | SHIFT)
    assert window.status.text() == "没有可以采纳的改法"


# --- looking ----------------------------------------------------------------------------------------------


def test_a_preview_changes_nothing_but_the_picture(page):
    card = next(card for card in cards(page) if NEW in card.told.cells)
    before = dict(page.review.texts)
    click(card.boxes[0].preview)
    view = page.views["requests"]
    assert page.current_view is view
    assert view._painter.previewed == {NEW: balanced()[NEW]}
    assert page.review.texts == before
    assert not page.stack.count()
    click(card.boxes[0].preview)
    page.current_view.setFocus()
    card.boxes[0].looked_at.emit(False)
    assert not view._painter.previewed


def test_one_preview_at_a_time(page):
    first, second, third = (card.boxes[0].preview for card in cards(page))
    click(first)
    click(second)
    assert [first.isChecked(), second.isChecked(), third.isChecked()] == [False, True, False]


def test_reaching_a_repair_with_tab_or_the_mouse_shows_it_for_a_moment(page, qtbot):
    box = cards(page)[0].boxes[0]
    view = page.views["requests"]
    box.accept.setFocus(Qt.FocusReason.TabFocusReason)
    assert view._painter.previewed == box.offer.texts
    page.current_view.setFocus()
    assert not view._painter.previewed
    qtbot.mouseMove(box, QPoint(3, 3))
    qtbot.waitUntil(lambda: view._painter.previewed == box.offer.texts)


def test_a_change_ends_the_preview(page):
    box = cards(page)[0].boxes[0]
    click(box.preview)
    edit(page.stack, page.review, "disclosure.normative.issued", "8")
    assert not page.views["requests"]._painter.previewed
    assert not box.preview.isChecked()


def test_clicking_a_card_or_one_of_its_equations_goes_there(page):
    card = next(card for card in cards(page) if card.told.table == "challenges")
    QTest.mouseClick(card, Qt.MouseButton.LeftButton, pos=QPoint(4, 4))
    assert page.current_view is page.views["challenges"]
    assert page.current_view.current_cell == SUIT
    assert page.current_view.hasFocus()
    page.findings.problems.finding_chosen.emit(cards(page)[0].told.findings[0])
    assert page.current_view.current_cell == cards(page)[0].told.findings[0].cells[0]
