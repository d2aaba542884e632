"""A run in the batch window: where it begins, how it goes on, ends, is repeated, and what goes wrong."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent

from gui.batch.columns import FILE
from gui.batch.window import BatchWindow
from gui.jobs import Jobs
from gui.settings import BATCH_FOLDER
from tests.gui.batch.listed import UNITS, bars, column, finish, shown, units

pytestmark = pytest.mark.qt_log_ignore("does not support raise")


def drop(window, *paths: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    how = (Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    window.dragEnterEvent(QDragEnterEvent(QPoint(50, 50), *how))
    window.dropEvent(QDropEvent(QPointF(50, 50), *how))


def status(batch: BatchWindow) -> str:
    return batch.foot.text()


def test_a_dropped_folder_goes_to_the_batch_window_and_a_report_to_the_main_window(
    window,
    folder,
    reports,
    qtbot,
):
    drop(window, folder)
    batch = window.batching.window
    finish(batch, qtbot)
    assert len(units(batch)) == 5
    assert batch.isVisible()
    assert not window.reports.pages
    drop(window, reports("单独一份.txt"))
    qtbot.waitUntil(lambda: len(window.reports.pages) == 1)
    assert len(units(batch)) == 5


def test_very_many_files_are_a_batch_too(window, reports, qtbot):
    paths = [reports(f"{n}.txt", slip=False) for n in range(13)]
    drop(window, *paths)
    finish(window.batching.window, qtbot)
    assert len(units(window.batching.window)) == 13


@pytest.mark.parametrize("way", ["menu", "start page"])
def test_the_folder_is_chosen_from_the_menu_or_the_start_page(
    window,
    talk,
    folder,
    qtbot,
    settings,
    way,
):
    talk.to_choose = [folder]
    if way == "menu":
        window.commands["batch"].trigger()
    else:
        qtbot.mouseClick(window.start.findChild(object, "batch_folder"), Qt.MouseButton.LeftButton)
    finish(window.batching.window, qtbot)
    assert len(units(window.batching.window)) == 5
    assert settings.get(BATCH_FOLDER) == str(folder)


def test_checked_again_only_what_is_new_or_changed_is_done(checked, folder, reports, qtbot):
    (folder / "坏.docx").unlink()
    reports("水务局.txt", slip=True, folder=folder, unit=UNITS[3])
    reports("新来的.txt", slip=False, folder=folder, unit="云岭市青禾区司法局")
    qtbot.keyClick(checked, Qt.Key.Key_F5)
    finish(checked, qtbot)
    found = shown(checked)
    assert "坏.docx" not in found
    assert found["水务局.txt"][0]
    assert "新来的.txt" in found
    assert "3 份没有变化" in status(checked)


def test_reports_in_folders_below_are_told_apart_by_their_path(window, folder, reports, qtbot):
    below = folder / "乡镇"
    below.mkdir()
    reports("民政局.txt", folder=below, unit="云岭市青禾区白石镇人民政府")
    window.open_files([folder])
    batch = finish(window.batching.window, qtbot)
    assert {"民政局.txt", str(Path("乡镇", "民政局.txt"))} <= set(column(batch, FILE))


def test_unrelated_files_and_office_s_lock_files_are_no_rows(window, folder, qtbot):
    for n in range(50):
        (folder / f"照片{n}.jpg").write_bytes(b"x")
    (folder / "~$农业农村局.docx").write_bytes(b"x")
    window.open_files([folder])
    batch = finish(window.batching.window, qtbot)
    assert len(units(batch)) == 5
    assert "另有 50 个别的文件" in status(batch)


def test_an_empty_folder_says_so_where_the_list_would_be(window, tmp_path, qtbot):
    empty = tmp_path / "空的"
    empty.mkdir()
    window.open_files([empty])
    batch = finish(window.batching.window, qtbot)
    assert batch.page.hint.isVisible()
    assert "没有报告" in batch.page.hint.text()
    assert not batch.tools.actions_["sums"].isEnabled()


def test_endless_nesting_ends_and_is_told_of(window, folder, qtbot):
    deep = folder
    for _level in range(45):
        deep = deep / "层"
    deep.mkdir(parents=True)
    window.open_files([folder])
    batch = finish(window.batching.window, qtbot)
    assert len(units(batch)) == 5
    assert "套得太深" in bars(batch)


def test_a_folder_that_is_gone_leaves_the_list_as_it_was(checked, folder, qtbot):
    before = shown(checked)
    shutil.move(folder, folder.with_name("别处"))
    checked.again()
    finish(checked, qtbot)
    assert shown(checked) == before
    assert "找不到了" in bars(checked)
    shutil.move(folder.with_name("别处"), folder)
    checked.again()
    finish(checked, qtbot)
    assert not bars(checked)


def test_a_folder_that_goes_half_way_is_told_of(window, folder, qtbot, monkeypatch):
    from gui.batch import runner

    def half(paths, *given, **more):
        for number, row in enumerate(original(paths, *given, **more)):
            yield row
            if number == 1:
                shutil.rmtree(folder)

    original = runner.run
    monkeypatch.setattr(runner, "run", half)
    window.open_files([folder])
    batch = finish(window.batching.window, qtbot)
    assert len(units(batch)) == 5
    assert "中途断开" in bars(batch)


def test_a_run_can_be_stopped_and_keeps_what_has_come(make_window, folder, reports, qtbot, monkeypatch):
    from gui.batch import runner

    window = make_window()
    window.batching._jobs = Jobs(parent=window)
    batch = window.batching.show()

    def one_then_wait(paths, *given, cancelled, **more):
        rows = original(paths, *given, cancelled=cancelled, **more)
        yield next(rows)
        while not cancelled():
            pass
        yield from rows

    original = runner.run
    monkeypatch.setattr(runner, "run", one_then_wait)
    window.open_files([folder])
    qtbot.waitUntil(lambda: len(units(batch)) == 1)
    assert batch.strip.isVisible()
    assert "1 / 5" in batch.strip.label.text()
    qtbot.mouseClick(batch.strip.stop, Qt.MouseButton.LeftButton)
    finish(batch, qtbot)
    assert len(units(batch)) == 1
    assert "已停下" in status(batch)
    assert not batch.strip.isVisible()


def test_closing_while_a_run_goes_on_stops_it(make_window, folder, qtbot, monkeypatch):
    from gui.batch import runner

    window = make_window()
    window.batching._jobs = Jobs(parent=window)

    def until_cancelled(_paths, *_given, cancelled, **_more):
        while not cancelled():
            pass
        yield from ()

    monkeypatch.setattr(runner, "run", until_cancelled)
    window.open_files([folder])
    batch = window.batching.window
    qtbot.waitUntil(lambda: batch.runner.is_busy)
    window.close()
    assert not batch.isVisible()


def test_a_second_folder_waits_for_the_first(make_window, folder, tmp_path, qtbot):
    from tests.gui.conftest import HeldPool

    pool = HeldPool()
    window = make_window(pool)
    window.open_files([folder])
    batch = window.batching.window
    window.open_files([tmp_path])
    assert "另一批" in bars(batch)
    pool.release()
    finish(batch, qtbot)
    assert len(units(batch)) == 5
