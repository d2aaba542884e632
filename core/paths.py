"""Paths that lead to one file."""

from pathlib import Path


def is_same_file(one: Path, other: Path) -> bool:
    """Whether both paths lead to one file (links and case followed); neither need exist."""
    try:
        return one.samefile(other)
    except OSError:
        return one.absolute() == other.absolute()
