"""The dialog of settings: nothing before 确定, everything after it, by keyboard too."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QSpinBox

from core.profile_file import EXAMPLE, FILE_NAME
from gui.preferences.dialog import SettingsDialog
from gui.settings import LOOKS_BACK, REQUIREMENTS, SCHEME, ZOOM
from gui.widgets.choices import Check
from tests.gui.test_opening_beside import said

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
OFF = 'off = ["requests.closed.natural", "requests.sum.granted"]'


@pytest.fixture
def dialog(window, qtbot):
    return show(window, qtbot)


def show(window, qtbot):
    window.activateWindow()
    qtbot.waitUntil(lambda: window.isActiveWindow() and not window.findChildren(SettingsDialog))
    qtbot.keyClick(window, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    return window.findChild(SettingsDialog)


def click(button):
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def requirements(dialog):
    return dialog.rows[-1].widget


def test_what_is_confirmed_is_stored_and_holds_at_once(opened, reports, settings, qtbot):
    window = opened(reports("甲.txt"), reports("乙.txt"))
    worn = []
    window.wear = worn.append
    dialog = show(window, qtbot)
    qtbot.keyClick(dialog.findChild(QComboBox), Qt.Key.Key_End)
    zoom = dialog.findChild(QSpinBox)
    qtbot.keyClick(zoom, Qt.Key.Key_Up)
    qtbot.keyClick(dialog.findChild(Check), Qt.Key.Key_Space)
    assert (settings.get(SCHEME), settings.get(ZOOM), settings.get(LOOKS_BACK)) == ("system", 100, True)
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert (settings.get(SCHEME), settings.get(ZOOM), settings.get(LOOKS_BACK)) == ("contrast", 110, False)
    assert worn == ["contrast"]
    assert {view.zoom for page in window.reports.pages for view in page.views.values()} == {110}
    looks = window.findChild(QAction, "scheme_contrast").parent()
    looks.aboutToShow.emit()
    assert window.findChild(QAction, "scheme_contrast").isChecked()
    qtbot.waitUntil(lambda: not window.findChildren(SettingsDialog))


def test_cancelling_leaves_all_as_it_was(window, dialog, settings, qtbot):
    qtbot.keyClick(dialog.findChild(QComboBox), Qt.Key.Key_End)
    click(dialog.cancel)
    assert settings.get(SCHEME) == "system"
    again = show(window, qtbot)
    assert again.findChild(QComboBox).currentText() == "跟随系统"
    qtbot.keyClick(again, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not again.isVisible())


def test_chosen_requirements_hold_for_what_is_open(opened, reports, settings, talk, tmp_path, qtbot):
    window = opened(reports())
    page = window.reports.page
    before = page.review.count.error
    chosen = tmp_path / "本县.toml"
    chosen.write_text(OFF, encoding="utf-8")
    dialog = show(window, qtbot)
    talk.to_choose = [chosen]
    click(requirements(dialog).choose)
    assert requirements(dialog).file.text() == str(chosen)
    assert settings.get(REQUIREMENTS) == ""
    click(dialog.confirm)
    assert settings.requirements == chosen
    qtbot.waitUntil(lambda: page.review.count.error == before - 2)
    again = show(window, qtbot)
    click(requirements(again).none)
    assert requirements(again).file.text() == "没有选定"
    click(again.confirm)
    qtbot.waitUntil(lambda: page.review.count.error == before)
    assert settings.requirements is None


def test_a_file_that_cannot_be_used_says_so_in_the_dialog_and_on_the_reports(
    opened, reports, talk, tmp_path, qtbot
):
    window = opened(reports())
    chosen = tmp_path / "本县.toml"
    chosen.write_text("deadline = 2", encoding="utf-8")
    dialog = show(window, qtbot)
    talk.to_choose = [chosen]
    click(requirements(dialog).choose)
    assert "第 1 行" in requirements(dialog).remark.text()
    assert requirements(dialog).sign.isVisible()
    click(dialog.confirm)
    page = window.reports.page
    qtbot.waitUntil(lambda: bool(said(page)))
    assert "本县.toml" in said(page)[0]


def test_the_example_is_put_where_the_clerk_wants_it_opened_and_chosen(
    window, dialog, settings, talk, tmp_path, qtbot
):
    folder = tmp_path / "年报"
    folder.mkdir()
    talk.to_choose = [folder, folder]
    click(requirements(dialog).new)
    path = folder / FILE_NAME
    assert path.read_bytes() == EXAMPLE.read_bytes()
    assert talk.opened_files == [path]
    click(requirements(dialog).new)
    assert "没有动它" in requirements(dialog).remark.text()
    assert talk.opened_files == [path]
    click(dialog.confirm)
    assert settings.requirements == path


def test_every_control_has_a_name_and_a_key(dialog):
    for row in dialog.rows:
        assert "&" in row.label
        assert row.widget.accessibleName()
    assert all(button.accessibleName() or button.text() for button in dialog.findChildren(QAbstractButton))
    assert [dialog.confirm.text(), dialog.cancel.text()] == ["确定", "取消"]


def test_tab_goes_through_everything(dialog, qtbot):
    seen = set()
    for _ in range(12):
        focus = dialog.focusWidget()
        seen.add(focus)
        qtbot.keyClick(focus, Qt.Key.Key_Tab)
    wanted = {dialog.confirm, dialog.cancel, dialog.findChild(QComboBox), dialog.findChild(QSpinBox)}
    assert wanted | {requirements(dialog).choose, requirements(dialog).new} <= seen


def test_an_empty_box_is_seen_in_both_schemes(dialog, worn):
    box = dialog.findChild(Check)
    box.setChecked(False)
    picture, ground = box.grab().toImage(), dialog.palette().window().color()
    middle = picture.height() // 2
    edge = [abs(picture.pixelColor(x, middle).lightness() - ground.lightness()) for x in range(6)]
    assert max(edge) > 40


def test_everything_has_the_room_it_needs_on_a_small_screen(dialog):
    """Qt opens no dialog higher than two thirds of the screen unless it is told to."""
    for row in dialog.rows:
        for button in row.widget.findChildren(QAbstractButton):
            assert button.height() >= button.minimumSizeHint().height()
    assert dialog.height() >= dialog.layout().totalMinimumHeightForWidth(dialog.width())
    assert dialog.minimumHeight() == dialog.layout().totalMinimumHeightForWidth(dialog.minimumWidth())


def test_the_usual_author_is_not_taken_for_one_that_was_typed(dialog):
    line = next(row.widget for row in dialog.rows if isinstance(row.widget, QLineEdit))
    assert line.text() == ""
    assert line.placeholderText().startswith("不填就用“")
