"""核实无误 in the window: out of the count with a reason, back when a cell changes; the dialog itself."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from gui.commands import edit
from gui.talk import Talk
from gui.widgets.verify_dialog import VerifyDialog
from tests.gui.conftest import CULPRIT, settle

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
CTRL = Qt.KeyboardModifier.ControlModifier
SUIT = "challenges.direct_suit.total"


def click(button):
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_verified_problem_leaves_the_count_and_can_be_restored(opened, reports, talk, qtbot):
    page = opened(reports(changes={SUIT: "99"})).reports.page
    before = page.review.count.error
    talk.reasons = ["已与底稿核对"]
    card = page.findings.problems.cards[0]
    number = len(card.told.findings)
    click(card.verify)
    assert talk.sentences == [[page.review.message(f) for f in card.told.findings]]
    assert page.review.count.error == before - number
    assert len(page.findings.problems.cards) == 1
    section = page.findings._accepted
    assert section.unfold.text() == f"已核实 1 个问题（{number} 处）"
    assert not section._scroll.isVisible(), "quiet until it is unfolded"
    click(section.unfold)
    said = [label.text() for label in section.findChildren(QLabel)]
    assert "原因：已与底稿核对" in said
    assert CULPRIT not in page.views["requests"]._painter.culprits
    page.stack.undo()
    assert page.review.count.error == before
    page.stack.redo()
    click(section._scroll.findChild(QPushButton))
    assert page.review.count.error == before
    assert not section.isVisible()
    assert len(page.findings.problems.cards) == 2
    page.stack.undo()
    assert section.isVisible()


def test_it_comes_back_when_one_of_its_cells_changes(opened, reports, talk, qtbot):
    window = opened(reports())
    page = window.reports.page
    talk.reasons = ["已与底稿核对"]
    qtbot.keyClick(window, Qt.Key.Key_K, CTRL)
    assert not page.review.findings
    assert page.findChild(QWidget, "glance").text() == "没有其他问题 · 已核实 2 处"
    assert not window.isWindowModified(), "the file is as it was"
    edit(page.stack, page.review, "requests.granted.total", "1")
    assert page.review.findings
    assert not page.findings._accepted.isVisible()
    settle(window, qtbot)
    assert page.findings.problems.cards


def test_without_a_reason_nothing_happens(opened, reports, talk, qtbot):
    window = opened(reports())
    before = window.reports.page.review.findings
    qtbot.keyClick(window, Qt.Key.Key_K, CTRL)
    assert len(talk.sentences) == 1
    assert window.reports.page.review.findings == before
    assert not window.reports.page.stack.count()


def test_where_nothing_is_wrong_there_is_nothing_to_verify(opened, reports, talk, qtbot):
    window = opened(reports(slip=False))
    qtbot.keyClick(window, Qt.Key.Key_K, CTRL)
    assert window.status.text() == "这里没有要核实的问题"


def test_all_at_once_passes_over_what_was_verified(opened, reports, talk, qtbot):
    window = opened(reports(changes={SUIT: "99"}))
    page = window.reports.page
    talk.reasons = ["已与底稿核对"]
    page.mender.verify(page.findings.problems.cards[0].told)
    page.mender.accept_all()
    assert page.review.text(CULPRIT) == "9754"
    assert page.review.text(SUIT) != "99"
    settle(window, qtbot)
    assert not page.review.findings
    assert len(page.review.accepted) == 1


# --- the dialog -------------------------------------------------------------------------------------------


def _dialog(qtbot, sentences=("表三……",)):
    parent, answers = QWidget(), []
    qtbot.addWidget(parent)
    Talk().ask_reason(parent, sentences, answers.append)
    dialog = parent.findChild(VerifyDialog)
    qtbot.waitUntil(dialog.isVisible)
    return parent, dialog, answers


def test_a_usual_reason_is_picked(qtbot):
    parent, dialog, answers = _dialog(qtbot)
    assert not dialog.confirm.isEnabled()
    qtbot.keyClick(dialog.choices[1], Qt.Key.Key_Space)
    assert dialog.confirm.isEnabled()
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert answers == [dialog.choices[1].text()]
    qtbot.waitUntil(lambda: parent.findChild(VerifyDialog) is None)


def test_one_s_own_reason_is_written(qtbot):
    _parent, dialog, answers = _dialog(qtbot, [f"第 {n} 处" for n in range(9)])
    qtbot.keyClicks(dialog.text, "  ")
    assert dialog.own.isChecked()
    assert not dialog.confirm.isEnabled(), "blanks are no reason"
    qtbot.keyClicks(dialog.text, "Word ")
    click(dialog.confirm)
    assert answers == ["Word"]


def test_escape_means_that_nothing_is_verified(qtbot):
    parent, dialog, answers = _dialog(qtbot)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: parent.findChild(VerifyDialog) is None)
    assert not answers
