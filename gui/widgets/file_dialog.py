"""The dialog in which files are picked, the system's where it has one."""

from pathlib import Path
from typing import cast

from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QFileDialog, QPushButton, QTreeView, QWidget

from core.paths import is_folder
from gui.places import documents_folder
from gui.theme import sizes

_EMS = (21, 6, 10, 13)
"""Name, size, kind, date: Qt's own widths cut Chinese kinds and dates."""
_EDGE, _HEIGHT = 9, 32
_MOST = 0.9


def file_dialog(parent: QWidget, title: str, folder: str) -> QFileDialog:
    """Begins in a folder, in that of the user's documents where there is none (yet, or any more)."""
    wanted = (Path(folder),) if folder else ()
    begins = next((path for path in (*wanted, documents_folder()) if is_folder(path)), Path.home())
    dialog = QFileDialog(parent, title, str(begins))
    dialog.setOption(QFileDialog.Option.HideNameFilterDetails)
    for button in cast("list[QPushButton]", dialog.findChildren(QPushButton)):
        button.setIcon(QIcon())  # no other dialog has any
    tree = dialog.findChild(QTreeView, "treeView")
    if tree is not None:  # none where the dialog is the system's
        em = sizes(dialog.fontMetrics()).em
        for column, ems in enumerate(_EMS):
            tree.header().resizeSection(column, em * ems)
        room = parent.screen().availableSize() * _MOST
        dialog.resize(QSize(em * (sum(_EMS) + _EDGE), em * _HEIGHT).boundedTo(room))
    return dialog
