"""How far the work is: a bar, files done, files a second, the time to come, and a way to stop it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from gui.batch.runner import Pace
from gui.theme import sizes


class ProgressStrip(QWidget):
    """cancelled: the clerk wants the work to stop."""

    cancelled = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        space = sizes(self.fontMetrics())
        self.bar = QProgressBar(self, textVisible=False)
        self.bar.setAccessibleName(self.tr("进度"))
        self.bar.setFixedHeight(round(space.em * 0.7))
        self.label = QLabel(self)
        self.label.setObjectName("batch_pace")
        self.stop = QPushButton(self.tr("取消"), self, autoDefault=False)
        self.stop.setAccessibleDescription(self.tr("停下来；已经核对的留在列表里"))
        self.stop.clicked.connect(self._stop)
        row = QHBoxLayout(self)
        row.setContentsMargins(space.wide_gap, space.gap, space.wide_gap, space.gap)
        row.setSpacing(space.wide_gap)
        row.addWidget(self.bar, 2)
        row.addWidget(self.label, 3)
        row.addWidget(self.stop)
        self.hide()

    def begin(self, text: str) -> None:
        """Some work whose end cannot be told yet."""
        self.bar.setRange(0, 0)
        self.label.setText(text)
        self.stop.setEnabled(True)
        self.show()

    def show_pace(self, pace: Pace) -> None:
        """How far a run is."""
        if not self.stop.isEnabled():
            return
        if not pace.total:
            self.label.setText(self.tr("正在找报告…"))
            return
        self._show(pace.done, pace.total)
        said = [self.tr("已核对 {done} / {total} 份").format(done=pace.done, total=pace.total)]
        if pace.rate:
            said.append(self.tr("每秒 {rate} 份").format(rate=_short(pace.rate)))
            if pace.remaining >= 1:
                said.append(self.tr("大约还要 {time}").format(time=self._time(pace.remaining)))
        self.label.setText(" · ".join(said))

    def show_step(self, text: str, done: int, total: int) -> None:
        """How far some other work is; total: 0 where that cannot be told."""
        if self.stop.isEnabled():
            self._show(done, total)
            self.label.setText(self.tr("{text} {done}").format(text=text, done=done or ""))

    def end(self) -> None:
        self.hide()

    def _show(self, done: int, total: int) -> None:
        self.bar.setRange(0, total)
        self.bar.setValue(min(done, total))

    def _stop(self) -> None:
        self.stop.setEnabled(False)
        self.label.setText(self.tr("正在停下来…"))
        self.cancelled.emit()

    def _time(self, seconds: float) -> str:
        if seconds < 60:
            return self.tr("{n} 秒").format(n=round(seconds))
        minutes = round(seconds / 60)
        if minutes < 60:
            return self.tr("{n} 分钟").format(n=minutes)
        return self.tr("{h} 小时 {n} 分钟").format(h=minutes // 60, n=minutes % 60)


def _short(rate: float) -> str:
    return str(round(rate)) if rate >= 10 else str(round(rate, 1))
