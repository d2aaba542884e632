"""The one port through which the program talks to the user; tests put a recording one in its place.

Nothing here blocks: every question takes a function that is called with the answer.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QDialog, QFileDialog, QMessageBox, QTextEdit, QWidget

from core.suffixes import READ, TOLD
from gui.widgets.file_dialog import file_dialog
from gui.widgets.printing import ask_and_print

if TYPE_CHECKING:
    from gui.widgets.changes_dialog import Row

Icon = QMessageBox.Icon
Role = QMessageBox.ButtonRole

SAVE, DISCARD, CANCEL = "save", "discard", "cancel"
OVERWRITE, ELSEWHERE, RELOAD = "overwrite", "elsewhere", "reload"
USE, UNMARKED = "use", "unmarked"


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer: its key, the button's text, and where the platform puts such a button."""

    key: str
    label: str
    role: QMessageBox.ButtonRole = Role.AcceptRole


@dataclass(frozen=True, slots=True)
class Question:
    """text: what happened or is asked, one sentence; advice: what to do, one sentence.

    Enter takes the first choice, Esc the one whose key is CANCEL.
    """

    title: str
    text: str
    choices: tuple[Choice, ...]
    advice: str = ""
    details: str = ""
    icon: QMessageBox.Icon = Icon.Question


class Talk(QObject):
    """Questions and messages as dialogs."""

    def ask(self, parent: QWidget, question: Question, then: Callable[[str], None]) -> None:
        """Ask; ``then`` gets the key of the chosen answer."""
        box = QMessageBox(parent)
        box.setObjectName("question")
        box.setWindowTitle(question.title)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(question.text)
        box.setInformativeText(question.advice)
        box.setDetailedText(question.details)
        box.setIcon(question.icon)
        if question.details:
            self._add_copying(box, question)
        buttons: dict[QAbstractButton, str] = {}
        for choice in question.choices:
            button = box.addButton(choice.label, choice.role)
            buttons[button] = choice.key
            if choice is question.choices[0]:
                box.setDefaultButton(button)
            if choice.key == CANCEL:
                box.setEscapeButton(button)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        # Closing the window clicks no button; Qt lets it be closed only where there is one for Esc.
        box.finished.connect(lambda _result: then(buttons.get(box.clickedButton(), CANCEL)))
        box.open()

    def _add_copying(self, box: QMessageBox, question: Question) -> None:
        """A button that copies all of it and leaves the box open."""
        details = box.findChild(QTextEdit)
        if details is not None:
            details.setAccessibleName(self.tr("详细信息"))
            details.setTabChangesFocus(True)
            details.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # Qt leaves it to the mouse
        copy = box.addButton(self.tr("复制详细信息"), Role.ActionRole)
        copy.clicked.disconnect()
        text = "\n".join((question.text, question.advice, question.details))
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(text))

    def choose_open(self, parent: QWidget, folder: str, then: Callable[[list[Path]], None]) -> None:
        """Let the user pick reports; ``then`` is not called if none is picked."""
        dialog = file_dialog(parent, self.tr("打开报告"), folder)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilters(self._report_filters())
        dialog.filesSelected.connect(lambda names: then([Path(name) for name in names]))
        self._open(dialog)

    def choose_one(self, parent: QWidget, title: str, folder: str, then: Callable[[Path], None]) -> None:
        """Let the user pick one report."""
        self._choose(file_dialog(parent, title, folder), self._report_filters(), then)

    def choose_requirements(self, parent: QWidget, folder: str, then: Callable[[Path], None]) -> None:
        """Let the user pick a file of local requirements."""
        filters = [self.tr("本地要求 (*.toml)"), self.tr("所有文件 (*)")]
        self._choose(file_dialog(parent, self.tr("选择本地要求文件"), folder), filters, then)

    def choose_register(self, parent: QWidget, folder: str, then: Callable[[Path], None]) -> None:
        """Let the user pick a register of units."""
        filters = [self.tr("名册 (*.xlsx *.xlsm *.csv)"), self.tr("所有文件 (*)")]
        self._choose(file_dialog(parent, self.tr("选择应报送单位名册"), folder), filters, then)

    def choose_folder(self, parent: QWidget, title: str, folder: str, then: Callable[[Path], None]) -> None:
        """Let the user pick a folder."""
        dialog = file_dialog(parent, title, folder)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(lambda name: then(Path(name)))
        self._open(dialog)

    def _choose(self, dialog: QFileDialog, filters: list[str], then: Callable[[Path], None]) -> None:
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters(filters)
        dialog.fileSelected.connect(lambda name: then(Path(name)))
        self._open(dialog)

    def _report_filters(self) -> list[str]:
        patterns = " ".join(f"*{suffix}" for suffix in sorted(READ | TOLD))
        return [self.tr("报告 ({patterns})").format(patterns=patterns), self.tr("所有文件 (*)")]

    def choose_save(
        self, parent: QWidget, proposal: Path, then: Callable[[Path], None], title: str = ""
    ) -> None:
        """Let the user name a file; overwriting is asked about by the caller, in its own words."""
        dialog = file_dialog(parent, title or self.tr("另存为"), str(proposal.parent))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
        suffix = proposal.suffix.removeprefix(".")
        if suffix:
            dialog.setNameFilters([self.tr("{suffix} 文件 (*.{suffix})").format(suffix=suffix)])
            dialog.setDefaultSuffix(suffix)
        dialog.selectFile(proposal.name)
        dialog.fileSelected.connect(lambda name: then(Path(name)))
        self._open(dialog)

    def ask_reason(self, parent: QWidget, sentences: Sequence[str], then: Callable[[str], None]) -> None:
        """Ask why these findings are none; ``then`` gets the reason, and is not called without one."""
        from gui.widgets.verify_dialog import VerifyDialog

        dialog = VerifyDialog(sentences, parent)
        dialog.accepted.connect(lambda: then(dialog.reason))
        self._open(dialog)

    def confirm_changes(
        self, parent: QWidget, title: str, advice: str, rows: Sequence[Row], then: Callable[[], None]
    ) -> None:
        """Show what would change; ``then`` is called if it is to be done."""
        from gui.widgets.changes_dialog import ChangesDialog

        dialog = ChangesDialog(title, advice, rows, parent)
        dialog.accepted.connect(then)
        self._open(dialog)

    def print_page(self, parent: QWidget, title: str, html: str, then: Callable[[], None]) -> None:
        """Let the user choose a printer; ``then`` is called once the page was sent to it."""
        ask_and_print(parent, title, html, then)

    def _open(self, dialog: QDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def show_folder(self, folder: Path) -> None:
        """Open the folder in the system's file manager."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

    def open_file(self, path: Path) -> None:
        """Open a file in the program the system has for it; where it has none, the folder."""
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self.show_folder(path.parent)

    # --- the questions this program asks ------------------------------------------------------------

    # count: how many cells, 0 where that cannot be told

    def ask_save(self, parent: QWidget, name: str, count: int, then: Callable[[str], None]) -> None:
        counted = self.tr("“{name}”有 {count} 处改动还没有保存。")
        uncounted = self.tr("“{name}”有改动还没有保存。")
        text = (counted if count else uncounted).format(name=name, count=count)
        choices = (
            Choice(SAVE, self.tr("保存"), Role.AcceptRole),
            Choice(DISCARD, self.tr("不保存"), Role.DestructiveRole),
            Choice(CANCEL, self.tr("取消"), Role.RejectRole),
        )
        advice = self.tr("关闭之前要保存吗？保存会另存一份“（已更正）”，原件不动。")
        self.ask(parent, Question(self.tr("还没有保存"), text, choices, advice), then)

    def ask_overwrite(self, parent: QWidget, target: Path, then: Callable[[str], None]) -> None:
        text = self.tr("这个文件夹里已经有“{name}”。").format(name=target.name)
        choices = (
            Choice(ELSEWHERE, self.tr("另存为…"), Role.ActionRole),
            Choice(OVERWRITE, self.tr("覆盖"), Role.DestructiveRole),
            Choice(CANCEL, self.tr("取消"), Role.RejectRole),
        )
        advice = self.tr("覆盖后，那份文件里原来的内容就没有了。")
        self.ask(parent, Question(self.tr("文件已存在"), text, choices, advice, icon=Icon.Warning), then)

    def ask_replace_original(self, parent: QWidget, target: Path, then: Callable[[str], None]) -> None:
        text = self.tr("“{name}”是原件，保存会直接替换它。").format(name=target.name)
        choices = (
            Choice(ELSEWHERE, self.tr("换个名字…"), Role.ActionRole),
            Choice(OVERWRITE, self.tr("替换原件"), Role.DestructiveRole),
            Choice(CANCEL, self.tr("取消"), Role.RejectRole),
        )
        advice = self.tr("替换前会在同一文件夹里留一份备份，名字带“（更正前备份）”。")
        self.ask(parent, Question(self.tr("替换原件"), text, choices, advice, icon=Icon.Warning), then)

    def ask_reload(self, parent: QWidget, name: str, count: int, then: Callable[[str], None]) -> None:
        counted = self.tr("重新打开“{name}”会放弃 {count} 处还没有保存的改动。")
        uncounted = self.tr("重新打开“{name}”会放弃还没有保存的改动。")
        text = (counted if count else uncounted).format(name=name, count=count)
        choices = (
            Choice(CANCEL, self.tr("取消"), Role.RejectRole),
            Choice(RELOAD, self.tr("放弃改动并重新打开"), Role.DestructiveRole),
        )
        advice = self.tr("想留住这些改动，请先取消，再用“另存为”保存。")
        self.ask(parent, Question(self.tr("放弃改动"), text, choices, advice, icon=Icon.Warning), then)

    def ask_last_year(self, parent: QWidget, name: str, own: str, then: Callable[[str], None]) -> None:
        text = self.tr("“{name}”是“{own}”的上年报告。").format(name=name, own=own)
        choices = (
            Choice(USE, self.tr("作为上年报告核对"), Role.AcceptRole),
            Choice(CANCEL, self.tr("单独打开"), Role.RejectRole),
        )
        advice = self.tr("用它核对上年结转等，还是单独打开来校核？")
        self.ask(parent, Question(self.tr("上年报告"), text, choices, advice), then)

    def ask_misfit(self, parent: QWidget, what: str, then: Callable[[str], None]) -> None:
        choices = (
            Choice(CANCEL, self.tr("取消"), Role.RejectRole),
            Choice(USE, self.tr("仍然使用"), Role.AcceptRole),
        )
        advice = self.tr("仍然使用的话，和它对不上的地方只算疑点。")
        question = Question(self.tr("不像上年报告"), self.tr("{what}。").format(what=what), choices, advice)
        self.ask(parent, question, then)

    def save_failed(self, parent: QWidget, reason: str, then: Callable[[str], None]) -> None:
        choices = (
            Choice(ELSEWHERE, self.tr("另存为…"), Role.AcceptRole),
            Choice(CANCEL, self.tr("知道了"), Role.RejectRole),
        )
        advice = self.tr("改动还在窗口里，没有丢。")
        self.ask(parent, Question(self.tr("没有保存"), reason, choices, advice, icon=Icon.Warning), then)

    def ask_drop(self, parent: QWidget, what: str, then: Callable[[str], None]) -> None:
        text = self.tr("上次没有保存的改动会丢弃：{what}。").format(what=what)
        choices = (
            Choice(CANCEL, self.tr("取消"), Role.RejectRole),
            Choice(DISCARD, self.tr("丢弃"), Role.DestructiveRole),
        )
        advice = self.tr("丢弃以后就找不回来了；报告文件不受影响。")
        self.ask(parent, Question(self.tr("丢弃改动"), text, choices, advice, icon=Icon.Warning), then)

    def ask_unmarked(self, parent: QWidget, reason: str, then: Callable[[str], None]) -> None:
        choices = (
            Choice(UNMARKED, self.tr("不留痕迹保存"), Role.AcceptRole),
            Choice(CANCEL, self.tr("取消"), Role.RejectRole),
        )
        advice = self.tr("可以不留痕迹，只把改好的数存进去；改动仍可在“改动对照”里看到。")
        self.ask(
            parent, Question(self.tr("留不下修订痕迹"), reason, choices, advice, icon=Icon.Warning), then
        )

    def export_failed(self, parent: QWidget, reason: str) -> None:
        choices = (Choice(CANCEL, self.tr("知道了"), Role.AcceptRole),)
        advice = self.tr("报告和窗口里的改动都没有动。")
        question = Question(self.tr("没有导出"), reason, choices, advice, icon=Icon.Warning)
        self.ask(parent, question, lambda _answer: None)

    def error(self, parent: QWidget, text: str, advice: str, details: str) -> None:
        """An unforeseen failure, with details that can be unfolded and copied."""
        choices = (Choice(CANCEL, self.tr("知道了"), Role.AcceptRole),)
        question = Question(self.tr("出了意外的错误"), text, choices, advice, details, Icon.Critical)
        self.ask(parent, question, lambda _answer: None)
