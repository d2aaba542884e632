"""What the tour says, and what it points at."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication
from PySide6.QtWidgets import QToolBar, QWidget

if TYPE_CHECKING:
    from gui.window.main_window import MainWindow

Target = Callable[["MainWindow"], QWidget | None]


@dataclass(frozen=True, slots=True)
class Step:
    """title, text: what is said. target: what is pointed at; None where it is not there.

    wants_report: a report has to be open for it.
    """

    title: str
    text: str
    target: Target
    wants_report: bool = True

    @property
    def spoken(self) -> tuple[str, str]:
        """Title and text in the language of now."""
        return QCoreApplication.translate("Tour", self.title), QCoreApplication.translate("Tour", self.text)


def _button(name: str) -> Target:
    def find(window: "MainWindow") -> QWidget | None:
        bars = (child for child in window.children() if isinstance(child, QToolBar))
        buttons = (bar.widgetForAction(window.commands[name]) for bar in bars)
        return next((button for button in buttons if button is not None), None)

    return find


def _start(window: "MainWindow") -> QWidget | None:
    return window.start.target if window.start.isVisible() else _button("open")(window)


def _summary(window: "MainWindow") -> QWidget | None:
    return window.reports.page.summary if window.reports.page else None


def _findings(window: "MainWindow") -> QWidget | None:
    return window.reports.page.findings if window.reports.page else None


def _first_problem(window: "MainWindow") -> QWidget | None:
    page = window.reports.page
    cards = page.findings.problems.cards if page else []
    return cards[0] if cards else _findings(window)


STEPS = (
    Step(
        str(QT_TRANSLATE_NOOP("Tour", "放进来")),
        str(
            QT_TRANSLATE_NOOP("Tour", "把年度报告拖到窗口里，或者点“打开”。下面用一份虚构的示例报告走一遍。")
        ),
        _start,
        wants_report=False,
    ),
    Step(
        str(QT_TRANSLATE_NOOP("Tour", "看一眼")),
        str(
            QT_TRANSLATE_NOOP(
                "Tour", "这一行说有几处必改、几处疑点；下面每张表和正文的标签上也写着各有几处。"
            )
        ),
        _summary,
    ),
    Step(
        str(QT_TRANSLATE_NOOP("Tour", "逐个看")),
        str(
            QT_TRANSLATE_NOOP(
                "Tour", "问题都列在这里。点一下，左边就跳到那几格；按 F8 到下一处，按 F1 看依据。"
            )
        ),
        _findings,
    ),
    Step(
        str(QT_TRANSLATE_NOOP("Tour", "采纳")),
        str(QT_TRANSLATE_NOOP("Tour", "同意建议就点“采纳”；不同意，就在格里输入正确的数。都可以撤销。")),
        _first_problem,
    ),
    Step(
        str(QT_TRANSLATE_NOOP("Tour", "保存")),
        str(
            QT_TRANSLATE_NOOP(
                "Tour", "按 Ctrl+S，另存一份“（已更正）”，原件不动。以后可以在“帮助”里再看一遍。"
            )
        ),
        _button("save"),
    ),
)
