"""Mutation testing of what must never be wrong: ``python -m tests.mutants [GROUP…] [--work FOLDER]``.

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

from tests.mutants.told import STATUSES, told
from tests.mutants.workshop import furnish

HERE = Path(__file__).parent
GROUPS = tomllib.loads((HERE / "groups.toml").read_text("utf-8"))
_KILLED = (1, 3)


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.mutants", description=__doc__)
    parser.add_argument("groups", nargs="*", metavar="GROUP", help=" ".join(GROUPS))
    parser.add_argument("--told", action="store_true", help="only report the last run")
    parser.add_argument("--work", type=Path, default=Path(tempfile.gettempdir()) / "gouji-mutants")
    parser.add_argument("--processes", type=int, default=os.cpu_count() or 1)
    given = parser.parse_args()
    record = (HERE / "RECORD.md").read_text("utf-8")
    unexplained = 0
    for group in given.groups or GROUPS:
        folder = given.work / group
        if not given.told:
            run(folder, GROUPS[group], given.processes)
        unexplained += report(folder, record)
    return 1 if unexplained else 0


def run(folder: Path, group: dict[str, list[str]], processes: int) -> None:
    """Mutate the group's files in ``folder`` and test every mutant that is not known to be killed."""
    furnish(folder, group["files"], group["tests"], group.get("leave", []))
    for path in folder.glob("mutants/core/**/*.meta"):
        results = json.loads(path.read_text("utf-8"))
        codes = results["exit_code_by_key"]
        results["exit_code_by_key"] = {k: code if code in _KILLED else None for k, code in codes.items()}
        path.write_text(json.dumps(results), "utf-8")
    (folder / "mutants" / "mutmut-stats.json").unlink(missing_ok=True)
    mutmut = Path(sys.executable).with_name("mutmut")
    subprocess.run([mutmut, "run", "--max-children", str(processes)], cwd=folder, check=True)


def report(folder: Path, record: str) -> int:
    """Print how many mutants each file had, and the survivors without a reason; returns their number."""
    mutants = told(folder)
    for name in sorted({m.file for m in mutants}):
        counts = Counter(m.status for m in mutants if m.file == name)
        print(f"| {name} | {counts.total()} | " + " | ".join(str(counts[s]) for s in STATUSES) + " |")
    unexplained = [m for m in mutants if m.status != "killed" and m.line not in record]
    for mutant in unexplained:
        print(f"- {mutant.line}")
    return len(unexplained)


if __name__ == "__main__":
    sys.exit(main())
