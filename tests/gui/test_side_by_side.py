"""Both years in the grid: seen, spoken, explained; editing, copying and undoing as without them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QToolBar

from gui.grid.drawn import ACCESSIBLE, DISPLAY, LOOK, TOOL_TIP
from gui.grid.paint import Kit, wrapped
from gui.grid.years import Before
from gui.grid.years_paint import halves
from tests.gui.test_opening_beside import two_years
from tests.layouts import balanced

CTRL = Qt.KeyboardModifier.ControlModifier
NEW = "requests.new.natural"
CARRIED = "requests.carried_in.total"
THEN = {
    NEW: "4",
    "requests.new.total": "3201",
    "requests.granted.business": "",
    "disclosure.licensing.decisions": "2",
    "disclosure.normative.in_force": "35",
}


@pytest.fixture
def both(opened, reports):
    """This year's report in front, last year's in use."""
    return opened(two_years(reports, **THEN)[0])


def at(window, cell, role):
    model = window.reports.page.views[cell.split(".")[0]].form_model()
    return model.index_of(cell).data(role)


def before(window, cell):
    return at(window, cell, LOOK).before


def switch(window, qtbot):
    qtbot.keyClick(window, Qt.Key.Key_F7)


def legend(window):
    return window.reports.page.findChild(object, "legend")


def go_to(window, cell):
    page = window.reports.page
    view = page.views[cell.split(".")[0]]
    page.table_tabs.setCurrentWidget(view)
    view.show_cell(cell)
    view.setFocus()
    return view


def test_every_number_has_last_years_beside_it_and_says_so(both, qtbot):
    assert before(both, NEW) is None
    switch(both, qtbot)
    now = balanced()
    assert before(both, NEW) == Before("4", "up")
    assert before(both, "requests.new.total") == Before("3201", "down")
    assert before(both, "requests.partial.natural") == Before(now["requests.partial.natural"])
    assert before(both, "requests.granted.business") == Before("")
    spoken = at(both, NEW, ACCESSIBLE)
    assert f"，{now[NEW]}，上年 4，本年是上年的十倍以上，" in spoken
    assert "上年 空白" in at(both, "requests.granted.business", ACCESSIBLE)
    assert "上年 4" in at(both, NEW, TOOL_TIP)
    assert at(both, NEW, DISPLAY) == now[NEW]
    assert "上年（2022 年度）" in legend(both).text()
    assert legend(both).isVisible()
    switch(both, qtbot)
    assert before(both, NEW) is None
    assert "上年" not in at(both, NEW, ACCESSIBLE)
    assert not legend(both).isVisible()


def test_the_command_is_there_only_with_last_years_report(opened, reports, qtbot):
    window = opened(reports("甲.txt"))
    action = window.commands["side_by_side"]
    button = window.findChild(QToolBar, "tools").widgetForAction(action)
    assert not action.isVisible()
    assert not button.isVisible()
    switch(window, qtbot)
    assert not window.reports.page.years.is_on
    opened(two_years(reports)[0])
    assert button.isVisible()
    assert not action.isChecked()
    switch(window, qtbot)
    assert action.isChecked()
    window.reports.setCurrentIndex(0)
    qtbot.waitUntil(lambda: not button.isVisible())
    window.reports.setCurrentIndex(1)
    assert action.isChecked(), "each report has its own"
    window.commands["last_year_off"].trigger()
    qtbot.waitUntil(lambda: not button.isVisible())
    assert not window.reports.page.years.is_on
    assert before(window, NEW) is None
    assert not legend(window).isVisible()


def test_typing_undoing_copying_and_pasting_know_this_year_only(both, qtbot):
    switch(both, qtbot)
    view = go_to(both, NEW)
    page, old = both.reports.page, page_text(both)
    qtbot.keyClicks(view, "5")
    qtbot.keyClick(view.viewport().focusWidget(), Qt.Key.Key_Return)
    assert page_text(both) == "5"
    assert before(both, NEW) == Before("4"), "the arrow goes with the number"
    qtbot.keyClick(both, Qt.Key.Key_Z, CTRL)
    assert page_text(both) == old
    assert before(both, NEW) == Before("4", "up")
    view.show_cell(NEW)
    qtbot.keyClick(view, Qt.Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == old
    view.show_cell("requests.partial.business")
    qtbot.keyClick(view, Qt.Key.Key_V, CTRL)
    assert page.review.text("requests.partial.business").strip() == old
    assert page.stack.count() == 1


def page_text(window):
    return window.reports.page.review.text(NEW).strip()


def test_columns_grow_with_the_numbers_and_shrink_again(both, qtbot):
    view = go_to(both, "requests.new.total")
    both.reports.page.set_zoom(150)
    column = view.form_model().index_of("requests.new.total").column()
    narrow = view.columnWidth(column)
    switch(both, qtbot)
    qtbot.waitUntil(lambda: view.columnWidth(column) > narrow)
    kit, look = Kit.of(view), at(both, "requests.new.total", LOOK)
    rect = view.visualRect(view.form_model().index_of("requests.new.total"))
    now, then = halves(rect, look.text, look.before, kit)
    assert not then.isEmpty()
    assert rect.contains(now)
    assert rect.contains(then)
    assert not now.intersects(then)
    switch(both, qtbot)
    qtbot.waitUntil(lambda: view.columnWidth(column) == narrow)


def test_where_there_is_no_room_this_years_number_keeps_it(both, qtbot):
    view = go_to(both, NEW)
    rect = view.visualRect(view.form_model().index_of(NEW))
    assert halves(rect, "1" * 99, Before("2"), Kit.of(view))[0] == rect
    assert halves(rect, "1" * 99, Before("2"), Kit.of(view))[1].isEmpty()


def test_it_is_painted_in_light_and_dark(both, worn, qtbot):
    view = go_to(both, NEW)
    without = view.grab().toImage()
    switch(both, qtbot)
    for table, shown in both.reports.page.views.items():
        both.reports.page.table_tabs.setCurrentWidget(shown)
        assert not shown.grab().isNull(), table
    both.reports.page.table_tabs.setCurrentWidget(view)
    assert view.grab().toImage() != without


def test_the_equation_bar_says_what_a_cell_follows_from(both, qtbot):
    page = both.reports.page
    carried = balanced()[CARRIED]
    go_to(both, CARRIED)
    assert f"上年报告“结转下年度” {carried}，一致" in page._equation.text()
    view = go_to(both, "disclosure.normative.in_force")
    now = balanced()
    in_force, issued, repealed = (
        now[f"disclosure.normative.{c}"] for c in ("in_force", "issued", "repealed")
    )
    expected = 35 + int(issued) - int(repealed)
    gap = abs(int(in_force) - expected)
    line = f"行政规范性文件：现行有效 {in_force}，上年现行有效 35＋制发 {issued}－废止 {repealed}＝{expected}"
    assert f"{line}，不一致，差 {gap}" in page._equation.text()
    first, *rest = str(expected)
    qtbot.keyClick(view, first)
    qtbot.keyClicks(view.viewport().focusWidget(), "".join(rest))
    assert f"现行有效 {expected}，" in page._equation.text(), "what is typed counts at once"
    assert "，一致" in page._equation.text()
    qtbot.keyClick(view.viewport().focusWidget(), Qt.Key.Key_Escape)
    both.commands["last_year_off"].trigger()
    assert "上年" not in page._equation.text()
    go_to(both, CARRIED)
    assert "上年报告" not in page._equation.text()


def test_table_two_of_another_edition_is_said_to_be_beyond_comparison(opened, reports, qtbot):
    reports("农业农村局2020年报.txt", slip=False, year=2020, edition="2019")
    window = opened(reports("农业农村局2021年报.txt", slip=False, year=2021))
    page = window.reports.page
    assert page.review.last_year.edition == "2019"
    switch(window, qtbot)
    go_to(window, "disclosure.licensing.decisions")
    assert before(window, "disclosure.licensing.decisions") is None
    assert "表二不能逐格对照" in legend(window).text()
    assert "上年报告没有这一格" not in at(window, "disclosure.licensing.decisions", ACCESSIBLE)
    go_to(window, NEW)
    assert before(window, NEW) is not None
    assert "小字是上年（2020 年度）的数" in legend(window).text()
    assert before(window, "requests.other.misc.natural") is None
    assert "上年报告没有这一格" in at(window, "requests.other.misc.natural", TOOL_TIP)


def test_a_label_with_quotation_marks_is_measured_in_the_font_it_is_drawn_in(both):
    """Qt's description of a font names its first family only; the quotation marks come from another one."""
    view = go_to(both, NEW)
    font = view.font()
    font.setFamilies(["No Such Family", *font.families()])
    view.setFont(font)
    kit, label = Kit.of(view), "3.危及“三安全一稳定”"
    width = kit.metrics.horizontalAdvance(label)
    assert wrapped(label, width + 1, kit.font_name) == (label, width + 1)
