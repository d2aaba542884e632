"""Paths that lead to one file, and to files at the end of very long ones."""

import os
import sys
from pathlib import Path, PureWindowsPath

_IN_THE_CLOUD = 0x0040_0000 | 0x0004_0000 | 0x1000
"""FILE_ATTRIBUTE_RECALL_ON_DATA_ACCESS, RECALL_ON_OPEN and OFFLINE."""
_LONGEST = 240
"""Characters of a path that every call of Windows takes: 260, less what it may append."""


def is_same_file(one: Path, other: Path) -> bool:
    """Whether both paths lead to one file (links and case followed); neither need exist."""
    try:
        return os.path.samefile(reachable(one), reachable(other))
    except OSError:
        return one.absolute() == other.absolute()


def is_there(path: Path) -> bool:
    """Whether there is such a file or folder; one that cannot even be asked for is not there."""
    return os.path.exists(reachable(path))


def is_folder(path: Path) -> bool:
    """Whether there is such a folder, likewise."""
    return os.path.isdir(reachable(path))


def make_private(folder: Path) -> None:
    """Make a folder that nobody else on this computer may look into. Raises OSError."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)


def is_elsewhere(state: object) -> bool:
    """Whether a file, given its ``os.stat``, only stands in for one in the cloud (OneDrive, WPS): reading it
    brings it here, which takes its time and a network. Windows alone says so.
    """
    return bool(getattr(state, "st_file_attributes", 0) & _IN_THE_CLOUD)


def reachable(path: Path) -> str:
    """The path as the system has to be told it: Windows takes a very long one only in its literal form."""
    return literal(os.path.abspath(path)) if sys.platform == "win32" else os.fspath(path)


def literal(absolute: str) -> str:
    r"""An absolute path of Windows with ``\\?\`` before it, if it is very long; nothing in it is interpreted.

    See Microsoft, Naming Files, Paths, and Namespaces: Maximum Path Length Limitation.
    """
    if len(absolute) < _LONGEST or absolute.startswith("\\\\?\\"):
        return absolute
    if PureWindowsPath(absolute).drive.startswith("\\\\"):
        return f"\\\\?\\UNC\\{absolute[2:]}"
    return f"\\\\?\\{absolute}"
