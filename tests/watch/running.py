"""Runs the program in a process that is watched."""

import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from core.resources import ROOT


@dataclass(frozen=True)
class Seen:
    """processes: how many of them were watched. events: what they reached for."""

    code: int
    out: str
    processes: int
    events: tuple[str, ...]


def watched(arguments: Sequence[str | Path], folder: Path, **environment: str) -> Seen:
    """``python ARGUMENTS…`` with a home of its own in ``folder``, and what came of it."""
    log = folder / "watched.txt"
    log.unlink(missing_ok=True)
    own = {
        "PYTHONPATH": f"{Path(__file__).parent}{os.pathsep}{ROOT.parent}",
        "PYTHONUTF8": "1",
        "HOME": str(folder),
    }
    own |= {f"XDG_{kind}_HOME": str(folder) for kind in ("CONFIG", "DATA", "CACHE")}
    own |= {"GOUJI_WATCH": str(log), "GOUJI_CACHE": str(folder / "cache")}
    command = [sys.executable, *map(str, arguments)]
    run = subprocess.run(
        command,
        env=os.environ | own | environment,
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
    )
    lines = log.read_text(encoding="utf-8").splitlines()
    processes = [line for line in lines if line.startswith("process ")]
    events = tuple(line for line in lines if not line.startswith("process "))
    return Seen(run.returncode, run.stdout + run.stderr, len(processes), events)
