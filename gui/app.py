"""Sets up Qt for this program and opens the window."""

import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEventLoop, QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication, QStyleFactory

from core import __version__
from core.files import Report
from gui import crash, look
from gui.glance import counts
from gui.icons import application_icon
from gui.main_window import MainWindow
from gui.settings import SCHEME, Settings

_UNREADABLE = 2
_CHINESE_FONTS = {
    "win32": ("Microsoft YaHei UI", "Microsoft YaHei", "SimSun"),
    "linux": ("Noto Sans CJK SC", "Source Han Sans SC", "WenQuanYi Micro Hei", "WenQuanYi Zen Hei"),
}
"""Fonts with Chinese glyphs in the Chinese style, best first; elsewhere the system's own choice is right."""


def set_up(arguments: Sequence[str] = ()) -> QApplication:
    """Make the application object: names, fonts, Chinese standard buttons, Fusion."""
    app = QApplication([sys.argv[0] or "gouji", *arguments])
    app.setOrganizationName("gouji")
    app.setApplicationName("gouji")
    app.setApplicationVersion(__version__)
    app.setApplicationDisplayName("")
    app.setDesktopFileName("gouji")
    app.setWindowIcon(application_icon())
    app.setStyle(QStyleFactory.create("Fusion"))
    _choose_font(app)
    translator = QTranslator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load(QLocale(QLocale.Language.Chinese, QLocale.Country.China), "qtbase", "_", folder):
        app.installTranslator(translator)
    return app


def _choose_font(app: QApplication) -> None:
    families = _CHINESE_FONTS.get(sys.platform)
    if families:
        font = app.font()
        font.setFamilies([*families, font.family()])
        app.setFont(font)


def make_window(app: QApplication) -> MainWindow:
    """The window with the user's settings, in the colours chosen there."""
    settings = Settings()
    wear = partial(look.wear, app)
    wear(settings.get(SCHEME))
    app.styleHints().colorSchemeChanged.connect(lambda _scheme: wear(settings.get(SCHEME)))
    window = MainWindow(settings, wear=wear)
    crash.install(lambda text, advice, details: window.talk.error(window, text, advice, details))
    return window


def run(files: Sequence[Path]) -> int:
    """Open the window with these files and stay until it is closed."""
    app = set_up()
    window = make_window(app)
    window.show()
    window.open_files(files)
    return app.exec()


def check_offscreen(files: Sequence[Path]) -> int:
    """Open the files in a window nobody sees, say what it found in each; for the set-up script."""
    app = set_up()
    window = make_window(app)
    window.show()
    said: list[str] = []
    failures: list[str] = []
    window.opener.opened.connect(lambda report: said.append(_line(window, report)))
    window.opener.failed.connect(lambda _path, why: failures.append(why))
    window.open_files(files)
    while window.opener.is_busy:
        app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    app.processEvents()
    for line in said:
        print(line)
    for line in failures:
        print(line, file=sys.stderr)
    window.close()
    return _UNREADABLE if failures else 0


def _line(window: MainWindow, report: Report) -> str:
    page = window.reports.find_page(report.path)
    assert page is not None
    return f"{report.path.name}：{counts(page.review.count) or '没有发现问题'}"
