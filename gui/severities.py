"""What the window calls the three severities of findings, and how many there are of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

if TYPE_CHECKING:
    from core.findings import Severity

_NAMES: dict[Severity, str] = {
    "error": str(QT_TRANSLATE_NOOP("Severities", "必改")),
    "warning": str(QT_TRANSLATE_NOOP("Severities", "疑点")),
    "advice": str(QT_TRANSLATE_NOOP("Severities", "提示")),
}
"""As ``core.wording.SEVERITIES``, said here once more for translators."""


def severity_name(severity: Severity) -> str:
    return QCoreApplication.translate("Severities", _NAMES[severity])


def counts(count: tuple[int, int, int]) -> str:
    """「必改 3 处 · 疑点 2 处」; empty where nothing was found. ``count``: as ``core.findings.Count``."""
    one = QCoreApplication.translate("Severities", "{word} {number} 处")
    pairs = zip(_NAMES, count, strict=True)
    return " · ".join(one.format(word=severity_name(s), number=n) for s, n in pairs if n)
