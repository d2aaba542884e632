"""Suggestions are never those for what stood there before; and what is said where there are none."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from gui.commands import edit
from tests.gui.conftest import CULPRIT, HeldPool, settle
from tests.gui.problem_cards import NEW, SUIT, cards, transposed, words

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(opened, reports):
    """A report with three independent problems."""
    return opened(reports(changes={NEW: transposed(NEW), SUIT: "99"})).reports.page


def test_what_is_no_longer_true_is_greyed_and_cannot_be_taken(page, qtbot):
    card = next(card for card in cards(page) if CULPRIT in card.told.cells)
    edit(page.stack, page.review, CULPRIT, "4321")
    assert not card.isEnabled()
    assert CULPRIT not in page.views["requests"]._painter.culprits
    count = page.stack.count()
    page.mender.accept(card.told, card.told.offers[0])
    page.mender.accept_all()
    assert page.stack.count() == count
    assert page.window().status.text() == "正在重新核对，请稍候"
    settle(page.window(), qtbot)
    assert all(card.isEnabled() for card in cards(page))
    assert "4321" in " ".join(words(page.findings.problems))


def test_a_late_answer_is_dropped(make_window, reports, qtbot):
    pool = HeldPool()
    window = make_window(pool)
    window.open_files([reports()])
    qtbot.waitUntil(lambda: bool(pool.jobs))
    pool.release()
    qtbot.waitUntil(lambda: window.reports.page is not None and bool(pool.jobs))
    page = window.reports.page
    assert not cards(page)
    edit(page.stack, page.review, CULPRIT, "4321")
    pool.release()
    qtbot.waitUntil(lambda: bool(pool.jobs))
    assert not page.mender.is_current
    assert not cards(page), "the answer was about 9754"
    pool.release()
    settle(window, qtbot)
    assert cards(page)[0].told.offers[0].steps[0].old == "4321"


def test_many_changes_are_asked_about_once(make_window, reports, qtbot):
    pool = HeldPool()
    window = make_window(pool)
    window.open_files([reports()])
    qtbot.waitUntil(lambda: bool(pool.jobs))
    pool.release()
    qtbot.waitUntil(lambda: window.reports.page is not None and bool(pool.jobs))
    page = window.reports.page
    pool.release()
    settle(window, qtbot)
    for number in range(20):
        edit(page.stack, page.review, CULPRIT, str(5000 + number))
    qtbot.waitUntil(lambda: bool(pool.jobs))
    assert len(pool.jobs) == 1
    pool.release()
    settle(window, qtbot)


def test_closing_a_report_while_it_is_worked_on(make_window, reports, qtbot):
    pool = HeldPool()
    window = make_window(pool)
    window.open_files([reports()])
    qtbot.waitUntil(lambda: bool(pool.jobs))
    pool.release()
    qtbot.waitUntil(lambda: window.reports.page is not None and bool(pool.jobs))
    window.commands["close"].trigger()
    qtbot.waitUntil(lambda: window.reports.page is None)
    QApplication.processEvents()
    pool.release()
    qtbot.waitUntil(lambda: window.jobs.is_idle)


def test_without_an_answer_every_finding_is_in_the_list(opened, reports, qtbot, monkeypatch):
    from core.errors import ReadError
    from gui.problems import suggesting

    def fail(_question):
        raise ReadError("算不出")

    monkeypatch.setattr(suggesting, "answer", fail)
    page = opened(reports()).reports.page
    assert not cards(page)
    assert page.findings.list.model().findings == page.review.findings


def test_where_there_is_no_safe_repair_the_card_says_why(opened, reports, qtbot):
    rows = ("granted", "partial", "refused.law", "refused.process", "unable.not_held", "other.misc")
    wrong = {f"requests.{row}.research": str(1000 + 731 * n) for n, row in enumerate(rows)}
    wrong |= {f"requests.{row}.total": str(9000 - 577 * n) for n, row in enumerate(rows)}
    window = opened(reports(changes={**wrong, "requests.carried_out.ngo": "见附件"}))
    (card,) = cards(window.reports.page)
    assert not card.told.offers
    assert card.told.note
    assert card.told.note in words(card)
    assert window.reports.page.current_view.current_cell == card.told.findings[0].cells[0]
    qtbot.keyClick(window, Qt.Key.Key_F6)
    assert card.verify.hasFocus()
    qtbot.keyClick(window, Qt.Key.Key_Return, CTRL)
    assert window.status.text() == "这里没有可以采纳的改法"


def test_a_card_out_of_sight_is_scrolled_to(opened, reports, qtbot):
    window = opened(reports(changes={NEW: transposed(NEW), SUIT: "99"}))
    window.resize(900, 420)
    page = window.reports.page
    for _ in range(3):
        qtbot.keyClick(window, Qt.Key.Key_F8)
        card = page.findings.problems.chosen_card
        qtbot.waitUntil(lambda card=card: not card.visibleRegion().isEmpty())
        qtbot.waitUntil(lambda card=card: card.visibleRegion().boundingRect().top() <= 1)


def test_suggestions_come_for_a_report_read_again_too(opened, reports, qtbot):
    path = reports()
    window = opened(path)
    path.write_bytes(path.read_bytes().replace(b"9754", b"4321"))
    window.reports.reload_wanted.emit(path)
    qtbot.waitUntil(lambda: window.reports.page.review.text(CULPRIT) == "4321")
    settle(window, qtbot)
    assert cards(window.reports.page)[0].told.offers[0].steps[0].old == "4321"
