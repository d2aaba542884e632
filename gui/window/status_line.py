"""The quiet line at the bottom: the last remark, and after saving the way to the folder."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStatusBar, QWidget

from gui.punctuation import listed
from gui.theme import sizes
from gui.widgets.bars import Sign
from gui.widgets.labels import ElidedLabel

if TYPE_CHECKING:
    from gui.window.report_page import ReportPage
    from gui.window.reports import Reports
    from gui.window.saving import Saved


class StatusLine(QObject):
    """Lives in a status bar. folder_wanted: the clerk wants to see where the file went."""

    folder_wanted = Signal(object)

    def __init__(self, bar: QStatusBar) -> None:
        super().__init__(bar)
        self._folder = Path()
        self._sign = Sign("good", bar)
        self._text = ElidedLabel(bar)
        self._text.setObjectName("status")
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._button = QPushButton(self.tr("打开文件夹"), bar, flat=True, autoDefault=False)
        self._button.setAccessibleDescription(self.tr("在文件管理器里打开保存所在的文件夹"))
        self._button.clicked.connect(lambda: self.folder_wanted.emit(self._folder))
        space = sizes(bar.fontMetrics())
        bar.setContentsMargins(space.gap, 0, space.gap, 0)
        bar.addWidget(self._sign)
        bar.addWidget(self._text, 1)
        bar.addPermanentWidget(self._button)
        self.say("")

    def say(self, text: str) -> None:
        """A passing remark."""
        self._show(text, is_saved=False)

    def saved(self, saved: Saved) -> None:
        """Where the file went, how much was changed, where the original is kept if it was replaced."""
        self._folder = saved.target.parent
        if saved.backup is None:
            said = self.tr("已保存到“{name}”，{what}（{folder}）")
        else:
            said = self.tr("已替换原件“{name}”，{what}；原来的内容备份在“{backup}”（{folder}）")
        cells = self.tr("改了 {count} 格").format(count=saved.cells)
        paragraphs = self.tr("改了正文 {count} 段").format(count=saved.paragraphs)
        marked = self.tr("留有修订痕迹")
        told = [said for said, count in ((cells, saved.cells), (paragraphs, saved.paragraphs)) if count]
        told += [marked] if told and saved.is_marked else []
        what = listed(told, "、") or self.tr("与打开时的内容相同")
        backup = saved.backup.name if saved.backup else ""
        values = {"name": saved.target.name, "what": what, "folder": saved.target.parent}
        self._show(said.format(backup=backup, **values), is_saved=True)

    def exported(self, path: Path) -> None:
        """Where a new document went."""
        self._folder = path.parent
        said = self.tr("已导出“{name}”（{folder}）").format(name=path.name, folder=path.parent)
        self._show(said, is_saved=True)

    # --- one line for many reports --------------------------------------------------------------------

    def follow(self, reports: Reports) -> None:
        """Say what the report in front has to say; where it was saved to is said again when it comes back."""
        reports.message.connect(lambda page, text: self.say(text) if page is reports.page else None)
        reports.saved.connect(lambda page, saved: self.saved(saved) if page is reports.page else None)
        reports.currentChanged.connect(lambda: self._turn_to(reports.page))

    def _turn_to(self, page: ReportPage | None) -> None:
        if page is None or page.saver.last is None or page.is_modified:
            self.say("")
        else:
            self.saved(page.saver.last)

    def forget_saved(self) -> None:
        """What was saved is no longer what stands in the window."""
        if self._button.isVisible():
            self.say("")

    def text(self) -> str:
        return self._text.text()

    def _show(self, text: str, is_saved: bool) -> None:
        self._text.setText(text)
        widgets: tuple[QWidget, ...] = (self._sign, self._button)
        for widget in widgets:
            widget.setVisible(is_saved)
