"""A drive that is cut off, or answers slowly, while reports on it are open."""

import shutil

import pytest

from core.filenames import corrected_name
from core.sidecar import sidecar_path
from gui.talk import CANCEL, ELSEWHERE
from tests.gui.conftest import CULPRIT, HeldPool, settle


@pytest.fixture
def share(tmp_path):
    folder = tmp_path / "共享盘" / "2023"
    folder.mkdir(parents=True)
    return folder


def cut_off(share) -> None:
    share.parent.rename(share.parent.with_name("断开了"))


def bring_back(share) -> None:
    share.parent.with_name("断开了").rename(share.parent)


def test_work_goes_on_and_can_be_saved_elsewhere(opened, reports, talk, qtbot, share, tmp_path):
    path = reports(folder=share)
    window = opened(path)
    page = window.reports.page
    cut_off(share)
    window.reports.watcher.look()
    qtbot.waitUntil(lambda: "disk" in page.bars.bars)
    page.review.set_value(CULPRIT, "7")
    elsewhere = tmp_path / "本机.txt"
    talk.answers, talk.to_save = [ELSEWHERE], [elsewhere]
    page.saver.save()
    qtbot.waitUntil(elsewhere.is_file)
    assert "文件夹不存在" in talk.asked[0].text
    settle(window, qtbot)
    assert not page.is_modified
    assert b"9754" not in elsewhere.read_bytes()


def test_nothing_is_written_where_the_drive_was(opened, reports, talk, qtbot, share):
    window = opened(reports(folder=share))
    page = window.reports.page
    cut_off(share)
    page.review.set_value(CULPRIT, "7")
    page.review.accept(page.review.findings[:1], "口径不同")
    talk.answers = [CANCEL]
    page.saver.save()
    qtbot.waitUntil(lambda: not talk.answers and window.jobs.is_idle)
    assert page.is_modified
    assert not share.parent.exists()
    assert any("只记到关闭" in bar.accessibleName() for bar in page.bars.bars.values())


def test_a_drive_that_comes_back_is_good_news(opened, reports, qtbot, share):
    path = reports(folder=share)
    window = opened(path)
    page = window.reports.page
    cut_off(share)
    window.reports.watcher.look()
    qtbot.waitUntil(lambda: "disk" in page.bars.bars)
    bring_back(share)
    window.reports.watcher.look()
    qtbot.waitUntil(lambda: "disk" not in page.bars.bars)
    page.review.set_value(CULPRIT, "7")
    with qtbot.waitSignal(window.reports.saved):
        page.saver.save()
    assert corrected_name(path).is_file()
    assert not sidecar_path(path).exists()


def test_a_window_that_becomes_active_does_not_wait_for_a_slow_drive(make_window, reports, qtbot, share):
    pool = HeldPool()
    window = make_window(pool=pool)
    window.open_files([reports(folder=share)])
    qtbot.waitUntil(lambda: not pool.release() and window.reports.page is not None)
    page = window.reports.page
    qtbot.waitUntil(lambda: not pool.release() and window.jobs.is_idle)
    shutil.rmtree(share)
    qtbot.wait(300)
    pool.jobs.clear()
    window.reports.watcher._is_looking = False
    for _ in range(3):
        window.reports.watcher.look()
    assert len(pool.jobs) == 1, "further looks wait for the first"
    assert "disk" not in page.bars.bars
    qtbot.waitUntil(lambda: not pool.release() and "disk" in page.bars.bars)
