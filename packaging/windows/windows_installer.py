"""The installer (NSIS) and the portable archive for Windows."""

import os
import shlex
import subprocess
import time
import zipfile
from pathlib import Path

from project import BUILD, DIST, NAME, PACKAGING, environment, run, source_date, version

_HERE = PACKAGING / "windows"


def make(bundle: Path, *, fast: bool = False) -> list[Path]:
    """Sign the programs if there is something to sign with; pack the bundle both ways; returns the files.

    GOUJI_SIGN: a command that signs the file whose name is put behind it, for example with signtool or
    osslsigncode and the office's certificate. Without it nothing is signed.
    """
    DIST.mkdir(exist_ok=True)
    sign = os.environ.get("GOUJI_SIGN", "")
    for program in (f"{NAME}.exe", f"{NAME}.com"):
        if sign:
            subprocess.run([*shlex.split(sign), str(bundle / program)], check=True)
    return [_installer(bundle, sign, fast), _portable(bundle, fast)]


def _installer(bundle: Path, sign: str, fast: bool) -> Path:
    made = DIST / f"{NAME}-{version()}-windows-x64-setup.exe"
    size = sum(path.stat().st_size for path in bundle.rglob("*")) // 1024
    values = {"VERSION": version(), "BUNDLE": str(bundle), "ICON": str(BUILD / "windows" / "icon.ico")}
    values |= {"OUTPUT": str(made), "SIZE_KB": str(size)}
    values |= {"SIGN": sign} if sign else {}
    values |= {"FAST": "1"} if fast else {}
    defines = [f"-D{name}={value}" for name, value in values.items()]
    run(["makensis", "-V2", "-INPUTCHARSET", "UTF8", *defines, _HERE / "installer.nsi"], environment())
    return made


def _portable(bundle: Path, fast: bool) -> Path:
    """A zip to be unpacked anywhere; the same bytes for the same files."""
    made = DIST / f"{NAME}-{version()}-windows-x64-portable.zip"
    moment = time.gmtime(source_date())[:6]
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=1 if fast else 9) as archive:
        for path in sorted(bundle.rglob("*")):
            if path.is_file():
                entry = zipfile.ZipInfo(f"{NAME}-{version()}/{path.relative_to(bundle).as_posix()}", moment)
                entry.compress_type = zipfile.ZIP_DEFLATED
                entry.external_attr = 0o100644 << 16
                archive.writestr(entry, path.read_bytes())
    return made
