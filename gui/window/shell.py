"""The window as it is first seen: menu bar, tool bar, start page. What a report needs comes after that."""

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QUndoGroup
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from gui.settings import GEOMETRY, Settings
from gui.standing import standings
from gui.window import menus, placing
from gui.window.actions import Actions
from gui.window.drop import DropWindow
from gui.window.start_page import StartPage, samples
from gui.window.status_line import StatusLine

_LATEST = 500
"""Milliseconds; a window that starts as an icon is not painted at all."""


class FirstPaint(QObject):
    """over: the window has been painted for the first time, or could not be."""

    over = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._is_over = False
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._end)

    def wait(self) -> None:
        """From when it is shown on."""
        if not self._is_over:
            self._timer.start(_LATEST)

    def seen(self) -> None:
        """Something has been painted; the rest of the window will be right after it."""
        if not self._is_over:
            self._timer.start(0)

    def _end(self) -> None:
        self._is_over = True
        self.over.emit()


class Shell(DropWindow):
    """What it is made of is there, but nothing answers yet."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.settings = settings
        self.furnish_shell()
        placing.place(self, settings.get(GEOMETRY))

    def furnish_shell(self) -> None:
        """Everything that is painted first, and says something."""
        self.setWindowTitle(self.tr("年报勾稽校核"))
        self.commands = Actions(self)
        self.undo_group = QUndoGroup(self)
        self.start = StartPage(self)
        self.start.show_recent(self.settings.recent, standings(self.settings))
        self.stack = QStackedWidget(self)
        self.stack.addWidget(self.start)
        centre = QWidget(self)
        self.column = QVBoxLayout(centre)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self.column.addWidget(self.stack, 1)
        self.setCentralWidget(centre)
        self.statusBar().setSizeGripEnabled(False)
        self.status = StatusLine(self.statusBar())
        self._build_menus()

    def _build_menus(self) -> None:
        commands, group = self.commands, self.undo_group
        undo, redo = self.tr("撤销"), self.tr("重做")
        commands.add("undo", group.createUndoAction(self, undo), undo, "undo", ("Ctrl+Z",))
        commands.add("redo", group.createRedoAction(self, redo), redo, "redo", ("Ctrl+Y", "Ctrl+Shift+Z"))
        self.menus = menus.Menus(self.menuBar())
        last = commands["forget_recent"]
        self.recent_menu = menus.FilesMenu(
            self.tr("最近打开"), lambda: self.settings.recent, self.open_one, last, self.menuBar()
        )
        self.samples_menu = menus.FilesMenu(self.tr("示例报告"), samples, self.open_one, None, self.menuBar())
        tools = menus.build_tools(self, commands, self.recent_menu)
        for action in tools.actions()[1:]:  # all but opening needs a report
            action.setEnabled(False)
        commands["side_by_side"].setVisible(False)
        commands.tint(self.palette())

    def open_one(self, path: Path) -> None:
        """Open a report."""
        self.take_files([path])
