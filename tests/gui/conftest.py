"""Window tests run without a screen, without the user's settings, and see every question asked."""

import os

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.checks import Check
from core.forms import TABLES
from gui import look
from gui.jobs import Jobs
from gui.settings import Settings
from gui.talk import Question, Talk
from gui.window.main_window import MainWindow
from tests.layouts import AFTER, BEFORE, HEADINGS, TITLE, balanced, pipes_padded

CULPRIT = "requests.granted.natural"
"""The cell that is wrong in a report made by ``reports`` with ``slip``."""

UNIT = "云岭市青禾区农业农村局"

Reports = Callable[..., Path]


class Recorder(Talk):
    """Answers from a script instead of showing dialogs; keeps what was asked and chosen."""

    def __init__(self) -> None:
        super().__init__()
        self.answers: list[str] = []
        self.asked: list[Question] = []
        self.unanswered: list[Question] = []
        self.to_open: list[Path] = []
        self.to_save: list[Path] = []
        self.proposed: list[Path] = []
        self.to_choose: list[Path] = []
        self.begun: list[str] = []
        self.shown_folders: list[Path] = []
        self.opened_files: list[Path] = []
        self.reasons: list[str] = []
        self.sentences: list[Sequence[str]] = []
        self.changes: list[Sequence[tuple[str, str, str]]] = []
        self.confirms = True
        self.printed: list[str] = []

    def ask(self, parent, question, then) -> None:
        self.asked.append(question)
        if self.answers:
            then(self.answers.pop(0))
        else:
            self.unanswered.append(question)

    def choose_open(self, parent, folder, then) -> None:
        then(self.to_open)

    def choose_one(self, parent, title, folder, then) -> None:
        self._chosen(folder, then)

    def choose_requirements(self, parent, folder, then) -> None:
        then(self.to_choose.pop(0))

    def choose_register(self, parent, folder, then) -> None:
        self._chosen(folder, then)

    def choose_folder(self, parent, title, folder, then) -> None:
        self._chosen(folder, then)

    def _chosen(self, folder, then) -> None:
        self.begun.append(folder)
        if self.to_choose:
            then(self.to_choose.pop(0))

    def open_file(self, path) -> None:
        self.opened_files.append(path)

    def choose_save(self, parent, proposal, then, title="") -> None:
        self.proposed.append(proposal)
        if self.to_save:
            then(self.to_save.pop(0))

    def ask_reason(self, parent, sentences, then) -> None:
        self.sentences.append(sentences)
        if self.reasons:
            then(self.reasons.pop(0))

    def confirm_changes(self, parent, title, advice, rows, then) -> None:
        self.changes.append(rows)
        if self.confirms:
            then()

    def print_page(self, parent, title, html, then) -> None:
        self.printed.append(html)
        then()

    def show_folder(self, folder) -> None:
        self.shown_folders.append(folder)


class ImmediatePool:
    """Runs each job at once; results are still delivered in a later event."""

    def start(self, run: Callable[[], object]) -> None:
        run()

    def waitForDone(self) -> bool:  # noqa: N802 - as in QThreadPool
        return True


class HeldPool:
    """Keeps jobs until ``release``: a slow disk."""

    def __init__(self) -> None:
        self.jobs: list[Callable[[], object]] = []

    def start(self, run: Callable[[], object]) -> None:
        self.jobs.append(run)

    def release(self) -> None:
        while self.jobs:
            self.jobs.pop(0)()

    def waitForDone(self) -> bool:  # noqa: N802 - as in QThreadPool
        self.release()
        return True


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))


@pytest.fixture
def talk() -> Iterator[Recorder]:
    recorder = Recorder()
    yield recorder
    assert not recorder.unanswered


@pytest.fixture
def make_window(qtbot: QtBot, settings: Settings, talk: Recorder) -> Callable[..., MainWindow]:
    """A shown window; ``pool`` replaces the one that works at once."""

    def make(pool: object = None, shown: bool = True) -> MainWindow:
        window = MainWindow(settings, talk, Jobs(pool or ImmediatePool()))
        qtbot.addWidget(window, before_close_func=_forgive)
        if shown:
            window.resize(1200, 800)
            window.show()
            window.activateWindow()
            qtbot.waitUntil(lambda: window.isActiveWindow() and window.is_ready)
        else:
            window.get_ready()
        return window

    return make


def _forgive(window: MainWindow) -> None:
    """At the end of a test nobody is asked about what it left unsaved."""
    for page in window.reports.pages:
        page.review.mark_saved()


@pytest.fixture
def window(make_window: Callable[..., MainWindow]) -> MainWindow:
    return make_window()


@pytest.fixture
def opened(window: MainWindow, qtbot: QtBot) -> Callable[..., MainWindow]:
    """Opens files in the window and waits until the queue is empty and the suggestions are there."""

    def open_all(*paths: Path) -> MainWindow:
        window.open_files(paths)
        qtbot.waitUntil(lambda: not window.opener.is_busy)
        settle(window, qtbot)
        return window

    return open_all


def settle(window: MainWindow, qtbot: QtBot) -> None:
    """Wait until the suggestions are those for the report in front as it stands now."""
    page = window.reports.page
    if page is not None and page.views:
        qtbot.waitUntil(lambda: page.mender.is_current)


@pytest.fixture
def reports(tmp_path: Path) -> Reports:
    """Writes a text report of a unit that does not exist; ``slip`` makes one cell of 表三 wrong.

    changes: what other cells say instead. year, unit: whose, and of when.
    """

    def write(
        name: str = "云岭市青禾区农业农村局年报.txt",
        slip: bool = True,
        folder: Path = tmp_path,
        changes: Mapping[str, str] = MappingProxyType({}),
        year: int = 2023,
        unit: str = UNIT,
        edition: str = "2021",
    ) -> Path:
        numbers = balanced(edition) | dict(changes)
        if slip:
            numbers[CULPRIT] = "9754"
        tables = (f"{HEADINGS[t]}\n{pipes_padded(edition, t, numbers)}\n" for t in TABLES)
        path = folder / name
        text = f"{TITLE.format(year=year)}\n{BEFORE}{''.join(tables)}{AFTER.format(signed=year + 1)}"
        path.write_text(text.replace(UNIT, unit), encoding="utf-8")
        return path

    return write


@pytest.fixture
def right_number() -> str:
    """What stands in CULPRIT when nothing is wrong."""
    return balanced()[CULPRIT]


@pytest.fixture(params=[False, True], ids=["light", "dark"])
def worn(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[bool]:
    """Light and dark in turn; yields whether it is dark."""
    before = qapp.palette()
    qapp.setPalette(look.palette(request.param))
    yield request.param
    qapp.setPalette(before)


@pytest.fixture
def only(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Besides the arithmetic, only these checks are made of any report."""

    def make_only(*checks: Check) -> None:
        monkeypatch.setattr("core.review.OF_TEXT", checks)
        monkeypatch.setattr("core.review.OF_FIGURES", ())

    return make_only
