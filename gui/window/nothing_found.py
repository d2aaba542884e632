"""What to say of a file without the three tables."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLabel, QWidget

from gui.theme import sizes


def no_tables() -> str:
    """The sentence."""
    return QCoreApplication.translate(
        "ReportPage",
        "这份文件里没有找到政府信息公开年度报告的三张法定表格。"
        "请检查是否选错了文件；如果表格是图片，请打开含有可编辑表格的原稿。",
    )


def nothing_found(parent: QWidget) -> QLabel:
    """The same, large, where there is nothing else to show."""
    label = QLabel(no_tables(), parent, wordWrap=True, alignment=Qt.AlignmentFlag.AlignCenter)
    label.setMargin(sizes(label.fontMetrics()).margin * 2)
    return label
