"""What the help menu does: one help window, the manual, the log, about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from core.resources import ROOT
from gui.crash import log_file
from gui.talk import Talk

if TYPE_CHECKING:
    from gui.help.window import HelpWindow
    from gui.tour.tour import Tour
    from gui.window.main_window import MainWindow
    from gui.window.report_page import ReportPage

MANUAL = ROOT / "manual" / "index.html"


class HelpDesk(QObject):
    """Of one main window. message: for the status line."""

    message = Signal(str)

    def __init__(self, window: MainWindow, talk: Talk) -> None:
        super().__init__(window)
        self._window = window
        self._talk = talk
        self.help: HelpWindow | None = None
        self.tour: Tour | None = None

    def show_help(self, page: ReportPage | None) -> None:
        """Open the help, at the check of the finding that is chosen."""
        self._open(_chosen_rule(page))

    def show_keys(self) -> None:
        from gui.help.topics import KEYS

        self._open(KEYS)

    def _open(self, key: str) -> None:
        if self.help is None:
            from gui.help.window import HelpWindow

            self.help = HelpWindow(self._window)
            self.help.manual_wanted.connect(self.show_manual)
            self.help.log_wanted.connect(self.show_log)
        self.help.show()
        self.help.show_topic(key)
        self.help.raise_()
        self.help.activateWindow()
        (self.help.tree if key else self.help.search).setFocus()

    def show_manual(self) -> None:
        """In the browser."""
        self._talk.open_file(MANUAL)

    def show_log(self) -> None:
        """What went wrong, if anything ever did."""
        if log_file().exists():
            self._talk.open_file(log_file())
        else:
            self.message.emit(self.tr("还没有日志：程序没有出过意外的错误"))

    def show_tour(self) -> None:
        """From its first step; one under way begins again."""
        from gui.tour.tour import Tour

        if self.tour is not None:
            self.tour.end()
        self.tour = Tour(self._window)

    def show_about(self) -> None:
        from gui.help.about import AboutDialog

        AboutDialog(self._talk, self._window).open()


def _chosen_rule(page: ReportPage | None) -> str:
    """The catalogue's number of what is chosen at the right; empty where nothing is."""
    from core.catalogue import rule_of

    if page is None:
        return ""
    card = page.findings.problems.chosen_card
    finding = card.told.findings[0] if card is not None else page.findings.list.chosen_finding
    rule = rule_of(finding.rule) if finding is not None else None
    return rule.id if rule is not None else ""
