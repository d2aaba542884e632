"""Taken in by every Python process that has this folder in PYTHONPATH; writes down what reaches outside.

Each line: the event and its arguments. GOUJI_WATCH: the file to write to.
"""

import os
import sys

_OUTSIDE = (
    *(
        "socket.",
        "urllib.",
        "http.",
        "ftplib.",
        "smtplib.",
        "imaplib.",
        "poplib.",
        "telnetlib.",
        "webbrowser.",
    ),
    *("subprocess.", "os.system", "os.exec", "os.posix_spawn", "os.spawn", "os.startfile", "pty.", "winreg."),
)


def _watch() -> None:
    log = os.open(os.environ["GOUJI_WATCH"], os.O_WRONLY | os.O_APPEND | os.O_CREAT)

    def hear(event: str, arguments: tuple[object, ...]) -> None:
        if event.startswith(_OUTSIDE):
            told = arguments[1:] if event.startswith("socket.") else arguments
            os.write(log, f"{event} {told!r}\n".encode("utf-8", "replace"))

    os.write(log, f"process {os.getpid()}\n".encode())
    sys.addaudithook(hear)


_watch()
