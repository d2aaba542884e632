"""Finds a Chinese font on this computer that a PDF may embed."""

import os
import struct
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from fontTools.ttLib import TTFont, TTLibError

from core.errors import SaveError
from core.resources import ROOT

_NO_FONT = (
    "没有导出 PDF：这台电脑上没有找到可以嵌入的中文字体。"
    "请安装一种中文字体（如宋体、微软雅黑、思源黑体、文泉驿微米黑）后再试，或改为导出网页（.html）。"
)
_NEEDED = frozenset(map(ord, "年报勾稽核对政府信息公开第一二三四（）“”→0123456789"))
_SUFFIXES = (".ttf", ".ttc", ".otf")
_RESTRICTED = 0x0002
_MOST_FACES = 64


BROKEN_FONT = (
    *(OSError, TTLibError, struct.error, AssertionError, AttributeError),
    *(IndexError, KeyError, NotImplementedError, OverflowError, TypeError, ValueError),
)
"""What the font library raises on a font that is damaged or of a kind it does not know."""


class FontFile(NamedTuple):
    """number: of the face in a collection, 0 in a plain file."""

    path: Path
    number: int


def chinese_fonts() -> Iterator[FontFile]:
    """Those there are, best first. Raises SaveError, in the clerk's words, when there is none (any more)."""
    settings = _settings()
    order = {name.lower(): number for number, name in enumerate(settings["names"])}
    files = {path for folder in settings["folders"] for path in _fonts(folder)}

    def rank(path: Path) -> tuple[int, bool, int, str]:
        name = path.name.lower()
        odd = any(weight in name for weight in settings["weights"])
        return order.get(name, len(order)), odd, -_size(path), str(path)

    for path in sorted(files, key=rank):
        number = _face(path, tuple(settings["regions"]))
        if number is not None:
            yield FontFile(path, number)
    raise SaveError(_NO_FONT)


def _settings() -> dict[str, list[str]]:
    return tomllib.loads((ROOT / "export" / "fonts.toml").read_text(encoding="utf-8"))


def _fonts(folder: str) -> Iterator[Path]:
    """Font files below a folder, whose name may hold an environment variable."""
    root = os.path.expandvars(os.path.expanduser(folder))
    if "$" in root:
        return
    for where, _, names in os.walk(root):
        yield from (Path(where, name) for name in names if name.lower().endswith(_SUFFIXES))


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _face(path: Path, regions: tuple[str, ...]) -> int | None:
    """Which face of a font file to use; None if it lacks characters, must not be embedded or is variable."""
    fit: list[int] = []
    try:
        with path.open("rb") as file:
            for number in range(_faces(file.read(12))):
                font = TTFont(file, fontNumber=number, lazy=True)
                if _is_fit(font):
                    fit.append(number)
                    if any(region in (font["name"].getDebugName(1) or "") for region in regions):
                        return number
    except BROKEN_FONT:
        return None
    return fit[0] if fit else None


def _faces(head: bytes) -> int:
    """How many faces a file holds that begins so (OpenType: ``ttcf``, version, count)."""
    return min(int.from_bytes(head[8:12], "big"), _MOST_FACES) if head[:4] == b"ttcf" else 1


def _is_fit(font: TTFont) -> bool:
    if "fvar" in font or font["OS/2"].fsType & 0x000F == _RESTRICTED:
        return False
    return set(font.getBestCmap() or ()) >= _NEEDED
