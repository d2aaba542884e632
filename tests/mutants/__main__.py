"""Mutation testing of what must never be wrong: ``python -m tests.mutants [GROUP…] [--work FOLDER]``.

Never as root, unless nothing around can be harmed: a mutant of what writes files may write anywhere.
Needs the extra ``quality``; groups and their tests are in groups.toml. Every survivor that RECORD.md does not
give a reason for is printed, and then the exit code is 1. A second run tests again only what survived.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

from tests.mutants.told import STATUSES, told
from tests.mutants.workshop import furnish

HERE = Path(__file__).parent
GROUPS = tomllib.loads((HERE / "groups.toml").read_text("utf-8"))
_KILLED = (1, 3)
_SURVIVED = (0, 5, 33, 36, 24, -24, 152)
"""Exit codes of mutmut's workers: survived, not tested, out of time."""


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.mutants", description=__doc__)
    parser.add_argument("groups", nargs="*", metavar="GROUP", help=" ".join(GROUPS))
    parser.add_argument("--told", action="store_true", help="only report the last run")
    parser.add_argument("--work", type=Path, default=Path(tempfile.gettempdir()) / "gouji-mutants")
    parser.add_argument("--processes", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--as-root", action="store_true", help="in a container or mount namespace of its own")
    given = parser.parse_args()
    if os.geteuid() == 0 and not (given.as_root or given.told):
        parser.error("mutants may damage the system; run them as an ordinary user")
    record = (HERE / "RECORD.md").read_text("utf-8")
    unexplained = 0
    for group in given.groups or GROUPS:
        folder = given.work / group
        if not given.told:
            run(folder, GROUPS[group], given.processes)
        unexplained += report(folder, record)
    return 1 if unexplained else 0


def run(folder: Path, group: dict[str, Any], processes: int) -> None:
    """Mutate the group's files in ``folder`` and test every mutant that is not known to be killed."""
    furnish(folder, **group)
    _forget(folder, _KILLED)
    (folder / "mutants" / "mutmut-stats.json").unlink(missing_ok=True)
    mutmut = [Path(sys.executable).with_name("mutmut"), "run", "--max-children", str(processes)]
    subprocess.run(mutmut, cwd=folder, check=True)
    if _forget(
        folder, (*_KILLED, *_SURVIVED)
    ):  # a worker that could not even begin says nothing of its mutant
        subprocess.run(mutmut, cwd=folder, check=True)


def _forget(folder: Path, known: tuple[int, ...]) -> bool:
    """Let mutmut test again what came to any other end; returns whether there was such a mutant."""
    forgotten = False
    for path in folder.glob("mutants/core/**/*.meta"):
        results = json.loads(path.read_text("utf-8"))
        codes = results["exit_code_by_key"]
        forgotten |= any(code not in known for code in codes.values())
        results["exit_code_by_key"] = {k: code if code in known else None for k, code in codes.items()}
        path.write_text(json.dumps(results), "utf-8")
    return forgotten


def report(folder: Path, record: str) -> int:
    """Print how many mutants each file had, and the survivors without a reason; returns their number."""
    mutants = told(folder)
    for name in sorted({m.file for m in mutants}):
        counts = Counter(m.status for m in mutants if m.file == name)
        print(f"| {name} | {counts.total()} | " + " | ".join(str(counts[s]) for s in STATUSES) + " |")
    open_ = ("survived", "no tests", "unclear")
    unexplained = [m for m in mutants if m.status in open_ and m.line not in record]
    for mutant in unexplained:
        print(f"- {mutant.line}")
    return len(unexplained)


if __name__ == "__main__":
    sys.exit(main())
