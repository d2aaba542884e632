"""Leads through the four actions on the real window, with a sample report."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QTimer
from PySide6.QtWidgets import QApplication

from gui.settings import TOURED
from gui.tour.bubble import Bubble, Frame
from gui.tour.steps import STEPS
from gui.window.start_page import samples

if TYPE_CHECKING:
    from gui.window.main_window import MainWindow

_MOMENT = 100
"""Milliseconds until it is looked again whether the sample is open."""
_MARGIN = 4
_WRONG = "有错"


class Tour(QObject):
    """One walk through the window; ends by itself, by 跳过, by Esc, or when the window becomes another."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._place = 0
        self._is_over = False
        self._focus = QApplication.focusWidget()
        self.frame = Frame(window)
        self.bubble = Bubble(window)
        self.bubble.further.connect(self._further)
        self.bubble.ended.connect(self.end)
        self.bubble.stale.connect(self.end)
        self._waiting = QTimer(self, interval=_MOMENT)
        self._waiting.timeout.connect(self._look)
        window.installEventFilter(self)
        window.settings.set(TOURED, True)
        self._show()

    @property
    def is_over(self) -> bool:
        return self._is_over

    def end(self) -> None:
        """Leave the window as it is, the keyboard where the work is."""
        if self._is_over:
            return
        self._is_over = True
        self._waiting.stop()
        self._window.removeEventFilter(self)
        for part in (self.frame, self.bubble):
            part.hide()
            part.deleteLater()
        self.deleteLater()
        page = self._window.reports.page
        if page is not None and page.table_tabs.front is not None:
            page.table_tabs.front.setFocus()
        elif page is None:
            self._window.start.greet()

    # --- steps ----------------------------------------------------------------------------------------

    def _further(self) -> None:
        self._place += 1
        if self._place == len(STEPS):
            self.end()
        elif STEPS[self._place].wants_report and not self._is_ready():
            self.frame.hide()
            self.bubble.wait()
            if self._window.reports.page is None and not self._window.opener.is_busy:
                self._window.open_files(sorted(samples(), key=lambda path: _WRONG not in path.name)[:1])
            self._waiting.start()
        else:
            self._show()

    def _is_ready(self) -> bool:
        page = self._window.reports.page
        return page is not None and (not page.views or page.mender.is_current)

    def _look(self) -> None:
        """Whether the report is there now; where it could not be opened there is nothing to show."""
        if self._is_ready():
            self._waiting.stop()
            self._show()
        elif self._window.reports.page is None and not self._window.opener.is_busy:
            self.end()

    def _show(self) -> None:
        title, text = STEPS[self._place].spoken
        self.bubble.say(title, text, self._place + 1, len(STEPS))
        if self._put():
            for part in (self.frame, self.bubble):
                part.show()
                part.raise_()
            self.bubble.go_on()
        else:
            self.end()

    def _put(self) -> bool:
        """Frame and bubble to where the step's target is now; False if it is not there."""
        target = STEPS[self._place].target(self._window)
        if target is None or not target.isVisible():
            return False
        place = QRect(target.mapTo(self._window, QPoint(0, 0)), target.size())
        self.frame.setGeometry(place.adjusted(-_MARGIN, -_MARGIN, _MARGIN, _MARGIN))
        self.bubble.stand_beside(place, self._window.rect())
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest) and not self._is_over:
            QTimer.singleShot(0, self, self._follow)
        return super().eventFilter(watched, event)

    def _follow(self) -> None:
        """What is meant has moved with the window."""
        if not self._is_over and not self._waiting.isActive() and not self._put():
            self.end()
