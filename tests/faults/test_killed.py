"""kill -9 at every step of everything that is written: the old file or the new one, whole (F4)."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from core.filenames import BACKUP, corrected_name
from core.files import from_bytes
from core.folders import survey
from core.review import Review
from core.writing import TEMPORARY_PREFIX
from tests.faults.deeds import NAME, NEW, OLD, SLIP, prepare
from tests.layouts import balanced

ROOT = Path(__file__).resolve().parents[2]
pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are forked")
COPY = corrected_name(Path(NAME)).name
KEPT = Path(NAME).stem + BACKUP + ".txt"


@dataclass(frozen=True)
class Ends:
    """What lay in the folder before; after each kill; and after the deed came through."""

    before: dict[str, bytes]
    killed: list[dict[str, bytes]]
    done: dict[str, bytes]


@pytest.fixture(scope="module")
def ends(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Ends]:
    """What becomes of a deed, found out once."""
    return cache(lambda name: _ends(name, tmp_path_factory.mktemp(name)))


def _ends(name: str, folder: Path) -> Ends:
    prepare(folder)
    before = {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}
    command = [sys.executable, "-m", "tests.faults.killing", name, str(folder)]
    told = subprocess.run(command, cwd=ROOT, capture_output=True, check=True, timeout=120).stdout
    lines = [json.loads(line) for line in told.splitlines()]
    assert [line["status"] for line in lines] == [*[signal.SIGKILL] * (len(lines) - 1), 0]
    files = [{n: data.encode("latin-1") for n, data in line["files"].items()} for line in lines]
    return Ends(before, files[:-1], files[-1])


def value(data: bytes) -> str:
    return Review(from_bytes(data, Path(NAME))).text(SLIP)


def leftover(name: str) -> bool:
    return Path(name).name.startswith(TEMPORARY_PREFIX)


@pytest.mark.parametrize(
    ("deed", "target"),
    [
        ("save_beside", COPY),
        ("plain", "plain.bin"),
        ("sidecar", NAME + ".核实.json"),
        ("journal", "window.1.json"),
        ("remember", "store/ab/12.json"),
    ],
)
def test_a_file_being_replaced_is_the_old_one_or_the_new_one(ends, deed, target):
    found = ends(deed)
    assert found.done[target] != found.before[target]
    for files in found.killed:
        assert files[target] in (found.before[target], found.done[target])
    assert {files[target] for files in found.killed} == {found.before[target], found.done[target]}


@pytest.mark.parametrize("deed", ["save_beside", "plain", "sidecar", "journal"])
def test_nothing_else_changes_but_for_hidden_leftovers(ends, deed):
    found = ends(deed)
    written = {name for name in found.done if found.done[name] != found.before.get(name)}
    for files in found.killed:
        others = {name for name in files if name not in written and not leftover(name)}
        assert all(files[name] == found.before[name] for name in others)
        assert found.before.keys() <= files.keys()
    assert any(map(leftover, {name for files in found.killed for name in files}))
    assert not any(map(leftover, found.done))


def test_an_original_being_overwritten_is_never_without_its_old_bytes(ends):
    found = ends("save_over")
    old, new = found.before[NAME], found.done[NAME]
    assert (value(old), value(new)) == ("9754", balanced()[SLIP])
    for files in found.killed:
        assert files[NAME] in (old, new)
        assert files.get(KEPT, old) == old
        assert old in (files[NAME], files.get(KEPT))
    assert {files[NAME] for files in found.killed} == {old, new}


def test_the_finished_files_hold_what_was_to_be_written(ends):
    assert ends("plain").done["plain.bin"] == NEW
    assert value(ends("save_beside").done[COPY]) == balanced()[SLIP]


def test_a_leftover_is_not_listed_among_the_reports_of_a_folder(tmp_path):
    (tmp_path / f"{TEMPORARY_PREFIX}abcd1234.docx").write_bytes(OLD)
    (tmp_path / f"{TEMPORARY_PREFIX}abcd1234.tmp").write_bytes(OLD)
    found = survey([tmp_path])
    assert (found.files, found.others) == ((), 0)
