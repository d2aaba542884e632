"""The quiet line at the bottom: the last remark, and after saving the way to the folder."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStatusBar, QWidget

from gui.theme import sizes
from gui.widgets.bars import Sign
from gui.widgets.labels import ElidedLabel
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
            said = self.tr("已保存到“{name}”，改了 {count} 格（{folder}）")
        else:
            said = self.tr("已替换原件“{name}”，改了 {count} 格；原来的内容备份在“{backup}”（{folder}）")
        backup = saved.backup.name if saved.backup else ""
        values = {"name": saved.target.name, "count": saved.count, "folder": saved.target.parent}
        self._show(said.format(backup=backup, **values), is_saved=True)

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
