"""Menus and tool bar, laid out as data over the window's commands."""

from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSize
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMainWindow, QMenu, QMenuBar, QToolBar, QToolButton, QWidget

from gui.properties import assign
from gui.settings import SCHEME, Settings
from gui.theme import sizes
from gui.window.actions import Actions

_SEPARATOR = ""
_TOOLS_FILE = (_SEPARATOR, "save", _SEPARATOR, "undo", "redo", _SEPARATOR)
_TOOLS = (*_TOOLS_FILE, "previous", "next", "side_by_side", _SEPARATOR)
_BUTTON_STYLE = "ToolButtonTextBesideIcon"
_ICON_ONLY = ("zoom_out", "zoom_in")
_FILE_SAVE = (_SEPARATOR, "save", "save_as", "save_marked")
_EXPORT_LAYOUT = ("export_word", "export_excel", _SEPARATOR)
_EXPORT = (*_EXPORT_LAYOUT, "export_pdf", "export_html", "export_notice", _SEPARATOR, "export_changes")
_EDIT_CELL = ("undo", "redo", _SEPARATOR, "copy", "paste", "clear", "edit_cell")
_EDIT = (*_EDIT_CELL, _SEPARATOR, "find", _SEPARATOR, "accept", "accept_all", "verify")
_EDIT_TABLE = (_SEPARATOR, "fill_blanks", "half_width", "totals")
_VIEW_GO = ("previous", "next", _SEPARATOR, "previous_table", "next_table", "previous_report", "next_report")
_VIEW_YEARS = (_SEPARATOR, "compare", "side_by_side", "last_year_off")
_VIEW_SHOW = (_SEPARATOR, "pane", "pane_back", _SEPARATOR, "zoom_in", "zoom_out", "zoom_reset", _SEPARATOR)
_HELP = ("help", "keys", "manual", "tour", _SEPARATOR, "log", _SEPARATOR, "about")


def _tr(text: str) -> str:
    return QCoreApplication.translate("Menus", text)


def _fill(menu: QMenu | QToolBar, actions: Actions, names: Iterable[str]) -> None:
    for name in names:
        if name == _SEPARATOR:
            menu.addSeparator()
        else:
            menu.addAction(actions[name])


class FilesMenu(QMenu):
    """A menu of files, filled when it is opened."""

    def __init__(
        self,
        title: str,
        files: Callable[[], Iterable[Path]],
        open_file: Callable[[Path], None],
        last: QAction | None,
        parent: QWidget,
    ) -> None:
        super().__init__(title, parent, toolTipsVisible=True)
        self._files = files
        self._open = open_file
        self._last = last
        self.aboutToShow.connect(self.refresh)

    def refresh(self) -> None:
        self.clear()
        for path in self._files():
            action = QAction(path.name.replace("&", "&&"), self)
            action.setToolTip(str(path))
            action.triggered.connect(lambda _checked=False, path=path: self._open(path))
            self.addAction(action)
        if self.isEmpty():
            self.addAction(_tr("（还没有）")).setEnabled(False)
        elif self._last is not None:
            self.addSeparator()
            self.addAction(self._last)


class Menus:
    """The menus of the menu bar, to be filled later."""

    def __init__(self, bar: QMenuBar) -> None:
        self.file = bar.addMenu(_tr("文件(&F)"))
        self.edit = bar.addMenu(_tr("编辑(&E)"))
        self.view = bar.addMenu(_tr("查看(&V)"))
        self.help = bar.addMenu(_tr("帮助(&H)"))

    def fill(self, actions: Actions, recent: FilesMenu, samples: FilesMenu) -> None:
        _fill(self.file, actions, ("open", "batch", "last_year"))
        self.file.addMenu(recent)
        self.file.addMenu(samples)
        _fill(self.file, actions, _FILE_SAVE)
        _fill(self.file.addMenu(_tr("导出(&X)")), actions, _EXPORT)
        _fill(self.file, actions, (_SEPARATOR, "settings", _SEPARATOR, "close", "quit"))
        _fill(self.edit, actions, (*_EDIT, *_EDIT_TABLE))
        _fill(self.view, actions, (*_VIEW_GO, *_VIEW_YEARS, *_VIEW_SHOW))
        _fill(self.help, actions, _HELP)


def add_schemes(menu: QMenu, settings: Settings, wear: Callable[[str], None]) -> None:
    """The choice between the system's colours and the three of the program."""
    names = {
        "system": _tr("跟随系统"),
        "light": _tr("浅色"),
        "dark": _tr("深色"),
        "contrast": _tr("高对比度"),
    }
    looks = menu.addMenu(_tr("外观"))
    group = QActionGroup(looks)
    for scheme in SCHEME.choices:
        action = looks.addAction(names[scheme])
        action.setObjectName(f"scheme_{scheme}")
        action.setCheckable(True)
        action.triggered.connect(lambda _checked=False, scheme=scheme: wear(scheme))
        group.addAction(action)

    def follow() -> None:
        """It may have been chosen elsewhere."""
        for scheme, action in zip(SCHEME.choices, group.actions(), strict=True):
            action.setChecked(settings.get(SCHEME) == scheme)

    looks.aboutToShow.connect(follow)
    follow()


def build_tools(window: QMainWindow, actions: Actions, recent: QMenu) -> QToolBar:
    """The tool bar: what is done on every report, and nothing else."""
    bar = QToolBar(_tr("工具栏"), window)
    bar.setObjectName("tools")
    bar.setAccessibleName(_tr("工具栏"))
    bar.setMovable(False)
    assign(bar, contextMenuPolicy="PreventContextMenu", toolButtonStyle=_BUTTON_STYLE)
    side = round(sizes(window.fontMetrics()).em * 1.5)
    bar.setIconSize(QSize(side, side))
    bar.addWidget(_open_button(bar, actions["open"], recent))
    _fill(bar, actions, _TOOLS)
    for name in _ICON_ONLY:
        actions[name].setPriority(QAction.Priority.LowPriority)
        bar.addAction(actions[name])
    window.addToolBar(bar)
    return bar


def _open_button(bar: QToolBar, action: QAction, recent: QMenu) -> QToolButton:
    """With the recent files at its arrow; otherwise as the bar makes its buttons itself."""
    button = QToolButton(bar)
    button.setDefaultAction(action)
    button.setMenu(recent)
    button.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
    button.setIconSize(bar.iconSize())
    button.setAutoRaise(True)
    assign(button, focusPolicy="NoFocus", toolButtonStyle=_BUTTON_STYLE)
    return button
