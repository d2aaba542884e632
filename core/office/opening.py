"""A file read whatever it is: what must be converted for it is converted in memory, nothing is written."""

from dataclasses import replace
from pathlib import Path

from core import files
from core.errors import ReadError
from core.files import Report
from core.formats.old import Kind, kind_of
from core.office.convert import Stopped, convert
from core.office.kept import Kept
from core.reading import read_bytes
from core.suffixes import READ


def open_report(path: Path, stopped: Stopped = lambda: False) -> Report:
    """As ``files.open_report``; an old document keeps its own path and is in the converted format.

    Raises ReadError: which file, why, and what to do; and StoppedError.
    """
    try:
        return from_bytes(read_bytes(path), path, stopped)
    except ReadError as error:
        raise ReadError(f"“{path.name}”打不开：{error}。") from None
    except MemoryError:
        raise ReadError(f"“{path.name}”打不开：文件太大，内存不够。") from None


def from_bytes(data: bytes, path: Path, stopped: Stopped = lambda: False) -> Report:
    """As ``files.from_bytes``. Raises ReadError and StoppedError."""
    kind = old_kind(data, path)
    if kind is None:
        return files.from_bytes(data, path)
    report = files.from_bytes(converted(data, kind, stopped), path)
    note = f"这是{kind.called}，已转换成 {kind.becomes} 核对，原件没有动"
    return replace(noted(report, note), original=kind.name)


def noted(report: Report, note: str) -> Report:
    """A converted report with a note on how it came to be before its others.

    LibreOffice loses some tables within tables of a .doc; that must not pass for a report without any.
    """
    lost = () if report.recognition.tables else (_LOST,)
    return replace(report, document=replace(report.document, notes=(note, *lost, *report.document.notes)))


_LOST = (
    "转换后没有找到法定表格；如果原件里有，是转换时丢了，请在 WPS 或 Word、Excel 里把原件另存为新格式再打开"
)


def converted(data: bytes, kind: Kind, stopped: Stopped = lambda: False) -> bytes:
    """What an old document becomes; known from an earlier time, or made now. Raises as ``convert``."""
    kept = Kept()
    known = kept.get(data, kind)
    if known is None:
        known = convert(data, kind, stopped)
        kept.put(data, kind, known)
    return known


def old_kind(data: bytes, path: Path) -> Kind | None:
    """What must be converted. Raises ReadError where the file's name says that it is something else."""
    kind = kind_of(data)
    suffix = path.suffix.lower()
    if kind is not None and suffix in READ:
        raise ReadError(_MISNAMED.format(suffix, kind.called, kind.suffix, kind.becomes))
    return kind


_MISNAMED = "后缀是 {}，里面却是{}；请把后缀改成 {} 再打开，或在 WPS、Word 里另存为 .{}"
