"""A folder checked, against the floor and against libraries read the usual way; all in one run.

Run ``python -m tests.benchmarks.batch [COUNT]``. CPU time per file of

- the floor: unzipping a file and parsing every XML part of it with lxml (a text: reading it),
- checking it to its findings and suggestions, in one process, and what of that is reading and recognising,
- python-docx and openpyxl reading every cell, and pandas and markitdown where they are installed,
- the same folder in two processes, in CPU time of all of them together.

Goals: checking at most 2 × the floor; two processes at most 1.05 × one; the peak of memory at ten times as
many files within 10 %.
"""

import os
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterable
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path

from core.batch.record import record_of
from core.batch.run import Pool, check_one
from core.batch.store import Store
from core.batch.terms import Terms
from core.files import from_bytes
from tests.benchmarks.batch.generate import folder

_PEAK = """
import resource, sys
from pathlib import Path
from core.batch.run import run
from core.batch.store import Store
from core.batch.terms import Terms
paths = sorted(Path(sys.argv[1]).iterdir())[: int(sys.argv[2])]
rows = list(run(paths, Terms().sealed(), Store(Path(sys.argv[3])), jobs=2))
own, others = (resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
print(own, others, len(rows))
"""


def floor(data: bytes) -> None:
    from lxml import etree

    if not data.startswith(b"PK"):
        data.decode("utf-8")
        return
    with zipfile.ZipFile(BytesIO(data)) as package:
        for name in package.namelist():
            if name.endswith((".xml", ".rels")):
                etree.fromstring(package.read(name))


def usual(path: Path, data: bytes) -> None:
    """Every cell's text, as the libraries' own introductions read it."""
    if path.suffix == ".docx":
        from docx import Document

        _ = [[cell.text for cell in row.cells] for t in Document(BytesIO(data)).tables for row in t.rows]
    elif path.suffix == ".xlsx":
        from openpyxl import load_workbook

        _ = [[cell.value for cell in row] for sheet in load_workbook(BytesIO(data)) for row in sheet]


def pandas_reads(path: Path, data: bytes) -> None:
    import pandas

    if path.suffix == ".xlsx":
        pandas.read_excel(BytesIO(data), sheet_name=None, header=None)


def markitdown_reads(path: Path, _data: bytes) -> None:
    from markitdown import MarkItDown

    MarkItDown().convert(str(path))


def milliseconds(work: Callable[[Path, bytes], object], files: Iterable[tuple[Path, bytes]]) -> float:
    """CPU time per file."""
    listed = list(files)
    start = time.process_time()
    for path, data in listed:
        work(path, data)
    return (time.process_time() - start) * 1000 / len(listed)


def in_processes(paths: list[Path], count: int, cache: Path) -> float:
    """CPU milliseconds per file of this process and those it starts."""
    before = sum(os.times()[:4])
    rows = list(Pool(Terms().sealed(), Store(cache), count, lambda: False).rows(paths))
    assert len(rows) == len(paths)
    return (sum(os.times()[:4]) - before) * 1000 / len(paths)


def peak(where: Path, count: int, cache: Path) -> tuple[int, int]:
    """Largest resident set (KiB) of the leading process and of its largest worker."""
    arguments = [sys.executable, "-c", _PEAK, str(where), str(count), str(cache)]
    own, others, rows = map(int, subprocess.check_output(arguments).split())
    assert rows == count
    return own, others


def main(arguments: list[str]) -> int:
    count = int(arguments[0]) if arguments else 1000
    with tempfile.TemporaryDirectory() as scratch:
        where = Path(scratch) / "reports"
        paths = folder(where, count * 3)[:count]
        files = [(path, path.read_bytes()) for path in paths]
        terms = Terms().sealed()
        one_store = Store(Path(scratch) / "one")
        works: dict[str, Callable[[Path, bytes], object]] = {
            "floor: unzip + lxml": lambda _path, data: floor(data),
            "reading and recognising": lambda path, data: from_bytes(data, path),
            "checking to suggestions": lambda path, data: record_of(path, data, terms),
            "with the store": lambda path, _data: check_one(path, terms, one_store),
            "the same, nothing changed": lambda path, _data: check_one(
                path, terms, Store(Path(scratch) / "one")
            ),
        }
        floors = [milliseconds(works["floor: unzip + lxml"], files)]
        print(f"{'CPU ms a file':34} {'ms':>8} {'x floor':>8}")
        for name, work in works.items():
            spent = milliseconds(work, files)
            if name.startswith("floor"):
                floors.append(spent)
            print(f"{name:34} {spent:8.2f} {spent / min(floors):8.2f}")
        few = files[:: max(1, count // 60)]
        base = milliseconds(works["floor: unzip + lxml"], few)
        slow = {"python-docx / openpyxl": usual}
        slow |= {"pandas (workbooks only)": pandas_reads} if find_spec("pandas") else {}
        slow |= {"markitdown": markitdown_reads} if find_spec("markitdown") else {}
        for name, work in slow.items():
            spent = milliseconds(work, few)
            print(f"{name:34} {spent:8.2f} {spent / base:8.2f}")
        one, two = (in_processes(paths, n, Path(scratch) / f"pool{n}") for n in (1, 2))
        print(f"one process {one:.2f} ms a file, two {two:.2f}: {two / one:.3f} x")
        few_files, many_files = count * 3 // 10, count * 3
        small, large = (peak(where, n, Path(scratch) / f"peak{n}") for n in (few_files, many_files))
        for name, a, b in zip(("the leading process", "a worker"), small, large, strict=True):
            at = f"{a // 1024} MiB at {few_files} files, {b // 1024} MiB at {many_files}"
            print(f"peak of {name}: {at}: {b / a:.3f} x")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
