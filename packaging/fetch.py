"""Packages from PyPI by the lists in ``inputs/``; pip refuses whatever has not the sha256 written there."""

import hashlib
import shutil
import sys
from collections.abc import Iterable
from pathlib import Path

from project import CACHE, INPUTS, run

PLATFORMS = {
    "linux-x86_64": ("manylinux_2_28_x86_64", "manylinux_2_26_x86_64", "manylinux2014_x86_64"),
    "windows": ("win_amd64",),
    "windows-python": ("win_amd64",),
}
"""For which system a list of inputs is; one that is not named is for the machine that builds."""


def digest(*files: Path) -> str:
    """One sha256 over the contents of several files."""
    total = hashlib.sha256()
    for file in files:
        total.update(hashlib.sha256(file.read_bytes()).digest())
    return total.hexdigest()


def wheels(name: str) -> Path:
    """The folder with the wheels of ``inputs/<name>.txt``."""
    return _once(name, "wheels", lambda folder: ["download", "-q", "-d", folder])


def site(name: str) -> Path:
    """A folder for sys.path with the packages of ``inputs/<name>.txt`` installed."""
    return _once(name, "site", lambda folder: ["install", "-q", "--no-compile", "--target", folder])


def _once(name: str, kind: str, arguments) -> Path:
    """Asks pip only if the cache has not this very list already."""
    wanted = INPUTS / f"{name}.txt"
    folder = CACHE / f"{kind}-{name}-{digest(wanted)[:16]}"
    if not folder.exists():
        part = folder.with_suffix(".part")
        shutil.rmtree(part, ignore_errors=True)
        pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", *map(str, arguments(part))]
        run([*pip, *_options(name), "--no-deps", "--require-hashes", "--only-binary=:all:", "-r", wanted])
        part.rename(folder)
    return folder


def _options(name: str) -> Iterable[str]:
    tags = PLATFORMS.get(name, ())
    if tags:
        yield from ("--python-version", "3.11", "--implementation", "cp")
    for tag in tags:
        yield from ("--platform", tag)
