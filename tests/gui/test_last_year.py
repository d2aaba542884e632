"""Last year's report by hand: chosen, offered when opened, doubted, left out."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QToolButton

from gui.settings import LOOKS_BACK
from gui.talk import CANCEL, USE
from tests.core.test_history import carried_over
from tests.gui.clerk import drop
from tests.gui.test_opening_beside import said, two_years
from tests.layouts import balanced

TOTAL = "history.carried.total"
WRONG = {"requests.carried_out.total": "99"}


@pytest.fixture
def own(settings, reports, opened):
    """A window with this year's report, last year's not looked for."""
    settings.set(LOOKS_BACK, False)
    return opened(reports("农业农村局2023年报.txt", slip=False))


@pytest.fixture
def last(reports):
    before = carried_over(balanced()) | WRONG
    return reports("农业农村局2022年报.txt", slip=False, year=2022, changes=before)


def settled(window, qtbot):
    qtbot.waitUntil(lambda: window.jobs.is_idle and not window.opener.is_busy)


def choose(window, talk, path, qtbot):
    talk.to_choose = [path]
    window.commands["last_year"].trigger()
    settled(window, qtbot)


def severities(window):
    return {f.severity for f in window.reports.page.review.findings if f.rule == TOTAL}


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_chosen_file_is_used_and_said_and_can_be_changed_where_it_is_named(own, last, talk, qtbot):
    page = own.reports.page
    button = page.findChild(QToolButton, "last_year_in_use")
    assert not button.isVisible()
    assert not own.commands["last_year_off"].isEnabled()
    choose(own, talk, last, qtbot)
    assert severities(own) == {"error"}
    assert own.status.text() == f"已用“{last.name}”核对上年结转等"
    assert button.isVisible()
    assert button.text() == "上年：2022 年度"
    assert last.name in button.accessibleName()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    menu = button.findChild(QMenu)
    qtbot.waitUntil(menu.isVisible)
    qtbot.keyClick(menu, Qt.Key.Key_Down)
    qtbot.keyClick(menu, Qt.Key.Key_Down)
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.review.last_year is None)
    assert not button.isVisible()
    assert not talk.asked


def test_checking_against_last_year_can_be_switched_off_in_the_menu(own, last, talk, qtbot):
    choose(own, talk, last, qtbot)
    own.commands["last_year_off"].trigger()
    assert severities(own) == set()
    assert not own.commands["last_year_off"].isEnabled()


@pytest.mark.parametrize(
    ("year", "unit", "what"),
    [
        (2023, "云岭市青禾区农业农村局", "也是 2023 年度的报告"),
        (2020, "云岭市青禾区农业农村局", "是 2020 年度的报告"),
        (2022, "云岭市青禾区卫生健康局", "是“云岭市青禾区卫生健康局”的报告"),
    ],
)
def test_a_report_that_does_not_fit_is_asked_about_and_raises_only_doubts(
    own, reports, talk, qtbot, year, unit, what
):
    other = reports("别的.txt", slip=False, year=year, unit=unit, changes=carried_over(balanced()) | WRONG)
    talk.answers = [CANCEL, USE]
    choose(own, talk, other, qtbot)
    assert own.reports.page.review.last_year is None
    choose(own, talk, other, qtbot)
    assert severities(own) == {"warning"}
    for question in talk.asked:
        assert what in question.text
        assert {choice.label for choice in question.choices} == {"仍然使用", "取消"}
        assert question.choices[0].key == CANCEL, "Enter leaves all as it is"


def test_a_file_that_cannot_serve_says_why_and_what_was_in_use_stays(own, last, talk, qtbot, tmp_path):
    choose(own, talk, last, qtbot)
    notice = tmp_path / "通知.txt"
    notice.write_text("关于召开会议的通知", encoding="utf-8")
    page = own.reports.page
    for path, why in (
        (notice, "不能当作上年报告"),
        (tmp_path / "没有.txt", "打不开"),
        (page.path, "就是正在核对的这份报告"),
    ):
        choose(own, talk, path, qtbot)
        assert why in said(page)[0]
        assert page.review.last_year.name == last.name
    choose(own, talk, last, qtbot)
    assert said(page) == []


def test_dropping_last_years_report_asks_what_for(own, last, talk, qtbot):
    page = own.reports.page
    talk.answers = [USE]
    drop(own, [last])
    settled(own, qtbot)
    (question,) = talk.asked
    assert {choice.label for choice in question.choices} == {"作为上年报告核对", "单独打开"}
    assert own.reports.pages == [page]
    assert severities(own) == {"error"}
    own.commands["last_year_off"].trigger()
    talk.answers = [CANCEL]
    own.open_files([last])
    settled(own, qtbot)
    assert own.reports.count() == 2
    assert own.reports.page.path == last
    assert page.review.last_year is None


def test_what_is_in_use_already_opens_without_a_question(opened, reports, talk, qtbot):
    own, last = two_years(reports)
    window = opened(own)
    window.open_files([last])
    settled(window, qtbot)
    assert window.reports.count() == 2
    assert not talk.asked


def test_reports_of_others_and_of_other_years_open_without_a_question(own, reports, talk, qtbot):
    others = [
        reports("卫健局2022年报.txt", year=2022, unit="云岭市青禾区卫生健康局"),
        reports("农业农村局2024年报.txt", year=2024),
    ]
    for path in others:
        own.reports.setCurrentIndex(0)
        own.open_files([path])
        settled(own, qtbot)
    assert own.reports.count() == 3
    assert not talk.asked


@pytest.mark.parametrize("is_used", [True, False])
def test_what_was_decided_holds_when_the_report_is_read_again(
    opened, reports, settings, talk, qtbot, tmp_path, is_used
):
    own, _found = two_years(reports)
    elsewhere = tmp_path / "别处"
    elsewhere.mkdir()
    other = reports("另存的.txt", slip=False, folder=elsewhere, year=2022, changes=WRONG)
    window = opened(own)
    if is_used:
        choose(window, talk, other, qtbot)
    else:
        window.commands["last_year_off"].trigger()
    window.reports.reload_wanted.emit(own)
    settled(window, qtbot)
    page = window.reports.page
    assert page.last_year.path == (other if is_used else None)
    assert (page.review.last_year is not None) == is_used
    assert said(page) == []


def test_reading_last_years_report_again_asks_nothing(own, last, talk, qtbot):
    talk.answers = [CANCEL]
    own.open_files([last])
    settled(own, qtbot)
    own.reports.setCurrentIndex(0)
    own.reports.reload_wanted.emit(last)
    settled(own, qtbot)
    assert len(talk.asked) == 1
    assert own.reports.count() == 2
