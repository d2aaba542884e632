"""The line at the top of a report: how it stands, whose it is."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from gui.punctuation import listed
from gui.theme import heading_font, sizes
from gui.widgets.labels import ElidedLabel, quiet
from gui.widgets.sign import Sign
from gui.window.glance import Glance


class SummaryLine(QWidget):
    """Left: sign and counts. Right: unit, year, edition, cut where room is short."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        space = sizes(self.fontMetrics())
        self._sign = Sign("good", self)
        self._text = QLabel(self, textFormat=Qt.TextFormat.PlainText)
        self._text.setObjectName("glance")
        self._text.setFont(heading_font(self.font()))
        self._detail = quiet(QLabel(self, textFormat=Qt.TextFormat.PlainText))
        self._about = ElidedLabel(self, alignment=Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        quiet(self._about)
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(space.wide_gap, space.gap, space.wide_gap, space.gap)
        row.setSpacing(space.gap)
        row.addWidget(self._sign)
        row.addWidget(self._text)
        row.addSpacing(space.gap)
        row.addWidget(self._detail)
        row.addWidget(self._about, 1)

    def add(self, button: QWidget) -> None:
        """At the right end; the line is as high with it as without it."""
        self._row.addStrut(button.sizeHint().height())
        self._row.addSpacing(sizes(self.fontMetrics()).gap)
        self._row.addWidget(button)

    def say(self, state: Glance, about: str) -> None:
        self._sign.set_kind(state.kind)
        self._text.setText(state.text)
        self._detail.setText(state.detail)
        self._about.setText(about)
        self.setAccessibleName(listed((state.text, state.detail, about)))

    def text(self) -> str:
        return self._text.text()
