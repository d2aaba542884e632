"""Closing pages with unsaved changes: each is asked about in turn, and any 取消 stops the whole."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QTabWidget, QWidget

from gui.talk import DISCARD, SAVE, Talk

if TYPE_CHECKING:
    from gui.window.report_page import ReportPage


def leave(
    pages: Sequence[ReportPage], tabs: QTabWidget, talk: Talk, window: QWidget, then: Callable[[], None]
) -> None:
    """Call ``then`` once nothing of these pages is left that its clerk wants to keep."""
    modified = [page for page in pages if page.is_modified]
    if not modified:
        then()
        return
    page, rest = modified[0], modified[1:]
    further = partial(leave, rest, tabs, talk, window, then)
    tabs.setCurrentWidget(page)
    talk.ask_save(window, page.path.name, page.unsaved_count, partial(_answered, page=page, further=further))


def _answered(answer: str, page: ReportPage, further: Callable[[], None]) -> None:
    if answer == DISCARD:
        further()
    elif answer == SAVE:
        page.saver.save(lambda saved: further() if saved else None)
