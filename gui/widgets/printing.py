"""A page on paper: the system's dialog, then Qt's own typesetting of simple HTML."""

from collections.abc import Callable

from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QDialog, QWidget


def ask_and_print(parent: QWidget, title: str, html: str, done: Callable[[], None]) -> None:
    """Let the clerk choose a printer; ``done`` is called once the page was sent to it."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # a tenth of the start, and seldom used

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(title)

    def finished(result: int) -> None:
        if result != QDialog.DialogCode.Accepted:
            return
        document = QTextDocument()
        document.setHtml(html)
        document.print_(printer)
        done()

    dialog.finished.connect(finished)
    dialog.finished.connect(dialog.deleteLater)
    QDialog.open(dialog)  # its own open wants a slot
