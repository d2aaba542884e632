"""Files that could not be opened: one bar, however many there are; several fold out into a list."""

from pathlib import Path

from PySide6.QtCore import QObject

from gui.widgets.bars import BarStack, MessageBar

_KEY = "unopened"


class Unopened(QObject):
    """Says why, until it is put away or the file opens after all."""

    def __init__(self, bars: BarStack) -> None:
        super().__init__(bars)
        self._bars = bars
        self._why: dict[Path, str] = {}

    def add(self, path: Path, why: str) -> None:
        """``why``: in one sentence that names the file."""
        self._why[path.absolute()] = why
        self._show()

    def remove(self, path: Path) -> None:
        """It is open now."""
        if self._why.pop(path.absolute(), None) is not None:
            self._show()

    def _show(self) -> None:
        sentences = tuple(self._why.values())
        if not sentences:
            self._bars.remove(_KEY)
            return
        if len(sentences) == 1:
            bar = MessageBar("error", sentences[0], parent=self._bars)
        else:
            said = self.tr("{count} 份文件打不开").format(count=len(sentences))
            bar = MessageBar("error", said, parent=self._bars, details=sentences)
        bar.closed.connect(self._why.clear)
        self._bars.show_bar(_KEY, bar)
