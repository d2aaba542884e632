"""Which appearance of a statutory table is this year's, where last year's stands beside it."""

import re
from collections.abc import Iterable, Mapping

from core.recognise.pieces import Piece

_YEAR = re.compile(r"(?<!\d)(20[0-4]\d)(?!\d)|(?<!\d)([12]\d)年")
_EARLIER = re.compile(r"上年(?!结转)|上一年(?!项目)|上期|同期|去年|往年|历年")
_PROSE = re.compile(r"[，。；,;]")
_SHARE_OF_BEST = 0.6


def years(caption: str) -> set[int]:
    """The years a caption names; a sentence is no caption, whatever year it speaks of."""
    words = [word for word in caption.split() if not _PROSE.search(word)]
    return {int(full or f"20{short}") for word in words for full, short in _YEAR.findall(word)}


def this_years(pieces: Iterable[Piece], year: int | None) -> tuple[Mapping[str, Piece], frozenset[str]]:
    """The appearance to check of each statutory table, by table id; and the tables where that is in doubt,
    because another one with other numbers might be this year's as well.

    Chosen is the first one that is about as complete as any and is not said to be another year's; what
    stands on a sheet that is not shown only counts where nothing else does. year: of the report; where it
    is unknown, or no caption names it though they name several, the latest year that one names.
    """
    ordered = sorted((piece for piece in pieces if piece.rows), key=lambda p: p.order)
    named = {y for piece in ordered for y in years(piece.caption)}
    if named and year not in named and (year is None or len(named) > 1):
        year = max(named)
    other = _of_other_years(ordered, year)
    chosen: dict[str, Piece] = {}
    doubtful: set[str] = set()
    for table in dict.fromkeys(piece.form.id for piece in ordered):
        own = [piece for piece in ordered if piece.form.id == table]
        first, *others = _complete([p for p in own if id(p) not in other] or own)
        chosen[table] = first
        if any(_texts(piece) != _texts(first) for piece in others):
            doubtful.add(table)
    return chosen, frozenset(doubtful)


def _complete(pieces: list[Piece]) -> list[Piece]:
    """Those about as complete as any, of those that are shown."""
    shown = [piece for piece in pieces if not piece.hidden] or pieces
    best = max(len(piece.cells) for piece in shown)
    return [piece for piece in shown if len(piece.cells) >= best * _SHARE_OF_BEST]


def _texts(piece: Piece) -> dict[str, str]:
    return {cell: raw.text.strip() for cell, raw in piece.cells.items()}


def _of_other_years(pieces: Iterable[Piece], year: int | None) -> set[int]:
    """Which pieces (by id) are another year's. A caption also governs the tables that follow it, until
    one has a caption of its own or a table comes that has been there already.
    """
    other: set[int] = set()
    governed: set[str] | None = None
    for piece in pieces:
        named = years(piece.caption)
        if named:
            is_other = year is not None and year not in named
        elif _EARLIER.search(piece.caption):
            is_other = True
        else:
            is_other = governed is not None and piece.form.id not in governed
        if is_other:
            other.add(id(piece))
            governed = (governed or set()) | {piece.form.id}
        else:
            governed = None
    return other
