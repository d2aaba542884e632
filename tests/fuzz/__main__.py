"""``python -m tests.fuzz``: a long run. Exit code 0 if nothing failed in it, 1 if something did."""

import argparse
import os
import sys
from pathlib import Path

from tests.fuzz.mutants import TARGETS
from tests.fuzz.record import load
from tests.fuzz.run import Plan, run
from tests.fuzz.summary import put, summary


def main() -> int:
    """Run as the arguments say; the record tells how many files there were and what failed."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--count", type=int, default=100_000, help="files in all, with those in the record")
    parser.add_argument("--seed", default="1")
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--only", nargs="*", default=(), choices=sorted(TARGETS), help="readers")
    parser.add_argument(
        "--record", type=Path, default=Path("fuzz.json"), help="counts; goes on where it is there"
    )
    parser.add_argument("--failures", type=Path, help="folder for the files that failed")
    parser.add_argument(
        "--again", nargs=2, metavar=("READER", "NUMBER"), help="write one file of the run and judge it"
    )
    parser.add_argument(
        "--atheris", type=int, metavar="SECONDS", help="guided by coverage, so long for each reader"
    )
    parser.add_argument("--summary", type=Path, metavar="PAGE", help="put what the record says into a page")
    given = parser.parse_args()
    if given.summary:
        put(summary(load(given.record, given.seed)), given.summary)
        return 0
    os.nice(19)
    if given.again:
        from tests.fuzz.again import again

        return again(given.again[0], int(given.again[1]), given.seed, given.failures or Path())
    if given.atheris is not None:
        from tests.fuzz.guided import guided

        return guided(given.only or sorted(TARGETS), given.atheris, given.failures)
    record = run(
        Plan(given.count, given.seed, given.processes, tuple(given.only), given.record, given.failures)
    )
    return 1 if record.failures else 0


if __name__ == "__main__":
    sys.exit(main())
