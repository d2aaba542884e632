"""The folder that is installed on Windows: PyInstaller run by a Windows Python, on Windows or in Wine."""

import shutil
import sys
from pathlib import Path

import fetch
import icons
import licences
import project
from project import BUILD, CACHE, NAME, PACKAGING, ROOT, environment, run, version

NATIVE = sys.platform == "win32"
PREFIX = CACHE / "wine-build"
_VERSION_RESOURCE = """VSVersionInfo(
  ffi=FixedFileInfo({numbers}, {numbers}, mask=0x3F, flags=0, OS=0x40004, fileType=1, subtype=0),
  kids=[
    StringFileInfo([StringTable("080404B0", [{strings}])]),
    VarFileInfo([VarStruct("Translation", [0x0804, 1200])]),
  ],
)
"""


def make() -> Path:
    """Build the bundle; returns its folder."""
    work = BUILD / "windows"
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    drawing = ROOT / "resources" / "icons" / f"{NAME}.svg"
    (work / "icon.ico").write_bytes(icons.ico((side, icons.png(drawing, side)) for side in icons.SIZES))
    (work / "version.txt").write_text(version_resource(), encoding="utf-8")
    pyinstaller(
        *("--noconfirm", "--log-level=ERROR", "--distpath", on_windows(work)),
        *("--workpath", on_windows(work / "work"), on_windows(PACKAGING / "app.spec")),
        GOUJI_BUILD=on_windows(work),
    )
    bundle = work / NAME
    (bundle / f"{NAME}-console.exe").rename(bundle / f"{NAME}.com")
    licences.put(bundle / "licences", "windows")
    return bundle


def version_resource() -> str:
    """What Windows shows as the program's properties, in PyInstaller's form."""
    strings = {
        "CompanyName": project.PUBLISHER,
        "FileDescription": project.PRODUCT,
        "FileVersion": version(),
        "InternalName": NAME,
        "LegalCopyright": "Apache-2.0",
        "OriginalFilename": f"{NAME}.exe",
        "ProductName": project.PRODUCT,
        "ProductVersion": version(),
        "Comments": project.SUMMARY,
    }
    numbers = (*map(int, version().split(".")), 0)
    shown = ", ".join(f"StringStruct({name!r}, {text!r})" for name, text in strings.items())
    return _VERSION_RESOURCE.format(numbers=numbers, strings=shown)


def pyinstaller(*arguments: str, **variables: str) -> None:
    """Run PyInstaller with the pinned packages, in a Python 3.11 for Windows."""
    if NATIVE:
        assert sys.version_info[:2] == (3, 11), "the pinned packages are for Python 3.11"
        variables["PYTHONPATH"] = str(fetch.site("windows"))
        run([sys.executable, "-m", "PyInstaller", *arguments], environment(**variables))
    else:
        import windows_python

        python = windows_python.assembled() / "python.exe"
        command = ["sh", PACKAGING / "windows" / "wine.sh", PREFIX, "wine", python, "-m", "PyInstaller"]
        run([*command, *arguments], environment(**variables))


def on_windows(path: Path) -> str:
    """How a program for Windows has to be told a path of this machine."""
    return str(path) if NATIVE else f"Z:{path}"
