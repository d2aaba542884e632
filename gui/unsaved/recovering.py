"""What was not saved when the program came to a sudden end: offered at the next start."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from core.errors import GoujiError
from core.paths import is_same_file
from gui.jobs import Jobs
from gui.punctuation import listed
from gui.talk import DISCARD, Talk
from gui.unsaved.session import Orphan, Session
from gui.widgets.bars import BarStack, Deed, MessageBar

if TYPE_CHECKING:
    from core.journal import Recovery
    from gui.window.report_page import ReportPage
    from gui.window.reports import Reports

_BAR, _CHANGED = "unsaved", "unsaved changed"
_NAMED = 3


Replace = Callable[["ReportPage", Path], None]
"""Called where a journal is in a report again, which has one of its own."""


class Recoverer(QObject):
    """open_wanted: the paths of reports to be opened, in which something is to be done again."""

    open_wanted = Signal(object)

    def __init__(self, session: Session, replace: Replace, talk: Talk, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._replace = replace
        self._talk = talk
        self._jobs = jobs
        self._offered: tuple[Orphan, ...] = ()
        self._awaited: list[Orphan] = []

    def attend(self, reports: Reports, bars: BarStack) -> None:
        """The window is furnished, perhaps anew."""
        self._reports = reports
        self._bars = bars
        self._offer()

    # --- offering -----------------------------------------------------------------------------------

    def look(self) -> None:
        """See whether a window before this one left anything behind."""
        wanted = partial(isValid, self)
        self._jobs.start(self._session.orphans, self._found, self._not_found, wanted=wanted)

    def _not_found(self, _error: GoujiError) -> None:
        """An unforeseen error; it was shown already."""

    def _found(self, orphans: Sequence[Orphan]) -> None:
        self._offered = tuple(orphans)
        self._offer()

    def _offer(self) -> None:
        if self._offered:
            deeds = (Deed(self.tr("恢复"), self._recover), Deed(self.tr("丢弃…"), self._drop_offered))
            text = self.tr("上次没有保存的改动：{what}").format(what=self._named(self._offered))
            self._bars.show_bar(_BAR, MessageBar("warning", text, deeds, self._bars))

    def _settle(self) -> None:
        """What was offered is done with."""
        self._offered = ()
        self._bars.remove(_BAR)

    def _named(self, orphans: Sequence[Orphan]) -> str:
        one = self.tr("“{name}”{count} 处（{when:%m-%d %H:%M}）")
        journals = [orphan.journal for orphan in orphans[:_NAMED]]
        named = [one.format(name=j.report.name, count=len(j.changes), when=j.when) for j in journals]
        if len(orphans) > _NAMED:
            named.append(self.tr("等 {count} 份").format(count=len(orphans)))
        return listed(named, "、")

    def _drop_offered(self) -> None:
        self._ask_to_drop(self._offered, self._settle)

    def _ask_to_drop(self, orphans: Sequence[Orphan], then: Callable[[], None]) -> None:
        def answered(answer: str) -> None:
            if answer == DISCARD:
                for orphan in orphans:
                    self._session.drop(orphan)
                then()

        self._talk.ask_drop(self._reports.window(), self._named(orphans), answered)

    # --- doing again --------------------------------------------------------------------------------

    def _recover(self) -> None:
        orphans = self._offered
        self._settle()
        for orphan in orphans:
            page = self._reports.find_page(orphan.journal.report)
            if page is None:
                self._awaited.append(orphan)
            else:
                self._take_up(page, orphan)
        if self._awaited:
            self.open_wanted.emit([orphan.journal.report for orphan in self._awaited])

    def opened(self, page: ReportPage) -> None:
        """A report was opened; perhaps it was waited for."""
        for orphan in tuple(self._awaited):
            if is_same_file(orphan.journal.report, page.path):
                self._awaited.remove(orphan)
                self._take_up(page, orphan)

    def _take_up(self, page: ReportPage, orphan: Orphan) -> None:
        """Do it all again, but only where everything still stands as it stood."""
        from core.journal import digest, recovery

        found = recovery(orphan.journal, page.review)
        if digest(page.review) == orphan.journal.digest and not found.lost:
            self._put(page, orphan, found)
        else:
            self._say_changed(page, orphan, found)

    def _put(self, page: ReportPage, orphan: Orphan, found: Recovery) -> None:
        from gui import commands

        journal = orphan.journal
        title = self.tr("恢复上次的 {count} 处改动").format(count=len(found.texts))
        commands.put_texts(page.stack, page.review, found.texts, title, journal.reasons)
        page.review.recollect(journal.remembered)
        self._replace(page, orphan.path)
        done = self.tr("已恢复上次没有保存的 {count} 处改动，请保存；不要的话按 Ctrl+Z 撤销")
        page.message.emit(done.format(count=len(found.texts)))

    def _say_changed(self, page: ReportPage, orphan: Orphan, found: Recovery) -> None:
        text = self.tr("这份报告后来又被改过，上次没有保存的 {count} 处改动没有自动恢复")
        look = partial(self._look_through, page, orphan, found)
        drop = partial(self._ask_to_drop, (orphan,), partial(page.bars.remove, _CHANGED))
        deeds = (Deed(self.tr("逐处查看…"), look), Deed(self.tr("丢弃…"), drop))
        said = text.format(count=len(orphan.journal.changes))
        page.bars.show_bar(_CHANGED, MessageBar("warning", said, deeds, page.bars))

    def _look_through(self, page: ReportPage, orphan: Orphan, found: Recovery) -> None:
        """Show what can be done again and what cannot; it is done if the clerk says so."""
        from core.journal import recovery
        from gui.changes import changed_row

        rows = [changed_row(page.review, id_, new) for id_, new in found.texts.items()]
        advice = self.tr("列出的地方内容没有变，可以照上次的改。")
        if found.lost:
            lost = self.tr("另有 {count} 处已经不是上次的内容，不会改动，请对照底稿手工改。")
            advice += lost.format(count=len(found.lost))

        def confirmed() -> None:
            page.bars.remove(_CHANGED)
            self._put(page, orphan, recovery(orphan.journal, page.review))

        title = self.tr("恢复上次没有保存的改动")
        self._talk.confirm_changes(page.window(), title, advice, rows, confirmed)
