"""Which files of a folder are looked at."""

import os
from pathlib import Path

import pytest

from core.folders import DEEPEST, report_files, survey


def names(folder) -> list[str]:
    return [p.relative_to(folder).as_posix() for p in report_files([folder])]


def write(folder, *files: str) -> None:
    for name in files:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(b"x")


def test_folders_give_their_reports_sorted_and_nothing_else(tmp_path):
    write(tmp_path, "b.txt", "a.docx", "~$a.docx", "图.png", ".gouji-x.docx", "下级/c.xlsx", ".隐藏/d.docx")
    assert names(tmp_path) == ["a.docx", "b.txt", "下级/c.xlsx"]


def test_office_documents_that_must_be_saved_anew_are_not_passed_over(tmp_path):
    write(tmp_path, "甲.doc", "乙.WPS", "丙.xls", "丁.et")
    assert len(names(tmp_path)) == 4


def test_a_file_given_by_name_is_looked_at_whatever_its_name(tmp_path):
    assert list(report_files([tmp_path / "没有.png"])) == [tmp_path / "没有.png"]


@pytest.mark.skipif(os.name != "posix", reason="links to folders")
def test_links_that_lead_back_end(tmp_path):
    write(tmp_path, "下级/a.docx")
    (tmp_path / "下级" / "回去").symlink_to(tmp_path, target_is_directory=True)
    assert names(tmp_path) == ["下级/a.docx"]


def test_endless_nesting_ends(tmp_path):
    deep = tmp_path
    for _ in range(DEEPEST + 5):
        deep = deep / "下"
    write(deep, "深.docx")
    write(tmp_path, "浅.docx")
    assert names(tmp_path) == ["浅.docx"]


def test_a_survey_counts_what_is_no_report_but_not_lock_files(tmp_path):
    for name in ("一局.docx", "照片.jpg", "说明.pptx", "~$一局.docx", ".隐藏"):
        (tmp_path / name).write_bytes(b"")
    found = survey([tmp_path])
    assert [path.name for path in found.files] == ["一局.docx"]
    assert found.others == 2


def test_what_was_made_beside_the_reports_is_not_counted_among_what_was_not_looked_at(tmp_path):
    made = (
        "一局.pdf.核实.json",
        "一局（改动对照）.html",
        "一局（核对报告2）.pdf",
        "退改意见单 一局.docx",
        "gouji.toml",
    )
    for name in ("一局.pdf", *made):
        (tmp_path / name).write_bytes(b"")
    found = survey([tmp_path])
    assert ([path.name for path in found.files], found.others) == (["一局.pdf"], 0)


def test_the_same_report_in_a_format_that_can_be_corrected_is_the_one_looked_at(tmp_path):
    for name in ("一局.docx", "一局.doc", "二局.doc"):
        write(tmp_path, name)
    found = survey([tmp_path])
    assert [path.name for path in found.files] == ["一局.docx", "二局.doc"]
    assert found.others == 1


def test_what_was_exported_beside_a_report_is_no_report(tmp_path):
    for name in ("一局.docx", "一局（退改意见单）.docx", "一局（退改意见单2）.docx", "退改意见单 一局.docx"):
        write(tmp_path, name)
    assert names(tmp_path) == ["一局.docx"]


def test_a_survey_tells_where_it_went_no_deeper(tmp_path):
    deep = tmp_path.joinpath(*["层"] * (DEEPEST + 3))
    deep.mkdir(parents=True)
    (deep / "一局.docx").write_bytes(b"")
    found = survey([tmp_path])
    assert not found.files
    (last,) = found.too_deep
    assert last.is_relative_to(tmp_path)
    assert deep.is_relative_to(last)


def test_a_survey_tells_which_folders_it_could_not_look_into(tmp_path, monkeypatch):
    closed = tmp_path / "没有权限"
    closed.mkdir()
    (tmp_path / "一局.docx").write_bytes(b"")
    real = os.scandir

    def scandir(path):
        if Path(path) == closed:
            raise PermissionError(13, "Permission denied", str(path))
        return real(path)

    monkeypatch.setattr(os, "scandir", scandir)
    found = survey([tmp_path])
    assert found.unread == (closed,)
    assert [path.name for path in found.files] == ["一局.docx"]


def test_a_survey_can_be_stopped(tmp_path):
    for number in range(5):
        (tmp_path / str(number)).mkdir()
        (tmp_path / str(number) / "报告.txt").write_bytes(b"")
    asked = iter([False, False, True])
    assert len(survey([tmp_path], lambda: next(asked)).files) == 2


def test_what_a_browser_saves_beside_a_page_is_no_report(tmp_path):
    for folder in ("年报_files", "别的_files", "存档.files"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "saved_resource.html").write_bytes(b"")
    (tmp_path / "年报.html").write_bytes(b"")
    (tmp_path / "存档.htm").write_bytes(b"")
    names = [path.relative_to(tmp_path).as_posix() for path in survey([tmp_path]).files]
    assert names == ["别的_files/saved_resource.html", "存档.htm", "年报.html"]


def test_a_list_in_a_folder_is_no_report_but_one_that_is_named_is_looked_at(tmp_path):
    (tmp_path / "名册.csv").write_bytes(b"")
    (tmp_path / "年报.xlsx").write_bytes(b"")
    found = survey([tmp_path, tmp_path / "名册.csv"])
    assert [path.name for path in found.files] == ["年报.xlsx", "名册.csv"]
    assert found.others == 1
