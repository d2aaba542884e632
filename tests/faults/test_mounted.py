"""Small, full, read-only and vanishing file systems: real ones, in a mount namespace."""

import json
import os
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@cache
def namespace() -> tuple[str, ...]:
    """The command that gives a process mounts of its own; empty where that is not allowed."""
    ways = [("unshare", "--mount")] if os.name == "posix" and os.geteuid() == 0 else []
    ways.append(("unshare", "--map-root-user", "--mount"))
    for way in ways if shutil.which("unshare") else ():
        tried = [*way, "mount", "-t", "tmpfs", "tmpfs", "/mnt"]
        if subprocess.run(tried, capture_output=True, check=False).returncode == 0:
            return way
    return ()


@pytest.fixture
def attempts(tmp_path):
    if not namespace():
        pytest.skip("no mount namespaces here")

    def run(kind: str, deed: str) -> list[dict]:
        command = [*namespace(), sys.executable, "-m", "tests.faults.mounted", kind, deed, str(tmp_path)]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, timeout=120, check=False)
        assert done.returncode == 0, done.stderr.decode()
        return [json.loads(line) for line in done.stdout.splitlines()]

    return run


@pytest.mark.parametrize("deed", ["save_over", "save_beside", "plain", "sidecar", "journal"])
def test_on_a_full_disk_everything_stays_as_it_was_and_it_is_said(attempts, deed):
    *failed, done = attempts("full", deed)
    assert failed
    for each in failed:
        assert each["after"] == each["before"]
        assert "磁盘已满" in each["said"]
        assert "原来的文件没有动" in each["said"]
    assert done["said"] is None
    assert done["after"] != done["before"]


def test_what_cannot_be_remembered_for_want_of_room_leaves_the_old_result(attempts):
    *failed, _done = attempts("full", "remember")
    assert failed
    assert all(each["after"] == each["before"] for each in failed)


@pytest.mark.parametrize("deed", ["save_over", "save_beside"])
def test_where_no_file_more_can_be_made_everything_stays_as_it_was(attempts, deed):
    (each,) = attempts("crowded", deed)
    assert each["after"] == each["before"]
    assert "磁盘已满" in each["said"]


@pytest.mark.parametrize("deed", ["save_over", "save_beside"])
def test_a_read_only_place_is_called_so(attempts, deed):
    (each,) = attempts("read_only", deed)
    assert each["after"] == each["before"]
    assert "只读" in each["said"]


@pytest.mark.parametrize("deed", ["save_over", "save_beside"])
def test_a_drive_cut_off_while_the_report_is_open_is_said_and_nothing_is_made_elsewhere(attempts, deed):
    (each,) = attempts("gone", deed)
    assert (len(each["before"]) > 0, each["after"]) == (True, {})
    assert "文件夹不存在" in each["said"]
