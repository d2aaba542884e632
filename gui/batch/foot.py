"""The batch window's status line: the last remark, what the reports are held against, the way to a folder."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QStatusBar

from gui.theme import sizes
from gui.widgets.bars import Sign
from gui.widgets.labels import ElidedLabel, quiet


class Foot(QObject):
    """folder_wanted: the clerk wants to see what was written."""

    folder_wanted = Signal(object)

    def __init__(self, bar: QStatusBar) -> None:
        super().__init__(bar)
        self._folder = Path()
        self._sign = Sign("good", bar)
        self._text = ElidedLabel(bar)
        self._text.setObjectName("batch_status")
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._button = QPushButton(self.tr("打开文件夹"), bar, flat=True, autoDefault=False)
        self._button.setAccessibleDescription(self.tr("在文件管理器里打开写好的文件所在的文件夹"))
        self._button.clicked.connect(lambda: self.folder_wanted.emit(self._folder))
        self._in_use = quiet(QLabel(bar))
        self._in_use.setObjectName("batch_in_use")
        space = sizes(bar.fontMetrics())
        bar.setContentsMargins(space.gap, 0, space.gap, 0)
        bar.addWidget(self._sign)
        bar.addWidget(self._text, 1)
        bar.addPermanentWidget(self._button)
        bar.addPermanentWidget(self._in_use)
        self.say("")

    def say(self, text: str) -> None:
        """A remark."""
        self._text.setText(text)
        self._sign.hide()
        self._button.hide()

    def written(self, text: str, folder: Path) -> None:
        """Something was written, and where to."""
        self._folder = folder
        self._text.setText(text)
        self._sign.show()
        self._button.show()

    def text(self) -> str:
        return self._text.text()

    def show_in_use(self, paths: Mapping[str, Path | None]) -> None:
        """The register, last year's folder and the superior's report, those there are."""
        names = {
            "register": self.tr("名册：{name}"),
            "earlier": self.tr("上年：{name}"),
            "superior": self.tr("本级：{name}"),
        }
        said = [names[key].format(name=path.name) for key, path in paths.items() if path is not None]
        self._in_use.setText("　".join(said))
