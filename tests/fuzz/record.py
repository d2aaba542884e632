"""What a long run has done so far, kept as JSON so that it can go on another day, with another commit."""

import json
import os
import subprocess
from collections import Counter
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from tests.fuzz.worker import Failure, Tally

_FEW = 20


@dataclass
class Record:
    """next: first file of each reader that nobody has been given. runs: counts by commit and reader."""

    seed: str
    next: dict[str, int] = field(default_factory=dict)
    runs: dict[str, dict[str, dict[str, Any]]] = field(default_factory=dict)
    failures: list[dict[str, Any]] = field(default_factory=list)

    def inputs(self, target: str | None = None) -> int:
        """Files judged so far, of one reader or of all."""
        counts = [(name, c["inputs"]) for run in self.runs.values() for name, c in run.items()]
        return sum(count for name, count in counts if target in (None, name))

    def add(self, commit: str, tally: Tally) -> None:
        """Count a finished task."""
        counts = self.runs.setdefault(commit, {}).setdefault(tally.task.target, {"inputs": 0, "failures": 0})
        counts["inputs"] += tally.task.count
        counts["failures"] += len(tally.failures)
        counts["outcomes"] = dict(Counter(counts.get("outcomes", {})) + tally.outcomes)
        counts["slowest"] = max(counts.get("slowest", [0.0, -1]), list(tally.slowest))
        counts["unproved"] = (counts.get("unproved", []) + tally.unproved)[:_FEW]
        self.failures += [{"commit": commit, **asdict(failure)} for failure in tally.failures]

    def save(self, path: Path) -> None:
        """Write it whole or not at all."""
        beside = path.with_suffix(".part")
        beside.write_text(json.dumps(asdict(self), ensure_ascii=False, indent=1), encoding="utf-8")
        os.replace(beside, path)

    def is_new_kind(self, failure: Failure) -> bool:
        """Whether no failure of this kind is in the record yet."""
        return all(known["kind"] != failure.kind for known in self.failures)


def load(path: Path, seed: str) -> Record:
    """The record there, or a new one; a record keeps its own seed."""
    if not path.exists():
        return Record(seed)
    return Record(**json.loads(path.read_text(encoding="utf-8")))


def commit() -> str:
    """What is being tested: the commit, with a mark where files differ from it."""
    found = subprocess.run(
        ["git", "describe", "--always", "--dirty", "--exclude=*"], capture_output=True, text=True, check=False
    )
    return found.stdout.strip() or "unknown"
