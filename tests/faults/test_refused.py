"""Writing that the system refuses: to another user, beyond the allowed size, at any single system call."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from core.filenames import corrected_name
from tests.faults.deeds import NAME, OLD, prepare

ROOT = Path(__file__).resolve().parents[2]
COPY = corrected_name(Path(NAME)).name
pytestmark = pytest.mark.skipif(os.name != "posix", reason="rights and signals of POSIX")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    prepare(tmp_path)
    return tmp_path


def contents(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


Do = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def do(folder: Path) -> Do:
    """Does a deed in a process of its own that has no privileges; its exit code is 2 where it was refused."""
    is_root = os.geteuid() == 0
    if is_root and not shutil.which("setpriv"):
        pytest.skip("root may do everything")
    humble = ("setpriv", "--bounding-set=-all", "--inh-caps=-all") if is_root else ()

    def run(deed: str, *before: str, **named: object) -> subprocess.CompletedProcess[str]:
        command = [*humble, *before, sys.executable, "-B", "-m", "tests.faults.deeds", deed, str(folder)]
        return subprocess.run(
            command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=60, **named
        )

    return run


@pytest.mark.parametrize("deed", ["save_over", "save_beside", "plain", "sidecar", "journal"])
def test_a_folder_that_may_no_longer_be_written_to(folder, do, deed):
    before = contents(folder)
    folder.chmod(0o555)
    refused = do(deed)
    folder.chmod(0o777)
    assert (refused.returncode, contents(folder)) == (2, before)
    assert "不允许写入" in refused.stdout


@pytest.mark.parametrize(("deed", "name"), [("save_over", NAME), ("save_beside", COPY)])
def test_a_file_that_may_not_be_changed_is_not_replaced_either(folder, do, deed, name):
    (folder / name).chmod(0o444)
    before = contents(folder)
    refused = do(deed)
    assert (refused.returncode, contents(folder)) == (2, before)
    assert "只读" in refused.stdout


def test_a_folder_that_may_be_written_to_but_not_looked_into(folder, do):
    folder.chmod(0o333)
    done = do("save_beside")
    folder.chmod(0o777)
    assert (done.returncode, done.stdout) == (0, "")
    assert contents(folder)[COPY] != OLD


def test_a_limit_on_the_size_of_files(folder, do):
    import resource

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000))

    before = contents(folder)
    for deed in ("save_beside", "plain"):
        refused = do(deed, preexec_fn=limit)
        assert (refused.returncode, contents(folder)) == (2, before), refused.stderr
        assert "上限" in refused.stdout


# --- at single system calls ---------------------------------------------------------------------------


def strace(*options: str) -> tuple[str, ...]:
    """The command that traces another; the test is left out where that cannot be done."""
    command = ("strace", "-f", "-qq", "-o", os.devnull)
    if not shutil.which("strace") or subprocess.run([*command, "true"], check=False).returncode:
        pytest.skip("no processes can be traced here")
    return (*command, *options)


def failing(calls: str, error: str, when: str) -> tuple[str, ...]:
    return strace("-e", f"trace={calls}", "-e", f"inject={calls}:error={error}:when={when}")


WORDS = {"ENOSPC": "磁盘已满", "EIO": "读写出错", "EACCES": "不允许写入", "ESTALE": "断开", "EROFS": "只读"}


@pytest.mark.parametrize(
    ("call", "error", "number"),
    [
        ("write", "ENOSPC", 1),
        ("write", "EIO", 2),
        ("fsync", "EIO", 1),
        ("fsync", "ENOSPC", 2),
        ("?rename,renameat,?renameat2", "EACCES", 1),
        ("?rename,renameat,?renameat2", "ESTALE", 2),
        ("?rename,renameat,?renameat2", "EROFS", 1),
    ],
)
def test_whichever_call_fails_everything_is_as_it_was(folder, do, call, error, number):
    before = contents(folder)
    done = do("save_over", *failing(call, error, str(number)))
    assert done.returncode == 2, done.stderr
    assert WORDS[error] in done.stdout
    assert contents(folder) == before


def test_rights_that_cannot_be_kept_hinder_nothing(folder, do):
    done = do("save_beside", *failing("?chmod,fchmodat,?fchmodat2,?chown,fchownat", "EPERM", "1+"))
    assert (done.returncode, done.stdout) == (0, "")
    assert contents(folder)[COPY] != OLD


def test_folders_that_cannot_be_brought_to_the_disk_hinder_nothing(folder, do):
    """The file is in its place by then; to say that it was not saved would be untrue."""
    done = do("save_beside", *failing("fsync", "EINVAL", "2+"))
    assert (done.returncode, done.stdout) == (0, "")
    assert contents(folder)[COPY] != OLD


def test_what_is_written_is_on_the_disk_before_it_has_its_name_and_the_name_after(folder, do):
    """Else a power cut leaves an empty file under the right name."""
    log = folder / "log"
    calls = "trace=write,fsync,?rename,renameat,?renameat2"
    done = do("save_over", *strace("-y", "-o", str(log), "-e", calls))
    assert done.returncode == 0, done.stderr
    steps = [step for line in log.read_text().splitlines() if (step := _step(line, folder))]
    new = ["write file", "fsync file"]
    named = ["rename", "fsync folder"]
    assert steps == [*new, *new, *named, *named]


def _step(line: str, folder: Path) -> str | None:
    """What a line of the log does in the folder."""
    if str(folder) not in line or "/log" in line:
        return None
    call = re.search(r"(write|fsync|rename)", line)
    assert call, line
    if call[1] == "rename":
        return "rename"
    return f"{call[1]} {'folder' if f'<{folder}>' in line else 'file'}"
