"""The grid under real keys and mouse: moving, editing, blocks, zoom, what is shown."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent, QUndoStack
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from core.review import Review
from gui.grid.view import FormView
from tests.gui.table_report import lock, open_review

Key, Ctrl, Shift = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NEW, CARRIED, GRANTED = (f"requests.{row}.natural" for row in ("new", "carried_in", "granted"))


@pytest.fixture
def review(tmp_path: Path) -> Review:
    return open_review(tmp_path)


@pytest.fixture
def stack(qapp: object) -> QUndoStack:
    return QUndoStack()


@pytest.fixture
def view(review: Review, stack: QUndoStack, qtbot: QtBot) -> Iterator[FormView]:
    yield from shown(review, "requests", stack, qtbot)


def shown(review: Review, table: str, stack: QUndoStack, qtbot: QtBot) -> Iterator[FormView]:
    made = FormView(review, table, stack)
    qtbot.addWidget(made)
    made.resize(1000, 700)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    made.setFocus()
    yield made


def choose(view: FormView, cell: str) -> None:
    view.setCurrentIndex(view.form_model().index_of(cell))


def editor(view: FormView) -> QLineEdit:
    return view.viewport().findChild(QLineEdit)


def type_into(view: FormView, text: str, end: Qt.Key = Key.Key_Return) -> None:
    QTest.keyClicks(view, text[0])
    QTest.keyClicks(editor(view), text[1:])
    QTest.keyClick(editor(view), end)


# --- moving -----------------------------------------------------------------------------------------------


def test_arrows_move_from_value_to_value(view: FormView) -> None:
    choose(view, NEW)
    seen = []
    for key in (Key.Key_Down, Key.Key_Right, Key.Key_Up, Key.Key_Left, Key.Key_Left, Key.Key_Up):
        QTest.keyClick(view, key)
        seen.append(view.current_cell.removeprefix("requests."))
    assert seen == ["carried_in.natural", "carried_in.business", "new.business", *["new.natural"] * 3]


def test_arrows_skip_the_headings_inside_a_table(review: Review, stack: QUndoStack, qtbot: QtBot) -> None:
    (view,) = shown(review, "disclosure", stack, qtbot)
    choose(view, "disclosure.normative.in_force")
    seen = []
    for key in (Key.Key_Down, Key.Key_Down, Key.Key_Up, Key.Key_Up):
        QTest.keyClick(view, key)
        seen.append(view.current_cell.split(".")[1])
    assert seen[:3] == ["licensing", "penalties", "licensing"]
    assert seen[3] == "normative"


def test_tab_goes_through_all_values_in_order(view: FormView) -> None:
    cells = list(view.form_model().form.cells)
    choose(view, cells[0])
    seen = [view.current_cell]
    for _ in cells[1:]:
        QTest.keyClick(view, Key.Key_Tab)
        seen.append(view.current_cell)
    assert seen == cells
    QTest.keyClick(view, Key.Key_Backtab)
    assert view.current_cell == cells[-2]


def test_home_and_end(view: FormView) -> None:
    choose(view, "requests.granted.research")
    QTest.keyClick(view, Key.Key_End)
    assert view.current_cell == "requests.granted.total"
    QTest.keyClick(view, Key.Key_Home)
    assert view.current_cell == GRANTED
    QTest.keyClick(view, Key.Key_End, Ctrl)
    assert view.current_cell == "requests.carried_out.total"
    QTest.keyClick(view, Key.Key_Home, Ctrl)
    assert view.current_cell == NEW


def test_the_keyboard_finds_a_value_in_a_table_nobody_was_in(
    review: Review, stack: QUndoStack, qtbot: QtBot
) -> None:
    (view,) = shown(review, "disclosure", stack, qtbot)
    assert view.current_cell == "disclosure.regulations.issued"
    QTest.keyClick(view, Key.Key_Down)
    assert view.current_cell == "disclosure.normative.issued"


def test_enter_goes_down_and_shift_enter_up(view: FormView) -> None:
    choose(view, NEW)
    QTest.keyClick(view, Key.Key_Return)
    assert view.current_cell == CARRIED
    QTest.keyClick(view, Key.Key_Return, Shift)
    assert view.current_cell == NEW


# --- editing ----------------------------------------------------------------------------------------------


def test_typing_replaces_and_enter_goes_down(view: FormView, review: Review) -> None:
    choose(view, NEW)
    type_into(view, "130")
    assert review.text(NEW) == "130"
    assert view.current_cell == CARRIED
    assert view.state() == FormView.State.NoState


@pytest.mark.parametrize(
    ("key", "cell"),
    [
        (Key.Key_Tab, "requests.carried_in.business"),
        (Key.Key_Backtab, "requests.new.total"),
        (Key.Key_Up, NEW),
        (Key.Key_Down, GRANTED),
    ],
)
def test_the_key_that_ends_an_edit_says_where_to_go(
    view: FormView, review: Review, key: Qt.Key, cell: str
) -> None:
    choose(view, CARRIED)
    type_into(view, "7", key)
    assert review.text(CARRIED) == "7"
    assert view.current_cell == cell
    assert view.state() == FormView.State.NoState


def test_escape_keeps_the_old_number(view: FormView, review: Review, stack: QUndoStack) -> None:
    choose(view, NEW)
    type_into(view, "99", Key.Key_Escape)
    assert review.text(NEW) == "12"
    assert stack.count() == 0
    assert view.current_cell == NEW


def test_f2_opens_with_the_old_number(view: FormView, review: Review, stack: QUndoStack) -> None:
    choose(view, NEW)
    QTest.keyClick(view, Key.Key_F2)
    assert editor(view).selectedText() == "12"
    QTest.keyClick(editor(view), Key.Key_End)
    QTest.keyClicks(editor(view), "0")
    QTest.keyClick(editor(view), Key.Key_Return)
    assert review.text(NEW) == "120"
    stack.undo()
    assert review.text(NEW) == "12"


def test_full_width_digits_are_a_number(view: FormView, review: Review) -> None:
    choose(view, NEW)
    QTest.keyClick(view, Key.Key_F2)
    editor(view).setText("１４")
    QTest.keyClick(editor(view), Key.Key_Return)
    assert review.text(NEW) == "14"


def test_an_input_method_starts_an_edit_too(view: FormView, review: Review) -> None:
    choose(view, NEW)
    composed = QInputMethodEvent()
    composed.setCommitString("１５")
    QApplication.sendEvent(view, composed)
    QTest.keyClick(editor(view), Key.Key_Return)
    assert review.text(NEW) == "15"


def test_a_key_qt_has_no_name_for_does_no_harm(view: FormView, review: Review) -> None:
    choose(view, NEW)
    QApplication.sendEvent(
        view, QKeyEvent(QEvent.Type.KeyPress, 0x4E2D, Qt.KeyboardModifier.NoModifier, "中")
    )
    QTest.keyClick(editor(view), Key.Key_Escape)
    assert review.text(NEW) == "12"


def test_delete_writes_0_into_all_chosen_cells_as_one_step(
    view: FormView, review: Review, stack: QUndoStack
) -> None:
    choose(view, NEW)
    QTest.keyClick(view, Key.Key_Down, Shift)
    QTest.keyClick(view, Key.Key_Delete)
    assert (review.text(NEW), review.text(CARRIED)) == ("0", "0")
    assert stack.count() == 1
    stack.undo()
    assert (review.text(NEW), review.text(CARRIED)) == ("12", "1")


def test_a_locked_cell_says_why(view: FormView, review: Review, qtbot: QtBot) -> None:
    lock(review, NEW, "这一格由公式算出")
    choose(view, NEW)
    for key in (Key.Key_5, Key.Key_Delete):
        with qtbot.waitSignal(view.message, check_params_cb=lambda text: text == "这一格由公式算出"):
            QTest.keyClick(view, key)
    assert editor(view) is None
    assert view.current_cell == NEW


# --- blocks -----------------------------------------------------------------------------------------------


def clipboard() -> str:
    return QGuiApplication.clipboard().text()


def paste(view: FormView, qtbot: QtBot, text: str) -> str:
    QGuiApplication.clipboard().setText(text)
    with qtbot.waitSignal(view.message) as said:
        QTest.keyClick(view, Key.Key_V, Ctrl)
    return str(said.args[0]) if said.args else ""


def test_a_block_goes_to_the_clipboard_and_back(
    view: FormView, review: Review, stack: QUndoStack, qtbot: QtBot
) -> None:
    choose(view, NEW)
    for key in (Key.Key_Down, Key.Key_Down, Key.Key_Right):
        QTest.keyClick(view, key, Shift)
    QTest.keyClick(view, Key.Key_C, Ctrl)
    assert clipboard() == "12\t0\n1\t0\n10\t0"
    choose(view, "requests.new.business")
    assert paste(view, qtbot, clipboard()) == "已粘贴 6 格"
    assert review.text("requests.granted.business") == "10"
    assert stack.count() == 1
    assert len(view.selected_cells) == 6
    stack.undo()
    assert not review.is_modified


def test_what_falls_outside_is_left_out_and_said(view: FormView, review: Review, qtbot: QtBot) -> None:
    choose(view, "requests.carried_out.other")
    assert paste(view, qtbot, "3\t4\t5\r\n6\t7\t8\r\n") == "已粘贴 2 格，没有粘贴：4 格落在表格外"
    assert review.text("requests.carried_out.total") == "4"


def test_words_and_locked_cells_are_not_pasted(view: FormView, review: Review, qtbot: QtBot) -> None:
    lock(review, CARRIED, "锁定")
    choose(view, NEW)
    assert paste(view, qtbot, "本年新收\n5\n１１") == "已粘贴 1 格，没有粘贴：1 格不能改、1 格不是数"
    assert review.text(GRANTED) == "11"
    assert review.text(NEW) == "12"


def test_one_number_fills_the_chosen_cells(view: FormView, review: Review, qtbot: QtBot) -> None:
    choose(view, NEW)
    QTest.keyClick(view, Key.Key_Down, Shift)
    assert paste(view, qtbot, "5") == "已粘贴 2 格"
    assert (review.text(NEW), review.text(CARRIED)) == ("5", "5")


def test_an_empty_clipboard_changes_nothing(view: FormView, stack: QUndoStack, qtbot: QtBot) -> None:
    choose(view, NEW)
    assert paste(view, qtbot, " ") == "没有可粘贴的数"
    assert stack.count() == 0


# --- what is shown ----------------------------------------------------------------------------------------


def test_current_cell_and_its_equations_are_told(view: FormView, qtbot: QtBot) -> None:
    choose(view, CARRIED)
    with qtbot.waitSignal(view.current_cell_changed) as cell, qtbot.waitSignal(view.equation_text) as line:
        choose(view, NEW)
    assert cell.args == [NEW]
    assert "自然人：12＋1＝12＋1，成立（第一项＋第二项＝第三项总计＋第四项）" in (line.args or [""])[0]


def test_the_equation_follows_the_typing(view: FormView, review: Review, qtbot: QtBot) -> None:
    choose(view, NEW)
    with qtbot.waitSignal(view.equation_text) as told:
        QTest.keyClicks(view, "9")
    expected = "自然人：第一项＋第二项 9＋1＝10，第三项总计＋第四项 12＋1＝13，不成立，差 3"
    assert expected in (told.args or [""])[0]
    assert review.text(NEW) == "12"
    with qtbot.waitSignal(view.equation_text) as told:
        QTest.keyClick(editor(view), Key.Key_Escape)
    assert "成立（第一项" in (told.args or [""])[0]


def test_show_cells_goes_to_the_first_and_frames_all(view: FormView) -> None:
    view.resize(600, 200)
    cells = ["requests.carried_out.natural", NEW, CARRIED]
    view.show_cells(cells)
    assert view.current_cell == cells[0]
    assert view.viewport().rect().contains(view.visualRect(view.currentIndex()))
    assert [(o.side, o.first.cell, o.last.cell) for o in view._outlines] == [
        ("trace", NEW, CARRIED),
        ("trace", cells[0], cells[0]),
    ]
    choose(view, NEW)
    assert {o.side for o in view._outlines} == {"left", "right"}


def test_cells_the_document_lacks_are_framed_too(tmp_path: Path, stack: QUndoStack, qtbot: QtBot) -> None:
    review = open_review(tmp_path, without=["refused.inquiry"])
    (view,) = shown(review, "requests", stack, qtbot)
    finding = next(f for f in review.findings if f.cells)
    view.show_cells(finding.cells, "warning")
    assert {each.side for each in view._outlines} == {"doubt"}, "not in the colour of errors"
    assert view.current_cell == finding.cells[0], "or typing would change a cell out of sight"
    said, before = [], dict(review.texts)
    view.message.connect(said.append)
    for key in (Qt.Key.Key_5, Qt.Key.Key_Delete, Qt.Key.Key_F2):
        qtbot.keyClick(view, key)
    assert said == ["报告里没有这一格，不能改"] * 3
    assert review.texts == before


def test_cells_of_another_table_are_none_of_its_business(view: FormView) -> None:
    choose(view, NEW)
    view.show_cells(["challenges.reconsideration.upheld"])
    assert view.current_cell == NEW


def test_a_suggestion_is_drawn_without_moving_anything(view: FormView, qtbot: QtBot) -> None:
    column = view.form_model().index_of(NEW).column()
    view.set_culprits({NEW: "1234567890"})
    qtbot.waitUntil(
        lambda: view.columnWidth(column) >= view.fontMetrics().horizontalAdvance("12 → 1234567890")
    )
    width = view.columnWidth(column)
    plain = view.viewport().grab().toImage()
    view.set_preview({NEW: "1234567890"})
    assert view.viewport().grab().toImage() != plain
    assert view.columnWidth(column) == width
    view.set_culprits({})
    assert not view._painter.culprits


def test_a_long_number_widens_its_column(view: FormView, review: Review, qtbot: QtBot) -> None:
    review.set_value(NEW, "123456789012")
    index = view.form_model().index_of(NEW)
    needed = view.fontMetrics().horizontalAdvance("123456789012")
    qtbot.waitUntil(lambda: view.columnWidth(index.column()) > needed)


# --- headings and zoom ------------------------------------------------------------------------------------


def test_headings_stay_in_step_with_the_values(view: FormView) -> None:
    view.set_zoom(180)
    view.resize(500, 300)
    view.horizontalScrollBar().setValue(view.horizontalScrollBar().maximum())
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    assert view.verticalScrollBar().maximum() > 0
    last = view.visualRect(view.form_model().index_of("requests.carried_out.total"))
    header, labels = view.horizontalHeader(), view.verticalHeader()
    assert header.sectionViewportPosition(9) == last.left()
    assert labels.sectionViewportPosition(27) == last.top()
    assert view.viewport().rect().contains(last.center())


def test_a_heading_chooses_its_columns_and_a_label_its_row(view: FormView) -> None:
    header, labels = view.horizontalHeader(), view.verticalHeader()
    inside = QPoint(header.sectionViewportPosition(4) + 3, header.height() // 2)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=inside)
    assert len(view.selected_cells) == 5 * 25
    assert view.current_cell == "requests.new.business"
    inside = QPoint(labels.width() - 3, labels.sectionViewportPosition(5) + 3)
    QTest.mouseClick(labels.viewport(), Qt.MouseButton.LeftButton, pos=inside)
    assert view.selected_cells == [c for c in view.form_model().form.cells if ".granted." in c]


def test_zoom_by_keys_stays_in_bounds(view: FormView, qtbot: QtBot) -> None:
    before = view.fontMetrics().height()
    with qtbot.waitSignal(view.zoom_changed) as told:
        QTest.keyClick(view, Key.Key_Equal, Ctrl)
    assert told.args == [110]
    for _ in range(20):
        QTest.keyClick(view, Key.Key_Equal, Ctrl)
    assert view.zoom == 200
    assert view.fontMetrics().height() > 1.7 * before
    for _ in range(20):
        QTest.keyClick(view, Key.Key_Minus, Ctrl)
    assert view.zoom == 60
    QTest.keyClick(view, Key.Key_0, Ctrl)
    assert view.zoom == 100
    assert view.fontMetrics().height() == before


@pytest.mark.parametrize("width", [400, 900, 1600])
@pytest.mark.parametrize("table", ["disclosure", "requests", "challenges"])
def test_no_number_is_cut_off(
    tmp_path: Path, stack: QUndoStack, qtbot: QtBot, table: str, width: int
) -> None:
    cells = [c for c in open_review(tmp_path).cells if c.startswith(table)]
    (view,) = shown(open_review(tmp_path, {cells[0]: "1234567"}), table, stack, qtbot)
    view.resize(width, 600)
    for cell in cells:
        index = view.form_model().index_of(cell)
        assert view.visualRect(index).width() > view.fontMetrics().horizontalAdvance(str(index.data()))


def test_everything_has_a_name_for_screen_readers(view: FormView) -> None:
    choose(view, NEW)
    QTest.keyClick(view, Key.Key_F2)
    assert view.accessibleName() == "表三 收到和处理政府信息公开申请情况"
    named = [view, view.horizontalHeader(), view.verticalHeader(), editor(view), view._corner]
    assert all(isinstance(part, QWidget) and part.accessibleName() for part in named)
