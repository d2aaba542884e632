"""A report as the checks see it: its text and its cells as they stand now, and what it is about."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from core.forms import TableForm
from core.history import LastYear
from core.narrative import Narrative
from core.numerals import Number, Reading, is_plain
from core.profile import NATIONAL, Profile
from core.recognise import FormTable
from core.rules import Judgement
from core.tables import RawCell

__all__ = ["Narrative", "Subject"]


@dataclass(frozen=True)
class Subject:
    """Everything a check may look at; nothing of it changes.

    name: the file's. format: ``docx``, ``xlsx`` or ``txt``. forms, readings, cells: of the tables found;
    ``cells`` with the text that stands there now. tables: as the file has them, with their headings.
    broken: the equations that do not hold. last_year: last year's report, if it is at hand.
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
    tables: Mapping[str, FormTable] = field(default_factory=dict)
    broken: tuple[Judgement, ...] = ()
    last_year: LastYear | None = None
    profile: Profile = field(default=NATIONAL)

    @property
    def blank(self) -> Mapping[str, Sequence[str]]:
        """Cells by table that hold nothing, or / and the like."""
        return self._not_plain[0]

    @property
    def odd(self) -> Mapping[str, Sequence[str]]:
        """Other cells by table whose text is not simply a whole number in digits: decimals, words, what is
        not certain.
        """
        return self._not_plain[1]

    @cached_property
    def _not_plain(self) -> tuple[Mapping[str, list[str]], Mapping[str, list[str]]]:
        blank: dict[str, list[str]] = {table: [] for table in self.forms}
        odd: dict[str, list[str]] = {table: [] for table in self.forms}
        for cell, raw in self.cells.items():
            if raw.unknown or not is_plain(raw.text):
                found = blank if self.readings[cell].kind == "blank" else odd
                found[cell.partition(".")[0]].append(cell)
        return blank, odd

    def value(self, cell: str) -> Number | None:
        """What a cell counts in sums: 0 for a blank; None where it is missing or no number."""
        reading = self.readings.get(cell)
        return None if reading is None else reading.arithmetic

    def total(self, *cells: str) -> Number | None:
        """The sum of cells, None where one of them is missing or no number."""
        values = [self.value(cell) for cell in cells]
        return sum(v for v in values if v is not None) if None not in values else None
