"""Last year's report as one report is checked against it: found, chosen by hand, or left out."""

from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from core.errors import GoujiError
from core.files import Report
from core.history import LastYear, misfit
from core.paths import is_same_file
from core.previous import last_year_of
from core.review import Review
from core.sitting import open_last_year
from gui.jobs import Jobs
from gui.talk import USE, Talk
from gui.widgets.bars import BarStack, Deed, MessageBar

_KEY = "last year"


class LastYearInUse(QObject):
    """Of one report. changed: another one is used than before, or none. message: for the status line.

    path: the file in use, None if there is none. is_by_hand: the clerk has decided about it.
    """

    changed = Signal()
    message = Signal(str)

    def __init__(self, review: Review, bars: BarStack, talk: Talk, jobs: Jobs, parent: QWidget) -> None:
        super().__init__(parent)
        self._review = review
        self._bars = bars
        self._talk = talk
        self._jobs = jobs
        self._page = parent
        self.path: Path | None = None
        self.is_by_hand = False

    @property
    def last(self) -> LastYear | None:
        return self._review.last_year

    def found(self, report: Report | None) -> None:
        """What was found beside the report and is used already."""
        if report is None:
            return
        self.path = report.path
        text = self.tr("已找到上年报告“{name}”，用来核对上年结转等").format(name=report.path.name)
        self._say("advice", text, (Deed(self.tr("不用它"), self.stop),))
        self.changed.emit()

    def inherit(self, earlier: "LastYearInUse") -> None:
        """The same report was read again: what the clerk has decided about it holds on."""
        if earlier.is_by_hand:
            self._take(earlier.path, earlier.last)

    def take_over(self, earlier: "LastYearInUse") -> None:
        """Another page of the same sitting: what is used there is used here, without a word."""
        self._bars.remove(_KEY)
        self.path, self.is_by_hand = earlier.path, earlier.is_by_hand
        self.changed.emit()

    # --- by hand ------------------------------------------------------------------------------------

    def choose(self) -> None:
        """Let the clerk pick the file."""
        folder = (self.path or self._review.report.path).parent
        self._talk.choose_one(self._page.window(), self.tr("选择上年报告"), str(folder), self.open)

    def open(self, path: Path) -> None:
        """Use this file as last year's report, asking first if it does not look like it."""
        own = self._review.report.path
        if is_same_file(path, own):
            self._say("warning", self.tr("“{name}”就是正在核对的这份报告，请选上年的").format(name=own.name))
            return
        wanted = partial(isValid, self)
        self._jobs.start(partial(open_last_year, path), self.use, self._not_opened, wanted=wanted)

    def _not_opened(self, error: GoujiError) -> None:
        self._say("error", str(error))

    def use(self, report: Report) -> None:
        """The same for a report that is open already."""
        last, own = last_year_of(report), self._review.report
        odd = misfit(own.year, own.unit, last)
        if odd is None:
            self._chosen(report.path, last)
        else:
            doubtful = replace(last, is_certain=False)
            answered = partial(self._answered, path=report.path, last=doubtful)
            self._talk.ask_misfit(self._page.window(), odd.what, answered)

    def _answered(self, answer: str, path: Path, last: LastYear) -> None:
        if answer == USE:
            self._chosen(path, last)

    def _chosen(self, path: Path, last: LastYear) -> None:
        self._take(path, last)
        self.message.emit(self.tr("已用“{name}”核对上年结转等").format(name=path.name))

    def stop(self) -> None:
        """Check without last year's report."""
        self._take(None, None)
        self.message.emit(self.tr("不再用上年报告核对"))

    def _take(self, path: Path | None, last: LastYear | None) -> None:
        self._bars.remove(_KEY)
        self.path, self.is_by_hand = path, True
        self._review.compare_with(last)
        self.changed.emit()

    def _say(self, kind: str, text: str, deeds: tuple[Deed, ...] = ()) -> None:
        self._bars.show_bar(_KEY, MessageBar(kind, text, deeds, self._bars))
