"""The command line: ``gouji check``, ``correct``, ``export`` (interfaces.md §3–5). Needs no window.

Only results go to standard output; progress and messages go to standard error.
"""

import argparse
import sys
from collections.abc import Callable, Sequence

from core import __version__
from core.commands import check, correct, export
from core.errors import GoujiError

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
    correct.add(commands)
    export.add(commands)
    return parser


def _speak_utf8() -> None:
    """Chinese must come out whole whatever the console's code page is. What is no Unicode (a file's name
    may be anything on Linux) comes out as JSON writes it.
    """
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")
