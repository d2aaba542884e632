"""雷同: pairs of reports with their similarity; the passages both have, side by side."""

from collections.abc import Callable, Mapping, Sequence
from html import escape
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QTextBrowser, QWidget

from core.batch.alike import Pair, Passage
from gui.batch.results import Head, Line, ResultPage, Table
from gui.theme import colours, sizes

Compare = Callable[[Pair, Callable[[Sequence[Passage]], None]], None]
"""Works the passages of a pair out and hands them over, here and later."""


class AlikePage(ResultPage):
    """name_of: what a report is called."""

    def __init__(self, renew: Callable[[], None], compare: Compare, parent: QWidget) -> None:
        super().__init__(renew, parent)
        heads = (
            Head(self.tr("相似"), 5, is_centred=True),
            Head(self.tr("报告"), 16),
            Head(self.tr("报告"), 16),
        )
        self._compare = compare
        self._pairs: Sequence[Pair] = ()
        self._names: Mapping[str, str] = {}
        self.table = Table(self.tr("雷同的报告"), heads, self)
        self.table.setObjectName("batch_pairs")
        self.table.opened.connect(self.go)
        self.table.chosen.connect(self._chosen)
        self.text = QTextBrowser(self)
        self.text.setObjectName("batch_passages")
        self.text.setAccessibleName(self.tr("两份报告里相同的段落，左右对照"))
        self.text.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.text.setOpenLinks(False)
        self._split = split = QSplitter(Qt.Orientation.Horizontal, self, childrenCollapsible=False)
        split.addWidget(self.table)
        split.addWidget(self.text)
        em = sizes(self.fontMetrics()).em
        split.setSizes([em * 40, em * 56])
        self.column.addWidget(split, 1)
        self.column.addStretch(0)

    def show_pairs(self, pairs: Sequence[Pair], names: Mapping[str, str]) -> None:
        """names: of the reports, by path."""
        self.mark_fresh()
        self._pairs, self._names = pairs, names
        self.text.clear()
        self._split.setVisible(bool(pairs))
        many = self.tr("{count} 对报告的总体情况几乎相同（数字、年份和单位名称不计）。")
        none = self.tr("没有发现总体情况雷同的报告（相似九成以上的才列出）。")
        self.say(many.format(count=len(pairs)) if pairs else none)
        self.table.show_lines([self._line(pair) for pair in pairs])

    def _line(self, pair: Pair) -> Line:
        share = self.tr("{n}%").format(n=int(pair.similarity * 100))
        names = self._names[pair.one], self._names[pair.other]
        return Line((share, *names), paths=(Path(pair.one), Path(pair.other)))

    def _chosen(self, number: int) -> None:
        pair = self._pairs[number]
        self._compare(pair, lambda passages: self._show(pair, passages))

    def _show(self, pair: Pair, passages: Sequence[Passage]) -> None:
        """Only for the pair that is still chosen."""
        number = self.table.currentIndex().row()
        if not 0 <= number < len(self._pairs) or self._pairs[number] is not pair:
            return
        look, pad = colours(self.palette()), sizes(self.fontMetrics()).gap
        names = (self._names[pair.one], self._names[pair.other])
        rows = [_row(f"<b>{escape(one)}</b>" for one in names)]
        rows += [_row(map(escape, (each.one, each.other))) for each in passages]
        style = f"border-color:{look.line.name()}; border-style:solid; border-collapse:collapse"
        table = f'<table width="100%" cellpadding="{pad}" border="1" style="{style}">{"".join(rows)}</table>'
        self.text.setHtml(table)


def _row(cells: Any) -> str:
    return "<tr>" + "".join(f'<td width="50%">{cell}</td>' for cell in cells) + "</tr>"
