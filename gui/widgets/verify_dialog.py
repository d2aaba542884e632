"""Why a problem is none: usual reasons to pick, or one's own."""

from collections.abc import Sequence

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from gui.theme import sizes
from gui.widgets.choices import Radio
from gui.widgets.labels import quiet

_REASONS = (
    str(QT_TRANSLATE_NOOP("VerifyDialog", "已与底稿核对，数据无误")),
    str(QT_TRANSLATE_NOOP("VerifyDialog", "机构改革，有申请划入或划出")),
    str(QT_TRANSLATE_NOOP("VerifyDialog", "一件申请有几种处理结果，按实际填报")),
    str(QT_TRANSLATE_NOOP("VerifyDialog", "上年数据有更正，报告中已说明")),
)
_MOST = 4


class VerifyDialog(QDialog):
    """Can be confirmed once there is a reason."""

    def __init__(self, sentences: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("verify")
        self.setWindowTitle(self.tr("核实无误"))
        space = sizes(self.fontMetrics())
        column = QVBoxLayout(self)
        column.setContentsMargins(space.margin, space.margin, space.margin, space.margin)
        column.setSpacing(space.gap)
        shown = list(sentences[:_MOST])
        if len(sentences) > _MOST:
            shown.append(self.tr("等 {count} 处").format(count=len(sentences)))
        for sentence in shown:
            column.addWidget(QLabel(sentence, self, wordWrap=True, textFormat=Qt.TextFormat.PlainText))
        column.addSpacing(space.gap)
        column.addWidget(QLabel(self.tr("为什么不用改？"), self))
        self.choices = [Radio(QCoreApplication.translate("VerifyDialog", r), self) for r in _REASONS]
        self.own = Radio(self.tr("其他："), self)
        self.text = QLineEdit(self, maxLength=200)
        self.text.setAccessibleName(self.tr("其他原因"))
        self.text.setPlaceholderText(self.tr("写明原因"))
        for choice in self.choices:
            column.addWidget(choice)
        row = QHBoxLayout()
        row.addWidget(self.own)
        row.addWidget(self.text, 1)
        column.addLayout(row)
        note = self.tr(
            "标记后不再计数，下次打开这份报告时也一样；这里的数或文字一改动，问题会重新出现。"
            "标记记在报告旁边的小文件里，报告本身不动。"
        )
        column.addWidget(quiet(QLabel(note, self, wordWrap=True)))
        self._add_buttons(column)
        self.setMinimumWidth(space.em * 34)

    def _add_buttons(self, column: QVBoxLayout) -> None:
        box = QDialogButtonBox(self)
        self.confirm = QPushButton(self.tr("核实无误"), self)
        box.addButton(self.confirm, QDialogButtonBox.ButtonRole.AcceptRole)
        box.addButton(self.tr("取消"), QDialogButtonBox.ButtonRole.RejectRole)
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        column.addWidget(box)
        self.confirm.setDefault(True)
        for choice in (*self.choices, self.own):
            choice.toggled.connect(self._follow)
        self.own.toggled.connect(lambda on: self.text.setFocus() if on else None)
        self.text.textEdited.connect(lambda: self.own.setChecked(True))
        self.text.textChanged.connect(self._follow)
        self._follow()

    @property
    def reason(self) -> str:
        """What is chosen or written; empty as long as there is none."""
        if self.own.isChecked():
            return " ".join(self.text.text().split())
        return next((choice.text() for choice in self.choices if choice.isChecked()), "")

    def _follow(self) -> None:
        self.confirm.setEnabled(bool(self.reason))
