"""What comes out: problems, their repairs, and the changes each repair makes."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Change:
    """One cell's new figure. old: the figure that stands there (a blank counts as 0); None if unknown."""

    cell: str
    old: int | None
    new: int


@dataclass(frozen=True, slots=True)
class Repair:
    """A set of changes after which the equations of its problem hold, every changed figure being >= 0.

    changes: in the form's order.
    cost: -log likelihood in nats, comparable within one problem. slip: machine ids of the kinds of slip,
    joined with ``+``. reason: the same in a clerk's words. confidence: share of exp(-cost) among the
    problem's repairs. certain: may be stated without "one of". tied: another repair of the problem costs
    practically the same. evidence: keys of the evidence about changed cells that this repair bears out.
    """

    changes: tuple[Change, ...]
    cost: float
    slip: str
    reason: str
    confidence: float
    certain: bool
    tied: bool
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Problem:
    """Broken equations that belong together.

    equations: their rule ids, in the form's order; empty where only a negative figure is wrong.
    cells: all cells of those equations, and negative ones, in the form's order.
    repairs: best first (cost, then fewer cells, then form order), at most twelve; the first repairs of all
        problems together make every judged equation hold.
    note: a sentence for the clerk where there is no safe suggestion, and why; empty otherwise.
    """

    equations: tuple[str, ...]
    cells: tuple[str, ...]
    repairs: tuple[Repair, ...]
    note: str
