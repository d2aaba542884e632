"""Small things a trial with clerks brought up."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMenu

from core.forms import editions
from gui.commands import edit
from gui.grid.equation import equation_line
from gui.settings import GEOMETRY
from gui.theme import contrast
from gui.widgets.verify_dialog import VerifyDialog
from gui.window.placing import within
from tests.gui.conftest import CULPRIT
from tests.gui.problem_cards import SUIT

BLANK = dict.fromkeys(editions()["2021"].tables["challenges"].cells, "/")


def test_a_blank_table_is_not_called_right(opened, reports, qtbot):
    window = opened(reports(slip=False, changes=BLANK))
    page = window.reports.page
    view = page.views["challenges"]
    page.table_tabs.setCurrentWidget(view)
    view.show_cell(SUIT)
    assert page._equation.text() == "这张表还没有填"
    window.commands["totals"].trigger()
    assert window.status.text() == "这张表还没有填"
    assert equation_line(page.review, SUIT, typed="5") != "这张表还没有填"


def test_a_word_is_no_missing_number(opened, reports):
    window = opened(reports(slip=False))
    page = window.reports.page
    edit(page.stack, page.review, SUIT, "abc")
    assert "有的格不是数" in equation_line(page.review, SUIT)
    assert "缺数" not in page.findChild(object, "glance").parent().accessibleName()


def test_the_dialog_says_that_it_is_remembered_and_where(qtbot, window):
    dialog = VerifyDialog(["表三……"], window)
    qtbot.addWidget(dialog)
    said = [label.text() for label in dialog.findChildren(QLabel)]
    assert any("下次打开这份报告时也一样" in text and "报告旁边的小文件" in text for text in said)


@pytest.mark.qt_log_ignore("propagateSizeHints")
def test_an_empty_choice_is_seen_in_both_schemes(qtbot, worn):
    dialog = VerifyDialog(["表三……"], None)
    qtbot.addWidget(dialog)
    dialog.show()
    choice = dialog.choices[2]
    picture, ground = choice.grab().toImage(), dialog.palette().window().color()
    middle = picture.height() // 2
    best = max(contrast(picture.pixelColor(x, middle), ground) for x in range(picture.height()))
    assert best >= 3.0


def test_a_file_that_comes_back_is_no_longer_missed(opened, reports, qtbot):
    path = reports()
    page = opened(path).reports.page
    data = path.read_bytes()
    path.unlink()
    qtbot.waitUntil(lambda: "disk" in page.bars.bars)
    path.write_bytes(data)
    qtbot.waitUntil(lambda: "disk" not in page.bars.bars)
    path.unlink()
    qtbot.waitUntil(lambda: "disk" in page.bars.bars)
    path.write_bytes(data.replace(b"9754", b"9755"))
    qtbot.waitUntil(lambda: "改过" in page.bars.bars["disk"].accessibleName())


@pytest.mark.parametrize(
    ("wanted", "fitted"),
    [
        (QRect(-50, -20, 400, 300), QRect(0, 30, 400, 300)),
        (QRect(700, 500, 400, 300), QRect(510, 212, 400, 300)),
        (QRect(100, 100, 2000, 1000), QRect(0, 30, 910, 482)),
    ],
)
def test_a_window_is_moved_into_its_screen(wanted, fitted):
    assert within(wanted, QRect(0, 30, 910, 482)) == fitted


def test_no_window_is_larger_than_the_screen(make_window, settings):
    room = QGuiApplication.primaryScreen().availableGeometry()
    first = make_window(shown=False)
    assert room.contains(QRect(room.topLeft(), first.size()))
    first.resize(4000, 3000)
    settings.set(GEOMETRY, first.saveGeometry())
    again = make_window(shown=False)
    assert again.width() <= room.width()
    assert again.height() <= room.height()
    assert room.contains(again.geometry())


def test_the_menu_edits_the_table(opened, reports, qtbot):
    window = opened(reports())
    page = window.reports.page
    view = page.views["requests"]
    page.table_tabs.setCurrentWidget(view)
    view.setFocus()
    view.show_cell(CULPRIT)
    menu = next(menu for menu in window.findChildren(QMenu) if menu.title().startswith("编辑"))
    shown = {action.objectName() for action in menu.actions()}
    assert {"copy", "paste", "clear", "edit_cell"} <= shown
    window.commands["copy"].trigger()
    assert QGuiApplication.clipboard().text() == "9754"
    window.commands["clear"].trigger()
    assert page.review.text(CULPRIT).strip() == "0"
    window.commands["paste"].trigger()
    assert page.review.text(CULPRIT).strip() == "9754"
    window.commands["edit_cell"].trigger()
    assert view.viewport().isAncestorOf(window.focusWidget())
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Escape)


def test_the_keys_of_the_table_do_nothing_elsewhere(opened, reports):
    window = opened(reports())
    page = window.reports.page
    before = dict(page.review.texts)
    page.findings.problems.cards[0].boxes[0].accept.setFocus()
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Delete)
    assert page.review.texts == before


def test_a_tab_tells_whether_its_report_has_errors(opened, reports, right_number):
    window = opened(reports())
    page, tabs = window.reports.page, window.reports
    assert not tabs.tabIcon(0).isNull()
    assert f"必改 {page.review.count.error} 处" in tabs.tabToolTip(0)
    edit(page.stack, page.review, CULPRIT, right_number)
    assert tabs.tabIcon(0).isNull()
    assert "必改" not in tabs.tabToolTip(0)
