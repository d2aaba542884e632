"""The window's commands, declared once as data: text, icon, keys, where they appear."""

from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QObject
from PySide6.QtGui import QAction, QKeySequence, QPalette

from gui import icons


@dataclass(frozen=True, slots=True)
class Command:
    """keys: the first is shown beside the menu entry. hint: what the tooltip says beyond the text."""

    name: str
    text: str
    icon: str = ""
    keys: tuple[str, ...] = ()
    hint: str = ""


COMMANDS = (
    Command("open", QT_TRANSLATE_NOOP("Commands", "打开…"), "open", ("Ctrl+O",), QT_TRANSLATE_NOOP("Commands", "打开报告，可以一次选几份")),
    Command("save", QT_TRANSLATE_NOOP("Commands", "保存"), "save", ("Ctrl+S",), QT_TRANSLATE_NOOP("Commands", "存成“原名（已更正）”，原件不动")),
    Command("save_as", QT_TRANSLATE_NOOP("Commands", "另存为…"), "save-as", ("Ctrl+Shift+S",)),
    Command("close", QT_TRANSLATE_NOOP("Commands", "关闭"), "close", ("Ctrl+W", "Ctrl+F4")),
    Command("quit", QT_TRANSLATE_NOOP("Commands", "退出"), "quit", ("Ctrl+Q",)),
    Command("previous", QT_TRANSLATE_NOOP("Commands", "上一处"), "previous", ("Shift+F8",), QT_TRANSLATE_NOOP("Commands", "跳到上一处问题")),
    Command("next", QT_TRANSLATE_NOOP("Commands", "下一处"), "next", ("F8",), QT_TRANSLATE_NOOP("Commands", "跳到下一处问题")),
    Command("zoom_in", QT_TRANSLATE_NOOP("Commands", "放大"), "zoom-in", ("Ctrl++", "Ctrl+=")),
    Command("zoom_out", QT_TRANSLATE_NOOP("Commands", "缩小"), "zoom-out", ("Ctrl+-",)),
    Command("zoom_reset", QT_TRANSLATE_NOOP("Commands", "实际大小"), "", ("Ctrl+0",)),
    Command("pane", QT_TRANSLATE_NOOP("Commands", "下一个区域"), "", ("F6",)),
    Command("pane_back", QT_TRANSLATE_NOOP("Commands", "上一个区域"), "", ("Shift+F6",)),
    Command("about", QT_TRANSLATE_NOOP("Commands", "关于年报勾稽校核"), "about"),
)


class Actions:
    """The commands as QActions, by name."""

    def __init__(self, parent: QObject) -> None:
        self._by_name = {command.name: _action(command, parent) for command in COMMANDS}

    def __getitem__(self, name: str) -> QAction:
        return self._by_name[name]

    def add(self, name: str, action: QAction, icon: str, keys: tuple[str, ...]) -> None:
        """Take in an action made elsewhere (undo and redo come from the undo group)."""
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.setProperty("icon", icon)
        self._by_name[name] = action

    def tint(self, palette: QPalette) -> None:
        """Draw the icons anew in the palette's colours."""
        for action in self._by_name.values():
            name = action.property("icon")
            if name:
                action.setIcon(icons.icon(name, palette))


def _action(command: Command, parent: QObject) -> QAction:
    action = QAction(QCoreApplication.translate("Commands", command.text), parent)
    action.setObjectName(command.name)
    action.setProperty("icon", command.icon)
    action.setShortcuts([QKeySequence(key) for key in command.keys])
    says = QCoreApplication.translate("Commands", command.hint) if command.hint else action.text().rstrip("…")
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    action.setToolTip(f"{says}（{keys}）" if keys else says)
    return action
