"""The tab of the running text: what it shows, what is marked in it, where clicks and keys lead."""

import dataclasses

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QFont, QImage, QPainter
from PySide6.QtWidgets import QApplication

from core.findings import Finding
from core.forms import TABLES
from gui.text import marks
from gui.theme import colours, sizes
from tests.documents import excel
from tests.gui.text_report import (
    AFTER,
    NEW,
    carried,
    checks,
    point_of,
    said,
    show_text,
    text_of,
    write_report,
)
from tests.layouts import HEADINGS, TITLE, balanced

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
PADDING = "扎实推进各项工作。" * 600


@pytest.fixture
def page(opened, tmp_path, only):
    """A report with one finding of each severity in its text, and nothing else."""
    only(checks)
    return opened(write_report(tmp_path / "年报.txt")).reports.page


@pytest.fixture
def long_page(opened, tmp_path, only):
    """The same with a text of many screens."""
    only(checks)
    return opened(write_report(tmp_path / "年报.txt", padding=PADDING)).reports.page


def _blocks(view):
    block, found = view.document().begin(), []
    while block.isValid():
        found.append(block)
        block = block.next()
    return found


# --- what is shown ----------------------------------------------------------------------------------------


def test_the_text_is_there_and_the_tables_are_only_named(page):
    shown = text_of(page).toPlainText().split("\n")
    assert shown[0] == TITLE.format(year=2023)
    for table in TABLES:
        at = shown.index(HEADINGS[table])
        name = _NAMES[table]
        assert shown[at + 1] == f"{name}（在“{name}”页）"
    assert shown[-len(AFTER.splitlines()) :] == AFTER.splitlines()
    assert "信息内容" not in shown


_NAMES = dict(zip(TABLES, ("表二", "表三", "表四"), strict=True))


def test_title_and_headings_stand_out(page):
    blocks = {block.text(): block for block in _blocks(text_of(page))}

    def size(text):
        return blocks[text].begin().fragment().charFormat().font().pointSizeF()

    body = size(AFTER.splitlines()[1])
    heading = blocks[HEADINGS["requests"]]
    assert size(TITLE.format(year=2023)) > size(HEADINGS["requests"]) > body
    assert heading.begin().fragment().charFormat().font().weight() > QFont.Weight.Normal
    assert heading.blockFormat().headingLevel() == 2


def test_a_line_is_no_longer_than_is_good_to_read(page, qtbot):
    page.window().resize(1600, 800)
    view = show_text(page)
    line = view.document().findBlockByNumber(2).layout().lineAt(0)
    em = view.document().defaultFont()
    assert line.textLength() <= 46, em.toString()
    left = view.document().rootFrame().frameFormat().leftMargin()
    right = view.document().rootFrame().frameFormat().rightMargin()
    assert abs(left - right) < view.viewport().width() * 0.1, "the column stands in the middle"


def test_the_tab_counts_the_findings_that_begin_there(page):
    names = [page.table_tabs.tabText(number) for number in range(page.table_tabs.count())]
    assert names == ["表二", "表三", "表四", "正文（3）"]
    assert page.findChild(object, "glance").text() == "必改 1 处 · 疑点 1 处 · 提示 1 处"


def test_a_workbook_has_no_text_and_says_so(opened, tmp_path):
    path = tmp_path / "年报.xlsx"
    path.write_bytes(excel(balanced()))
    page = opened(path).reports.page
    assert not page.table_tabs.isTabEnabled(3)
    assert page.table_tabs.tabToolTip(3) == "这份文件里只有表格，没有正文"
    page.window().commands["find"].trigger()
    assert page.window().status.text() == "这份文件里只有表格，没有正文可查"


def test_a_report_without_tables_shows_its_text(opened, tmp_path, only):
    path = tmp_path / "年报.txt"
    path.write_text("一、总体情况\n" + "认真做好政府信息公开工作。" * 40, encoding="utf-8")
    only(lambda _subject: (Finding("T5", "error", "outline", detail="缺第二部分"),))
    page = opened(path).reports.page
    assert text_of(page).isVisible()
    assert [page.table_tabs.isTabEnabled(n) for n in range(4)] == [False, False, False, True]
    assert page.findChild(object, "glance").text() == "没有找到表二、表三、表四"
    assert "必改 1 处" in page.summary.accessibleName()
    assert "选错了文件" in page.bars.bars["no tables"].accessibleName()
    assert page.table_tabs.tabText(3) == "正文（1）"


def test_each_severity_is_told_by_more_than_its_colour(page):
    """Drawn in black on white alone, the three look different, and unlike a tied number."""
    view = text_of(page)
    look = colours(view.palette())
    black = {name: look.ink for name in look._fields if not name.startswith("is_")}
    look = look._replace(**black)
    pictures = []
    for severity in ("error", "warning", "advice", None):
        picture = QImage(60, 30, QImage.Format.Format_RGB32)
        picture.fill(Qt.GlobalColor.white)
        with QPainter(picture) as painter:
            kit = marks.Kit(painter, look, sizes(view.fontMetrics()))
            marks.paint_line(kit, [QRectF(5, 5, 50, 15)], severity)
        pictures.append(picture)
    assert all(one != other for n, one in enumerate(pictures) for other in pictures[:n])


@pytest.mark.parametrize("zoom", ["zoom_in", "zoom_out"])
def test_the_text_grows_and_shrinks_with_the_tables(page, zoom):
    view = show_text(page)
    before = view.document().defaultFont().pointSizeF()
    page.window().commands[zoom].trigger()
    after = view.document().defaultFont().pointSizeF()
    assert (after > before) == (zoom == "zoom_in")
    assert page.views["requests"].zoom == view.zoom


def test_the_text_is_read_from_its_beginning(opened, tmp_path, only):
    only()
    page = opened(write_report(tmp_path / "年报.txt", padding=PADDING)).reports.page
    assert show_text(page).verticalScrollBar().value() == 0


def test_what_is_read_stays_in_sight_at_another_size(long_page):
    view = show_text(long_page)
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    top = view.cursorForPosition(QPoint(200, 0)).blockNumber()
    long_page.window().commands["zoom_in"].trigger()
    QApplication.processEvents()
    assert abs(view.cursorForPosition(QPoint(200, 0)).blockNumber() - top) <= 1


# --- findings ---------------------------------------------------------------------------------------------


def test_f8_goes_to_places_in_the_text_and_frames_them(long_page, qtbot):
    window, view = long_page.window(), text_of(long_page)
    seen = [view.shown.rule]
    for _ in range(3):
        qtbot.keyClick(window, Qt.Key.Key_F8)
        assert long_page.table_tabs.front is view
        assert view.hasFocus()
        rect = view.rects(view.shown.places[0])[0]
        assert 0 <= rect.top() < view.viewport().height(), "it has come in sight"
        seen.append(view.shown.rule)
    assert seen == ["T1", "T2", "T3", "T1"]
    qtbot.keyClick(window, Qt.Key.Key_F8, SHIFT)
    assert view.shown.rule == "T3"


def test_where_the_reading_is_the_reading_of_a_screen_reader_is_too(page, qtbot):
    qtbot.keyClick(page.window(), Qt.Key.Key_F8)
    view = text_of(page)
    target = view.paper.target(view.shown.places[0])
    assert view.textCursor().position() == view.paper.block(target).position() + target.start


def test_a_click_on_a_marked_place_chooses_its_finding(page, qtbot):
    view = show_text(page)
    warning = next(f for f in page.review.findings if f.severity == "warning")
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point_of(view, warning.places[0]))
    assert page.findings.list.chosen_finding == warning
    assert view.shown == warning
    assert page.table_tabs.front is view


def test_further_clicks_go_through_all_that_is_said_of_a_place(opened, tmp_path, only, qtbot):
    def twice(subject):
        (first, *_) = checks(subject)
        return first, dataclasses.replace(first, rule="T9", detail="还有一处")

    only(twice)
    page = opened(write_report(tmp_path / "年报.txt")).reports.page
    view = show_text(page)
    seen = []
    for _ in range(3):
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point_of(view, said(page)))
        qtbot.wait(QApplication.doubleClickInterval() + 50)
        seen.append(view.shown.rule)
    assert set(seen[:2]) == set(seen[1:]) == {"T1", "T9"}


# --- numbers tied to cells --------------------------------------------------------------------------------


def test_a_click_on_a_tied_number_goes_to_its_cell(page, qtbot):
    view = show_text(page)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point_of(view, carried(page)))
    qtbot.waitUntil(lambda: page.current_view is page.views["requests"])
    assert page.current_view.current_cell == "requests.carried_in.total"
    assert page.current_view.hasFocus()


def test_the_mouse_tells_what_a_tied_number_is(page, qtbot):
    view = show_text(page)
    point = point_of(view, carried(page))
    qtbot.mouseMove(view.viewport(), point)
    assert view.viewport().cursor().shape() == Qt.CursorShape.PointingHandCursor
    qtbot.mouseMove(view.viewport(), QPoint(3, 3))
    assert view.viewport().cursor().shape() == Qt.CursorShape.IBeamCursor


def test_tab_goes_round_the_spots_and_enter_leads_to_the_cell(page, qtbot):
    view = show_text(page)
    around = []
    for _ in range(len(view.spots) + 1):
        qtbot.keyClick(view, Qt.Key.Key_Tab)
        around.append(view.stop.place)
        assert view.hasFocus()
    assert around[-1] == around[0]
    assert sorted(set(around)) == [spot.place for spot in view.spots]
    assert page.findings.list.chosen_finding is not None
    while view.stop.place != carried(page):
        qtbot.keyClick(view, Qt.Key.Key_Tab, SHIFT)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert page.current_view.current_cell == "requests.carried_in.total"


def test_enter_on_a_marked_number_leads_to_its_cell_too(page, qtbot):
    view = show_text(page)
    while view.stop is None or view.stop.place != said(page):
        qtbot.keyClick(view, Qt.Key.Key_Tab)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert page.current_view.current_cell == NEW


def test_the_line_that_stands_for_a_table_leads_to_it(page, qtbot):
    view = show_text(page)
    number = next(block for block, table in view.paper.tables() if table == "challenges")
    block = view.document().findBlockByNumber(number)
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    rect = view.document().documentLayout().blockBoundingRect(block)
    point = QPoint(round(rect.left()) + 20, round(rect.top() - view.verticalScrollBar().value()) + 8)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert page.current_view is page.views["challenges"]
