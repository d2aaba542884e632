"""The long run: processes that judge files by the million, counted, resumable, each failure kept."""

import multiprocessing
import signal
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from multiprocessing.sharedctypes import Synchronized
from pathlib import Path

from tests.fuzz import nearby
from tests.fuzz.mutants import TARGETS, mutant
from tests.fuzz.record import Record, commit, load
from tests.fuzz.worker import Failure, Tally, Task, died, work

_CHUNK = 250
_SAVED_EVERY = 10.0
_SILENCE = 600.0
"""Seconds without a word after which a process counts as hung where no signal reaches it."""
_SPAWN = multiprocessing.get_context("spawn")


@dataclass(frozen=True)
class Plan:
    """count: files in all, with those in the record. only: readers, all if empty. folder: for what failed."""

    count: int
    seed: str
    processes: int
    only: tuple[str, ...]
    record: Path
    folder: Path | None


class _Hand:
    """A process and what it is doing."""

    def __init__(self) -> None:
        self.task: Task | None = None
        self.since = time.monotonic()
        self.pipe: Connection
        self.pipe, other = _SPAWN.Pipe()
        self.at: Synchronized[int] = _SPAWN.Value("q", -1)
        self.process: SpawnProcess = _SPAWN.Process(target=work, args=(other, self.at), daemon=True)
        self.process.start()
        other.close()

    def give(self, task: Task) -> None:
        self.task, self.since = task, time.monotonic()
        self.pipe.send(task)

    def dismiss(self) -> None:
        """End it: it is idle, dead, or hung."""
        self.pipe.close()
        self.process.join(5)
        if self.process.is_alive():
            self.process.kill()
            self.process.join()


class _Run:
    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.record = load(plan.record, plan.seed)
        self.commit = commit()
        self.is_stopping = False
        self._saved = time.monotonic()
        self._begun, self._at_first = time.monotonic(), self.record.inputs()

    def tasks(self) -> Iterator[Task]:
        """What is to do, the reader that is furthest behind its share first."""
        shares = {
            name: t.share for name, t in TARGETS.items() if not self.plan.only or name in self.plan.only
        }
        given = {name: self.record.inputs(name) for name in shares}
        total = self.record.inputs() if not self.plan.only else sum(given.values())
        while total < self.plan.count and not self.is_stopping:
            name = min(shares, key=lambda n: given[n] / shares[n])
            count, start = min(_CHUNK, self.plan.count - total), self.record.next.get(name, 0)
            self.record.next[name] = start + count
            given[name] += count
            total += count
            yield Task(name, self.record.seed, start, count)

    def take(self, tally: Tally) -> None:
        """Count what a process has told, keep what failed."""
        for failure in tally.failures:
            if self.record.is_new_kind(failure):
                print(f"{failure.target} {failure.number}: {failure.kind}\n{failure.trace}", flush=True)
                self._keep(failure)
        self.record.add(self.commit, tally)
        if time.monotonic() - self._saved > _SAVED_EVERY:
            self.save()

    def save(self) -> None:
        self.record.save(self.plan.record)
        self._saved = time.monotonic()
        done, seconds = self.record.inputs(), self._saved - self._begun
        speed = (done - self._at_first) / max(seconds, 1)
        print(f"{done} files, {speed:.0f} a second, {len(self.record.failures)} failures", flush=True)

    def _keep(self, failure: Failure) -> None:
        if self.plan.folder is not None:
            self.plan.folder.mkdir(parents=True, exist_ok=True)
            _, data = mutant(TARGETS[failure.target], self.record.seed, failure.number)
            (self.plan.folder / f"{failure.number}.{failure.target}").write_bytes(data)

    def _last(self, done: Task, number: int, code: int | None) -> Tally:
        """What to count of a task whose process ended by itself."""
        target = TARGETS[done.target]
        if target.read is nearby.pdf and nearby.is_contained(mutant(target, done.seed, number)[1]):
            return Tally(done, Counter(["contained"]))
        return Tally(done, failures=[died(done.target, number, code)])

    def settle(self, hand: _Hand) -> _Hand:
        """Hear what a process has to say; if it has died or hung, count what it was at and start another."""
        task = hand.task
        try:
            if hand.pipe.poll():
                self.take(hand.pipe.recv())
                hand.task = None
                return hand
        except (EOFError, OSError):
            pass
        hand.dismiss()
        if task is not None:
            number = max(hand.at.value, task.start)
            done = Task(task.target, task.seed, task.start, number - task.start + 1)
            self.take(self._last(done, number, hand.process.exitcode))
        new = _Hand()
        if task is not None and (rest := task.start + task.count - number - 1):
            new.give(Task(task.target, task.seed, number + 1, rest))
        return new


def run(plan: Plan) -> Record:
    """Judge files until there are as many as planned; an interruption lets what is begun end."""
    state = _Run(plan)
    before = signal.signal(signal.SIGINT, lambda *_: setattr(state, "is_stopping", True))
    hands = [_Hand() for _ in range(plan.processes)]
    tasks = state.tasks()
    while True:
        for hand in hands:
            if hand.task is None and (task := next(tasks, None)) is not None:
                hand.give(task)
        busy = [hand for hand in hands if hand.task is not None]
        if not busy:
            break
        ready = wait([hand.pipe for hand in busy], timeout=5)
        late = [h for h in busy if time.monotonic() - h.since > _SILENCE or not h.process.is_alive()]
        settled = [h for h in busy if h.pipe in ready or h in late]
        hands = [state.settle(hand) if hand in settled else hand for hand in hands]
    for hand in hands:
        hand.dismiss()
    signal.signal(signal.SIGINT, before)
    state.save()
    return state.record
