"""雷同: reports whose account of the year's work is nearly the same (D04).

The measure is that of ``core.similarity`` (years, numbers and punctuation count for nothing), after the
units' own names are taken out. Which pairs are worth measuring is told by a sample of their runs, one in
``_SAMPLED``, chosen by value, so that the same run is in the sample of every text or of none.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from zlib import crc32

from core.similarity import compare, folded, runs, share
from core.units import parse

ALIKE = 0.9
_SAMPLED = 8
_WORTH = 0.6
"""Share of the sample that two texts must have in common to be measured."""
_LEAST_LETTERS = 200
_REPRESENTATIVES = 10
"""A run that more texts have than this is only followed to the first of them: a template taken over by all
makes each of them like the first ones, not every pair of thousands.
"""


@dataclass(frozen=True, slots=True)
class Account:
    """What a report tells of its year. name: of the file, or whatever tells it from the others."""

    name: str
    unit: str | None
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph of the one that stands in the other."""

    one: str
    other: str


@dataclass(frozen=True, slots=True)
class Pair:
    """Two reports alike. similarity: 0 to 1, of the one that has more of its text in the other."""

    one: str
    other: str
    similarity: float


def nameless(account: Account) -> tuple[str, ...]:
    """The lines without the unit's names and places."""
    lines = account.lines
    for name in _names(account.unit):
        lines = tuple(line.replace(name, "") for line in lines)
    return lines


def _names(unit: str | None) -> list[str]:
    if not unit:
        return []
    taken = parse(unit)
    names = {unit, *taken.places, taken.own, "".join(taken.places[-1:]) + taken.own}
    return sorted((name for name in names if len(name) > 1), key=len, reverse=True)


class Finder:
    """Takes accounts one by one, keeping only samples of them; ``load`` gives one again when it is needed."""

    def __init__(self, load: Callable[[str], Account]) -> None:
        self._load = load
        self._names: list[str] = []
        self._units: list[str | None] = []
        self._sizes: list[int] = []
        self._having: dict[int, list[int]] = defaultdict(list)

    def add(self, account: Account) -> None:
        """Accounts too short to be copied are passed over."""
        lines = nameless(account)
        if sum(len(folded(line)) for line in lines) < _LEAST_LETTERS:
            return
        sample = {value for run in runs(lines) if (value := crc32(run.encode())) % _SAMPLED == 0}
        number = len(self._names)
        self._names.append(account.name)
        self._units.append(account.unit)
        self._sizes.append(len(sample))
        for value in sample:
            self._having[value].append(number)

    def pairs(self) -> Iterator[Pair]:
        """The pairs alike, those most alike first."""
        measured = (self._measure(one, other) for one, other in self._candidates())
        yield from sorted((p for p in measured if p.similarity >= ALIKE), key=lambda p: -p.similarity)

    def _candidates(self) -> Iterator[tuple[int, int]]:
        common: Counter[tuple[int, int]] = Counter()
        for having in self._having.values():
            first = having[:_REPRESENTATIVES]
            common.update((one, other) for n, other in enumerate(having) for one in first[:n] if one < other)
        for (one, other), count in common.items():
            enough = _WORTH * max(1, min(self._sizes[one], self._sizes[other]))
            if count >= enough and not self._is_one_unit(one, other):
                yield one, other

    def _is_one_unit(self, one: int, other: int) -> bool:
        """What a unit hands in twice, or wrote last year, it took from nobody."""
        return self._units[one] is not None and self._units[one] == self._units[other]

    def _measure(self, one: int, other: int) -> Pair:
        names = self._names[one], self._names[other]
        first, second = (nameless(self._load(name)) for name in names)
        either = (share(compare(first, runs(second))), share(compare(second, runs(first))))
        return Pair(*names, max(either))


def side_by_side(one: Account, other: Account) -> tuple[Passage, ...]:
    """The paragraphs of the one that stand in the other, each beside the paragraph that holds most of it."""
    passages: list[Passage] = []
    theirs = nameless(other)
    single = [runs([line]) for line in theirs]
    for number, line in enumerate(nameless(one)):
        shares = [share(compare([line], each)) for each in single]
        best = max(range(len(shares)), key=shares.__getitem__, default=None)
        if best is not None and shares[best] >= ALIKE and folded(line):
            passages.append(Passage(one.lines[number], other.lines[best]))
    return tuple(passages)


def account_of(name: str, record: Mapping[str, object]) -> Account:
    """What a record (``core.batch.record``) tells of the year."""
    told = record["told"]
    unit = record["unit"]
    lines = tuple(map(str, told)) if isinstance(told, Sequence) else ()
    return Account(name, unit if isinstance(unit, str) else None, lines)
