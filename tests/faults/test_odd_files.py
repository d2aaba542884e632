"""What stands under a report's name may be anything: pipes, sockets, devices, folders, links of all kinds."""

import json
import os
import socket
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from core import sidecar
from core.batch.store import Store
from core.errors import ReadError, SaveError
from core.filenames import corrected_name
from core.files import is_changed_on_disk, open_report, save
from core.formats.old import KINDS
from core.office.kept import Kept
from core.previous import find_last_year
from core.review import Review
from core.writing import sweep, write_atomic
from tests.faults.deeds import NAME, SLIP, opened, prepare
from tests.layouts import balanced

ROOT = Path(__file__).resolve().parents[2]
pytestmark = pytest.mark.skipif(os.name != "posix", reason="kinds of files that POSIX has")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    prepare(tmp_path)
    return tmp_path


def check(*paths: Path) -> tuple[int, dict[str, dict]]:
    """Exit code and results by name; never waits long."""
    command = [sys.executable, "-m", "core", "check", "--json", *map(str, paths)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, timeout=60, check=False)
    found = map(json.loads, done.stdout.splitlines())
    return done.returncode, {Path(each["file"]).name: each for each in found}


def test_nothing_that_is_no_file_is_waited_for(folder):
    os.mkfifo(folder / "管道.docx")
    (folder / "文件夹.docx").mkdir()
    (folder / "断了.docx").symlink_to(folder / "没有.docx")
    (folder / "绕圈.docx").symlink_to(folder / "绕圈.docx")
    (folder / "设备.docx").symlink_to("/dev/zero")
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(folder / "套接字.docx"))
        code, found = check(folder)
    assert code == 2
    assert found[NAME]["status"] == "checked"
    errors = {name: each["error"] for name, each in found.items() if each["status"] == "unreadable"}
    assert "管道或设备" in errors["管道.docx"]
    assert "管道或设备" in errors["设备.docx"]
    assert "管道或设备" in errors["套接字.docx"]
    assert "不存在" in errors["断了.docx"]
    assert "绕成了圈" in errors["绕圈.docx"]
    assert "文件夹.docx" not in found


@pytest.mark.parametrize("kind", ["docx", "核实.json", "toml"])
def test_a_pipe_beside_or_instead_of_a_report_delays_nothing(folder, kind):
    path = folder / NAME
    report = open_report(path)
    if kind == "docx":
        path.unlink()
        os.mkfifo(path)
        assert is_changed_on_disk(report)
        with pytest.raises(SaveError, match="管道或设备"):
            save(report, (), path)
        return
    beside = sidecar.sidecar_path(path) if kind == "核实.json" else folder / "gouji.toml"
    beside.unlink(missing_ok=True)
    os.mkfifo(beside)
    code, found = check(path)
    assert found[NAME]["status"] == "checked"
    assert code == 1


@pytest.fixture(params=["null", "full"])
def device(request, tmp_path: Path) -> Path:
    """One of its own: no fault of the program may replace those of the system, should root run this."""
    made = tmp_path / request.param
    try:
        os.mknod(made, stat.S_IFCHR | 0o666, os.makedev(1, {"null": 3, "full": 7}[request.param]))
    except PermissionError:
        return Path("/dev") / request.param  # who may not make one may not replace one either
    return made


def test_a_device_is_never_replaced_by_a_file(device):
    with pytest.raises(SaveError, match="管道或设备"):
        write_atomic(device, b"x")
    assert stat.S_ISCHR(device.stat().st_mode)


def test_a_link_stays_a_link_and_what_it_leads_to_is_saved(folder):
    elsewhere = folder / "别处"
    elsewhere.mkdir()
    real = elsewhere / "原件.txt"
    (folder / NAME).rename(real)
    (folder / NAME).symlink_to(real)
    report, review = opened(folder)
    backup = save(report, review.corrections, folder / NAME)
    assert (folder / NAME).is_symlink()
    assert Review(open_report(real)).text(SLIP) == balanced()[SLIP]
    assert backup is not None
    assert backup.read_bytes() == report.document.source
    assert [p.name for p in elsewhere.iterdir()] == ["原件.txt"]


def test_a_link_that_leads_nowhere_gets_its_file_and_one_in_circles_is_refused(tmp_path):
    (tmp_path / "断了.txt").symlink_to(tmp_path / "后来.txt")
    write_atomic(tmp_path / "断了.txt", b"x")
    assert (tmp_path / "断了.txt").is_symlink()
    assert (tmp_path / "后来.txt").read_bytes() == b"x"
    (tmp_path / "绕圈.txt").symlink_to(tmp_path / "绕圈.txt")
    with pytest.raises(SaveError, match="绕成了圈"):
        write_atomic(tmp_path / "绕圈.txt", b"x")
    assert (tmp_path / "绕圈.txt").is_symlink()


def test_another_name_of_the_original_keeps_the_old_bytes(folder):
    other = folder / "另一个名字.txt"
    os.link(folder / NAME, other)
    report, review = opened(folder)
    save(report, review.corrections, folder / NAME)
    assert other.read_bytes() == report.document.source
    assert Review(open_report(folder / NAME)).text(SLIP) == balanced()[SLIP]


def test_a_folder_of_the_copy_s_name_is_said(folder):
    corrected_name(folder / NAME).unlink()
    corrected_name(folder / NAME).mkdir()
    report, review = opened(folder)
    with pytest.raises(SaveError, match="文件夹"):
        save(report, review.corrections, corrected_name(folder / NAME))


def test_a_backup_takes_no_name_that_leads_anywhere(folder):
    trap = folder / f"{Path(NAME).stem}（更正前备份）.txt"
    trap.symlink_to(folder / "被覆盖.txt")
    report, review = opened(folder)
    backup = save(report, review.corrections, folder / NAME)
    assert backup != trap
    assert not (folder / "被覆盖.txt").exists()


def test_a_backup_is_no_more_readable_than_the_original(folder):
    (folder / NAME).chmod(0o600)
    report, review = opened(folder)
    backup = save(report, review.corrections, folder / NAME)
    assert backup is not None
    assert backup.stat().st_mode & 0o777 == 0o600


def test_a_file_that_grows_while_it_is_read_is_not_taken_for_whole(tmp_path):
    path = tmp_path / "正在写.txt"
    path.write_bytes(b"x" * 50_000_000)
    writer = subprocess.Popen(
        [sys.executable, "-c", _GROW, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert writer.stdout is not None
    writer.stdout.readline()
    try:
        assert any("正在写这份文件" in told(path) for _ in range(20))
    finally:
        writer.terminate()
        writer.communicate()


def told(path: Path) -> str:
    """What is said of a file that cannot be opened."""
    with pytest.raises(ReadError) as error:
        open_report(path)
    return str(error.value)


_GROW = """
import sys
with open(sys.argv[1], "ab", buffering=0) as file:
    print(flush=True)
    while True:
        file.write(b"x")
"""


def test_last_year_s_report_is_looked_for_among_files_alone(folder):
    os.mkfifo(folder / "青禾区农业农村局2022.txt")
    assert find_last_year(open_report(folder / NAME)) is None


def test_leftovers_of_a_day_ago_go_with_the_next_save_and_no_other_file(folder):
    report, review = opened(folder)
    yesterday = time.time() - 90_000
    old = [".gouji-0123abcd.tmp", ".gouji-a_b1c2d3.docx"]
    kept = [".gouji-notes.txt", "gouji-0123abcd.tmp", ".gouji-0123abcd.tmp.txt"]
    for name in (*old, *kept):
        (folder / name).write_bytes(b"x")
        os.utime(folder / name, (yesterday, yesterday))
    (folder / ".gouji-fresh123.tmp").write_bytes(b"x")
    (folder / ".gouji-folder12.tmp").mkdir()
    os.utime(folder / ".gouji-folder12.tmp", (yesterday, yesterday))
    save(report, review.corrections, corrected_name(folder / NAME))
    left = {path.name for path in folder.iterdir() if "gouji-" in path.name}
    assert left == {*kept, ".gouji-fresh123.tmp", ".gouji-folder12.tmp"}


def test_what_is_remembered_of_reports_is_nobody_else_s_business(tmp_path):
    for folder in (tmp_path / "checked", tmp_path / "converted"):
        assert not folder.exists()
    assert Store(tmp_path / "checked").put("ab12", {"cells": {}})
    Kept(tmp_path / "converted").put(b"old", KINDS["doc"], b"new")
    for folder in (tmp_path / "checked", tmp_path / "converted"):
        assert folder.stat().st_mode & 0o077 == 0


def test_a_folder_that_is_gone_is_swept_without_a_word(tmp_path):
    sweep(tmp_path / "没有")
