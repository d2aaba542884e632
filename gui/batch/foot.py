"""The batch window's status line: the last remark, what the reports are held against, the way to a folder."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtWidgets import QLabel, QStatusBar

from gui.batch import telling
from gui.batch.ended import Ended
from gui.widgets.labels import quiet
from gui.widgets.remark_line import RemarkLine


class Foot(RemarkLine):
    """Sums up a run until something else is said."""

    def __init__(self, bar: QStatusBar) -> None:
        self._ended: Ended | None = None
        super().__init__(bar, "batch_status")
        self._in_use = quiet(QLabel(bar))
        self._in_use.setObjectName("batch_in_use")
        bar.addPermanentWidget(self._in_use)

    def sum_up(self, ended: Ended, total: int) -> None:
        """How a run ended, and how many reports there are in the list."""
        self.say("" if ended.error else telling.summed_up(ended, total))
        self._ended = None if ended.error else ended

    def count_again(self, total: int) -> None:
        """A report has come into the list since."""
        if self._ended is not None:
            self.sum_up(self._ended, total)

    def _show(self, text: str, is_written: bool) -> None:
        super()._show(text, is_written)
        self._ended = None

    def show_in_use(self, paths: Mapping[str, Path | None]) -> None:
        """The register, last year's folder and the superior's report, those there are."""
        names = {
            "register": self.tr("名册：{name}"),
            "earlier": self.tr("上年：{name}"),
            "superior": self.tr("本级：{name}"),
        }
        said = [names[key].format(name=path.name) for key, path in paths.items() if path is not None]
        self._in_use.setText("　".join(said))
