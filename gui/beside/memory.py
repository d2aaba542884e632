"""Keeps what was marked 核实无误 in the small file beside the report, and beside its corrected copies."""

from collections.abc import Collection
from functools import partial
from pathlib import Path
from threading import Lock

from PySide6.QtCore import QObject
from shiboken6 import isValid

from core.errors import GoujiError
from core.resources import ROOT
from core.review import Review
from core.sidecar import Remembered, store
from gui.jobs import Jobs
from gui.widgets.bars import BarStack, MessageBar

_DAMAGED, _UNKEPT = "marks damaged", "marks unkept"


class Memory(QObject):
    """Writes whenever something is marked or restored; says once where that cannot be done."""

    def __init__(self, review: Review, bars: BarStack, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._review = review
        self._bars = bars
        self._jobs = jobs
        self._is_told = False
        path = review.report.path
        self._notebook = _Notebook(() if path.is_relative_to(ROOT) else (path,))
        self._notebook.remembered = review.remembered
        review.subscribe(self._follow)

    def say_damaged(self, why: str) -> None:
        """What was confirmed before cannot be read."""
        if why:
            self._bars.show_bar(_DAMAGED, MessageBar("advice", why, parent=self._bars))

    def inherit(self, earlier: "Memory") -> None:
        """Another page of the same sitting: the same files are written, from here."""
        self._review.unsubscribe(earlier._follow)
        self._notebook, self._is_told = earlier._notebook, earlier._is_told

    def also_beside(self, copy: Path) -> None:
        """A corrected copy was saved: what is confirmed, now or later, holds for it too."""
        if copy not in self._notebook.reports:
            self._notebook.reports += (copy,)
        if self._review.remembered:
            self._write()

    def _follow(self, changed: Collection[str]) -> None:
        """Values do not concern it; of the rest, what only holds again or no longer is kept already."""
        if changed or _are_alike(self._review.remembered, self._notebook.remembered):
            return
        if self._notebook.reports:
            self._write()
        else:
            self._say_unkept(self.tr("示例报告在程序的文件夹里，“核实无误”的标记只记到关闭这份报告为止"))

    def _write(self) -> None:
        self._notebook.remembered = self._review.remembered
        wanted = partial(isValid, self)
        self._jobs.start(self._notebook.write, self._written, self._not_written, wanted=wanted)

    def _written(self, failed: tuple[Path, ...]) -> None:
        for report in failed[:1]:
            text = self.tr("“{name}”所在的文件夹不能写入，“核实无误”的标记只记到关闭这份报告为止")
            self._say_unkept(text.format(name=report.name))

    def _not_written(self, _error: GoujiError) -> None:
        """An unforeseen error; it was shown already."""

    def _say_unkept(self, text: str) -> None:
        if not self._is_told:
            self._is_told = True
            self._bars.show_bar(_UNKEPT, MessageBar("advice", text, parent=self._bars))


def _are_alike(some: Collection[Remembered], others: Collection[Remembered]) -> bool:
    """The same ones, in whatever order."""
    return len(some) == len(others) and all(each in others for each in some)


class _Notebook:
    """What is to be kept, beside which reports: written by whichever job comes, always as it is newest."""

    def __init__(self, reports: tuple[Path, ...]) -> None:
        self.reports = reports
        self.remembered: tuple[Remembered, ...] = ()
        self._lock = Lock()

    def write(self) -> tuple[Path, ...]:
        """Off the GUI thread; returns the reports beside which nothing could be written."""
        with self._lock:
            return tuple(report for report in self.reports if not self._is_kept(report))

    def _is_kept(self, report: Path) -> bool:
        try:
            store(report, self.remembered)
        except (GoujiError, OSError):
            return False
        return True
