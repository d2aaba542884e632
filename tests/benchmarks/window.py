"""How long the window takes to be seen, and how long it ever stands still while a report is opened.

Run ``python -m tests.benchmarks.window [FILE]`` (without FILE: the largest sample there is). Start to first
paint: processes of the program, as its command starts it, with some recent reports on the start page, and of
an empty PySide6 window in turn, so that the ratio means something on a busy machine; goal 1.5.
Standing still:
the largest gap between two ticks of a 10 ms timer from the wish to open until the suggestions are there; goal
100 ms. Both in a temporary folder, without a screen.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from core.resources import ROOT
from tests import samples

ROUNDS = 9
GOAL_START, GOAL_STILL = 1.5, 100.0

EMPTY = """
import os, sys, time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
def seen():
    print(time.monotonic(), flush=True)
    os._exit(0)
app = QApplication(sys.argv[:1])
class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, seen)
window = Window()
window.resize(1200, 720)
window.show()
app.exec()
"""
USED = """
from datetime import datetime
from core.findings import Count
from gui.app import set_up
from gui.settings import TOURED, Settings
from gui.standing import Standing, note
from gui.window.start_page import samples
app = set_up()
settings = Settings()
settings.set(TOURED, True)
for path in samples():
    settings.remember(path)
    note(settings, path, Standing("error", Count(3, 2, 1), datetime.now()))
"""
OURS = """
import os, sys, time
from PySide6.QtCore import QTimer
from gui import app, entry
def seen():
    print(time.monotonic(), flush=True)
    os._exit(0)
make = app.make_window
def watched(*arguments):
    window = make(*arguments)
    window.start.target.painted.connect(lambda: QTimer.singleShot(0, seen))
    return window
app.make_window = watched
entry.main([])
"""
STILL = """
import sys, time
from pathlib import Path
from gui import app as gui_app
app = gui_app.set_up()
from PySide6.QtCore import QSettings, Qt, QTimer
from gui.settings import Settings
store = QSettings(str(Path(sys.argv[1], "settings.ini")), QSettings.Format.IniFormat)
window = gui_app.make_window(app, Settings(store), Path(sys.argv[1], "unsaved"))
window.show()
for _ in range(50):
    app.processEvents()
ticks = [time.perf_counter()]
timer = QTimer(window, interval=10, timerType=Qt.TimerType.PreciseTimer)
timer.timeout.connect(lambda: ticks.append(time.perf_counter()))
timer.start()
def look():
    page = window.reports.page
    if page is not None and page.mender.is_current and window.jobs.is_idle:
        QTimer.singleShot(200, app.quit)
        done.stop()
done = QTimer(window, interval=50)
done.timeout.connect(look)
done.start()
window.open_files([Path(sys.argv[2])])
app.exec()
print(1000 * max(b - a for a, b in zip(ticks, ticks[1:])))
"""


def run(program: str, folder: str, *arguments: str) -> tuple[float, str]:
    """When a process was begun, and what it says; what it remembers is in ``folder``."""
    own = {f"XDG_{kind}_HOME": folder for kind in ("CONFIG", "DATA", "CACHE")}
    environment = os.environ | own | {"WAYLAND_DISPLAY": folder}  # no window that is open takes its files
    environment["PYTHONPYCACHEPREFIX"] = folder  # compiled once, as an installed program is
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    environment["QT_QPA_PLATFORM"] = os.environ.get("QT_QPA_PLATFORM", "offscreen")
    start = time.monotonic()
    ended = subprocess.run(
        [sys.executable, "-c", program, folder, *arguments],
        cwd=ROOT.parent,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    return start, ended.stdout


def first_paint(program: str, folder: str) -> float:
    """Seconds."""
    start, said = run(program, folder)
    return float(said) - start


def main(arguments: list[str]) -> int:
    given = [Path(argument).absolute() for argument in arguments]
    every = [*samples.paths("match"), *(ROOT / "samples").iterdir()]
    file = given[0] if given else max(every, key=lambda path: path.stat().st_size)
    with tempfile.TemporaryDirectory() as folder:
        run(USED, folder)
        for program in (EMPTY, OURS):
            run(program, folder)  # what is compiled and cached once
        pairs = [(first_paint(EMPTY, folder), first_paint(OURS, folder)) for _ in range(ROUNDS)]
        stills = [float(run(STILL, folder, str(file))[1]) for _ in range(ROUNDS)]
    empty, ours = (statistics.median(column) for column in zip(*pairs, strict=True))
    ratio = statistics.median(one / other for other, one in pairs)
    print(f"start: empty {empty * 1000:.0f} ms, ours {ours * 1000:.0f} ms, {ratio:.2f} x (goal {GOAL_START})")
    still = statistics.median(stills)
    print(f"still: {still:.0f} ms, worst {max(stills):.0f} ms, opening {file.name} (goal {GOAL_STILL:.0f})")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
