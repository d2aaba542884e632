"""The keys of the commands, and the tooltips that tell them: nobody misses them before the window is seen."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence

from gui.window.actions import COMMANDS, Actions


def give(actions: Actions) -> None:
    """To every command."""
    for name, keys in actions.keys.items():
        actions[name].setShortcuts([QKeySequence(key) for key in keys])
    for command in COMMANDS:
        action = actions[command.name]
        if command.is_of_grid:
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        hint = QCoreApplication.translate("Commands", command.hint) if command.hint else ""
        says = hint or action.text().rstrip("…")
        told = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        with_keys = QCoreApplication.translate("Commands", "{says}（{keys}）")
        action.setToolTip(with_keys.format(says=says, keys=told) if told else says)
