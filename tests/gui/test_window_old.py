"""An old document in the window: converted beside the original, opened there, and said so."""

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QThreadPool
from PySide6.QtWidgets import QPushButton

from tests.documents import word
from tests.gui.clerk import drop
from tests.layouts import balanced
from tests.office import CONVERTS, calls, needs_scripts, old, suite, use

pytestmark = needs_scripts
WRONG = balanced() | {"challenges.later_suit.total": "99"}
ADVICE = "请在 WPS 或 Word 里打开，另存为 .docx 后再打开。"
SLOW = "while not (here / 'go').exists(): time.sleep(0.02)\n"


@pytest.fixture(autouse=True)
def _own_cache(tmp_path_factory, monkeypatch) -> None:
    monkeypatch.setenv("GOUJI_CACHE", str(tmp_path_factory.mktemp("checked")))


@pytest.fixture
def original(tmp_path) -> Path:
    path = tmp_path / "各单位" / "年报.doc"
    path.parent.mkdir()
    path.write_bytes(old())
    return path


@pytest.fixture
def using(tmp_path, monkeypatch):
    def make(body: str) -> Path:
        program = suite(tmp_path / "suite", body, {"docx": word(WRONG)})
        use(monkeypatch, program)
        return program

    return make


def said(bars) -> list[str]:
    return [bar.accessibleName() for bar in bars.bars.values()]


def test_a_dropped_doc_opens_as_the_docx_beside_it_and_the_page_says_so(window, using, original, qtbot):
    using(CONVERTS)
    drop(window, [original])
    qtbot.waitUntil(lambda: window.reports.count() == 1)
    page = window.reports.page
    assert page.path == original.with_name("年报.docx")
    assert "必改" in page.findChild(object, "glance").text()
    (note,) = [text for text in said(page.bars) if "转换" in text]
    assert "“年报.doc”已用 LibreOffice 转换成“年报.docx”" in note
    assert "原件没有动" in note
    assert original.read_bytes() == old()


def test_corrections_go_beside_the_new_document(window, using, original, qtbot):
    using(CONVERTS)
    window.open_files([original])
    qtbot.waitUntil(lambda: window.reports.count() == 1)
    page = window.reports.page
    page.review.set_value("challenges.later_suit.total", "8")
    qtbot.keyClick(window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    target = original.with_name("年报（已更正）.docx")
    qtbot.waitUntil(target.exists)
    assert original.read_bytes() == old()


def test_opened_again_it_is_the_page_that_is_being_worked_on(window, using, original, qtbot):
    program = using(CONVERTS)
    window.open_files([original])
    qtbot.waitUntil(lambda: window.reports.count() == 1)
    page = window.reports.page
    page.review.set_value("challenges.later_suit.total", "8")
    with qtbot.waitSignal(window.opener.idle):
        window.open_files([original])
    assert window.reports.pages == [page]
    assert page.review.text("challenges.later_suit.total") == "8"
    assert len(calls(program)) == 1


@pytest.fixture
def threads(window) -> None:
    """Jobs on threads of their own, as in the running program."""
    window.jobs._pool = QThreadPool(window)


def test_while_it_is_converted_the_window_says_so_and_can_be_told_to_stop(
    window, threads, using, original, qtbot
):
    program = using(SLOW + CONVERTS)
    drop(window, [original])
    qtbot.waitUntil(lambda: "正在用 LibreOffice 转换“年报.doc”…" in said(window.bars))
    (bar,) = window.bars.bars.values()
    (stop,) = bar.findChildren(QPushButton)
    before = threading.active_count()
    qtbot.mouseClick(stop, Qt.MouseButton.LeftButton)
    assert window.bars.bars == {}
    qtbot.waitUntil(lambda: window.jobs.is_idle)
    assert window.reports.count() == 0
    assert threading.active_count() <= before
    assert [path.name for path in original.parent.iterdir()] == ["年报.doc"]
    program.with_name("go").touch()
    drop(window, [original])
    qtbot.waitUntil(lambda: window.reports.count() == 1)


def test_the_window_can_be_closed_meanwhile(window, threads, using, original, qtbot):
    using(SLOW + CONVERTS)
    window.open_files([original])
    qtbot.waitUntil(lambda: any("转换" in text for text in said(window.bars)))
    window.close()
    assert window.isHidden()
    assert [path.name for path in original.parent.iterdir()] == ["年报.doc"]


@pytest.mark.parametrize(
    ("body", "content", "words"),
    [
        (None, b"", f"没有能自动转换它的软件（LibreOffice）；{ADVICE}"),
        ("", b"", f"LibreOffice 转换不了它，可能是文件不完整，或 LibreOffice 没有装全；{ADVICE}"),
        ("", bytes(10) + b"\x00\x01", "文件设有打开密码，请在 Word 或 WPS 里取消密码、另存后再打开。"),
    ],
    ids=["no suite", "fails", "password"],
)
def test_what_cannot_be_converted_says_why_and_what_to_do(
    window, using, original, qtbot, monkeypatch, body, content, words
):
    if body is None:
        use(monkeypatch, None)
    else:
        using(body)
    original.write_bytes(old(content=content))
    drop(window, [original])
    qtbot.waitUntil(lambda: any("打不开" in text for text in said(window.bars)))
    (text,) = said(window.bars)
    assert text.startswith("“年报.doc”打不开：这是旧版文档" if not content else "“年报.doc”打不开：")
    assert text.endswith(words)
    using(CONVERTS)
    original.write_bytes(old())
    drop(window, [original])
    qtbot.waitUntil(lambda: window.reports.count() == 1)
    assert window.bars.bars == {}, "the file could be opened after all"
