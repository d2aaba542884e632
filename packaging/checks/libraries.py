"""Checks of every Linux library in a bundle: how new a glibc it wants, and who gives what it needs.

``python libraries.py FOLDER``: fails if a symbol is newer than glibc 2.28 or a library comes from nowhere.
"""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

LIMIT = (2, 28)
_SYMBOL = re.compile(r"GLIBC_(\d+)\.(\d+)")
_NEEDED = re.compile(r"\(NEEDED\)\s+Shared library: \[(\S+)\]")
GLIBC = frozenset(
    f"lib{name}.so.{number}"
    for name, number in (
        ("c", 6), ("m", 6), ("dl", 2), ("pthread", 0), ("rt", 1), ("util", 1), ("resolv", 2),
    )
) | {"ld-linux-x86-64.so.2"}  # fmt: skip
SYSTEM = {
    "libdbus-1.so.3": "libdbus-1-3",
    "libEGL.so.1": "libegl1",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libgcc_s.so.1": "libgcc-s1 | libgcc1",
    "libGL.so.1": "libgl1",
    "libGLX.so.0": "libgl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libICE.so.6": "libice6",
    "libSM.so.6": "libsm6",
    "libstdc++.so.6": "libstdc++6",
    "libX11.so.6": "libx11-6",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb.so.1": "libxcb1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libz.so.1": "zlib1g",
    "libzstd.so.1": "libzstd1",
}
"""What the system gives, and in which Debian package."""
OPTIONAL = {"libcups.so.2": "libcups2"}
"""The same for libraries that only a plug-in wants: without it there is no printer but a PDF file."""


def elf_files(folder: Path) -> Iterator[Path]:
    """Programs and libraries, by their first four bytes."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.is_symlink():
            with path.open("rb") as file:
                if file.read(4) == b"\x7fELF":
                    yield path


def _dynamic(path: Path) -> str:
    command = ["readelf", "-W", "--dynamic", "--version-info", path]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def newest_glibc(path: Path) -> tuple[int, int]:
    return max(((int(a), int(b)) for a, b in _SYMBOL.findall(_dynamic(path))), default=(0, 0))


def needed(folder: Path) -> dict[str, set[str]]:
    """Each library that some file wants, with the files that want it."""
    wanted: dict[str, set[str]] = {}
    for path in elf_files(folder):
        for name in _NEEDED.findall(_dynamic(path)):
            wanted.setdefault(name, set()).add(path.relative_to(folder).as_posix())
    return wanted


def packages(folder: Path) -> set[str]:
    """The Debian packages that give what the folder itself does not. Raises SystemExit if nobody does."""
    own = {path.name for path in folder.rglob("*.so*")}
    outside = {name: users for name, users in needed(folder).items() if name not in own | GLIBC}
    lost = {name: users for name, users in outside.items() if name not in SYSTEM | OPTIONAL}
    if lost:
        lines = (f"{name}: nobody gives it to {sorted(users)}" for name, users in lost.items())
        raise SystemExit("\n".join(lines))
    return {"libc6"} | {SYSTEM[name] for name in outside if name in SYSTEM}


def main(folder: Path) -> None:
    files = list(elf_files(folder))
    found = {path: newest_glibc(path) for path in files}
    for path, version in found.items():
        if version > LIMIT:
            raise SystemExit(f"{path} wants glibc {version[0]}.{version[1]}")
    newest = max(found.values())
    print(f"{len(files)} ELF files, glibc {newest[0]}.{newest[1]} at most")
    print("system packages:", ", ".join(sorted(packages(folder))))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
