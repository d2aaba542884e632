"""The window 「批量核对」: a folder of reports checked, listed, compared."""

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QByteArray, QEvent, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QTabWidget, QVBoxLayout, QWidget

from core.batch.record import Row
from core.batch.run import check_one
from core.batch.store import Store, cache_folder
from core.batch.terms import Terms
from core.paths import is_folder
from gui.batch import telling
from gui.batch.comparing import Comparing
from gui.batch.desk import Desk
from gui.batch.ended import Ended
from gui.batch.following import Follower
from gui.batch.foot import Foot
from gui.batch.listing import Listing
from gui.batch.progress_strip import ProgressStrip
from gui.batch.reports_page import ReportsPage
from gui.batch.runner import Order, Runner
from gui.batch.task import Task
from gui.batch.toolbar import Tools
from gui.batch.writing import Writing
from gui.crash import guarded
from gui.jobs import Jobs
from gui.settings import BATCH_FOLDER, EARLIER_FOLDER, Settings
from gui.talk import Talk
from gui.widgets.bars import BarStack, Deed, MessageBar
from gui.window import placing
from gui.window.drop import DropWindow
from gui.window.report_page import ReportPage

_ERROR = "error"


class BatchWindow(DropWindow):
    """open_wanted: a report is to be opened in the main window."""

    open_wanted = Signal(object)

    def __init__(self, settings: Settings, talk: Talk, jobs: Jobs) -> None:
        super().__init__()
        self.setObjectName("batch")
        store = Store(cache_folder())
        self._settings = settings
        self._order = Order(())
        self._earlier: Path | None = None
        self.listing = Listing(self)
        self.runner = Runner(jobs, store, self)
        self.task = Task(jobs, self)
        self.desk = Desk(self, self.listing, store, jobs, self.task, talk, settings, Terms())
        self.tools = Tools(self)
        self.strip = ProgressStrip(self)
        self.bars = BarStack(self)
        self.tabs = QTabWidget(self, documentMode=True)
        self.page = ReportsPage(self.listing, jobs, store, self)
        self.comparing = Comparing(self.desk, self.tabs)
        self.writing = Writing(self.desk, self.comparing)
        self.follower = Follower(self.listing)
        self.foot = Foot(self.statusBar())
        self._build()
        self._connect()
        self._connect_tools()
        self._show_state()

    # --- building -----------------------------------------------------------------------------------

    def _build(self) -> None:
        self.statusBar().setSizeGripEnabled(False)
        self.tabs.setAccessibleName(self.tr("报告和比较结果"))
        self.tabs.addTab(self.page, self.tr("报告"))
        centre = QWidget(self)
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.strip, self.bars):
            column.addWidget(widget)
        column.addWidget(self.tabs, 1)
        self.setCentralWidget(centre)
        placing.place(self, QByteArray())
        self.tools.tint()
        self.page.explain(self.tr("把放报告的文件夹拖到这里，或者点“选择文件夹…”。"))

    def _connect(self) -> None:
        self.runner.rows.connect(self.listing.put)
        self.runner.paced.connect(self.strip.show_pace)
        self.runner.ended.connect(self._ended)
        self.task.stepped.connect(self._stepped)
        self.task.ended.connect(self._task_ended)
        self.strip.cancelled.connect(self._cancel)
        self.page.open_wanted.connect(self.open_wanted)
        self.comparing.path_wanted.connect(self._show_path)
        self.comparing.changed.connect(self._show_state)
        self.writing.written.connect(self.foot.written)
        self.foot.folder_wanted.connect(self.desk.talk.show_folder)

    def _connect_tools(self) -> None:
        deeds: dict[str, Callable[[], object]] = {
            "choose": self.choose_folder,
            "again": self.again,
            "register": self.comparing.choose_register,
            "earlier": self._choose_earlier,
            "superior": self.comparing.choose_superior,
            "sums": self.comparing.show_sums,
            "alike": self.comparing.show_alike,
            "summary": self.writing.choose_summary,
            "notices": self.writing.choose_notices,
        }
        drops: dict[str, Callable[[], object]] = {
            "register": partial(self.comparing.use_register, None),
            "earlier": partial(self._use_earlier, None),
            "superior": partial(self.comparing.use_superior, None),
        }
        for actions, acts in ((self.tools.actions_, deeds), (self.tools.dropped, drops)):
            for name, act in acts.items():
                actions[name].triggered.connect(lambda _checked=False, act=act: act())
        keys: tuple[tuple[str, Callable[[], object]], ...] = (
            ("Ctrl+F", self._search),
            ("F6", partial(self._step_pane, 1)),
            ("Shift+F6", partial(self._step_pane, -1)),
            ("Ctrl+W", self.close),
        )
        for key, act in keys:
            QShortcut(QKeySequence(key), self, act)

    # --- running ------------------------------------------------------------------------------------

    @property
    def is_busy(self) -> bool:
        return self.runner.is_busy or self.task.is_busy

    def choose_folder(self) -> None:
        """Let the clerk pick the folder to check."""
        title, folder = self.tr("选择放报告的文件夹"), self._settings.get(BATCH_FOLDER)
        self.desk.talk.choose_folder(self, title, folder, lambda path: self.check([path]))

    def check(self, paths: Iterable[Path]) -> None:
        """Check these files and all reports in these folders; one run at a time."""
        if self.is_busy:
            self._say_error(self.tr("正在核对另一批；先取消，或者等它做完。"), "advice")
            return
        given = tuple(path.absolute() for path in paths)
        roots = tuple(path for path in given if is_folder(path))
        for root in roots[:1]:
            self._settings.set(BATCH_FOLDER, str(root))
        self._order = Order(given, roots)
        self.comparing.forget()
        self.listing.start(roots)
        self.page.show_all()
        self.tabs.setCurrentWidget(self.page)
        self._run()

    def take_over(self, old: "BatchWindow") -> None:
        """Go on with what another window was given; what it found is remembered."""
        self._earlier = old._earlier
        self.desk.superior = old.desk.superior
        self.comparing.take_over(old.comparing)
        if old._order.paths:
            self.check(old._order.paths)

    def again(self) -> None:
        """Once more; only what is new or changed is really checked."""
        if self._order.paths and not self.is_busy:
            self._run()

    def _run(self) -> None:
        self.bars.clear()
        order = self._order
        self._order = Order(order.paths, order.roots, self._settings.requirements, self._earlier)
        self.strip.begin(self.tr("正在找报告…"))
        self.foot.say("")
        self.page.explain(self.tr("正在核对，结果会一份一份地列在这里…"))
        self.runner.start(self._order)
        self._show_state()

    def _ended(self, ended: Ended) -> None:
        self.strip.end()
        if ended.terms is not None:
            self.desk.terms = self.page.terms = ended.terms
        if ended.error:
            self._say_error(ended.error)
        elif ended.survey is not None and not ended.is_cancelled:
            self.listing.keep(ended.survey.files)
        for number, text in enumerate(telling.warnings(ended)):
            self.bars.show_bar(f"warning {number}", MessageBar("warning", text, parent=self.bars))
        self.page.explain(telling.empty(ended.survey))
        self.foot.sum_up(ended, len(self.listing.rows))
        self.page.refresh_chosen()
        self.comparing.mark_stale()
        self._show_state()

    def _stepped(self, text: str, done: int, total: int) -> None:
        if not self.strip.isVisible():
            self.strip.begin(text)
            self._show_state()
        self.strip.show_step(text, done, total)

    def _task_ended(self, error: str) -> None:
        self.strip.end()
        if error:
            self._say_error(error)
        self._show_state()

    def _cancel(self) -> None:
        (self.runner if self.runner.is_busy else self.task).cancel()

    # --- last year ----------------------------------------------------------------------------------

    def _choose_earlier(self) -> None:
        title, folder = self.tr("选择放着各单位上年报告的文件夹"), self.desk.folder(EARLIER_FOLDER)
        self.desk.talk.choose_folder(self, title, folder, self._use_earlier)

    def _use_earlier(self, folder: Path | None) -> None:
        """Hold every report against its unit's of last year; None: no longer."""
        self._earlier = folder
        if folder is not None:
            self._settings.set(EARLIER_FOLDER, str(folder))
        self.again()

    # --- the main window ----------------------------------------------------------------------------

    def follow(self, pages: Iterable[ReportPage]) -> None:
        """These reports are open in the main window."""
        self.follower.look(pages)

    def saved(self, target: Path) -> None:
        """A report was written; if it is one of those in the list, or lies among them, it is checked anew."""
        is_below = any(target.is_relative_to(root) for root in self._order.roots)
        if self.listing.find(target) is not None or is_below:
            work = partial(check_one, target, self.desk.terms, self.desk.store)
            self.desk.jobs.start(work, self._rechecked, lambda _error: None)

    def _rechecked(self, row: Row) -> None:
        self.listing.put([row])
        self.foot.count_again(len(self.listing.rows))
        self.page.refresh_chosen()
        self.comparing.mark_stale()

    # --- showing ------------------------------------------------------------------------------------

    def _show_path(self, path: Path) -> None:
        self.tabs.setCurrentWidget(self.page)
        self.page.show_path(path)
        self.page.list.setFocus()

    def _show_state(self) -> None:
        """Title, tools and what is held against the reports."""
        name = self._order.roots[0].name if self._order.roots else ""
        title = self.tr("批量核对")
        self.setWindowTitle(f"{name} — {title}" if name else title)
        is_idle, has_rows = not self.is_busy, bool(self.listing.tags)
        enabled = dict.fromkeys(self.tools.actions_, is_idle and has_rows)
        enabled |= {"choose": is_idle, "again": is_idle and bool(self._order.paths)}
        in_use = {
            "register": self.comparing.register,
            "earlier": self._earlier,
            "superior": self.desk.superior,
        }
        self.tools.show_state(enabled, {key: path is not None and is_idle for key, path in in_use.items()})
        self.foot.show_in_use(in_use)

    def _say_error(self, text: str, kind: str = "error") -> None:
        can_repeat = bool(self._order.paths) and not self.is_busy
        deeds = (Deed(self.tr("重新核对"), self.again),) if can_repeat else ()
        self.bars.show_bar(_ERROR, MessageBar(kind, text, deeds, self.bars))

    def _search(self) -> None:
        self.tabs.setCurrentWidget(self.page)
        self.page.search.setFocus()
        self.page.search.selectAll()

    def _step_pane(self, by: int) -> None:
        panes = self.page.panes
        focus = QApplication.focusWidget()
        place = next((n for n, pane in enumerate(panes) if pane is focus), -1)
        panes[(place + by) % len(panes)].setFocus()

    def take_files(self, paths: list[Path]) -> None:
        self.check(paths)

    # --- events -------------------------------------------------------------------------------------

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange:
            self.tools.tint()
        super().changeEvent(event)

    @guarded
    def closeEvent(self, event: QCloseEvent) -> None:
        """What runs is stopped; what has come stays for the next time the window is shown."""
        self.page.rest()
        if self.is_busy:
            self._cancel()
        event.accept()
