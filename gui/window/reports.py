"""The opened reports, one tab each."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QIcon, QUndoGroup, QUndoStack
from PySide6.QtWidgets import QTabBar, QTabWidget, QWidget

from core.paths import is_same_file, is_there
from gui import icons
from gui.jobs import Jobs
from gui.settings import ZOOM, Settings
from gui.talk import RELOAD, Talk
from gui.theme import colours, sizes
from gui.widgets.bars import CrossButton, Deed, MessageBar
from gui.window.leaving import leave
from gui.window.watching import Watcher

if TYPE_CHECKING:
    from core.sitting import Sitting
    from gui.window.report_page import ReportPage

_DISK = "disk"
_TAB_EMS = 18
"""Widest file name on a tab; Qt would squeeze short names beside long ones."""


class Reports(QTabWidget):
    """changed: another page is current, or one of them has changed or is gone.

    message: a page and its remark for the status line. saved: a page and what saving it brought about.
    reload_wanted: the path of a report to be read again. added, left: a page has come, or goes.
    """

    changed = Signal()
    message = Signal(object, str)
    saved = Signal(object, object)
    reload_wanted = Signal(object)
    added = Signal(object)
    left = Signal(object)

    def __init__(
        self, settings: Settings, talk: Talk, jobs: Jobs, undo_group: QUndoGroup, parent: QWidget
    ) -> None:
        super().__init__(parent, movable=True, documentMode=True)
        self._settings = settings
        self._talk = talk
        self._jobs = jobs
        self.undo_group = undo_group
        self.watcher = Watcher(jobs, self)
        self.watcher.changed.connect(self._changed_on_disk)
        self.watcher.same.connect(self._same_on_disk)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setUsesScrollButtons(True)
        self.setAccessibleName(self.tr("打开的报告"))
        self.tabBar().setAccessibleName(self.tr("打开的报告"))
        self.currentChanged.connect(self._current_changed)

    # --- pages --------------------------------------------------------------------------------------

    @property
    def pages(self) -> list[ReportPage]:
        return [cast("ReportPage", self.widget(number)) for number in range(self.count())]

    @property
    def page(self) -> ReportPage | None:
        return cast("ReportPage | None", self.currentWidget())

    def find_page(self, path: Path) -> ReportPage | None:
        return next((page for page in self.pages if is_same_file(page.path, path)), None)

    def put(self, sitting: Sitting) -> ReportPage:
        """Show a report in a tab of its own, or in that of the same file opened before. An old document whose
        conversion is being worked on already brings nothing new.
        """
        earlier = self.find_page(sitting.review.report.path)
        if earlier is not None and sitting.made is not None:
            return earlier
        place = self.indexOf(earlier) if earlier else self.count()
        was_current = earlier is not None and earlier is self.page
        page = self._make(sitting)
        if earlier is not None:
            page.last_year.inherit(earlier.last_year)
            self._take_away(earlier)
        self._insert(place, page)
        if was_current:
            self.setCurrentWidget(page)
        self.added.emit(page)
        return page

    def take_over(self, earlier: Reports) -> None:
        """The same sittings, their undo steps and what was saved, on pages built anew."""
        earlier.blockSignals(True)  # its pages go one by one, and none of them matters any more
        for old in earlier.pages:
            page = self._make(old.sitting, old.stack)
            page.take_over(old)
            self._insert(self.count(), page)
            if _DISK in old.bars.bars:
                self._changed_on_disk(page, not is_there(page.path))
            self.added.emit(page)
        self.setCurrentIndex(earlier.currentIndex())

    def _insert(self, place: int, page: ReportPage) -> None:
        self.insertTab(place, page, "")
        self.tabBar().setTabButton(place, QTabBar.ButtonPosition.RightSide, self._cross(page))
        self.watcher.add(page)
        self._entitle(page)

    def _make(self, sitting: Sitting, stack: QUndoStack | None = None) -> ReportPage:
        from gui.window.report_page import ReportPage

        page = ReportPage(sitting, self._settings, self._talk, self._jobs, self, stack)
        self.undo_group.addStack(page.stack)
        page.changed.connect(partial(self._page_changed, page))
        page.message.connect(partial(self.message.emit, page))
        page.saver.saved.connect(partial(self.saved.emit, page))
        page.saver.unchanged.connect(partial(self._nothing_to_save, page))
        return page

    def _cross(self, page: ReportPage) -> CrossButton:
        cross = CrossButton(self.tr("关闭“{name}”").format(name=page.path.name), self)
        cross.clicked.connect(partial(self.close_page, page))
        return cross

    def close_page(self, page: ReportPage) -> None:
        """Close one report, asking first if it holds unsaved changes."""
        page.finish_typing()
        leave([page], self, self._talk, self.window(), partial(self._take_away, page))

    def _take_away(self, page: ReportPage) -> None:
        self.left.emit(page)
        self.watcher.remove(page)
        self.undo_group.removeStack(page.stack)
        self.removeTab(self.indexOf(page))
        page.deleteLater()
        self.changed.emit()

    def leave_all(self, then: Callable[[], None]) -> None:
        leave(self.pages, self, self._talk, self.window(), then)

    def step_report(self, by: int) -> None:
        if self.count():
            self.setCurrentIndex((self.currentIndex() + by) % self.count())

    # --- following ----------------------------------------------------------------------------------

    def _current_changed(self) -> None:
        page = self.page
        self.undo_group.setActiveStack(page.stack if page else None)  # type: ignore[arg-type]
        if page is not None:
            page.set_zoom(self._settings.get(ZOOM))
        self.changed.emit()
        if page is not None and page.isVisible():
            page.greet()

    def _page_changed(self, page: ReportPage) -> None:
        self._entitle(page)
        self.changed.emit()

    def _entitle(self, page: ReportPage) -> None:
        number = self.indexOf(page)
        width = sizes(self.fontMetrics()).em * _TAB_EMS
        name = self.fontMetrics().elidedText(page.path.name, Qt.TextElideMode.ElideMiddle, width)
        name = name.replace("&", "&&")
        self.setTabText(number, f"{name} *" if page.is_modified else name)
        errors = page.review.count.error
        self.setTabIcon(number, self._error_sign() if errors else QIcon())
        said = self.tr("{path}\n必改 {errors} 处") if errors else "{path}"
        self.setTabToolTip(number, said.format(path=page.path, errors=errors))

    def _error_sign(self) -> QIcon:
        look, side = colours(self.palette()), sizes(self.fontMetrics()).em
        return QIcon(icons.pixmap("error", look.broken, look.paper, side, self.devicePixelRatioF()))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            for page in self.pages:
                self._entitle(page)

    def _nothing_to_save(self, page: ReportPage) -> None:
        self.message.emit(page, self.tr("没有要保存的改动"))

    # --- the file on disk ---------------------------------------------------------------------------

    def _changed_on_disk(self, page: ReportPage, is_gone: bool) -> None:
        deeds: tuple[Deed, ...] = ()
        if is_gone:
            text = self.tr("这份文件在别处被删除或移走了；窗口里的内容还在，可以另存为")
        else:
            text = self.tr("这份文件在别处被改过，窗口里还是打开时的内容")
            deeds = (Deed(self.tr("重新打开"), partial(self._reload, page)),)
        page.bars.show_bar(_DISK, MessageBar("warning", text, deeds, page.bars))

    def _same_on_disk(self, page: ReportPage) -> None:
        """What the bar says is no longer so."""
        if _DISK in page.bars.bars:
            page.bars.remove(_DISK)
            self.message.emit(page, self.tr("这份文件又回来了，内容没有变"))

    def _reload(self, page: ReportPage) -> None:
        if not page.is_modified:
            self.reload_wanted.emit(page.path)
            return
        answered = partial(self._reload_answered, page=page)
        self._talk.ask_reload(self.window(), page.path.name, page.unsaved_count, answered)

    def _reload_answered(self, answer: str, page: ReportPage) -> None:
        if answer == RELOAD:
            self.reload_wanted.emit(page.path)
