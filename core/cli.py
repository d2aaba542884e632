"""The command line: ``gouji check``, ``correct``, ``export`` (interfaces.md §3–5). Needs no window.

Only results go to standard output; progress and messages go to standard error.
"""

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from core import __version__
from core.commands import check, export
from core.errors import GoujiError, SaveError
from core.files import encode as encode_report
from core.files import is_same_file, open_report, write_atomic
from core.review import Review
from core.suggest import accept_best

CLEAN, FINDINGS, FAILED = 0, 1, 2
COMMANDS = ("check", "correct", "export")


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
    check.add(commands)
    correct = commands.add_parser("correct", help="改正指定的格，另存一份；原文件不动")
    correct.add_argument("file", type=Path, metavar="文件")
    correct.add_argument("-o", "--output", type=Path, required=True, metavar="改好的文件")
    correct.add_argument("--set", action="append", default=[], metavar="格=值", dest="settings")
    correct.add_argument("--accept-best", action="store_true", help="采纳每个问题的首选建议")
    correct.set_defaults(command=_correct)
    export.add(commands)
    return parser


def _speak_utf8() -> None:
    """Chinese must come out whole whatever the console's code page is."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None and (stream.encoding or "").lower().replace("-", "") != "utf8":
            reconfigure(encoding="utf-8", errors="replace")


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
