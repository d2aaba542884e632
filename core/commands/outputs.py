"""What ``gouji check FOLDER`` writes besides its lines: the summary workbook, the return notices."""

import argparse
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from core.batch.gathered import Gathered
from core.batch.prepare import superiors_record
from core.batch.record import Row
from core.batch.register import Unit, read_register
from core.batch.store import Store
from core.batch.terms import Terms
from core.errors import SaveError
from core.paths import is_folder
from core.writing import write_atomic


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
        if target is not None and not is_folder(target.absolute().parent):
            raise SaveError(f"“{target.name}”没有写：文件夹“{target.absolute().parent}”不存在。")
        self._units = self._read_register()
        self._own = self._read_superior()

    def _read_register(self) -> tuple[Unit, ...] | None:
        path: Path | None = self.arguments.register
        return None if path is None else read_register(path)

    def _read_superior(self) -> Mapping[str, Any] | None:
        path: Path | None = self.arguments.superior
        return None if path is None else superiors_record(path, self.terms)

    def write(self) -> None:
        """Write what was asked for. Raises SaveError."""
        gathered = Gathered(self.rows, self.terms, self.store, self.arguments.superior)
        if self.arguments.summary is not None:
            from core.batch.summary import summary_of

            gathered.refuse_sources(self.arguments.summary)
            write_atomic(self.arguments.summary, summary_of(gathered, self._units, self._own))
        if self.arguments.notices is not None:
            from core.batch.notices import write_notices

            written = list(
                write_notices(gathered.to_return, self.terms, self.arguments.notices, datetime.now())
            )
            print(f"写了 {len(written)} 份退改意见单，在“{self.arguments.notices}”里。", file=sys.stderr)
