"""A program run for a limited time, with everything it starts: whatever happens, nothing of it stays."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Literal

Ending = Literal["done", "failed", "late", "stopped"]
"""done: with code 0. failed: with another one, or never begun. late: out of time. stopped: as asked."""
_LOOK = 0.05
"""Seconds between two looks at whether it has ended, or is to stop."""
_NO_WINDOW: int = getattr(subprocess, "CREATE_NO_WINDOW", 0)
_NOT_PASSED_ON = (
    "LD_LIBRARY_PATH",
    "LD_PRELOAD",
    "PYTHONHOME",
    "PYTHONPATH",
    "QT_PLUGIN_PATH",
    "QT_QPA_PLATFORM",
)
"""What our own installed program is started with would lead another one to the wrong libraries."""


def run(
    command: Sequence[str],
    folder: Path,
    seconds: float,
    stopped: Callable[[], bool],
    environment: Mapping[str, str],
) -> Ending:
    """Run ``command`` in ``folder``, silently. environment: what it is told besides the usual."""
    try:
        with _own_libraries_forgotten():
            process = subprocess.Popen(  # noqa: S603 - a list of arguments, never a line for a shell
                command,
                cwd=folder,
                env={**_usual(), **environment},
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
                creationflags=_NO_WINDOW,
            )
    except OSError:
        return "failed"
    try:
        return _watch(process, time.monotonic() + seconds, stopped)
    finally:
        _end(process)


def _watch(process: "subprocess.Popen[bytes]", deadline: float, stopped: Callable[[], bool]) -> Ending:
    while True:
        try:
            return "failed" if process.wait(_LOOK) else "done"
        except subprocess.TimeoutExpired:
            if stopped():
                return "stopped"
            if time.monotonic() > deadline:
                return "late"


def _end(process: "subprocess.Popen[bytes]") -> None:
    """End it and all it has started, if it has not ended by itself."""
    if process.poll() is not None:
        return
    if sys.platform == "win32":
        command = (system_program("taskkill.exe"), "/F", "/T", "/PID", str(process.pid))
        subprocess.run(command, capture_output=True, check=False, creationflags=_NO_WINDOW)  # noqa: S603
        process.kill()
    else:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def system_program(*place: str) -> str:
    """A program of Windows' own by its full path: by its name alone, one in the current folder would do."""
    return str(Path(os.environ.get("SYSTEMROOT") or "C:/Windows", "System32", *place))


@contextmanager
def _own_libraries_forgotten() -> Iterator[None]:
    """A program begun meanwhile does not look for its DLLs among ours.

    Our installed program is told its own folder by SetDllDirectory, which a program it begins inherits
    (Microsoft: Dynamic-link library search order).
    """
    own = getattr(sys, "_MEIPASS", "")
    if sys.platform != "win32" or not own:
        yield
        return
    import ctypes

    system = ctypes.windll.kernel32
    system.SetDllDirectoryW(None)
    try:
        yield
    finally:
        system.SetDllDirectoryW(ctypes.c_wchar_p(own))


def _usual() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if name not in _NOT_PASSED_ON}
