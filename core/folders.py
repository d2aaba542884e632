"""Which files of a folder are looked at: reports by their names, whatever else lies among them."""

import os
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from core.paths import is_folder
from core.suffixes import LISTS, READ, REWRITTEN, TOLD
from core.writing import TEMPORARY_PREFIX

_MADE_BY_US = re.compile(r"（(?:核对报告|改动对照|退改意见单)(?:\d*)）$|^退改意见单 ")
"""Ends, or begins, the names of what is exported beside a report."""
_KEPT_BY_US = re.compile(r"\.核实\.json$|^gouji\.toml$")
"""What was confirmed of a report, and what a county wants of its reports."""

_PAGE_FOLDER = re.compile(r"(?:[_.]files|_文件)$", re.I)

DEEPEST = 40
"""Levels of folders; what lies deeper is an endless nesting."""


@dataclass(frozen=True, slots=True)
class Survey:
    """What lies in some folders. files: those to look at, sorted by path. others: number of files that are no
    reports by their names, without what we made ourselves. unread: folders that could not be looked into.
    too_deep: folders nested so deeply that what lies below them was left out.
    """

    files: tuple[Path, ...]
    others: int = 0
    unread: tuple[Path, ...] = ()
    too_deep: tuple[Path, ...] = ()


def report_files(paths: Iterable[Path]) -> Iterator[Path]:
    """Files as given; folders replaced by the reports below them, see ``survey``."""
    yield from survey(paths).files


def survey(paths: Iterable[Path], cancelled: Callable[[], bool] = lambda: False) -> Survey:
    """Files as given; folders replaced by the reports below them, sorted by path. Links to folders are not
    followed; Office's lock files (``~$…``) and our own are no reports. cancelled: asked for each folder.
    """
    files: list[Path] = []
    others = 0
    unread: list[Path] = []
    too_deep: list[Path] = []
    for path in paths:
        if not is_folder(path):
            files.append(path)
            continue
        below: list[Path] = []
        for here, names in _walk(path, unread, too_deep):
            reports = _one_each(name for name in names if is_report_name(name))
            others += sum(not (_is_hidden(name) or _is_ours(name)) for name in names) - len(reports)
            below += [here / name for name in reports]
            if cancelled():
                break
        files += sorted(below)
    return Survey(tuple(files), others, tuple(unread), tuple(too_deep))


def _walk(top: Path, unread: list[Path], too_deep: list[Path]) -> Iterator[tuple[Path, list[str]]]:
    def failed(error: OSError) -> None:
        unread.append(Path(error.filename))

    for name, folders, files in os.walk(top, onerror=failed):
        here = Path(name)
        folders[:] = [f for f in folders if not f.startswith(".") and not _is_of_a_page(f, files)]
        if folders and len(here.parts) - len(top.parts) >= DEEPEST:
            too_deep.append(here)
            folders.clear()
        yield here, files


def _is_of_a_page(folder: str, files: Iterable[str]) -> bool:
    """Whether a browser or Word put the pictures and frames of a saved page there (年报_files)."""
    page = _PAGE_FOLDER.sub("", folder)
    return page != folder and any(os.path.splitext(name)[0] == page for name in files)


def _one_each(names: Iterable[str]) -> list[str]:
    """A unit that hands in 报告.docx hands in its 报告.pdf or .doc as well: the first can be corrected."""
    reports = list(names)
    stems = {os.path.splitext(name)[0] for name in reports if _suffix(name) in REWRITTEN}
    return [n for n in reports if _suffix(n) in REWRITTEN or os.path.splitext(n)[0] not in stems]


def is_report_name(name: str) -> bool:
    """Whether a file of this name may be a report, or an office document that could be one."""
    return _suffix(name) in (READ | TOLD) - LISTS and not _is_ours(name)


def is_readable_name(name: str) -> bool:
    """Whether a file of this name may be a report that can be read as it is."""
    return _suffix(name) in READ


def _is_ours(name: str) -> bool:
    return bool(_MADE_BY_US.search(os.path.splitext(name)[0]) or _KEPT_BY_US.search(name))


def _suffix(name: str) -> str:
    """In small letters; empty for hidden, locking and temporary files."""
    return "" if _is_hidden(name) else os.path.splitext(name)[1].lower()


def _is_hidden(name: str) -> bool:
    return name.startswith(("~$", TEMPORARY_PREFIX, "."))
