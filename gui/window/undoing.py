"""Says what was undone or done again, and shows where."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack
from shiboken6 import isValid

from gui.commands import Step
from gui.window.sheets import Sheets


class Undoing(QObject):
    """Of one report. message: for the status line."""

    message = Signal(str)

    def __init__(self, stack: QUndoStack, sheets: Sheets) -> None:
        super().__init__(sheets)
        self._stack = stack
        self._sheets = sheets
        self._done = stack.index()
        stack.indexChanged.connect(self._stepped)

    def stop(self) -> None:
        """Another page goes on with the stack."""
        self._stack.indexChanged.disconnect(self._stepped)

    def _stepped(self, done: int) -> None:
        """A new step ends what was said before; one undone or done again is said and shown."""
        if not isValid(self._stack):  # it goes, with the page, and says so
            return
        before, self._done = self._done, done
        step = self._stack.command(max(before, done) - 1)
        if done < before:
            self._show(step, self.tr("已撤销：{what}"))
        elif isinstance(step, Step) and not step.is_new:
            self._show(step, self.tr("已重做：{what}"))
        else:
            self.message.emit("")

    def _show(self, step: QUndoCommand | None, said: str) -> None:
        if isinstance(step, Step):
            self.message.emit(said.format(what=step.text()))
            if step.ids:
                self._sheets.show_id(step.ids[0])
