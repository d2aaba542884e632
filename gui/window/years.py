"""Commands about last year's report, and what to ask when one is opened."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from core.paths import is_same_file
from gui.window.actions import Actions

if TYPE_CHECKING:
    from core.files import Report
    from gui.talk import Talk
    from gui.window.report_page import ReportPage
    from gui.window.reports import Reports

ON_PAGE: Mapping[str, Callable[[ReportPage], None]] = {
    "last_year": lambda page: page.last_year.choose(),
    "last_year_off": lambda page: page.last_year.stop(),
    "side_by_side": lambda page: page.years.toggle(),
}
"""What the commands do to the report in front."""


def show_state(commands: Actions, page: ReportPage | None) -> None:
    """What can be done with last year's report, after the general state is set."""
    has_last = page is not None and page.last_year.path is not None
    commands["last_year_off"].setEnabled(has_last)
    commands["side_by_side"].setVisible(has_last)
    commands["side_by_side"].setChecked(page is not None and page.years.is_on)


def offer(report: Report, reports: Reports, talk: Talk, open_it: Callable[[], None]) -> None:
    """Open a report that was read, or use it for the one in front if it is that one's last year's.

    It is only asked about where nothing is in doubt, and once: not where it is in use already.
    """
    from gui.talk import USE

    page = None if reports.find_page(report.path) else reports.page
    if page is None or not _is_last_year_of(report, page):
        open_it()
        return

    def answered(answer: str) -> None:
        if answer == USE:
            page.last_year.use(report)
        else:
            open_it()

    talk.ask_last_year(reports.window(), report.path.name, page.path.name, answered)


def _is_last_year_of(report: Report, page: ReportPage) -> bool:
    from core.history import misfit
    from core.previous import last_year_of

    own, used = page.review.report, page.last_year.path
    if used is not None and is_same_file(used, report.path):
        return False
    is_known = bool(own.year and own.unit and report.year and report.unit and report.recognition.tables)
    return is_known and misfit(own.year, own.unit, last_year_of(report)) is None
