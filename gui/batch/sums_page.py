"""汇总: the sums of all reports in the official form, to be read; what differs is marked."""

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QAbstractItemView, QTabWidget, QWidget

from core.batch.totals import Difference, Totals
from core.forms import editions
from core.layout import Box, drawing
from core.numerals import Number, plain
from gui.batch.results import ResultPage
from gui.grid.delegate import FormDelegate
from gui.grid.drawn import ACCESSIBLE, TOOL_TIP, DrawnModel, Look
from gui.grid.frozen import FormGrid
from gui.punctuation import listed


class SumsModel(DrawnModel):
    """differences: from the superior's report, by cell id."""

    def __init__(
        self,
        edition: str,
        table: str,
        sums: Mapping[str, Number],
        differences: Mapping[str, Difference],
        parent: QObject,
    ) -> None:
        super().__init__(drawing(edition, table), parent)
        self._sums = sums
        self._differences = differences
        self._data |= {TOOL_TIP: self._tool_tip, ACCESSIBLE: self.text}

    def text(self, box: Box) -> str:
        if not box.cell:
            return box.text
        return plain(self._sums[box.cell]) if box.cell in self._sums else ""

    def look(self, cell: str) -> Look:
        if cell not in self._sums:
            return Look("", is_missing=True)
        return Look(plain(self._sums[cell]), "warning" if cell in self._differences else "")

    def _tool_tip(self, box: Box) -> str | None:
        found = self._differences.get(box.cell)
        if found is None:
            return None
        said = self.tr("本级报告写的是 {own}，各单位合计是 {total}")
        return said.format(own=plain(found.own), total=plain(found.total))


class SumsGrid(FormGrid):
    """Read, not written."""

    def __init__(self, model: SumsModel, name: str, parent: QWidget) -> None:
        super().__init__(model, parent)
        model.setParent(self)
        self._painter = FormDelegate(self)
        self.setItemDelegate(self._painter)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAccessibleName(name)
        self.attach()

    def paintEvent(self, event: object) -> None:
        self._painter.prepare(self)
        super().paintEvent(event)  # type: ignore[arg-type]


class SumsPage(ResultPage):
    """A tab for each table of each edition that was summed."""

    def __init__(self, renew: Callable[[], None], parent: QWidget) -> None:
        super().__init__(renew, parent)
        self.tabs = QTabWidget(self, documentMode=True)
        self.tabs.setAccessibleName(self.tr("汇总的各张表"))
        self.column.addWidget(self.tabs, 1)

    def show_totals(self, total: Totals, differences: Mapping[str, Difference]) -> None:
        self.mark_fresh()
        while self.tabs.count():
            old = self.tabs.widget(0)
            self.tabs.removeTab(0)
            old.deleteLater()
        for edition, sums in total.sums.items():
            for table in editions()[edition].tables.values() if edition in editions() else ():
                if any(cell in sums for cell in table.cells):
                    suffix = self.tr("（{edition} 版）").format(edition=edition)
                    name = table.name + (suffix if len(total.sums) > 1 else "")
                    model = SumsModel(edition, table.id, sums, differences, self)
                    self.tabs.addTab(SumsGrid(model, name, self.tabs), name)
        self.say(self._told(total, len(differences)))

    def _told(self, total: Totals, differing: int) -> str:
        """How many reports the sums are of, which of them are not whole."""
        if not total.reports:
            return self.tr("没有可以汇总的报告。")
        each = self.tr("{count} 份 {edition} 版报告")
        of = listed((each.format(count=n, edition=edition) for edition, n in total.reports.items()), "、")
        said = [self.tr("{of}的合计。").format(of=of)]
        if total.left_out:
            partial = self.tr("其中 {count} 份缺格或有的格不是数，只加了能加的：{names}。")
            names = _names(total.left_out)
            said.append(partial.format(count=len(total.left_out), names=names))
        if total.apart:
            apart = self.tr("另有 {count} 份没有加进去，因为年度不同，或是同一单位又交了一遍：{names}。")
            said.append(apart.format(count=len(total.apart), names=_names(total.apart)))
        if differing:
            said.append(self.tr("画角的 {count} 格与本级报告不同。").format(count=differing))
        return "".join(said)


_MOST = 5


def _names(files: tuple[str, ...]) -> str:
    names = listed((f"“{Path(file).name}”" for file in files[:_MOST]), "、")
    return names + ("……" if len(files) > _MOST else "")
