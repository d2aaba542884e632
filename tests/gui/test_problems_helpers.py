"""The helpers in the menu 编辑: one step each, and a word about what was done."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from gui.talk import Talk
from gui.widgets.changes_dialog import ChangesDialog
from tests.gui.conftest import settle

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
TOTAL = "requests.granted.total"


@pytest.fixture
def run(opened, reports, qtbot):
    """Opens a report with some cells changed, shows 表三 and triggers a command."""

    def start(name, changes):
        window = opened(reports(slip=False, changes=changes))
        page = window.reports.page
        page.table_tabs.setCurrentWidget(page.views["requests"])
        before = dict(page.review.texts)
        window.commands[name].trigger()
        settle(window, qtbot)
        return window, page, before

    return start


def changed(page, before):
    return {cell: text for cell, text in page.review.texts.items() if text != before[cell]}


def test_blanks_of_this_table_become_zero(run):
    blanks = {"requests.refused.secret.natural": "", "requests.refused.secret.other": "/"}
    window, page, before = run("fill_blanks", {**blanks, "disclosure.normative.issued": "/"})
    assert changed(page, before) == dict.fromkeys(blanks, "0")
    assert window.status.text() == "表三：已给 2 格补 0"
    assert page.stack.count() == 1
    page.stack.undo()
    assert page.review.texts == before


def test_full_width_digits_of_this_table_become_half_width(run):
    window, page, before = run("half_width", {"requests.refused.secret.natural": "０"})
    assert changed(page, before) == {"requests.refused.secret.natural": "0"}
    assert window.status.text() == "表三：已把 1 格改成半角数字"
    assert page.stack.undoText() == "改半角数字"


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("fill_blanks", "表三：没有要补 0 的格"),
        ("half_width", "表三：没有全角数字"),
        ("totals", "总计与分项都一致，没有要改的"),
    ],
)
def test_nothing_to_do_is_said(run, name, said):
    window, page, _before = run(name, {})
    assert window.status.text() == said
    assert not page.stack.count()


def test_totals_are_shown_before_they_are_written(run, talk):
    window, page, before = run("totals", {TOTAL: "7777"})
    ((row,),) = talk.changes
    assert row[0].startswith("表三")
    assert row[1:] == ("7777", page.review.text(TOTAL))
    assert set(changed(page, before)) == {TOTAL}
    assert window.status.text() == "已按分项重算 1 处总计"
    assert not page.review.findings
    assert page.stack.count() == 1


def test_totals_stay_if_the_clerk_says_no(run, talk):
    talk.confirms = False
    _window, page, before = run("totals", {TOTAL: "7777"})
    assert talk.changes
    assert changed(page, before) == {}


@pytest.mark.parametrize(("key", "done"), [(Qt.Key.Key_Return, [True]), (Qt.Key.Key_Escape, [])])
def test_the_dialog_lists_every_change(qtbot, key, done):
    parent, answers = QWidget(), []
    qtbot.addWidget(parent)
    rows = [(f"表三第 {n} 行", str(n), str(n + 1)) for n in range(40)]
    Talk().confirm_changes(parent, "按分项重算总计", "说明", rows, lambda: answers.append(True))
    dialog = parent.findChild(ChangesDialog)
    qtbot.waitUntil(dialog.isVisible)
    assert [dialog.table.item(39, column).text() for column in range(3)] == list(rows[39])
    qtbot.keyClick(dialog, key)
    assert answers == done
    qtbot.waitUntil(lambda: parent.findChild(ChangesDialog) is None)
