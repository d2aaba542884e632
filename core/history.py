"""Last year's report, as this year's checks need it."""

from collections.abc import Mapping
from dataclasses import dataclass

from core.numerals import Number, read
from core.recognise import Recognition
from core.repair import Evidence

_COLUMNS = ("natural", "business", "research", "ngo", "legal", "other", "total")


@dataclass(frozen=True, slots=True)
class LastYear:
    """Last year's figures by cell id, blanks as 0; cells that hold no number are absent."""

    values: Mapping[str, Number]
    edition: str | None


def last_year(recognition: Recognition) -> LastYear:
    """The figures of last year's report as this year's checks need them."""
    readings = {
        cell: read(raw.text)
        for table in recognition.tables.values()
        for cell, raw in table.cells.items()
        if not raw.unknown
    }
    return LastYear(
        {cell: value for cell, r in readings.items() if (value := r.arithmetic) is not None},
        recognition.edition,
    )


def evidence(last: LastYear) -> tuple[Evidence, ...]:
    """Last year's carry-over as evidence about this year's, for repairs."""
    carried = ((column, last.values.get(f"requests.carried_out.{column}")) for column in _COLUMNS)
    return tuple(
        Evidence(f"last_year.{column}", ((f"requests.carried_in.{column}", 1),), value, "last_year")
        for column, value in carried
        if isinstance(value, int)
    )
