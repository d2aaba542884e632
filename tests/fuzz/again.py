"""One file of a run once more: written for looking at, and judged with the whole trace."""

from pathlib import Path

from tests.fuzz.mutants import TARGETS, mutant
from tests.fuzz.oracle import judge


def again(reader: str, number: int, seed: str, folder: Path) -> int:
    """Write the file into a folder and judge it; raises what it raises."""
    rng, data = mutant(TARGETS[reader], seed, number)
    rng.random()
    path = folder / f"{number}.{reader}"
    path.write_bytes(data)
    print(f"{path}: {', '.join(sorted(judge(rng, data, TARGETS[reader])))}")
    return 0
