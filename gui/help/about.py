"""What the program is made of: versions and licences, to be read and copied."""

import platform
import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import PySide6
from PySide6.QtCore import QCoreApplication, Qt, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from core import __version__
from core.resources import ROOT
from gui.icons import application_icon
from gui.talk import Talk
from gui.theme import heading_font, sizes
from gui.widgets.labels import quiet

_LIBRARIES = {
    "lxml": "BSD-3-Clause",
    "openpyxl": "MIT",
    "python-docx": "MIT",
    "fpdf2": "LGPL-3.0",
    "pypdfium2": "BSD-3-Clause",
}
_NOTICE = "说明.txt"


def licences_folder() -> Path | None:
    """Where an installed program keeps the texts of all licences; None in a checkout."""
    folder = Path(sys.executable).parent / "licences"
    return folder if getattr(sys, "frozen", False) and (folder / _NOTICE).exists() else None


def parts() -> str:
    """Each part with its version and licence, one a line."""
    lines = [
        f"Gouji {__version__} · Apache-2.0",
        f"Python {platform.python_version()} · PSF-2.0",
        f"Qt {qVersion()} · LGPL-3.0",
        f"PySide6 {PySide6.__version__} · LGPL-3.0",
    ]
    lines += [_library(name, licence) for name, licence in _LIBRARIES.items()]
    return "\n".join((*lines, platform.platform()))


def _library(name: str, licence: str) -> str:
    """An installed program names the versions in its notice instead."""
    try:
        return f"{name} {version(name)} · {licence}"
    except PackageNotFoundError:
        return f"{name} · {licence}"


def notice() -> str:
    """What the licences ask to be told, and the list of everything bundled where the program is installed."""
    folder = licences_folder()
    if folder is not None:
        return (folder / _NOTICE).read_text(encoding="utf-8-sig")
    return QCoreApplication.translate(
        "About",
        "本程序按 Apache-2.0 许可发布。\n"
        "窗口使用 Qt 和 PySide6，按 GNU LGPL v3 使用：以动态库方式随附，没有改动，可以用自己修改、"
        "编译的同版本文件替换。源代码：https://download.qt.io\n"
        "为调试对 LGPL 部分所作的修改而进行反向工程，本程序的许可不加限制。\n"
        "图标是本程序自己画的，同样按 Apache-2.0 许可。",
    )


class AboutDialog(QDialog):
    """Closes with Esc; everything in it can be copied at once."""

    def __init__(self, talk: Talk, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("about_window")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("关于年报勾稽校核"))
        self._talk = talk
        self.text = QPlainTextEdit(self, readOnly=True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(self.tr("版本和许可"))
        self.text.setPlainText(f"{parts()}\n\n{notice()}")
        space = sizes(self.fontMetrics())
        column = QVBoxLayout(self)
        column.setContentsMargins(space.margin, space.margin, space.margin, space.wide_gap)
        column.setSpacing(space.wide_gap)
        column.addLayout(self._head())
        column.addWidget(self.text, 1)
        column.addLayout(self._buttons())
        self.resize(space.em * 44, space.em * 30)

    def _head(self) -> QHBoxLayout:
        space = sizes(self.fontMetrics())
        row = QHBoxLayout()
        row.setSpacing(space.wide_gap)
        picture = QLabel(self)
        picture.setPixmap(application_icon().pixmap(space.em * 4, space.em * 4))
        row.addWidget(picture)
        name = QLabel(self.tr("年报勾稽校核 {version}").format(version=__version__), self)
        name.setFont(heading_font(self.font()))
        does = self.tr("核对政府信息公开工作年度报告，找出对不上的数，改好另存。不联网，不上传。")
        texts = QVBoxLayout()
        texts.addWidget(name)
        texts.addWidget(quiet(QLabel(does, self, wordWrap=True)))
        row.addLayout(texts, 1)
        return row

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self.copy = QPushButton(self.tr("全部复制"), self, autoDefault=False)
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.text.toPlainText()))
        self.texts = QPushButton(self.tr("许可全文"), self, autoDefault=False)
        self.texts.setAccessibleDescription(self.tr("打开放着许可全文的文件夹"))
        self.texts.clicked.connect(self._show_texts)
        self.close_button = QPushButton(self.tr("关闭"), self, default=True)
        self.close_button.clicked.connect(self.close)
        row.addWidget(self.copy)
        row.addWidget(self.texts)
        row.addStretch(1)
        row.addWidget(self.close_button)
        return row

    def _show_texts(self) -> None:
        """In a checkout there is only the program's own."""
        self._talk.show_folder(licences_folder() or ROOT.parent)
