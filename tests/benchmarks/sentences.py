"""How well sentences are held against tables: precision and recall by rule, on our own sentences.

Run ``python -m tests.benchmarks.sentences [-v] [--time]``. Three sets: those the phrases were adjusted to,
those held back, a third and more, and those sought out to mislead. Goal over all: precision at least 0.99
(1.0 for errors), recall at least 0.95. ``-v`` prints each sentence that was judged otherwise than it should
be. ``--time`` measures, in turn with reading the file and in CPU time, what finding and judging the
sentences of the sample reports costs; goal 0.6 ms, and 0.1 ms for judging them again after a number was
typed.
"""

import statistics
import sys
import time
from collections import Counter
from pathlib import Path

from core.checks import prose
from core.files import from_bytes
from core.review import Review
from core.subject import Subject
from tests import samples
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


OF_TEXT = (prose.reported, prose.parts, prose.growth)
OF_FIGURES = (prose.against_tables, prose.collected, prose.repeated)
ROUNDS = 40


def durations(path: Path) -> tuple[float, float, float]:
    """CPU milliseconds of reading the file, of all that is done with its sentences, of judging them again."""
    data = path.read_bytes()
    start = time.process_time()
    report = from_bytes(data, path)
    read = time.process_time()
    review = Review(report)
    subject = Subject(
        path.name,
        "txt",
        report.year,
        report.unit,
        report.recognition.edition,
        review.narrative,
        {form.id: form for form in review.forms},
        {cell: review.reading(cell) for cell in review.cells},
        review.cells,
    )
    _ = subject.narrative.outline
    begin = time.process_time()
    for check in OF_TEXT + OF_FIGURES:
        list(check(subject))
    judged = time.process_time()
    for check in OF_FIGURES:
        list(check(subject))
    again = time.process_time()
    return (read - start) * 1000, (judged - begin) * 1000, (again - judged) * 1000


def show_times() -> None:
    print(f"{'report':40} {'read ms':>8} {'sentences':>10} {'share':>6} {'again':>6}")
    paths = sorted((samples.FOLDER / "reports").glob("*.txt"))
    rounds = [[durations(path) for path in paths] for _ in range(ROUNDS)]
    for path, times in zip(paths, zip(*rounds, strict=True), strict=True):
        read, judged, again = (statistics.median(column) for column in zip(*times, strict=True))
        print(f"{path.name[:40]:40} {read:8.2f} {judged:10.3f} {judged / read:6.1%} {again:6.3f}")


def main(arguments: list[str]) -> int:
    totals = [Counter[Said](), Counter[Said](), Counter[Said]()]
    for name in ("tuned", "held", "later"):
        counts = measure(name, verbose="-v" in arguments)
        print(
            f"{name} ({len(corpus(name))} sentences)\n  rule       right  needless  missed  precision  recall"
        )
        for rule in sorted({said[0] for count in counts for said in count}):
            show(rule, *(sum(n for said, n in count.items() if said[0] == rule) for count in counts))
        show("all", *(count.total() for count in counts))
        for total, count in zip(totals, counts, strict=True):
            total.update(count)
    if "--time" in arguments:
        show_times()
    print("all sets")
    for severity in ("error", "warning", "advice"):
        show(severity, *(sum(n for said, n in total.items() if said[1] == severity) for total in totals))
    show("all", *(total.total() for total in totals))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
