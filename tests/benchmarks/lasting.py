"""Whether a long day with the window leaves anything behind, and what an idle one costs.

Run ``python -m tests.benchmarks.lasting [ROUNDS] [SECONDS]`` (500 reports, 20 s). Reports of three kinds are
opened one after another in the real window, corrected every third time, and closed; every fifty a line tells
what has grown. Then the window stays open with a report in it and nobody does anything: the processor
time of that, goal 0. Without a screen, in a temporary folder.
"""

import gc
import os
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QEventLoop, QObject, QSettings, QTimer
from PySide6.QtWidgets import QApplication

from core.files import Report
from core.review import Review
from gui.app import make_window, set_up
from gui.settings import Settings
from gui.window.main_window import MainWindow
from gui.window.report_page import ReportPage
from tests.documents import excel, word
from tests.layouts import balanced, report

_EVERY = 50
_SLIP = {"requests.granted.natural": "9754"}


def write(folder: Path) -> list[Path]:
    """Six reports, three of them with a wrong number."""
    paths = []
    for name, numbers in (("right", balanced()), ("wrong", balanced() | _SLIP)):
        for suffix, data in (
            ("docx", word(numbers)),
            ("xlsx", excel(numbers)),
            ("txt", report("pipes_padded", numbers).encode()),
        ):
            paths.append(folder / f"{name}.{suffix}")
            paths[-1].write_bytes(data)
    return paths


def live() -> Counter[str]:
    """What there is of all that a report brings with it, by class; wrappers of Qt's objects among them."""
    gc.collect()
    kinds = (QObject, Review, Report)
    return Counter(type(each).__name__ for each in gc.get_objects() if isinstance(each, kinds))


def memory() -> float:
    """MiB that this process holds now."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


def handles() -> int:
    return len(os.listdir("/proc/self/fd"))


def threads() -> int:
    return len(os.listdir("/proc/self/task"))


def settle(window: MainWindow, seconds: float = 0.0) -> None:
    """Until everything asked for has come, and for so long after it, in an event loop as the program has one:
    nothing is deleted later but by such a loop.
    """
    until = time.monotonic() + seconds
    loop, look = QEventLoop(), QTimer()

    def end() -> None:
        if not window.opener.is_busy and window.jobs.is_idle and time.monotonic() >= until:
            loop.quit()

    look.timeout.connect(end)
    look.start(2)
    loop.exec()


def open_and_close(window: MainWindow, path: Path, *, corrected: bool) -> None:
    window.open_files([path])
    settle(window, 0.05)
    page = window.reports.page
    assert page is not None
    if corrected:
        page.review.set_value("requests.new.natural", "77")
        settle(window, 0.3)
        page.review.mark_saved()
    window.reports.close_page(page)
    settle(window, 0.02)


def day(app: QApplication, window: MainWindow, paths: list[Path], rounds: int) -> None:
    print("reports   MiB  handles  threads  widgets  objects  pages")
    before = Counter[str]()
    for done in range(rounds + 1):
        if done % _EVERY == 0:
            now = live()
            widgets = len(app.allWidgets())
            print(
                f"{done:7}{memory():6.1f}{handles():9}{threads():9}{widgets:9}{now.total():9}"
                f"{now[ReportPage.__name__]:7}",
                flush=True,
            )
            if done > _EVERY and now - before:
                print("        more:", dict((now - before).most_common(8)))
            before = now
        open_and_close(window, paths[done % len(paths)], corrected=done % 3 == 0)


def idle(app: QApplication, window: MainWindow, path: Path, seconds: float) -> None:
    window.open_files([path])
    settle(window, 3.0)
    before = time.process_time()
    QTimer.singleShot(int(seconds * 1000), app.quit)
    app.exec()
    spent = time.process_time() - before
    print(f"idle for {seconds:.0f} s with a report open: {spent * 1000:.1f} ms of processor time")


def main(rounds: int, seconds: float) -> None:
    app = set_up()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        settings = Settings(QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat))
        window = make_window(app, settings, folder / "unsaved")
        window.show()
        window.get_ready()
        paths = write(folder)
        settle(window, 0.5)
        day(app, window, paths, rounds)
        idle(app, window, paths[3], seconds)
        for page in window.reports.pages:
            page.review.mark_saved()
        window.close()


if __name__ == "__main__":
    main(int((sys.argv[1:] or ["500"])[0]), float((sys.argv[2:] or ["20"])[0]))
