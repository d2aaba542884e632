"""Which files of a folder are looked at."""

import os

import pytest

from core.folders import DEEPEST, report_files


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
