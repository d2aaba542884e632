"""Names of the files that are made beside a report."""

import os
import re
from hashlib import sha256
from pathlib import Path

from core.errors import SaveError
from core.paths import reachable
from core.suffixes import ANEW, READ_ONLY, TOLD

BACKUP = "（更正前备份）"
"""Ends the name of a copy made before the original was overwritten."""
_CORRECTED = "（已更正）"
_CORRECTED_STEM = re.compile(r"(?P<stem>.+)（已更正(?P<number>\d*)）")
_ALWAYS, _USUAL = 140, 255
"""Lengths of names: what every file system takes, and what most take; on Linux in bytes, in which a Chinese
character has three.
"""
_ELLIPSIS = "…"


def corrected_name(path: Path) -> Path:
    """Where a corrected copy goes if nothing else is said: 原名（已更正）.docx beside the original.

    A copy that is corrected again becomes 原名（已更正2）.docx, and so on.
    """
    again = _CORRECTED_STEM.fullmatch(path.stem)
    suffix = ANEW if path.suffix.lower() in READ_ONLY else path.suffix
    if again is None:
        return named(path, _CORRECTED, suffix)
    number = int(again["number"] or 1) + 1
    return named(path.with_name(f"{again['stem']}{path.suffix}"), f"{_CORRECTED[:-1]}{number}）", suffix)


def newer_names(path: Path) -> tuple[Path, ...]:
    """Where an old document goes on once it is converted, and that one's corrected copy."""
    if path.suffix.lower() not in TOLD:
        return ()
    converted = [path.with_suffix(suffix) for suffix in (".docx", ".xlsx")]
    return (*converted, *map(corrected_name, converted))


def free_name(path: Path, suffix: str) -> Path:
    """A name beside ``path`` that is not taken yet: with the suffix, then with a number in it too.

    Raises SaveError.
    """
    for number in range(1, 1000):
        mark = suffix if number == 1 else f"{suffix[:-1]}{number}）"
        candidate = named(path, mark, path.suffix)
        if not os.path.lexists(reachable(candidate)):
            return candidate
    raise SaveError(f"“{path.name}”的备份太多了，请先清理这个文件夹里的备份文件。")


def named(path: Path, mark: str, suffix: str) -> Path:
    """The name beside ``path`` made of its own, a mark and a suffix; its own is cut short where the file
    system takes no name as long as that.
    """
    return path.with_name(_fitting(path.parent, path.stem, mark + suffix))


def appended(path: Path, ending: str) -> Path:
    """The name beside ``path`` with more at its end; one that would be too long is told from others that
    begin alike by a few letters of its digest.
    """
    whole = path.name + ending
    if _length(whole) <= _most(path.parent, whole):
        return path.with_name(whole)
    digest = sha256(path.name.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    return path.with_name(_fitting(path.parent, path.name, f"{digest}{ending}"))


def _fitting(folder: Path, begin: str, end: str) -> str:
    most = _most(folder, begin + end)
    if _length(begin + end) <= most:
        return begin + end
    while begin and _length(begin + _ELLIPSIS + end) > most:
        begin = begin[:-1]
    return begin.rstrip() + _ELLIPSIS + end


def _length(name: str) -> int:
    encoding = "utf-16-le" if os.name == "nt" else "utf-8"
    return len(name.encode(encoding, "surrogatepass")) // (2 if os.name == "nt" else 1)


def _most(folder: Path, name: str) -> int:
    """Longest name that a folder takes; asked only for long ones."""
    if _length(name) <= _ALWAYS or not hasattr(os, "pathconf"):
        return _USUAL
    try:
        return os.pathconf(folder, "PC_NAME_MAX")
    except (OSError, ValueError):
        return _USUAL
