"""The whole job, from a report let go over the window to a file that says what it should, by hand."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from core.filenames import corrected_name
from core.files import open_report
from core.review import Review
from gui.grid.view import FormView
from gui.talk import OVERWRITE
from tests.core.formats.test_csv import sheets
from tests.core.formats.test_docx_package import parts_of, raw_records
from tests.documents import excel, word
from tests.gui.clerk import CTRL, SHIFT, Clerk, drop
from tests.gui.conftest import CULPRIT
from tests.layouts import AFTER, BEFORE, HEADINGS, TITLE, Numbers, balanced, pipes_padded

SUIT = "challenges.direct_suit.total"
ZERO = "requests.carried_out.natural"
ROW = ("issued", "repealed", "in_force")
FROM, TO = (tuple(f"disclosure.{row}.{column}" for column in ROW) for row in ("regulations", "normative"))

RIGHT = balanced() | dict.fromkeys(TO, "0")
WRONG = balanced() | {CULPRIT: "9754", SUIT: "99"}
REQUESTS = RIGHT["requests.new.total"]


def before(number: str) -> str:
    """What the report says ahead of its tables, with the number of requests."""
    return BEFORE.replace("按时办理各类申请。", f"全年新收政府信息公开申请{number}件，按时办理。")


def plain(numbers: Numbers, said: str) -> bytes:
    tables = "".join(f"{HEADINGS[t]}\n{pipes_padded('2021', t, numbers)}\n" for t in HEADINGS)
    return f"{TITLE.format(year=2023)}\n{before(said)}{tables}{AFTER.format(signed=2024)}".encode()


@dataclass(frozen=True)
class Format:
    """make: a report of these numbers that speaks of so many requests. parts: of a file, by name."""

    suffix: str
    make: Callable[[Numbers, str], bytes]
    parts: Callable[[bytes], dict[str, bytes]]
    records: Callable[[bytes], dict[str, bytes]]
    has_text: bool = True


def whole(data: bytes) -> dict[str, bytes]:
    return {"": data}


def separated(numbers: Numbers) -> bytes:
    (sheet,) = sheets(excel(numbers, one_sheet=True))
    return sheet.encode("gb18030")


FORMATS = (
    Format(".txt", plain, whole, whole),
    Format(".docx", lambda n, said: word(n, before=before(said)), parts_of, raw_records),
    Format(".xlsx", lambda n, _said: excel(n), parts_of, raw_records, has_text=False),
    Format(".csv", lambda n, _said: separated(n), whole, whole, has_text=False),
)


@pytest.fixture(params=FORMATS, ids=lambda each: each.suffix[1:])
def kind(request) -> Format:
    return request.param


@pytest.fixture
def path(kind, tmp_path) -> Path:
    """A report with two wrong cells and, where it has a text, a wrong number in it."""
    report = tmp_path / f"云岭市青禾区农业农村局2023年报{kind.suffix}"
    report.write_bytes(kind.make(WRONG, "14"))
    return report


@pytest.fixture
def clerk(window, qtbot) -> Clerk:
    return Clerk(window, qtbot)


def test_a_dropped_report_is_mended_with_the_mouse_and_saved_as_a_copy(clerk, kind, path):
    original = path.read_bytes()
    drop(clerk.window, [path])
    clerk.wait()
    assert clerk.glance.startswith("必改 3 处")
    clerk.click("采纳")
    clerk.click("采纳")
    if kind.has_text:
        clerk.press(Qt.Key.Key_F8)
        clerk.click(f"把正文的 14 改为 {REQUESTS}")
    copy_a_row(clerk)
    try_a_wrong_number(clerk)
    look_for_words(clerk, kind)
    clerk.press(Qt.Key.Key_S, CTRL)
    assert clerk.sees("已保存到")
    assert path.read_bytes() == original
    assert_only_wished(kind, original, corrected_name(path).read_bytes())
    assert_reads_as_wished(kind, corrected_name(path))


def test_a_report_is_mended_with_the_keyboard_and_replaced(clerk, kind, path, talk, tmp_path):
    original = path.read_bytes()
    talk.to_open = [path]
    clerk.press(Qt.Key.Key_O, CTRL)
    assert clerk.glance.startswith("必改 3 处")
    for _ in range(2):
        clerk.press(Qt.Key.Key_Return, CTRL)
    if kind.has_text:
        clerk.press(Qt.Key.Key_F8)
        clerk.press(Qt.Key.Key_Return, CTRL)  # there are several ways: the keyboard is led to them
        clerk.press(Qt.Key.Key_Space)
    assert clerk.glance == "全部勾稽关系成立"
    copy_a_row_by_keys(clerk)
    talk.to_save, talk.answers = [path], [OVERWRITE]
    clerk.press(Qt.Key.Key_S, CTRL | SHIFT)
    assert clerk.sees("已替换原件")
    (backup,) = tmp_path.glob("*备份*")
    assert backup.read_bytes() == original
    assert_only_wished(kind, original, path.read_bytes())
    assert_reads_as_wished(kind, path)


# --- pieces of the job --------------------------------------------------------------------------------


def try_a_wrong_number(clerk: Clerk) -> None:
    """A problem comes with it, goes and comes back with undo and redo, and goes for good with Delete."""
    clerk.click_tab("表三")
    clerk.click_cell(ZERO)
    clerk.type("8")
    assert "必改" in clerk.glance
    assert clerk.sees("采纳")
    clerk.press(Qt.Key.Key_Z, CTRL)
    assert clerk.glance == "全部勾稽关系成立"
    clerk.press(Qt.Key.Key_Y, CTRL)
    assert "必改" in clerk.glance
    clerk.click_cell(ZERO)
    clerk.press(Qt.Key.Key_Delete)
    assert clerk.glance == "全部勾稽关系成立"


def copy_a_row(clerk: Clerk) -> None:
    """Three numbers chosen with Shift and the arrow key, copied and pasted over those of another row."""
    clerk.click_tab("表二")
    clerk.click_cell(FROM[0])
    choose_and_copy(clerk)
    clerk.click_cell(TO[0])
    clerk.press(Qt.Key.Key_V, CTRL)


def copy_a_row_by_keys(clerk: Clerk) -> None:
    while not clerk.window.findChild(FormView, "form_disclosure").isVisible():
        clerk.press(Qt.Key.Key_PageDown, CTRL)
    clerk.press(Qt.Key.Key_Home, CTRL)
    choose_and_copy(clerk)
    clerk.press(Qt.Key.Key_Home)
    clerk.press(Qt.Key.Key_Down)
    clerk.press(Qt.Key.Key_V, CTRL)


def choose_and_copy(clerk: Clerk) -> None:
    for _ in FROM[1:]:
        clerk.press(Qt.Key.Key_Right, SHIFT)
    clerk.press(Qt.Key.Key_C, CTRL)


def look_for_words(clerk: Clerk, kind: Format) -> None:
    clerk.press(Qt.Key.Key_F, CTRL)
    if kind.has_text:
        clerk.type("申请")
        assert clerk.sees("处，共")
        clerk.press(Qt.Key.Key_Escape)
    else:
        assert clerk.sees("没有正文可查")


# --- what came of it ----------------------------------------------------------------------------------


def assert_only_wished(kind: Format, original: bytes, saved: bytes) -> None:
    """Changed parts are as if written right from the beginning, all others the same to the byte (F2)."""
    right = kind.parts(kind.make(RIGHT, REQUESTS))
    before, after = kind.parts(original), kind.parts(saved)
    changed = {name for name in before if before[name] != after[name]}
    assert changed
    assert {name: after[name] for name in changed} == {name: right[name] for name in changed}
    kept, now = kind.records(original), kind.records(saved)
    assert list(now) == list(kept)
    assert all(now[name] == kept[name] for name in kept if name not in changed)


def assert_reads_as_wished(kind: Format, saved: Path) -> None:
    """Read again: exactly these numbers, and nothing left to say (F3)."""
    review = Review(open_report(saved))
    assert {cell: review.text(cell) for cell in RIGHT} == RIGHT
    assert review.findings == ()
