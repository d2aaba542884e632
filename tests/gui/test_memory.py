"""核实无误 lasts: kept at once beside the report and its corrected copy, and said where that cannot be."""

import os

import pytest
from PySide6.QtCore import Qt

from core.filenames import corrected_name
from core.resources import ROOT
from core.sidecar import load, sidecar_path
from gui.commands import edit
from tests.gui.conftest import HeldPool
from tests.gui.test_opening_beside import said

CTRL = Qt.KeyboardModifier.ControlModifier
REASON = "已与底稿核对"
SUIT = "challenges.direct_suit.total"


def verify(window, talk, qtbot):
    """Mark the problem in front 核实无误, by its key."""
    talk.reasons = [REASON]
    qtbot.keyClick(window, Qt.Key.Key_K, CTRL)
    qtbot.waitUntil(lambda: window.jobs.is_idle)


def reasons(path):
    return [each.reason for each in load(path)]


def test_what_was_marked_is_kept_at_once_and_what_is_taken_back_goes(opened, reports, talk, qtbot):
    path = reports()
    before = path.read_bytes()
    window = opened(path)
    verify(window, talk, qtbot)
    assert reasons(path) == [REASON]
    assert path.read_bytes() == before
    page = window.reports.page
    page.stack.undo()
    qtbot.waitUntil(lambda: not sidecar_path(path).exists())
    page.stack.redo()
    qtbot.waitUntil(lambda: sidecar_path(path).exists())
    page.mender.restore(page.review.accepted[0])
    qtbot.waitUntil(lambda: not sidecar_path(path).exists())
    assert said(page) == []


def test_it_is_quiet_when_opened_again(opened, reports, talk, qtbot):
    path = reports()
    window = opened(path)
    verify(window, talk, qtbot)
    window.reports.close_page(window.reports.page)
    page = opened(path).reports.page
    assert not page.review.findings
    assert page.findings._accepted.isVisible()


def test_the_corrected_copy_gets_what_was_marked_too(opened, reports, talk, qtbot):
    path = reports(changes={SUIT: "99"})
    window = opened(path)
    page = window.reports.page
    verify(window, talk, qtbot)
    edit(page.stack, page.review, SUIT, "10")
    qtbot.keyClick(window, Qt.Key.Key_S, CTRL)
    copy = corrected_name(path)
    qtbot.waitUntil(lambda: sidecar_path(copy).exists() and window.jobs.is_idle)
    assert reasons(copy) == [REASON]
    page.mender.restore(page.review.accepted[0])
    qtbot.waitUntil(lambda: not sidecar_path(copy).exists() and not sidecar_path(path).exists())


def test_a_copy_of_a_report_without_marks_gets_no_file(opened, reports, talk, qtbot):
    path = reports()
    window = opened(path)
    edit(window.reports.page.stack, window.reports.page.review, SUIT, "10")
    qtbot.keyClick(window, Qt.Key.Key_S, CTRL)
    qtbot.waitUntil(lambda: corrected_name(path).exists() and window.jobs.is_idle)
    assert not sidecar_path(corrected_name(path)).exists()
    verify(window, talk, qtbot)
    assert reasons(corrected_name(path)) == [REASON], "what is marked later holds for it too"


def test_two_marks_in_one_go_are_both_kept(make_window, reports, talk, qtbot):
    pool = HeldPool()
    window = make_window(pool)
    path = reports(changes={SUIT: "99"})
    window.open_files([path])
    qtbot.waitUntil(lambda: pool.release() or window.reports.count() == 1)
    review = window.reports.page.review
    first, second = review.findings[0], review.findings[-1]
    review.accept([first], "甲")
    review.accept([second], "乙")
    pool.jobs.reverse()
    pool.release()
    assert set(reasons(path)) == {"甲", "乙"}


def test_where_nothing_can_be_written_it_is_said_once(opened, reports, talk, qtbot, tmp_path, monkeypatch):
    folder = tmp_path / "只读"
    folder.mkdir()
    path = reports(folder=folder, changes={SUIT: "99"})
    window = opened(path)
    if os.geteuid() == 0:  # root may write everywhere
        monkeypatch.setattr("core.writing.os.fsync", _denied)
    folder.chmod(0o555)
    try:
        verify(window, talk, qtbot)
        page = window.reports.page
        (text,) = said(page)
        assert "只记到关闭这份报告为止" in text
        page.bars.bars.popitem()[1].dismiss()
        verify(window, talk, qtbot)
        assert said(page) == []
        assert len(page.review.accepted) == 2
        assert not sidecar_path(path).exists()
    finally:
        folder.chmod(0o755)


def _denied(*_arguments, **_named):
    raise PermissionError(13, "Permission denied")


def test_nothing_is_written_into_the_program_s_own_folder(opened, talk, qtbot):
    sample = next(p for p in (ROOT / "samples").iterdir() if "有错" in p.name)
    window = opened(sample)
    verify(window, talk, qtbot)
    assert not sidecar_path(sample).exists()
    (text,) = said(window.reports.page)
    assert "示例" in text


@pytest.mark.parametrize("content", ["{", "[]"])
def test_a_damaged_file_is_kept_when_something_is_marked(opened, reports, talk, qtbot, content):
    path = reports()
    sidecar_path(path).write_text(content, encoding="utf-8")
    window = opened(path)
    verify(window, talk, qtbot)
    assert reasons(path) == [REASON]
    assert content in [p.read_text(encoding="utf-8") for p in path.parent.glob("*.json")]
