"""改动对照: every change with its reason, the way to the place, on paper and as a file."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QTableWidget, QWidget

from core.findings import paragraph_number
from gui.commands import edit, put_texts, reasons
from gui.widgets.printing import ask_and_print
from gui.window.compare import ComparisonDialog
from tests.gui.conftest import CULPRIT
from tests.gui.test_window_save import _settled

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
CTRL = Qt.KeyboardModifier.ControlModifier


def _compare(window, qtbot):
    qtbot.keyClick(window, Qt.Key.Key_D, CTRL)
    dialog = window.findChild(ComparisonDialog)
    qtbot.waitUntil(dialog.isVisible)
    return dialog


def _rows(dialog):
    table = dialog.findChild(QTableWidget)
    return [
        [table.item(row, column).text() for column in range(table.columnCount())]
        for row in range(table.rowCount())
    ]


def test_an_accepted_repair_is_listed_with_its_reason(opened, reports, qtbot, right_number):
    window = opened(reports())
    qtbot.keyClick(window, Qt.Key.Key_Return, CTRL)
    ((place, old, new, why),) = _rows(_compare(window, qtbot))
    assert place.startswith("表三")
    assert (old, new) == ("9754", right_number)
    assert "勾稽全部成立" in why


def test_what_is_typed_over_a_repair_has_no_reason_and_undoing_brings_it_back(opened, reports, qtbot):
    window = opened(reports())
    page = window.reports.page
    qtbot.keyClick(window, Qt.Key.Key_Return, CTRL)
    assert reasons(page.stack).keys() == {CULPRIT}
    edit(page.stack, page.review, CULPRIT, "5")
    assert not reasons(page.stack)
    ((_place, _old, new, why),) = _rows(_compare(window, qtbot))
    assert (new, why) == ("5", "手工改")
    page.stack.undo()
    assert reasons(page.stack).keys() == {CULPRIT}
    page.stack.undo()
    assert not reasons(page.stack)


def _changed(window):
    """One cell and one paragraph, in two tabs."""
    page = window.reports.page
    edit(page.stack, page.review, CULPRIT, "5")
    id_ = next(i for i in page.review.paragraphs if page.review.is_read(paragraph_number(i)))
    put_texts(page.stack, page.review, {id_: page.review.text(id_) + "改"})
    return page, id_


@pytest.mark.parametrize("way", ["mouse", "enter", "button"])
def test_a_line_leads_to_its_place(opened, reports, qtbot, way):
    window = opened(reports())
    page, _id = _changed(window)
    dialog = _compare(window, qtbot)
    table = dialog.table
    row = next(n for n, line in enumerate(_rows(dialog)) if line[1] == "9754")
    place = table.visualItemRect(table.item(row, 0)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    if way == "mouse":
        qtbot.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    elif way == "enter":
        qtbot.keyClick(table, Qt.Key.Key_Return)
    else:
        qtbot.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not window.findChildren(ComparisonDialog))
    assert page.current_view.current_cell == CULPRIT


def test_nothing_changed_says_so_and_offers_nothing(opened, reports, qtbot):
    dialog = _compare(opened(reports()), qtbot)
    assert not _rows(dialog)
    assert not any(b.isEnabled() for b in (dialog.go, dialog.print, dialog.export))
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)


def test_it_goes_to_paper_and_to_a_file(opened, reports, talk, qtbot, tmp_path):
    window = opened(reports())
    _changed(window)
    dialog = _compare(window, qtbot)
    qtbot.mouseClick(dialog.print, Qt.MouseButton.LeftButton)
    assert "9754" in talk.printed[0]
    assert "改动对照已送去打印" in window.status.text()
    talk.to_save = [tmp_path / "对照.html"]
    qtbot.mouseClick(dialog.export, Qt.MouseButton.LeftButton)
    _settled(window, qtbot)
    assert "9754" in (tmp_path / "对照.html").read_text(encoding="utf-8")


def test_the_system_s_dialog_prints(qtbot, tmp_path):
    """To a file, as there is no printer here."""
    from PySide6.QtPrintSupport import QPrintDialog

    parent, done = QWidget(), []
    qtbot.addWidget(parent)
    ask_and_print(parent, "打印", "<h1>对照</h1><p>9754</p>", lambda: done.append(True))
    dialog = parent.findChild(QPrintDialog)
    dialog.findChild(QLineEdit, "filename").setText(str(tmp_path / "对照.pdf"))
    dialog.accept()
    assert done == [True]
    assert (tmp_path / "对照.pdf").read_bytes().startswith(b"%PDF")
