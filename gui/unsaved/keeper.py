"""Has a recorder for every open report, as long as it is open."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from gui.jobs import Jobs
from gui.talk import Talk
from gui.unsaved.recovering import Recoverer
from gui.unsaved.session import Session
from gui.widgets.bars import BarStack, MessageBar

if TYPE_CHECKING:
    from gui.unsaved.recorder import Recorder
    from gui.window.report_page import ReportPage
    from gui.window.reports import Reports

_UNKEPT = "unkept"


class Keeper(QObject):
    """root: the folder of all windows' journals."""

    def __init__(self, root: Path, talk: Talk, jobs: Jobs, window: QWidget) -> None:
        super().__init__(window)
        self._session = Session(root)
        self._jobs = jobs
        self._bars: BarStack | None = None
        self._recorders: dict[ReportPage, Recorder] = {}
        self._earlier: list[Recorder] = []
        self.recoverer = Recoverer(self._session, self._replace, talk, jobs, self)

    def attend(self, reports: Reports, bars: BarStack) -> None:
        """The window is furnished, perhaps anew round the same sittings; their journals go on."""
        self._earlier = list(self._recorders.values())
        self._recorders.clear()
        self._bars = bars
        reports.added.connect(self._add)
        reports.left.connect(self._leave)
        self.recoverer.attend(reports, bars)

    def close(self) -> None:
        """All is saved, or not to be; no job is running any more."""
        for recorder in self._recorders.values():
            recorder.pause()
        self._session.close()

    def _add(self, page: ReportPage) -> None:
        from gui.unsaved.recorder import Recorder

        recorder = Recorder(page, self._session, self._jobs, self)
        recorder.failed.connect(self._say_unkept)
        self._recorders[page] = recorder
        for earlier in [each for each in self._earlier if each.review is page.review]:
            self._earlier.remove(earlier)
            recorder.take_over(earlier)
        self.recoverer.opened(page)

    def _leave(self, page: ReportPage) -> None:
        self._recorders.pop(page).stop()

    def _replace(self, page: ReportPage, orphan: Path) -> None:
        self._recorders[page].replace(orphan)

    def _say_unkept(self) -> None:
        text = self.tr("程序的数据文件夹不能写入：万一断电，没有保存的改动会丢，请勤按 Ctrl+S")
        if self._bars is not None and _UNKEPT not in self._bars.bars:
            self._bars.show_bar(_UNKEPT, MessageBar("warning", text, parent=self._bars))
