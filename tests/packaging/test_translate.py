"""The English that is shipped is that of the source: ``packaging/translate.py`` was run."""

import re
from pathlib import Path

import texts
import translate
from PySide6.QtCore import QTranslator

TWO_FAULTS = """
class Window(QWidget):
    def say(self, name):
        self.tr("打开")
        self.tr("打开" if name else "保存")
        self.tr(f"打开{name}")
        name.tr("关闭")


def _tr(text):
    return QCoreApplication.translate("Menus", text)


_tr("文件")
QCoreApplication.translate("Other", "别的")
_tr("{old} → {new}")
"""


def test_texts_are_found_under_the_context_that_is_asked_at_run_time(tmp_path: Path):
    (tmp_path / "window.py").write_text(TWO_FAULTS, encoding="utf-8")
    found = texts.find(tmp_path)
    assert {c: set(e) for c, e in found.texts.items()} == {
        "Window": {"打开", "保存"},
        "Menus": {"文件"},
        "Other": {"别的"},
    }
    assert [fault.partition(": ")[2] for fault in found.faults] == [
        "a text made up before it is translated",
        "tr() of another object than self",
    ]


def test_nothing_is_missing_left_over_or_unfinished():
    found, known = texts.find(), translate.read()
    assert not found.faults
    assert {c: set(e) for c, e in known.items()} == {c: set(e) for c, e in found.texts.items()}
    assert not translate.unfinished(known)


def test_what_the_program_loads_is_what_was_translated():
    translator = QTranslator()
    assert translator.load(str(translate.QM))
    for context, entries in translate.read().items():
        for text, said in entries.items():
            assert translator.translate(context, text) == said, (context, text)


def test_placeholders_and_access_keys_are_the_same_in_both_languages():
    for context, entries in translate.read().items():
        for text, said in entries.items():
            assert sorted(re.findall(r"{\w*}", text)) == sorted(re.findall(r"{\w*}", said)), (context, text)
            assert ("&" in text) == ("&" in said), (context, text)


def test_a_text_written_and_read_is_the_same(tmp_path: Path):
    known = {"Menus": {"文件(&F)": "&File", "两行\n“<引号>”": "two\nlines & <quotes>", "新的": ""}}
    translate.write(known, tmp_path / "x.ts")
    assert translate.read(tmp_path / "x.ts") == known
    assert translate.unfinished(known) == ["Menus: 新的"]
