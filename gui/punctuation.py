"""Sentences put together, with the signs of the language that is spoken, and kept together at line ends."""

import re
from collections.abc import Iterable

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

_MARKS = (
    QT_TRANSLATE_NOOP("Punctuation", "，"),
    QT_TRANSLATE_NOOP("Punctuation", "、"),
    QT_TRANSLATE_NOOP("Punctuation", "；"),
)


_BESIDE_A_DIGIT = re.compile(r"(?<=\d) | (?=\d)")


def listed(parts: Iterable[str], mark: str = "，") -> str:
    """The parts one behind the other; ``mark``: what stands between them in Chinese, one of _MARKS."""
    return QCoreApplication.translate("Punctuation", mark).join(parts)


def unbroken(text: str) -> str:
    """No line ends between a number and the word beside it: 「差 1」."""
    return _BESIDE_A_DIGIT.sub("\u00a0", text)
