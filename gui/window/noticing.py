"""What the window does when its colours or its language change, or when it comes to the front."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject

if TYPE_CHECKING:
    from gui.window.main_window import MainWindow


class Noticing(QObject):
    """Looks at the events of the window, once it is ready."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        window, kind = self._window, event.type()
        if not window.is_ready:
            pass
        elif kind == QEvent.Type.PaletteChange:
            window.commands.tint(window.palette())
        elif kind == QEvent.Type.LanguageChange:
            window.speaking.soon()
        elif kind == QEvent.Type.ActivationChange and window.isActiveWindow():
            window.reports.watcher.look()
        return super().eventFilter(watched, event)
