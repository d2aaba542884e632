"""What the tests of the problems' cards share."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from tests.layouts import balanced

NEW = "requests.new.total"
SUIT = "challenges.direct_suit.total"


def transposed(cell: str) -> str:
    """The right number with its last two digits exchanged."""
    right = balanced()[cell]
    assert right[-1] != right[-2]
    return right[:-2] + right[-1] + right[-2]


def cards(page):
    return page.findings.problems.cards


def click(button):
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def words(widget):
    return [label.text() for label in widget.findChildren(QLabel) if not label.isHidden()]
