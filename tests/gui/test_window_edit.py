"""Editing: the title, the findings and undo follow; everything is reachable from the keyboard."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from core.filenames import corrected_name
from gui.commands import edit
from gui.talk import CANCEL
from tests.gui.conftest import CULPRIT

TOTAL = "challenges.direct_suit.total"
ODD = {"disclosure.regulations.issued": "见附件", "disclosure.normative.issued": "若干"}
"""Cells that hold no number: findings that no repair can mend."""
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def _type(text, key=Qt.Key.Key_Return):
    """Keys as they reach whatever has the focus."""
    QTest.keyClicks(QApplication.focusWidget(), text)
    QTest.keyClick(QApplication.focusWidget(), key)


def test_edit_marks_the_title_and_undo_clears_it(opened, reports, right_number, qtbot):
    window = opened(reports())
    page = window.reports.page
    assert not window.isWindowModified()
    before = len(page.review.findings)
    edit(page.stack, page.review, CULPRIT, right_number)
    assert window.isWindowModified()
    assert window.reports.tabText(0).endswith(" *")
    assert not page.review.findings
    assert page.findChild(QWidget, "glance").text() == "全部勾稽关系成立"
    assert not page.findings.problems.cards
    qtbot.keyClick(window, Qt.Key.Key_Z, CTRL)
    assert not window.isWindowModified()
    assert len(page.review.findings) == before
    qtbot.waitUntil(lambda: len(page.findings.problems.cards) == 1)
    for keys in ((Qt.Key.Key_Y, CTRL), (Qt.Key.Key_Z, CTRL), (Qt.Key.Key_Z, CTRL | SHIFT)):
        qtbot.keyClick(window, *keys)
    assert not page.review.findings


def test_from_open_to_saved_with_the_keyboard_alone(opened, reports, right_number, qtbot):
    path = reports()
    original = path.read_bytes()
    window = opened(path)
    view = window.reports.page.current_view
    assert view.current_cell == CULPRIT, "it opens at the cell that is probably wrong"
    _type(right_number)
    assert not window.reports.page.review.findings
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_S, CTRL)
    qtbot.waitUntil(lambda: not window.isWindowModified())
    target = corrected_name(path)
    assert target.read_bytes() == original.replace(b"9754", right_number.encode())
    assert path.read_bytes() == original
    assert "已保存到" in window.status.text()
    assert "改了 1 格" in window.status.text()


def test_f8_goes_round_problems_and_findings_in_order(opened, reports, qtbot):
    window = opened(reports(changes={TOTAL: "99", **ODD}))
    page = window.reports.page
    around = [CULPRIT, TOTAL, *ODD]
    seen = [page.current_view.current_cell]
    for _ in around:
        qtbot.keyClick(window, Qt.Key.Key_F8)
        seen.append(page.current_view.current_cell)
        assert page.current_view.hasFocus()
    assert seen == [*around, CULPRIT]
    qtbot.keyClick(window, Qt.Key.Key_F8, SHIFT)
    assert page.current_view.current_cell == around[-1]
    assert page.findings.list.has_choice
    assert page.findings.problems.chosen_card is None


def test_f8_brings_the_finding_s_table_to_the_front(opened, reports, qtbot):
    window = opened(reports())
    page = window.reports.page
    qtbot.keyClick(window, Qt.Key.Key_PageDown, CTRL)
    assert page.current_view is page.views["challenges"]
    qtbot.keyClick(window, Qt.Key.Key_PageUp, CTRL)
    qtbot.keyClick(window, Qt.Key.Key_PageUp, CTRL)
    assert page.current_view is page.views["disclosure"]
    qtbot.keyClick(window, Qt.Key.Key_F8)
    assert page.current_view is page.views["requests"]


def test_f6_goes_between_grid_and_list_where_arrows_and_enter_choose(opened, reports, qtbot):
    window = opened(reports(changes=ODD))
    page = window.reports.page
    qtbot.keyClick(window, Qt.Key.Key_F6)
    assert page.findings.problems.cards[0].boxes[0].accept.hasFocus()
    qtbot.keyClick(window, Qt.Key.Key_F6)
    assert page.findings.list.hasFocus()
    for cell in ODD:
        qtbot.keyClick(page.findings.list, Qt.Key.Key_Down)
        assert page.current_view.current_cell == cell
    assert page.findings.list.hasFocus(), "arrows look, they do not leave the list"
    qtbot.keyClick(page.findings.list, Qt.Key.Key_Return)
    assert page.current_view.hasFocus(), "Enter goes to the cell"
    qtbot.keyClick(window, Qt.Key.Key_F6, SHIFT)
    assert page.findings.list.hasFocus()


def test_f6_on_the_start_page(window, qtbot):
    window.start.greet()
    first = QApplication.focusWidget()
    qtbot.keyClick(window, Qt.Key.Key_F6)
    assert QApplication.focusWidget() is window.start.samples
    qtbot.keyClick(window, Qt.Key.Key_F6)
    assert QApplication.focusWidget() is first


def test_mending_a_finding_does_not_carry_the_clerk_off(opened, reports, right_number):
    window = opened(reports())
    page = window.reports.page
    view = page.current_view
    view.setCurrentIndex(view.form_model().index_of(CULPRIT))
    edit(page.stack, page.review, CULPRIT, str(int(right_number) + 1))
    edit(page.stack, page.review, "requests.granted.total", "1")
    assert view.current_cell == CULPRIT


def test_clicking_a_finding_shows_its_cells(opened, reports, qtbot):
    window = opened(reports(changes=ODD))
    found = window.reports.page.findings.list
    row = found.model().row_of(window.reports.page.review.findings[-1])
    rect = found.visualRect(found.model().index(row, 0))
    qtbot.mouseClick(found.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert window.reports.page.current_view.current_cell == list(ODD)[1]


def test_undo_belongs_to_the_report_in_front(opened, reports, right_number, qtbot):
    window = opened(reports("甲.txt"), reports("乙.txt"))
    first, second = window.reports.pages
    edit(first.stack, first.review, CULPRIT, right_number)
    qtbot.keyClick(window, Qt.Key.Key_Tab, CTRL)
    assert window.reports.page is second
    assert not window.isWindowModified()
    assert not window.commands["undo"].isEnabled()
    qtbot.keyClick(window, Qt.Key.Key_Tab, CTRL)
    assert window.commands["undo"].isEnabled()
    assert window.isWindowModified()


def test_zoom_is_one_for_all_reports_and_is_kept(opened, reports, settings):
    window = opened(reports("甲.txt"), reports("乙.txt"))
    window.commands["zoom_in"].trigger()
    first, second = window.reports.pages
    assert {view.zoom for view in first.views.values()} == {110}
    window.reports.setCurrentWidget(second)
    assert {view.zoom for view in second.views.values()} == {110}
    window.commands["zoom_out"].trigger()
    window.commands["zoom_out"].trigger()
    assert second.current_view.zoom == 90
    window.commands["zoom_reset"].trigger()
    assert second.current_view.zoom == 100


def test_what_is_being_typed_is_saved_too(opened, reports, qtbot):
    path = reports()
    window = opened(path)
    view = window.reports.page.current_view
    view.setCurrentIndex(view.form_model().index_of(CULPRIT))
    QTest.keyClicks(view, "5")
    assert QApplication.focusWidget() is not view, "the editor is open"
    qtbot.keyClick(window, Qt.Key.Key_S, CTRL)
    qtbot.waitUntil(lambda: window.jobs.is_idle)
    assert corrected_name(path).read_bytes() == path.read_bytes().replace(b"9754", b"5")
    assert not window.isWindowModified()


def test_what_is_being_typed_counts_as_a_change_when_closing(opened, reports, talk):
    window = opened(reports())
    view = window.reports.page.current_view
    view.setCurrentIndex(view.form_model().index_of(CULPRIT))
    QTest.keyClicks(view, "5")
    talk.answers = [CANCEL]
    assert not window.close()
    assert len(talk.asked) == 1
    assert window.reports.page.review.text(CULPRIT) == "5"
