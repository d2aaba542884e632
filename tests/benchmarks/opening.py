"""Opening a report to its findings, against the floor: unzipping it and parsing its XML with lxml.

Run ``python -m tests.benchmarks.opening [FILE…]``. All is measured alternately in one run, in CPU time,
so that the ratios mean something on a busy machine. Two floors: the parts that hold the tables, and all
XML in the package (``all``). Goal: at most 3 × for the largest sample; a keystroke's re-check below 1 ms.
"""

import statistics
import sys
import time
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from lxml import etree

from core.files import from_bytes
from core.resources import ROOT
from core.review import Review
from tests import samples

ROUNDS = 25
GOAL = 3.0


def parse(data: bytes, *, everything: bool = False) -> int:
    """Unzip and parse the parts a reader cannot do without, or all XML parts; returns their bytes."""
    size = 0
    with zipfile.ZipFile(BytesIO(data)) as package:
        for name in package.namelist():
            if name.startswith(_NEEDED) or (everything and name.endswith((".xml", ".rels"))):
                part = package.read(name)
                etree.fromstring(part)
                size += len(part)
    return size


_NEEDED = ("word/document.xml", "xl/worksheets/sheet", "xl/workbook.xml", "xl/sharedStrings")


def milliseconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return (time.process_time() - start) * 1000


def compare(path: Path) -> tuple[float, float, float]:
    """Median CPU milliseconds of the two floors and of opening to findings, measured in turn."""
    data = path.read_bytes()
    works = (
        lambda: parse(data),
        lambda: parse(data, everything=True),
        lambda: Review(from_bytes(data, path)).findings,
    )
    rounds = [[milliseconds(work) for work in works] for _ in range(ROUNDS)]
    low, whole, full = (statistics.median(column) for column in zip(*rounds, strict=True))
    return low, whole, full


def keystroke(path: Path) -> float:
    """Median CPU milliseconds from a typed number to the new findings."""
    review = Review(from_bytes(path.read_bytes(), path))
    cell = next(c for c in review.cells if c.startswith("requests.") and not review.locked(c))
    times = []
    for n in range(200):
        start = time.process_time()
        review.set_value(cell, str(n))
        _ = review.findings
        times.append((time.process_time() - start) * 1000)
    return statistics.median(times)


def main(arguments: list[str]) -> int:
    paths = [Path(a) for a in arguments] or [
        p
        for p in (*samples.paths("match"), *sorted((ROOT / "samples").iterdir()))
        if p.suffix in (".docx", ".xlsx")
    ]
    largest = max(paths, key=lambda p: parse(p.read_bytes()))
    print(
        f"{'file':44} {'floor ms':>9} {'all ms':>8} {'open ms':>8} {'ratio':>6} {'of all':>6} {'key ms':>7}"
    )
    for path in paths:
        low, whole, full = compare(path)
        mark = " * largest" if path == largest else ""
        print(
            f"{path.name[:44]:44} {low:9.2f} {whole:8.2f} {full:8.2f} {full / low:6.2f} {full / whole:6.2f}"
            f" {keystroke(path):7.3f}{mark}"
        )
    print(f"goal for the largest: {GOAL}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
