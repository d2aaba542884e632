"""The help's window: a list that can be searched, and the page of what is chosen there."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSplitter,
    QTextBrowser,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from gui.crash import guarded
from gui.help.topics import KEYS, Topic, groups
from gui.theme import reading_font, sizes

_KEY = Qt.ItemDataRole.UserRole


class HelpWindow(QDialog):
    """Stays open beside the report. manual_wanted, log_wanted: one of its buttons was pressed."""

    manual_wanted = Signal()
    log_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("help")
        self.search = QLineEdit(self, clearButtonEnabled=True)
        self.tree = QTreeWidget(self)
        self.page = QTextBrowser(self)
        self.manual = QPushButton(self, autoDefault=False)
        self.log = QPushButton(self, autoDefault=False)
        self.close_button = QPushButton(self, autoDefault=False)
        self._topics: dict[str, Topic] = {}
        self._build()
        self.search.textChanged.connect(self._filter)
        self.tree.currentItemChanged.connect(lambda item, _before: self._turn_to(item))
        self.manual.clicked.connect(self.manual_wanted)
        self.log.clicked.connect(self.log_wanted)
        self.close_button.clicked.connect(self.close)
        self._say()

    def _build(self) -> None:
        space = sizes(self.fontMetrics())
        self.tree.setHeaderHidden(True)
        self.tree.setIndentation(space.em)
        self.page.setFont(reading_font(self.font(), 100))
        self.page.document().setDocumentMargin(space.margin)
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space.gap)
        column.addWidget(self.search)
        column.addWidget(self.tree, 1)
        halves = QSplitter(Qt.Orientation.Horizontal, self, childrenCollapsible=False)
        halves.addWidget(left)
        halves.addWidget(self.page)
        halves.setSizes([space.em * 20, space.em * 32])
        buttons = QHBoxLayout()
        buttons.addWidget(self.manual)
        buttons.addWidget(self.log)
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(space.wide_gap, space.wide_gap, space.wide_gap, space.wide_gap)
        whole.setSpacing(space.wide_gap)
        whole.addWidget(halves, 1)
        whole.addLayout(buttons)
        self.resize(space.em * 54, space.em * 36)

    def _say(self) -> None:
        """All texts, in the language of now."""
        self.setWindowTitle(self.tr("帮助"))
        self.search.setPlaceholderText(self.tr("查找：编号、名称、依据"))
        self.search.setAccessibleName(self.tr("在帮助里查找"))
        self.tree.setAccessibleName(self.tr("帮助目录"))
        self.page.setAccessibleName(self.tr("说明"))
        self.manual.setText(self.tr("使用说明书"))
        self.log.setText(self.tr("打开日志"))
        self.close_button.setText(self.tr("关闭"))
        chosen = self.tree.currentItem()
        key = chosen.data(0, _KEY) if chosen is not None else KEYS
        self.tree.clear()
        self._topics = {}
        bold = QFont(self.font())
        bold.setBold(True)
        for name, topics in groups():
            heading = QTreeWidgetItem(self.tree, [name])
            heading.setFlags(Qt.ItemFlag.ItemIsEnabled)
            heading.setExpanded(True)
            heading.setFont(0, bold)
            for topic in topics:
                self._topics[topic.key] = topic
                item = QTreeWidgetItem(heading, [topic.title])
                item.setToolTip(0, topic.title)
                item.setData(0, _KEY, topic.key)
        self._filter(self.search.text())
        self.show_topic(key)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    # --- what is shown --------------------------------------------------------------------------------

    def show_topic(self, key: str) -> None:
        """Turn to a topic; an unknown one leaves the page as it is."""
        for item in self._items():
            if item.data(0, _KEY) == key:
                if item.isHidden():
                    self.search.clear()
                self.tree.setCurrentItem(item)
                self.tree.scrollToItem(item, QTreeWidget.ScrollHint.PositionAtCenter)

    def _items(self) -> list[QTreeWidgetItem]:
        roots = [self.tree.topLevelItem(number) for number in range(self.tree.topLevelItemCount())]
        return [root.child(number) for root in roots for number in range(root.childCount())]

    def _turn_to(self, item: QTreeWidgetItem | None) -> None:
        topic = self._topics.get(item.data(0, _KEY)) if item is not None else None
        if topic is not None:
            self.page.setHtml(topic.page)

    def _filter(self, wanted: str) -> None:
        """Only what holds the words, or has that number; unless what is shown is among it, the first is."""
        shown = []
        whole = wanted.strip().upper()
        for item in self._items():
            key = item.data(0, _KEY)
            is_found = key == whole if whole in self._topics else self._topics[key].holds(wanted)
            item.setHidden(not is_found)
            shown += [item] if is_found else []
        for place in range(self.tree.topLevelItemCount()):
            root = self.tree.topLevelItem(place)
            root.setHidden(all(root.child(n).isHidden() for n in range(root.childCount())))
        if shown and self.tree.currentItem() not in shown:
            self.tree.setCurrentItem(shown[0])

    @guarded
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down leads from the words to what was found."""
        if event.key() == Qt.Key.Key_Down and self.search.hasFocus():
            self.tree.setFocus()
            return
        super().keyPressEvent(event)
