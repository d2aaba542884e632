"""A line without its blanks, and places in it counted with them."""

from core.findings import Place


def bare(line: str) -> str:
    """The line without any blanks."""
    return "".join(line.split())


def whole(line: str, number: int) -> Place:
    """The line's text from its first character that is no blank to its last."""
    return Place(number, len(line) - len(line.lstrip()), len(line.rstrip()))


def reach(line: str, begin: int, length: int) -> int:
    """Where, from ``begin`` on, the ``length``-th character that is no blank ends."""
    at = begin
    while length:
        length -= not line[at].isspace()
        at += 1
    return at
