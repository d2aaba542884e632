"""A program is given its time and no more, and takes everything it has started with it."""

import os
import sys
import time
from pathlib import Path

import pytest

from core.office import process
from core.office.process import run
from tests.office import needs_scripts

CHILD = """
import subprocess, sys, time, pathlib
child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
pathlib.Path("child").write_text(str(child.pid))
time.sleep(60)
"""


def python(code: str, folder: Path, seconds: float = 30, stopped=lambda: False, **told: str):
    return run([sys.executable, "-c", code], folder, seconds, stopped, told)


def is_alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")")[-1].split()[0] != "Z"
    except OSError:
        return False


def test_its_end_is_told(tmp_path):
    assert python("", tmp_path) == "done"
    assert python("raise SystemExit(3)", tmp_path) == "failed"
    assert run([str(tmp_path / "没有")], tmp_path, 5, lambda: False, {}) == "failed"


def test_what_it_says_goes_nowhere(tmp_path, capfd):
    assert python("import sys; print('x' * 100_000); print('y', file=sys.stderr)", tmp_path) == "done"
    assert capfd.readouterr() == ("", "")


def test_it_is_told_what_it_needs_and_not_where_our_own_libraries_are(tmp_path, monkeypatch):
    monkeypatch.setenv("LD_LIBRARY_PATH", "/opt/gouji")
    code = "import os; assert os.environ['A'] == '值' and 'LD_LIBRARY_PATH' not in os.environ"
    assert python(code, tmp_path, A="值") == "done"


@needs_scripts
@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="processes cannot be looked at here")
@pytest.mark.parametrize("ending", ["late", "stopped"])
def test_out_of_time_or_stopped_its_children_go_too(tmp_path, ending):
    child = tmp_path / "child"
    limit, stopped = (3.0, lambda: False) if ending == "late" else (60.0, child.exists)
    assert python(CHILD, tmp_path, limit, stopped) == ending
    pid = int(child.read_text())
    deadline = time.monotonic() + 10
    while is_alive(pid) and time.monotonic() < deadline:
        time.sleep(0.02)
    assert not is_alive(pid)
    assert pid != os.getpid()


@pytest.mark.skipif(sys.platform != "win32", reason="SetDllDirectory is of Windows")
def test_an_installed_program_leads_no_other_to_its_own_dlls(tmp_path, monkeypatch):
    import ctypes

    system, place = ctypes.windll.kernel32, ctypes.create_unicode_buffer(1000)

    def told() -> str:
        place.value = ""
        system.GetDllDirectoryW(1000, place)
        return place.value

    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    system.SetDllDirectoryW(str(tmp_path))
    with process._own_libraries_forgotten():
        assert told() == ""
    assert told() == str(tmp_path)
    system.SetDllDirectoryW(None)
