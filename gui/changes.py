"""A change in the clerk's words: where, what stands there, what will stand there."""

from PySide6.QtCore import QCoreApplication

from core.findings import paragraph_number
from core.review import Review
from core.stretches import both_sides
from gui.widgets.changes_dialog import Row


def changed_row(review: Review, id_: str, new: str) -> Row:
    """For a cell or a paragraph whose text becomes ``new``; of a paragraph only what changes."""
    name, old = review.name_of(id_), review.text(id_)
    if paragraph_number(id_) is not None:
        return name, *both_sides(old, new)
    blank = QCoreApplication.translate("Changes", "空白")
    return name, old.strip() or blank, new.strip() or blank
