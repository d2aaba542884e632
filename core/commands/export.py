"""``gouji export``: the report in the official layout, its check report, or the return notice, as a file."""

import argparse
import sys
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Any

from core.errors import SaveError
from core.export import documents
from core.history import LastYear, misfit
from core.office.opening import open_report
from core.paths import is_same_file
from core.previous import last_year_of
from core.review import Review
from core.sitting import open_review
from core.writing import write_atomic

_SUFFIX = "“{}”没有导出：文件名要以 .docx、.xlsx、.html 或 .pdf 结尾，从后缀才知道要导出什么。"
_NOTICE = "“{}”没有导出：退改意见单是 Word 文件，文件名要以 .docx 结尾。"
_SAME = "“{}”就是要读的报告，没有导出；请给导出的文件另起名字。"


def add(commands: Any) -> None:
    """Declare the command to the parser's ``commands``."""
    export = commands.add_parser("export", help="按官方版式另存为新文件，或导出核对报告、退改意见单")
    export.add_argument("file", type=Path, metavar="文件")
    export.add_argument(
        "-o", "--output", type=Path, required=True, metavar="新文件",
        help=".docx、.xlsx 是官方版式的报告；.html、.pdf 是核对报告",
    )  # fmt: skip
    export.add_argument("--notice", action="store_true", help="导出退改意见单（.docx）")
    export.add_argument("--last-year", type=Path, metavar="上年报告", help="核对报告和意见单也与上年报告核对")
    export.add_argument(
        "--profile", type=Path, metavar="本地要求", help="本地要求文件（默认用报告旁边的 gouji.toml）"
    )
    export.set_defaults(command=export_file)


def export_file(arguments: argparse.Namespace) -> int:
    """Write the new file; the reports read are never touched. Raises ReadError and SaveError."""
    target: Path = arguments.output
    kind = _kind(target, is_notice=arguments.notice)
    _refuse_sources(target, (arguments.file, arguments.last_year))
    last = last_year_of(open_report(arguments.last_year)) if arguments.last_year else None
    review = open_review(arguments.file, last, arguments.profile)
    _check_last_year(review, last)
    write_atomic(target, documents.make(kind, review, datetime.now(), {}))
    for sentence in documents.lacking(kind, review):
        print(sentence, file=sys.stderr)
    return 0


def _kind(target: Path, *, is_notice: bool) -> str:
    suffix = target.suffix.lower()
    if is_notice and suffix != ".docx":
        raise SaveError(_NOTICE.format(target.name))
    if suffix not in _KINDS:
        raise SaveError(_SUFFIX.format(target.name))
    return "notice" if is_notice else _KINDS[suffix]


def _refuse_sources(target: Path, sources: Iterable[Path | None]) -> None:
    if any(source is not None and is_same_file(target, source) for source in sources):
        raise SaveError(_SAME.format(target.name))


def _check_last_year(review: Review, last: LastYear | None) -> None:
    """A report given as last year's that is of another year is refused; one of another unit is said."""
    odd = misfit(review.report.year, review.report.unit, last) if last else None
    if odd is not None and review.last_year is None:
        raise SaveError(f"{odd.what}，没有导出；请给出上年的报告。")
    if odd is not None:
        print(f"{odd.what}，跨年核对的结果只供参考。", file=sys.stderr)


_KINDS = {".docx": "word", ".xlsx": "excel", ".html": "html", ".htm": "html", ".pdf": "pdf"}
