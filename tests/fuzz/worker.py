"""One process of a long run: takes numbers of files, judges them, tells what it saw."""

import faulthandler
import os
import resource
import signal
import sys
import tempfile
import time
import traceback
from collections import Counter
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from multiprocessing.sharedctypes import Synchronized
from pathlib import Path
from random import Random
from types import FrameType

from tests.fuzz.guard import Guard
from tests.fuzz.mutants import TARGETS, mutant
from tests.fuzz.oracle import judge
from tests.fuzz.promises import BrokenPromiseError

SECONDS = 5
"""Processor time a file may take, reading, checking and saving together."""
MEMORY = 2 << 30
"""Bytes of address space a process may take, the program itself included."""

ON_DISK = 0.02
"""Of the files, how many are opened, corrected and saved on disk."""


class HungError(BaseException):
    """Not an Exception, so that nothing in between takes it for its own."""


@dataclass(frozen=True)
class Task:
    """Files ``start`` to ``start + count`` of one reader."""

    target: str
    seed: str
    start: int
    count: int


@dataclass(frozen=True)
class Failure:
    """kind: the exception and where it was raised, for telling one bug from another; trace: all of it."""

    target: str
    number: int
    kind: str
    trace: str


@dataclass
class Tally:
    """What became of a task's files. slowest: processor seconds, with the file's number. unproved: files
    whose correction was taken back because it read otherwise.
    """

    task: Task
    outcomes: Counter[str] = field(default_factory=Counter)
    failures: list[Failure] = field(default_factory=list)
    slowest: tuple[float, int] = (0.0, -1)
    unproved: list[int] = field(default_factory=list)


def work(pipe: Connection, at: "Synchronized[int]") -> None:
    """Judge until the pipe closes. ``at``: number of the file at hand, if this process should die of it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGPROF, hung)
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    faulthandler.enable()
    with tempfile.TemporaryDirectory() as empty, tempfile.TemporaryDirectory() as disk:
        os.environ["GOUJI_CACHE"] = disk
        os.chdir(empty)
        guard = Guard()
        for target in TARGETS.values():
            judge(Random(0), target.seeds()[0], target)  # takes in what is imported at first use
        while True:
            try:
                task = pipe.recv()
            except EOFError:
                return
            pipe.send(_done(task, at, guard, Path(disk)))


def _done(task: Task, at: "Synchronized[int]", guard: Guard, disk: Path) -> Tally:
    tally, target = Tally(task), TARGETS[task.target]
    for number in range(task.start, task.start + task.count):
        at.value = number
        rng, data = mutant(target, task.seed, number)
        on_disk = rng.random() < ON_DISK
        before = time.process_time()
        signal.setitimer(signal.ITIMER_PROF, SECONDS)
        signal.setitimer(signal.ITIMER_VIRTUAL, 3 * SECONDS)  # ends the process where none of Python runs
        guard.is_on = not on_disk
        try:
            outcome = judge(rng, data, target, disk if on_disk else None)
            tally.outcomes.update(outcome)
            tally.unproved += [number] * ("not proved" in outcome)
            if guard.seen:
                raise BrokenPromiseError(f"forbidden: {guard.seen[:5]}")
        except (Exception, HungError) as error:
            tally.failures.append(_failure(task.target, number, error))
        finally:
            guard.is_on = False
            signal.setitimer(signal.ITIMER_PROF, 0)
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)
            guard.seen.clear()
        tally.slowest = max(tally.slowest, (time.process_time() - before, number))
    if left := os.listdir("."):
        tally.failures.append(Failure(task.target, task.start, "files made", f"{left} in the current folder"))
    return tally


def hung(_signal: int, frame: FrameType | None) -> None:
    """Handler of SIGPROF: a file has taken all the processor time it may."""
    raise HungError("".join(traceback.format_stack(frame, limit=12)))


def _failure(target: str, number: int, error: BaseException) -> Failure:
    frames = traceback.extract_tb(error.__traceback__)[-3:]
    where = " < ".join(f"{Path(frame.filename).name}:{frame.lineno}" for frame in reversed(frames))
    text = "".join(traceback.format_exception(error))
    return Failure(target, number, f"{type(error).__name__} {where}", text[-6000:])


def died(target: str, number: int, code: int | None) -> Failure:
    """What to say of a process that ended by itself."""
    return Failure(target, number, f"process died ({code})", f"exit code {code}; {sys.executable}")
