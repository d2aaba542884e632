"""What the window calls the three severities of findings."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from core.findings import Severity
from core.wording import SEVERITIES

_WORDS = (
    QT_TRANSLATE_NOOP("Severities", "必改"),
    QT_TRANSLATE_NOOP("Severities", "疑点"),
    QT_TRANSLATE_NOOP("Severities", "提示"),
)
"""Those of ``SEVERITIES``, said here once more for translators."""


def severity_name(severity: Severity) -> str:
    return QCoreApplication.translate("Severities", SEVERITIES[severity])
