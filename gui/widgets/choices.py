"""Radio buttons and check boxes seen on dark ground too, where Fusion draws theirs darker than the window."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QRadioButton, QStyle, QStyleOptionButton

from gui.crash import guarded
from gui.theme import colours


class Radio(QRadioButton):
    """With a ring."""

    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        place = self.style().subElementRect(QStyle.SubElement.SE_RadioButtonIndicator, option, self)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(colours(self.palette()).quiet, 1.5))
            painter.drawEllipse(QRectF(place).adjusted(1, 1, -1, -1))


class Check(QCheckBox):
    """With a frame."""

    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        place = self.style().subElementRect(QStyle.SubElement.SE_CheckBoxIndicator, option, self)
        with QPainter(self) as painter:
            painter.setPen(QPen(colours(self.palette()).quiet, 1))
            painter.drawRect(QRectF(place).adjusted(0.5, 0.5, -1.5, -1.5))
