"""The batch window's list: filled as results come, sorted, filtered, searched, grouped, by mouse and keys."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from core.batch.record import Row, unread_row
from gui.batch.columns import ERRORS, FILE, STATE, UNIT
from gui.batch.entries import Choice, Live
from gui.batch.listing import Listing
from gui.theme import sizes
from tests.gui.batch.listed import UNITS, WRONG, column, shown, units

pytestmark = pytest.mark.qt_log_ignore("does not support raise")
NOT_WRITTEN = "（没有写明）"


def a_row(n: int, errors: int = 0, state: str = "checked", kinds: tuple[str, ...] = ()) -> Row:
    return Row(Path(f"/r/{n:03}.txt"), f"k{n}", state, unit=f"单位{n}", year=2023, errors=errors, kinds=kinds)


def test_every_file_of_the_folder_is_listed_with_what_was_found(checked):
    found = shown(checked)
    assert {name for name, (errors, *_rest) in found.items() if errors} == {"农业农村局.txt", "民政局.txt"}
    assert found["坏.docx"][3] == "打不开"
    assert sorted(units(checked)) == sorted([*UNITS, NOT_WRITTEN])
    assert "共 5 份" in checked.foot.text()


def test_chips_and_kinds_count_reports_and_filter_the_list(checked, qtbot):
    chips = checked.page.chips.chips
    qtbot.mouseClick(chips["error"], Qt.MouseButton.LeftButton)
    assert set(units(checked)) == set(WRONG)
    assert chips["error"].text().endswith(" 2")
    qtbot.mouseClick(chips["unreadable"], Qt.MouseButton.LeftButton)
    assert column(checked, FILE) == ["坏.docx"]
    qtbot.mouseClick(chips["all"], Qt.MouseButton.LeftButton)
    kinds = checked.page.kinds.list
    wrong = next(row for row in range(1, kinds.count()) if kinds.item(row).toolTip().endswith("2 份报告"))
    qtbot.mouseClick(
        kinds.viewport(), Qt.MouseButton.LeftButton, pos=kinds.visualItemRect(kinds.item(wrong)).center()
    )
    assert set(units(checked)) == set(WRONG)


def test_the_search_box_takes_ctrl_f_finds_words_and_hands_on_to_the_list(checked, qtbot):
    qtbot.keyClick(checked, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(checked.page.search.hasFocus)
    checked.page.search.setText("青禾 水务")
    assert units(checked) == [UNITS[3]]
    qtbot.keyClick(checked.page.search, Qt.Key.Key_Down)
    assert checked.page.list.hasFocus()
    assert checked.page.list.current.row.unit == UNITS[3]
    checked.page.search.setText("没有这个词")
    assert "没有符合筛选条件" in checked.page.hint.text()
    assert checked.page.hint.isVisible()
    qtbot.keyClick(checked.page.search, Qt.Key.Key_Escape)
    assert len(units(checked)) == 5


def test_a_click_on_a_heading_sorts_and_the_chosen_file_stays_chosen(checked, qtbot):
    view = checked.page.list
    view.show_path(checked.listing.entry(0).path)
    chosen = view.current.path
    view.sortByColumn(ERRORS, Qt.SortOrder.DescendingOrder)
    counts = column(checked, ERRORS)
    assert counts[0]
    assert not counts[-1]
    assert view.current.path == chosen
    assert checked.listing.row_of(chosen) == view.currentIndex().row()


def test_the_chosen_report_s_findings_stand_beside_the_list_with_a_suggestion(checked, qtbot):
    wrong = next(row for row in range(5) if checked.listing.entry(row).counts[0])
    checked.page.list.selectRow(wrong)
    model = checked.page.findings.list.model()
    qtbot.waitUntil(lambda: model.rowCount() > 0)
    assert "建议" in "".join(model.index(n, 0).data() for n in range(model.rowCount()))


def test_an_unreadable_file_says_why(checked, qtbot):
    checked.page.list.selectRow(units(checked).index(NOT_WRITTEN))
    assert "坏.docx" in checked.page.findings.note.text()
    assert not checked.page.findings.open_button.isEnabled()


def test_f6_goes_round_the_parts_of_the_window(checked, qtbot):
    checked.page.list.setFocus()
    seen = []
    for _step in checked.page.panes:
        qtbot.keyClick(checked, Qt.Key.Key_F6)
        seen.append(checked.focusWidget())
    assert seen[-1] is checked.page.list
    assert len(set(seen)) == len(seen)


# --- the model by itself ---------------------------------------------------------------------------------


def test_qt_s_own_tester_finds_no_fault(qtbot, qtmodeltester: ModelTester):
    listing = Listing()
    qtmodeltester.check(listing)
    listing.start([Path("/r")])
    listing.put(a_row(n, errors=n % 3) for n in range(20))
    listing.sort(ERRORS, Qt.SortOrder.DescendingOrder)
    listing.put([a_row(7, errors=9), a_row(30), unread_row(Path("/r/031.txt"), "打不开")])
    listing.follow(Path("/r/007.txt"), Live(0, 0, 0, (), "edited"))
    listing.choose(Choice("error"))
    listing.put([a_row(3, errors=5)])
    listing.keep([Path(f"/r/{n:03}.txt") for n in range(0, 30, 2)])
    listing.sort(STATE)


STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("put"), st.integers(0, 8), st.integers(0, 2)),
        st.tuples(st.just("live"), st.integers(0, 8), st.integers(0, 2)),
        st.tuples(st.just("sort"), st.sampled_from([UNIT, ERRORS, STATE, FILE]), st.booleans()),
        st.tuples(st.just("choose"), st.sampled_from(["all", "error", "clean"]), st.none()),
        st.tuples(st.just("keep"), st.integers(0, 8), st.none()),
    ),
    max_size=25,
)


@settings(max_examples=60, deadline=None)
@given(STEPS)
def test_whatever_comes_in_whatever_order_the_list_is_sorted_and_complete(qapp, steps):
    listing = Listing()
    there: dict[Path, int] = {}
    order, tag = (UNIT, False), "all"
    for what, one, other in steps:
        match what:
            case "put":
                row = a_row(one, errors=other)
                listing.put([row])
                live = listing.find(row.path).live
                there[row.path] = live.errors if live else other
            case "live":
                path = Path(f"/r/{one:03}.txt")
                listing.follow(path, Live(other, 0, 0, (), "edited"))
                if path in there:
                    there[path] = other
            case "sort":
                order = (one, other)
                way = Qt.SortOrder.DescendingOrder if other else Qt.SortOrder.AscendingOrder
                listing.sort(one, way)
            case "choose":
                tag = one
                listing.choose(Choice(tag))
            case "keep":
                gone = Path(f"/r/{one:03}.txt")
                listing.keep(there.keys() - {gone})
                there.pop(gone, None)
    entries = [listing.entry(row) for row in range(listing.rowCount())]
    wanted = {p for p, n in there.items() if tag == "all" or (tag == "error") == (n > 0)}
    assert {entry.path for entry in entries} == wanted
    assert len(entries) == len(wanted)
    assert all(listing.row_of(entry.path) == row for row, entry in enumerate(entries))
    if order[0] == ERRORS:
        counts = [entry.counts[0] for entry in entries]
        assert counts == sorted(counts, reverse=order[1])
    assert listing.tags["all"] == len(there)
    assert listing.tags["error"] == sum(n > 0 for n in there.values())


def test_a_kind_of_problem_counts_each_report_once(qtbot):
    listing = Listing()
    listing.put([a_row(1, 2, kinds=("A01", "B02")), a_row(2, 1, kinds=("A01",))])
    assert listing.kinds["A01"] == 2
    listing.put([replace(a_row(2), kinds=())])
    assert listing.kinds["A01"] == 1


@pytest.mark.parametrize("state", ["blank", "no_tables", "unreadable"])
def test_a_file_that_was_not_checked_never_passes_for_clean(qtbot, state):
    listing = Listing()
    listing.put([a_row(1, state=state)])
    assert not listing.tags["clean"]
    assert listing.tags[state] == 1


def test_after_a_run_the_first_report_is_chosen_and_told_of(checked):
    assert checked.page.list.current is checked.listing.entry(0)
    assert checked.page.findings.title.text() == checked.listing.entry(0).row.unit


def test_unit_and_file_share_the_room_until_a_width_is_set_by_hand(checked, qtbot):
    view = checked.page.list
    header = view.horizontalHeader()
    before = header.sectionSize(UNIT)
    checked.resize(checked.width() + 500, checked.height())
    qtbot.waitUntil(lambda: header.sectionSize(UNIT) > before)
    header.resizeSection(UNIT, 90)
    checked.resize(checked.width() - 200, checked.height())
    assert header.sectionSize(UNIT) == 90


@pytest.mark.parametrize("state", ["没有法定表格", "另有更正稿", "另有转换稿", "改动未保存"])
def test_what_stands_in_the_state_column_is_read_whole(checked, state):
    view = checked.page.list
    room = view.horizontalHeader().sectionSize(STATE) - 2 * sizes(view.fontMetrics()).pad
    assert view.fontMetrics().horizontalAdvance(state) <= room
