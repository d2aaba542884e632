"""What was marked 核实无误, folded away below the problems: with its reason, and the way back."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from core.accepted import Accepted
from core.review import Review
from gui.crash import guarded
from gui.problems.offer import CardButton
from gui.problems.words import with_table
from gui.theme import sizes
from gui.widgets.fold import FoldButton
from gui.widgets.labels import quiet

_MOST = 14  # em; more is scrolled to


class AcceptedSection(QWidget):
    """restore_wanted: this is to count again."""

    restore_wanted = Signal(object)

    def __init__(self, review: Review, parent: QWidget) -> None:
        super().__init__(parent)
        self._review = review
        self._shown: tuple[Accepted, ...] = ()
        space = sizes(self.fontMetrics())
        self.unfold = FoldButton(self.tr("已核实"), self)
        self._scroll = QScrollArea(self, widgetResizable=True)
        self._scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setAccessibleName(self.tr("已核实的问题"))
        column = QVBoxLayout(self)
        column.setContentsMargins(space.gap, space.gap // 2, space.gap, space.gap // 2)
        column.setSpacing(space.gap // 2)
        column.addWidget(self.unfold)
        column.addWidget(self._scroll)
        self._scroll.hide()
        self.unfold.toggled.connect(self._open)
        self.hide()

    def show_accepted(self) -> None:
        """Follow the review."""
        accepted = self._review.accepted
        self.setVisible(bool(accepted))
        if accepted == self._shown:
            return
        self._shown = accepted
        count = sum(len(each.findings) for each in accepted)
        said = self.tr("已核实 {problems} 个问题（{count} 处）")
        self.unfold.say(said.format(problems=len(accepted), count=count))
        self._scroll.setWidget(self._rows(accepted))
        self._fit()

    def _open(self, is_open: bool) -> None:
        self._scroll.setVisible(is_open)
        self._fit()

    def _fit(self) -> None:
        """As high as the wrapped lines need, up to a limit."""
        inner = self._scroll.widget()
        if inner is not None:
            most = sizes(self.fontMetrics()).em * _MOST
            height = inner.heightForWidth(max(1, self._scroll.viewport().width()))
            self._scroll.setFixedHeight(max(0, min(height, most)))

    @guarded
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _rows(self, accepted: Sequence[Accepted]) -> QWidget:
        inner = QWidget()
        space = sizes(self.fontMetrics())
        column = QVBoxLayout(inner)
        column.setContentsMargins(space.gap, 0, space.gap, space.gap)
        column.setSpacing(space.gap // 2)
        for each in accepted:
            for finding in each.findings:
                column.addWidget(_line(with_table(finding, self._review), inner))
            row = QHBoxLayout()
            reason = _line(self.tr("原因：{reason}").format(reason=each.reason), inner)
            row.addWidget(quiet(reason), 1)
            row.addWidget(self._button(each, inner))
            column.addLayout(row)
        return inner

    def _button(self, accepted: Accepted, parent: QWidget) -> CardButton:
        button = CardButton(self.tr("恢复"), parent)
        name = self.tr("恢复：{what}").format(what=self._review.message(accepted.findings[0]))
        button.setAccessibleName(name)
        button.setToolTip(self.tr("重新算作问题"))
        button.clicked.connect(lambda: self.restore_wanted.emit(accepted))
        return button


def _line(text: str, parent: QWidget) -> QLabel:
    """Wrapped, so that no number is cut."""
    return QLabel(text, parent, wordWrap=True, textFormat=Qt.TextFormat.PlainText)
