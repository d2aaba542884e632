"""How well sentences are held against tables: precision and recall by rule, on our own sentences.

Run ``python -m tests.benchmarks.sentences [-v]``. Two sets: those the phrases were adjusted to, and those
held back, a third. Goal over both: precision at least 0.99 (1.0 for errors), recall at least 0.95.
``-v`` prints each sentence that was judged otherwise than it should be.
"""

import sys
from collections import Counter

from tests.sentences import Said, compared, corpus


def measure(name: str, *, verbose: bool = False) -> tuple[Counter[Said], Counter[Said], Counter[Said]]:
    """Right, needless and missed findings of one set, counted."""
    right: Counter[Said] = Counter()
    needless: Counter[Said] = Counter()
    missed: Counter[Said] = Counter()
    for sentence in corpus(name):
        good, extra, lost = compared(sentence)
        right.update(good)
        needless.update(extra)
        missed.update(lost)
        if verbose and (extra or lost):
            print(f"  {' / '.join(sentence.lines)[:110]}\n    needless {extra}  missed {lost}")
    return right, needless, missed


def share(part: int, rest: int) -> float:
    return part / (part + rest) if part + rest else 1.0


def show(label: str, right: int, needless: int, missed: int) -> None:
    shares = f"{share(right, needless):10.3f} {share(right, missed):7.3f}"
    print(f"  {label:10} {right:5} {needless:9} {missed:7} {shares}")


def main(arguments: list[str]) -> int:
    totals = [Counter[Said](), Counter[Said](), Counter[Said]()]
    for name in ("tuned", "held"):
        counts = measure(name, verbose="-v" in arguments)
        print(
            f"{name} ({len(corpus(name))} sentences)\n  rule       right  needless  missed  precision  recall"
        )
        for rule in sorted({said[0] for count in counts for said in count}):
            show(rule, *(sum(n for said, n in count.items() if said[0] == rule) for count in counts))
        show("all", *(count.total() for count in counts))
        for total, count in zip(totals, counts, strict=True):
            total.update(count)
    print("both")
    for severity in ("error", "warning", "advice"):
        show(severity, *(sum(n for said, n in total.items() if said[1] == severity) for total in totals))
    show("all", *(total.total() for total in totals))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
