"""A document being made off the GUI thread: after a moment a bar says so, with a way to stop it."""

from pathlib import Path
from threading import Event

from PySide6.QtCore import QObject, QTimer

from gui.widgets.bars import BarStack, Deed, MessageBar
from gui.window.opening import PATIENCE


class Making(QObject):
    """stop: set once the document is not wanted any more."""

    def __init__(self, target: Path, bars: BarStack, parent: QObject) -> None:
        super().__init__(parent)
        self.stop = Event()
        self._name = target.name
        self._key = f"exporting {target.absolute()}"
        self._bars = bars
        self._timer = QTimer(self, singleShot=True, interval=PATIENCE)
        self._timer.timeout.connect(self._mention)
        self._timer.start()

    def _mention(self) -> None:
        text = self.tr("正在导出“{name}”…").format(name=self._name)
        self._bars.show_bar(
            self._key, MessageBar("advice", text, (Deed(self.tr("取消"), self._cancel),), self._bars)
        )

    def _cancel(self) -> None:
        """Nothing will be written, or all of it was already."""
        self.stop.set()
        self.end()

    def end(self) -> None:
        """It is made, has failed, or is not wanted."""
        self._timer.stop()
        self._bars.remove(self._key)
