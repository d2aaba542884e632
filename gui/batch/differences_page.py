"""Where the superior's own report is not the sum of the units, with the units that make each sum up."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QWidget

from core.batch.telling import cell_names
from core.batch.totals import Difference
from core.numerals import plain
from gui.batch.results import Head, Line, ResultPage, Table
from gui.theme import sizes


class DifferencesPage(ResultPage):
    """Left the cells that differ, right the parts of the chosen one."""

    def __init__(self, renew: Callable[[], None], parent: QWidget) -> None:
        super().__init__(renew, parent)
        self._found: Sequence[Difference] = ()
        cells = (
            Head(self.tr("格"), 26),
            Head(self.tr("本级报告"), 7, is_centred=True),
            Head(self.tr("各单位合计"), 7, is_centred=True),
            Head(self.tr("相差"), 6, is_centred=True),
        )
        parts = (Head(self.tr("单位"), 16), Head(self.tr("填报数"), 6, True), Head(self.tr("文件"), 16))
        self.table = Table(self.tr("与本级报告不同的格"), cells, self)
        self.table.setObjectName("batch_differences")
        self.parts = Table(self.tr("合计由哪些单位构成"), parts, self)
        self.parts.setObjectName("batch_parts")
        self.table.chosen.connect(self._chosen)
        self.parts.opened.connect(self.go)
        split = QSplitter(Qt.Orientation.Horizontal, self, childrenCollapsible=False)
        split.addWidget(self.table)
        split.addWidget(self.parts)
        em = sizes(self.fontMetrics()).em
        split.setSizes([em * 54, em * 42])
        self.column.addWidget(split, 1)

    def show_differences(self, found: Sequence[Difference], own: str) -> None:
        """own: name of the superior's report."""
        self.mark_fresh()
        self._found = found
        many = self.tr("“{own}”有 {count} 格与各单位合计不同；选中一格，右边是合计由哪些单位构成。")
        none = self.tr("“{own}”与各单位合计一致。")
        self.say((many if found else none).format(own=own, count=len(found)))
        self.parts.show_lines([])
        self.table.show_lines([_line(each) for each in found])

    def _chosen(self, number: int) -> None:
        self.parts.show_lines(
            [
                Line((part.unit, plain(part.value), Path(part.file).name), paths=(Path(part.file),))
                for part in self._found[number].parts
            ]
        )


def _line(found: Difference) -> Line:
    (name,) = cell_names([found.cell], None) or [found.cell]
    gap = found.own - found.total
    sign = "+" if gap > 0 else ""
    return Line((name, plain(found.own), plain(found.total), f"{sign}{plain(gap)}"))
