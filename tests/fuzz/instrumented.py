"""The process in which one reader runs under atheris, which must see the program's modules come in."""

import signal
import sys
import tempfile
from pathlib import Path
from random import Random

import atheris

with atheris.instrument_imports(include=["core"]):
    from core.formats import registry
    from tests.fuzz.mutants import TARGETS, Target
    from tests.fuzz.oracle import judge
    from tests.fuzz.worker import SECONDS, hung

    for _format in ("txt", "docx", "xlsx", "html", "mht", "csv", "pdf"):
        registry.by_name(_format)

_LARGEST = 65536
_MEGABYTES = 2048
_WAITING = 120
"""Seconds on the clock after which libFuzzer ends a file that no signal reaches."""
_THOROUGH = 8


def fuzz(target: Target, seconds: int, folder: Path) -> None:
    """Begin with the reader's seeds and change them as the other drivers do; never returns."""

    def change(data: bytes, most: int, seed: int) -> bytes:
        rng = Random(seed)
        known = data if len(data) > 1 and rng.random() < 0.98 else rng.choice(target.seeds())
        return target.mutate(rng, known)[:most]

    def test(data: bytes) -> None:
        signal.setitimer(signal.ITIMER_PROF, SECONDS)
        judge(Random(data), data, target, thorough=not len(data) % _THOROUGH)
        signal.setitimer(signal.ITIMER_PROF, 0)

    signal.signal(signal.SIGPROF, hung)
    with tempfile.TemporaryDirectory() as corpus:
        for number, seed in enumerate(target.seeds()):
            Path(corpus, str(number)).write_bytes(seed)
        limits = [f"-max_total_time={seconds}", f"-timeout={_WAITING}", f"-rss_limit_mb={_MEGABYTES}"]
        options = [
            f"-max_len={_LARGEST}",
            f"-artifact_prefix={folder}/{target.name}-",
            "-print_final_stats=1",
        ]
        atheris.Setup([sys.argv[0], *limits, *options, corpus], test, custom_mutator=change)
        atheris.Fuzz()


if __name__ == "__main__":
    fuzz(TARGETS[sys.argv[1]], int(sys.argv[2]), Path(sys.argv[3]))
