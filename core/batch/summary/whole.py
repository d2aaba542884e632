"""Everything that can be told of a run, as one workbook."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from core.batch.alike import Pair
from core.batch.gathered import Gathered
from core.batch.register import Unit
from core.batch.summary.workbook import Findings, summary


def summary_of(gathered: Gathered, units: Sequence[Unit] | None, own: Mapping[str, Any] | None) -> bytes:
    """units: the register's, if there is one. own: the record of the superior's report, if it is known."""
    total = gathered.totals()
    found = Findings(
        gathered.members,
        gathered.record,
        None if units is None else gathered.standings(units),
        total,
        None if own is None else gathered.differences(own, total),
        [Pair(Path(p.one).name, Path(p.other).name, p.similarity) for p in gathered.pairs()],
    )
    return summary(found)
