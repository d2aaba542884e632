"""The command line: ``gouji check``, ``gouji correct`` (interfaces.md §3–5). Needs no window.

Only results go to standard output; progress and messages go to standard error.
"""

import argparse
import json
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TextIO

from core import __version__
from core.errors import GoujiError, ReadError, SaveError
from core.files import encode as encode_report
from core.files import is_same_file, open_report, report_files, write_atomic
from core.history import LastYear, misfit
from core.jsonlines import as_json, unreadable_as_json
from core.previous import last_year_of
from core.review import Review
from core.sitting import open_review
from core.suggest import accept_best, answer, describe, question
from core.wording import SEVERITIES

CLEAN, FINDINGS, FAILED = 0, 1, 2
COMMANDS = ("check", "correct")


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit code (0 nothing wrong, 1 something to correct, 2 unreadable)."""
    _speak_utf8()
    arguments = _parser().parse_args(argv)
    command: Callable[[argparse.Namespace], int] = arguments.command
    try:
        return command(arguments)
    except GoujiError as error:
        print(error, file=sys.stderr)
        return FAILED
    except BrokenPipeError:
        sys.stderr.close()
        return FAILED


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="gouji",
        description="年报勾稽校核：核对政府信息公开工作年度报告的三张法定表格。不带命令时打开窗口。",
    )
    parser.add_argument("--version", action="version", version=f"gouji {__version__}")
    commands = parser.add_subparsers(required=True, metavar="命令")
    check = commands.add_parser("check", help="核对报告，列出问题")
    check.add_argument("paths", nargs="+", type=Path, metavar="文件或文件夹")
    check.add_argument("--json", action="store_true", help="每份文件输出一行 JSON")
    check.add_argument("--last-year", type=Path, metavar="上年报告", help="与上年报告核对结转和现行有效件数")
    check.add_argument(
        "--profile", type=Path, metavar="本地要求", help="本地要求文件（默认用报告旁边的 gouji.toml）"
    )
    check.set_defaults(command=_check)
    correct = commands.add_parser("correct", help="改正指定的格，另存一份；原文件不动")
    correct.add_argument("file", type=Path, metavar="文件")
    correct.add_argument("-o", "--output", type=Path, required=True, metavar="改好的文件")
    correct.add_argument("--set", action="append", default=[], metavar="格=值", dest="settings")
    correct.add_argument("--accept-best", action="store_true", help="采纳每个问题的首选建议")
    correct.set_defaults(command=_correct)
    return parser


def _speak_utf8() -> None:
    """Chinese must come out whole whatever the console's code page is."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None and (stream.encoding or "").lower().replace("-", "") != "utf8":
            reconfigure(encoding="utf-8", errors="replace")


# --- check ------------------------------------------------------------------------------------------


def _check(arguments: argparse.Namespace) -> int:
    show = _print_json if arguments.json else _print_text
    last = last_year_of(open_report(arguments.last_year)) if arguments.last_year else None
    code = CLEAN
    for path in _existing(arguments.paths):
        try:
            review = open_review(path, last, arguments.profile)
        except ReadError as error:
            _unreadable(path, error, as_line=arguments.json)
            code = FAILED
            continue
        show(path, review, sys.stdout)
        code = max(code, _outcome(path, review), _last_year_outcome(review, last))
    return code


def _outcome(path: Path, review: Review) -> int:
    """The file's own exit code; one with nothing in it to check must not pass for a clean one."""
    if not review.has_numbers:
        print(f"“{path.name}”{_NOTHING[bool(review.forms)]}", file=sys.stderr)
        return FAILED
    return FINDINGS if review.count.error else CLEAN


def _last_year_outcome(review: Review, last: LastYear | None) -> int:
    """What must be said of the report given as last year's; one of another year was not used."""
    odd = misfit(review.report.year, review.report.unit, last) if last else None
    if odd is None:
        return CLEAN
    used = review.last_year is not None
    outcome = "，跨年核对的结果只供参考" if used else "，没有用它核对；请给出上年的报告"
    print(f"{odd.what}{outcome}。", file=sys.stderr)
    return CLEAN if used else FAILED


_NOTHING = {
    False: "里没有找到法定表格（表二、表三、表四），没有核对；请检查是否选错了文件，或行列标题是否完整。",
    True: "的表格是空白的，一个数也没有填，没有核对。",
}


def _existing(paths: Sequence[Path]) -> Iterator[Path]:
    files = list(report_files(paths))
    if not files:
        raise ReadError("给出的文件夹里没有报告（.docx、.xlsx、.txt）。")
    yield from files


def _unreadable(path: Path, error: ReadError, *, as_line: bool) -> None:
    if as_line:
        print(json.dumps(unreadable_as_json(path, str(error)), ensure_ascii=False))
    else:
        print(error, file=sys.stderr)


def _print_json(path: Path, review: Review, out: TextIO) -> None:
    problems = answer(question(review))
    print(json.dumps(as_json(path, review, problems), ensure_ascii=False), file=out)


def _print_text(path: Path, review: Review, out: TextIO) -> None:
    report = review.report
    about = [f"{report.year} 年度" if report.year else "", report.unit or ""]
    print(f"{path}：{_verdict(review)}" + "".join(f"　{a}" for a in about if a), file=out)
    for finding in review.findings:
        print(f"  [{SEVERITIES[finding.severity]}] {review.message(finding)}", file=out)
    for problem in answer(question(review)) if review.count.error else ():
        for repair in problem.repairs[:1]:
            doubt = "" if repair.certain else "（可能）"
            print(f"  [建议] {doubt}{describe(problem, repair, review.forms, review.texts)}", file=out)
        if not problem.repairs:
            print(f"  [建议] {problem.note}", file=out)
    for note in report.document.notes:
        print(f"  [说明] {note}", file=out)


def _verdict(review: Review) -> str:
    if not review.forms:
        return "没有找到法定表格"
    count = review.count
    parts = [
        f"{name} {number} 处"
        for name, number in zip(SEVERITIES.values(), (count.error, count.warning, count.advice), strict=True)
        if number
    ]
    return " · ".join(parts) if parts else "全部勾稽关系成立"


# --- correct ----------------------------------------------------------------------------------------


def _correct(arguments: argparse.Namespace) -> int:
    report = open_report(arguments.file)
    if is_same_file(arguments.output, report.path):
        raise SaveError(f"“{arguments.output.name}”就是原文件；改好的内容请另存为别的名字。")
    review = Review(report)
    for setting in arguments.settings:
        _set(review, setting)
    if arguments.accept_best:
        accept_best(review)
    write_atomic(arguments.output, encode_report(report, review.corrections))
    _report_changes(review)
    return CLEAN


def _set(review: Review, setting: str) -> None:
    cell, equals, value = setting.partition("=")
    if not equals:
        raise SaveError(f"“{setting}”应写成 格=值，例如 requests.new.natural=12。")
    if cell not in review.cells:
        raise SaveError(f"报告里没有“{cell}”这一格；用 gouji check --json 可以看到所有的格。")
    review.set_value(cell, value)


def _report_changes(review: Review) -> None:
    for cell, (old, new) in review.changes.items():
        print(f"{cell}：{old or '（空白）'} → {new or '（空白）'}", file=sys.stderr)
