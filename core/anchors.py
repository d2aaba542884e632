"""Where a text stands in a file: byte spans in a part, and corrections against them.

An anchor ties a cell to the exact bytes its text was read from. Saving replaces those bytes and copies
everything else, so nothing but the corrected numbers can change.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple


class Span(NamedTuple):
    """Half-open byte range ``[start, end)`` of a part as it is stored uncompressed."""

    start: int
    end: int


class Anchor(NamedTuple):
    """The bytes one text came from.

    part: name of the package member (``word/document.xml``), empty for a plain file.
    spans: in reading order; a new text is shared out among them, by whichever of them it changes.
    mode: how the format's own encoder writes here; means nothing outside that format.
    """

    part: str
    spans: tuple[Span, ...]
    mode: str = ""


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace the bytes of ``span`` by ``new``."""

    span: Span
    new: bytes


def splice(data: bytes, edits: Iterable[Edit]) -> bytes:
    """Return ``data`` with every edit applied, all other bytes untouched.

    Raises ValueError when edits overlap or lie outside ``data``: that is a fault of the caller, and
    writing anything then would damage the file.
    """
    pieces: list[bytes] = []
    position = 0
    for edit in sorted(edits, key=lambda e: (e.span.start, e.span.end)):
        if not position <= edit.span.start <= edit.span.end <= len(data):
            raise ValueError(f"edit {edit.span} overlaps another or lies outside {len(data)} bytes")
        pieces += (data[position : edit.span.start], edit.new)
        position = edit.span.end
    pieces.append(data[position:])
    return b"".join(pieces)
