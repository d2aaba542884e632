"""How a PDF is read in another process, and how much of everything it may take."""

import ctypes
import struct
import sys

COMMAND = "--read-pdf"
"""Argument by which the installed program starts itself to read a PDF."""
MODULE = "core.commands.read_pdf"
"""The same for a program that is run from its source."""

MAX_BYTES = 64 * 1024 * 1024
"""Largest PDF (bytes) that is read; a report with text has below 2 MB."""
_SECONDS = 4
"""Of reckoning; a report of six pages takes 0.3."""
WAITING = 20.0
"""Seconds on the clock, on a machine that has a lot else to do."""
_MEMORY = 1024 * 1024 * 1024
"""Bytes; a report takes 60 MB."""

_TIME_AND_MEMORY = 0x102
_EXTENDED = 9
"""JOB_OBJECT_LIMIT_PROCESS_TIME and _MEMORY; JobObjectExtendedLimitInformation (Windows)."""


def keep() -> None:
    """Let the system end this process where it takes more than it may."""
    if sys.platform == "win32":
        system = ctypes.windll.kernel32
        system.CreateJobObjectW.restype = ctypes.c_void_p
        job = ctypes.c_void_p(system.CreateJobObjectW(None, None))
        # a time in 100 ns at byte 0, the flags at 16, the memory of a process at 112, 144 bytes in all
        limits = struct.pack("<q8xI92xQ24x", _SECONDS * 10_000_000, _TIME_AND_MEMORY, _MEMORY)
        system.SetInformationJobObject(job, _EXTENDED, limits, len(limits))
        system.AssignProcessToJobObject(job, ctypes.c_void_p(-1))
    else:
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (_SECONDS, _SECONDS + 1))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
