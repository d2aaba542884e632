"""The folder that is installed on Linux: PyInstaller run by a Python that needs no more than glibc 2.28."""

import shutil
import sys
import tarfile
from pathlib import Path

import fetch
import licences
from project import BUILD, CACHE, INPUTS, NAME, PACKAGING, environment, run

ARCH = "x86_64"


def make() -> Path:
    """Build the bundle; returns its folder."""
    work = BUILD / f"linux-{ARCH}"
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    with tarfile.open(python_archive()) as archive:
        archive.extractall(work / "python", filter="fully_trusted")
    pyinstaller = [work / "python" / "bin" / "python3.11", "-m", "PyInstaller", "--log-level=ERROR"]
    run(
        [
            *pyinstaller,
            "--noconfirm",
            "--distpath",
            work,
            "--workpath",
            work / "work",
            PACKAGING / "app.spec",
        ],
        environment(PYTHONPATH=str(fetch.site(f"linux-{ARCH}")), GOUJI_BUILD=str(work)),
    )
    licences.put(work / NAME / "licences", "linux")
    return work / NAME


def python_archive() -> Path:
    """The Python of ``python.sh``, built if the cache has not this very one."""
    recipe = (PACKAGING / "linux" / "python.sh", INPUTS / "sources.sha256", INPUTS / "zig.txt")
    archive = CACHE / f"python-{ARCH}-{fetch.digest(*recipe)[:16]}.tar.xz"
    seal = archive.with_name(archive.name + ".sha256")
    if not archive.exists() or not seal.exists() or seal.read_text() != fetch.digest(archive):
        CACHE.mkdir(parents=True, exist_ok=True)
        run(["sh", PACKAGING / "linux" / "python.sh", archive], environment(PYTHON=sys.executable))
        seal.write_text(fetch.digest(archive))
    return archive
