"""In high contrast every control has an edge: Fusion derives its own from the window's colour, and black has
no darker one.
"""

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPalette, QPen
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QComboBox,
    QProxyStyle,
    QStyle,
    QStyleOption,
    QStyleOptionComplex,
    QWidget,
)

_Element, _Complex = QStyle.PrimitiveElement, QStyle.ComplexControl
_EDGED = (_Element.PE_PanelButtonCommand, _Element.PE_PanelLineEdit, _Element.PE_Frame, _Element.PE_FrameMenu)
_FOCUSED = 2
_EDGED_WHOLE = (_Complex.CC_ComboBox, _Complex.CC_SpinBox)


class Edges(QProxyStyle):
    """Fusion with an edge in the colour of the writing."""

    def __init__(self) -> None:
        super().__init__("Fusion")

    def drawPrimitive(
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        super().drawPrimitive(element, option, painter, widget)
        if element in _EDGED and not _is_part(widget):
            _draw(option, painter)

    def drawComplexControl(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        super().drawComplexControl(control, option, painter, widget)
        if control in _EDGED_WHOLE:
            _draw(option, painter)


def _is_part(widget: QWidget | None) -> bool:
    """The line of a box that has an edge itself."""
    return widget is not None and isinstance(widget.parentWidget(), QComboBox | QAbstractSpinBox)


def _draw(option: QStyleOption, painter: QPainter) -> None:
    palette: QPalette = option.palette  # type: ignore[attr-defined]
    has_focus = bool(option.state & QStyle.StateFlag.State_HasFocus)  # type: ignore[attr-defined]
    role = QPalette.ColorRole.Accent if has_focus else QPalette.ColorRole.WindowText
    painter.save()
    painter.setPen(QPen(palette.color(role), _FOCUSED if has_focus else 1))
    inset = 1 if has_focus else 0
    rect: QRect = option.rect  # type: ignore[attr-defined]
    painter.drawRect(rect.adjusted(inset, inset, -1 - inset, -1 - inset))
    painter.restore()
