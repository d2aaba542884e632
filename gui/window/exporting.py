"""New documents made of the report in front: named by the clerk, made and written off the GUI thread."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from core.errors import GoujiError
from core.export import documents
from core.paths import is_same_file, is_there
from gui.jobs import Jobs
from gui.talk import ELSEWHERE, OVERWRITE, Talk
from gui.widgets.bars import BarStack, MessageBar
from gui.window.making import Making

if TYPE_CHECKING:
    from core.snapshot import Snapshot
    from gui.window.report_page import ReportPage

_COMMANDS = {f"export_{kind}": kind for kind in documents.KINDS}


class Exporter(QObject):
    """exported: where a document went."""

    exported = Signal(object)

    def __init__(self, bars: BarStack, talk: Talk, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._bars = bars
        self._talk = talk
        self._jobs = jobs

    @property
    def deeds(self) -> Mapping[str, Callable[[ReportPage], None]]:
        """What the commands do to the report in front."""
        return {
            **{name: partial(self._export_of, kind) for name, kind in _COMMANDS.items()},
            "compare": self._compare,
        }

    def _compare(self, page: ReportPage) -> None:
        from gui.window.compare import compare

        compare(page, self)

    def _export_of(self, kind: str, page: ReportPage) -> None:
        self.export(page, kind)

    # --- asking -------------------------------------------------------------------------------------

    def export(self, page: ReportPage, kind: str) -> None:
        """Let the clerk name the file, then make it."""
        source = Path(page.saver.proposal.parent, page.path.name)
        title = self.tr("导出{what}").format(what=documents.KINDS[kind].title)
        proposal = documents.file_name(kind, source)
        self._talk.choose_save(page.window(), proposal, partial(self._chosen, page, kind), title)

    def _chosen(self, page: ReportPage, kind: str, path: Path) -> None:
        from gui.window.saving import named_like

        target = named_like(path, documents.KINDS[kind].suffix)
        if is_same_file(target, page.path):
            said = self.tr("“{name}”就是这份报告本身，没有导出；请给导出的文件另起名字。")
            self._talk.export_failed(page.window(), said.format(name=target.name))
        elif is_there(target):
            self._talk.ask_overwrite(page.window(), target, partial(self._answered, page, kind, target))
        else:
            self._make(page, kind, target)

    def _answered(self, page: ReportPage, kind: str, target: Path, answer: str) -> None:
        if answer == OVERWRITE:
            self._make(page, kind, target)
        elif answer == ELSEWHERE:
            self.export(page, kind)

    # --- making -------------------------------------------------------------------------------------

    def _make(self, page: ReportPage, kind: str, target: Path) -> None:
        from core.snapshot import snapshot
        from gui.commands import reasons

        self._bars.remove(_lacking(target))
        making = Making(target, self._bars, self)
        work = partial(_write, kind, snapshot(page.review), reasons(page.stack), target, making.stop)
        failed = partial(self._failed, page, making)
        self._jobs.start(work, partial(self._done, target, making), failed)

    def _done(self, target: Path, making: Making, lacking: tuple[str, ...] | None) -> None:
        making.end()
        if lacking is None:
            return
        self.exported.emit(target)
        self.say_lacking(target, lacking)

    def say_lacking(self, target: Path, lacking: tuple[str, ...]) -> None:
        """What a new document does not hold though the report does, in sentences."""
        if lacking:
            text = "\n".join((self.tr("“{name}”导出好了，但是：").format(name=target.name), *lacking))
            self._bars.show_bar(_lacking(target), MessageBar("warning", text, parent=self._bars))

    def _failed(self, page: ReportPage, making: Making, error: GoujiError) -> None:
        making.end()
        self._talk.export_failed(page.window(), str(error))


def _lacking(target: Path) -> str:
    """The key of the message about what a document lacks."""
    return f"lacking {target.absolute()}"


def _write(
    kind: str, taken: Snapshot, why: Mapping[str, str], target: Path, stop: Event
) -> tuple[str, ...] | None:
    """Off the GUI thread; returns what the document lacks, None if it was not wanted any more."""
    from core.writing import write_atomic

    review = taken.restored()
    data = documents.make(kind, review, datetime.now(), why)
    if stop.is_set():
        return None
    write_atomic(target, data)
    return tuple(documents.lacking(kind, review))
