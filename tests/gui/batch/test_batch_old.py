"""An old document in the batch list: checked where it lies, followed where its conversion is worked on."""

import pytest
from PySide6.QtCore import Qt

from tests.documents import word
from tests.gui.batch.listed import finish, shown
from tests.layouts import balanced
from tests.office import CONVERTS, needs_scripts, old, suite, use

pytestmark = [needs_scripts, pytest.mark.qt_log_ignore("does not support raise")]
CELL = "challenges.later_suit.total"


@pytest.fixture
def folder(tmp_path):
    where = tmp_path / "各单位"
    where.mkdir()
    (where / "水务局.doc").write_bytes(old())
    return where


def test_without_a_suite_it_is_listed_with_the_reason(folder, window, qtbot, monkeypatch):
    use(monkeypatch, None)
    window.open_files([folder])
    batch = finish(window.batching.window, qtbot)
    assert shown(batch)["水务局.doc"][3] == "打不开"
    assert "没有能自动转换它的软件" in batch.listing.find(folder / "水务局.doc").row.error


def test_its_row_follows_the_conversion_that_is_worked_on(folder, window, qtbot, tmp_path, monkeypatch):
    use(monkeypatch, suite(tmp_path / "suite", CONVERTS, {"docx": word(balanced() | {CELL: "99"})}))
    window.open_files([folder])
    batch = finish(window.batching.window, qtbot)
    assert shown(batch)["水务局.doc"] == ("1", *shown(batch)["水务局.doc"][1:3], "已核对")
    assert [path.name for path in folder.iterdir()] == ["水务局.doc"]
    batch.page.list.show_path(folder / "水务局.doc")
    qtbot.keyClick(batch.page.list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: shown(batch)["水务局.doc"][3] == "已打开")
    page = window.reports.page
    assert page.path == folder / "水务局.docx"
    page.review.set_value(CELL, balanced()[CELL])
    assert shown(batch)["水务局.doc"][0] == ""
    window.commands["save"].trigger()
    qtbot.waitUntil(lambda: "水务局（已更正）.docx" in shown(batch))
    window.reports.close_page(page)
    assert shown(batch)["水务局.doc"][3] == "另有转换稿"
    assert {row.path.name for row in batch.desk.gathered().members} == {"水务局（已更正）.docx"}
