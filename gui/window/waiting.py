"""The bar that says which file is being opened, or converted, and how many are still to come."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject

from gui.widgets.bars import BarStack, Deed, MessageBar
from gui.window.opening import Opener

_PROGRESS = "progress"


class Waiting(QObject):
    """bars: where it is shown; asked each time, for the window may have been furnished anew."""

    def __init__(self, opener: Opener, bars: Callable[[], BarStack], parent: QObject) -> None:
        super().__init__(parent)
        self._opener = opener
        self._bars = bars
        opener.waiting.connect(self._show)
        opener.idle.connect(self._hide)

    def _show(self, path: Path, behind: int, suite: str) -> None:
        if suite:
            text = self.tr("正在用 {suite} 转换“{name}”…").format(suite=suite, name=path.name)
        else:
            text = self.tr("正在打开“{name}”…").format(name=path.name)
        if behind:
            text += self.tr("还有 {behind} 份").format(behind=behind)
        stop = Deed(self.tr("取消"), self._opener.cancel)
        self._bars().show_bar(_PROGRESS, MessageBar("advice", text, (stop,), self._bars()))

    def _hide(self) -> None:
        self._bars().remove(_PROGRESS)
