"""What is done to files by a process of its own, which may come to a sudden end in the middle of it.

``python -m tests.faults.deeds NAME FOLDER`` does one; each begins with what ``prepare`` has put there.
"""

import sys
from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path

from core import journal, sidecar
from core.batch.store import Store
from core.errors import GoujiError
from core.filenames import corrected_name
from core.files import Report, open_report, save
from core.review import Review
from core.writing import write_atomic
from tests.layouts import balanced, report

NAME = "青禾区农业农村局.txt"
SLIP = "requests.granted.natural"
Deed = Callable[[], object]
OLD, NEW = b"old " * 1000, b"new!" * 3000


def prepare(folder: Path) -> None:
    """A report with a wrong cell, an earlier corrected copy of it, and what is written besides."""
    path = folder / NAME
    path.write_text(report("pipes_padded", balanced() | {SLIP: "9754"}), encoding="utf-8", newline="")
    corrected_name(path).write_bytes(OLD)
    (folder / "plain.bin").write_bytes(OLD)
    sidecar.store(path, [sidecar.Remembered((), "原来的原因", "2024-01-08")])
    journal.write(folder / "window.1.json", _journal(path, "1"))
    Store(folder / "store").put("ab12", {"value": "old"})


def _journal(path: Path, new: str) -> journal.Journal:
    return journal.Journal(path, "digest", datetime(2024, 1, 8), {SLIP: ("9754", new)})


def opened(folder: Path) -> tuple[Report, Review]:
    found = open_report(folder / NAME)
    review = Review(found)
    review.set_value(SLIP, balanced()[SLIP])
    return found, review


def _save_over(folder: Path) -> Deed:
    found, review = opened(folder)
    return partial(save, found, review.corrections, found.path)


def _save_beside(folder: Path) -> Deed:
    found, review = opened(folder)
    return partial(save, found, review.corrections, corrected_name(found.path))


def _plain(folder: Path) -> Deed:
    return partial(write_atomic, folder / "plain.bin", NEW)


def _sidecar(folder: Path) -> Deed:
    return partial(sidecar.store, folder / NAME, [sidecar.Remembered((), "新的原因", "2024-01-09")])


def _journal_again(folder: Path) -> Deed:
    return partial(journal.write, folder / "window.1.json", _journal(folder / NAME, "2"))


def _remember(folder: Path) -> Deed:
    return partial(Store(folder / "store").put, "ab12", {"value": "new"})


DEEDS: dict[str, Callable[[Path], Deed]] = {
    "save_over": _save_over,
    "save_beside": _save_beside,
    "plain": _plain,
    "sidecar": _sidecar,
    "journal": _journal_again,
    "remember": _remember,
}
"""Each gets ready what it needs and returns what is then done."""

if __name__ == "__main__":
    try:
        DEEDS[sys.argv[1]](Path(sys.argv[2]))()
    except GoujiError as error:
        print(error)
        sys.exit(2)
