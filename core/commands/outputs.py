"""What ``gouji check FOLDER`` writes besides its lines: the summary workbook, the return notices."""

import argparse
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from core.batch.alike import Finder, Pair, account_of
from core.batch.record import Row, record_of
from core.batch.record import read as read_file
from core.batch.register import Standing, Unit, read_register, standings, usual_year
from core.batch.run import record
from core.batch.store import Store
from core.batch.terms import Terms
from core.batch.totals import Difference, Totals, differences, totals
from core.errors import SaveError
from core.files import is_same_file, write_atomic


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("--summary", type=Path, metavar="汇总.xlsx", help="把全部结果写成一个工作簿")
    help_ = "应报送单位名册（.xlsx 或 .csv），核对未报、重复、年度不符"
    parser.add_argument("--register", type=Path, metavar="名册", help=help_)
    help_ = "本级的报告：与各单位合计逐格核对"
    parser.add_argument("--superior", type=Path, metavar="本级报告", help=help_)
    parser.add_argument("--notices", type=Path, metavar="文件夹", help="每个单位写一份退改意见单（.docx）")


@dataclass
class Outputs:
    """The rows of a run, and what is made of them at its end."""

    arguments: argparse.Namespace
    terms: Terms
    store: Store
    rows: list[Row] = field(default_factory=list)

    @property
    def is_wanted(self) -> bool:
        return self.arguments.summary is not None or self.arguments.notices is not None

    def prepare(self) -> None:
        """Fail before the work, not after it. Raises GoujiError."""
        target: Path | None = self.arguments.summary
        if target is not None and target.suffix.lower() != ".xlsx":
            raise SaveError(f"“{target.name}”没有写：汇总是 Excel 文件，文件名要以 .xlsx 结尾。")
        if target is not None and not target.absolute().parent.is_dir():
            raise SaveError(f"“{target.name}”没有写：文件夹“{target.absolute().parent}”不存在。")
        self._units = self._read_register()
        self._own = self._read_superior()

    def _read_register(self) -> tuple[Unit, ...] | None:
        path: Path | None = self.arguments.register
        return None if path is None else read_register(path)

    def _read_superior(self) -> Mapping[str, Any] | None:
        path: Path | None = self.arguments.superior
        if path is None:
            return None
        found = record_of(path, read_file(path), self.terms)
        if found["state"] != "checked":
            raise SaveError(found.get("error") or f"“{path.name}”里没有可以核对的表格，不能与合计比较。")
        return found

    def write(self) -> None:
        """Write what was asked for. Raises SaveError."""
        if self.arguments.summary is not None:
            from core.batch.summary import Findings, summary

            self._refuse_sources(self.arguments.summary)
            total = totals(self._records())
            found = Findings(
                self._members, self._record, self._standings(), total, self._differences(total), self._pairs()
            )
            write_atomic(self.arguments.summary, summary(found))
        if self.arguments.notices is not None:
            from core.batch.notices import write_notices

            written = list(write_notices(self.rows, self.terms, self.arguments.notices, datetime.now()))
            print(f"写了 {len(written)} 份退改意见单，在“{self.arguments.notices}”里。", file=sys.stderr)

    def _refuse_sources(self, target: Path) -> None:
        if any(is_same_file(target, row.path) for row in self.rows):
            raise SaveError(f"“{target.name}”是要核对的报告之一，没有覆盖；请给汇总另起名字。")

    @property
    def _members(self) -> Sequence[Row]:
        """All but the superior's own report."""
        own: Path | None = self.arguments.superior
        return [row for row in self.rows if own is None or not is_same_file(row.path, own)]

    def _record(self, row: Row) -> Mapping[str, Any]:
        return record(row, self.terms, self.store)

    def _records(self) -> Iterator[Mapping[str, Any]]:
        return (self._record(row) for row in self._members if row.state == "checked")

    def _standings(self) -> Sequence[Standing] | None:
        if self._units is None:
            return None
        handed = [row for row in self._members if row.state != "no_tables"]
        return standings(handed, self._units, usual_year(handed))

    def _differences(self, total: Totals) -> Sequence[Difference] | None:
        return None if self._own is None else differences(self._own, total, self._records())

    def _pairs(self) -> Sequence[Pair]:
        """By file name, or by path where two files have the same name."""
        by_name = {str(row.path): row for row in self._members if row.state == "checked"}
        finder = Finder(lambda name: account_of(name, self._record(by_name[name])))
        for name, row in by_name.items():
            finder.add(account_of(name, self._record(row)))
        return [Pair(Path(p.one).name, Path(p.other).name, p.similarity) for p in finder.pairs()]
