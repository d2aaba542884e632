"""汇总: the sum of all units cell by cell, and how the superior's own report differs from it (D06)."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from core.numerals import Number, read

_NOT_ADDED = ("disclosure.regulations.", "disclosure.normative.in_force", "challenges.")
"""Not held against the superior's: 规章 few may make, documents several have issued together, and a case may
be brought against two of them.
"""


@dataclass(frozen=True, slots=True)
class Totals:
    """sums: by edition and cell id. reports: how many each edition's sums are of. left_out: names of files
    that add nothing, or not all, because cells are missing or hold no number. year: of the reports that were
    summed; None: of whatever year. apart: names of files not summed, see ``summed``.
    """

    sums: Mapping[str, Mapping[str, Number]]
    reports: Mapping[str, int]
    left_out: tuple[str, ...]
    year: int | None = None
    apart: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """What one report adds to a cell."""

    unit: str
    file: str
    value: Number


@dataclass(frozen=True, slots=True)
class Difference:
    """A cell in which the superior's report is not the sum of the units. parts: largest first, none zero."""

    cell: str
    own: Number
    total: Number
    parts: tuple[Part, ...] = ()


def figures(record: Mapping[str, Any]) -> dict[str, Number]:
    """The numbers of a record by cell id, blanks as 0; exact, as they stand in the file."""
    readings = {cell: read(said["text"]).arithmetic for cell, said in record["cells"].items()}
    return {cell: value for cell, value in readings.items() if value is not None}


def summed(
    records: Iterable[Mapping[str, Any]], year: int | None, apart: list[str]
) -> Iterator[Mapping[str, Any]]:
    """The records that were checked, without those of another year than ``year`` and without what one unit
    has handed in once more with the same figures (a report as docx and as pdf); the names of these two kinds
    are added to ``apart``.
    """
    seen: set[tuple[str, tuple[tuple[str, Number], ...]]] = set()
    for record in records:
        if record["state"] != "checked":
            continue
        sign = (record["unit"], tuple(sorted(figures(record).items())))
        if (year and record["year"] not in (year, None)) or sign in seen:
            apart.append(record["file"])
            continue
        if record["unit"]:
            seen.add(sign)
        yield record


def totals(records: Iterable[Mapping[str, Any]], year: int | None = None) -> Totals:
    """The sums over all records that were checked, of one year, each report once; see ``summed``."""
    sums: dict[str, dict[str, Number]] = defaultdict(lambda: defaultdict(int))
    reports: Counter[str] = Counter()
    left_out: list[str] = []
    apart: list[str] = []
    for record in summed(records, year, apart):
        values = figures(record)
        if len(values) < len(record["cells"]) or _is_partial(record):
            left_out.append(record["file"])
        reports[record["edition"]] += 1
        for cell, value in values.items():
            sums[record["edition"]][cell] += value
    cells = {edition: dict(of_cells) for edition, of_cells in sums.items()}
    return Totals(cells, reports, tuple(left_out), year, tuple(apart))


def _is_partial(record: Mapping[str, Any]) -> bool:
    return any(finding["rule"] in ("table.incomplete", "table.missing") for finding in record["findings"])


def differences(
    own: Mapping[str, Any], total: Totals, records: Iterable[Mapping[str, Any]]
) -> tuple[Difference, ...]:
    """Where the superior's record ``own`` is not the sum of its own edition, with what makes each sum up.

    records: those that were summed, once more; the superior's own is no part of them.
    """
    sums = total.sums.get(own["edition"], {})
    differing = {
        cell: (value, sums[cell])
        for cell, value in figures(own).items()
        if cell in sums and value != sums[cell] and not cell.startswith(_NOT_ADDED)
    }
    parts: dict[str, list[Part]] = {cell: [] for cell in differing}
    for record in summed(records, total.year, []) if differing else ():
        if record["edition"] == own["edition"]:
            values = figures(record)
            for cell, found in parts.items():
                if values.get(cell):
                    found.append(Part(record["unit"] or "", record["file"], values[cell]))
    return tuple(
        Difference(cell, value, whole, tuple(sorted(parts[cell], key=lambda part: -part.value)))
        for cell, (value, whole) in differing.items()
    )
