"""Where a converted document is laid down: never over another file, never twice, never nowhere."""

import os
from pathlib import Path

import pytest

from core.errors import ReadError
from core.office.beside import Conversion, converted
from tests.documents import word
from tests.layouts import balanced
from tests.office import CONVERTS, calls, needs_scripts, old, suite, use

pytestmark = needs_scripts
GOOD = word(balanced())


@pytest.fixture
def program(tmp_path, monkeypatch) -> Path:
    made = suite(tmp_path / "suite", CONVERTS, {"docx": GOOD})
    use(monkeypatch, made)
    return made


@pytest.fixture
def original(tmp_path) -> Path:
    path = tmp_path / "各单位" / "年报.doc"
    path.parent.mkdir()
    path.write_bytes(old())
    return path


def lay_down(path: Path, *elsewhere: Path, said: list[str] | None = None) -> Conversion | None:
    return converted(path, elsewhere, (said if said is not None else []).append, lambda: False)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_it_lies_beside_the_original_which_is_as_it_was(program, original):
    said: list[str] = []
    assert lay_down(original, said=said) == Conversion(
        original, original.with_name("年报.docx"), "LibreOffice"
    )
    assert original.with_name("年报.docx").read_bytes() == GOOD
    assert original.read_bytes() == old()
    assert names(original.parent) == ["年报.doc", "年报.docx"]
    assert said == ["LibreOffice"]


def test_a_file_of_that_name_stays_and_the_new_one_gets_another(program, original):
    original.with_name("年报.docx").write_bytes(b"something else")
    found = lay_down(original)
    assert found is not None
    assert found.path.name == "年报（转换）.docx"
    assert original.with_name("年报.docx").read_bytes() == b"something else"


def test_the_same_document_is_converted_once_even_if_the_new_one_was_edited(program, original):
    first = lay_down(original)
    first.path.write_bytes(word(balanced() | {"requests.new.natural": "7"}))
    again = lay_down(original)
    assert again == Conversion(original, first.path, "LibreOffice", was_there=True)
    assert len(calls(program)) == 1
    assert names(original.parent) == ["年报.doc", "年报.docx"]


def test_a_document_that_was_changed_is_converted_anew(program, original):
    lay_down(original)
    original.write_bytes(old(content=b"changed"))
    suite(program.parent, CONVERTS, {"docx": word(balanced(), year=2022)})
    found = lay_down(original)
    assert found.path.name == "年报（转换）.docx"
    assert not found.was_there


def test_one_that_was_deleted_is_laid_down_again_without_the_suite(program, original):
    lay_down(original).path.unlink()
    found = lay_down(original)
    assert found.path.read_bytes() == GOOD
    assert len(calls(program)) == 1


def test_a_copy_in_another_folder_has_a_document_of_its_own(program, original, tmp_path):
    lay_down(original)
    copy = tmp_path / "另一处" / "年报.doc"
    copy.parent.mkdir()
    copy.write_bytes(original.read_bytes())
    found = lay_down(copy)
    assert found.path == copy.with_name("年报.docx")


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may write anywhere"
)
def test_where_the_folder_cannot_be_written_it_goes_elsewhere(program, original, tmp_path):
    original.parent.chmod(0o555)
    elsewhere = tmp_path / "文档"
    elsewhere.mkdir()
    found = lay_down(original, tmp_path / "没有", elsewhere)
    assert found.path == elsewhere / "年报.docx"
    assert found.is_elsewhere
    assert lay_down(original, elsewhere).was_there


def test_a_folder_that_is_gone_is_passed_over(program, original, tmp_path, monkeypatch):
    monkeypatch.setattr("core.office.beside.write_atomic", _refuse_beside(original.parent))
    elsewhere = tmp_path / "文档"
    elsewhere.mkdir()
    found = lay_down(original, tmp_path / "没有", elsewhere)
    assert found.path == elsewhere / "年报.docx"
    assert found.is_elsewhere
    assert names(original.parent) == ["年报.doc"]


def _refuse_beside(folder: Path):
    """Writing fails in one folder, as where there is no right to (the superuser has it everywhere)."""
    from core.errors import SaveError
    from core.writing import write_atomic

    def write(target: Path, data: bytes) -> None:
        if target.parent == folder:
            raise SaveError("这个文件夹不允许写入")
        write_atomic(target, data)

    return write


@pytest.mark.parametrize("name", ["年报.docx", "没有.doc"])
def test_what_needs_no_converting_or_is_not_there_is_left_to_others(program, tmp_path, name):
    if name == "年报.docx":
        (tmp_path / name).write_bytes(GOOD)
        assert lay_down(tmp_path / name) is None
    else:
        with pytest.raises(ReadError, match=r"“没有.doc”打不开：文件不存在"):
            lay_down(tmp_path / name)
    assert calls(program) == []


def test_a_reason_names_the_file(original, monkeypatch):
    use(monkeypatch, None)
    with pytest.raises(ReadError, match=r"^“年报.doc”打不开：.*没有能自动转换它的软件.*。$"):
        lay_down(original)
    assert names(original.parent) == ["年报.doc"]
