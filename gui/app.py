"""Sets up Qt for this program and opens the window."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, Signal
from PySide6.QtWidgets import QApplication

from core import __version__
from gui import crash, fonts, look
from gui.icons import application_icon
from gui.settings import LANGUAGE, SCHEME, TOURED, Settings
from gui.tongue import speak
from gui.window.main_window import MainWindow

if TYPE_CHECKING:
    from core.review import Review
    from gui.handover import Door

_FAILED = 2
_SWITCH = 0.001
"""Seconds that a thread at work may keep the window waiting, each time; Python's own 5 ms add up."""


def set_up(arguments: Sequence[str] = ()) -> QApplication:
    """Make the application object: names, fonts, Chinese standard buttons, Fusion."""
    sys.setswitchinterval(_SWITCH)
    app = QApplication([sys.argv[0] or "gouji", "-style", "fusion", *arguments])
    app.setOrganizationName("gouji")
    app.setApplicationName("gouji")
    app.setApplicationVersion(__version__)
    app.setApplicationDisplayName("")
    app.setDesktopFileName("gouji")
    app.setWindowIcon(application_icon())
    fonts.choose(app)
    speak(app, LANGUAGE.default)
    return app


def make_window(app: QApplication, settings: Settings, journals: Path | None = None) -> MainWindow:
    """The window, in the language and colours chosen in the settings. ``journals``: see ``MainWindow``."""
    if settings.get(LANGUAGE) != LANGUAGE.default:
        speak(app, settings.get(LANGUAGE))
    wear = partial(look.wear, app)
    wear(settings.get(SCHEME))
    app.styleHints().colorSchemeChanged.connect(lambda _scheme: wear(settings.get(SCHEME)))
    return MainWindow(settings, wear=wear, journals=journals)


class LaterStarts(QObject):
    """Brings what later starts hand over from the door's thread to the window."""

    _came = Signal(object)

    def __init__(self, window: MainWindow, door: Door) -> None:
        super().__init__(window)
        self._window = window
        self._came.connect(self._show)
        door.answer(self._came.emit)

    def _show(self, files: Sequence[Path]) -> None:
        """Be seen, and open the files."""
        self._window.come_forward()
        self._window.open_files(files)


def run(files: Sequence[Path], door: Door | None = None) -> int:
    """Open the window with these files and stay until it is closed.

    door: where later starts hand over their files.
    """
    app = set_up()
    window = make_window(app, Settings(), crash.data_folder() / "unsaved")
    crash.install(lambda *said: window.talk.error(window, *said))
    window.ready.connect(partial(_begin, window, files, door))
    window.show()
    return app.exec()


def _begin(window: MainWindow, files: Sequence[Path], door: Door | None) -> None:
    """What there is to do once the window is seen."""
    gc.freeze()  # what is there now stays: it need never be looked through again
    gc.enable()
    if not fonts.is_chinese_shown():
        window.talk.ask(window, fonts.none_here(), lambda _answer: None)
    window.open_files(files)
    window.opener.get_ready()
    if not files and not window.settings.get(TOURED):
        window.help.show_tour()
    if window.keeper is not None:
        window.keeper.recoverer.look()
    if door is not None:
        LaterStarts(window, door)


def check_offscreen(files: Sequence[Path]) -> int:
    """Open the files in a window nobody sees, say what it found in each; for the set-up script.

    The user's settings are left alone.
    """
    from tempfile import TemporaryDirectory

    from PySide6.QtCore import QEventLoop

    app = set_up()
    failures: list[str] = []
    with TemporaryDirectory() as folder:
        store = QSettings(str(Path(folder, "settings.ini")), QSettings.Format.IniFormat)
        window = make_window(app, Settings(store))
        sys.excepthook = crash.Hook(lambda _text, _advice, details: failures.append(details))
        window.get_ready()
        window.opener.opened.connect(lambda sitting: print(_line(sitting.review)))
        window.opener.failed.connect(lambda _path, why: failures.append(why))
        window.show()
        window.open_files(files)
        while window.opener.is_busy:
            app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        app.processEvents()
        window.close()
        store.sync()
    for failure in failures:
        print(failure, file=sys.stderr)
    return _FAILED if failures else 0


def _line(review: Review) -> str:
    from gui.severities import counts

    return f"{review.report.path.name}：{counts(review.count) or '没有发现问题'}"
