"""Checks that every DLL import of a Windows bundle is met by the bundle or by Windows 10 itself.

``python dlls.py FOLDER``
"""

import sys
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
import fetch

WINDOWS = frozenset(
    (
        "advapi32",
        "authz",
        "bcrypt",
        "cfgmgr32",
        "comctl32",
        "comdlg32",
        "crypt32",
        "d2d1",
        "d3d11",
        "d3d12",
        "d3d9",
        "dcomp",
        "dnsapi",
        "dwmapi",
        "dwrite",
        "dxgi",
        "gdi32",
        "imm32",
        "iphlpapi",
        "kernel32",
        "mpr",
        "msvcrt",
        "ncrypt",
        "netapi32",
        "ntdll",
        "ole32",
        "oleaut32",
        "powrprof",
        "propsys",
        "psapi",
        "rpcrt4",
        "secur32",
        "setupapi",
        "shcore",
        "shell32",
        "shlwapi",
        "uiautomationcore",
        "user32",
        "userenv",
        "uxtheme",
        "version",
        "winmm",
        "winspool.drv",
        "wldap32",
        "ws2_32",
        "wtsapi32",
        "winhttp",
    )
)
"""What every Windows 10 has in System32."""
API_SETS = ("api-ms-win-", "ext-ms-")
"""The C runtime and other sets of functions that Windows 10 answers itself."""


def imports(path: Path) -> Iterator[str]:
    """The DLLs that a program or library wants, at once or later."""
    if str(fetch.site("tools")) not in sys.path:
        sys.path.insert(0, str(fetch.site("tools")))
    import pefile

    image = pefile.PE(str(path), fast_load=True)
    names = ("IMAGE_DIRECTORY_ENTRY_IMPORT", "IMAGE_DIRECTORY_ENTRY_DELAY_IMPORT")
    image.parse_data_directories([pefile.DIRECTORY_ENTRY[name] for name in names])
    for kind in ("DIRECTORY_ENTRY_IMPORT", "DIRECTORY_ENTRY_DELAY_IMPORT"):
        for entry in getattr(image, kind, ()):
            yield entry.dll.decode().lower()
    image.close()


def unmet(folder: Path) -> dict[str, set[str]]:
    """Each DLL that nobody gives, with the files that want it."""
    files = [path for path in folder.rglob("*") if path.suffix.lower() in (".exe", ".com", ".dll", ".pyd")]
    own = {path.name.lower() for path in files}
    lost: dict[str, set[str]] = {}
    for path in files:
        for name in imports(path):
            if not (name in own or name.removesuffix(".dll") in WINDOWS or name.startswith(API_SETS)):
                lost.setdefault(name, set()).add(path.name)
    return lost


def main(folder: Path) -> None:
    lost = unmet(folder)
    if lost:
        lines = (f"{name}: nobody gives it to {sorted(users)}" for name, users in lost.items())
        raise SystemExit("\n".join(lines))
    print("every DLL import is met by the bundle or by Windows 10")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
