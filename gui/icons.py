"""The program's own icons: drawn in one stroke style, tinted from the palette at run time."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer

from core.resources import ROOT

_FOLDER = ROOT / "icons"
_SIZES = (16, 20, 24, 32, 48)


def application_icon() -> QIcon:
    return QIcon(str(_FOLDER / "gouji.svg"))


def icon(name: str, palette: QPalette) -> QIcon:
    """An icon for buttons and menus, in the palette's colours."""
    group, role = QPalette.ColorGroup, QPalette.ColorRole
    return _icon(
        name,
        palette.color(group.Active, role.ButtonText).rgba(),
        palette.color(group.Disabled, role.ButtonText).rgba(),
    )


@lru_cache(maxsize=256)
def _icon(name: str, normal: int, disabled: int) -> QIcon:
    made = QIcon()
    for mode, rgba in ((QIcon.Mode.Normal, normal), (QIcon.Mode.Disabled, disabled)):
        for side in _SIZES:
            made.addPixmap(_draw(name, rgba, 0, side), mode)
    return made


def pixmap(name: str, colour: QColor, ground: QColor, side: int, ratio: float) -> QPixmap:
    """A sign of ``side`` logical pixels; ``ground`` shows through where the sign is filled."""
    drawn = QPixmap(_draw(name, colour.rgba(), ground.rgba(), round(side * ratio)))
    drawn.setDevicePixelRatio(ratio)
    return drawn


@lru_cache(maxsize=512)
def _draw(name: str, rgba: int, ground: int, side: int) -> QPixmap:
    renderer = QSvgRenderer(_svg(name, rgba, ground))
    drawn = QPixmap(QSize(side, side))
    drawn.fill(Qt.GlobalColor.transparent)
    with QPainter(drawn) as painter:
        renderer.render(painter, QRectF(0, 0, side, side))
    return drawn


def _svg(name: str, rgba: int, ground: int) -> QByteArray:
    text = _source(name).replace("currentColor", QColor(rgba).name())
    return QByteArray(text.replace("#ground", QColor(ground).name()).encode())


@lru_cache(maxsize=64)
def _source(name: str) -> str:
    return (_FOLDER / f"{name}.svg").read_text(encoding="utf-8")
