"""The quiet line at the bottom: the last remark, and after saving the way to the folder."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStatusBar

from gui.punctuation import listed
from gui.widgets.remark_line import RemarkLine

if TYPE_CHECKING:
    from gui.window.report_page import ReportPage
    from gui.window.reports import Reports
    from gui.window.saving import Saved


class StatusLine(RemarkLine):
    """Tells where a report or a new document went."""

    def __init__(self, bar: QStatusBar) -> None:
        super().__init__(bar, "status")

    def saved(self, saved: Saved) -> None:
        """Where the file went, how much was changed, where the original is kept if it was replaced."""
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
        self.written(said.format(backup=backup, **values), saved.target.parent)

    def exported(self, path: Path) -> None:
        """Where a new document went."""
        said = self.tr("已导出“{name}”（{folder}）").format(name=path.name, folder=path.parent)
        self.written(said, path.parent)

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
        if self.is_of_file:
            self.say("")
