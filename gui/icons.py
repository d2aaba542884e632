"""The program's own icons: drawn in one stroke style, tinted from the palette at run time."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer

from core.resources import ROOT

_FOLDER = ROOT / "icons"


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


class _Engine(QIconEngine):
    """Draws an icon when it is painted, in just the size that is wanted."""

    def __init__(self, name: str, normal: int, disabled: int) -> None:
        super().__init__()
        self._name = name
        self._normal = normal
        self._disabled = disabled

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        side = min(rect.width(), rect.height())
        painter.drawPixmap(rect, self.pixmap(QSize(side, side), mode, state))

    def pixmap(self, size: QSize, mode: QIcon.Mode, _state: QIcon.State) -> QPixmap:
        rgba = self._disabled if mode == QIcon.Mode.Disabled else self._normal
        return _draw(self._name, rgba, 0, min(size.width(), size.height()))

    def clone(self) -> QIconEngine:
        """Asked for where an icon is added to, which nobody does with these."""
        self._copy = _Engine(self._name, self._normal, self._disabled)  # Qt holds on to it, Python would not
        return self._copy


@lru_cache(maxsize=256)
def _icon(name: str, normal: int, disabled: int) -> QIcon:
    return QIcon(_Engine(name, normal, disabled))


def pixmap(name: str, colour: QColor, ground: QColor, side: int, ratio: float) -> QPixmap:
    """A sign of ``side`` logical pixels; ``ground`` shows through where the sign is filled."""
    return _draw(name, colour.rgba(), ground.rgba(), round(side * ratio), ratio)


@lru_cache(maxsize=512)
def _draw(name: str, rgba: int, ground: int, side: int, ratio: float = 1.0) -> QPixmap:
    """side: in pixels of the screen; ratio: how many of them make a logical one."""
    renderer = QSvgRenderer(_svg(name, rgba, ground))
    drawn = QPixmap(QSize(side, side))
    drawn.fill("transparent")
    with QPainter(drawn) as painter:
        renderer.render(painter, QRectF(0, 0, side, side))
    drawn.setDevicePixelRatio(ratio)
    return drawn


def _svg(name: str, rgba: int, ground: int) -> QByteArray:
    text = _source(name).replace("currentColor", QColor.fromRgba(rgba).name())
    return QByteArray(text.replace("#ground", QColor.fromRgba(ground).name()).encode())


@lru_cache(maxsize=64)
def _source(name: str) -> str:
    return (_FOLDER / f"{name}.svg").read_text(encoding="utf-8")
