"""Writing in one step: the order that survives a power cut, rights kept, leftovers swept, failures undone."""

import errno
import os
import time
from datetime import datetime
from pathlib import Path

import pytest

from core import files, writing
from core.errors import MarkError, SaveError
from core.formats.package import Package
from core.marks import Marks
from core.review import Review
from core.tables import Correction, Paragraph
from core.writing import sweep, write_atomic
from tests.documents import word
from tests.layouts import balanced, report

posix = pytest.mark.skipif(os.name != "posix", reason="rights and folders as POSIX has them")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    target = tmp_path / "年报.txt"
    target.write_text(report("pipes_padded", balanced()), encoding="utf-8", newline="")
    return target


def correction(opened: files.Report, text: str) -> Correction:
    return Correction(Review(opened).cells["requests.granted.natural"], text)


@pytest.fixture
def steps(monkeypatch) -> list[str]:
    """What is brought to the disk and put in place, in order."""
    done: list[str] = []
    fsync, replace = os.fsync, os.replace

    def synced(handle: int) -> None:
        done.append(f"sync {'folder' if os.path.isdir(f'/proc/self/fd/{handle}') else 'file'}")
        fsync(handle)

    def replaced(source: str, target: str) -> None:
        done.append("replace")
        replace(source, target)

    monkeypatch.setattr(writing.os, "fsync", synced)
    monkeypatch.setattr(writing.os, "replace", replaced)
    return done


@pytest.mark.skipif(not os.path.isdir("/proc/self/fd"), reason="nowhere to see what a handle is of")
def test_the_bytes_are_on_the_disk_before_the_name_and_the_folder_after(tmp_path, steps):
    write_atomic(tmp_path / "新.txt", b"1")
    assert steps == ["sync file", "replace", "sync folder"]


@pytest.mark.skipif(not os.path.isdir("/proc/self/fd"), reason="nowhere to see what a handle is of")
def test_who_holds_the_new_file_for_a_moment_is_waited_for(tmp_path, monkeypatch, steps):
    replace, held = os.replace, [PermissionError(), PermissionError()]

    def refused(source: str, target: str) -> None:
        if held:
            raise held.pop()
        replace(source, target)

    monkeypatch.setattr(writing.os, "replace", refused)
    monkeypatch.setattr(writing, "_PAUSES", (0.0, 0.0, 0.0))
    write_atomic(tmp_path / "新.txt", b"1")
    assert (tmp_path / "新.txt").read_bytes() == b"1"
    assert steps == ["sync file", "replace", "sync folder"]
    held += [PermissionError()] * 4
    with pytest.raises(SaveError, match="正被"):
        write_atomic(tmp_path / "新.txt", b"2")
    assert held == []
    assert [p.name for p in tmp_path.iterdir()] == ["新.txt"]


@posix
def test_a_new_file_has_the_usual_rights(tmp_path):
    (tmp_path / "常.txt").touch()
    write_atomic(tmp_path / "新.txt", b"1")
    assert (tmp_path / "新.txt").stat().st_mode == (tmp_path / "常.txt").stat().st_mode


@posix
def test_a_replaced_file_keeps_its_group(tmp_path):
    others = [12345] if os.geteuid() == 0 else [g for g in os.getgroups() if g != os.getegid()]
    if not others:
        pytest.skip("nobody who is in one group only can give a file to another")
    target = tmp_path / "旧.txt"
    target.touch()
    os.chown(target, -1, others[0])
    owner = target.stat().st_uid
    write_atomic(target, b"1")
    assert (target.stat().st_uid, target.stat().st_gid) == (owner, others[0])


@posix
def test_rights_that_cannot_be_given_hinder_nothing(tmp_path, monkeypatch):
    def refused(*_args: object) -> None:
        raise OSError(errno.EPERM, "not here")

    target = tmp_path / "旧.txt"
    target.touch()
    if os.geteuid() == 0:
        os.chown(target, -1, 12345)
    monkeypatch.setattr(writing.os, "chmod", refused)
    monkeypatch.setattr(writing.os, "chown", refused)
    write_atomic(target, b"1")
    write_atomic(tmp_path / "新.txt", b"2")
    assert (target.read_bytes(), (tmp_path / "新.txt").read_bytes()) == (b"1", b"2")


def test_a_folder_that_cannot_be_brought_to_the_disk_hinders_nothing(tmp_path, monkeypatch):
    def refused(*_args: object) -> int:
        raise OSError(errno.EACCES, "not here")

    monkeypatch.setattr(writing.os, "open", refused)
    write_atomic(tmp_path / "新.txt", b"1")
    assert (tmp_path / "新.txt").read_bytes() == b"1"


def aged(path: Path, days: float) -> None:
    moment = time.time() - days * 86400
    os.utime(path, (moment, moment), follow_symlinks=False)


def test_only_what_a_writing_left_a_day_ago_is_swept(tmp_path):
    for name in (".gouji-0123abcd.tmp", ".gouji-0123abce", ".gouji-new_4567.txt", ".gouji-short", "年报.txt"):
        (tmp_path / name).touch()
        aged(tmp_path / name, 1.01)
    aged(tmp_path / ".gouji-new_4567.txt", 0.99)
    (tmp_path / ".gouji-folder__.tmp").mkdir()
    aged(tmp_path / ".gouji-folder__.tmp", 2)
    (tmp_path / ".gouji-abcdefgh.tmp").symlink_to("年报.txt")
    aged(tmp_path / ".gouji-abcdefgh.tmp", 2)
    sweep(tmp_path)
    assert sorted(p.name for p in tmp_path.iterdir()) == [
        ".gouji-abcdefgh.tmp",
        ".gouji-folder__.tmp",
        ".gouji-new_4567.txt",
        ".gouji-short",
        "年报.txt",
    ]


def test_what_cannot_be_swept_stays_without_a_word(tmp_path, monkeypatch):
    (tmp_path / ".gouji-0123abcd.tmp").touch()
    aged(tmp_path / ".gouji-0123abcd.tmp", 2)

    def refused(*_args: object) -> None:
        raise PermissionError

    monkeypatch.setattr(writing.os, "unlink", refused)
    sweep(tmp_path)
    sweep(tmp_path / "没有")
    assert (tmp_path / ".gouji-0123abcd.tmp").exists()


@pytest.mark.parametrize(
    ("number", "todo"),
    [
        (errno.ENOSPC, "磁盘已满，请清理出空间或换一个位置"),
        (errno.EFBIG, "上限，请清理出空间或换一个位置"),
        (errno.ENAMETOOLONG, "名字或路径太长，请改短文件名或换一个位置"),
        (errno.EIO, "写入失败（磁盘或网络读写出错），请另存到别的位置"),
        (errno.EACCES, "文件正被 Word 或 WPS 打开，或这个文件夹不允许写入"),
        (errno.ENOENT, "文件夹不存在，请另选位置"),
    ],
)
def test_what_went_wrong_comes_with_what_to_do(number, todo):
    told = writing.why_not_written(Path("夹/年报.docx"), OSError(number, os.strerror(number)))
    assert todo in told
    assert told.startswith("“年报.docx”没有保存：")
    assert told.endswith("。原来的文件没有动。")


@posix
def test_a_backup_is_read_by_no_more_people_than_the_original(path):
    path.chmod(0o600)
    opened = files.open_report(path)
    assert opened.suffix == ".txt"
    backup = files.save(opened, [correction(opened, "777")], path)
    assert backup is not None
    assert [p.stat().st_mode & 0o777 for p in (backup, path)] == [0o600, 0o600]


def test_a_deleted_file_counts_as_changed(path):
    opened = files.open_report(path)
    assert not files.is_changed_on_disk(opened)
    path.unlink()
    assert files.is_changed_on_disk(opened)


def test_what_the_same_sitting_saved_before_needs_no_second_backup(path):
    source = path.read_bytes()
    opened = files.open_report(path)
    first = files.save(opened, [correction(opened, "777")], path)
    earlier = path.read_bytes()
    assert not files.is_changed_on_disk(opened, earlier)
    assert files.save(opened, [correction(opened, "778")], path, earlier=earlier) is None
    assert first is not None
    assert first.read_bytes() == source
    assert sorted(path.parent.iterdir()) == sorted([path, first])
    assert "778" in path.read_text("utf-8")
    path.write_bytes(b"other")
    with pytest.raises(SaveError, match="改过"):
        files.save(opened, [correction(opened, "779")], path, earlier=earlier)


def test_an_overwriting_that_fails_leaves_the_original_and_no_backup(path, monkeypatch):
    source, replace = path.read_bytes(), os.replace
    opened = files.open_report(path)

    def refused(one: str, other: str) -> None:
        if Path(other) == path:
            raise OSError(errno.EIO, "broken")
        replace(one, other)

    monkeypatch.setattr(writing.os, "replace", refused)
    with pytest.raises(SaveError, match="没有保存"):
        files.save(opened, [correction(opened, "777")], path)
    assert path.read_bytes() == source
    assert list(path.parent.iterdir()) == [path]


def test_the_backup_stays_if_the_original_may_be_gone(path, monkeypatch):
    source, replace = path.read_bytes(), os.replace
    opened = files.open_report(path)

    def done_and_refused(one: str, other: str) -> None:
        replace(one, other)
        if Path(other) == path:
            raise OSError(errno.EIO, "broken")

    monkeypatch.setattr(writing.os, "replace", done_and_refused)
    with pytest.raises(SaveError, match="没有保存"):
        files.save(opened, [correction(opened, "777")], path)
    (backup,) = set(path.parent.iterdir()) - {path}
    assert backup.read_bytes() == source


MARKS = Marks("张三", datetime(2024, 1, 10, 8))


@pytest.fixture
def document(tmp_path: Path) -> files.Report:
    target = tmp_path / "年报.docx"
    target.write_bytes(word(balanced()))
    return files.open_report(target)


def test_marks_are_left_where_they_are_wished_for(document, tmp_path):
    files.save(document, [correction(document, "777")], tmp_path / "改.docx", marks=MARKS)
    content = Package((tmp_path / "改.docx").read_bytes()).read("word/document.xml")
    assert "张三".encode() in content


def test_marked_corrections_are_verified_too(document):
    paragraph = next(b for b in document.document.blocks if isinstance(b, Paragraph) and b.text)
    with pytest.raises(MarkError, match="复核没有通过"):
        files.encode(document, [Correction(paragraph.as_cell(), " ")], MARKS)


def test_what_is_only_read_is_never_written_in_its_own_format():
    page = files.from_bytes("<html><body><p>年报</p></body></html>".encode(), Path("年报.html"))
    assert not page.is_rewritable
    assert page.suffix == ".docx"
    with pytest.raises(SaveError, match=r"“年报\.html”不能照原样改写"):
        files.encode(page, ())
