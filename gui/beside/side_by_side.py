"""Both years in the grid: last year's number small beside this year's, with a word on how to read it."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QLabel, QTabWidget

from core.history import is_comparable
from gui.beside.last_year import LastYearInUse
from gui.grid.view import FormView
from gui.theme import sizes, small_font
from gui.where import name_of
from gui.widgets.labels import quiet


class SideBySide(QObject):
    """Of one report. changed: it was switched on or off."""

    changed = Signal()

    def __init__(self, last_year: LastYearInUse, views: Mapping[str, FormView], tabs: QTabWidget) -> None:
        super().__init__(tabs)
        self._last_year = last_year
        self._views = views
        self._tabs = tabs
        self._legend = quiet(QLabel(tabs, alignment=Qt.AlignmentFlag.AlignVCenter))
        self._legend.setObjectName("legend")
        self._legend.setFont(small_font(tabs.font()))
        self._legend.setContentsMargins(0, 0, sizes(tabs.fontMetrics()).wide_gap, 0)
        self._legend.setMinimumHeight(tabs.tabBar().sizeHint().height())
        self._legend.hide()
        tabs.setCornerWidget(self._legend, Qt.Corner.TopRightCorner)
        self.is_on = False
        last_year.changed.connect(self._show)
        tabs.currentChanged.connect(self._explain)

    def toggle(self) -> None:
        """Show both years, or this year alone again; without last year's report there is nothing to show."""
        self.is_on = not self.is_on and self._last_year.last is not None
        self._show()
        self.changed.emit()

    def take_over(self, earlier: "SideBySide") -> None:
        """As on an earlier page of the same sitting."""
        if earlier.is_on:
            self.toggle()

    def _show(self) -> None:
        """Follow the switch and the report in use."""
        last = self._last_year.last
        self.is_on = self.is_on and last is not None
        for view in self._views.values():
            view.form_model().show_last_year(last if self.is_on else None)
            view.fit_later()
        self._explain()

    def _explain(self) -> None:
        view, last = self._tabs.currentWidget(), self._last_year.last
        is_shown = self.is_on and last is not None and isinstance(view, FormView)
        self._legend.setVisible(is_shown)
        if not is_shown or last is None or not isinstance(view, FormView):
            return
        if is_comparable(view.table_id, view.form_model().form.edition, last):
            year = self.tr("上年（{year} 年度）").format(year=last.year) if last.year else self.tr("上年")
            text = self.tr("小字是{year}的数，箭头表示相差十倍以上").format(year=year)
        else:
            text = self.tr("上年是另一版格式，{table}不能逐格对照").format(table=name_of(view.table_id))
        self._legend.setText(text)
        self._legend.setToolTip(text)
