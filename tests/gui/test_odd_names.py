"""The window with files of any name: shown, remembered, watched, saved and recovered."""

import os
from pathlib import Path
from uuid import uuid4

import pytest
from PySide6.QtCore import QSettings

from core.filenames import corrected_name
from core.sidecar import load, sidecar_path
from gui.handover import Door, hand_over, open_door
from gui.settings import Settings
from gui.standing import standings
from gui.talk import CANCEL
from tests.gui.conftest import CULPRIT

NAMES = [
    "年 报　（终稿） 2.txt",
    "𠮷野县🙂年报.txt",
    "&年报&&.txt",
    "<b>年报&lt;.txt",
    "100%1 %n 年报.txt",
    "年报；a,b;c=d[*].txt",
    "年" * 80 + ".txt",
]
if os.name == "posix":
    NAMES += ["年\n报.txt", "年报\udcff.txt", 'a"b\\c.txt']


@pytest.fixture(params=NAMES, ids=ascii)
def path(request, reports) -> Path:
    return reports(request.param)


def test_it_is_opened_saved_and_found_again(opened, path, settings, qtbot):
    window = opened(path)
    page = window.reports.page
    assert page.path == path
    page.review.set_value(CULPRIT, "7")
    with qtbot.waitSignal(window.reports.saved):
        page.saver.save()
    copy = corrected_name(path)
    assert copy.is_file()
    window.open_files([path])
    assert len(window.reports.pages) == 1
    settings._store.sync()
    again = Settings(QSettings(settings._store.fileName(), QSettings.Format.IniFormat))
    assert again.recent == settings.recent
    if "\udcff" not in path.name:
        assert again.recent == (copy, path)
        assert set(standings(again)) >= {copy}
    else:  # the settings keep Unicode alone, and a name that is not the file's helps nobody
        assert again.recent == ()


def test_a_change_on_disk_is_noticed(opened, path, qtbot):
    window = opened(path)
    page = window.reports.page
    path.write_text("别的内容", encoding="utf-8")
    window.reports.watcher.look()
    qtbot.waitUntil(lambda: "disk" in page.bars.bars)


def test_what_is_confirmed_is_kept(opened, path, qtbot):
    window = opened(path)
    review = window.reports.page.review
    review.accept(review.findings[:1], "口径不同")
    qtbot.waitUntil(lambda: sidecar_path(path).is_file() and window.jobs.is_idle)
    assert [each.reason for each in load(path)] == ["口径不同"]


def test_a_name_that_is_too_long_is_said_when_saving_and_when_opening(opened, reports, talk, qtbot, tmp_path):
    window = opened(reports())
    page = window.reports.page
    page.review.set_value(CULPRIT, "7")
    talk.to_save, talk.answers = [tmp_path / ("长" * 300 + ".txt")], [CANCEL]
    page.saver.save_as()
    qtbot.waitUntil(lambda: not talk.answers)
    assert "太长" in talk.asked[0].text
    assert page.is_modified
    window.open_files([tmp_path / ("长" * 300 + ".docx")])
    qtbot.waitUntil(lambda: not window.opener.is_busy)
    assert len(window.reports.pages) == 1


@pytest.mark.skipif(os.name != "posix", reason="the place is the screen's")
def test_it_is_handed_over(path, qtbot, monkeypatch):
    monkeypatch.setenv("DISPLAY", f"test {uuid4()}")
    door = open_door()
    assert isinstance(door, Door)
    came: list[Path] = []
    try:
        door.answer(came.extend)
        assert hand_over([path])
        qtbot.waitUntil(lambda: came == [path])
    finally:
        door.close()
