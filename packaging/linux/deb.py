"""The Debian package, for UOS, Kylin, Debian and Ubuntu alike."""

import gzip
import shutil
import tomllib
from pathlib import Path

import licences
import menu
from checks import libraries
from project import BUILD, DIST, NAME, PACKAGING, ROOT, environment, run, source_date, version

FOLDER = f"usr/lib/{NAME}"
ARCHITECTURE = "amd64"
_HERE = PACKAGING / "linux"


def make(bundle: Path, *, fast: bool = False) -> Path:
    """Pack the bundle; returns the .deb. fast: gzip instead of xz (old systems cannot read zstd)."""
    tree = BUILD / "deb"
    shutil.rmtree(tree, ignore_errors=True)
    shutil.copytree(bundle, tree / FOLDER, symlinks=True)
    menu.put(tree / "usr/share")
    (tree / "usr/bin").mkdir()
    (tree / "usr/bin" / NAME).symlink_to(f"../lib/{NAME}/{NAME}")
    _documents(tree / "usr/share/doc" / NAME)
    _control(tree, bundle)
    _plain_rights(tree)
    DIST.mkdir(exist_ok=True)
    made = DIST / f"{NAME}_{version()}_{ARCHITECTURE}.deb"
    how = ["-Zgzip"] if fast else ["-Zxz", "-z9"]
    run(["dpkg-deb", "--root-owner-group", *how, "--build", tree, made], environment())
    return made


def _documents(folder: Path) -> None:
    folder.mkdir(parents=True)
    (folder / "copyright").write_text(licences.debian_copyright(), encoding="utf-8")
    history = (ROOT / "CHANGELOG.md").read_bytes()
    (folder / "changelog.gz").write_bytes(gzip.compress(history, mtime=source_date()))


def _control(tree: Path, bundle: Path) -> None:
    words = tomllib.loads((_HERE / "control.toml").read_text(encoding="utf-8"))
    least = words.pop("at_least")
    depends = [
        f"{package} (>= {least[package]})" if package in least else package
        for package in sorted(libraries.packages(bundle))
    ]
    size = sum(path.lstat().st_size for path in tree.rglob("*") if not path.is_dir()) // 1024
    fields = {"Package": NAME, "Version": version(), "Architecture": ARCHITECTURE}
    fields |= {"Installed-Size": str(size), "Depends": ", ".join(depends)} | words
    control = tree / "DEBIAN"
    control.mkdir()
    text = "".join(f"{name}: {value}\n" for name, value in fields.items())
    (control / "control").write_text(text, encoding="utf-8")
    running = (_HERE / "running.sh").read_text(encoding="utf-8")
    for name in ("preinst", "prerm"):
        script = (_HERE / "maintainer" / name).read_text(encoding="utf-8")
        (control / name).write_text(script.replace("@RUNNING@\n", running), encoding="utf-8")
        (control / name).chmod(0o755)


def _plain_rights(tree: Path) -> None:
    """What the package says must not hang on the umask of whoever built it."""
    for path in tree.rglob("*"):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or path.stat().st_mode & 0o100 else 0o644)
    tree.chmod(0o755)
