"""文件 › 设置…: nothing is changed before 确定."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from gui.grid.frozen import ZOOM_LEAST, ZOOM_MOST, ZOOM_STEP
from gui.preferences.requirements_row import RequirementsRow
from gui.preferences.rows import ChoiceRow, PercentRow, Row, SwitchRow, TextRow
from gui.settings import AUTHOR, LANGUAGE, LOOKS_BACK, MARKS, SCHEME, ZOOM, Settings, user_name
from gui.talk import Talk
from gui.theme import sizes
from gui.widgets.fitted import fit
from gui.widgets.labels import quiet


class SettingsDialog(QDialog):
    """``accepted`` comes after the settings are written. rows: what it shows, from top to bottom."""

    def __init__(self, settings: Settings, talk: Talk, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("settings")
        self.setWindowTitle(self.tr("设置"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._settings = settings
        self.rows = self._rows(settings, talk)
        space = sizes(self.fontMetrics())
        form = QFormLayout()
        form.setHorizontalSpacing(space.wide_gap)
        form.setVerticalSpacing(space.wide_gap)
        for row in self.rows:
            label = QLabel(row.label, self)
            label.setBuddy(row.widget)
            form.addRow(label, row.widget)
            if row is self._language:
                form.addRow("", self._remark())
            if not row.widget.accessibleName():
                row.widget.setAccessibleName(row.label.partition("(&")[0])
        column = QVBoxLayout(self)
        column.setContentsMargins(space.margin, space.margin, space.margin, space.margin)
        column.setSpacing(space.margin)
        column.addLayout(form)
        column.addStretch(1)
        column.addWidget(self._buttons())
        self.setMinimumWidth(space.em * 40)
        fit(self)

    def _rows(self, settings: Settings, talk: Talk) -> list[Row]:
        schemes = {
            "system": self.tr("跟随系统"),
            "light": self.tr("浅色"),
            "dark": self.tr("深色"),
            "contrast": self.tr("高对比度"),
        }
        languages = {"zh": "简体中文", "en": "English"}
        looks_back = self.tr("打开报告时自动找同一单位的上年报告")
        marks = self.tr("保存时留修订痕迹（Word 是修订，Excel 是批注，文本没有）")
        unnamed = self.tr("不填就用“{name}”")
        limits = (ZOOM_LEAST, ZOOM_MOST, ZOOM_STEP)
        look = ChoiceRow(self.tr("外观(&A)"), SCHEME, schemes, settings, self)
        self._language = ChoiceRow(self.tr("语言(&L)"), LANGUAGE, languages, settings, self)
        return [
            look,
            PercentRow(self.tr("表格大小(&Z)"), ZOOM, limits, settings, self),
            self._language,
            SwitchRow(self.tr("上年报告(&Y)"), LOOKS_BACK, looks_back, settings, self),
            SwitchRow(self.tr("修订痕迹(&M)"), MARKS, marks, settings, self),
            TextRow(self.tr("痕迹的作者(&N)"), AUTHOR, unnamed.format(name=user_name()), settings, self),
            RequirementsRow(settings, talk, self),
        ]

    def _remark(self) -> QLabel:
        says = self.tr("只换窗口的语言；官方表格、问题的说明和导出的文件始终是中文。")
        return quiet(QLabel(says, self, wordWrap=True))

    def _buttons(self) -> QDialogButtonBox:
        box = QDialogButtonBox(self)
        self.confirm = QPushButton(self.tr("确定"), self)
        self.cancel = QPushButton(self.tr("取消"), self, autoDefault=False)
        box.addButton(self.confirm, QDialogButtonBox.ButtonRole.AcceptRole)
        box.addButton(self.cancel, QDialogButtonBox.ButtonRole.RejectRole)
        box.accepted.connect(self._store)
        box.rejected.connect(self.reject)
        self.confirm.setDefault(True)
        return box

    def _store(self) -> None:
        for row in self.rows:
            row.store(self._settings)
        self.accept()
