"""Exports from the window: every kind, beside the report, as it stands now; the report itself stays."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from core.files import open_report
from core.resources import ROOT
from gui.talk import CANCEL, ELSEWHERE, OVERWRITE
from gui.window.opening import PATIENCE
from tests.gui.conftest import CULPRIT, HeldPool
from tests.gui.test_window_save import _corrected, _settled

KINDS = {
    "export_word": ("（官方版式）.docx", b"PK"),
    "export_excel": ("（官方版式）.xlsx", b"PK"),
    "export_html": ("（核对报告）.html", b"<!DOCTYPE html>"),
    "export_notice": ("（退改意见单）.docx", b"PK"),
    "export_changes": ("（改动对照）.html", b"<!DOCTYPE html>"),
}


def _export(window, qtbot, name):
    window.commands[name].trigger()
    _settled(window, qtbot)


@pytest.mark.parametrize("name", KINDS)
def test_each_kind_goes_beside_the_report_and_leaves_it_alone(opened, reports, talk, qtbot, tmp_path, name):
    path = reports()
    before = path.read_bytes()
    window = opened(path)
    ending, head = KINDS[name]
    talk.to_save = [tmp_path / "导出"]
    _export(window, qtbot, name)
    assert talk.proposed == [path.with_name(path.stem + ending)]
    target = tmp_path / f"导出{Path(ending).suffix}"
    assert target.read_bytes().startswith(head)
    assert path.read_bytes() == before
    assert target.name in window.status.text()
    qtbot.mouseClick(window.status._button, Qt.MouseButton.LeftButton)
    assert talk.shown_folders == [tmp_path]


def test_what_is_exported_is_what_stands_in_the_window(opened, reports, talk, qtbot, tmp_path, right_number):
    window = opened(reports())
    page = _corrected(window, right_number)
    talk.to_save = [tmp_path / "新.docx"]
    _export(window, qtbot, "export_word")
    made = open_report(tmp_path / "新.docx")
    assert made.recognition.tables["requests"].cells[CULPRIT].text == right_number
    assert page.is_modified


def test_the_check_report_tells_the_reason_of_an_accepted_repair(opened, reports, talk, qtbot, tmp_path):
    window = opened(reports())
    qtbot.keyClick(window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert window.reports.page.is_modified
    talk.to_save = [tmp_path / "报告.html"]
    _export(window, qtbot, "export_html")
    text = (tmp_path / "报告.html").read_text(encoding="utf-8")
    assert "本次更正" in text
    assert "勾稽全部成立" in text.partition("本次更正")[2]


def test_an_existing_file_is_asked_about_and_the_report_is_never_the_target(opened, reports, talk, qtbot):
    path = reports()
    window = opened(path)
    target = path.with_name("有了.html")
    target.write_text("别人的", encoding="utf-8")
    talk.to_save, talk.answers = [target], [CANCEL]
    _export(window, qtbot, "export_html")
    assert target.read_text(encoding="utf-8") == "别人的"
    other = path.with_name("另外.html")
    talk.to_save, talk.answers = [target, other], [ELSEWHERE]
    _export(window, qtbot, "export_html")
    assert other.exists()
    talk.to_save, talk.answers = [target], [OVERWRITE]
    _export(window, qtbot, "export_html")
    assert target.read_bytes() == other.read_bytes()


def test_the_report_itself_is_never_the_target(opened, talk, qtbot, tmp_path):
    sample = next(path for path in (ROOT / "samples").iterdir() if path.suffix == ".docx")
    path = tmp_path / sample.name
    path.write_bytes(sample.read_bytes())
    window = opened(path)
    talk.to_save, talk.answers = [path], [CANCEL]
    _export(window, qtbot, "export_word")
    assert path.read_bytes() == sample.read_bytes()
    assert "本身" in talk.asked[0].text


def test_a_failure_is_one_sentence_and_advice(opened, reports, talk, qtbot, tmp_path):
    window = opened(reports())
    talk.to_save, talk.answers = [tmp_path / "没有这个文件夹" / "新.docx"], [CANCEL]
    _export(window, qtbot, "export_word")
    assert "文件夹不存在" in talk.asked[0].text
    assert talk.asked[0].advice


def test_a_report_without_findings_gets_no_notice_and_that_is_said(
    opened, reports, talk, qtbot, tmp_path, only
):
    only()
    window = opened(reports(slip=False))
    talk.to_save, talk.answers = [tmp_path / "单.docx"], [CANCEL]
    _export(window, qtbot, "export_notice")
    assert "没有发现要退改的问题" in talk.asked[0].text
    assert not (tmp_path / "单.docx").exists()


def test_what_the_document_lacks_is_said(opened, talk, qtbot, tmp_path, reports):
    path = reports()
    text = path.read_text(encoding="utf-8")
    start = text.index("四、")
    path.write_text(text[:start], encoding="utf-8")
    window = opened(path)
    assert "challenges" not in window.reports.page.views
    talk.to_save = [tmp_path / "新.docx"]
    _export(window, qtbot, "export_word")
    (bar,) = window.bars.bars.values()
    assert "复议" in bar.accessibleName()
    assert (tmp_path / "新.docx").exists()


def test_slow_exports_say_so_and_each_can_be_stopped(make_window, reports, talk, qtbot, tmp_path):
    pool = HeldPool()
    window = make_window(pool)
    window.open_files([reports()])
    for _ in range(8):
        pool.release()
        qtbot.wait(20)
    talk.to_save = [tmp_path / "慢.html", tmp_path / "另一份.docx"]
    window.commands["export_html"].trigger()
    window.commands["export_word"].trigger()
    qtbot.waitUntil(lambda: len(window.bars.bars) == 2, timeout=PATIENCE * 10)
    first, second = window.bars.bars.values()
    qtbot.mouseClick(first.buttons[0], Qt.MouseButton.LeftButton)
    assert list(window.bars.bars.values()) == [second]
    assert "另一份.docx" in second.accessibleName()
    pool.release()
    qtbot.waitUntil(lambda: window.jobs.is_idle)
    assert not window.bars.bars
    assert not (tmp_path / "慢.html").exists()
    assert (tmp_path / "另一份.docx").exists()


def test_nothing_can_be_exported_while_no_report_is_open(window):
    assert not any(window.commands[name].isEnabled() for name in (*KINDS, "export_pdf", "compare"))
