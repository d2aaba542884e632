"""What no reader may do, noticed as it does it: reach out, write, start programs, open what a file names."""

import os
import sys
from pathlib import Path

_ROOTS = tuple({str(Path(p).resolve()) for p in (sys.prefix, sys.base_prefix, Path(__file__).parents[2])})
_FORBIDDEN = (
    *(
        "socket.",
        "subprocess.",
        "os.system",
        "os.exec",
        "os.posix_spawn",
        "os.spawn",
        "os.fork",
        "os.startfile",
    ),
    *("os.mkdir", "os.remove", "os.rename", "os.rmdir", "os.link", "os.symlink", "os.truncate", "os.chmod"),
    *(
        "shutil.",
        "tempfile.",
        "urllib.",
        "http.",
        "ftplib.",
        "smtplib.",
        "webbrowser.",
        "ctypes.dlopen",
        "pty.",
        "winreg.",
    ),
    *("sqlite3.", "glob."),
)


class Guard:
    """Listens to the end of the process; ``seen``: what was forbidden of what was done while it was on."""

    def __init__(self) -> None:
        self.is_on = False
        self.seen: list[str] = []
        sys.addaudithook(self._hear)

    def _hear(self, event: str, arguments: tuple[object, ...]) -> None:
        if not self.is_on:
            return
        if event == "open":
            path, mode, flags = (*arguments, 0, 0)[:3]
            if not _may_open(path, mode, flags):
                self.seen.append(f"open {path!r} {mode!r}")
        elif event.startswith(_FORBIDDEN):
            self.seen.append(f"{event} {arguments!r:.200}")


def _may_open(path: object, mode: object, flags: object) -> bool:
    """Only to read, and only what belongs to Python and to the program itself."""
    writes = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
    if (isinstance(mode, str) and set(mode) & set("wax+")) or (isinstance(flags, int) and flags & writes):
        return False
    name = os.fsdecode(path) if isinstance(path, str | bytes) else ""
    return os.path.realpath(name).startswith(_ROOTS)
