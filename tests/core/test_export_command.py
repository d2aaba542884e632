"""``gouji export`` as scripts rely on it: the suffix says what is wanted, and nothing is written in vain."""

import subprocess
import sys
from pathlib import Path

import pytest

from core.cli import main
from core.files import open_report
from tests.documents import word
from tests.layouts import balanced, report

ROOT = Path(__file__).resolve().parents[2]
HEADS = {".docx": b"PK", ".xlsx": b"PK", ".html": b"<!DOCTYPE html>", ".pdf": b"%PDF"}


@pytest.fixture
def wrong(tmp_path: Path) -> Path:
    path = tmp_path / "错.txt"
    path.write_text(
        report("pipes_padded", balanced() | {"challenges.later_suit.total": "99"}), encoding="utf-8"
    )
    return path


@pytest.mark.parametrize("suffix", [".docx", ".xlsx", ".html", ".DOCX"])
def test_the_suffix_says_what_is_written(wrong, tmp_path, suffix, capsys):
    before = wrong.read_bytes()
    target = tmp_path / f"导出{suffix}"
    assert main(["export", str(wrong), "-o", str(target)]) == 0
    assert target.read_bytes().startswith(HEADS[suffix.lower()])
    assert wrong.read_bytes() == before
    shown = capsys.readouterr()
    assert (shown.out, shown.err) == ("", "")


def test_an_exported_report_can_be_opened_again(wrong, tmp_path):
    target = tmp_path / "导出.docx"
    main(["export", str(wrong), "-o", str(target)])
    assert len(open_report(target).recognition.tables) == 3


def test_the_notice_is_a_word_document(wrong, tmp_path, capsys):
    assert main(["export", str(wrong), "-o", str(tmp_path / "意见.docx"), "--notice"]) == 0
    assert main(["export", str(wrong), "-o", str(tmp_path / "意见.pdf"), "--notice"]) == 2
    assert not (tmp_path / "意见.pdf").exists()
    assert "退改意见单是 Word 文件" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["导出.doc", "导出", "导出.txt"])
def test_an_unknown_suffix_is_refused(wrong, tmp_path, name, capsys):
    assert main(["export", str(wrong), "-o", str(tmp_path / name)]) == 2
    assert not (tmp_path / name).exists()
    assert ".docx、.xlsx、.html 或 .pdf" in capsys.readouterr().err


def test_the_report_itself_and_last_years_are_never_the_target(tmp_path, capsys):
    this, last = tmp_path / "今年.docx", tmp_path / "去年.docx"
    this.write_bytes(word(balanced()))
    last.write_bytes(word(balanced(), year=2022))
    before = this.read_bytes(), last.read_bytes()
    (tmp_path / "链接.docx").symlink_to(this)
    for target in (this, last, tmp_path / "链接.docx"):
        assert main(["export", str(this), "-o", str(target), "--last-year", str(last)]) == 2
        assert "就是要读的报告" in capsys.readouterr().err
    assert (this.read_bytes(), last.read_bytes()) == before


def test_a_file_that_cannot_be_read_writes_nothing(tmp_path, capsys):
    bad, target = tmp_path / "坏.docx", tmp_path / "导出.docx"
    bad.write_bytes(b"PK\x03\x04 cut off")
    assert main(["export", str(bad), "-o", str(target)]) == 2
    assert main(["export", str(tmp_path / "没有.docx"), "-o", str(target)]) == 2
    assert not target.exists()
    assert len(capsys.readouterr().err.splitlines()) == 2


@pytest.mark.parametrize("suffix", HEADS)
def test_a_text_without_tables_is_not_exported(tmp_path, suffix, capsys):
    path, target = tmp_path / "通知.txt", tmp_path / f"导出{suffix}"
    path.write_text("关于做好年度报告编制工作的通知\n请各单位按时报送。\n", encoding="utf-8")
    assert main(["export", str(path), "-o", str(target)]) == 2
    assert not target.exists()
    assert "没有找到法定表格" in capsys.readouterr().err


def test_a_target_that_cannot_be_written_is_said(wrong, tmp_path, capsys):
    assert main(["export", str(wrong), "-o", str(tmp_path / "没有这个文件夹" / "导出.docx")]) == 2
    assert "没有保存" in capsys.readouterr().err
    folder = tmp_path / "文件夹.docx"
    folder.mkdir()
    assert main(["export", str(wrong), "-o", str(folder)]) == 2


def test_what_the_new_file_lacks_is_said(tmp_path, capsys):
    text = report("pipes_padded", balanced())
    start, end = text.index("四、政府信息公开行政复议"), text.index("五、存在")
    path = tmp_path / "缺表.txt"
    path.write_text(text[:start] + text[end:], encoding="utf-8")
    assert main(["export", str(path), "-o", str(tmp_path / "导出.xlsx")]) == 0
    assert (
        capsys.readouterr().err
        == "没有找到“表四 政府信息公开行政复议、行政诉讼情况”，导出的文件里没有这张表。\n"
    )


def test_a_clean_report_gets_no_notice(tmp_path, capsys):
    path, target = tmp_path / "好.txt", tmp_path / "意见.docx"
    path.write_text(report("pipes_padded", balanced()), encoding="utf-8")
    assert main(["export", str(path), "-o", str(target), "--notice"]) == 2
    assert not target.exists()
    assert "没有发现要退改的问题" in capsys.readouterr().err


def test_it_runs_without_qt_and_checking_loads_no_document_library(wrong, tmp_path):
    code = (
        "import sys; sys.modules['PySide6'] = None; sys.modules['shiboken6'] = None\n"
        "from core.cli import main\n"
        f"main(['check', {str(wrong)!r}])\n"
        "loaded = {'docx', 'openpyxl', 'fpdf', 'fontTools', 'lxml'} & set(sys.modules)\n"
        f"sys.exit(1 if loaded else main(['export', {str(wrong)!r}, '-o', {str(tmp_path / '导出.docx')!r}]))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr


def test_a_report_of_another_year_is_not_taken_for_last_years(tmp_path, capsys):
    this, other, target = tmp_path / "今年.docx", tmp_path / "别年.docx", tmp_path / "核对.html"
    this.write_bytes(word(balanced()))
    other.write_bytes(word(balanced(), year=2020))
    assert main(["export", str(this), "-o", str(target), "--last-year", str(other)]) == 2
    assert not target.exists()
    assert "请给出上年的报告" in capsys.readouterr().err


def test_the_check_report_counts_what_last_years_report_shows(tmp_path):
    this, last, target = tmp_path / "今年.docx", tmp_path / "去年.docx", tmp_path / "核对.html"
    this.write_bytes(word(balanced()))
    last.write_bytes(word(balanced(), year=2022))
    assert main(["export", str(this), "-o", str(target), "--last-year", str(last)]) == 0
    assert "上年报告“四、结转下年度继续办理”" in target.read_text(encoding="utf-8")
