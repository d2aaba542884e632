"""Saving: only the number changes, nothing is overwritten unasked, a failure leaves all as it was."""

from PySide6.QtCore import Qt

from core.filenames import corrected_name
from gui.commands import edit
from gui.talk import CANCEL, DISCARD, ELSEWHERE, OVERWRITE, RELOAD, SAVE
from tests.gui.conftest import CULPRIT, HeldPool

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def _corrected(window, number):
    page = window.reports.page
    edit(page.stack, page.review, CULPRIT, number)
    return page


def _settled(window, qtbot):
    qtbot.waitUntil(lambda: window.jobs.is_idle)


def test_nothing_changed_writes_nothing(opened, reports, qtbot):
    path = reports()
    window = opened(path)
    assert not window.commands["save"].isEnabled()
    qtbot.keyClick(window, Qt.Key.Key_S, CTRL)
    assert not corrected_name(path).exists()


def test_save_as_of_an_unchanged_report_copies_it_byte_for_byte(opened, reports, talk, qtbot, tmp_path):
    path = reports()
    window = opened(path)
    talk.to_save = [tmp_path / "副本"]
    qtbot.keyClick(window, Qt.Key.Key_S, CTRL | SHIFT)
    _settled(window, qtbot)
    assert talk.proposed == [corrected_name(path)]
    assert (tmp_path / "副本.txt").read_bytes() == path.read_bytes()


def test_saving_again_goes_to_the_same_file_without_asking(opened, reports, talk, right_number, qtbot):
    path = reports()
    window = opened(path)
    for number in ("5", right_number):
        _corrected(window, number)
        qtbot.keyClick(window, Qt.Key.Key_S, CTRL)
        _settled(window, qtbot)
    assert not talk.asked
    expected = path.read_bytes().replace(b"9754", right_number.encode())
    assert corrected_name(path).read_bytes() == expected


def test_a_corrected_copy_from_elsewhere_is_not_overwritten_unasked(opened, reports, talk, qtbot, tmp_path):
    path = reports()
    target = corrected_name(path)
    target.write_text("别人的", encoding="utf-8")
    window = opened(path)
    _corrected(window, "5")
    talk.answers = [CANCEL]
    qtbot.keyClick(window, Qt.Key.Key_S, CTRL)
    assert target.read_text(encoding="utf-8") == "别人的"
    assert window.isWindowModified()
    talk.answers, talk.to_save = [ELSEWHERE], [tmp_path / "新的.txt"]
    qtbot.keyClick(window, Qt.Key.Key_S, CTRL)
    _settled(window, qtbot)
    assert target.read_text(encoding="utf-8") == "别人的"
    assert (tmp_path / "新的.txt").exists()
    assert not window.isWindowModified()


def test_overwriting_when_asked_to(opened, reports, talk, qtbot):
    path = reports()
    corrected_name(path).write_text("别人的", encoding="utf-8")
    window = opened(path)
    _corrected(window, "5")
    talk.answers = [OVERWRITE]
    qtbot.keyClick(window, Qt.Key.Key_S, CTRL)
    _settled(window, qtbot)
    assert corrected_name(path).read_bytes() == path.read_bytes().replace(b"9754", b"5")


def test_our_copy_changed_by_others_meanwhile_is_asked_about(opened, reports, talk, qtbot):
    path = reports()
    window = opened(path)
    _corrected(window, "5")
    qtbot.keyClick(window, Qt.Key.Key_S, CTRL)
    _settled(window, qtbot)
    corrected_name(path).write_text("别人改的", encoding="utf-8")
    _corrected(window, "6")
    talk.answers = [CANCEL]
    qtbot.keyClick(window, Qt.Key.Key_S, CTRL)
    assert len(talk.asked) == 1
    assert corrected_name(path).read_text(encoding="utf-8") == "别人改的"


def test_replacing_the_original_asks_and_keeps_one_backup(opened, reports, talk, qtbot, tmp_path):
    path = reports()
    original = path.read_bytes()
    window = opened(path)
    _corrected(window, "5")
    talk.to_save, talk.answers = [path], [OVERWRITE]
    qtbot.keyClick(window, Qt.Key.Key_S, CTRL | SHIFT)
    _settled(window, qtbot)
    assert "原件" in talk.asked[0].text
    assert "备份" in talk.asked[0].advice
    (backup,) = tmp_path.glob("*备份*")
    assert backup.read_bytes() == original
    assert backup.name in window.status.text()
    assert path.read_bytes() == original.replace(b"9754", b"5")
    _corrected(window, "6")
    qtbot.keyClick(window, Qt.Key.Key_S, CTRL)
    _settled(window, qtbot)
    assert path.read_bytes() == original.replace(b"9754", b"6")
    assert len(list(tmp_path.glob("*备份*"))) == 1, "the original is kept once"
    window.reports.watcher.look()
    _settled(window, qtbot)
    assert not window.reports.page.bars.bars, "what we saved ourselves is no change from elsewhere"


def test_a_failed_save_leaves_all_as_it_was(opened, reports, talk, qtbot, tmp_path):
    path = reports()
    window = opened(path)
    page = _corrected(window, "5")
    talk.to_save, talk.answers = [tmp_path / "没有这个文件夹" / "年报.txt"], [CANCEL]
    qtbot.keyClick(window, Qt.Key.Key_S, CTRL | SHIFT)
    _settled(window, qtbot)
    assert "没有保存" in talk.asked[0].text
    assert window.isWindowModified()
    assert page.review.text(CULPRIT) == "5"
    assert page.stack.canUndo()
    assert sorted(p.name for p in tmp_path.glob("*.txt")) == [path.name]


def test_an_edit_made_while_saving_stays_unsaved(make_window, reports, qtbot):
    pool = HeldPool()
    window = make_window(pool)
    path = reports()
    window.open_files([path])
    pool.release()
    qtbot.waitUntil(lambda: window.reports.count() == 1)
    _corrected(window, "5")
    window.commands["save"].trigger()
    _corrected(window, "6")
    qtbot.waitUntil(lambda: pool.release() or window.jobs.is_idle)
    assert window.isWindowModified()
    assert corrected_name(path).read_bytes() == path.read_bytes().replace(b"9754", b"5")
    window.commands["save"].trigger()
    qtbot.waitUntil(lambda: pool.release() or window.jobs.is_idle)
    assert not window.isWindowModified()
    assert corrected_name(path).read_bytes() == path.read_bytes().replace(b"9754", b"6")


def test_the_folder_can_be_opened_after_saving(opened, reports, talk, qtbot, tmp_path):
    window = opened(reports())
    _corrected(window, "5")
    window.commands["save"].trigger()
    _settled(window, qtbot)
    (button,) = [b for b in window.statusBar().children() if getattr(b, "text", str)() == "打开文件夹"]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert talk.shown_folders == [tmp_path]
    _corrected(window, "6")
    assert "已保存" not in window.status.text(), "it is no longer what stands in the window"


def test_a_sample_is_never_saved_into_the_program_s_folder(window, talk, qtbot):
    samples = window.start.samples
    samples.itemClicked.emit(samples.item(samples.count() - 1))
    qtbot.waitUntil(lambda: window.reports.count() == 1)
    page = window.reports.page
    cell = next(c for c in page.review.cells if not page.review.locked(c))
    edit(page.stack, page.review, cell, "12345")
    window.commands["save"].trigger()
    assert len(talk.proposed) == 1
    assert not talk.proposed[0].is_relative_to(page.path.parent)


# --- closing ----------------------------------------------------------------------------------------


def test_closing_without_changes_asks_nothing(opened, reports, talk):
    window = opened(reports())
    assert window.close()
    assert not talk.asked


def test_closing_asks_and_cancel_stays(opened, reports, talk, qtbot):
    window = opened(reports("甲.txt"), reports("乙.txt"))
    for page in window.reports.pages:
        edit(page.stack, page.review, CULPRIT, "5")
    talk.answers = [DISCARD, CANCEL]
    assert not window.close()
    assert len(talk.asked) == 2
    assert window.isVisible()
    assert window.reports.count() == 2
    talk.answers = [DISCARD, DISCARD]
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible())


def test_closing_can_save(opened, reports, talk, qtbot):
    path = reports()
    window = opened(path)
    _corrected(window, "5")
    talk.answers = [SAVE]
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible())
    assert corrected_name(path).read_bytes() == path.read_bytes().replace(b"9754", b"5")


def test_closing_stays_open_if_saving_fails(opened, reports, talk, qtbot, tmp_path):
    folder = tmp_path / "会消失"
    folder.mkdir()
    path = reports(folder=folder)
    window = opened(path)
    _corrected(window, "5")
    path.unlink()
    folder.rmdir()
    talk.answers = [SAVE, CANCEL]
    window.close()
    _settled(window, qtbot)
    assert window.isVisible()
    assert window.isWindowModified()


def test_closing_one_tab_asks_for_it_alone(opened, reports, talk, qtbot):
    window = opened(reports("甲.txt"), reports("乙.txt"))
    _corrected(window, "5")
    talk.answers = [DISCARD]
    qtbot.keyClick(window, Qt.Key.Key_W, CTRL)
    assert [page.path.name for page in window.reports.pages] == ["乙.txt"]
    qtbot.keyClick(window, Qt.Key.Key_W, CTRL)
    assert window.start.isVisible()
    assert window.windowTitle() == "年报勾稽校核"


def test_the_cross_on_a_tab_closes_it(opened, reports, qtbot):
    window = opened(reports("甲.txt"), reports("乙.txt"))
    bar = window.reports.tabBar()
    qtbot.mouseClick(bar.tabButton(1, bar.ButtonPosition.RightSide), Qt.MouseButton.LeftButton)
    assert [page.path.name for page in window.reports.pages] == ["甲.txt"]


def test_closing_while_a_file_is_being_opened(make_window, reports, qtbot):
    window = make_window(HeldPool())
    window.open_files([reports()])
    assert window.close()
    qtbot.wait(20)
    assert window.reports.count() == 0


# --- the file on disk -------------------------------------------------------------------------------


def _bar(page):
    return page.bars.bars.get("disk")


def test_a_file_changed_elsewhere_is_noticed_and_read_again_only_on_request(
    opened, reports, talk, right_number, qtbot
):
    path = reports()
    window = opened(path)
    page = _corrected(window, "5")
    path.write_bytes(path.read_bytes().replace(b"9754", right_number.encode()))
    qtbot.waitUntil(lambda: _bar(page) is not None)
    assert page.review.text(CULPRIT) == "5"
    (again,) = _bar(page).buttons
    talk.answers = [CANCEL]
    again.click()
    assert window.reports.page is page
    talk.answers = [RELOAD]
    again.click()
    qtbot.waitUntil(lambda: window.reports.page is not page)
    assert window.reports.count() == 1
    assert window.reports.page.review.text(CULPRIT) == right_number
    assert not window.isWindowModified()


def test_a_deleted_file_is_mentioned_and_can_still_be_saved(opened, reports, qtbot):
    path = reports()
    expected = path.read_bytes().replace(b"9754", b"5")
    window = opened(path)
    page = _corrected(window, "5")
    path.unlink()
    qtbot.waitUntil(lambda: _bar(page) is not None)
    assert "删除" in _bar(page).accessibleName()
    assert not _bar(page).buttons, "the cross is enough"
    _bar(page).dismiss()
    assert _bar(page) is None
    window.commands["save"].trigger()
    _settled(window, qtbot)
    assert corrected_name(path).read_bytes() == expected


def test_a_file_touched_but_not_changed_is_no_news(opened, reports, qtbot):
    path = reports()
    window = opened(path)
    data = path.read_bytes()
    path.unlink()
    path.write_bytes(data)
    window.reports.watcher.look()
    _settled(window, qtbot)
    assert _bar(window.reports.page) is None
