"""The quiet line at the bottom of a window: the last remark, and after writing the way to the folder."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStatusBar

from gui.theme import sizes
from gui.widgets.labels import ElidedLabel
from gui.widgets.sign import Sign


class RemarkLine(QObject):
    """Lives in a status bar, its label called ``name``. folder_wanted: to see what was written."""

    folder_wanted = Signal(object)

    def __init__(self, bar: QStatusBar, name: str) -> None:
        super().__init__(bar)
        self._folder = Path()
        self._sign = Sign("good", bar)
        self._text = ElidedLabel(bar)
        self._text.setObjectName(name)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._button = QPushButton(self.tr("打开文件夹"), bar, flat=True, autoDefault=False)
        self._button.setAccessibleDescription(self.tr("在文件管理器里打开写好的文件所在的文件夹"))
        self._button.clicked.connect(lambda: self.folder_wanted.emit(self._folder))
        space = sizes(bar.fontMetrics())
        bar.setContentsMargins(space.gap, 0, space.gap, 0)
        bar.addWidget(self._sign)
        bar.addWidget(self._text, 1)
        bar.addPermanentWidget(self._button)
        self.say("")

    def say(self, text: str) -> None:
        """A passing remark."""
        self._show(text, is_written=False)

    def written(self, text: str, folder: Path) -> None:
        """Something was written, and where to."""
        self._folder = folder
        self._show(text, is_written=True)

    def text(self) -> str:
        return self._text.text()

    @property
    def is_of_file(self) -> bool:
        """Whether it speaks of something written."""
        return not self._button.isHidden()

    def _show(self, text: str, is_written: bool) -> None:
        self._text.setText(text)
        self._sign.setVisible(is_written)
        self._button.setVisible(is_written)
