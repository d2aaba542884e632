"""Slips as clerks make them, each an act of one moment, applied to a right table."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from random import Random

from core.repair.grid import Grid, grid_of
from tests.benchmarks.repair.truth import Truth

MIX_A = {
    "off_by_one": 10,
    "substituted": 9,
    "lost": 6,
    "added": 5,
    "transposed": 5,
    "blank": 8,
    "stray": 6,
    "neighbour_typed": 4,
    "next_column": 7,
    "next_row": 6,
    "swapped": 4,
    "stale": 14,
    "leaf_total": 12,
    "leaf_closed": 3,
    "leaf_all": 6,
}
_DIGITS = ("substituted", "lost", "added", "transposed", "blank")
_CLERICAL = ("off_by_one", "stale", "leaf_total", "leaf_closed", "leaf_all")
MIX_B = {kind: weight * (3 if kind in _DIGITS else 1) for kind, weight in MIX_A.items()}
MIX_C = {kind: weight * (3 if kind in _CLERICAL else 1) for kind, weight in MIX_A.items()}
MIXES: Mapping[str, tuple[int, Mapping[str, int]]] = {"A": (60, MIX_A), "B": (20, MIX_B), "C": (20, MIX_C)}


@dataclass(frozen=True)
class Spoilt:
    """A table with slips. values: as they now stand; texts: what is written; kinds: what happened."""

    truth: Truth
    grid: Grid
    values: tuple[int, ...]
    texts: dict[str, str]
    kinds: tuple[str, ...]

    @property
    def cells(self) -> dict[str, int]:
        return dict(zip(self.grid.ids, self.values, strict=True))

    @property
    def wrong(self) -> dict[str, int]:
        """Cell id → the right figure, for every cell that is wrong."""
        return {c: self.truth.values[c] for c, v in self.cells.items() if v != self.truth.values[c]}


Changes = dict[int, int]


@dataclass
class Hand:
    """One slip in the making. taken: cells an earlier slip has spoilt."""

    rng: Random
    grid: Grid
    values: list[int]
    taken: set[int]

    def cell(self, wanted: Callable[[int], bool]) -> int | None:
        cells = [i for i in range(len(self.values)) if i not in self.taken and wanted(i)]
        return self.rng.choice(cells) if cells else None

    def filled(self, pairs: Sequence[tuple[int, int]]) -> tuple[int, int] | None:
        """A pair that holds something."""
        some = [(a, b) for a, b in pairs if self.values[a] or self.values[b]]
        return self.rng.choice(some) if some else None

    def leaf(self, wanted: Callable[[int], bool]) -> int | None:
        """An inner cell that holds something."""
        return self.cell(lambda i: self.values[i] > 0 and i not in self.grid.totals and wanted(i))


def mistyped(rng: Random, true: int, kind: str) -> int | None:
    """A figure typed wrong in the way ``kind`` says; None where the figure cannot go wrong that way."""
    text = str(true)
    at = rng.randrange(len(text))
    if kind == "off_by_one":
        seen = true + rng.choice((-1, 1))
    elif kind == "substituted":
        seen = int(text[:at] + rng.choice("0123456789") + text[at + 1 :])
    elif kind == "lost":
        seen = int(text[:at] + text[at + 1 :]) if len(text) > 1 else true
    elif kind == "added":
        doubled = rng.random() < 0.6
        seen = int(text[: at + 1] + (text[at] if doubled else rng.choice("0123456789")) + text[at + 1 :])
    else:
        seen = int(text[: at - 1] + text[at] + text[at - 1] + text[at + 1 :]) if at else true
    return seen if seen >= 0 and seen != true else None


def _typed(kind: str) -> Callable[[Hand], Changes | None]:
    def slip(hand: Hand) -> Changes | None:
        longer = kind in ("lost", "transposed")
        cell = hand.cell(lambda i: hand.values[i] > (9 if longer else 0))
        seen = mistyped(hand.rng, hand.values[cell], kind) if cell is not None else None
        return {cell: seen} if cell is not None and seen is not None else None

    return slip


def _blank(hand: Hand) -> Changes | None:
    cell = hand.cell(lambda i: hand.values[i] > 0)
    return {cell: 0} if cell is not None else None


def _stray(hand: Hand) -> Changes | None:
    cell = hand.cell(lambda i: hand.values[i] == 0)
    others = [v for v in hand.values if v]
    figure = (
        hand.rng.choice(others)
        if others and hand.rng.random() < 0.4
        else min(9, 1 + int(hand.rng.expovariate(0.5)))
    )
    return {cell: figure} if cell is not None else None


def _neighbour_typed(hand: Hand) -> Changes | None:
    cell = hand.cell(lambda i: hand.values[i] > 0)
    if cell is None:
        return None
    seen = hand.values[hand.rng.choice(hand.grid.neighbours[cell])]
    return {cell: seen} if seen != hand.values[cell] else None


def _next_column(hand: Hand) -> Changes | None:
    pairs = [p for p in hand.grid.right_pairs if hand.grid.row_total.get(p[0]) != p[1]]
    pair = hand.filled(pairs)
    return _shift(hand, pair) if pair else None


def _shift(hand: Hand, pair: tuple[int, int]) -> Changes | None:
    """All of a figure, seldom a part of it, stands one place on or back."""
    a, b = (
        pair if hand.values[pair[0]] and (hand.rng.random() < 0.7 or not hand.values[pair[1]]) else pair[::-1]
    )
    moved = (
        hand.values[a]
        if hand.rng.random() < 0.85 or not hand.values[a]
        else hand.rng.randint(1, hand.values[a])
    )
    free = {a, b}.isdisjoint(hand.taken) and moved
    return {a: hand.values[a] - moved, b: hand.values[b] + moved} if free else None


def _next_row(hand: Hand) -> Changes | None:
    """A figure, with its row's total or alone, or only the total, stands one row off."""
    pair = hand.filled(hand.grid.down_pairs)
    if pair is None:
        return None
    moved = _shift(hand, pair)
    totals = [hand.grid.row_total.get(c) for c in pair]
    if (
        moved is None
        or None in totals
        or hand.rng.random() < 0.7
        or pair[1] == hand.grid.column_total.get(pair[0])
    ):
        return moved
    follow = {
        t: hand.values[t] + moved[c] - hand.values[c]
        for t, c in zip(totals, pair, strict=True)
        if t is not None
    }
    return moved | follow if hand.taken.isdisjoint(follow) and min(follow.values()) >= 0 else None


def _swapped(hand: Hand) -> Changes | None:
    """Two neighbours, both filled, stand in each other's place."""
    pairs = [pair for pair in hand.grid.right_pairs + hand.grid.down_pairs if _can_swap(hand, *pair)]
    if not pairs:
        return None
    a, b = hand.rng.choice(pairs)
    return {a: hand.values[b], b: hand.values[a]}


def _can_swap(hand: Hand, a: int, b: int) -> bool:
    own_total = b in (hand.grid.row_total.get(a), hand.grid.column_total.get(a))
    filled = 0 < hand.values[a] != hand.values[b] > 0
    return filled and not own_total and {a, b}.isdisjoint(hand.taken)


def _lag(rng: Random) -> int:
    size = 1 if rng.random() < 0.45 else min(int(1 / max(rng.random(), 1e-3)), 500)
    return size * rng.choice((-1, 1))


def _stale(hand: Hand) -> Changes | None:
    """A late change of a figure reached only some of the totals."""
    grid = hand.grid
    leaf = hand.leaf(lambda i: i in grid.row_total)
    if leaf is None:
        return None
    row, column = grid.row_total[leaf], grid.column_total.get(leaf)
    corner = grid.row_total[column] if column is not None else None
    choices = [(row,)]
    if column is not None and corner is not None:
        choices += [(column,), (corner,), (column, corner), (row, column, corner)]
    return _all_by(hand, hand.rng.choice(choices), _lag(hand.rng))


def _all_by(hand: Hand, cells: tuple[int, ...], amount: int) -> Changes | None:
    changes = {c: hand.values[c] + amount for c in cells}
    return changes if hand.taken.isdisjoint(changes) and min(changes.values()) >= 0 else None


def _with_totals(totals: Callable[[Grid, int], tuple[int | None, ...]]) -> Callable[[Hand], Changes | None]:
    """A figure typed wrong before the totals were reckoned from it."""

    def slip(hand: Hand) -> Changes | None:
        leaf = hand.leaf(lambda i: None not in totals(hand.grid, i))
        if leaf is None:
            return None
        true = hand.values[leaf]
        kind = hand.rng.choice(
            ("off_by_one", "off_by_one", "substituted", "lost", "added", "transposed", "blank")
        )
        seen = 0 if kind == "blank" else mistyped(hand.rng, true, kind)
        if seen is None or seen == true:
            return None
        cells = (leaf, *(t for t in totals(hand.grid, leaf) if t is not None))
        return _all_by(hand, cells, seen - true)

    return slip


def _corner(grid: Grid, leaf: int) -> int | None:
    column = grid.column_total.get(leaf)
    return grid.row_total.get(column) if column is not None else None


SLIPS: Mapping[str, Callable[[Hand], Changes | None]] = {
    **{kind: _typed(kind) for kind in ("off_by_one", "substituted", "lost", "added", "transposed")},
    "blank": _blank,
    "stray": _stray,
    "neighbour_typed": _neighbour_typed,
    "next_column": _next_column,
    "next_row": _next_row,
    "swapped": _swapped,
    "stale": _stale,
    "leaf_total": _with_totals(lambda g, i: (g.row_total.get(i),)),
    "leaf_closed": _with_totals(lambda g, i: (g.column_total.get(i),)),
    "leaf_all": _with_totals(lambda g, i: (g.row_total.get(i), g.column_total.get(i), _corner(g, i))),
}

ONE_CELL = ("off_by_one", "substituted", "lost", "added", "transposed", "blank", "stray", "neighbour_typed")


def spoil(rng: Random, truth: Truth, slips: int, mix: Mapping[str, int]) -> Spoilt:
    """Make ``slips`` slips; a kind that the table has no room for gives way to another.

    Where rows feed no further equation (表四) a figure wrong together with its total breaks nothing and is
    left out.
    """
    grid = grid_of(truth.form)
    values = [truth.values[c] for c in grid.ids]
    texts = {c: str(v) if v else truth.zero for c, v in truth.values.items()}
    taken: set[int] = set()
    kinds: list[str] = []
    kinds_here = {kind: weight for kind, weight in mix.items() if grid.column_total or kind != "leaf_total"}
    while len(kinds) < slips:
        kind = rng.choices(list(kinds_here), list(kinds_here.values()))[0]
        changes = SLIPS[kind](Hand(rng, grid, values, taken))
        if not changes:
            continue
        for cell, figure in changes.items():
            values[cell] = figure
            texts[grid.ids[cell]] = "" if kind == "blank" else str(figure) if figure else truth.zero
        taken |= changes.keys()
        kinds.append(kind)
    return Spoilt(truth, grid, tuple(values), texts, tuple(kinds))
