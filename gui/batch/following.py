"""How the reports of the list stand in the main window, where they are open."""

from collections.abc import Iterable
from pathlib import Path

from core.catalogue import rule_of
from gui.batch.entries import Doing, Live
from gui.batch.listing import Listing
from gui.window.report_page import ReportPage


class Follower:
    """Tells the list what changes in the open pages; an old document stands as its conversion does."""

    def __init__(self, listing: Listing) -> None:
        self._listing = listing
        self._open: set[Path] = set()

    def look(self, pages: Iterable[ReportPage]) -> None:
        """These are all pages that are open now."""
        by_path = {path: page for page in pages for path in (page.path, page.sitting.asked_for)}
        found = {path: page for path, page in by_path.items() if self._listing.find(path) is not None}
        for path in self._open - found.keys():
            self._listing.follow(path, None)
        for path, page in found.items():
            self._listing.follow(path, live(page))
        self._open = set(found)


def live(page: ReportPage) -> Live:
    """The page's findings as they stand now."""
    count = page.review.count
    doing: Doing = "edited" if page.is_modified else "saved" if page.saver.last else "opened"
    rules = ((finding.rule, rule_of(finding.rule)) for finding in page.review.findings)
    kinds = tuple(dict.fromkeys(rule.id if rule else id_ for id_, rule in rules))
    return Live(count.error, count.warning, count.advice, kinds, doing)
