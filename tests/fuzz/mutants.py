"""The n-th hostile file of each reader, always the same for the same number and seed."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from random import Random

from core import files
from core.files import Report
from tests import samples
from tests.fuzz import lines, markup, nearby, objects, octets, seeds, seeds_foreign, web, zips
from tests.fuzz.vocabularies import EXCEL, WORD

_LARGEST_SAMPLE = 60_000
_SAMPLES = 0.01
"""Share of files that begin as a real, larger sample, where there are some."""


@dataclass(frozen=True)
class Target:
    """A reader under fire.

    seeds: files to begin with. mutate: changes one of them in one way. share: of a run's files, relative.
    read: as the program does it. is_only_told: the program but says what to do with such a file.
    """

    name: str
    seeds: Callable[[], tuple[bytes, ...]]
    mutate: Callable[[Random, bytes], bytes]
    share: int
    read: Callable[[bytes, Path], Report] = files.from_bytes
    is_only_told: bool = False


def _word(rng: Random, data: bytes) -> bytes:
    return zips.mutate(rng, data, lambda r, part: markup.mutate(r, part, WORD))


def _excel(rng: Random, data: bytes) -> bytes:
    return zips.mutate(rng, data, lambda r, part: markup.mutate(r, part, EXCEL))


def _flat(rng: Random, data: bytes) -> bytes:
    return markup.mutate(rng, data, WORD)


def _old(rng: Random, data: bytes) -> bytes:
    is_text = data.startswith((b"<", b"{")) and rng.random() < 0.5
    return _flat(rng, data) if is_text else octets.changed(rng, data)


TARGETS = {
    target.name: target
    for target in (
        Target("txt", seeds.text, lines.mutate, 12),
        Target("docx", seeds.word, _word, 40),
        Target("xlsx", seeds.workbook, _excel, 45),
        Target("html", seeds_foreign.html, web.page, 8),
        Target("mht", seeds_foreign.mht, web.archive, 5),
        Target("csv", seeds_foreign.csv, lines.mutate, 5),
        Target("pdf", seeds_foreign.printed, objects.mutate, 1, nearby.pdf),
        Target("flat", seeds_foreign.flat, _flat, 4, nearby.flat_word),
        Target("old", seeds_foreign.old, _old, 4, nearby.to_be_converted, is_only_told=True),
    )
}


def mutant(target: Target, seed: str, number: int) -> tuple[Random, bytes]:
    """That file, and the dice for whatever is decided about it later."""
    rng = Random(f"{seed}/{target.name}/{number}")
    return rng, changed(rng, target)


def changed(rng: Random, target: Target) -> bytes:
    """A seed of the reader changed in one way or in a few."""
    data = rng.choice(_start(rng, target))
    for _ in range(rng.choice((1, 1, 1, 2, 2, 4))):
        data = target.mutate(rng, data)
    return octets.changed(rng, data) if rng.random() < 0.02 else data


def _start(rng: Random, target: Target) -> tuple[bytes, ...]:
    large = _large(f".{target.name}") if rng.random() < _SAMPLES else ()
    return large or target.seeds()


_LARGE: dict[str, tuple[bytes, ...]] = {}


def _large(suffix: str) -> tuple[bytes, ...]:
    if suffix not in _LARGE:
        found = [p for p in sorted(samples.FOLDER.rglob(f"*{suffix}")) if p.stat().st_size < _LARGEST_SAMPLE]
        _LARGE[suffix] = tuple(path.read_bytes() for path in found)
    return _LARGE[suffix]
