"""What the program is made of: versions and licences."""

import platform

import PySide6
from PySide6.QtCore import QCoreApplication, qVersion

from core import __version__
from gui.talk import CANCEL, Choice, Icon, Question


def about() -> Question:
    """The text of 关于, as something to be shown by Talk."""
    text = _tr("年报勾稽校核 {version}").format(version=__version__)
    advice = _tr(
        "核对政府信息公开工作年度报告的三张法定表格，找出对不上的数，改好存回原件。\n\n"
        "本程序按 Apache-2.0 许可发布。窗口使用 Qt（LGPL v3），以动态库方式随附，可以自行替换。"
    )
    details = "\n".join(
        (
            f"Gouji {__version__} · Apache License 2.0",
            f"Python {platform.python_version()} · PSF License",
            f"PySide6 {PySide6.__version__}、Qt {qVersion()} · GNU LGPL v3",
            "openpyxl、python-docx · MIT License",
            platform.platform(),
        )
    )
    choices = (Choice(CANCEL, _tr("关闭")),)
    return Question(_tr("关于年报勾稽校核"), text, choices, advice, details, Icon.Information)


def _tr(text: str) -> str:
    return QCoreApplication.translate("About", text)
