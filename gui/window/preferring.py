"""Opens the settings, and lets the window and the open reports follow what was changed there."""

from collections.abc import Callable

from PySide6.QtWidgets import QMainWindow

from gui.preferences.dialog import SettingsDialog
from gui.settings import SCHEME, ZOOM, Settings
from gui.talk import Talk
from gui.window.reports import Reports


def change_settings(
    window: QMainWindow, settings: Settings, talk: Talk, reports: Reports, wear: Callable[[str], None]
) -> None:
    """Show the dialog; what is confirmed holds at once. ``wear``: puts on the colours of a scheme."""
    before = settings.get(SCHEME)
    dialog = SettingsDialog(settings, talk, window)

    def confirmed() -> None:
        scheme = settings.get(SCHEME)
        if scheme != before:
            wear(scheme)
        for page in reports.pages:
            page.set_zoom(settings.get(ZOOM))
            page.requirements.read_again()

    dialog.accepted.connect(confirmed)
    dialog.open()
