"""One window for one user: a second start hands its files to the first and ends. Knows nothing of Qt.

The two meet at a named pipe (Windows) or a Unix socket without a file (Linux): nothing of it outlives its
process, so there is nothing stale to clear away, and nothing of it can be reached over a network.

What only two starts need is loaded when they meet: most starts are alone, and are waited for.
"""

from __future__ import annotations

import os
import socket
import struct
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from queue import SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

_TAKEN = b"taken"
_PATIENCE = 5.0
"""Seconds for the other side to speak; a window that hangs does not keep a second from opening."""
_LIMIT = 1 << 20
_CREDENTIALS = struct.Struct("3i")
_WAITING = 16
"""How many starts may wait at the door."""


class Listener(Protocol):
    """As that of ``multiprocessing``."""

    def accept(self) -> Connection: ...

    def close(self) -> None: ...


class _UnixListener:
    """The same for a Unix socket."""

    def __init__(self, address: str) -> None:
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        try:
            self._socket.bind(address)
            self._socket.listen(_WAITING)
        except OSError:
            self._socket.close()
            raise

    def accept(self) -> Connection:
        caller, _address = self._socket.accept()
        from multiprocessing.connection import Connection

        return Connection(caller.detach())

    def close(self) -> None:
        self._socket.close()


class Door:
    """The first start's side: takes files from later starts, from the very beginning on.

    What comes before ``answer`` is kept for it.
    """

    def __init__(self, listener: Listener) -> None:
        self._listener = listener
        self._is_open = True
        self._came: SimpleQueue[list[Path]] = SimpleQueue()
        Thread(target=self._listen, daemon=True, name="handover").start()

    def answer(self, take: Callable[[list[Path]], None]) -> None:
        """Call ``take`` with the files of each later start (perhaps none), in a thread of its own."""

        def serve() -> None:
            while True:
                take(self._came.get())

        Thread(target=serve, daemon=True, name="handover answers").start()

    def close(self) -> None:
        """Let another be the first; the end of the process does the same."""
        self._is_open = False
        hand_over(())
        self._listener.close()

    def _listen(self) -> None:
        while self._is_open:
            try:
                with self._listener.accept() as caller:
                    if _is_own(caller) and caller.poll(_PATIENCE):
                        self._came.put(_paths(caller.recv_bytes(_LIMIT)))
                        caller.send_bytes(_TAKEN)
            except (OSError, EOFError, ValueError, RecursionError):
                continue


def open_door() -> Door | None:
    """Be the one that later starts hand their files to; None if there is one already, or no way to be."""
    place = _place()
    if place is None:
        return None
    try:
        return Door(_listener(place))
    except OSError:
        return None


def hand_over(files: Sequence[Path]) -> bool:
    """Hand files to the window that is open already; whether it took them."""
    place = _place()
    if place is None:
        return False
    try:
        with _call(place) as window:
            import json

            if not _is_own(window):
                return False
            _let_come_to_front()
            window.send_bytes(json.dumps([os.path.abspath(file) for file in files]).encode())
            return window.poll(_PATIENCE) and window.recv_bytes(_LIMIT) == _TAKEN
    except (OSError, EOFError):
        return False


def _listener(place: str) -> Listener:
    """Raises OSError if somebody else listens there."""
    if sys.platform != "win32":
        return _UnixListener(place)
    from multiprocessing.connection import Listener as PipeListener

    return PipeListener(place, "AF_PIPE", _WAITING)


def _call(place: str) -> Connection:
    """Raises OSError if nobody listens there."""
    if sys.platform == "win32":
        from multiprocessing.connection import Client

        return Client(place, "AF_PIPE")
    own = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    try:
        own.connect(place)
    except OSError:
        own.close()
        raise
    from multiprocessing.connection import Connection

    return Connection(own.detach())


def _place() -> str | None:
    """One for each user and screen; None where neither kind of door exists."""
    if sys.platform == "win32":
        user, screen = os.environ.get("USERNAME", ""), os.environ.get("SESSIONNAME", "")
        return rf"\\.\pipe\gouji-{user}-{screen}"
    if sys.platform.startswith("linux"):
        screen = os.environ.get("WAYLAND_DISPLAY", "") + os.environ.get("DISPLAY", "")
        return f"\0gouji-{os.getuid()}-{screen}"
    return None


def _is_own(other: Connection) -> bool:
    """Whether the other side runs as the same user; on Windows the pipe's own rights see to that."""
    if not sys.platform.startswith("linux"):
        return True
    with socket.socket(fileno=os.dup(other.fileno())) as raw:
        known = raw.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, _CREDENTIALS.size)
    _process, user, _group = _CREDENTIALS.unpack(known)
    return bool(user == os.getuid())


def _paths(message: bytes) -> list[Path]:
    """Raises ValueError if the message is not a list of paths."""
    import json

    names = json.loads(message)
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        raise ValueError
    return [Path(name) for name in names]


def _let_come_to_front() -> None:
    """Windows lets a process raise its window only if the one the user has just started allows it."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.user32.AllowSetForegroundWindow(-1)
