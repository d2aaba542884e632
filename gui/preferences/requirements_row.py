"""The row of the local requirements: which file, another one, none, or a new one to begin with."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from core.errors import SaveError
from core.profile_file import FILE_NAME, ProfileError, load, write_example
from gui.settings import LAST_FOLDER, REQUIREMENTS, Settings
from gui.talk import Talk
from gui.theme import sizes
from gui.widgets.labels import ElidedLabel, quiet
from gui.widgets.sign import Sign


class RequirementsRow:
    """What is wrong with the chosen file is said at once; it may be chosen all the same and mended later."""

    def __init__(self, settings: Settings, talk: Talk, parent: QWidget) -> None:
        self.widget = _Requirements(settings, talk, parent)
        self.label = QCoreApplication.translate("RequirementsRow", "本地要求(&R)")

    def store(self, settings: Settings) -> None:
        settings.set(REQUIREMENTS, str(self.widget.chosen or ""))


class _Requirements(QWidget):
    """chosen: the file, None for none."""

    def __init__(self, settings: Settings, talk: Talk, parent: QWidget) -> None:
        super().__init__(parent)
        self._talk = talk
        self._folder = settings.get(LAST_FOLDER)
        self.chosen = settings.requirements
        space = sizes(self.fontMetrics())
        self.file = ElidedLabel(self)
        self.file.setMinimumHeight(self.fontMetrics().height())
        self.sign = Sign("warning", self)
        self.remark = quiet(QLabel(self, wordWrap=True, textFormat=Qt.TextFormat.PlainText))
        self.choose = QPushButton(self.tr("选择…"), self, autoDefault=False)
        self.none = QPushButton(self.tr("不用"), self, autoDefault=False)
        self.new = QPushButton(self.tr("新建示例文件…"), self, autoDefault=False)
        self.choose.setAccessibleName(self.tr("选择本地要求文件"))
        self.none.setAccessibleName(self.tr("不用本地要求文件"))
        self.choose.clicked.connect(self._choose)
        self.none.clicked.connect(lambda: self._take(None))
        self.new.clicked.connect(self._new)
        buttons = QHBoxLayout()
        for button in (self.choose, self.none, self.new):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space.gap // 2)
        column.addWidget(self.file)
        column.addLayout(buttons)
        row = QHBoxLayout()
        row.addWidget(self.sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.remark, 1)
        column.addLayout(row)
        self.setFocusProxy(self.choose)
        self._take(self.chosen)

    def _choose(self) -> None:
        self._talk.choose_requirements(self.window(), self._start(), self._take)

    def _start(self) -> str:
        return str(self.chosen.parent) if self.chosen else self._folder

    def _take(self, path: Path | None) -> None:
        self.chosen = path
        self.none.setEnabled(path is not None)
        self.file.setText(str(path) if path else self.tr("没有选定"))
        if path is None:
            usual = self.tr("报告旁边有 {name} 就照它核对，没有就只按全国统一的要求核对。")
            self._say(usual.format(name=FILE_NAME))
            return
        try:
            name = load(path).name
        except ProfileError as error:
            self._say(str(error), is_wrong=True)
        else:
            self._say(self.tr("所有报告都照它核对：{name}").format(name=name or path.name))

    def _say(self, text: str, *, is_wrong: bool = False) -> None:
        self.remark.setText(text)
        self.sign.setVisible(is_wrong)

    def _new(self) -> None:
        title = self.tr("示例文件放在哪个文件夹")
        self._talk.choose_folder(self.window(), title, self._start(), self._put_example)

    def _put_example(self, folder: Path) -> None:
        try:
            path = write_example(folder)
        except SaveError as error:
            self._say(str(error), is_wrong=True)
            return
        self._take(path)
        self._say(self.tr("已新建并打开，改好后保存即可。"))
        self._talk.open_file(path)
