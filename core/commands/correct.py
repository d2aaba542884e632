"""``gouji correct FILE -o OUT``: a copy in the file's own format with some cells corrected."""

import argparse
import sys
from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path

from core.errors import SaveError
from core.files import Report, encode
from core.marks import AUTHOR, Marks
from core.office.opening import open_report
from core.paths import is_same_file
from core.review import Review
from core.suggest import accept_best
from core.writing import write_atomic

_UNMARKED = "这种文件里留不下修订痕迹，已直接写成改好的样子。"
_SAME = "“{}”就是原文件；改好的内容请另存为别的名字。"
_SAME_PAGE = "“{}”已经是别的文件的名字；更正对照请另起名字。"
_PAGE = "“{}”没有写：更正对照是网页，文件名要以 .html 结尾。"
_ANEW = "“{}”没有写：网页和 PDF 不能照原样改写，只能按官方版式另存；改好的文件名请以 .docx 或 .xlsx 结尾。"
_NEWER = "“{}”没有写：旧版的 {} 已转换成 {} 改正，改好的文件名请以 .{} 结尾。"
_BY_HAND = "命令行指定"


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser("correct", help="改正指定的格，另存一份；原文件不动")
    parser.add_argument("file", type=Path, metavar="文件")
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="改好的文件")
    parser.add_argument("--set", action="append", default=[], metavar="格=值", dest="settings")
    parser.add_argument("--accept-best", action="store_true", help="采纳每个问题的首选建议")
    help_ = "留下修订痕迹（Word 文件）或批注（Excel 文件）"
    parser.add_argument("--mark", action="store_true", help=help_)
    parser.add_argument("--author", default=AUTHOR, metavar="姓名", help="痕迹和批注上的署名")
    parser.add_argument("--changes", type=Path, metavar="网页", help="另写一页更正对照（.html）")
    parser.set_defaults(command=correct)


def correct(arguments: argparse.Namespace) -> int:
    """Write the corrected copy; the original is never touched. Raises ReadError and SaveError."""
    report = open_report(arguments.file)
    if is_same_file(arguments.output, report.path):
        raise SaveError(_SAME.format(arguments.output.name))
    if report.original and arguments.output.suffix.lower() != f".{report.document.format}":
        raise SaveError(_newer(report, arguments.output))
    if arguments.changes:
        _check_page(arguments.changes, (report.path, arguments.output))
    review = Review(report)
    reasons = _set_all(review, arguments.settings)
    if arguments.accept_best:
        reasons |= accept_best(review)
    when = datetime.now()
    marks = Marks(arguments.author, when) if arguments.mark else None
    write_atomic(arguments.output, _corrected(review, arguments.output, when, marks))
    if marks is not None and report.format.mark is None:
        print(_UNMARKED, file=sys.stderr)
    if arguments.changes:
        write_atomic(arguments.changes, _page(review, when, reasons))
    _report_changes(review)
    return 0


def _corrected(review: Review, target: Path, when: datetime, marks: Marks | None) -> bytes:
    """In the file's own format; of one that is only read, a new document in the official layout."""
    if review.report.is_rewritable:
        return encode(review.report, review.corrections, marks)
    from core.export import documents

    kind = {".docx": "word", ".xlsx": "excel"}.get(target.suffix.lower())
    if kind is None:
        raise SaveError(_ANEW.format(target.name))
    return documents.make(kind, review, when, {})


def _newer(report: Report, target: Path) -> str:
    kind = report.document.format
    return _NEWER.format(target.name, report.path.suffix, kind, kind)


def _check_page(page: Path, others: Iterable[Path]) -> None:
    if any(is_same_file(page, other) for other in others):
        raise SaveError(_SAME_PAGE.format(page.name))
    if page.suffix.lower() not in (".html", ".htm"):
        raise SaveError(_PAGE.format(page.name))


def _page(review: Review, when: datetime, reasons: Mapping[str, str]) -> bytes:
    from core.export.changes import changes_page

    return changes_page(review, when, reasons)


def _set_all(review: Review, settings: Iterable[str]) -> dict[str, str]:
    """Write what was asked for; returns why, by cell."""
    for setting in settings:
        cell, equals, value = setting.partition("=")
        if not equals:
            raise SaveError(f"“{setting}”应写成 格=值，例如 requests.new.natural=12。")
        if cell not in review.cells:
            raise SaveError(f"报告里没有“{cell}”这一格；用 gouji check --json 可以看到所有的格。")
        review.set_value(cell, value)
    return {setting.partition("=")[0]: _BY_HAND for setting in settings}


def _report_changes(review: Review) -> None:
    for cell, (old, new) in review.changes.items():
        print(f"{cell}：{old or '（空白）'} → {new or '（空白）'}", file=sys.stderr)
