"""Checks how large what clerks get is: ``python sizes.py`` looks at dist/ and build/."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from project import BUILD, DIST, NAME

MEGABYTE = 1_000_000
LIMITS = {"*-setup.exe": 40, "*.deb": 45}
"""MB, of files in dist/."""
INSTALLED = 130
"""MB, of a folder that is installed."""


def too_large() -> list[str]:
    """What is larger than it may be, as sentences; prints every size."""
    measured = [(path, path.stat().st_size, LIMITS[kind]) for kind in LIMITS for path in DIST.glob(kind)]
    for folder in BUILD.glob(f"*/{NAME}"):
        size = sum(path.lstat().st_size for path in folder.rglob("*") if path.is_file())
        measured.append((folder, size, INSTALLED))
    found = []
    for path, size, limit in measured:
        print(f"{size / MEGABYTE:6.1f} of {limit} MB  {path}")
        if size > limit * MEGABYTE:
            found.append(f"{path} has {size / MEGABYTE:.1f} MB, more than {limit}")
    return found


if __name__ == "__main__":
    sys.exit("\n".join(too_large()) or None)
