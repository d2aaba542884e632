"""The recent reports: which they are, how they stood when last seen, which of them are gone."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from shiboken6 import isValid

from core.errors import GoujiError
from core.paths import is_there
from core.resources import ROOT
from gui.jobs import Jobs
from gui.settings import Settings
from gui.standing import note, standing_of, standings
from gui.window.start_page import StartPage

if TYPE_CHECKING:
    from gui.window.report_page import ReportPage
    from gui.window.reports import Reports
    from gui.window.saving import Saved


class Recents(QObject):
    """Of one window, as it is furnished."""

    def __init__(self, settings: Settings, jobs: Jobs, reports: Reports, start: StartPage) -> None:
        super().__init__(start)
        self._settings = settings
        self._jobs = jobs
        self._start = start
        reports.saved.connect(self._saved)
        reports.left.connect(self.look_at)

    def opened(self, page: ReportPage) -> None:
        """It is the latest; a sample that ships with the program is none."""
        if not page.path.is_relative_to(ROOT):
            self._settings.remember(page.path)
            self.look_at(page)

    def look_at(self, page: ReportPage) -> None:
        """Note how the report stands, unless what stands in the window is not what stands in the file."""
        if not page.review.typed:
            self._note(page.path, page)

    def _saved(self, page: ReportPage, saved: Saved) -> None:
        """What was written is a report of its own, to be gone on with."""
        if not page.is_modified:
            self._settings.remember(saved.target)
            self._note(saved.target, page)

    def _note(self, path: Path, page: ReportPage) -> None:
        note(self._settings, path, standing_of(page.review, datetime.now()))

    # --- on the start page --------------------------------------------------------------------------

    def show(self) -> None:
        """At once as it is known; which files are gone may take a while on a network drive."""
        recent = self._settings.recent
        self._start.show_recent(recent, standings(self._settings))
        if recent:
            work, wanted = partial(_gone, recent), partial(isValid, self)
            self._jobs.start(work, self._start.recent.show_gone, self._unknown, wanted=wanted)

    def _unknown(self, _error: GoujiError) -> None:
        """An unforeseen error; it was shown already."""


def _gone(paths: Iterable[Path]) -> frozenset[Path]:
    """Those of which no file is there any more."""
    return frozenset(path for path in paths if not is_there(path))
