"""Chinese fonts: which to prefer, and what to say where there is none."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from gui.talk import Question

_FAMILIES = {
    "win32": ("Microsoft YaHei UI", "Microsoft YaHei", "SimSun"),
    "linux": ("Noto Sans CJK SC", "Source Han Sans SC", "WenQuanYi Micro Hei", "WenQuanYi Zen Hei"),
}
"""With Chinese glyphs in the Chinese style, best first; elsewhere the system's own choice is right."""
_CHARACTERS = "年报勾稽校核（〇）"


def choose(app: QApplication) -> None:
    """Give the program a font with Chinese glyphs if there is one."""
    families = _FAMILIES.get(sys.platform)
    if families:
        font = app.font()
        font.setFamilies([*families, font.family()])
        app.setFont(font)


def is_chinese_shown() -> bool:
    """Whether the program's font, or one that stands in for it, has Chinese glyphs."""
    metrics = QFontMetrics(QApplication.font())
    return all(metrics.inFontUcs4(ord(character)) for character in _CHARACTERS)


def none_here() -> Question:
    """For the clerk whose computer has no Chinese font: in English, since Chinese would be empty boxes."""
    from gui.talk import CANCEL, Choice, Icon, Question

    advice = "Please install one (for example the package fonts-wqy-microhei) and start the program again."
    choices = (Choice(CANCEL, "OK"),)
    return Question("Gouji", "This computer has no Chinese font.", choices, advice, icon=Icon.Warning)
