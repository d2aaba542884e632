"""What happens to an exception nobody foresaw: it is logged and shown, and the program goes on."""

import logging
import sys
import traceback
from collections.abc import Callable
from functools import cache, wraps
from pathlib import Path
from types import TracebackType
from typing import TypeVar, cast

from PySide6.QtCore import QCoreApplication, QStandardPaths

from core import __version__

_LOG = logging.getLogger("gouji")
_CHAIN = 8

Caught = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]
"""As ``sys.exc_info`` gives it."""

Show = Callable[[str, str, str], None]
"""Called with what happened, what to do, and the details."""


def data_folder() -> Path:
    """The program's own, for this user."""
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppLocalDataLocation))


def log_file() -> Path:
    """Where unforeseen errors are written down."""
    return data_folder() / "gouji.log"


def install(show: Show) -> None:
    """Send uncaught exceptions to the log file and to ``show``."""
    sys.excepthook = Hook(show, keep=cache(_keep_log))


def _keep_log() -> None:
    """Once there is something to write: what a log needs takes a while to load."""
    _LOG.addHandler(_log_handler())


def _log_handler() -> logging.Handler:
    from logging.handlers import RotatingFileHandler

    try:
        log_file().parent.mkdir(parents=True, exist_ok=True)
        handler: logging.Handler = RotatingFileHandler(
            log_file(), maxBytes=1 << 20, backupCount=1, encoding="utf-8", delay=True
        )
    except OSError:
        handler = logging.StreamHandler()
    handler.setFormatter(Discreet(f"%(asctime)s Gouji {__version__} %(message)s"))
    return handler


class Discreet(logging.Formatter):
    """Says where an error happened, not what it said."""

    def formatException(self, ei: Caught) -> str:
        return where_it_happened(ei[1]) if ei[1] is not None else ""


def where_it_happened(error: BaseException) -> str:
    """The kind of error and the lines of code it came through, with those of the errors behind it.

    Without its message: that may quote the report, and the log must not.
    """
    parts: list[str] = []
    cause: BaseException | None = error
    while cause is not None and len(parts) < _CHAIN:
        frames = "".join(traceback.format_tb(cause.__traceback__))
        parts.append(f"{type(cause).__name__}\n{frames}")
        cause = cause.__cause__ or cause.__context__
    return "\n".join(parts)


Method = TypeVar("Method", bound=Callable[..., object])


def guarded(method: Method) -> Method:
    """For overrides of Qt's methods that Qt also calls in the middle of a call of ours.

    An exception that leaves such an override ends PySide6 6.8 with a segmentation fault if it was raised in C
    (IndexError of a list, ZeroDivisionError); here it takes the usual way of uncaught ones instead.
    """

    @wraps(method)
    def run(*arguments: object, **named: object) -> object:
        try:
            return method(*arguments, **named)
        except Exception as error:
            sys.excepthook(type(error), error, error.__traceback__)
            return None

    return cast(Method, run)


class Hook:
    """Takes an uncaught exception; while one is being shown, further ones are only logged.

    keep: called before anything is logged.
    """

    def __init__(self, show: Show, keep: Callable[[], None] = lambda: None) -> None:
        self._show = show
        self._keep = keep
        self._showing = False

    def __call__(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None, /
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QCoreApplication.quit()
            return
        details = "".join(traceback.format_exception(kind, error, trace))
        self._keep()
        _LOG.error("%s", where_it_happened(error))
        if self._showing:
            return
        self._showing = True
        try:
            self._show(self._what(), self._advice(), details)
        finally:
            self._showing = False

    def _what(self) -> str:
        return QCoreApplication.translate("Crash", "程序出了意外的错误，刚才这一步可能没有完成。")

    def _advice(self) -> str:
        text = QCoreApplication.translate(
            "Crash", "可以继续使用；请先保存，再把下面的详细信息发给维护人员。记录在：{path}"
        )
        return text.format(path=log_file())
