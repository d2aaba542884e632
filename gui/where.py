"""Which tab a finding belongs to, and what its place is called."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from core.findings import Finding, paragraph_id
from core.forms import editions
from core.review import Review

TEXT = "text"
"""The tab of the running text, beside those of the tables."""

_TEXT_NAME = str(QT_TRANSLATE_NOOP("Where", "正文"))
_TABLE_NAMES = (
    QT_TRANSLATE_NOOP("Where", "表二"),
    QT_TRANSLATE_NOOP("Where", "表三"),
    QT_TRANSLATE_NOOP("Where", "表四"),
)
"""Those of the forms, said here once more for translators."""
_OF_TEXT = ("prose", "outline")


def home(finding: Finding, review: Review) -> str:
    """TEXT or a table's id: where its first place is; empty where it has none."""
    if finding.places and review.is_read(finding.places[0].paragraph):
        return TEXT
    if finding.table or finding.cells:
        return finding.table or finding.cells[0].split(".")[0]
    return TEXT if finding.places or finding.area in _OF_TEXT else ""


def name_of(tab: str, edition: str | None = None) -> str:
    """What the tab is called: 「正文」, 「表三」."""
    if tab == TEXT:
        return QCoreApplication.translate("Where", _TEXT_NAME)
    return QCoreApplication.translate("Where", editions()[edition or max(editions())].tables[tab].name)


def paragraph_name(paragraph: int, review: Review) -> str:
    """「第一部分第 3 段」, for where it is plain that the text is meant; 「正文标题」 stays whole."""
    name = review.name_of(paragraph_id(paragraph))
    short = name.removeprefix(_TEXT_NAME)
    return short if any(c.isdigit() for c in short) else name


def place_of(finding: Finding, review: Review) -> str:
    """「第一部分第 3 段」, 「表三」; empty where it is about the report as a whole."""
    tab = home(finding, review)
    if tab == TEXT and finding.places:
        return paragraph_name(finding.places[0].paragraph, review)
    return name_of(tab) if tab else ""
