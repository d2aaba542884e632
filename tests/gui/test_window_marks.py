"""Saving with marks: chosen for one file or for all, by name; where none can be placed that is said."""

import zipfile

import pytest
from PySide6.QtCore import Qt

from core import marks
from core.filenames import corrected_name
from core.resources import ROOT
from gui.commands import edit
from gui.settings import AUTHOR, MARKS, user_name
from gui.talk import CANCEL, UNMARKED
from tests.gui.test_window_save import _settled

CTRL = Qt.KeyboardModifier.ControlModifier
SAMPLES = {path.suffix: path for path in (ROOT / "samples").iterdir()}
CELL = "requests.new.natural"


def _bytes_in(path, part):
    with zipfile.ZipFile(path) as package:
        return b"".join(package.read(name) for name in package.namelist() if part in name)


@pytest.fixture
def edited(opened, tmp_path):
    def make(suffix):
        path = tmp_path / f"报告{suffix}"
        path.write_bytes(SAMPLES[suffix].read_bytes())
        window = opened(path)
        page = window.reports.page
        assert edit(page.stack, page.review, CELL, "77")
        return window, path

    return make


def test_a_word_file_saved_as_with_marks_holds_a_revision(edited, talk, qtbot, tmp_path, settings):
    settings.set(AUTHOR, "李核对")
    window, _path = edited(".docx")
    talk.to_save = [tmp_path / "有痕.docx"]
    window.commands["save_marked"].trigger()
    _settled(window, qtbot)
    document = _bytes_in(tmp_path / "有痕.docx", "word/document.xml")
    assert b"<w:ins " in document
    assert 'w:author="李核对"'.encode() in document
    assert "留有修订痕迹" in window.status.text()


def test_saving_again_keeps_the_marks_of_that_file(edited, talk, qtbot, tmp_path):
    window, _path = edited(".docx")
    talk.to_save = [tmp_path / "有痕.docx"]
    window.commands["save_marked"].trigger()
    _settled(window, qtbot)
    page = window.reports.page
    edit(page.stack, page.review, "requests.new.business", "88")
    qtbot.keyClick(window, Qt.Key.Key_S, CTRL)
    _settled(window, qtbot)
    assert _bytes_in(tmp_path / "有痕.docx", "word/document.xml").count(b"<w:ins ") >= 2


@pytest.mark.parametrize("wanted", [False, True])
def test_the_setting_decides_for_an_ordinary_save(edited, qtbot, settings, wanted):
    settings.set(MARKS, wanted)
    window, path = edited(".xlsx")
    qtbot.keyClick(window, Qt.Key.Key_S, CTRL)
    _settled(window, qtbot)
    assert (b"<comment " in _bytes_in(corrected_name(path), "xl/comments")) == wanted
    assert ("留有修订痕迹" in window.status.text()) == wanted


def test_a_text_has_no_marks_and_does_not_offer_them(opened, reports, settings, qtbot):
    settings.set(MARKS, True)
    path = reports()
    window = opened(path)
    assert not window.commands["save_marked"].isEnabled()
    page = window.reports.page
    edit(page.stack, page.review, CELL, "77")
    qtbot.keyClick(window, Qt.Key.Key_S, CTRL)
    _settled(window, qtbot)
    assert corrected_name(path).exists()
    assert "痕迹" not in window.status.text()


def _locked_for_marks(path):
    """Turn every run of the document into part of somebody's tracked move, in which no mark can be placed."""
    import re

    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    text = parts["word/document.xml"].decode()
    run = re.compile(r"<w:r(?: [^>]*)?>(?:(?!</w:r>).)*<w:t(?: [^>]*)?>(?:(?!</w:r>).)*</w:r>", re.S)
    mark = '<w:moveTo w:id="9{}" w:author="甲" w:date="2024-01-01T00:00:00Z">{}</w:moveTo>'
    count = iter(range(10**6))
    parts["word/document.xml"] = run.sub(lambda m: mark.format(next(count), m[0]), text).encode()
    with zipfile.ZipFile(path, "w") as package:
        for name, data in parts.items():
            package.writestr(name, data)


@pytest.mark.parametrize(("answer", "is_saved"), [(UNMARKED, True), (CANCEL, False)])
def test_where_no_mark_can_be_placed_saving_clean_is_offered(
    opened, talk, qtbot, tmp_path, settings, answer, is_saved
):
    settings.set(MARKS, True)
    path = tmp_path / "报告.docx"
    path.write_bytes(SAMPLES[".docx"].read_bytes())
    _locked_for_marks(path)
    window = opened(path)
    page = window.reports.page
    edit(page.stack, page.review, CELL, "77")
    talk.answers = [answer]
    qtbot.keyClick(window, Qt.Key.Key_S, CTRL)
    _settled(window, qtbot)
    assert "痕迹" in talk.asked[0].text
    assert corrected_name(path).exists() == is_saved
    assert page.is_modified != is_saved


def test_without_a_name_in_the_settings_the_user_is_named(settings, monkeypatch):
    monkeypatch.setenv("LOGNAME", "wangwu")
    assert settings.author == "wangwu"
    settings.set(AUTHOR, "  ")
    assert settings.author == "wangwu"

    def fails():
        raise KeyError("uid not found")

    monkeypatch.setattr("getpass.getuser", fails)
    assert user_name() == marks.AUTHOR
