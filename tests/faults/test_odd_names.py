"""Names as offices, phones and other systems give them: rare characters, no Unicode at all, far too long."""

import json
import os
import subprocess
import sys
from datetime import datetime
from pathlib import Path, PureWindowsPath

import pytest

from core import journal, sidecar
from core.batch.store import Store
from core.batch.terms import Terms
from core.cli import main
from core.errors import SaveError
from core.export import documents
from core.filenames import BACKUP, corrected_name
from core.files import open_report, save
from core.paths import literal
from core.review import Review
from core.writing import write_atomic
from tests.faults.deeds import SLIP
from tests.layouts import balanced, report

ROOT = Path(__file__).resolve().parents[2]
NAMES = [
    "年 报　（终稿） 2.txt",
    "𠮷野县🙂年报.txt",
    "龘靐齉麤年报.txt",
    "e\u0301a\u0308 年报.txt",
    "年报...txt",
    "-o 年报.txt",
    "=HYPERLINK(1)&<b>年报.txt",
    "年报\u202etxt.txt",
    "A" * 60 + "年报.txt",
]
if os.name == "posix":
    NAMES += ["年\n报\t.txt", "年报\udcff\udcfe.txt", 'a"b\\c:d*e?.txt']
LONG = (
    "云岭市青禾区农业农村局" + "二〇二三年度政府信息公开工作情况的" * 3 + "年度报告（送审稿之后的最终定稿）一"
)
"""79 characters, 237 bytes: with its suffix a name that Linux takes, but none longer by five characters."""
_HARD = frozenset("=\n\udcff🙂")
REMEMBERED = [sidecar.Remembered((), "已核实", "2024-01-08")]


def written(folder: Path, name: str) -> Path:
    path = folder / name
    path.write_text(report("pipes_padded", balanced() | {SLIP: "9754"}), encoding="utf-8")
    return path


@pytest.fixture(params=NAMES, ids=ascii)
def path(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    return written(tmp_path, request.param)


def test_it_is_read_corrected_saved_and_remembered(path):
    review = Review(open_report(path))
    review.set_value(SLIP, balanced()[SLIP])
    copy = corrected_name(path)
    assert save(review.report, review.corrections, copy) is None
    assert Review(open_report(copy)).text(SLIP) == balanced()[SLIP]
    backup = save(review.report, review.corrections, path)
    assert backup is not None
    assert backup.read_bytes() == review.report.document.source
    sidecar.store(path, REMEMBERED)
    assert sidecar.load(path) == tuple(REMEMBERED)
    kept = journal.Journal(path, "", datetime(2024, 1, 8), {SLIP: ("9754", "1")})
    journal.write(path.parent / "j.json", kept)
    assert journal.read(path.parent / "j.json") == kept


@pytest.mark.parametrize("kind", documents.KINDS)
@pytest.mark.parametrize("name", [name for name in NAMES if not _HARD.isdisjoint(name)], ids=ascii)
def test_every_document_can_be_made_of_it(tmp_path, name, kind):
    path = written(tmp_path, name)
    review = Review(open_report(path))
    target = documents.file_name(kind, path)
    write_atomic(target, documents.make(kind, review, datetime(2024, 1, 8), {}))
    assert target.stat().st_size > 0


def check(path: Path, *more: str, locale: str = "C.UTF-8") -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "core", "check", *more, "--", str(path)]
    environment = {**os.environ, "LC_ALL": locale}
    return subprocess.run(command, cwd=ROOT, capture_output=True, env=environment, check=False, timeout=60)


@pytest.mark.skipif(os.name != "posix", reason="names that are no Unicode")
@pytest.mark.parametrize("locale", ["POSIX", "zh_CN.UTF-8"])
def test_results_name_a_file_that_is_no_unicode_in_valid_json(tmp_path, locale):
    path = written(tmp_path, "年报\udcff.txt")
    for given, more in ((path, ()), (tmp_path, ("--summary", str(tmp_path / "汇总.xlsx")))):
        done = check(given, "--json", *more, locale=locale)
        assert done.returncode == 1, done.stderr.decode()
        (line,) = done.stdout.decode("utf-8").splitlines()
        assert json.loads(line)["file"] == str(path)
    told = check(path, locale=locale)
    assert told.returncode == 1
    assert "年报" in told.stdout.decode("utf-8")


def test_what_is_remembered_of_it_is_found_again(path, tmp_path):
    terms, store = Terms().sealed(), Store(tmp_path / "store")
    key = terms.key(path, path.read_bytes())
    assert store.put(key, {"file": str(path)})
    assert store.get(key) == {"file": str(path)}


# --- too long -----------------------------------------------------------------------------------------


@pytest.fixture
def long(tmp_path: Path) -> Path:
    assert 240 <= len((LONG + ".txt").encode()) <= 255
    return written(tmp_path, LONG + ".txt")


@pytest.mark.skipif(os.name != "posix", reason="lengths in bytes")
def test_names_made_of_a_long_one_are_shortened_and_say_what_they_are(long):
    review = Review(open_report(long))
    review.set_value(SLIP, balanced()[SLIP])
    copy = corrected_name(long)
    save(review.report, review.corrections, copy)
    assert copy.name.startswith(LONG[:60])
    assert copy.name.endswith("…（已更正）.txt")
    again = corrected_name(copy)
    assert again.name.endswith("…（已更正2）.txt")
    backup = save(review.report, review.corrections, long)
    assert backup is not None
    assert backup.name.endswith(f"{BACKUP}.txt")
    second = save(open_report(long), (), long)
    assert second is not None
    assert second != backup
    for kind in documents.KINDS:
        documents.file_name(kind, long).write_bytes(b"x")


@pytest.mark.skipif(os.name != "posix", reason="lengths in bytes")
def test_what_was_confirmed_is_kept_apart_for_long_names_that_begin_alike(tmp_path):
    one, other = written(tmp_path, LONG + "一.txt"), written(tmp_path, LONG + "二.txt")
    sidecar.store(one, REMEMBERED)
    assert sidecar.load(one) == tuple(REMEMBERED)
    assert sidecar.load(other) == ()
    assert sidecar.sidecar_path(one).name.endswith(sidecar.SUFFIX)


def test_a_name_that_is_too_long_is_said_in_one_sentence(tmp_path):
    with pytest.raises(SaveError, match="太长，请改短文件名"):
        write_atomic(tmp_path / ("长" * 300 + ".txt"), b"x")


def test_a_file_at_the_end_of_a_long_path_is_read_and_saved(tmp_path):
    folder = tmp_path
    for level in range(8):
        folder /= f"{level}" + "二〇二三年度各单位报送" * 3
    folder.mkdir(parents=True)
    assert len(str(folder)) > 260
    path = written(folder, "年报.txt")
    review = Review(open_report(path))
    review.set_value(SLIP, balanced()[SLIP])
    save(review.report, review.corrections, path)
    assert main(["check", str(path), "--json"]) == 0


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ("D:\\年报\\a.docx", "D:\\年报\\a.docx"),
        ("D:\\" + "长" * 250 + "\\a.docx", "\\\\?\\D:\\" + "长" * 250 + "\\a.docx"),
        ("\\\\server\\共享\\" + "长" * 250, "\\\\?\\UNC\\server\\共享\\" + "长" * 250),
        ("\\\\?\\D:\\" + "长" * 250, "\\\\?\\D:\\" + "长" * 250),
    ],
)
def test_windows_is_told_a_long_path_literally(given, told):
    assert literal(given) == told
    assert PureWindowsPath(told).name == PureWindowsPath(given).name


def test_a_name_that_no_file_can_have_is_an_unreadable_file_like_any_other(tmp_path, capsys):
    names = ["长" * 300 + ".docx", "a/" * 3000 + "b.docx"]
    for name in names:
        assert main(["check", str(tmp_path / name), "--json"]) == 2
        (line,) = capsys.readouterr().out.splitlines()
        assert "太长" in json.loads(line)["error"]
    assert main(["check", str(tmp_path), "--summary", str(tmp_path / ("长" * 300 + ".xlsx"))]) == 2
