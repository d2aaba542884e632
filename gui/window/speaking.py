"""Another language while the program runs: the window is furnished anew round the same sittings.

Texts stand in hundreds of places, many of them made up of others; built anew, none can be forgotten. What the
clerk has done lives in the sittings and their undo steps, which go on.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QMenuBar, QStatusBar, QToolBar

if TYPE_CHECKING:
    from gui.window.main_window import MainWindow

_MOMENT = 50
"""Milliseconds until it is looked again whether work has ended."""


class Speaking(QObject):
    """Of one window."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._speak)

    def soon(self) -> None:
        """In a later event: Qt tells of each translator by itself."""
        self._timer.start(0)

    def _speak(self) -> None:
        """Once nothing is under way: what comes back must find the page that asked for it."""
        window = self._window
        if window.opener.is_busy or not window.jobs.is_idle:
            self._timer.start(_MOMENT)
            return
        if window.reports.page is not None:
            window.reports.page.finish_typing()
        earlier = window.reports
        self._clear_out()
        window.refurnish()
        window.reports.take_over(earlier)
        window.reports.changed.emit()
        page = window.reports.page
        if page is not None and page.table_tabs.front is not None:
            page.table_tabs.front.setFocus()

    def _clear_out(self) -> None:
        """What speaks; it lives until the next events."""
        window = self._window
        bars = [child for child in window.children() if isinstance(child, QToolBar)]
        for bar in bars:
            window.removeToolBar(bar)
        spoken = (window.exporter, window.undo_group, window.takeCentralWidget())
        for part in (*bars, *window.commands.all(), *spoken):
            part.deleteLater()
        window.setMenuBar(QMenuBar(window))
        window.setStatusBar(QStatusBar(window))
