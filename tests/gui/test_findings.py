"""The list of findings: groups that fold, what unfolds below the chosen one, mending and confirming."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from core.findings import Finding, Fix, Place, paragraph_id, replaced
from tests.gui.conftest import CULPRIT, settle
from tests.gui.table_report import lock
from tests.gui.text_report import (
    MISSING,
    NEW,
    PARAGRAPH,
    TRUE_NEW,
    checks,
    many_advices,
    place_of,
    said,
    sentence,
    show_text,
    text_of,
    write_report,
)

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(opened, tmp_path, only):
    only(checks)
    return opened(write_report(tmp_path / "年报.txt")).reports.page


@pytest.fixture
def crowded(opened, tmp_path, only):
    """With more hints than are shown at once."""
    only(checks, many_advices)
    return opened(write_report(tmp_path / "年报.txt")).reports.page


def _rows(page):
    model = page.findings.list.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def _click_row(page, text):
    QApplication.processEvents()
    found = page.findings.list
    row = next(n for n, shown in enumerate(_rows(page)) if text in shown)
    top = found.visualRect(found.model().index(row, 0)).topLeft()
    QTest.mouseClick(found.viewport(), Qt.MouseButton.LeftButton, pos=top + QPoint(60, 8))
    QApplication.processEvents()


def _choose(page, rule):
    finding = next(f for f in page.review.findings if f.rule == rule)
    page.findings.list.choose(finding)
    QApplication.processEvents()
    return page.findings.list.detail


def _words(widget):
    return [label.text() for label in widget.findChildren(QLabel)]


# --- groups -----------------------------------------------------------------------------------------------


def test_findings_stand_under_their_severity_with_counts(page):
    rows = _rows(page)
    assert [row for row in rows if row.endswith("处")] == ["必改 1 处", "疑点 1 处", "提示 1 处"]
    assert rows.index("必改 1 处") < rows.index("疑点 1 处") < rows.index("提示 1 处")


def test_errors_beside_cards_are_further_ones(opened, tmp_path, only):
    only(checks)
    page = opened(write_report(tmp_path / "年报.txt", {CULPRIT: "9754"})).reports.page
    assert page.findings.problems.cards
    assert _rows(page)[0] == "另有必改 1 处"


def test_many_hints_are_folded_until_asked_for(crowded):
    assert _rows(crowded)[-1] == "提示 7 处"
    assert crowded.findings._title.text() == "问题 9 处"
    _click_row(crowded, "提示 7 处")
    assert len(_rows(crowded)) == 3 + 9
    _click_row(crowded, "提示 7 处")
    assert len(_rows(crowded)) == 3 + 2


def test_hints_alone_are_not_folded(opened, tmp_path, only):
    only(many_advices)
    page = opened(write_report(tmp_path / "年报.txt")).reports.page
    assert len(_rows(page)) == 1 + 6


def test_a_click_below_the_chosen_finding_chooses_what_was_clicked(page):
    _choose(page, "T1")
    _click_row(page, "社会评议")
    assert page.findings.list.chosen_finding.rule == "T2"
    assert text_of(page).shown.rule == "T2"
    assert text_of(page).hasFocus()


def test_a_group_is_folded_by_key(crowded, qtbot):
    found = crowded.findings.list
    found.setFocus()
    qtbot.keyClick(found, Qt.Key.Key_End)
    qtbot.keyClick(found, Qt.Key.Key_Return)
    assert len(_rows(crowded)) == 3 + 9
    qtbot.keyClick(found, Qt.Key.Key_Space)
    assert len(_rows(crowded)) == 3 + 2


def test_f8_unfolds_what_it_goes_to(crowded, qtbot):
    seen = [crowded.findings.list.chosen_finding]
    for _ in range(9):
        qtbot.keyClick(crowded.window(), Qt.Key.Key_F8)
        seen.append(crowded.findings.list.chosen_finding)
    assert set(seen) == set(crowded.review.findings)
    assert seen[-1] == seen[0]


def test_what_the_clerk_folded_stays_folded_while_typing(crowded):
    _click_row(crowded, "疑点 1 处")
    rows = _rows(crowded)
    assert rows == ["必改 1 处", rows[1], "疑点 1 处", "提示 7 处"]
    crowded.review.put({NEW: TRUE_NEW + "1"})
    assert [row for row in _rows(crowded) if "处" in row] == [row for row in rows if "处" in row]


# --- what unfolds -----------------------------------------------------------------------------------------


def test_the_chosen_finding_shows_its_fixes_and_its_basis(opened, tmp_path):
    page = opened(write_report(tmp_path / "年报.txt")).reports.page
    finding = next(f for f in page.review.findings if f.rule == "G01")
    detail = _choose(page, "G01")
    assert [button.text() for button in detail.fixes] == [fix.label for fix in finding.fixes]
    assert len(detail.fixes) >= 2
    assert any(text.startswith("依据：国办公开办函〔2021〕30号") for text in _words(detail))
    rect = page.findings.list.visualRect(page.findings.list.currentIndex())
    assert rect.contains(detail.geometry())
    below = page.findings.list.visualRect(
        page.findings.list.model().index(page.findings.list.currentIndex().row() + 1, 0)
    )
    assert not below.intersects(detail.geometry())


def test_what_was_expected_is_said_where_the_sentence_leaves_it_open(opened, tmp_path, only):
    found = Finding("T7", "warning", "history", "requests", (NEW,), "7", "9", detail="接不上")
    only(lambda _subject: (found,))
    page = opened(write_report(tmp_path / "年报.txt")).reports.page
    assert "应为 7，现为 9" in _words(_choose(page, "T7"))


def test_no_word_of_what_unfolds_is_cut(page):
    page.window().resize(900, 700)
    page._splitter.setSizes([10000, 1])
    detail = _choose(page, "T1")
    QApplication.processEvents()
    for part in (*detail.fixes, *detail.findChildren(QLabel)):
        assert part.height() >= part.heightForWidth(part.width())


def test_what_unfolds_is_brought_in_sight(opened, tmp_path, only, qtbot):
    only(checks)
    page = opened(write_report(tmp_path / "年报.txt", {CULPRIT: "9754"})).reports.page
    page.window().resize(1000, 480)
    QApplication.processEvents()
    detail = _choose(page, "T2")
    viewport = page.findings._scroll.viewport()
    qtbot.waitUntil(lambda: detail.mapTo(viewport, QPoint(0, detail.height())).y() <= viewport.height())


def test_it_leads_to_the_text_and_to_the_table(page, qtbot):
    detail = _choose(page, "T1")
    place, cell = detail.links
    assert place.text() == "看正文"
    assert cell.text() == "看表三"
    cell.click()
    assert page.current_view.current_cell == NEW
    assert page.current_view.hasFocus()
    place.click()
    assert page.table_tabs.front is text_of(page)


def test_the_cell_that_a_sentence_contradicts_is_marked_but_not_called_out_of_balance(page):
    index = page.views["requests"].form_model().index_of(NEW)
    said = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert "有必改的问题" in said
    assert "勾稽" not in said


def test_tab_leads_from_the_row_through_what_unfolds(page, qtbot):
    detail = _choose(page, "T1")
    page.findings.list.setFocus()
    for button in detail.buttons:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        assert button.hasFocus()


# --- mending ----------------------------------------------------------------------------------------------


def test_a_fix_of_the_text_is_one_step_called_by_its_name(page, qtbot):
    before = sentence(page)
    QTest.mouseClick(_choose(page, "T1").fixes[0], Qt.MouseButton.LeftButton)
    assert sentence(page) == before.replace("14", TRUE_NEW)
    assert page.stack.count() == 1
    assert page.stack.undoText() == f"把正文的 14 改为 {TRUE_NEW}"
    assert page.window().status.text() == f"已改：把正文的 14 改为 {TRUE_NEW}"
    assert "T1" not in {finding.rule for finding in page.review.findings}
    page.stack.undo()
    assert sentence(page) == before
    assert "T1" in {finding.rule for finding in page.review.findings}


def test_a_fix_of_the_table_writes_the_cell(page, qtbot):
    QTest.mouseClick(_choose(page, "T1").fixes[1], Qt.MouseButton.LeftButton)
    assert page.review.text(NEW).strip() == "14"
    page.stack.undo()
    assert page.review.text(NEW).strip() == TRUE_NEW


def test_after_a_fix_the_next_finding_is_chosen_and_the_keyboard_goes_on(page, qtbot):
    detail = _choose(page, "T1")
    detail.fixes[0].setFocus()
    qtbot.keyClick(detail.fixes[0], Qt.Key.Key_Space)
    settle(page.window(), qtbot)
    assert page.findings.list.chosen_finding.rule == "T2"
    assert page.findings.list.detail.fixes[0].hasFocus()


def test_after_the_last_finding_is_mended_the_view_stays(opened, tmp_path, only, qtbot):
    def found(subject):
        yield Finding("T8", "warning", "table", "requests", (NEW,), detail="在前")
        lines = subject.narrative.lines
        if any(MISSING in line for line in lines):
            place = place_of(lines, MISSING)
            fix = Fix("删去这几个字", (replaced(lines[place.paragraph], place, ""),))
            yield Finding("T9", "advice", "prose", detail="在后", places=(place,), fixes=(fix,))

    only(found)
    page = opened(write_report(tmp_path / "年报.txt")).reports.page
    detail = _choose(page, "T9")
    detail.fixes[0].setFocus()
    qtbot.keyClick(detail.fixes[0], Qt.Key.Key_Space)
    settle(page.window(), qtbot)
    assert page.table_tabs.front is text_of(page), "there is one before it in the table"
    assert text_of(page).hasFocus()
    assert not page.findings.list.has_choice


def test_by_keyboard_the_only_fix_is_taken_and_several_are_left_to_the_clerk(page, qtbot):
    window = page.window()
    before = sentence(page)
    _choose(page, "T1")
    qtbot.keyClick(window, Qt.Key.Key_Return, CTRL)
    assert sentence(page) == before
    assert page.findings.list.detail.fixes[0].hasFocus()
    assert window.status.text() == "有几种改法，请在右边选一种"
    _choose(page, "T2")
    qtbot.keyClick(window, Qt.Key.Key_Return, CTRL)
    assert page.stack.undoText() == "删去这几个字"
    assert "T2" not in {finding.rule for finding in page.review.findings}


def test_a_fix_that_cannot_be_written_says_why_and_changes_nothing(page):
    lock(page.review, paragraph_id(said(page).paragraph), "这一段在域里")
    QTest.mouseClick(_choose(page, "T1").fixes[0], Qt.MouseButton.LeftButton)
    assert page.window().status.text() == f"{PARAGRAPH}：这一段在域里"
    assert not page.stack.count()


def test_a_fix_of_many_cells_is_one_step(opened, tmp_path, only, qtbot):
    cells = tuple(f"requests.{row}.natural" for row in ("granted", "partial", "closed"))
    fix = Fix("把 3 格改为 0", tuple((cell, "0") for cell in cells))
    found = Finding("T8", "advice", "number", "requests", cells, detail="三格写法不规范", fixes=(fix,))
    only(lambda subject: (found,) if subject.value(cells[-1]) else ())
    page = opened(write_report(tmp_path / "年报.txt")).reports.page
    QTest.mouseClick(_choose(page, "T8").fixes[0], Qt.MouseButton.LeftButton)
    assert [page.review.text(cell).strip() for cell in cells] == ["0"] * 3
    assert page.stack.count() == 1


def test_a_fix_that_would_break_sums_says_so_beforehand(page):
    detail = _choose(page, "T1")
    text, table = (label for label in detail.findChildren(QLabel) if label.indent() > 0)
    assert not text.isVisible()
    assert table.text().replace("\u00a0", " ").startswith("会使 2 处勾稽不成立，如表三 “总计”列：")
    assert detail.fixes[1].accessibleDescription() == table.text()
    page.review.put({NEW: "15"})
    assert not table.isVisible(), "the sums are broken already"
    assert page.findings.list.detail is detail


def test_pointing_at_a_fix_shows_what_it_would_write(page, qtbot):
    view = show_text(page)
    detail = _choose(page, "T1")
    qtbot.mouseMove(detail.fixes[0], QPoint(3, 3))
    qtbot.mouseMove(detail.fixes[0], QPoint(6, 6))
    qtbot.waitUntil(lambda: view._previewed == {said(page): f"14 → {TRUE_NEW}"})
    shown = view.viewport().grab().toImage()
    qtbot.mouseMove(detail.fixes[1], QPoint(6, 6))
    qtbot.mouseMove(detail.fixes[1], QPoint(9, 9))
    qtbot.waitUntil(lambda: page.views["requests"]._painter.previewed == {NEW: "14"})
    assert not view._previewed
    assert view.viewport().grab().toImage() != shown
    detail.fixes[1].pointed_at.emit(False)
    assert not page.views["requests"]._painter.previewed


def test_choosing_another_finding_ends_the_preview(page):
    view = show_text(page)
    _choose(page, "T1").fixes[0].pointed_at.emit(True)
    assert view._previewed
    _choose(page, "T2")
    assert not view._previewed


# --- confirming -------------------------------------------------------------------------------------------


def test_a_finding_of_the_text_is_confirmed_with_a_reason_and_restored(page, talk, qtbot):
    talk.reasons = ["口径不同，已与底稿核对"]
    QTest.mouseClick(_choose(page, "T1").verify, Qt.MouseButton.LeftButton)
    assert "T1" not in {finding.rule for finding in page.review.findings}
    assert page.findings._accepted.isVisible()
    assert page.stack.undoText() == "核实无误：口径不同，已与底稿核对"
    assert all(f.rule != "T1" for spot in text_of(page).spots for f in spot.findings)
    page.stack.undo()
    assert "T1" in {finding.rule for finding in page.review.findings}


def test_ctrl_k_confirms_the_chosen_finding(page, talk, qtbot):
    talk.reasons = ["已核对"]
    _choose(page, "T2")
    qtbot.keyClick(page.window(), Qt.Key.Key_K, CTRL)
    assert "T2" not in {finding.rule for finding in page.review.findings}


def test_a_confirmed_finding_counts_again_when_its_sentence_changes(page, talk):
    talk.reasons = ["已核对"]
    QTest.mouseClick(_choose(page, "T1").verify, Qt.MouseButton.LeftButton)
    id_ = paragraph_id(said(page).paragraph)
    page.review.put({id_: page.review.text(id_).replace("14", "15")})
    assert "T1" in {finding.rule for finding in page.review.findings}


def test_a_finding_in_a_line_of_a_table_belongs_to_the_table(opened, tmp_path, only, qtbot):
    def heading(subject):
        if "自然人" not in subject.narrative.lines:
            return ()
        number = subject.narrative.lines.index("自然人")
        fix = Fix("改标题", ((paragraph_id(number), "自然"),))
        place = Place(number, 0, 3)
        return (Finding("T6", "advice", "table", "requests", detail="标题", places=(place,), fixes=(fix,)),)

    only(heading)
    page = opened(write_report(tmp_path / "年报.txt")).reports.page
    assert [page.table_tabs.tabText(n) for n in range(4)] == ["表二", "表三（1）", "表四", "正文"]
    detail = _choose(page, "T6")
    assert page.current_view is page.views["requests"]
    assert not detail.links
    assert all(not spot.findings for spot in text_of(page).spots), "Tab would go to what is not shown"
    detail.fixes[0].click()
    page.stack.undo()
    assert page.current_view is page.views["requests"]
