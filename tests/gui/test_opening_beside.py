"""What lies beside a report when it is opened: found, used, and said where it cannot be used."""

from PySide6.QtCore import Qt, QThread, QThreadPool
from PySide6.QtTest import QTest

from core.profile_file import FILE_NAME
from core.sidecar import sidecar_path
from gui.settings import LOOKS_BACK, REQUIREMENTS
from tests.core.test_history import carried_over
from tests.layouts import balanced

OFF = 'off = ["history.carried.total"]'


def said(page):
    return [bar.accessibleName() for bar in page.bars.bars.values()]


def press(page, label):
    """Click the button of this label on one of the page's bars."""
    buttons = [button for bar in page.bars.bars.values() for button in bar.buttons]
    QTest.mouseClick(next(b for b in buttons if b.text() == label), Qt.MouseButton.LeftButton)


def two_years(reports, **then):
    """This year's report and last year's beside it, whose numbers fit unless others are given."""
    before = carried_over(balanced()) | then
    last = reports("农业农村局2022年报.txt", slip=False, year=2022, changes=before)
    return reports("农业农村局2023年报.txt", slip=False), last


def test_last_years_report_is_found_said_and_can_be_left_out(opened, reports, qtbot):
    own, last = two_years(reports, **{"requests.carried_out.total": "99"})
    window = opened(own)
    page = window.reports.page
    assert said(page) == [f"已找到上年报告“{last.name}”，用来核对上年结转等"]
    assert page.review.count.error == 1
    press(page, "不用它")
    assert said(page) == []
    assert page.review.count.error == 0
    assert page.review.last_year is None
    assert window.status.text() == "不再用上年报告核对"


def test_it_is_not_looked_for_where_the_settings_say_so(opened, reports, settings):
    settings.set(LOOKS_BACK, False)
    page = opened(two_years(reports)[0]).reports.page
    assert said(page) == []
    assert page.review.last_year is None


def test_it_is_looked_for_off_the_gui_thread(make_window, reports, qtbot, monkeypatch):
    threads = []

    def look(_report):
        threads.append(QThread.currentThread())

    monkeypatch.setattr("core.sitting.find_last_year", look)
    window = make_window(pool=QThreadPool())
    window.open_files([reports()])
    qtbot.waitUntil(lambda: window.reports.count() == 1)
    assert threads
    assert QThread.currentThread() not in threads


def test_a_wrong_file_of_requirements_is_said_with_the_way_to_mend_it(opened, reports, talk, tmp_path, qtbot):
    own, _last = two_years(reports, **{"requests.carried_out.total": "99"})
    local = tmp_path / FILE_NAME
    local.write_text("off = [A01\n", encoding="utf-8")
    page = opened(own).reports.page
    assert page.review.count.error == 1, "checked by the national rules"
    text = said(page)[0]
    assert f"“{FILE_NAME}”第 1 行" in text
    assert "全国统一的要求" in text
    press(page, "打开这个文件")
    assert talk.opened_files == [local]
    local.write_text(OFF, encoding="utf-8")
    press(page, "改好了，重新核对")
    qtbot.waitUntil(lambda: page.review.count.error == 0)
    assert not any(FILE_NAME in text for text in said(page))


def test_a_file_that_is_still_wrong_is_said_again(opened, reports, tmp_path, qtbot):
    local = tmp_path / FILE_NAME
    local.write_text("\n\noff = 3", encoding="utf-8")
    window = opened(reports())
    page = window.reports.page
    local.write_text("off = 3", encoding="utf-8")
    press(page, "改好了，重新核对")
    qtbot.waitUntil(lambda: window.jobs.is_idle)
    (text,) = said(page)
    assert "第 1 行" in text


def test_the_chosen_requirements_hold_for_every_report(opened, reports, settings, tmp_path):
    chosen = tmp_path / "本县.toml"
    chosen.write_text(OFF, encoding="utf-8")
    settings.set(REQUIREMENTS, str(chosen))
    own, _last = two_years(reports, **{"requests.carried_out.total": "99"})
    assert opened(own).reports.page.review.count.error == 0


def test_confirmations_that_cannot_be_read_are_said_quietly(opened, reports):
    own = reports()
    sidecar_path(own).write_bytes(b"\xff")
    page = opened(own).reports.page
    (text,) = said(page)
    assert sidecar_path(own).name in text
    assert page.review.count.error
