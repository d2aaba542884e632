"""Does a deed again and again, each time killing the process one step later, until it comes through.

``python -m tests.faults.killing NAME FOLDER`` prints what lies in the folder after each end, as JSON lines:
names and bytes (Latin-1). A step is each call into the operating system: it dies on the way there.
"""

import json
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType

from tests.faults.deeds import DEEDS, prepare

_SYSTEM = ("posix", "_io")
_PURE = ("fspath", "_path_normpath", "urandom", "getpid", "umask")


def end_after(steps: int) -> None:
    """This process dies at the step of that number."""
    left = steps

    def count(_frame: FrameType, event: str, function: object) -> None:
        nonlocal left
        if event == "c_call" and _is_system(function):
            left -= 1
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.setprofile(count)


def _is_system(function: object) -> bool:
    own = type(getattr(function, "__self__", None)).__module__
    return (getattr(function, "__module__", "") or own) in _SYSTEM and function.__name__ not in _PURE


def attempt(deed: Callable[[], object], steps: int) -> int:
    """Do it in a process that dies; returns its status as ``os.waitpid`` gives it."""
    child = os.fork()
    if child == 0:
        sys.stderr = open(os.devnull, "w")  # noqa: SIM115 - until the end of the process
        end_after(steps)
        deed()
        os._exit(0)
    return os.waitpid(child, 0)[1]


def contents(folder: Path) -> dict[str, bytes]:
    return {
        p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()
    }


def restore(folder: Path, files: dict[str, bytes]) -> None:
    """What lies in the folder is these files again, and no others."""
    for name in contents(folder):
        if name not in files:
            (folder / name).unlink()
    for name, data in files.items():
        (folder / name).write_bytes(data)


def main(name: str, folder: Path) -> None:
    prepare(folder)
    before, deed = contents(folder), DEEDS[name](folder)
    steps, status = 0, int(signal.SIGKILL)
    while status == signal.SIGKILL:
        steps += 1
        restore(folder, before)
        status = attempt(deed, steps)
        found = {name: data.decode("latin-1") for name, data in contents(folder).items()}
        print(json.dumps({"status": status, "files": found}))


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
