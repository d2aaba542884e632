"""The batch window's commands and its tool bar, as data."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QToolBar, QToolButton

from gui import icons


@dataclass(frozen=True, slots=True)
class Tool:
    """name "" is a gap. key: shortcut. drops: from the button a menu unfolds in which it is taken back."""

    name: str = ""
    text: str = ""
    hint: str = ""
    key: str = ""
    icon: str = ""
    drops: str = ""


TOOLS = (
    Tool(
        "choose",
        str(QT_TRANSLATE_NOOP("BatchTools", "选择文件夹…")),
        str(QT_TRANSLATE_NOOP("BatchTools", "核对另一个文件夹")),
        "Ctrl+O",
        "open",
    ),
    Tool(
        "again",
        str(QT_TRANSLATE_NOOP("BatchTools", "重新核对")),
        str(QT_TRANSLATE_NOOP("BatchTools", "再核对一遍，没有变化的用上次的结果")),
        "F5",
        "reload",
    ),
    Tool(),
    Tool(
        "register",
        str(QT_TRANSLATE_NOOP("BatchTools", "单位名册…")),
        str(QT_TRANSLATE_NOOP("BatchTools", "对照应报送单位名册：未报、重复报、年度不符、名称不一致")),
        drops=str(QT_TRANSLATE_NOOP("BatchTools", "不再对照名册")),
    ),
    Tool(
        "earlier",
        str(QT_TRANSLATE_NOOP("BatchTools", "上年报告…")),
        str(QT_TRANSLATE_NOOP("BatchTools", "选择放着各单位上年报告的文件夹，一并核对上年结转等")),
        drops=str(QT_TRANSLATE_NOOP("BatchTools", "不再用上年报告")),
    ),
    Tool(
        "superior",
        str(QT_TRANSLATE_NOOP("BatchTools", "本级报告…")),
        str(QT_TRANSLATE_NOOP("BatchTools", "各单位合计与本级自己的报告逐格比较")),
        drops=str(QT_TRANSLATE_NOOP("BatchTools", "不再与本级报告比较")),
    ),
    Tool(),
    Tool(
        "sums",
        str(QT_TRANSLATE_NOOP("BatchTools", "汇总")),
        str(QT_TRANSLATE_NOOP("BatchTools", "各单位逐格相加，按法定表格的样子列出")),
    ),
    Tool(
        "alike",
        str(QT_TRANSLATE_NOOP("BatchTools", "雷同")),
        str(QT_TRANSLATE_NOOP("BatchTools", "找出总体情况几乎相同的报告")),
    ),
    Tool(),
    Tool(
        "summary",
        str(QT_TRANSLATE_NOOP("BatchTools", "导出汇总工作簿…")),
        str(QT_TRANSLATE_NOOP("BatchTools", "全部结果写成一个 Excel 文件")),
        icon="save",
    ),
    Tool(
        "notices",
        str(QT_TRANSLATE_NOOP("BatchTools", "生成退改意见单…")),
        str(QT_TRANSLATE_NOOP("BatchTools", "给每个有问题的单位写一份退改意见单（Word）")),
    ),
)


class Tools(QToolBar):
    """actions_: the commands by name. dropped: the menu entries that take something back."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(_tr("工具栏"), window)
        self.setObjectName("batch_tools")
        self.setAccessibleName(_tr("工具栏"))
        self.setMovable(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.actions_: dict[str, QAction] = {}
        self.dropped: dict[str, QAction] = {}
        for tool in TOOLS:
            if tool.name:
                self._add(tool)
            else:
                self.addSeparator()
        window.addToolBar(self)

    def _add(self, tool: Tool) -> None:
        action = QAction(_tr(tool.text), self)
        action.setObjectName(f"batch_{tool.name}")
        action.setProperty("icon_name", tool.icon)
        if tool.key:
            action.setShortcut(QKeySequence(tool.key))
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        action.setToolTip(f"{_tr(tool.hint)}（{keys}）" if keys else _tr(tool.hint))
        self.actions_[tool.name] = action
        self.addAction(action)
        button = self.widgetForAction(action)
        if isinstance(button, QToolButton):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            if tool.drops:
                self._let_drop(button, tool)

    def _let_drop(self, button: QToolButton, tool: Tool) -> None:
        menu = QMenu(button)
        self.dropped[tool.name] = menu.addAction(_tr(tool.drops))
        button.setMenu(menu)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)

    def show_state(self, enabled: Mapping[str, bool], in_use: Mapping[str, bool]) -> None:
        """Which commands can be given; which of the things chosen are in use."""
        for name, is_enabled in enabled.items():
            self.actions_[name].setEnabled(is_enabled)
        for name, action in self.dropped.items():
            action.setEnabled(in_use[name])

    def tint(self) -> None:
        """Draw the icons anew in the palette's colours."""
        for action in self.actions_.values():
            if name := action.property("icon_name"):
                action.setIcon(icons.icon(name, self.palette()))


def _tr(text: str) -> str:
    return QCoreApplication.translate("BatchTools", text)
