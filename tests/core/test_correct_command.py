"""``gouji correct``: marks that can be seen in the file, the page of changes, and what is refused."""

from pathlib import Path

import pytest
from openpyxl import load_workbook

from core.cli import main
from core.files import encode, from_bytes, open_report
from core.formats.docx.document import read
from core.marks import Marks
from core.tables import Correction
from tests.core.export.sittings import WHEN
from tests.core.formats.test_docx_package import parts_of
from tests.documents import excel, word
from tests.layouts import balanced, report

WRONG = balanced() | {"requests.unable.not_held.natural": "999"}
RIGHT = balanced()["requests.unable.not_held.natural"]


def source(folder: Path, suffix: str) -> Path:
    path = folder / f"错{suffix}"
    made = {".docx": word, ".xlsx": excel, ".txt": lambda n: report("pipes_padded", n).encode()}
    path.write_bytes(made[suffix](WRONG))
    return path


def corrected(folder: Path, suffix: str, *options: str) -> tuple[int, Path]:
    target = folder / f"改好{suffix}"
    return main(
        ["correct", str(source(folder, suffix)), "-o", str(target), "--accept-best", *options]
    ), target


@pytest.mark.parametrize("suffix", [".docx", ".xlsx", ".txt"])
def test_a_marked_copy_reads_as_corrected(tmp_path, suffix):
    code, target = corrected(tmp_path, suffix, "--mark")
    assert code == 0
    tables = open_report(target).recognition.tables
    assert {c: raw.text for t in tables.values() for c, raw in t.cells.items()} == balanced()


def test_word_shows_the_correction_as_a_revision_by_the_author_named(tmp_path):
    _, target = corrected(tmp_path, ".docx", "--mark", "--author", "李四")
    body = parts_of(target.read_bytes())["word/document.xml"].decode()
    assert body.count('w:author="李四"') == 2
    assert "<w:delText>999</w:delText>" in body
    assert any("修订痕迹" in note for note in read(target.read_bytes()).notes)


def test_excel_shows_the_correction_as_a_comment(tmp_path):
    _, target = corrected(tmp_path, ".xlsx", "--mark")
    cells = (c for sheet in load_workbook(target) for line in sheet for c in line if c.comment)
    assert [c.comment.text for c in cells] == [f"年报勾稽校核：原为 999，改为 {RIGHT}"]


def test_without_the_option_nothing_is_marked(tmp_path):
    _, target = corrected(tmp_path, ".docx")
    assert b"w:ins" not in parts_of(target.read_bytes())["word/document.xml"]


def test_plain_text_holds_no_marks_and_that_is_said(tmp_path, capsys):
    code, target = corrected(tmp_path, ".txt", "--mark")
    assert code == 0
    assert "这种文件里留不下修订痕迹" in capsys.readouterr().err
    assert target.read_bytes() == report("pipes_padded", balanced()).encode()


def test_a_marked_correction_of_a_sentence_holds_before_it_is_written():
    opened = from_bytes(word(balanced()), Path("年报.docx"))
    paragraph = next(p for p in opened.paragraphs if "312 条" in p.text)
    wanted = [Correction(paragraph.as_cell(), paragraph.text.replace("312", "313"))]
    data = encode(opened, wanted, Marks("年报勾稽校核", WHEN))
    assert b"<w:delText>312</w:delText>" in parts_of(data)["word/document.xml"]


def test_the_page_of_changes_tells_what_and_why(tmp_path):
    page = tmp_path / "更正.html"
    code, _ = corrected(tmp_path, ".docx", "--changes", str(page))
    assert code == 0
    text = page.read_text(encoding="utf-8")
    assert '<td class="old">999</td>' in text
    assert f'<td class="new">{RIGHT}</td>' in text
    assert "勾稽全部成立" in text


@pytest.mark.parametrize("name", ["错.docx", "改好.docx", "更正.txt"])
def test_the_page_of_changes_takes_no_other_files_place(tmp_path, name, capsys):
    code, target = corrected(tmp_path, ".docx", "--changes", str(tmp_path / name))
    assert code == 2
    assert not target.exists()
    cells = open_report(tmp_path / "错.docx").recognition.tables["requests"].cells
    assert cells["requests.unable.not_held.natural"].text == "999"
    assert name in capsys.readouterr().err
