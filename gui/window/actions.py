"""The window's commands, declared once as data: text, icon, keys, where they appear."""

from typing import NamedTuple

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QObject
from PySide6.QtGui import QAction, QPalette

from gui import icons


class Command(NamedTuple):
    """keys: the first is shown beside the menu entry. hint: what the tooltip says beyond the text.

    is_of_grid: the grid itself answers to the keys, where it has the focus; here they are only shown.
    """

    name: str
    text: str
    icon: str = ""
    keys: tuple[str, ...] = ()
    hint: str = ""
    is_of_grid: bool = False
    is_checkable: bool = False


COMMANDS = (
    Command(
        "open",
        str(QT_TRANSLATE_NOOP("Commands", "打开…")),
        icon="open",
        keys=("Ctrl+O",),
        hint=str(QT_TRANSLATE_NOOP("Commands", "打开报告，可以一次选几份")),
    ),
    Command(
        "batch",
        str(QT_TRANSLATE_NOOP("Commands", "批量核对文件夹…")),
        icon="folder",
        keys=("Ctrl+Shift+O",),
        hint=str(QT_TRANSLATE_NOOP("Commands", "一次核对一个文件夹里的全部报告，列表、汇总、比较")),
    ),
    Command(
        "save",
        str(QT_TRANSLATE_NOOP("Commands", "保存")),
        icon="save",
        keys=("Ctrl+S",),
        hint=str(QT_TRANSLATE_NOOP("Commands", "存成“原名（已更正）”，原件不动")),
    ),
    Command(
        "save_as",
        str(QT_TRANSLATE_NOOP("Commands", "另存为…")),
        icon="save-as",
        keys=("Ctrl+Shift+S",),
    ),
    Command(
        "save_marked",
        str(QT_TRANSLATE_NOOP("Commands", "另存为（留修订痕迹）…")),
        hint=str(QT_TRANSLATE_NOOP("Commands", "Word 里每处改动是修订，Excel 里是批注")),
    ),
    Command("export_word", str(QT_TRANSLATE_NOOP("Commands", "官方版式 Word…"))),
    Command("export_excel", str(QT_TRANSLATE_NOOP("Commands", "官方版式 Excel…"))),
    Command("export_pdf", str(QT_TRANSLATE_NOOP("Commands", "核对报告 PDF…"))),
    Command("export_html", str(QT_TRANSLATE_NOOP("Commands", "核对报告 HTML…"))),
    Command("export_notice", str(QT_TRANSLATE_NOOP("Commands", "退改意见单…"))),
    Command("export_changes", str(QT_TRANSLATE_NOOP("Commands", "改动对照页…"))),
    Command(
        "compare",
        str(QT_TRANSLATE_NOOP("Commands", "改动对照")),
        keys=("Ctrl+D",),
        hint=str(QT_TRANSLATE_NOOP("Commands", "这次改了哪些地方：改前、改后、为什么")),
    ),
    Command(
        "last_year",
        str(QT_TRANSLATE_NOOP("Commands", "选择上年报告…")),
        hint=str(QT_TRANSLATE_NOOP("Commands", "用同一单位上年的报告核对上年结转、现行有效等")),
    ),
    Command(
        "last_year_off",
        str(QT_TRANSLATE_NOOP("Commands", "关掉上年核对")),
        hint=str(QT_TRANSLATE_NOOP("Commands", "不再用上年报告核对这份报告")),
    ),
    Command(
        "side_by_side",
        str(QT_TRANSLATE_NOOP("Commands", "对照上年")),
        icon="years",
        keys=("F7",),
        hint=str(QT_TRANSLATE_NOOP("Commands", "每格旁边用小字写出上年的数")),
        is_checkable=True,
    ),
    Command("settings", str(QT_TRANSLATE_NOOP("Commands", "设置…")), keys=("Ctrl+,",)),
    Command(
        "close",
        str(QT_TRANSLATE_NOOP("Commands", "关闭")),
        icon="close",
        keys=("Ctrl+W", "Ctrl+F4"),
        hint=str(QT_TRANSLATE_NOOP("Commands", "关闭这份报告")),
    ),
    Command(
        "quit",
        str(QT_TRANSLATE_NOOP("Commands", "退出")),
        icon="quit",
        keys=("Ctrl+Q",),
    ),
    Command(
        "previous",
        str(QT_TRANSLATE_NOOP("Commands", "上一处")),
        icon="previous",
        keys=("Shift+F8",),
        hint=str(QT_TRANSLATE_NOOP("Commands", "跳到上一处问题")),
    ),
    Command(
        "next",
        str(QT_TRANSLATE_NOOP("Commands", "下一处")),
        icon="next",
        keys=("F8",),
        hint=str(QT_TRANSLATE_NOOP("Commands", "跳到下一处问题")),
    ),
    Command(
        "accept",
        str(QT_TRANSLATE_NOOP("Commands", "采纳这一处的首选")),
        keys=("Ctrl+Return", "Ctrl+Enter"),
        hint=str(QT_TRANSLATE_NOOP("Commands", "照最可能的改法改这一处，再到下一处")),
    ),
    Command(
        "accept_all",
        str(QT_TRANSLATE_NOOP("Commands", "全部采纳首选")),
        keys=("Ctrl+Shift+Return", "Ctrl+Shift+Enter"),
        hint=str(QT_TRANSLATE_NOOP("Commands", "每处问题都采纳排在最前的改法，几种同样可能的留下")),
    ),
    Command(
        "verify",
        str(QT_TRANSLATE_NOOP("Commands", "核实无误…")),
        keys=("Ctrl+K",),
        hint=str(QT_TRANSLATE_NOOP("Commands", "数没有错：写明原因，这处问题不再计数")),
    ),
    Command("copy", str(QT_TRANSLATE_NOOP("Commands", "复制")), keys=("Ctrl+C",), is_of_grid=True),
    Command("paste", str(QT_TRANSLATE_NOOP("Commands", "粘贴")), keys=("Ctrl+V",), is_of_grid=True),
    Command("clear", str(QT_TRANSLATE_NOOP("Commands", "清零")), keys=("Delete",), is_of_grid=True),
    Command("edit_cell", str(QT_TRANSLATE_NOOP("Commands", "改这一格")), keys=("F2",), is_of_grid=True),
    Command(
        "find",
        str(QT_TRANSLATE_NOOP("Commands", "在正文中查找…")),
        keys=("Ctrl+F",),
    ),
    Command(
        "fill_blanks",
        str(QT_TRANSLATE_NOOP("Commands", "空白和“/”补 0（本表）")),
    ),
    Command(
        "half_width",
        str(QT_TRANSLATE_NOOP("Commands", "全角数字改半角（本表）")),
    ),
    Command(
        "totals",
        str(QT_TRANSLATE_NOOP("Commands", "按分项重算总计…")),
    ),
    Command(
        "zoom_in",
        str(QT_TRANSLATE_NOOP("Commands", "放大")),
        icon="zoom-in",
        keys=("Ctrl++", "Ctrl+="),
    ),
    Command(
        "zoom_out",
        str(QT_TRANSLATE_NOOP("Commands", "缩小")),
        icon="zoom-out",
        keys=("Ctrl+-",),
    ),
    Command(
        "zoom_reset",
        str(QT_TRANSLATE_NOOP("Commands", "实际大小")),
        keys=("Ctrl+0",),
    ),
    Command(
        "next_table",
        str(QT_TRANSLATE_NOOP("Commands", "下一张表")),
        keys=("Ctrl+PgDown",),
    ),
    Command(
        "previous_table",
        str(QT_TRANSLATE_NOOP("Commands", "上一张表")),
        keys=("Ctrl+PgUp",),
    ),
    Command(
        "next_report",
        str(QT_TRANSLATE_NOOP("Commands", "下一份报告")),
        keys=("Ctrl+Tab",),
    ),
    Command(
        "previous_report",
        str(QT_TRANSLATE_NOOP("Commands", "上一份报告")),
        keys=("Ctrl+Shift+Tab", "Ctrl+Shift+Backtab"),
    ),
    Command(
        "pane",
        str(QT_TRANSLATE_NOOP("Commands", "下一个区域")),
        keys=("F6",),
        hint=str(QT_TRANSLATE_NOOP("Commands", "在表格和问题列表之间切换")),
    ),
    Command(
        "pane_back",
        str(QT_TRANSLATE_NOOP("Commands", "上一个区域")),
        keys=("Shift+F6",),
    ),
    Command(
        "forget_recent",
        str(QT_TRANSLATE_NOOP("Commands", "清空最近打开的记录")),
    ),
    Command(
        "help",
        str(QT_TRANSLATE_NOOP("Commands", "检查目录…")),
        keys=("F1",),
        hint=str(QT_TRANSLATE_NOOP("Commands", "每项检查查什么、依据是什么；选中一处问题时，打开那一项")),
    ),
    Command("keys", str(QT_TRANSLATE_NOOP("Commands", "快捷键…"))),
    Command("manual", str(QT_TRANSLATE_NOOP("Commands", "使用说明书"))),
    Command(
        "tour",
        str(QT_TRANSLATE_NOOP("Commands", "看一遍演示")),
        hint=str(QT_TRANSLATE_NOOP("Commands", "用示例报告走一遍：放进来、看、采纳、保存")),
    ),
    Command(
        "log",
        str(QT_TRANSLATE_NOOP("Commands", "打开日志")),
        hint=str(QT_TRANSLATE_NOOP("Commands", "程序出意外错误时的记录，里面没有报告的内容")),
    ),
    Command(
        "about",
        str(QT_TRANSLATE_NOOP("Commands", "关于年报勾稽校核")),
        icon="about",
    ),
)


class Actions:
    """The commands as QActions, by name; each is made when it is first asked for.

    keys: by name; ``shortcuts`` gives them to the actions.
    """

    def __init__(self, parent: QObject) -> None:
        self._parent = parent
        self._declared = {command.name: command for command in COMMANDS}
        self._by_name: dict[str, QAction] = {}
        self.keys = {command.name: command.keys for command in COMMANDS}

    def __getitem__(self, name: str) -> QAction:
        if name not in self._by_name:
            self._by_name[name] = _action(self._declared[name], self._parent)
        return self._by_name[name]

    def add(self, name: str, action: QAction, text: str, icon: str, keys: tuple[str, ...]) -> None:
        """Take in an action made elsewhere (undo and redo come from the undo group).

        text: what its button says; in the menu the action says what it would undo.
        """
        action.setObjectName(name)
        action.setIconText(text)
        action.setProperty("icon_name", icon)
        self.keys[name] = keys
        self._by_name[name] = action

    def all(self) -> list[QAction]:
        for name in self._declared:
            self[name]
        return list(self._by_name.values())

    def tint(self, palette: QPalette) -> None:
        """Draw the icons anew in the palette's colours."""
        for action in self._by_name.values():
            name = action.property("icon_name")
            if name:
                action.setIcon(icons.icon(name, palette))


def _action(command: Command, parent: QObject) -> QAction:
    action = QAction(QCoreApplication.translate("Commands", command.text), parent)
    action.setObjectName(command.name)
    action.setProperty("icon_name", command.icon)
    action.setCheckable(command.is_checkable)
    return action
