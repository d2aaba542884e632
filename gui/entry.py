"""The command ``gouji``: the command line without Qt, or the window.

Nothing of Qt is imported before it is known that a window is wanted.
"""

import gc
import os
import socket
import sys
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

from gui.handover import hand_over, open_door

HEADLESS = frozenset(("check", "correct", "export", "--help", "-h", "--version"))
READ_PDF = "--read-pdf"
OFFSCREEN_CHECK = "--offscreen-check"
SELFTEST = "--selftest"
_UNAVAILABLE = 2
_ALTERNATIVE = "不用窗口也可以核对：gouji check 文件"


def main(argv: Sequence[str] | None = None) -> int:
    """Run what ``argv`` (by default the command line) asks for; returns the exit code."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    if arguments and arguments[0] in HEADLESS:
        from core.cli import main as cli_main

        return cli_main(arguments)
    if arguments == [READ_PDF]:
        from core.commands.read_pdf import main as read_pdf_main

        return read_pdf_main()
    if arguments[:1] == [SELFTEST]:
        from gui.selftest import main as selftest_main

        return selftest_main()
    checking = arguments[:1] == [OFFSCREEN_CHECK]
    if checking:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        arguments = arguments[1:]
    missing = _missing_display()
    if missing:
        return _unavailable(missing)
    files = [Path(argument) for argument in arguments]
    door = None
    if not checking:
        if hand_over(files):
            return 0
        door = open_door()
        if door is None and hand_over(files):  # another start has been quicker
            return 0
        gc.disable()  # while the window is being made hardly anything becomes garbage; ``run`` enables it
    try:
        from gui.app import check_offscreen, run
    except ImportError as error:
        if error.name and not error.name.startswith(("PySide6", "shiboken6")):
            raise
        return _unavailable(f"缺少窗口所需的组件（{error}）")
    return check_offscreen(files) if checking else run(files, door)


def _unavailable(reason: str) -> int:
    print(f"窗口打不开：{reason}。{_ALTERNATIVE}", file=sys.stderr)
    return _UNAVAILABLE


def _missing_display() -> str:
    """What keeps Qt from showing a window, as a clause; empty if nothing does.

    Qt itself ends the process without a word a clerk understands, so this has to be known before.
    """
    if not sys.platform.startswith("linux") or os.environ.get("QT_QPA_PLATFORM"):
        return ""
    if os.environ.get("WAYLAND_DISPLAY"):
        return ""
    display = os.environ.get("DISPLAY", "")
    if not display:
        return "没有图形界面（环境变量 DISPLAY 是空的）"
    if not _answers(display):
        return f"连不上图形界面（DISPLAY={display}）"
    return _missing_library()


def _answers(display: str) -> bool:
    """Whether a local X server listens; one on another machine is given the benefit of the doubt."""
    host, _, number = display.rpartition(":")
    if host not in ("", "unix"):
        return True
    name = f"/tmp/.X11-unix/X{number.split('.')[0]}"  # noqa: S108 - the place X itself has fixed
    for address in (name, f"\0{name}"):
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as probe:
            try:
                probe.connect(address)
            except OSError:
                continue
            return True
    return False


def _missing_library() -> str:
    """The system library that Qt's X11 plugin lacks; loading it is what Qt would do anyway."""
    spec = find_spec("PySide6")
    if spec is None or not spec.submodule_search_locations:
        return "没有安装 PySide6"
    plugin = Path(spec.submodule_search_locations[0], "Qt", "plugins", "platforms", "libqxcb.so")
    if not plugin.exists():
        return ""
    import ctypes

    try:
        ctypes.CDLL(str(plugin))
    except OSError as error:
        return f"系统缺少运行库（{error}）"
    return ""
