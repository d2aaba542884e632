"""Which stretches of a text change when it becomes another one, so that only those are written anew."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

_NUMBER = re.compile(r"(\d+)")
_TOKEN = re.compile(r"\d+|\D")
_LONGEST = 1_000_000
"""Pairs of tokens up to which two texts are compared closely; a report's paragraphs have far fewer."""


class Stretch(NamedTuple):
    """``old[start:end]`` becomes ``new``; an insertion where start is end."""

    start: int
    end: int
    new: str


def stretches(old: str, new: str) -> Iterator[Stretch]:
    """What makes ``new`` of ``old``, in order and apart from each other.

    A run of digits is one token and changes as a whole; every other character is a token of its own.
    """
    start = 0
    for before, after in _aligned(old, new):
        if before != after:
            yield Stretch(start, start + len(before), after)
        start += len(before)


def _aligned(old: str, new: str) -> Iterator[tuple[str, str]]:
    """Both texts cut into pieces that answer each other: number for number where only numbers differ."""
    one, other = _NUMBER.split(old), _NUMBER.split(new)
    if one[::2] == other[::2]:
        yield from zip(one, other, strict=True)
        return
    one, other = _TOKEN.findall(old), _TOKEN.findall(new)
    head = _shared(one, other)
    tail = _shared(one[head:][::-1], other[head:][::-1])
    yield _pair(one[:head], other[:head])
    yield from _compared(one[head : len(one) - tail], other[head : len(other) - tail])


def _compared(one: Sequence[str], other: Sequence[str]) -> Iterator[tuple[str, str]]:
    if len(one) * len(other) > _LONGEST:
        yield _pair(one, other)
        return
    for _, a, b, c, d in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        yield _pair(one[a:b], other[c:d])


def _shared(one: Sequence[str], other: Sequence[str]) -> int:
    """How many tokens both begin with."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((n for n, (a, b) in pairs if a != b), min(len(one), len(other)))


def _pair(one: Sequence[str], other: Sequence[str]) -> tuple[str, str]:
    return "".join(one), "".join(other)


def in_brief(old: str, new: str) -> str:
    """What changes, short enough for a line: 「14 → 13」, words with a few characters around them."""
    pairs = _pairs(old, new)
    shown = "，".join(f"{before} → {after}" for before, after in pairs[:_SHOWN])
    return shown if len(pairs) <= _SHOWN else f"{shown} 等 {len(pairs)} 处"


def both_sides(old: str, new: str) -> tuple[str, str]:
    """The same, before and after apart."""
    pairs = _pairs(old, new)
    return "，".join(before for before, _ in pairs), "，".join(after for _, after in pairs)


def _pairs(old: str, new: str) -> list[tuple[str, str]]:
    found = tuple(stretches(old, new))
    pairs = [(old[s.start : s.end], s.new) for s in found]
    if all(before.isdecimal() and after.isdecimal() for before, after in pairs):
        return [(_cut(before), _cut(after)) for before, after in pairs]
    return [_around(old, new, found[0].start, len(old) - found[-1].end)]


_SHOWN = 2
_BESIDE, _WIDEST = 4, 20


def _around(old: str, new: str, head: int, tail: int) -> tuple[str, str]:
    """Both texts from a little before the first change to a little behind the last."""
    start, stop = max(0, head - _BESIDE), max(0, tail - _BESIDE)
    before, after = (_cut(text[start : len(text) - stop]) for text in (old, new))
    ends = ("…" if start else "", "…" if stop else "")
    return ends[0] + before + ends[1], ends[0] + after + ends[1]


def _cut(text: str) -> str:
    text = re.sub(r"\s", " ", text)
    half = _WIDEST // 2
    return text if len(text) <= _WIDEST else f"{text[:half]}…{text[-half:]}"
