"""A small file system of its own, in a mount namespace: filled up, made read-only, or taken away in use.

``unshare --mount python -m tests.faults.mounted KIND DEED FOLDER`` prints a JSON line for each attempt: what
was said (null: done), and what lay there before and after, as names and digests.
"""

import json
import subprocess
import sys
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

from core.errors import GoujiError
from tests.faults.deeds import DEEDS, Deed, prepare

_PAGE = 4096
_SIZE = 64 * _PAGE
_FILLER = "filler"


def mount(folder: Path, *options: str) -> None:
    said = ",".join(options)
    subprocess.run(["mount", "-t", "tmpfs", "-o", said, "tmpfs", str(folder)], check=True)


def unmount(folder: Path) -> None:
    subprocess.run(["umount", "--lazy", str(folder)], check=True)


def digests(folder: Path) -> dict[str, str]:
    files = (path for path in folder.rglob("*") if path.is_file() and path.name != _FILLER)
    return {p.relative_to(folder).as_posix(): sha256(p.read_bytes()).hexdigest() for p in files}


def attempt(folder: Path, deed: Deed, obstruct: Callable[[], object]) -> bool:
    """Whether it could be done; after each the folder is unmounted."""
    before = digests(folder)
    obstruct()
    said = None
    try:
        done = deed()
        said = "" if done is False else None
    except GoujiError as error:
        said = str(error)
    print(json.dumps({"said": said, "before": before, "after": digests(folder)}))
    return said is None


def full(name: str, folder: Path) -> None:
    """With no room at all, then a page more at each attempt, until it is enough."""
    pages, is_done = 0, False
    while not is_done:
        mount(folder, f"size={_SIZE}")
        prepare(folder)
        is_done = attempt(folder, DEEDS[name](folder), lambda room=pages: _fill(folder, room))
        unmount(folder)
        pages += 1


def _fill(folder: Path, pages: int) -> None:
    with (folder / _FILLER).open("wb", buffering=0) as file:
        try:
            while True:
                file.write(bytes(_PAGE))
        except OSError:
            file.truncate(file.tell() - pages * _PAGE)


def crowded(name: str, folder: Path) -> None:
    """Room enough, but not for one more file."""
    mount(folder, f"size={_SIZE}", "nr_inodes=16")
    prepare(folder)

    def crowd() -> None:
        for number in range(16):
            try:
                (folder / f"{_FILLER}{number}").mkdir()
            except OSError:
                return

    attempt(folder, DEEDS[name](folder), crowd)


def read_only(name: str, folder: Path) -> None:
    mount(folder, f"size={_SIZE}")
    prepare(folder)
    remount = ["mount", "-o", "remount,ro", str(folder)]
    attempt(folder, DEEDS[name](folder), lambda: subprocess.run(remount, check=True))


def gone(name: str, folder: Path) -> None:
    """The network drive is cut off while the report is open."""
    mount(folder, f"size={_SIZE}")
    inner = folder / "2023"
    inner.mkdir()
    prepare(inner)
    attempt(inner, DEEDS[name](inner), lambda: unmount(folder))


if __name__ == "__main__":
    {"full": full, "crowded": crowded, "read_only": read_only, "gone": gone}[sys.argv[1]](
        sys.argv[2], Path(sys.argv[3])
    )
