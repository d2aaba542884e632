"""Opens the settings, and lets the window and the open reports follow what was changed there."""

from collections.abc import Callable
from typing import cast

from PySide6.QtWidgets import QApplication, QMainWindow

from gui.preferences.dialog import SettingsDialog
from gui.settings import LANGUAGE, SCHEME, ZOOM, Settings
from gui.talk import Talk
from gui.tongue import speak
from gui.window.reports import Reports


def change_settings(
    window: QMainWindow, settings: Settings, talk: Talk, reports: Reports, wear: Callable[[str], None]
) -> None:
    """Show the dialog; what is confirmed holds at once. ``wear``: puts on the colours of a scheme."""
    before, spoken = settings.get(SCHEME), settings.get(LANGUAGE)
    dialog = SettingsDialog(settings, talk, window)

    def confirmed() -> None:
        scheme = settings.get(SCHEME)
        if scheme != before:
            wear(scheme)
        if settings.get(LANGUAGE) != spoken:
            speak(cast(QApplication, QApplication.instance()), settings.get(LANGUAGE))
        for page in reports.pages:
            page.set_zoom(settings.get(ZOOM))
            page.requirements.read_again()

    dialog.accepted.connect(confirmed)
    dialog.open()
