"""The table of figures: ``python -m tests.benchmarks.repair [--tables N] [--set tuning] [--kinds]``.

Ours without and with evidence, the plain baselines beside it, and exactness against HiGHS.
"""

import argparse
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from tests.benchmarks.repair.baselines import (
    chance_of,
    flag_all,
    highs_installed,
    highs_optimum,
    smallest_sets,
)
from tests.benchmarks.repair.measure import (
    HELD_OUT,
    TUNING,
    Case,
    Score,
    draw_case,
    percentile,
    score,
    with_right_sentence,
)


def main() -> None:
    """Draw the cases, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tables", type=int, default=400, help="how many spoilt tables")
    parser.add_argument("--set", choices=("tuning", "held-out"), default="held-out")
    parser.add_argument("--kinds", action="store_true", help="single slips also by kind")
    parser.add_argument("--oracle", type=int, default=40, help="tables to solve with HiGHS too")
    options = parser.parse_args()
    first = HELD_OUT if options.set == "held-out" else TUNING
    cases = [draw_case(seed) for seed in range(first, first + options.tables)]
    print(f"{options.tables} tables, {options.set} set (seeds from {first})")
    for title, evidence in (("without evidence", False), ("with evidence", True)):
        print(
            f"\n{title}: right cells and values first / in first three / every problem in its first three, %"
        )
        _print_scores([score(case, evidence) for case in cases], options.kinds)
    _print_controlled(cases)
    _print_baselines(cases)
    _print_oracle(cases[: options.oracle])


def _names(s: Score, kinds: bool) -> Iterable[str]:
    """The lines a case counts for."""
    case = s.case
    yield case.line
    if case.line.endswith("1 slip"):
        yield f"{case.line}, some rule broken" if s.problems else f"{case.line}, no rule broken"
        yield f"{case.line}, mix {case.mix}"
        if kinds:
            yield f"{case.line}: {case.spoilt.kinds[0]}"
    if case.line.startswith("表三") and len(case.spoilt.wrong) == 1:
        yield "表三, exactly one wrong cell"


def _print_scores(scores: Sequence[Score], kinds: bool) -> None:
    lines: defaultdict[str, list[Score]] = defaultdict(list)
    for s in scores:
        for name in _names(s, kinds):
            lines[name].append(s)
    for name in sorted(lines):
        print(_line(name, lines[name]))
    print(f"CPU ms a table: {_milliseconds(scores)}")
    for table in ("requests", "challenges"):
        _print_certain(table, [s for s in scores if s.case.spoilt.truth.form.id == table and s.problems])


def _line(name: str, scores: Sequence[Score]) -> str:
    first, three = (_share(s.rank in range(1, k + 1) for s in scores) for k in (1, 3))
    each = _share(s.each_in_three for s in scores)
    innocent = _share(s.innocent for s in scores)
    return (
        f"  {name:34} n={len(scores):5}  {first:5.1f} / {three:5.1f} / {each:5.1f}"
        f"  no innocent cell {innocent:5.1f}  ms {_milliseconds(scores)}"
    )


def _share(hits: Iterable[bool]) -> float:
    every = list(hits)
    return 100 * sum(every) / len(every) if every else 0.0


def _milliseconds(scores: Sequence[Score]) -> str:
    times = [s.milliseconds for s in scores]
    return f"median {percentile(times, 0.5):.1f}, p99 {percentile(times, 0.99):.0f}, max {max(times):.0f}"


def _print_certain(table: str, scores: Sequence[Score]) -> None:
    certain = [
        all(s.case.spoilt.wrong.get(change.cell) == change.new for change in problem.repairs[0].changes)
        for s in scores
        for problem in s.problems
        if problem.repairs and problem.repairs[0].certain
    ]
    problems = sum(len(s.problems) for s in scores)
    print(f"stated as certain, {table}: {len(certain)} of {problems} problems, {_share(certain):.1f} % right")


def _print_controlled(cases: Sequence[Case]) -> None:
    print("\nwith one right sentence on the first wrong cell, no other evidence: first / in first three, %")
    chosen: tuple[tuple[str, Callable[[Case], bool]], ...] = (
        ("表四, 1 slip, one wrong cell", lambda c: c.line == "表四, 1 slip" and len(c.spoilt.wrong) == 1),
        ("表三, figure and its total", lambda c: c.line == "表三, 1 slip" and "leaf_total" in c.spoilt.kinds),
        ("表三, figure and all totals", lambda c: c.line == "表三, 1 slip" and "leaf_all" in c.spoilt.kinds),
    )
    for name, fits in chosen:
        ranks = [score(with_right_sentence(case), True).rank for case in cases if fits(case)]
        first, three = (_share(rank in range(1, k + 1) for rank in ranks) for k in (1, 3))
        print(f"  {name:34} n={len(ranks):5}  {first:5.1f} / {three:5.1f}")


def _print_baselines(cases: Sequence[Case]) -> None:
    print(
        "\nbaselines, tables that break a rule: flag every cell | Fellegi–Holt, ties at random, no evidence"
    )
    lines: defaultdict[str, list[Case]] = defaultdict(list)
    for case in cases:
        if flag_all(case.spoilt).cells:
            lines[case.line].append(case)
    for name in sorted(lines):
        flagged = [flag_all(case.spoilt) for case in lines[name]]
        cells, hits, wrong = (sum(getattr(f, part) for f in flagged) for part in ("cells", "hits", "wrong"))
        first, three = (
            100 * sum(chance_of(case.spoilt, k) for case in lines[name]) / len(flagged) for k in (1, 3)
        )
        print(
            f"  {name:34} n={len(flagged):5}  {cells / len(flagged):4.0f} cells, precision"
            f" {100 * hits / cells:4.1f} %, recall {100 * hits / wrong:4.1f} % | {first:5.1f} / {three:5.1f}"
        )


def _print_oracle(cases: Sequence[Case]) -> None:
    if not highs_installed():
        return
    broken = [case.spoilt for case in cases if flag_all(case.spoilt).cells]
    answered = [(spoilt, sets) for spoilt in broken if (sets := smallest_sets(spoilt))]
    equal = sum(len(sets[0]) == highs_optimum(spoilt) for spoilt, sets in answered)
    print(f"\nsmallest set of cells as small as HiGHS's optimum: {equal} of {len(answered)} tables")
    print(f"not answered within the tries: {len(broken) - len(answered)}")


if __name__ == "__main__":
    main()
