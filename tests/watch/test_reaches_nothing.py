"""No network, no other program, by whatever way a report goes through the program (README, 保证)."""

import ast
import shutil
import socket
import sys
from pathlib import Path

import pytest

from core.resources import ROOT
from tests.watch.running import watched

SAMPLES = sorted((ROOT / "samples").iterdir())
MODULES = sorted(p for room in ("core", "gui") for p in (ROOT.parent / room).rglob("*.py"))
OUTSIDE = {
    "socket",
    "ssl",
    "urllib",
    "http",
    "ftplib",
    "smtplib",
    "xmlrpc",
    "socketserver",
    "asyncio",
    "webbrowser",
}
PROGRAMS = {"subprocess", "pty", "pickle", "marshal", "shelve"}
ALLOWED = {
    "gui/handover.py": {"socket"},  # a socket of the Unix kind, between two starts by the same user
    "gui/entry.py": {"socket"},  # asks whether the screen is there
    "core/office/process.py": {"subprocess"},  # the office suite of this computer converts old documents
    "core/formats/pdf/apart.py": {"subprocess"},  # this very program reads PDFs in a process of its own
}


def imported(path: Path) -> set[str]:
    """Outermost names of the modules that a file imports, wherever in it."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {name.name for name in node.names}
        elif isinstance(node, ast.ImportFrom) and not node.level:
            found |= {node.module or "", *(f"{node.module}.{name.name}" for name in node.names)}
    return {name.partition(".")[0] for name in found} | found


def test_no_module_imports_what_reaches_a_network_or_starts_programs():
    forbidden = {}
    for path in MODULES:
        name = path.relative_to(ROOT.parent).as_posix()
        wrong = {
            module
            for module in imported(path) - ALLOWED.get(name, set())
            if module in OUTSIDE | PROGRAMS or "QtNetwork" in module or "QtWeb" in module
        }
        if wrong:
            forbidden[name] = wrong
    assert forbidden == {}
    assert len(MODULES) > 300


def test_the_watch_notices_sockets_and_programs(tmp_path):
    code = "import socket, subprocess, sys; socket.socket(); subprocess.run([sys.executable, '-c', 'pass'])"
    seen = watched(["-c", code], tmp_path)
    assert [event.split()[0] for event in seen.events] == ["socket.__new__", "subprocess.Popen"]
    assert seen.processes == 2


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda p: p.suffix)
def test_checking_and_correcting_a_report_reaches_for_nothing(sample, tmp_path):
    made = tmp_path / f"made{sample.suffix}"
    for call in (["check", sample, "--json"], ["correct", sample, "-o", made, "--accept-best"]):
        seen = watched(["-m", "core", *call], tmp_path)
        assert seen.events == (), call
        assert seen.code in (0, 1), seen.out
    assert made.exists()


@pytest.mark.parametrize("name", ["made.docx", "made.xlsx", "made.html", "made.pdf", "notice.docx"])
def test_exporting_a_report_reaches_for_nothing(name, tmp_path):
    made = tmp_path / name
    notice = ["--notice"] if name.startswith("notice") else []
    seen = watched(["-m", "core", "export", SAMPLES[-1], "-o", made, *notice], tmp_path)
    assert seen.events == ()
    assert made.exists(), seen.out


def test_a_folder_checked_by_several_processes_reaches_for_nothing(tmp_path):
    folder = tmp_path / "reports"
    folder.mkdir()
    for number in range(9):
        for sample in SAMPLES:
            shutil.copy(sample, folder / f"{number}{sample.suffix}")
    summary = tmp_path / "summary.xlsx"
    seen = watched(["-m", "core", "check", folder, "--jobs", "2", "--summary", summary], tmp_path)
    assert seen.events == ()
    assert seen.processes > 2, "the other processes were not watched"
    assert summary.exists()


_WINDOW = """
import sys, threading, time
from pathlib import Path
from gui.entry import main

def end():
    while "gui.window.main_window" not in sys.modules:
        time.sleep(0.2)
    time.sleep(3)
    from PySide6.QtCore import QCoreApplication, QMetaObject, Qt
    QMetaObject.invokeMethod(QCoreApplication.instance(), "quit", Qt.ConnectionType.QueuedConnection)

threading.Thread(target=end, daemon=True).start()
sys.argv[0] = "gouji"
code = main()
loaded = Path("/proc/self/maps").read_text()
print("Qt network:", "Qt6Network" in loaded or any("QtNetwork" in name for name in sys.modules))
print("Qt widgets:", "Qt6Widgets" in loaded)
sys.exit(code)
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads the maps of its own process")
def test_the_window_reaches_for_no_more_than_the_window_before_it(tmp_path):
    own = {"QT_QPA_PLATFORM": "offscreen", "DISPLAY": f":{tmp_path.name}"}
    seen = watched(["-c", _WINDOW, SAMPLES[0]], tmp_path, **own)
    assert "Qt widgets: True" in seen.out, seen.out
    assert "Qt network: False" in seen.out
    assert seen.events, "the window did not even look for another"
    for event in seen.events:
        assert event.startswith(f"socket.__new__ ({int(socket.AF_UNIX)}, ") or "'\\x00gouji-" in event, event
