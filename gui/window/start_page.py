"""What the window shows before a report is open: where to drop one, recent ones, samples to try."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from core.resources import ROOT
from gui.properties import assign
from gui.standing import Standing
from gui.theme import colours, heading_font, sizes, title_font
from gui.widgets.labels import quiet
from gui.widgets.sign import Sign
from gui.window.file_list import NONE_KNOWN, FileList

SAMPLES = ROOT / "samples"
_BOX = """<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}">
<rect x="1" y="1" width="{inner_width}" height="{inner_height}" rx="{radius}" fill="{paper}"
stroke="{line}" stroke-width="2" stroke-linecap="square" stroke-dasharray="8 4"/></svg>"""
_SUFFIXES = (".txt", ".docx", ".xlsx")


def samples() -> list[Path]:
    """The reports that ship with the program."""
    return sorted(path for path in SAMPLES.glob("*") if path.suffix in _SUFFIXES)


def _centred(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addStretch()
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch()
    return row


class DropTarget(QWidget):
    """A large dashed box with the one button a newcomer needs; the window itself takes the drop."""

    pressed = Signal()
    batch_pressed = Signal()
    painted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("把报告拖到这里"))
        space = sizes(self.fontMetrics())
        title = QLabel(self.tr("把年度报告拖到这里"), self)
        title.setFont(title_font(self.font()))
        self.button = QPushButton(self.tr("打开报告…"), self, autoDefault=True, default=True)
        self.button.setObjectName("open_report")
        self.button.setAccessibleDescription(self.tr("选择一份或几份报告"))
        self.button.clicked.connect(self.pressed)
        self.button.setMinimumSize(space.em * 12, round(space.em * 2.6))
        self.batch = QPushButton(self.tr("批量核对文件夹…"), self, autoDefault=True)
        self.batch.setObjectName("batch_folder")
        self.batch.setAccessibleDescription(self.tr("一次核对一个文件夹里的全部报告"))
        self.batch.clicked.connect(self.batch_pressed)
        self.batch.setMinimumSize(space.em * 12, round(space.em * 2.6))
        said = self.tr("Word、Excel、文本、网页、PDF 都可以，一次放几份、放整个文件夹也行")
        hint = quiet(QLabel(said, self, wordWrap=True))
        for label in (title, hint):
            assign(label, alignment="AlignCenter")
        buttons = _centred(self.button, self.batch)
        buttons.setSpacing(space.gap)
        column = QVBoxLayout(self)
        column.setContentsMargins(space.margin, space.margin, space.margin, space.margin)
        column.setSpacing(space.wide_gap)
        column.addStretch()
        column.addLayout(_centred(Sign("drop", self, scale=3.08)))
        column.addWidget(title)
        column.addLayout(buttons)
        column.addWidget(hint)
        column.addStretch()

    def paintEvent(self, _event: QPaintEvent) -> None:
        palette = colours(self.palette())
        box = _BOX.format(
            width=self.width(),
            height=self.height(),
            inner_width=self.width() - 2,
            inner_height=self.height() - 2,
            radius=sizes(self.fontMetrics()).gap,
            paper=palette.paper.name(),
            line=palette.line.name(),
        )
        with QPainter(self) as painter:
            QSvgRenderer(QByteArray(box.encode())).render(painter, QRectF(self.rect()))
        self.painted.emit()


class StartPage(QWidget):
    """open_wanted, batch_wanted: the buttons were pressed. chosen: a file of one of the lists was."""

    open_wanted = Signal()
    batch_wanted = Signal()
    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        space = sizes(self.fontMetrics())
        self.target = DropTarget(self)
        self.target.pressed.connect(self.open_wanted)
        self.target.batch_pressed.connect(self.batch_wanted)
        self.recent = FileList(self.tr("最近打开的报告"), "document", self)
        self.samples = FileList(self.tr("示例报告"), "sample", self)
        self._groups = [self._group(self.tr("最近打开(&R)"), self.recent)]
        self._groups.append(self._group(self.tr("拿示例试一试(&E)"), self.samples))
        lists = QHBoxLayout()
        lists.setSpacing(space.margin)
        for group, stretch in zip(self._groups, (3, 2), strict=True):
            lists.addWidget(group, stretch)
        middle = QVBoxLayout()
        middle.setSpacing(space.margin)
        middle.addWidget(self.target, 1)
        middle.addLayout(lists)
        middle.addLayout(self._tip())
        frame = QWidget(self)
        frame.setLayout(middle)
        frame.setMaximumWidth(space.em * 66)
        row = QHBoxLayout(self)
        row.setContentsMargins(space.margin * 2, space.margin, space.margin * 2, space.margin)
        row.addStretch(1)
        row.addWidget(frame, 20)
        row.addStretch(1)
        self.samples.show_files(samples(), folders=False)
        self._groups[1].setVisible(self.samples.count() > 0)

    def _tip(self) -> QHBoxLayout:
        """What last year's report is good for, and that nothing need be done about it."""
        text = self.tr("上年的报告不用另外打开：和今年的放在一个文件夹里，会自动找到，用来核对上年结转。")
        tip = QHBoxLayout()
        tip.setSpacing(sizes(self.fontMetrics()).gap)
        above = QVBoxLayout()
        above.addWidget(Sign("years", self))
        above.addStretch()
        tip.addLayout(above)
        tip.addWidget(quiet(QLabel(text, self, wordWrap=True)), 1)
        return tip

    def _group(self, title: str, files: FileList) -> QWidget:
        group = QWidget(self)
        label = QLabel(title, group)
        label.setFont(heading_font(self.font()))
        label.setBuddy(files)
        column = QVBoxLayout(group)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes(self.fontMetrics()).gap)
        column.addWidget(label)
        column.addWidget(files)
        column.addStretch()
        files.chosen.connect(self.chosen)
        return group

    def show_recent(self, paths: Iterable[Path], standings: Mapping[Path, Standing] = NONE_KNOWN) -> None:
        """standings: how they stood when last seen."""
        self.recent.show_files(paths, standings=standings)
        self._groups[0].setVisible(self.recent.count() > 0)

    @property
    def panes(self) -> list[QWidget]:
        """What F6 goes round."""
        return [w for w in (self.target.button, self.recent, self.samples) if w.isVisible()]

    def greet(self) -> None:
        self.target.button.setFocus()
