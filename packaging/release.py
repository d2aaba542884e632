"""A release in one command: ``.venv/bin/python packaging/release.py``. Everything lies in dist/ afterwards.

Builds for Linux and Windows, checks what was built, writes the bills of materials, the changelog's section,
the manual as one file and SHA256SUMS. GOUJI_SIGN: see windows_installer.py. With --rehearse it also runs both
rehearsals, as root on Debian.
"""

import argparse
import base64
import hashlib
import re
import shutil
import subprocess
import sys
from pathlib import Path

import sbom
from checks import dlls, libraries, sizes
from project import BUILD, DIST, NAME, PACKAGING, PRODUCT, ROOT, changes, run, version

MANUAL = ROOT / "resources" / "manual"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rehearse", action="store_true")
    parser.add_argument("--dirty", action="store_true", help="although something is not committed")
    parser.add_argument("--fast", action="store_true", help="quick, larger archives: for a try")
    arguments = parser.parse_args()
    if not arguments.dirty and (said := _git("status", "--porcelain")):
        raise SystemExit(f"not committed:\n{said}")
    built = _git("rev-parse", "HEAD")
    shutil.rmtree(DIST, ignore_errors=True)
    for system in ("linux", "windows"):
        fast = ["--fast"] if arguments.fast else []
        run([sys.executable, PACKAGING / "build.py", system, *fast])
    if _git("rev-parse", "HEAD") != built:
        raise SystemExit("another commit was checked out meanwhile; what was built is of both")
    libraries.main(BUILD / "linux-x86_64" / NAME)
    dlls.main(BUILD / "windows" / NAME)
    if large := sizes.too_large():
        raise SystemExit("\n".join(large))
    _documents()
    if arguments.rehearse:
        for system in ("linux", "windows"):
            run(["sh", PACKAGING / f"rehearse_{system}.sh"])
    seal(DIST)


def _git(*arguments: str) -> str:
    command = ["git", *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout


def _documents() -> None:
    for system in ("linux", "windows"):
        bill = DIST / f"{NAME}-{version()}-{system}.cdx.json"
        bill.write_text(sbom.document(system), encoding="utf-8")
    (DIST / f"更新记录-{version()}.md").write_text(changes(version()), encoding="utf-8")
    for page, name in (("index.html", "使用说明"), ("it.html", "批量安装")):
        (DIST / f"{PRODUCT}{name}-{version()}.html").write_text(one_file(MANUAL / page), encoding="utf-8")


def one_file(page: Path) -> str:
    """A page of the manual with its style and pictures inside, to be sent around by itself."""
    text = page.read_text(encoding="utf-8")
    style = (page.parent / "style.css").read_text(encoding="utf-8")
    text = text.replace('<link rel="stylesheet" href="style.css">', f"<style>\n{style}</style>")

    def inside(found: re.Match[str]) -> str:
        picture = base64.b64encode((page.parent / found[1]).read_bytes()).decode()
        return f'src="data:image/png;base64,{picture}"'

    return re.sub(r'src="([\w-]+\.png)"', inside, text)


def seal(folder: Path) -> None:
    """Write SHA256SUMS over everything in the folder."""
    files = sorted(path for path in folder.iterdir() if path.name != "SHA256SUMS")
    lines = (f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n" for path in files)
    (folder / "SHA256SUMS").write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
