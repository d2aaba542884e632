"""Beside how a report stands: which year's report it is compared with, and the way to another one."""

from PySide6.QtCore import QEvent, QPoint, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from gui import icons
from gui.beside.last_year import LastYearInUse
from gui.theme import sizes
from gui.widgets.labels import paint_focus


class LastYearButton(QToolButton):
    """Only there while last year's report is in use. choices: the menu it opens."""

    def __init__(self, last_year: LastYearInUse, parent: QWidget) -> None:
        super().__init__(parent)
        self._last_year = last_year
        self.setObjectName("last_year_in_use")
        self.setAccessibleName(self.tr("上年报告"))
        self.setAutoRaise(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the arrow behind the words
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        side = round(sizes(self.fontMetrics()).em * 0.9)
        self.setIconSize(QSize(side, side))
        self.choices = QMenu(self)
        self.choices.addAction(self.tr("换一份…"), last_year.choose)
        self.choices.addAction(self.tr("关掉上年核对"), last_year.stop)
        self.clicked.connect(self._open)
        last_year.changed.connect(self._follow)
        self._tint()
        self._follow()

    def _open(self) -> None:
        corner = self.rect().bottomRight() - QPoint(self.choices.sizeHint().width(), 0)
        self.choices.popup(self.mapToGlobal(corner))

    def _follow(self) -> None:
        path, last = self._last_year.path, self._last_year.last
        self.setVisible(path is not None)
        if path is None or last is None:
            return
        said = self.tr("上年：{year} 年度") if last.year else self.tr("上年：已选")
        self.setText(said.format(year=last.year))
        name = self.tr("正在用上年报告“{name}”核对").format(name=path.name)
        self.setAccessibleName(name)
        self.setToolTip(f"{name}\n{path}")

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        paint_focus(self)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange:
            self._tint()
        super().changeEvent(event)

    def _tint(self) -> None:
        self.setIcon(icons.icon("next", self.palette()))
