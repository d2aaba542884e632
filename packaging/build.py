"""Builds what clerks install: ``.venv/bin/python packaging/build.py linux`` or ``windows``.

Needs the project's environment (``sh packaging/setup.sh``) and what README.md here names. What is made lies
in dist/; what is worth keeping for the next build in the cache (project.CACHE).
"""

import argparse
import sys
from pathlib import Path

PACKAGING = Path(__file__).resolve().parent
sys.path[:0] = [str(PACKAGING), str(PACKAGING / "linux"), str(PACKAGING / "windows")]


def build(system: str, *, fast: bool) -> None:
    """Make the installers for ``linux`` or ``windows``."""
    if system == "linux":
        import deb
        import linux_bundle
        import user_installer

        bundle = linux_bundle.make()
        made = [deb.make(bundle, fast=fast), user_installer.make(bundle, fast=fast)]
    else:
        import windows_bundle
        import windows_installer

        made = windows_installer.make(windows_bundle.make(), fast=fast)
    for file in made:
        print(f"{file.stat().st_size / 1e6:6.1f} MB  {file}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("system", choices=("linux", "windows"))
    parser.add_argument("--fast", action="store_true", help="quick, larger archives: for a try")
    arguments = parser.parse_args()
    build(arguments.system, fast=arguments.fast)


if __name__ == "__main__":
    main()
