"""What the batch window shows, as plain texts."""

from collections.abc import Sequence

from pytestqt.qtbot import QtBot

from gui.batch.columns import ADVICES, ERRORS, FILE, STATE, UNIT, WARNINGS
from gui.batch.window import BatchWindow

OFFICES = ("农业农村局", "民政局", "教育体育局", "水务局")
UNITS = tuple(f"云岭市青禾区{office}" for office in OFFICES)
WRONG = UNITS[:2]
"""Those whose reports have a slip."""


def finish(batch: BatchWindow, qtbot: QtBot) -> BatchWindow:
    """Wait until nothing is being done any more."""
    qtbot.waitUntil(lambda: not batch.is_busy and batch.desk.jobs.is_idle)
    return batch


def column(batch: BatchWindow, number: int) -> list[str]:
    """What stands in a column, from the top."""
    listing = batch.listing
    return [listing.index(row, number).data() for row in range(listing.rowCount())]


def shown(batch: BatchWindow) -> dict[str, Sequence[str]]:
    """Counts of 必改, 疑点, 提示 and the state, by file."""
    columns = (ERRORS, WARNINGS, ADVICES, STATE)
    return dict(zip(column(batch, FILE), zip(*(column(batch, c) for c in columns), strict=True), strict=True))


def units(batch: BatchWindow) -> list[str]:
    return column(batch, UNIT)


def bars(batch: BatchWindow) -> str:
    """All that is said above the list."""
    return "\n".join(bar.accessibleName() for bar in batch.bars.bars.values())
