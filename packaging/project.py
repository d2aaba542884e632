"""What every packaging script has to know of the project: its names, version, history, folders."""

import os
import re
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

PACKAGING = Path(__file__).resolve().parent
ROOT = PACKAGING.parent
INPUTS = PACKAGING / "inputs"
CACHE = Path(os.environ.get("GOUJI_BUILD_CACHE") or Path.home() / ".cache" / "gouji-build")
"""What was downloaded or takes long to make; may be deleted at any time."""
BUILD = ROOT / "build"
DIST = ROOT / "dist"

NAME = "gouji"
PRODUCT = "年报勾稽校核"
PUBLISHER = "Gouji"
SUMMARY = "政府信息公开工作年度报告的勾稽校核"
_VERSION = re.compile(r'^__version__ = "([^"]+)"$', re.MULTILINE)


def version() -> str:
    """The one version, from ``core/__init__.py``; nothing of the project is imported for it."""
    found = _VERSION.search((ROOT / "core" / "__init__.py").read_text(encoding="utf-8"))
    assert found is not None
    return found[1]


def changes(of: str) -> str:
    """The changelog's section about a version, without its heading; before a release what is to come.

    Raises SystemExit if there is none.
    """
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    for wanted in (of, "未发布"):
        section = re.search(rf"^## \[{re.escape(wanted)}\][^\n]*\n(.*?)(?=^## |\Z)", text, re.M | re.S)
        if section:
            return section[1].strip() + "\n"
    raise SystemExit(f"CHANGELOG.md has no section about {of}")


def source_date() -> int:
    """Seconds since 1970 that stand in for "now" in everything built: the last commit's, so builds agree;
    outside a checkout the day the changelog was last written.
    """
    told = os.environ.get("SOURCE_DATE_EPOCH") or _last_commit()
    return int(told or (ROOT / "CHANGELOG.md").stat().st_mtime)


def _last_commit() -> str:
    """Its date in seconds, empty where there is no git or no checkout."""
    command = ["git", "log", "-1", "--format=%ct"]
    try:
        return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        return ""


def environment(**more: str) -> dict[str, str]:
    """The surroundings in which a build gives the same bytes each time."""
    fixed = {"PYTHONHASHSEED": "0", "SOURCE_DATE_EPOCH": str(source_date()), "LC_ALL": "C.UTF-8", "TZ": "UTC"}
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "QT_"))}
    return kept | fixed | more


def run(command: Sequence[str | Path], env: Mapping[str, str] | None = None, cwd: Path = ROOT) -> None:
    """Run a program; its failure ends the build."""
    print("+", " ".join(map(str, command)), file=sys.stderr, flush=True)
    subprocess.run([str(part) for part in command], env=env or environment(), cwd=cwd, check=True)
