"""F1–F4 on disk: nothing is written unless it was verified, and then in one step or not at all."""

import errno
import os
from pathlib import Path

import pytest

from core import files, writing
from core.errors import ReadError, SaveError
from core.filenames import corrected_name
from core.review import Review
from core.tables import Correction, Document, Paragraph
from tests.data.xlsx_package import rows, text, workbook
from tests.documents import word
from tests.layouts import balanced, report


@pytest.fixture
def path(tmp_path: Path) -> Path:
    target = tmp_path / "青禾区农业农村局 年报.txt"
    target.write_text(report("pipes_padded", balanced()), encoding="utf-8", newline="")
    return target


def corrected(path: Path) -> tuple[files.Report, Review]:
    opened = files.open_report(path)
    review = Review(opened)
    review.set_value("requests.granted.natural", "777")
    return opened, review


def test_nothing_corrected_gives_identical_bytes(path):
    opened = files.open_report(path)
    target = corrected_name(path)
    files.save(opened, (), target)
    assert target.read_bytes() == path.read_bytes()


def test_the_default_name_says_that_it_is_corrected(path):
    assert corrected_name(path).name == "青禾区农业农村局 年报（已更正）.txt"


def test_a_corrected_copy_corrected_again_counts_on():
    names = [Path("年报（已更正）.docx"), Path("年报（已更正9）.docx")]
    assert [corrected_name(n).name for n in names] == ["年报（已更正2）.docx", "年报（已更正10）.docx"]


def test_exactly_the_corrected_cell_differs_on_reading_again(path):
    opened, review = corrected(path)
    target = corrected_name(path)
    assert files.save(opened, review.corrections, target) is None
    before, after = Review(opened), Review(files.open_report(target))
    assert {c for c in before.cells if before.text(c) != after.text(c)} == {"requests.granted.natural"}
    assert after.text("requests.granted.natural") == "777"


def test_overwriting_the_original_keeps_a_backup(path):
    source = path.read_bytes()
    opened, review = corrected(path)
    backup = files.save(opened, review.corrections, path)
    assert backup is not None
    assert backup.name == "青禾区农业农村局 年报（更正前备份）.txt"
    assert backup.read_bytes() == source
    assert path.read_bytes() != source


def test_a_second_backup_does_not_replace_the_first(path):
    opened, review = corrected(path)
    first = files.save(opened, review.corrections, path)
    path.write_bytes(opened.document.source)
    second = files.save(opened, review.corrections, path)
    assert first != second
    assert first.read_bytes() == second.read_bytes() == opened.document.source


def test_an_original_changed_meanwhile_is_not_overwritten(path):
    opened, review = corrected(path)
    path.write_text("别的程序写的内容", encoding="utf-8")
    assert files.is_changed_on_disk(opened)
    with pytest.raises(SaveError, match="改过"):
        files.save(opened, review.corrections, path)
    assert path.read_text(encoding="utf-8") == "别的程序写的内容"
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.parametrize("step", ["fsync", "replace"])
@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EACCES, errno.EROFS, errno.EIO])
def test_a_failure_while_writing_leaves_the_target_as_it_was(path, monkeypatch, step, number):
    opened, review = corrected(path)
    target = corrected_name(path)
    target.write_text("旧的", encoding="utf-8")

    def fail(*_args: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(writing.os, step, fail)
    with pytest.raises(SaveError, match="没有保存"):
        files.save(opened, review.corrections, target)
    assert target.read_text(encoding="utf-8") == "旧的"
    assert sorted(p.name for p in path.parent.iterdir()) == sorted([path.name, target.name])


def test_a_missing_folder_is_said(path):
    opened, review = corrected(path)
    with pytest.raises(SaveError, match="文件夹不存在"):
        files.save(opened, review.corrections, path.parent / "没有" / "a.txt")


def test_bytes_that_read_back_differently_are_never_written(path):
    opened, review = corrected(path)
    cell = review.cells["requests.granted.natural"]
    from core.tables import Correction

    with pytest.raises(SaveError, match="复核没有通过"):
        files.encode(opened, (Correction(cell, "7 | 8"),))


def test_rights_of_a_replaced_file_are_kept(path):
    path.chmod(0o640)
    opened, review = corrected(path)
    files.save(opened, review.corrections, path)
    assert path.stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("空.docx", b"", "空的"),
        ("空白.txt", b"\xef\xbb\xbf\r\n  ", "空的"),
        ("旧.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "另存为"),
        ("网页.docx", b"<!DOCTYPE html><html><body></body></html>", "网页"),
        ("版.docx", b"%PDF-1.7", "PDF"),
        ("富.docx", b"{\\rtf1", "RTF"),
        ("坏.xlsx", b"PK\x03\x04" + bytes(50), "损坏"),
        ("图.docx", b"\x89PNG\r\n", "图片"),
    ],
)
def test_what_cannot_be_read_says_why_and_names_the_file(tmp_path, name, content, words):
    target = tmp_path / name
    target.write_bytes(content)
    with pytest.raises(ReadError) as error:
        files.open_report(target)
    assert name in str(error.value)
    assert words in str(error.value)


def test_a_missing_file_and_a_folder_are_said(tmp_path):
    with pytest.raises(ReadError, match="不存在"):
        files.open_report(tmp_path / "没有.docx")
    with pytest.raises(ReadError, match="文件夹"):
        files.open_report(tmp_path)


def test_an_original_deleted_meanwhile_is_written_again_with_its_backup(path):
    source = path.read_bytes()
    opened, review = corrected(path)
    path.unlink()
    backup = files.save(opened, review.corrections, path)
    assert backup is not None
    assert backup.read_bytes() == source
    assert path.exists()


def test_an_original_that_cannot_be_looked_at_is_not_overwritten(path):
    opened, review = corrected(path)
    path.unlink()
    path.mkdir()
    with pytest.raises(SaveError, match="没有保存"):
        files.save(opened, review.corrections, path)
    assert path.is_dir()


@pytest.fixture(params=["docx", "txt"])
def with_prose(request, path: Path) -> files.Report:
    if request.param == "txt":
        return files.open_report(path)
    target = path.with_suffix(".docx")
    target.write_bytes(word(balanced()))
    return files.open_report(target)


def sentence(opened: files.Report) -> Paragraph:
    return next(p for p in opened.document.paragraphs if "公开信息 312 条" in p.text)


def test_a_number_in_a_sentence_and_one_in_a_table_are_saved_together(with_prose):
    review = Review(with_prose)
    review.set_value("requests.granted.natural", "777")
    prose = sentence(with_prose)
    new = prose.text.replace("312", "313")
    target = corrected_name(with_prose.path)
    files.save(with_prose, [*review.corrections, Correction(prose.as_cell(), new)], target)
    again = files.open_report(target)
    assert sum(p.text == new for p in again.document.paragraphs) == 1
    after = Review(again)
    assert {c for c in review.cells if review.original(c) != after.text(c)} == {"requests.granted.natural"}
    old = [p.text for p in with_prose.document.blocks if isinstance(p, Paragraph)]
    assert [p.text for p in again.document.blocks if isinstance(p, Paragraph)] == [
        new if text == prose.text else text for text in old
    ]


def test_a_paragraph_that_would_not_be_there_on_reading_again_is_not_saved(with_prose):
    with pytest.raises(SaveError, match="复核没有通过"):
        files.encode(with_prose, [Correction(sentence(with_prose).as_cell(), " ")])


def test_a_line_that_would_be_cut_in_two_on_reading_again_is_not_saved(path):
    opened = files.open_report(path)
    prose = sentence(opened)
    with pytest.raises(SaveError, match="复核没有通过"):
        files.encode(opened, [Correction(prose.as_cell(), prose.text.replace("312", "3|12"))])


def sheets(*titles: str, name: str = "汇总.xlsx") -> files.Report:
    """A workbook with a sheet for each title."""
    return files.from_bytes(workbook(*(rows(text("A1", title)) for title in titles)), Path(name))


UNIT = "云岭市青禾区农业农村局"


def test_a_workbook_of_several_years_is_of_the_latest():
    titles = [f"{UNIT}{year}年政府信息公开工作年度报告" for year in (2022, 2024, 2023)]
    assert (sheets(*titles).year, sheets(*titles).unit) == (2024, UNIT)


def test_of_sheets_of_one_year_the_one_that_names_the_unit_counts():
    with_unit = f"{UNIT}2024年政府信息公开工作年度报告"
    without = "2024年政府信息公开工作年度报告"
    for titles in ((with_unit, without), (without, with_unit)):
        assert (sheets(*titles).year, sheets(*titles).unit) == (2024, UNIT)


def test_a_workbook_that_names_no_year_is_of_that_in_its_files_name():
    assert sheets("表三", name=f"{UNIT}2024年年报.xlsx").year == 2024
    assert (sheets("表三").year, sheets("表三").unit) == (None, None)


def test_a_workbook_without_sheets_names_neither():
    assert files._year_and_unit(Document("xlsx", b"", ()), "2024年年报.xlsx") == (None, None)


def test_a_text_that_names_no_year_is_of_that_in_its_files_name(path):
    opened = files.open_report(path)
    assert (opened.year, opened.unit) == (2023, UNIT)
    bare = files.from_bytes("关于年报的说明\n表三|1|2\n".encode(), Path(f"{UNIT}2024年年报.txt"))
    assert (bare.year, bare.path.is_absolute()) == (2024, True)


def test_a_web_page_under_a_documents_name_is_said_to_be_one():
    with pytest.raises(ReadError, match=r"后缀是 \.DOCX，内容其实是网页；.*把后缀改成 \.html$"):
        files.from_bytes("<html><body><p>年报</p></body></html>".encode(), Path("年报.DOCX"))


def test_a_file_too_large_for_the_memory_is_said(path, monkeypatch):
    def exhausted(_path: Path) -> bytes:
        raise MemoryError

    monkeypatch.setattr(files, "read_bytes", exhausted)
    with pytest.raises(ReadError, match=r"年报\.txt”打不开：文件太大，内存不够。"):
        files.open_report(path)
