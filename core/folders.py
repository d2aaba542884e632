"""Which files of a folder are looked at: reports by their names, whatever else lies among them."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from core.files import TEMPORARY_PREFIX

READ = frozenset((".docx", ".docm", ".xlsx", ".xlsm", ".txt"))
"""Suffixes of the formats that are read."""
TOLD = frozenset((".doc", ".wps", ".xls", ".et", ".rtf"))
"""Office documents that must be saved anew first: a unit that handed in such a file has handed in."""
DEEPEST = 40
"""Levels of folders; what lies deeper is an endless nesting."""


def report_files(paths: Iterable[Path]) -> Iterator[Path]:
    """Files as given; folders replaced by the reports below them, sorted by path. Links to folders are not
    followed, unreadable folders passed over; Office's lock files (``~$…``) and our own are no reports.
    """
    for path in paths:
        if path.is_dir():
            yield from sorted(_below(path))
        else:
            yield path


def _below(folder: Path) -> Iterator[Path]:
    top = len(folder.parts)
    for name, folders, files in os.walk(folder):
        here = Path(name)
        if len(here.parts) - top >= DEEPEST:
            folders.clear()
        folders[:] = [f for f in folders if not f.startswith(".")]
        yield from (here / f for f in files if is_report_name(f))


def is_report_name(name: str) -> bool:
    """Whether a file of this name may be a report, or an office document that could be one."""
    return _suffix(name) in READ | TOLD


def is_readable_name(name: str) -> bool:
    """Whether a file of this name may be a report that can be read as it is."""
    return _suffix(name) in READ


def _suffix(name: str) -> str:
    """In small letters; empty for hidden, locking and temporary files."""
    hidden = name.startswith(("~$", TEMPORARY_PREFIX, "."))
    return "" if hidden else os.path.splitext(name)[1].lower()
