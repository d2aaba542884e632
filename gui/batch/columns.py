"""The list's columns: heading, text, order."""

from collections.abc import Callable, Container
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from core.filenames import corrected_name, newer_names
from core.findings import Severity
from gui.batch.entries import Entry
from gui.severities import severity_name

_LAST = "\uffff"
UNIT, YEAR, EDITION, ERRORS, WARNINGS, ADVICES, STATE, FILE = range(8)
SEVERITY_OF: dict[int, Severity] = {ERRORS: "error", WARNINGS: "warning", ADVICES: "advice"}
_STATES = {
    "checked": str(QT_TRANSLATE_NOOP("BatchColumns", "已核对")),
    "blank": str(QT_TRANSLATE_NOOP("BatchColumns", "表格空白")),
    "no_tables": str(QT_TRANSLATE_NOOP("BatchColumns", "没有法定表格")),
    "unreadable": str(QT_TRANSLATE_NOOP("BatchColumns", "打不开")),
}
_DOING = {
    "opened": str(QT_TRANSLATE_NOOP("BatchColumns", "已打开")),
    "edited": str(QT_TRANSLATE_NOOP("BatchColumns", "改动未保存")),
    "saved": str(QT_TRANSLATE_NOOP("BatchColumns", "已改正")),
}
_CORRECTED = str(QT_TRANSLATE_NOOP("BatchColumns", "另有更正稿"))
_CONVERTED = str(QT_TRANSLATE_NOOP("BatchColumns", "另有转换稿"))


@dataclass(frozen=True, slots=True)
class Column:
    """ems: usual width. order: what it is sorted by. words: all that may stand in it, where these are few."""

    heading: str
    ems: float
    text: Callable[[Entry], str]
    order: Callable[[Entry], object]
    is_centred: bool = True
    words: tuple[str, ...] = ()


def columns(paths: Container[Path]) -> tuple[Column, ...]:
    """paths: of all files in the list."""

    def state(entry: Entry) -> str:
        if entry.live is not None:
            return _tr(_DOING[entry.live.doing])
        if corrected_name(entry.path) in paths:
            return _tr(_CORRECTED)
        if any(path in paths for path in newer_names(entry.path)):
            return _tr(_CONVERTED)
        return _tr(_STATES[entry.row.state])

    def counted(place: int) -> Callable[[Entry], str]:
        return lambda entry: str(entry.counts[place] or "") if is_checked(entry) else ""

    def count(place: int) -> Callable[[Entry], object]:
        return lambda entry: entry.counts[place] if is_checked(entry) else -1

    states = tuple(map(_tr, (*_STATES.values(), *_DOING.values(), _CORRECTED, _CONVERTED)))
    return (
        Column(_tr("单位"), 14, _unit, lambda e: e.row.unit or _LAST, is_centred=False),
        Column(_tr("年度"), 3.5, lambda e: str(e.row.year or ""), lambda e: e.row.year or 0),
        Column(_tr("格式"), 3.5, lambda e: e.row.edition or "", lambda e: e.row.edition or _LAST),
        Column(severity_name("error"), 3.5, counted(0), count(0)),
        Column(severity_name("warning"), 3.5, counted(1), count(1)),
        Column(severity_name("advice"), 3.5, counted(2), count(2)),
        Column(_tr("情况"), 5.5, state, state, words=states),
        Column(_tr("文件"), 9, lambda e: e.file, lambda e: e.file, is_centred=False),
    )


def is_checked(entry: Entry) -> bool:
    return entry.row.state == "checked" or entry.live is not None


def _unit(entry: Entry) -> str:
    return entry.row.unit or _tr("（没有写明）")


def _tr(text: str) -> str:
    return QCoreApplication.translate("BatchColumns", text)
