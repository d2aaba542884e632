"""Builds what clerks install: ``python packaging/build.py linux`` or ``windows`` (on Linux with Wine).

Needs the project's environment (``sh packaging/setup.sh``) and, on Debian, the packages that build.md names.
Everything made lies in dist/; what is worth keeping for the next build in the cache (project.CACHE).
"""

import argparse
import sys
from pathlib import Path

PACKAGING = Path(__file__).resolve().parent
sys.path[:0] = [str(PACKAGING), str(PACKAGING / "linux"), str(PACKAGING / "windows")]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("system", choices=("linux", "windows"))
    parser.add_argument(
        "--fast", action="store_true", help="quick, larger archives: for a try, not for a release"
    )
    arguments = parser.parse_args()
    if arguments.system == "linux":
        import deb
        import linux_bundle
        import user_installer

        bundle = linux_bundle.make()
        made = [deb.make(bundle, fast=arguments.fast), user_installer.make(bundle, fast=arguments.fast)]
    else:
        import windows_bundle
        import windows_installer

        bundle = windows_bundle.make()
        made = windows_installer.make(bundle, fast=arguments.fast)
    for file in made:
        print(f"{file.stat().st_size / 1e6:6.1f} MB  {file}")


if __name__ == "__main__":
    main()
