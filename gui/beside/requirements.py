"""The local requirements a report is checked by, and what is wrong with their file."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from shiboken6 import isValid

from core.errors import GoujiError
from core.review import Review
from core.sitting import Local, local_for
from gui.jobs import Jobs
from gui.settings import Settings
from gui.talk import Talk
from gui.widgets.bars import BarStack, Deed, MessageBar

_KEY = "requirements"


class Requirements(QObject):
    """Of one report."""

    def __init__(
        self, review: Review, settings: Settings, bars: BarStack, talk: Talk, jobs: Jobs, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._review = review
        self._settings = settings
        self._bars = bars
        self._talk = talk
        self._jobs = jobs

    def read_again(self) -> None:
        """The settings or the file are other than before."""
        work = partial(local_for, self._review.report.path, self._settings.requirements)
        self._jobs.start(work, self._take, self._give_up, wanted=partial(isValid, self))

    def _take(self, local: Local) -> None:
        if local.profile != self._review.profile:
            self._review.hold_to(local.profile)
        self.say(local)

    def _give_up(self, _error: GoujiError) -> None:
        """An unforeseen error; it was shown already, and the requirements stay as they were."""

    def say(self, local: Local) -> None:
        """A file that cannot be used, and the way to mend it; nothing where all is well."""
        if local.path is None or not local.wrong:
            self._bars.remove(_KEY)
            return
        text = self.tr("{wrong}这份报告先按全国统一的要求核对。").format(wrong=local.wrong)
        deeds = (
            Deed(self.tr("打开这个文件"), partial(self._open, local.path)),
            Deed(self.tr("改好了，重新核对"), self.read_again),
        )
        self._bars.show_bar(_KEY, MessageBar("warning", text, deeds, self._bars))

    def _open(self, path: Path) -> None:
        self._talk.open_file(path)
