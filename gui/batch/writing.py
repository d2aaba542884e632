"""What is written for the office: the summary workbook, a return notice for each unit."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from core.batch.gathered import Gathered
from core.batch.register import Unit
from core.paths import is_there
from core.writing import write_atomic
from gui.batch.comparing import Comparing
from gui.batch.desk import Desk
from gui.batch.task import Watch
from gui.settings import NOTICES_FOLDER, SUMMARY_FOLDER
from gui.talk import ELSEWHERE, OVERWRITE

_SUMMARY = "核对汇总.xlsx"
_NOTICES = "退改意见单 {day}"
"""What is written is Chinese, and so are its names."""


class Writing(QObject):
    """written: what was written, and the folder it lies in."""

    written = Signal(str, object)

    def __init__(self, desk: Desk, comparing: Comparing) -> None:
        super().__init__(desk.window)
        self._desk = desk
        self._comparing = comparing

    def choose_summary(self) -> None:
        """Let the clerk name the workbook."""
        folder = Path(self._desk.folder(SUMMARY_FOLDER))
        proposal = folder / _SUMMARY
        self._desk.talk.choose_save(self._desk.window, proposal, self._summary_named)

    def _summary_named(self, path: Path) -> None:
        named = path if path.suffix.lower() == ".xlsx" else path.with_name(f"{path.name}.xlsx")
        if is_there(named):
            answered = partial(self._answered, named)
            self._desk.talk.ask_overwrite(self._desk.window, named, answered)
        else:
            self.write_summary(named)

    def _answered(self, path: Path, answer: str) -> None:
        if answer == OVERWRITE:
            self.write_summary(path)
        elif answer == ELSEWHERE:
            self.choose_summary()

    def write_summary(self, path: Path) -> None:
        """In one step: where it fails, what stood there is as it was."""
        self._desk.remember(SUMMARY_FOLDER, path.parent)
        work = partial(_summary, self._desk.gathered(), path, self._comparing.units, self._comparing.own)
        said = self.tr("汇总已经写好：{name}").format(name=path.name)
        count = 5 * len(self._desk.listing.rows)
        self._desk.task.start(
            self.tr("正在写汇总…"), count, work, lambda _nothing: self.written.emit(said, path.parent)
        )

    def choose_notices(self) -> None:
        """Let the clerk choose the folder for the notices."""
        title = self.tr("选择放退改意见单的文件夹")
        folder = self._desk.folder(NOTICES_FOLDER)
        self._desk.talk.choose_folder(self._desk.window, title, folder, self.write_notices)

    def write_notices(self, folder: Path) -> None:
        """A notice for each report something was found in, in a new folder of today's: no earlier notice, on
        which somebody may have worked, is overwritten.
        """
        self._desk.remember(NOTICES_FOLDER, folder)
        gathered, when = self._desk.gathered(), datetime.now()
        target = _new_folder(folder / _NOTICES.format(day=when.date().isoformat()))

        def done(count: int) -> None:
            said = self.tr("写了 {count} 份退改意见单，在“{name}”里")
            self.written.emit(said.format(count=count, name=target.name), target)

        def work(watch: Watch) -> int:
            from core.batch.notices import write_notices

            for _path in write_notices(gathered.to_return, gathered.terms, target, when):
                watch()
            return watch.done

        text, count = self.tr("正在写退改意见单…"), sum(bool(row.kinds) for row in gathered.to_return)
        self._desk.task.start(text, count, work, done)


def _new_folder(path: Path) -> Path:
    numbered = (path.with_name(f"{path.name}（{n}）") for n in range(2, 10_000))
    return next(each for each in (path, *numbered) if not is_there(each))


def _summary(
    gathered: Gathered,
    path: Path,
    units: Sequence[Unit] | None,
    own: Mapping[str, Any] | None,
    watch: Watch,
) -> None:
    from core.batch.summary import summary_of

    gathered.refuse_sources(path)
    data = summary_of(replace(gathered, watch=watch), units, own)
    watch()
    write_atomic(path, data)
