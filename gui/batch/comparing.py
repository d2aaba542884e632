"""What is worked out over all reports together: register, sums, superior's report, reports alike."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QTabWidget

from core.batch.alike import Pair, Passage, account_of, side_by_side
from core.batch.gathered import Gathered
from core.batch.prepare import superiors_record
from core.batch.register import KINDS, Standing, Unit, read_register
from core.batch.totals import Difference, Totals
from gui.batch.alike_page import AlikePage
from gui.batch.desk import Desk
from gui.batch.differences_page import DifferencesPage
from gui.batch.results import GroupedPage, Head, Line, ResultPage
from gui.batch.sums_page import SumsPage
from gui.batch.task import Watch
from gui.settings import REGISTER_FOLDER, SUPERIOR_FOLDER

_KINDS = {
    "missing": str(QT_TRANSLATE_NOOP("Standings", "未报")),
    "repeated": str(QT_TRANSLATE_NOOP("Standings", "重复报")),
    "wrong_year": str(QT_TRANSLATE_NOOP("Standings", "年度不符")),
    "late": str(QT_TRANSLATE_NOOP("Standings", "迟报")),
    "other_name": str(QT_TRANSLATE_NOOP("Standings", "名称不一致")),
    "stranger": str(QT_TRANSLATE_NOOP("Standings", "不在名册")),
}
Page = TypeVar("Page", bound=ResultPage)
Compared = tuple[Mapping[str, Any], Sequence[Difference]]


class Comparing(QObject):
    """Each result has a tab of its own. changed: what is held against the reports is other than before."""

    changed = Signal()
    path_wanted = Signal(object)

    def __init__(self, desk: Desk, tabs: QTabWidget) -> None:
        super().__init__(desk.window)
        self._desk = desk
        self._tabs = tabs
        self._pages: dict[type[ResultPage], ResultPage] = {}
        self._differences: Sequence[Difference] = ()
        self.register: Path | None = None
        self.units: Sequence[Unit] | None = None
        self.own: Mapping[str, Any] | None = None

    # --- all of them --------------------------------------------------------------------------------

    def mark_stale(self) -> None:
        """Reports have changed; what is cheap is worked out anew, the rest only when it is wanted."""
        for page in self._pages.values():
            page.mark_stale()
        if self.units is not None and not self._desk.task.is_busy:
            self.renew_standings()

    def take_over(self, old: "Comparing") -> None:
        """Hold the reports against the same."""
        self.register, self.units, self.own = old.register, old.units, old.own

    def forget(self) -> None:
        """Other reports: what was said is of no use any more. The register and the like stay chosen."""
        for page in self._pages.values():
            self._tabs.removeTab(self._tabs.indexOf(page))
            page.deleteLater()
        self._pages.clear()
        self._differences = ()

    def _page(self, kind: type[Page], title: str, make: Callable[[], Page]) -> Page:
        """The tab for a kind of result, made when there is one for the first time."""
        page = self._pages.get(kind)
        if not isinstance(page, kind):
            page = self._pages[kind] = make()
            page.path_wanted.connect(self.path_wanted)
            self._tabs.addTab(page, title)
        return page

    def _show(self, page: ResultPage, count: int | None, title: str) -> None:
        place = self._tabs.indexOf(page)
        said = self.tr("{title} {count}").format(title=title, count=count)
        self._tabs.setTabText(place, title if count is None else said)

    # --- register -----------------------------------------------------------------------------------

    def choose_register(self) -> None:
        folder = self._desk.folder(REGISTER_FOLDER)
        self._desk.talk.choose_register(self._desk.window, folder, self.use_register)

    def use_register(self, path: Path | None) -> None:
        """Hold the reports against the units in this file; None: no longer."""
        if path is None:
            self.register = self.units = None
            self.changed.emit()
            return
        self._desk.remember(REGISTER_FOLDER, path.parent)

        def done(found: tuple[Sequence[Unit], Sequence[Standing]]) -> None:
            self.register, self.units = path, found[0]
            self.changed.emit()
            self._show_standings(found[1], is_wanted=True)

        def work(watch: Watch) -> tuple[Sequence[Unit], Sequence[Standing]]:
            units = read_register(path)
            watch()
            return units, gathered.standings(units)

        gathered = self._desk.gathered()
        self._desk.task.start(self.tr("正在对照名册…"), 0, work, done)

    def renew_standings(self) -> None:
        units, gathered = self.units or (), self._desk.gathered()
        show = partial(self._show_standings, is_wanted=False)
        self._desk.task.start(self.tr("正在对照名册…"), 0, lambda _watch: gathered.standings(units), show)

    def _show_standings(self, found: Sequence[Standing], is_wanted: bool) -> None:
        title = self.tr("名册核对")
        page = self._page(GroupedPage, title, self._make_standings)
        page.mark_fresh()
        all_right = self.tr("名册上的 {count} 个单位都报了，没有重复，年度和名称都对。")
        some = self.tr("名册上有 {count} 个单位；双击一行，到列表里看那份报告。")
        page.say((some if found else all_right).format(count=len(self.units or ())))
        names = {kind: QCoreApplication.translate("Standings", _KINDS[kind]) for kind in KINDS}
        lines = [Line((names[s.kind], s.unit, s.what), names[s.kind], s.paths) for s in found]
        page.show_lines(lines, list(names.values()))
        self._show(page, len(found), title)
        if is_wanted:
            self._tabs.setCurrentWidget(page)

    def _make_standings(self) -> GroupedPage:
        heads = (Head(self.tr("情况"), 8, True), Head(self.tr("单位"), 20), Head(self.tr("说明"), 40))
        page = GroupedPage(self.tr("名册核对的结果"), heads, self.renew_standings, self._tabs)
        page.table.setObjectName("batch_standings")
        return page

    # --- sums and the superior's report -------------------------------------------------------------

    def choose_superior(self) -> None:
        folder = self._desk.folder(SUPERIOR_FOLDER)
        title = self.tr("选择本级的报告")
        self._desk.talk.choose_one(self._desk.window, title, folder, self.use_superior)

    def use_superior(self, path: Path | None) -> None:
        """Hold the sums against this report; None: no longer."""
        before = self._desk.superior
        self._desk.superior = path
        if path is None:
            self.own = None
            self._differences = ()
            self.changed.emit()
            return
        self._desk.remember(SUPERIOR_FOLDER, path.parent)

        def failed() -> None:
            self._desk.superior = before

        self._compare(path, failed)

    def renew_differences(self) -> None:
        if self._desk.superior is not None:
            self._compare(self._desk.superior, lambda: None)

    def _compare(self, path: Path, failed: Callable[[], None]) -> None:
        gathered = self._desk.gathered()

        def work(watch: Watch) -> Compared:
            own = superiors_record(path, self._desk.terms)
            whole = replace(gathered, watch=watch)
            return own, whole.differences(own, whole.totals())

        def done(found: Compared) -> None:
            self.own, self._differences = found
            self.changed.emit()
            title = self.tr("与本级报告的差异")
            page = self._page(DifferencesPage, title, self._make_differences)
            page.show_differences(found[1], path.name)
            self._show(page, len(found[1]), title)
            self._tabs.setCurrentWidget(page)

        text = self.tr("正在与本级报告比较…")
        self._desk.task.start(text, 2 * len(self._desk.listing.rows), work, done, failed)

    def _make_differences(self) -> DifferencesPage:
        return DifferencesPage(self.renew_differences, self._tabs)

    def show_sums(self) -> None:
        """The sums in the official form."""
        gathered = self._desk.gathered()

        def done(total: Totals) -> None:
            page = self._page(SumsPage, self.tr("汇总"), lambda: SumsPage(self.show_sums, self._tabs))
            page.show_totals(total, {each.cell: each for each in self._differences})
            self._tabs.setCurrentWidget(page)

        text, count = self.tr("正在汇总…"), len(self._desk.listing.rows)
        self._desk.task.start(text, count, lambda watch: replace(gathered, watch=watch).totals(), done)

    # --- alike --------------------------------------------------------------------------------------

    def show_alike(self) -> None:
        """Pairs of reports that say nearly the same."""
        gathered = self._desk.gathered()

        def done(pairs: Sequence[Pair]) -> None:
            title = self.tr("雷同")
            page = self._page(AlikePage, title, self._make_alike)
            names = {str(row.path): row.unit or row.path.name for row in self._desk.listing.rows}
            page.show_pairs(pairs, names)
            self._show(page, len(pairs), title)
            self._tabs.setCurrentWidget(page)

        text, count = self.tr("正在比较各报告的正文…"), len(self._desk.listing.rows)
        self._desk.task.start(text, count, lambda watch: replace(gathered, watch=watch).pairs(), done)

    def _make_alike(self) -> AlikePage:
        return AlikePage(self.show_alike, self._passages, self._tabs)

    def _passages(self, pair: Pair, show: Callable[[Sequence[Passage]], None]) -> None:
        entries = [self._desk.listing.find(Path(path)) for path in (pair.one, pair.other)]
        rows = [entry.row for entry in entries if entry is not None]
        if len(rows) == 2:
            work = partial(_side_by_side, self._desk.gathered(), rows)
            self._desk.jobs.start(work, show, lambda _error: None)


def _side_by_side(gathered: Gathered, rows: Sequence[Any]) -> Sequence[Passage]:
    one, other = (account_of(str(row.path), gathered.record(row)) for row in rows)
    return side_by_side(one, other)
