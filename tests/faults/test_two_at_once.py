"""Two windows, two people, two computers on one file: nobody's work is lost without a word."""

import subprocess
import sys
from pathlib import Path

import pytest

from core.errors import ReadError, SaveError
from core.filenames import BACKUP, corrected_name
from core.files import is_changed_on_disk, open_report, save
from core.oserrors import why
from core.paths import is_elsewhere
from core.reading import read_bytes
from core.review import Review
from core.writing import write_atomic
from tests.faults.deeds import NAME, NEW, OLD, SLIP, opened, prepare
from tests.layouts import balanced

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    prepare(tmp_path)
    return tmp_path


def elsewhere(deed: str, folder: Path) -> None:
    """Somebody else does it, in a process of his own."""
    command = [sys.executable, "-m", "tests.faults.deeds", deed, str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, timeout=60)


def test_what_another_has_saved_over_the_original_is_not_overwritten(folder):
    mine, review = opened(folder)
    review.set_value(SLIP, "8")
    elsewhere("save_over", folder)
    theirs = (folder / NAME).read_bytes()
    assert is_changed_on_disk(mine)
    with pytest.raises(SaveError, match="被别的程序改过"):
        save(mine, review.corrections, folder / NAME)
    assert (folder / NAME).read_bytes() == theirs
    assert len(list(folder.glob(f"*{BACKUP}*"))) == 1, "theirs"
    assert save(mine, review.corrections, corrected_name(folder / NAME)) is None


def test_a_change_while_the_new_file_is_being_written_is_seen_at_the_last_moment(folder, monkeypatch):
    """It comes after the first look, with our bytes on the disk already."""
    mine, review = opened(folder)
    theirs = b"somebody else's"

    def interrupted(path: Path, suffix: str) -> Path:
        (folder / NAME).write_bytes(theirs)
        return path.with_name(f"{path.stem}{suffix}{path.suffix}")

    monkeypatch.setattr("core.files.free_name", interrupted)
    with pytest.raises(SaveError, match="被别的程序改过"):
        save(mine, review.corrections, folder / NAME)
    assert (folder / NAME).read_bytes() == theirs


def test_an_original_deleted_meanwhile_is_there_again_after_saving_over_it(folder):
    mine, review = opened(folder)
    (folder / NAME).unlink()
    assert is_changed_on_disk(mine)
    backup = save(mine, review.corrections, folder / NAME)
    assert backup is not None
    assert backup.read_bytes() == mine.document.source
    assert Review(open_report(folder / NAME)).text(SLIP) == balanced()[SLIP]


def test_whoever_reads_while_others_write_reads_a_whole_file(tmp_path):
    target = tmp_path / "plain.bin"
    write_atomic(target, OLD)
    writers = [
        subprocess.Popen([sys.executable, "-c", _WRITE, str(tmp_path)], cwd=ROOT, stdout=subprocess.PIPE)
        for _ in range(2)
    ]
    seen = set()
    while any(writer.poll() is None for writer in writers):
        seen.add(read_bytes(target))
    for writer in writers:
        writer.communicate()
    assert [writer.returncode for writer in writers] == [0, 0]
    assert seen <= {OLD, NEW}
    assert [path.name for path in tmp_path.iterdir()] == ["plain.bin"]


_WRITE = """
import sys
from pathlib import Path
from core.writing import write_atomic
from tests.faults.deeds import NEW, OLD
for number in range(40):
    write_atomic(Path(sys.argv[1], "plain.bin"), NEW if number % 2 else OLD)
"""


# --- what Windows alone has, by what its system calls say -----------------------------------------------


class State:
    """Of a file, as ``os.stat`` gives it on Windows."""

    def __init__(self, attributes: int) -> None:
        self.st_file_attributes = attributes


@pytest.mark.parametrize(
    ("attributes", "expected"),
    [(0x20, False), (0x400020, True), (0x1020, True), (0x501620, True), (0, False)],
)
def test_a_stand_in_for_a_file_in_the_cloud_is_told_by_its_attributes(attributes, expected):
    assert is_elsewhere(State(attributes)) is expected


def test_a_file_on_this_disk_is_no_stand_in(folder):
    assert not is_elsewhere((folder / NAME).stat())


@pytest.mark.parametrize(
    ("number", "code", "words"),
    [
        (22, 362, "云端"),
        (13, 395, "云端"),
        (2, 53, "断开"),
        (22, 64, "断开"),
        (2, 206, "太长"),
        (28, 112, "已满"),
    ],
)
def test_what_windows_says_of_shares_and_clouds_is_said_in_a_clerk_s_words(number, code, words):
    error = OSError(number, "The cloud file provider is not running")
    error.winerror = code  # type: ignore[attr-defined]
    assert words in why(error)


def test_a_missing_file_and_a_folder_are_told_from_each_other(folder):
    with pytest.raises(ReadError, match="不存在"):
        read_bytes(folder / "没有.docx")
    with pytest.raises(ReadError, match="文件夹"):
        read_bytes(folder)
