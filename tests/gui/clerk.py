"""Somebody at the window: finds things by what is written on them, presses keys, clicks where they are."""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QTabBar, QWidget

from gui.grid.view import FormView
from gui.window.main_window import MainWindow
from tests.gui.conftest import settle

PLAIN = Qt.KeyboardModifier.NoModifier
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
_LEFT = Qt.MouseButton.LeftButton


def drop(widget: QWidget, paths: Iterable[Path]) -> tuple[QDragEnterEvent, QDropEvent]:
    """What the system sends when files are let go over a widget."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    copy = Qt.DropAction.CopyAction
    enter = QDragEnterEvent(QPoint(20, 20), copy, mime, _LEFT, PLAIN)
    QApplication.sendEvent(widget, enter)
    let_go = QDropEvent(QPointF(20, 20), copy, mime, _LEFT, PLAIN)
    QApplication.sendEvent(widget, let_go)
    return enter, let_go


class Clerk:
    """Acts on a window by real events alone, and reads from it what anybody can read."""

    def __init__(self, window: MainWindow, qtbot) -> None:
        self.window = window
        self._qtbot = qtbot

    # --- hands ----------------------------------------------------------------------------------------

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = PLAIN) -> None:
        """A key, wherever the focus is; afterwards all that it brought about is done."""
        QTest.keyClick(QApplication.focusWidget(), key, held)
        self.wait()

    def type(self, text: str) -> None:
        """Digits key by key, Chinese as an input method hands it over; then Enter."""
        if text.isascii():
            QTest.keyClicks(QApplication.focusWidget(), text)
        else:
            composed = QInputMethodEvent()
            composed.setCommitString(text)
            QApplication.sendEvent(QApplication.focusWidget(), composed)
        self.press(Qt.Key.Key_Return)

    def click(self, words: str) -> None:
        """The first button that can be seen and says this."""
        button = next(b for b in self._seen(QAbstractButton) if b.text() == words and b.isEnabled())
        self._click_at(button, button.rect().center())

    def click_tab(self, name: str) -> None:
        for bar in self._seen(QTabBar):
            for number in range(bar.count()):
                if bar.tabText(number).startswith(name):
                    self._click_at(bar, bar.tabRect(number).center())
                    return
        raise AssertionError(f"no tab says {name}")

    def click_cell(self, cell: str) -> None:
        """A cell of the table in front, scrolled to if need be."""
        view = next(view for view in self.window.findChildren(FormView) if view.isVisible())
        index = view.form_model().index_of(cell)
        view.scrollTo(index)
        self._click_at(view.viewport(), view.visualRect(index).center())

    def _click_at(self, widget: QWidget, point: QPoint) -> None:
        """Where it lies in the window, so that what covers it would get the click."""
        where = widget.mapTo(self.window, point)
        assert self.window.rect().contains(where), "it is out of sight"
        hit = self.window.childAt(where)
        assert hit is widget, f"{hit} lies over it"
        QTest.mouseClick(hit, _LEFT, PLAIN, point)
        self.wait()

    def _seen(self, kind: type) -> list:
        found = [
            w for w in self.window.findChildren(kind) if w.isVisible() and not w.visibleRegion().isEmpty()
        ]
        return sorted(found, key=lambda w: w.mapTo(self.window, QPoint(0, 0)).y())

    def wait(self) -> None:
        """Until nothing is being worked on."""
        self._qtbot.waitUntil(lambda: not self.window.opener.is_busy and self.window.jobs.is_idle)
        settle(self.window, self._qtbot)
        QApplication.processEvents()

    # --- eyes -----------------------------------------------------------------------------------------

    @property
    def glance(self) -> str:
        """The line at the top."""
        return next(label.text() for label in self._seen(QLabel) if label.objectName() == "glance")

    def sees(self, words: str) -> bool:
        """Whether a label or button that can be seen says this."""
        return any(
            words in widget.text() for kind in (QLabel, QAbstractButton) for widget in self._seen(kind)
        )
