"""Every window and dialog, for those who do not see it or have no mouse: each control has a name and can be
reached by keyboard; no mark is made by colour alone."""

from collections.abc import Collection, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QImage, QPalette
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QHeaderView,
    QLineEdit,
    QMainWindow,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
    QScrollBar,
    QSpinBox,
    QTabBar,
    QTextEdit,
    QToolBar,
    QWidget,
)

from gui import look
from gui.commands import edit
from gui.help.about import AboutDialog
from gui.talk import Talk
from gui.theme import colours, contrast
from gui.widgets.changes_dialog import ChangesDialog
from gui.widgets.verify_dialog import VerifyDialog
from tests.gui.conftest import CULPRIT

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support|propagateSizeHints")

_CONTROLS = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
)
_OPERATED_BY_THEIR_OWNER = (QScrollBar, QHeaderView)
_ROUND = 60
"""Tab is pressed so many times: more than any dialog has controls."""


def controls(window: QWidget) -> Iterator[QWidget]:
    """What can be operated, as far as the program itself has made it."""
    for widget in window.findChildren(QWidget):
        owners = []
        owner = widget
        while owner is not None and owner is not window:
            owners.append(owner)
            owner = owner.parentWidget()
        of_qt = widget.objectName().startswith("qt_")
        of_another = any(isinstance(each, QComboBox | QAbstractSpinBox) for each in owners[1:])
        is_shown = widget.isVisibleTo(window) and widget.window() is window
        is_one = isinstance(widget, _CONTROLS) and not isinstance(widget, _OPERATED_BY_THEIR_OWNER)
        if is_one and is_shown and widget.isEnabled() and not of_qt and not of_another:
            yield widget


def nameless(window: QWidget) -> list[str]:
    return [
        _where(widget)
        for widget in controls(window)
        if not (widget.accessibleName() or (isinstance(widget, QAbstractButton) and widget.text()))
    ]


def _where(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.objectName()} in {type(widget.parentWidget()).__name__}"


def unreachable(dialog: QDialog, qtbot) -> list[str]:
    """Controls that Tab never comes to."""
    reached: set[QWidget] = set()
    for _press in range(_ROUND):
        focus = QApplication.focusWidget()
        if focus is not None:
            reached.add(focus)
            qtbot.keyClick(focus, Qt.Key.Key_Tab)
    grouped = {button for each in reached if isinstance(each, QAbstractButton) for button in _siblings(each)}
    left = [widget for widget in controls(dialog) if widget not in reached | grouped]
    return [_where(widget) for widget in left if widget.focusProxy() not in reached]


def _siblings(button: QAbstractButton) -> list[QAbstractButton]:
    """Radio buttons of one group: Tab comes to one, the arrows to the others."""
    is_one_of = button.autoExclusive()
    around = button.parentWidget().findChildren(QAbstractButton)
    return [each for each in around if is_one_of and each.autoExclusive()]


def without_keys(window: QMainWindow) -> list[str]:
    """Controls of a main window that neither Tab, F6 nor a menu leads to."""
    in_menus = {action for menu in window.menuBar().actions() for action in menu.menu().actions()}
    return without_tab(window, in_menus)


def without_tab(window: QWidget, in_menus: Collection[QAction] = ()) -> list[str]:
    """The same where there are no menus."""
    found = []
    for widget in controls(window):
        takes_tab = widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value
        actions: list[QAction] = widget.actions()
        of_menu = isinstance(widget.parentWidget(), QToolBar) and any(a in in_menus for a in actions)
        if not takes_tab and not of_menu and not _is_operated_elsewhere(widget):
            found.append(_where(widget))
    return found


def _is_operated_elsewhere(widget: QWidget) -> bool:
    """Tabs by Ctrl+Tab and Ctrl+PgDown, headings by the selection of the grid beside them."""
    return isinstance(widget, QTabBar) or isinstance(widget.parentWidget(), QTabBar)


def shown(dialog: QDialog, qtbot) -> QDialog:
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


@pytest.fixture
def dialogs(opened, reports, qtbot):
    """Makes each dialog of the program, by name."""
    window = opened(reports())
    page = window.reports.page
    edit(page.stack, page.review, CULPRIT, "7")

    def settings():
        window.commands["settings"].trigger()
        return window.findChild(QDialog, "settings")

    def help_():
        window.commands["help"].trigger()
        return window.help.help

    def error():
        Talk().error(window, "出错了。", "请先保存。", "Traceback …")
        box = window.findChild(QMessageBox)
        next(b for b in box.buttons() if box.buttonRole(b) == QMessageBox.ButtonRole.ActionRole).click()
        return box

    def compare():
        window.commands["compare"].trigger()
        return next(d for d in window.findChildren(QDialog) if type(d).__name__ == "ComparisonDialog")

    makers = {
        "settings": settings,
        "help": help_,
        "about": lambda: AboutDialog(Talk(), window),
        "error": error,
        "compare": compare,
        "verify": lambda: VerifyDialog(["表三“自然人”列"], window),
        "changes": lambda: ChangesDialog("重算", "总计会改写。", [("表三 总计", "1", "2")], window),
    }
    return lambda name: shown(makers[name](), qtbot)


@pytest.mark.parametrize("name", ["settings", "help", "about", "error", "compare", "verify", "changes"])
def test_every_control_of_a_dialog_has_a_name_and_tab_leads_to_it(name, dialogs, qtbot):
    dialog = dialogs(name)
    assert list(controls(dialog))
    assert not nameless(dialog)
    assert not unreachable(dialog, qtbot)
    dialog.close()


def test_every_control_of_the_window_has_a_name_and_a_way_there(opened, reports, window, qtbot, tmp_path):
    left = nameless(window) + without_keys(window)
    opened(reports(), reports("乙.txt"), tmp_path / "没有.txt")
    page = window.reports.page
    window.commands["find"].trigger()
    for number in range(page.table_tabs.count()):
        page.table_tabs.setCurrentIndex(number)
        left += nameless(window) + without_keys(window)
    for card in page.findings.problems.cards:
        if card.told.others:
            card.unfold.click()
    left += nameless(window) + without_keys(window)
    window.commands["tour"].trigger()
    assert not left + nameless(window)


def test_what_the_walk_looks_for_is_found(qtbot):
    """A window with one bad control of each kind."""
    dialog = QDialog()
    qtbot.addWidget(dialog)
    QLineEdit(dialog).setObjectName("without name")
    hidden = QLineEdit(dialog, accessibleName="没有路")
    hidden.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
    shown(dialog, qtbot)
    assert [each.split(" in ")[0] for each in nameless(dialog)] == ["QLineEdit without name"]
    assert unreachable(dialog, qtbot) == ["QLineEdit  in QDialog"]


# --- without colour -----------------------------------------------------------------------------------


@pytest.fixture(
    params=[(False, True), (True, True), (False, False)], ids=["strong light", "strong dark", "light"]
)
def scheme(request, qapp):
    before = qapp.palette()
    is_dark, is_strong = request.param
    qapp.setPalette(look.palette(is_dark, is_strong=is_strong))
    yield is_strong
    qapp.setPalette(before)


def grey(view, cell) -> QImage:
    rect = view.visualRect(view.form_model().index_of(cell))
    return view.viewport().grab(rect).toImage().convertToFormat(QImage.Format.Format_Grayscale8)


def test_a_broken_cell_is_told_from_a_sound_one_without_colour(scheme, opened, reports, right_number, qtbot):
    """The same number in the same cell, in grey: what remains of the difference is its mark and frame."""
    page = opened(reports()).reports.page
    view, cell = page.views["requests"], "requests.granted.total"
    view.show_cell("requests.new.total")
    assert view.form_model().look(cell).verdict == "broken"
    broken = grey(view, cell)
    edit(page.stack, page.review, CULPRIT, right_number)
    qtbot.waitUntil(lambda: page.mender.is_current)
    view.show_cell("requests.new.total")
    assert view.form_model().look(cell).verdict == ""
    assert grey(view, cell) != broken


@pytest.mark.parametrize("is_dark", [False, True])
def test_high_contrast_is_as_high_as_it_says(is_dark, qapp):
    palette, role = look.palette(is_dark, is_strong=True), QPalette.ColorRole
    pairs = [(role.Text, role.Base), (role.WindowText, role.Window), (role.ButtonText, role.Button)]
    pairs += [(role.PlaceholderText, role.Window), (role.HighlightedText, role.Highlight)]
    pairs += [(role.ToolTipText, role.ToolTipBase), (role.Link, role.Base)]
    for text, ground in pairs:
        assert contrast(palette.color(text), palette.color(ground)) >= 7, (text, ground)
    derived = colours(palette)
    assert derived.is_high_contrast
    assert derived.is_dark == is_dark


@pytest.fixture
def plain(qapp):
    """Whatever is worn in a test, the next one begins as this one did."""
    before = qapp.palette()
    yield
    look.wear(qapp, "light")
    qapp.setPalette(before)


def test_it_is_worn_when_chosen(qapp, plain):
    look.wear(qapp, "contrast")
    assert colours(qapp.palette()).is_high_contrast
    look.wear(qapp, "light")
    assert not colours(qapp.palette()).is_high_contrast


@pytest.mark.parametrize("is_dark", [False, True])
@pytest.mark.parametrize("make", [QPushButton, QLineEdit, QComboBox, QSpinBox])
def test_in_high_contrast_a_control_has_an_edge(make, is_dark, qapp, plain, qtbot):
    look.wear(qapp, "contrast")
    qapp.setPalette(look.palette(is_dark, is_strong=True))
    window = QWidget()
    qtbot.addWidget(window)
    control = make(window)
    control.setGeometry(10, 10, 120, 30)
    window.show()
    picture = control.grab().toImage()
    ground = qapp.palette().color(QPalette.ColorRole.Window)
    rows = (picture.pixelColor(60, y) for y in range(6))
    assert max(contrast(colour, ground) for colour in rows) >= 7
