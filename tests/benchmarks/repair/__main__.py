"""``python -m tests.benchmarks.repair [--tables N] [--set tuning|held-out]``: the table of figures."""

import argparse
from collections import defaultdict
from collections.abc import Sequence

from tests.benchmarks.repair.corrupt import ONE_CELL
from tests.benchmarks.repair.measure import HELD_OUT, TUNING, Score, draw_case, percentile, score


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tables", type=int, default=400)
    parser.add_argument("--set", choices=("tuning", "held-out"), default="held-out")
    parser.add_argument("--kinds", action="store_true", help="also by kind of slip")
    options = parser.parse_args()
    first = HELD_OUT if options.set == "held-out" else TUNING
    cases = [draw_case(seed) for seed in range(first, first + options.tables)]
    for with_evidence in (False, True):
        scores = [score(case, with_evidence) for case in cases]
        print(f"\n{'with' if with_evidence else 'without'} evidence")
        _print_lines(scores, options.kinds)


def _print_lines(scores: Sequence[Score], kinds: bool) -> None:
    lines: defaultdict[str, list[Score]] = defaultdict(list)
    for s in scores:
        lines[s.case.line].append(s)
        if s.case.line == "表三, 1 slip":
            lines[f"表三, 1 slip, mix {s.case.mix}"].append(s)
            if len(s.case.spoilt.wrong) == 1:
                lines["表三, one wrong cell"].append(s)
        if kinds and len(s.case.spoilt.kinds) == 1:
            lines[f"  {s.case.line[:2]} {s.case.spoilt.kinds[0]}"].append(s)
    for name in sorted(lines):
        print(_line(name, lines[name]))
    times = [s.milliseconds for s in scores]
    print(
        f"CPU ms a table: median {percentile(times, 0.5):.1f}, p99 {percentile(times, 0.99):.0f}, max {max(times):.0f}"
    )
    _print_certain(scores)


def _line(name: str, scores: Sequence[Score]) -> str:
    n = len(scores)
    first, three = (100 * sum(0 < s.rank <= k for s in scores) / n for k in (1, 3))
    times = [s.milliseconds for s in scores]
    clean = 100 * sum(_innocent(s) for s in scores) / n
    return (
        f"{name:28} n={n:5}  first {first:5.1f}  three {three:5.1f}  no innocent cell {clean:5.1f}"
        f"  ms {percentile(times, 0.5):6.1f} / {percentile(times, 0.99):6.1f} / {max(times):6.1f}"
    )


def _innocent(s: Score) -> bool:
    named = {change.cell for p in s.problems for r in p.repairs[:1] for change in r.changes}
    return named <= s.case.spoilt.wrong.keys()


def _print_certain(scores: Sequence[Score]) -> None:
    for table in ("requests", "challenges"):
        certain = [
            (r, s.case.spoilt.wrong)
            for s in scores
            if s.case.spoilt.truth.form.id == table
            for p in s.problems
            for r in p.repairs[:1]
            if r.certain
        ]
        every = sum(len(s.problems) for s in scores if s.case.spoilt.truth.form.id == table)
        right = sum(all(w.get(c.cell) == c.new for c in r.changes) for r, w in certain)
        if certain:
            print(
                f"certain, {table}: {len(certain)} of {every} problems, {100 * right / len(certain):.1f} % right"
            )


if __name__ == "__main__":
    main()
