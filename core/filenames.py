"""Names of the files that are made beside a report."""

import re
from pathlib import Path

from core.errors import SaveError
from core.suffixes import ANEW, READ_ONLY, TOLD

BACKUP = "（更正前备份）"
"""Ends the name of a copy made before the original was overwritten."""
_CORRECTED = "（已更正）"
_CORRECTED_STEM = re.compile(r"(?P<stem>.+)（已更正(?P<number>\d*)）")


def corrected_name(path: Path) -> Path:
    """Where a corrected copy goes if nothing else is said: 原名（已更正）.docx beside the original.

    A copy that is corrected again becomes 原名（已更正2）.docx, and so on.
    """
    again = _CORRECTED_STEM.fullmatch(path.stem)
    suffix = ANEW if path.suffix.lower() in READ_ONLY else path.suffix
    if again is None:
        return path.with_name(f"{path.stem}{_CORRECTED}{suffix}")
    number = int(again["number"] or 1) + 1
    return path.with_name(f"{again['stem']}{_CORRECTED[:-1]}{number}）{suffix}")


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
        candidate = path.with_name(f"{path.stem}{mark}{path.suffix}")
        if not candidate.exists():
            return candidate
    raise SaveError(f"“{path.name}”的备份太多了，请先清理这个文件夹里的备份文件。")
