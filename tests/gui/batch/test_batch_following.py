"""A row of the batch list follows what is done with its report in the main window."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from gui.batch.columns import ERRORS, STATE
from gui.commands import edit
from gui.talk import DISCARD, OVERWRITE
from tests.gui.batch.listed import column, finish, shown
from tests.gui.conftest import CULPRIT

pytestmark = pytest.mark.qt_log_ignore("does not support raise")
WRONG = "农业农村局.txt"


@pytest.fixture
def opened_from_list(checked, folder, window, qtbot):
    """The report is opened by Enter on its row."""
    checked.page.list.show_path(folder / WRONG)
    qtbot.keyClick(checked.page.list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(window.reports.pages) == 1)
    qtbot.waitUntil(lambda: shown(checked)[WRONG][3] == "已打开")
    return window.reports.pages[0]


def correct(page, right: str) -> None:
    edit(page.stack, page.review, CULPRIT, right)


def test_a_double_click_opens_the_report_too(checked, window, folder, qtbot):
    view = checked.page.list
    view.show_path(folder / WRONG)
    place = view.visualRect(view.currentIndex()).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.waitUntil(lambda: len(window.reports.pages) == 1)
    assert window.reports.pages[0].path == folder / WRONG


def test_counts_follow_every_correction_and_every_undo(checked, opened_from_list, right_number):
    before = shown(checked)[WRONG]
    correct(opened_from_list, right_number)
    assert shown(checked)[WRONG][0] == ""
    assert shown(checked)[WRONG][3] == "改动未保存"
    assert checked.listing.tags["error"] == 1
    opened_from_list.stack.undo()
    assert shown(checked)[WRONG] == before
    assert checked.listing.tags["error"] == 2


def test_saved_beside_the_copy_comes_into_the_list_and_the_original_gives_way(
    checked,
    opened_from_list,
    right_number,
    folder,
    window,
    qtbot,
):
    correct(opened_from_list, right_number)
    window.commands["save"].trigger()
    copy = "农业农村局（已更正）.txt"
    qtbot.waitUntil(lambda: copy in shown(checked))
    assert shown(checked)[copy][0] == ""
    assert f"共 {checked.listing.tags['all']} 份" in checked.foot.text()
    assert shown(checked)[WRONG][3] == "已改正"
    window.reports.close_page(opened_from_list)
    assert shown(checked)[WRONG][3] == "另有更正稿"
    members = {row.path.name for row in checked.desk.gathered().members}
    assert copy in members
    assert WRONG not in members


def test_saved_over_the_original_is_checked_anew(
    checked,
    opened_from_list,
    right_number,
    folder,
    window,
    talk,
    qtbot,
):
    correct(opened_from_list, right_number)
    talk.to_save, talk.answers = [folder / WRONG], [OVERWRITE]
    window.commands["save_as"].trigger()
    qtbot.waitUntil(lambda: shown(checked)[WRONG][3] == "已改正")
    qtbot.waitUntil(lambda: not checked.listing.find(folder / WRONG).row.errors)
    window.reports.close_page(opened_from_list)
    assert shown(checked)[WRONG][0] == ""
    assert shown(checked)[WRONG][3] == "已核对"


def test_closed_without_saving_the_row_says_what_the_file_says(
    checked,
    opened_from_list,
    right_number,
    window,
    talk,
):
    before = column(checked, ERRORS)
    correct(opened_from_list, right_number)
    talk.answers = [DISCARD]
    window.reports.close_page(opened_from_list)
    assert column(checked, ERRORS) == before
    assert "已打开" not in column(checked, STATE)


def test_a_report_that_was_open_before_the_run_is_known(opened, reports, tmp_path, qtbot, window):
    where = tmp_path / "一个"
    where.mkdir()
    path: Path = reports("甲.txt", folder=where)
    opened(path)
    window.open_files([where])
    batch = finish(window.batching.window, qtbot)
    qtbot.waitUntil(lambda: shown(batch)["甲.txt"][3] == "已打开")
