"""Last year's report, as this year's checks need it, and whether a report can be last year's at all."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from core.narrative import Narrative
from core.numerals import Number, read
from core.repair import Evidence
from core.units import same_unit

_COLUMNS = ("natural", "business", "research", "ngo", "legal", "other", "total")
_DOCUMENTS = ("regulations", "normative")
_LEAP = 10


@dataclass(frozen=True)
class LastYear:
    """Last year's report.

    values: figures by cell id, blanks as 0; cells that hold no number are absent. texts: what stands in each
    cell. name: the file's. narrative: its running text. is_certain: whether it is this unit's report of the
    year before; else what differs is only doubtful.
    """

    values: Mapping[str, Number]
    edition: str | None
    year: int | None = None
    unit: str | None = None
    name: str = ""
    texts: Mapping[str, str] = field(default_factory=dict)
    narrative: Narrative = field(default=Narrative(()))
    is_certain: bool = True


def figures(texts: Mapping[str, str]) -> dict[str, Number]:
    """What the cells count in sums, by cell id; those that hold no number are left out."""
    readings = {cell: read(text) for cell, text in texts.items()}
    return {cell: value for cell, r in readings.items() if (value := r.arithmetic) is not None}


@dataclass(frozen=True, slots=True)
class Misfit:
    """Why a report is not last year's. what: in one sentence, for the clerk to decide."""

    kind: Literal["same_year", "other_year", "other_unit"]
    what: str


def misfit(year: int | None, unit: str | None, last: LastYear) -> Misfit | None:
    """Whether ``last`` is not the report of the year before, by the same unit; what is unknown fits."""
    if year is not None and last.year is not None and last.year != year - 1:
        if last.year == year:
            return Misfit("same_year", f"“{last.name}”也是 {year} 年度的报告，不是上年（{year - 1} 年度）的")
        what = f"“{last.name}”是 {last.year} 年度的报告，不是上年（{year - 1} 年度）的"
        return Misfit("other_year", what)
    if unit and last.unit and not same_unit(unit, last.unit):
        return Misfit("other_unit", f"“{last.name}”是“{last.unit}”的报告，这份报告的单位是“{unit}”")
    return None


@dataclass(frozen=True, slots=True)
class Succession:
    """A cell that follows from last year's report: ``before`` there, plus ``added`` less ``taken`` here.

    added, taken: empty where a figure is simply carried over.
    """

    cell: str
    before: str
    added: str = ""
    taken: str = ""


def _successions() -> Iterator[Succession]:
    for column in _COLUMNS:
        yield Succession(f"requests.carried_in.{column}", f"requests.carried_out.{column}")
    for row in _DOCUMENTS:
        in_force, issued, repealed = (f"disclosure.{row}.{c}" for c in ("in_force", "issued", "repealed"))
        yield Succession(in_force, in_force, issued, repealed)


SUCCESSIONS: Mapping[str, Succession] = {each.cell: each for each in _successions()}
"""By cell id, in the form's order; which of them count depends on the editions, see ``is_comparable``."""


def is_comparable(table: str, edition: str | None, last: LastYear) -> bool:
    """Whether the cells of a table mean the same in both years; of 表二 both editions share no meaning."""
    return table != "disclosure" or edition == last.edition


def leaps(now: Number, then: Number) -> bool:
    """Whether one is ten times the other or more; from nothing, nothing leaps."""
    low, high = sorted((now, then))
    return low > 0 and high >= _LEAP * low


def evidence(last: LastYear) -> tuple[Evidence, ...]:
    """Last year's carry-over as evidence about this year's, for repairs."""
    carried = ((column, last.values.get(f"requests.carried_out.{column}")) for column in _COLUMNS)
    return tuple(
        Evidence(f"last_year.{column}", ((f"requests.carried_in.{column}", 1),), value, "last_year")
        for column, value in carried
        if isinstance(value, int)
    )
