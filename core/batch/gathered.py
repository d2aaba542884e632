"""What a run has brought, and what can be told of all its reports together."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from core.batch.alike import Account, Finder, Pair, account_of
from core.batch.record import Row
from core.batch.register import Standing, Unit, standings, usual_year
from core.batch.run import record
from core.batch.store import Store
from core.batch.terms import Terms
from core.batch.totals import Difference, Totals, differences, totals
from core.errors import SaveError
from core.filenames import corrected_name, newer_names
from core.paths import is_same_file


@dataclass(frozen=True)
class Gathered:
    """rows: one a file. own: the superior's report, which is no part of the whole even if it lies among the
    others. watch: called for each report that is looked at again; what it raises ends the work.
    """

    rows: Sequence[Row]
    terms: Terms
    store: Store
    own: Path | None = None
    watch: Callable[[], None] = lambda: None

    @cached_property
    def members(self) -> Sequence[Row]:
        """All but the superior's own report, and those beside which lies what has become of them."""
        paths = {row.path for row in self.rows}
        return [
            row
            for row in self.rows
            if paths.isdisjoint((corrected_name(row.path), *newer_names(row.path))) and not self._is_own(row)
        ]

    @cached_property
    def to_return(self) -> Sequence[Row]:
        """The members that get a notice: not last year's report that lies beside this year's."""
        latest: dict[str | None, int] = {}
        for row in self.members:
            latest[row.unit] = max(row.year or 0, latest.get(row.unit, 0))
        return [row for row in self.members if not (row.unit and row.year) or row.year == latest[row.unit]]

    def _is_own(self, row: Row) -> bool:
        return self.own is not None and is_same_file(row.path, self.own)

    def refuse_sources(self, target: Path) -> None:
        """Raises SaveError where ``target`` is one of the reports."""
        if any(is_same_file(target, row.path) for row in self.rows):
            raise SaveError(f"“{target.name}”是要核对的报告之一，没有覆盖；请给汇总另起名字。")

    def record(self, row: Row) -> Mapping[str, Any]:
        """All that was found in a report."""
        self.watch()
        return record(row, self.terms, self.store)

    def records(self) -> Iterator[Mapping[str, Any]]:
        """Of all members that were checked, one at a time."""
        return (self.record(row) for row in self.members if row.state == "checked")

    def standings(self, units: Sequence[Unit]) -> Sequence[Standing]:
        """How the members stand against the register."""
        handed = [row for row in self.members if row.state != "no_tables"]
        return standings(handed, units, usual_year(handed))

    def totals(self) -> Totals:
        """汇总 of the year that most reports are of."""
        return totals(self.records(), usual_year(row for row in self.members if row.state == "checked"))

    def differences(self, own: Mapping[str, Any], total: Totals) -> Sequence[Difference]:
        """Where the superior's record is not the sum of the members."""
        return differences(own, total, self.records())

    def pairs(self) -> Sequence[Pair]:
        """Reports alike, named by their paths."""
        by_name = {str(row.path): row for row in self.members if row.state == "checked"}

        def load(name: str) -> Account:
            return account_of(name, self.record(by_name[name]))

        finder = Finder(load)
        for name in by_name:
            finder.add(load(name))
        return list(finder.pairs())
