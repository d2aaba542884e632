"""F6: from one part of the window to the next."""

from collections.abc import Sequence

from PySide6.QtWidgets import QApplication, QWidget


def step_pane(panes: Sequence[QWidget], by: int) -> None:
    """Move the focus from the part that holds it to the next one (1) or the one before (-1)."""
    focus = QApplication.focusWidget()
    place = next((n for n, pane in enumerate(panes) if focus and _holds(pane, focus)), -1)
    if panes:
        panes[(place + by) % len(panes)].setFocus()


def _holds(pane: QWidget, focus: QWidget) -> bool:
    return pane is focus or pane.isAncestorOf(focus)
