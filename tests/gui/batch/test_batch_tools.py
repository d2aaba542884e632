"""What is worked out over all reports together, and what is written for the office."""

from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt

from gui.jobs import Jobs
from gui.talk import OVERWRITE
from tests.gui.batch.listed import UNITS, WRONG, bars, finish, shown
from tests.gui.conftest import CULPRIT

pytestmark = pytest.mark.qt_log_ignore("does not support raise")
LONG = "全年围绕重点领域主动公开政府信息，完善制度，强化监督，开展培训，提升业务能力，回应社会关切。"


def tab(batch, title: str):
    number = next(n for n in range(batch.tabs.count()) if batch.tabs.tabText(n).startswith(title))
    return batch.tabs.widget(number)


def lines(table) -> list[tuple[str, ...]]:
    return [line.cells for line in table.lines]


@pytest.fixture
def register(tmp_path: Path) -> Path:
    """All units but one, and one that has handed in nothing."""
    path = tmp_path / "名册.csv"
    path.write_text("\n".join(["单位名称", *UNITS[1:], "云岭市青禾区司法局"]), encoding="utf-8")
    return path


# --- register --------------------------------------------------------------------------------------------


def test_the_register_tells_who_is_missing_and_who_is_a_stranger(checked, talk, register, qtbot):
    talk.to_choose = [register]
    checked.tools.actions_["register"].trigger()
    finish(checked, qtbot)
    page = tab(checked, "名册核对")
    said = lines(page.table)
    assert ("未报", "云岭市青禾区司法局") in [line[:2] for line in said]
    assert ("不在名册", UNITS[0]) in [line[:2] for line in said]
    missing = next(button for button in page.buttons if button.text().startswith("未报"))
    assert missing.text() == "未报 1"
    qtbot.mouseClick(missing, Qt.MouseButton.LeftButton)
    assert [line[0] for line in lines(page.table)] == ["未报"]


def test_enter_on_a_stranger_leads_to_its_report(checked, register, qtbot, folder):
    checked.comparing.use_register(register)
    finish(checked, qtbot)
    table = tab(checked, "名册核对").table
    number = next(n for n, line in enumerate(table.lines) if line.cells[1] == UNITS[0])
    checked.page.chips.choose("clean")
    table.selectRow(number)
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert checked.tabs.currentWidget() is checked.page
    assert checked.page.list.current.path == folder / "农业农村局.txt"


def test_the_register_is_held_against_a_new_run_too(checked, register, reports, folder, qtbot):
    checked.comparing.use_register(register)
    finish(checked, qtbot)
    reports("司法局.txt", slip=False, folder=folder, unit="云岭市青禾区司法局")
    checked.again()
    finish(checked, qtbot)
    assert "未报" not in [line[0] for line in lines(tab(checked, "名册核对").table)]


def test_a_register_that_cannot_be_used_is_said_and_nothing_else_changes(checked, tmp_path, qtbot):
    wrong = tmp_path / "名册.xlsx"
    wrong.write_bytes(b"no workbook")
    checked.comparing.use_register(wrong)
    finish(checked, qtbot)
    assert "名册.xlsx" in bars(checked)
    assert checked.comparing.register is None
    assert len(shown(checked)) == 5


# --- last year -------------------------------------------------------------------------------------------


def test_last_year_s_folder_is_held_against_every_unit(checked, reports, tmp_path, talk, qtbot):
    earlier = tmp_path / "上年"
    earlier.mkdir()
    changes = {f"requests.carried_out.{column}": "7" for column in ("natural", "total")}
    reports("水务.txt", slip=False, folder=earlier, unit=UNITS[3], year=2022, changes=changes)
    before = sum(checked.listing.kinds.values())
    talk.to_choose = [earlier]
    checked.tools.actions_["earlier"].trigger()
    finish(checked, qtbot)
    assert sum(checked.listing.kinds.values()) > before
    assert any(shown(checked)["水务局.txt"][:3])
    checked.tools.dropped["earlier"].trigger()
    finish(checked, qtbot)
    assert sum(checked.listing.kinds.values()) == before


# --- sums ------------------------------------------------------------------------------------------------


def test_the_sums_stand_in_the_official_form_and_cannot_be_changed(checked, right_number, qtbot):
    checked.tools.actions_["sums"].trigger()
    finish(checked, qtbot)
    page = tab(checked, "汇总")
    grid = next(page.tabs.widget(n) for n in range(3) if page.tabs.tabText(n) == "表三")
    index = grid.model().index_of(CULPRIT)
    assert index.data() == str(2 * 9754 + 2 * int(right_number))
    assert not index.flags() & Qt.ItemFlag.ItemIsEditable
    assert "4 份" in page.note.text()


def test_the_superior_s_report_is_compared_and_is_no_part_of_the_sum(checked, folder, talk, qtbot):
    own = folder / "水务局.txt"
    talk.to_choose = [own]
    checked.tools.actions_["superior"].trigger()
    finish(checked, qtbot)
    page = tab(checked, "与本级报告的差异")
    assert len(page.table.lines) > 10
    page.table.selectRow(1)
    parts = {line.cells[0] for line in page.parts.lines}
    assert parts == set(UNITS[:3])
    own_value, total = (int(text) for text in page.table.lines[1].cells[1:3])
    assert total == sum(int(line.cells[1]) for line in page.parts.lines)
    assert own_value != total


def test_a_superior_s_report_without_tables_is_refused_in_words(checked, tmp_path, qtbot):
    empty = tmp_path / "通知.txt"
    empty.write_text("关于召开会议的通知", encoding="utf-8")
    checked.comparing.use_superior(empty)
    finish(checked, qtbot)
    assert "通知.txt" in bars(checked)
    assert checked.desk.superior is None


def test_results_say_that_reports_have_changed_since(checked, reports, folder, qtbot):
    checked.tools.actions_["sums"].trigger()
    finish(checked, qtbot)
    page = tab(checked, "汇总")
    assert not page.bars.bars
    reports("农业农村局.txt", slip=False, folder=folder, unit=UNITS[0])
    checked.again()
    finish(checked, qtbot)
    (bar,) = page.bars.bars.values()
    qtbot.mouseClick(bar.buttons[0], Qt.MouseButton.LeftButton)
    finish(checked, qtbot)
    assert not page.bars.bars


# --- alike -----------------------------------------------------------------------------------------------


def test_reports_alike_are_paired_with_their_passages_side_by_side(checked, folder, qtbot):
    for path in (folder / "水务局.txt", folder / "民政局.txt"):
        text = path.read_text(encoding="utf-8")
        lines_ = "".join(f"（{n}）{LONG[n:]}{n} 次。\n" for n in range(1, 9))
        path.write_text(text.replace("一、总体情况\n", f"一、总体情况\n{lines_}"), encoding="utf-8")
    checked.again()
    finish(checked, qtbot)
    checked.tools.actions_["alike"].trigger()
    finish(checked, qtbot)
    page = tab(checked, "雷同")
    ((share, one, other),) = lines(page.table)
    assert share.endswith("%")
    assert {one, other} == {UNITS[1], UNITS[3]}
    qtbot.waitUntil(lambda: LONG[20:40] in page.text.toPlainText())
    assert page.text.toPlainText().count(LONG[20:40]) >= 2


# --- what is written -------------------------------------------------------------------------------------


def test_the_summary_is_written_where_the_clerk_says(checked, talk, tmp_path, qtbot):
    target = tmp_path / "汇总.xlsx"
    talk.to_save = [target]
    checked.tools.actions_["summary"].trigger()
    finish(checked, qtbot)
    assert "总览" in openpyxl.load_workbook(target).sheetnames
    assert "汇总.xlsx" in checked.foot.text()


def test_a_file_that_is_there_is_only_overwritten_when_asked(checked, talk, tmp_path, qtbot):
    target = tmp_path / "汇总.xlsx"
    target.write_bytes(b"old")
    talk.to_save, talk.answers = [target], ["cancel"]
    checked.tools.actions_["summary"].trigger()
    finish(checked, qtbot)
    assert target.read_bytes() == b"old"
    talk.to_save, talk.answers = [target], [OVERWRITE]
    checked.tools.actions_["summary"].trigger()
    finish(checked, qtbot)
    assert target.read_bytes()[:2] == b"PK"


def test_a_full_disk_leaves_the_old_summary_as_it_was(checked, tmp_path, qtbot, monkeypatch):
    def full(*_given):
        raise OSError(28, "No space left on device")

    target = tmp_path / "汇总.xlsx"
    target.write_bytes(b"old")
    monkeypatch.setattr("core.writing.os.fsync", full)
    checked.writing.write_summary(target)
    finish(checked, qtbot)
    assert target.read_bytes() == b"old"
    assert "汇总.xlsx" in bars(checked)
    assert [path.name for path in tmp_path.glob("*.xlsx")] == ["汇总.xlsx"]
    assert len(shown(checked)) == 5


def test_a_report_is_never_overwritten_by_the_summary(checked, folder, qtbot):
    report = folder / "坏.docx"
    before = report.read_bytes()
    checked.writing.write_summary(report)
    finish(checked, qtbot)
    assert report.read_bytes() == before
    assert "坏.docx" in bars(checked)


def test_notices_go_to_a_folder_of_their_own_each_time(checked, talk, tmp_path, qtbot):
    where = tmp_path / "意见单"
    where.mkdir()
    for _time in range(2):
        talk.to_choose = [where]
        checked.tools.actions_["notices"].trigger()
        finish(checked, qtbot)
    first, second = sorted(where.iterdir(), key=lambda path: len(path.name))
    names = {path.name for path in first.iterdir()}
    assert names >= {f"退改意见单 {unit}.docx" for unit in WRONG}
    assert {path.name for path in second.iterdir()} == names


def test_long_work_can_be_stopped(window, folder, qtbot, monkeypatch):
    window.open_files([folder])
    batch = finish(window.batching.window, qtbot)
    batch.task._jobs = jobs = Jobs(parent=window)

    def endless(gathered):
        while True:
            gathered.watch()

    monkeypatch.setattr("core.batch.gathered.Gathered.pairs", endless)
    batch.tools.actions_["alike"].trigger()
    qtbot.waitUntil(batch.strip.isVisible)
    assert not batch.tools.actions_["sums"].isEnabled()
    qtbot.mouseClick(batch.strip.stop, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not batch.is_busy and jobs.is_idle)
    assert not batch.strip.isVisible()
    assert not bars(batch)
    assert batch.tabs.count() == 1
    assert batch.tools.actions_["sums"].isEnabled()


# --- where to begin -------------------------------------------------------------------------------------


@pytest.mark.parametrize("tool", ["register", "superior", "notices", "earlier"])
def test_what_is_chosen_for_the_first_time_is_looked_for_beside_the_folder(checked, talk, folder, tool):
    checked.tools.actions_[tool].trigger()
    assert talk.begun[-1] == str(folder.parent)


def test_a_summary_is_proposed_beside_the_folder_and_then_where_it_went_last(checked, talk, folder, qtbot):
    talk.to_save = [folder.parent / "汇总" / "全区.xlsx"]
    talk.to_save[0].parent.mkdir()
    checked.tools.actions_["summary"].trigger()
    finish(checked, qtbot)
    checked.tools.actions_["summary"].trigger()
    assert [path.parent for path in talk.proposed] == [folder.parent, folder.parent / "汇总"]
