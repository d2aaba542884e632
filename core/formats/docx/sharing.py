"""A new text shared out among the spans of the old one, so that as few of them as can be change."""

import re
from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from core.stretches import Stretch, stretches

_MARKUP = re.compile("([\n\t])")


class _Part(NamedTuple):
    """``text`` of a span, and where it begins there."""

    span: int
    start: int
    text: str


def shared_out(old: Sequence[str], fixed: Sequence[str], text: str) -> list[str] | None:
    """What each span shall hold so that all together read ``text``.

    old: what the spans hold. fixed: the breaks and tabs before, between and behind them, which stay; the
    answer is None where one would have to come or go. A changed stretch goes into the first span it touches
    that is not blank, and out of the others; every other span keeps its text.
    """
    pieces = [f + o for f, o in zip(fixed, [*old, ""], strict=True)]
    changes = _changes("".join(pieces), text)
    if changes is None:
        return None
    ends = accumulate(map(len, pieces[:-1]))
    starts = [end - len(o) for end, o in zip(ends, old, strict=True)]
    new = list(old)
    for change in reversed(changes):
        parts = _touched(change, old, starts) or _beside(change.start, old, starts)
        if not parts:
            return None
        _write(change.new, parts, new)
    return new


def taken_by_one(old: Sequence[str], text: str) -> list[str]:
    """What each span shall hold so that they read ``text`` but for blanks and breaks around it.

    The first that is not blank takes it all; blank ones keep their blanks.
    """
    target = next((n for n, piece in enumerate(old) if piece.strip()), 0)
    return [text.strip() if n == target else "" if piece.strip() else piece for n, piece in enumerate(old)]


def _changes(old: str, new: str) -> list[Stretch] | None:
    """The stretches that change, none across a break or tab; None if these are not the same in both."""
    lines, others = _MARKUP.split(old), _MARKUP.split(new)
    if lines[1::2] != others[1::2]:
        return None
    found: list[Stretch] = []
    start = 0
    for line, other in zip(lines, others, strict=True):
        found += [Stretch(start + s.start, start + s.end, s.new) for s in stretches(line, other)]
        start += len(line)
    return found


def _touched(change: Stretch, old: Sequence[str], starts: Sequence[int]) -> list[_Part]:
    """What of the spans lies in the stretch."""
    return [
        _Part(n, max(change.start - start, 0), piece[max(change.start - start, 0) : change.end - start])
        for n, (start, piece) in enumerate(zip(starts, old, strict=True))
        if piece and start < change.end and change.start < start + len(piece)
    ]


def _beside(place: int, old: Sequence[str], starts: Sequence[int]) -> list[_Part]:
    """Where between two spans something is put in: behind the one before, as if typed there."""
    near = [n for n, start in enumerate(starts) if start <= place <= start + len(old[n])]
    best = min(near, key=lambda n: (starts[n] == place, not old[n]), default=None)
    return [] if best is None else [_Part(best, place - starts[best], "")]


def _write(text: str, parts: list[_Part], new: list[str]) -> None:
    """Replace the parts by ``text``; spans that hold its beginning or end already are left alone."""
    while len(parts) > 1 and text.startswith(parts[0].text):
        text = text.removeprefix(parts.pop(0).text)
    while len(parts) > 1 and text.endswith(parts[-1].text):
        text = text.removesuffix(parts.pop().text)
    taker = next((part for part in parts if part.text.strip()), parts[0])
    for part in parts:
        kept = new[part.span]
        written = text if part is taker else ""
        new[part.span] = kept[: part.start] + written + kept[part.start + len(part.text) :]
