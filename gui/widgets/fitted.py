"""Sizes of dialogs and rows that leave room for what they hold."""

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize
from PySide6.QtWidgets import QDialog, QStyledItemDelegate

from gui.theme import sizes


def fit(dialog: QDialog) -> None:
    """As large as its contents need: Qt stops at two thirds of the screen and squeezes what does not fit."""
    layout = dialog.layout()
    assert layout is not None
    least = layout.totalMinimumSize()
    width = max(dialog.minimumWidth(), least.width())
    dialog.setMinimumHeight(layout.totalMinimumHeightForWidth(width))
    dialog.resize(width, max(layout.totalHeightForWidth(width), least.height()))


class RoomyDelegate(QStyledItemDelegate):
    """Leaves air above and below wrapped lines."""

    def sizeHint(self, option: Any, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return super().sizeHint(option, index) + QSize(0, sizes(option.fontMetrics).gap)
