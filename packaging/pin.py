"""Writes ``inputs/`` anew: the newest versions that pyproject.toml allows, with the sha256 of each file.

To be run by hand when a dependency changes: ``.venv/bin/python packaging/pin.py``; then look at what changed.
"""

import hashlib
import subprocess
import sys
import tomllib
from pathlib import Path
from tempfile import TemporaryDirectory

from fetch import PLATFORMS
from project import INPUTS, ROOT

BUILD = ("pyinstaller==6.22.3",)
WINDOWS_BUILD = (*BUILD, "pefile==2024.8.26", "pywin32-ctypes==0.2.3")
HEAD = "# What the bundle is made of and by; written by pin.py, every hash is checked by pip.\n"


def main() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    _pin("linux-x86_64", (*project["dependencies"], *BUILD))
    _pin("windows", (*project["dependencies"], *WINDOWS_BUILD))


def _pin(name: str, wanted: tuple[str, ...]) -> None:
    tags = [word for tag in PLATFORMS[name] for word in ("--platform", tag)]
    kind = ["--python-version", "3.11", "--implementation", "cp", "--only-binary=:all:"]
    with TemporaryDirectory() as folder:
        pip = [sys.executable, "-m", "pip", "download", "-q", "-d", folder, *kind, *tags, *wanted]
        subprocess.run(pip, check=True)
        lines = sorted((_line(wheel) for wheel in Path(folder).glob("*.whl")), key=str.lower)
    (INPUTS / f"{name}.txt").write_text(HEAD + "".join(lines), encoding="utf-8")


def _line(wheel: Path) -> str:
    package, number = wheel.name.split("-")[:2]
    digest = hashlib.sha256(wheel.read_bytes()).hexdigest()
    return f"{package.replace('_', '-')}=={number} --hash=sha256:{digest}\n"


if __name__ == "__main__":
    main()
