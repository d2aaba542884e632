"""One line of a list of files: what is known of the file."""

from pathlib import Path
from typing import Any

from PySide6 import QtCore
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from gui.standing import Standing


class FileItem(QListWidgetItem):
    """name, folder: as they are shown, empty where the folder is not. standing: how it stood when last seen.

    is_gone: there is no such file any more.
    """

    def __init__(
        self, path: Path, view: QListWidget, *, shows_folder: bool, standing: Standing | None
    ) -> None:
        self.name = path.name if shows_folder else path.stem
        super().__init__(self.name, view)
        self.path = path
        self.folder = str(path.parent) if shows_folder else ""
        self.standing = standing
        self.is_gone = False
        self.setToolTip(str(path))

    def data(self, role: int) -> Any:
        if role == QtCore.Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken()
        return super().data(role)

    def _spoken(self) -> str:
        """For screen readers."""
        stands = self.standing.text if self.standing else ""
        if self.is_gone:
            stands = QCoreApplication.translate("FileList", "找不到了")
        return "，".join(part for part in (self.path.name, stands, str(self.path.parent)) if part)
