"""What a desktop needs to show the program: menu entry and icons, as a tree below some prefix."""

import shutil
from pathlib import Path

import icons
from project import NAME, PACKAGING, ROOT

DRAWING = ROOT / "resources" / "icons" / f"{NAME}.svg"


def put(share: Path) -> None:
    """Write the menu entry and the icons below ``share`` (/usr/share, ~/.local/share)."""
    entries = share / "applications"
    entries.mkdir(parents=True)
    shutil.copyfile(PACKAGING / "linux" / f"{NAME}.desktop", entries / f"{NAME}.desktop")
    hicolor = share / "icons" / "hicolor"
    for side in icons.SIZES:
        folder = hicolor / f"{side}x{side}" / "apps"
        folder.mkdir(parents=True)
        (folder / f"{NAME}.png").write_bytes(icons.png(DRAWING, side))
    (hicolor / "scalable" / "apps").mkdir(parents=True)
    shutil.copyfile(DRAWING, hicolor / "scalable" / "apps" / f"{NAME}.svg")
