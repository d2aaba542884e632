"""Opening: drop, dialog, arguments, recent files; what cannot be opened stops nobody."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QThread, QThreadPool, QUrl
from PySide6.QtGui import QDragEnterEvent
from PySide6.QtWidgets import QLabel

from gui.window.menus import FilesMenu
from gui.window.opening import PATIENCE
from tests.gui.clerk import drop
from tests.gui.conftest import CULPRIT, HeldPool


def test_a_dropped_file_opens_at_its_first_problem(window, reports, qtbot):
    enter, let_go = drop(window, [reports()])
    assert enter.isAccepted()
    assert let_go.isAccepted()
    qtbot.waitUntil(lambda: window.reports.count() == 1)
    page = window.reports.page
    qtbot.waitUntil(lambda: page.current_view is page.views["requests"])
    assert page.review.form_of(page.current_view.current_cell).id == "requests"
    assert page.current_view.hasFocus()
    assert "必改" in page.findChild(object, "glance").text()
    assert "表三（" in page.table_tabs.tabText(1)


def test_files_can_be_dropped_onto_the_grid_of_an_opened_report(opened, reports, qtbot):
    window = opened(reports("甲.txt"))
    view = window.reports.page.current_view
    assert not view.viewport().acceptDrops(), "the drop must reach the window"
    drop(window, [reports("乙.txt"), reports("丙.txt")])
    qtbot.waitUntil(lambda: window.reports.count() == 3)
    assert window.reports.page.path.name == "乙.txt", "the first of the new ones comes to the front"


def test_the_veil_shows_only_while_files_hover(window, reports):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(reports()))])
    event = QDragEnterEvent(
        QPoint(5, 5),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    window.dragEnterEvent(event)
    assert window.veil.isVisible()
    window.grab()
    window.dragLeaveEvent(None)
    assert not window.veil.isVisible()


def test_dragged_text_is_no_file(window):
    mime = QMimeData()
    mime.setText("三")
    event = QDragEnterEvent(
        QPoint(5, 5),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    event.ignore()
    window.dragEnterEvent(event)
    assert not event.isAccepted()


def test_the_dialog_opens_several(window, talk, reports, qtbot):
    talk.to_open = [reports("甲.txt"), reports("乙.txt")]
    qtbot.keyClick(window, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: window.reports.count() == 2)
    first, second = window.reports.pages
    assert [first.path.name, second.path.name] == ["甲.txt", "乙.txt"]
    assert window.reports.page is first
    window.reports.setCurrentWidget(second)
    qtbot.waitUntil(lambda: second.current_view is second.views["requests"])  # its first problem
    assert second.current_view.hasFocus()


def test_an_open_file_is_only_brought_to_the_front(opened, reports, tmp_path):
    first, second = reports("甲.txt"), reports("乙.txt")
    window = opened(first, second)
    link = tmp_path / "链接.txt"
    link.symlink_to(second)
    opened(link)
    assert window.reports.count() == 2
    assert window.reports.page.path == second


def test_the_same_file_twice_in_one_drop_opens_once(opened, reports):
    path = reports()
    assert opened(path, path).reports.count() == 1


def test_an_unreadable_file_says_why_and_does_not_stop_the_others(opened, reports, tmp_path, qtbot):
    scan = tmp_path / "扫描件.docx"
    scan.write_bytes(b"%PDF-1.7 ...")
    window = opened(scan, tmp_path / "没有.txt", reports())
    (bar,) = window.bars.bars.values()
    assert bar.accessibleName() == "2 份文件打不开"
    assert window.reports.count() == 1
    height = window.bars.height()
    qtbot.mouseClick(bar.unfold, Qt.MouseButton.LeftButton)
    (text,) = (label.text() for label in bar.findChildren(QLabel) if label.text())
    _, first, second = text.splitlines()
    assert "扫描件.docx" in first
    assert "PDF" in first
    assert "没有.txt" in second
    assert window.bars.height() > height
    bar.dismiss()
    assert window.bars.isHidden()
    opened(scan)
    (bar,) = window.bars.bars.values()
    assert "扫描件.docx" in bar.accessibleName(), "the other one was put away"


def test_the_message_about_a_file_goes_when_it_is_put_away_or_opens_after_all(opened, reports, tmp_path):
    path = tmp_path / "年报.txt"
    window = opened(path, path)
    (bar,) = window.bars.bars.values()
    opened(path)
    assert len(window.bars.bars) == 1, "said once, however often it was tried"
    reports("年报.txt")
    opened(path)
    assert not window.bars.bars
    assert window.bars.isHidden()
    opened(tmp_path / "别的.txt")
    (bar,) = window.bars.bars.values()
    bar.dismiss()
    assert window.bars.isHidden()


def test_recent_files_are_listed_newest_first_and_open_with_enter(opened, reports, qtbot, make_window):
    opened(reports("甲.txt"), reports("乙.txt"))
    again = make_window()
    recent = again.start.recent
    assert [recent.item(row).text() for row in range(recent.count())] == ["乙.txt", "甲.txt"]
    recent.setFocus()
    qtbot.keyClick(recent, Qt.Key.Key_Down)
    qtbot.keyClick(recent, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: again.reports.count() == 1)
    assert again.reports.page.path.name == "甲.txt"


def test_a_recent_file_that_is_gone_leaves_the_list(opened, reports, settings):
    path = reports()
    window = opened(path)
    window.reports.close_page(window.reports.page)
    path.unlink()
    opened(path)
    assert settings.recent == ()
    assert window.start.recent.count() == 0
    assert len(window.bars.bars) == 1


def test_the_menu_of_recent_files_opens_and_forgets(opened, reports, settings, qtbot):
    window = opened(reports("甲&乙.txt"))
    menu = next(m for m in window.findChildren(FilesMenu) if m.title() == "最近打开")
    menu.refresh()
    assert menu.actions()[0].text() == "甲&&乙.txt"
    window.reports.close_page(window.reports.page)
    menu.actions()[0].trigger()
    qtbot.waitUntil(lambda: window.reports.count() == 1)
    window.commands["forget_recent"].trigger()
    assert settings.recent == ()
    menu.refresh()
    assert not menu.actions()[0].isEnabled()


def test_samples_open_but_are_not_remembered(window, settings, qtbot):
    samples = window.start.samples
    assert samples.count() > 0
    samples.itemClicked.emit(samples.item(0))
    qtbot.waitUntil(lambda: not window.opener.is_busy)
    assert window.reports.count() == 1
    assert settings.recent == ()


def test_a_slow_file_is_mentioned_and_can_be_cancelled(make_window, reports, qtbot):
    pool = HeldPool()
    window = make_window(pool)
    window.open_files([reports("甲.txt"), reports("乙.txt")])
    assert not window.bars.bars, "a moment's wait is not worth a word"
    qtbot.waitUntil(lambda: bool(window.bars.bars), timeout=PATIENCE * 10)
    (bar,) = window.bars.bars.values()
    assert "正在打开“甲.txt”" in bar.accessibleName()
    window.opener.cancel()
    assert not window.bars.bars
    pool.release()
    qtbot.wait(20)
    assert window.reports.count() == 0, "a cancelled file does not turn up after all"
    window.open_files([reports("丙.txt")])
    pool.release()
    qtbot.waitUntil(lambda: window.reports.count() == 1)


def test_a_file_without_the_tables_says_so_honestly(opened, tmp_path):
    path = tmp_path / "通知.txt"
    path.write_text("关于召开会议的通知\n请准时参加。", encoding="utf-8")
    window = opened(path)
    page = window.reports.page
    text = page.findChild(object, "glance").text()
    assert "没有找到" in text
    assert "成立" not in text
    assert page.current_view is None
    for name in ("next", "previous", "zoom_in", "next_table", "save", "pane"):
        window.commands[name].trigger()
    assert not any(window.commands[name].isEnabled() for name in ("next", "previous", "save"))


def test_a_clean_report_says_that_all_holds(opened, reports):
    page = opened(reports(slip=False)).reports.page
    assert page.findChild(object, "glance").text() == "全部勾稽关系成立"
    page.step(1)
    assert page.current_view.hasFocus()


def test_a_table_that_is_missing_has_a_tab_that_says_so(opened, reports):
    path = reports()
    text = path.read_text(encoding="utf-8")
    start, end = text.index("四、政府信息公开行政复议"), text.index("五、存在的主要问题")
    path.write_text(text[:start] + text[end:], encoding="utf-8")
    tabs = opened(path).reports.page.table_tabs
    assert [tabs.isTabEnabled(n) for n in range(3)] == [True, True, False]
    assert "没有找到" in tabs.tabToolTip(2)


@pytest.mark.parametrize("reported", ["甲.txt", "甲 & 乙.txt"])
def test_title_and_tab_name_the_file(opened, reports, reported):
    window = opened(reports(reported))
    assert window.windowTitle() == f"{reported}[*] — 年报勾稽校核"
    assert window.reports.tabText(0).replace("&&", "&") == reported
    assert CULPRIT in window.reports.page.review.cells


def test_a_report_is_checked_off_the_gui_thread(make_window, reports, qtbot, monkeypatch):
    threads = []

    def check(_subject):
        threads.append(QThread.currentThread())
        return ()

    monkeypatch.setattr("core.review.OF_TEXT", (check,))
    window = make_window(pool=QThreadPool())
    window.open_files([reports()])
    qtbot.waitUntil(lambda: window.reports.count() == 1)
    assert window.reports.page.review.count.error
    assert threads
    assert QThread.currentThread() not in threads
