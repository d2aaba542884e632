"""Sentences put together: with the signs of the language that is spoken."""

from collections.abc import Iterable

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

_MARKS = (
    QT_TRANSLATE_NOOP("Punctuation", "，"),
    QT_TRANSLATE_NOOP("Punctuation", "、"),
    QT_TRANSLATE_NOOP("Punctuation", "；"),
)


def listed(parts: Iterable[str], mark: str = "，") -> str:
    """The parts one behind the other; ``mark``: what stands between them in Chinese, one of _MARKS."""
    return QCoreApplication.translate("Punctuation", mark).join(parts)
