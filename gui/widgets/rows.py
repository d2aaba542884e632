"""Tables that are read and chosen from line by line, not edited."""

from PySide6.QtWidgets import QFrame, QHeaderView, QTableView

from gui.theme import sizes


def as_lines(table: QTableView) -> None:
    """One line is chosen at a time; all are equally high, and scrolled smoothly."""
    table.setFrameShape(QFrame.Shape.NoFrame)
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QTableView.SelectionMode.SingleSelection)
    table.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
    table.setTabKeyNavigation(False)
    table.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
    height = table.fontMetrics().height() + sizes(table.fontMetrics()).gap * 2
    table.verticalHeader().hide()
    table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    table.verticalHeader().setDefaultSectionSize(height)
    table.horizontalHeader().setHighlightSections(False)
