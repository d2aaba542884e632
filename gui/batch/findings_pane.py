"""What was found in the chosen report: from its record, in official wording, with what to do."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListView, QPushButton, QVBoxLayout, QWidget

from core.batch.telling import advice_for, suggestion
from core.catalogue import rule_of
from core.forms import TABLES
from core.wording import SEVERITIES
from gui.batch.entries import Entry
from gui.crash import guarded
from gui.problems.findings_delegate import FindingDelegate
from gui.problems.findings_model import Role
from gui.severities import severity_name
from gui.theme import heading_font, sizes
from gui.where import TEXT, name_of
from gui.widgets.labels import ElidedLabel, quiet

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Told:
    """A finding as it is told. severity: also the name of its sign."""

    severity: str
    title: str
    place: str
    text: str


class _Model(QAbstractListModel):
    """The same roles as the list of findings of an open report, so that both look the same."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._told: Sequence[Told] = ()

    def show(self, told: Sequence[Told]) -> None:
        self.beginResetModel()
        self._told = told
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._told)

    @guarded
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        told = self._told[index.row()]
        match role:
            case Role.ROW:
                return told
            case Role.TITLE:
                return told.title
            case Role.PLACE:
                return told.place
            case Qt.ItemDataRole.DisplayRole:
                return told.text
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{told.title}：{told.text}"
        return None


class FindingsPane(QWidget):
    """Shows one report at a time. open_button: opens it in the main window."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        space = sizes(self.fontMetrics())
        self.title = ElidedLabel(self)
        self.title.setFont(heading_font(self.font()))
        self.open_button = QPushButton(self.tr("打开校核(&O)"), self, autoDefault=False)
        self.open_button.setAccessibleDescription(self.tr("在主窗口里打开这份报告，照建议更正"))
        self.note = quiet(QLabel(self, wordWrap=True, textFormat=Qt.TextFormat.PlainText))
        self.note.setObjectName("batch_note")
        self.list = QListView(self)
        self.list.setObjectName("batch_findings")
        self.list.setAccessibleName(self.tr("这份报告的问题"))
        self.list.setFrameShape(QListView.Shape.NoFrame)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setItemDelegate(FindingDelegate(self.list, lambda _row, _width: 0))
        self._model = _Model(self)
        self.list.setModel(self._model)
        head = QHBoxLayout()
        head.setContentsMargins(space.wide_gap, space.gap, space.wide_gap, space.gap)
        head.addWidget(self.title, 1)
        head.addWidget(self.open_button)
        self.note.setContentsMargins(space.wide_gap, 0, space.wide_gap, space.gap)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.note)
        column.addWidget(self.list, 1)
        self.clear()

    def clear(self) -> None:
        self.title.setText(self.tr("没有选中报告"))
        self.open_button.setEnabled(False)
        self._say("", ())

    def show_entry(self, entry: Entry) -> None:
        """Name the report at once; what was found in it may take a moment."""
        self.title.setText(entry.row.unit or entry.path.name)
        self.open_button.setEnabled(entry.row.state != "unreadable")
        self._say(_why_unchecked(entry), ())

    def show_record(self, entry: Entry, record: Mapping[str, Any]) -> None:
        """What was found when the file was last checked."""
        told = tell(record)
        note = _why_unchecked(entry)
        if entry.row.state == "checked" and not told:
            note = self.tr("没有发现问题。")
        elif entry.live is not None and told:
            note = self.tr("下面是文件里的情况；打开着的改动保存以后再列。")
        self._say("\n".join(filter(None, (note, record.get("doubt", "")))), told)

    def _say(self, note: str, told: Sequence[Told]) -> None:
        self.note.setText(note)
        self.note.setVisible(bool(note))
        self._model.show(told)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.list.scheduleDelayedItemsLayout()


def _why_unchecked(entry: Entry) -> str:
    match entry.row.state:
        case "unreadable":
            return entry.row.error
        case "blank":
            return _tr("表格是空白的，一个数也没有填，没有核对。")
        case "no_tables":
            return _tr(
                "里面没有找到法定表格（表二、表三、表四），没有核对；"
                "请检查是否选错了文件，或行列标题是否完整。"
            )
    return ""


def tell(record: Mapping[str, Any]) -> list[Told]:
    """The findings of a record, 必改 first, each with its suggestion."""
    advice = advice_for(record)
    found = sorted(record["findings"], key=lambda f: tuple(SEVERITIES).index(f["severity"]))
    return [_told(finding, suggestion(finding, advice)) for finding in found]


def _told(finding: Mapping[str, Any], proposal: str) -> Told:
    rule = rule_of(finding["rule"])
    severity = finding["severity"]
    said = [finding["message"]]
    if proposal:
        said.append(_tr("建议：{what}").format(what=proposal))
    return Told(severity, rule.name if rule else severity_name(severity), _place(finding), "\n".join(said))


def _place(finding: Mapping[str, Any]) -> str:
    """The table, or the text."""
    table = finding["cells"][0].partition(".")[0] if finding["cells"] else ""
    if table in TABLES:
        return name_of(table)
    return name_of(TEXT) if finding["places"] else ""


def _tr(text: str) -> str:
    return QCoreApplication.translate("BatchFindings", text)
