"""The window: a start page until a report is open, then one tab a report."""

from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QResizeEvent,
    QUndoGroup,
)
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QTabWidget, QVBoxLayout, QWidget

from core.files import Report, is_same_file
from core.resources import ROOT
from gui import menus
from gui.about import about
from gui.bars import BarStack, Deed, MessageBar
from gui.drop import DropVeil, local_files
from gui.jobs import Jobs
from gui.leaving import leave
from gui.opening import Opener
from gui.report_page import ReportPage
from gui.settings import GEOMETRY, LAST_FOLDER, SCHEME, ZOOM, Settings
from gui.start_page import StartPage, samples
from gui.status_line import StatusLine
from gui.talk import RELOAD, Talk
from gui.theme import sizes
from gui.watching import Watcher
from gui.window_actions import Actions

_NEEDS_REPORT = (
    "save",
    "save_as",
    "close",
    "previous",
    "next",
    "zoom_in",
    "zoom_out",
    "zoom_reset",
    "next_table",
    "previous_table",
    "next_report",
    "previous_report",
)


class MainWindow(QMainWindow):
    """Opens, shows, saves and closes reports; all asking goes through ``talk``."""

    def __init__(
        self,
        settings: Settings,
        talk: Talk | None = None,
        jobs: Jobs | None = None,
        wear: Callable[[str], None] = lambda _scheme: None,
    ) -> None:
        super().__init__()
        self.settings = settings
        self.talk = talk or Talk(self)
        self.jobs = jobs or Jobs(parent=self)
        self._wear = wear
        self._may_close = False
        self._is_first = True
        self.opener = Opener(self.jobs, self)
        self.watcher = Watcher(self.jobs, self)
        self.undo_group = QUndoGroup(self)
        self.actions_by_name = Actions(self)
        self.start = StartPage(self)
        self.bars = BarStack(self)
        self.tabs = QTabWidget(self, tabsClosable=True, movable=True, documentMode=True)
        self._stack = QStackedWidget(self)
        self.status = StatusLine(self.statusBar())
        self._build()
        self._veil = DropVeil(self)
        self._connect()
        self._current_changed()

    # --- building -----------------------------------------------------------------------------------

    def _build(self) -> None:
        self.setAcceptDrops(True)
        self.tabs.setAccessibleName(self.tr("打开的报告"))
        self.tabs.tabBar().setAccessibleName(self.tr("打开的报告"))
        self.tabs.setElideMode(Qt.TextElideMode.ElideMiddle)
        self._stack.addWidget(self.start)
        self._stack.addWidget(self.tabs)
        centre = QWidget(self)
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bars)
        column.addWidget(self._stack, 1)
        self.setCentralWidget(centre)
        self.statusBar().setSizeGripEnabled(False)
        actions = self.actions_by_name
        undo = self.undo_group.createUndoAction(self, self.tr("撤销"))
        redo = self.undo_group.createRedoAction(self, self.tr("重做"))
        actions.add("undo", undo, "undo", ("Ctrl+Z",))
        actions.add("redo", redo, "redo", ("Ctrl+Y", "Ctrl+Shift+Z"))
        undo.setIconText(self.tr("撤销"))
        redo.setIconText(self.tr("重做"))
        recent, examples = self._file_menus()
        view = menus.build_menus(self, actions, recent, examples)
        menus.add_schemes(view, self.settings, self._choose_scheme)
        menus.build_tools(self, actions, recent)
        actions.tint(self.palette())
        space = sizes(self.fontMetrics())
        self.setMinimumSize(space.em * 50, space.em * 32)
        self.resize(space.em * 98, space.em * 56)
        self.restoreGeometry(self.settings.get(GEOMETRY))

    def _file_menus(self) -> tuple[menus.FilesMenu, menus.FilesMenu]:
        def opened(path: Path) -> None:
            self.open_files([path])

        forget = self.actions_by_name["forget_recent"]
        recent = menus.FilesMenu(
            self.tr("最近打开"), lambda: self.settings.recent, opened, forget, self
        )
        return recent, menus.FilesMenu(self.tr("示例报告"), samples, opened, None, self)

    def _connect(self) -> None:
        deeds: dict[str, Callable[[], None]] = {
            "open": self.choose_files,
            "save": lambda: self._with_page(lambda page: page.saver.save()),
            "save_as": lambda: self._with_page(lambda page: page.saver.save_as()),
            "close": lambda: self._with_page(self.close_page),
            "quit": self.close,  # type: ignore[dict-item]
            "previous": lambda: self._with_page(lambda page: page.step(-1)),
            "next": lambda: self._with_page(lambda page: page.step(1)),
            "zoom_in": lambda: self._with_page(lambda page: page.zoom_by(1)),
            "zoom_out": lambda: self._with_page(lambda page: page.zoom_by(-1)),
            "zoom_reset": lambda: self._with_page(lambda page: page.zoom_by(0)),
            "next_table": lambda: self._with_page(lambda page: page.step_table(1)),
            "previous_table": lambda: self._with_page(lambda page: page.step_table(-1)),
            "next_report": lambda: self._step_report(1),
            "previous_report": lambda: self._step_report(-1),
            "pane": lambda: self._step_pane(1),
            "pane_back": lambda: self._step_pane(-1),
            "forget_recent": self._forget_recent,
            "about": lambda: self.talk.ask(self, about(), lambda _answer: None),
        }
        for name, deed in deeds.items():
            self.actions_by_name[name].triggered.connect(lambda _checked=False, deed=deed: deed())
            self.addAction(self.actions_by_name[name])
        self.start.open_wanted.connect(self.choose_files)
        self.start.chosen.connect(lambda path: self.open_files([path]))
        self.tabs.currentChanged.connect(self._current_changed)
        self.tabs.tabCloseRequested.connect(lambda number: self.close_page(self.pages[number]))
        self.opener.opened.connect(self._opened)
        self.opener.failed.connect(self._not_opened)
        self.opener.waiting.connect(self._waiting)
        self.opener.idle.connect(self._opened_all)
        self.watcher.changed.connect(self._changed_on_disk)
        self.status.folder_wanted.connect(self.talk.show_folder)
