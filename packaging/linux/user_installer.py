"""The installer for one user without an administrator: a shell script with the program behind it."""

import gzip
import hashlib
import shutil
import tarfile
from io import BytesIO
from pathlib import Path

import menu
from project import BUILD, DIST, NAME, PACKAGING, source_date, version

_HERE = PACKAGING / "linux"
ARCH = "x86_64"
_OFFSET_DIGITS = 6


def make(bundle: Path, *, fast: bool = False) -> Path:
    """Pack the bundle; returns the .run file. gzip, since an old system may lack xz."""
    tree = BUILD / "run"
    shutil.rmtree(tree, ignore_errors=True)
    shutil.copytree(bundle, tree / "program", symlinks=True)
    (tree / "program" / "VERSION").write_text(version() + "\n")
    (tree / "program" / "uninstall.sh").write_text(_with_running("uninstall.sh"), encoding="utf-8")
    menu.put(tree / "share")
    payload = _packed(tree, level=1 if fast else 9)
    size = sum(path.lstat().st_size for path in tree.rglob("*")) // 1024
    fields = {"VERSION": version(), "ARCH": ARCH, "SIZE_KB": str(size * 2)}
    fields |= {"SHA256": hashlib.sha256(payload).hexdigest()}
    made = DIST / f"{NAME}-{version()}-linux-{ARCH}.run"
    DIST.mkdir(exist_ok=True)
    made.write_bytes(_head(fields) + payload)
    made.chmod(0o755)
    return made


def _head(fields: dict[str, str]) -> bytes:
    """The script, knowing where it ends: byte number, counted from 1, of what follows."""
    script = _with_running("install.sh")
    for name, value in fields.items():
        script = script.replace(f"@{name}@", value)
    length = len(script.replace("@OFFSET@", "0" * _OFFSET_DIGITS).encode())
    return script.replace("@OFFSET@", str(length + 1).zfill(_OFFSET_DIGITS)).encode()


def _with_running(name: str) -> str:
    running = (_HERE / "running.sh").read_text(encoding="utf-8")
    return (_HERE / name).read_text(encoding="utf-8").replace("@RUNNING@\n", running)


def _packed(tree: Path, level: int) -> bytes:
    """A tar.gz that is the same for the same files: sorted, owned by nobody, of one time."""

    def plain(entry: tarfile.TarInfo) -> tarfile.TarInfo:
        entry.uid = entry.gid = 0
        entry.uname = entry.gname = ""
        entry.mtime = source_date()
        entry.mode = 0o755 if entry.isdir() or entry.mode & 0o100 else 0o644
        return entry

    raw = BytesIO()
    with tarfile.open(fileobj=raw, mode="w", format=tarfile.GNU_FORMAT) as archive:
        for path in sorted(tree.rglob("*")):
            archive.add(path, path.relative_to(tree), recursive=False, filter=plain)
    return gzip.compress(raw.getvalue(), level, mtime=source_date())
