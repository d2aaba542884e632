"""Where the window stands and how large it is: never more than the screen has room for."""

from PySide6.QtCore import QByteArray, QRect, QSize
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from gui.theme import sizes


def place(window: QWidget, stored: QByteArray) -> None:
    """Give a window that is not shown yet its usual size, or the one it had, within its screen."""
    em = sizes(window.fontMetrics()).em
    window.resize(em * 98, em * 56)
    is_restored = window.restoreGeometry(stored)
    screen = QGuiApplication.screenAt(window.geometry().center()) if is_restored else None
    room = _room(window, screen or window.screen())
    window.setMinimumSize(QSize(em * 50, em * 32).boundedTo(room.size()))
    if window.isMaximized() or window.isFullScreen():
        return
    fitted = within(window.geometry(), room)
    if is_restored:
        window.setGeometry(fitted)
    else:
        window.resize(fitted.size())


def _room(window: QWidget, screen: QScreen) -> QRect:
    """The screen without panels and without the frame that is still to come."""
    title = 2 * window.fontMetrics().height()
    return screen.availableGeometry().adjusted(0, title, 0, 0)


def within(wanted: QRect, room: QRect) -> QRect:
    """The rectangle made small enough for the room and moved into it."""
    size = wanted.size().boundedTo(room.size())
    left = min(max(wanted.left(), room.left()), room.right() + 1 - size.width())
    top = min(max(wanted.top(), room.top()), room.bottom() + 1 - size.height())
    return QRect(left, top, size.width(), size.height())
