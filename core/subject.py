"""A report as the checks see it: its text and its cells as they stand now, and what it is about."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from core.forms import TableForm
from core.history import LastYear
from core.narrative import Narrative
from core.numerals import Number, Reading
from core.profile import NATIONAL, Profile
from core.tables import RawCell

__all__ = ["Narrative", "Subject"]


@dataclass(frozen=True)
class Subject:
    """Everything a check may look at; nothing of it changes.

    name: the file's. format: ``docx``, ``xlsx`` or ``txt``. forms, readings, cells: of the tables found;
    ``cells`` with the text that stands there now. last_year: last year's report, if it is at hand.
    """

    name: str
    format: str
    year: int | None
    unit: str | None
    edition: str | None
    narrative: Narrative
    forms: Mapping[str, TableForm]
    readings: Mapping[str, Reading]
    cells: Mapping[str, RawCell]
    last_year: LastYear | None = None
    profile: Profile = field(default=NATIONAL)

    def value(self, cell: str) -> Number | None:
        """What a cell counts in sums: 0 for a blank; None where it is missing or no number."""
        reading = self.readings.get(cell)
        return None if reading is None else reading.arithmetic

    def total(self, *cells: str) -> Number | None:
        """The sum of cells, None where one of them is missing or no number."""
        values = [self.value(cell) for cell in cells]
        return sum(v for v in values if v is not None) if None not in values else None
