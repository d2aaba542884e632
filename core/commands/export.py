"""``gouji export``: the report in the official layout, its check report, or the return notice, as a file."""

import argparse
import sys
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from core.errors import SaveError
from core.files import is_same_file, open_report, write_atomic
from core.forms import TABLES
from core.history import LastYear, misfit
from core.previous import last_year_of
from core.review import Review
from core.sitting import open_review
from core.wording import title_of

Writer = Callable[[Review, datetime], bytes]

_SUFFIX = "“{}”没有导出：文件名要以 .docx、.xlsx、.html 或 .pdf 结尾，从后缀才知道要导出什么。"
_NOTICE = "“{}”没有导出：退改意见单是 Word 文件，文件名要以 .docx 结尾。"
_SAME = "“{}”就是要读的报告，没有导出；请给导出的文件另起名字。"
_NO_TABLES = (
    "“{}”里没有找到法定表格（表二、表三、表四），没有导出；请检查是否选错了文件，或行列标题是否完整。"
)
_NO_CELLS = "“{}”的表格一格也没有认出来，没有导出；可以先导出核对报告（.html），看看是什么缘故。"
_MISSING = "没有找到{}，导出的文件里没有这张表。"
_INCOMPLETE = "{}有 {} 格没有认出来，导出的表里是空白。"
_LEFT_OUT = "原文里另有 {} 张不是法定表格的表，没有写进导出的文件。"


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
    write = _writer(target, is_notice=arguments.notice)
    _refuse_sources(target, (arguments.file, arguments.last_year))
    last = last_year_of(open_report(arguments.last_year)) if arguments.last_year else None
    review = open_review(arguments.file, last, arguments.profile)
    _check_last_year(review, last)
    if not review.forms:
        raise SaveError(_NO_TABLES.format(arguments.file.name))
    if not review.cells and write in (_word, _excel):
        raise SaveError(_NO_CELLS.format(arguments.file.name))
    write_atomic(target, write(review, datetime.now()))
    _tell(review, target)
    return 0


def _writer(target: Path, *, is_notice: bool) -> Writer:
    suffix = target.suffix.lower()
    if is_notice and suffix != ".docx":
        raise SaveError(_NOTICE.format(target.name))
    if suffix not in _WRITERS:
        raise SaveError(_SUFFIX.format(target.name))
    return _notice if is_notice else _WRITERS[suffix]


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


def _tell(review: Review, target: Path) -> None:
    """What the new file lacks, on standard error."""
    found = {form.id for form in review.forms}
    edition = review.report.recognition.edition or "2021"
    for table in TABLES:
        if table not in found:
            print(_MISSING.format(f"“{title_of(table, edition)}”"), file=sys.stderr)
    for form in review.forms:
        if lacking := len(form.cells.keys() - review.cells.keys()):
            print(_INCOMPLETE.format(form.name, lacking), file=sys.stderr)
    if target.suffix.lower() == ".docx":
        from core.export.prose import left_out

        if count := left_out(review):
            print(_LEFT_OUT.format(count), file=sys.stderr)


def _word(review: Review, when: datetime) -> bytes:
    from core.export.word import word

    return word(review, when)


def _excel(review: Review, when: datetime) -> bytes:
    from core.export.excel import excel

    return excel(review, when)


def _page(review: Review, when: datetime) -> bytes:
    from core.export.contents import check_report
    from core.export.html import check_page

    return check_page(check_report(review, when))


def _pdf(review: Review, when: datetime) -> bytes:
    from core.export.contents import check_report
    from core.export.pdf import check_pdf

    return check_pdf(check_report(review, when), when)


def _notice(review: Review, when: datetime) -> bytes:
    from core.export.contents import check_report
    from core.export.notice import notice

    return notice(check_report(review, when), when)


_WRITERS: Mapping[str, Writer] = {
    ".docx": _word,
    ".xlsx": _excel,
    ".html": _page,
    ".htm": _page,
    ".pdf": _pdf,
}
