"""Web pages in the window: a page is corrected and becomes a Word document in the official layout."""

import pytest
from PySide6.QtCore import Qt

from core.filenames import corrected_name
from core.files import open_report
from core.review import Review
from gui.commands import edit
from tests import pages
from tests.core.formats.test_mht import archive
from tests.gui.conftest import CULPRIT, UNIT
from tests.layouts import balanced

CTRL = Qt.KeyboardModifier.ControlModifier
NUMBERS = balanced()
SAID = "全年共收到政府信息公开申请 320 件，比上年增加 2 件。"


def news(numbers) -> str:
    body = pages.body_of(numbers, "2021", pages.pasted).replace("全年通过网站", f"{SAID}全年通过网站")
    return pages.news(body, pages.title_of())


@pytest.mark.parametrize("suffix", [".html", ".mht"])
def test_a_page_is_corrected_and_saved_as_a_word_document_in_the_official_layout(
    opened, qtbot, talk, tmp_path, suffix
):
    wrong = {**NUMBERS, CULPRIT: "9754"}
    path = tmp_path / f"青禾区农业农村局2023年报{suffix}"
    data = news(wrong).encode() if suffix == ".html" else archive(news(wrong))
    path.write_bytes(data)
    window = opened(path)
    page = window.reports.page
    assert page.review.count.error
    edit(page.stack, page.review, CULPRIT, NUMBERS[CULPRIT])
    assert not page.review.count.error
    qtbot.keyClick(window, Qt.Key.Key_S, CTRL)
    qtbot.waitUntil(lambda: window.jobs.is_idle)
    target = corrected_name(path)
    assert target.suffix == ".docx"
    assert path.read_bytes() == data
    assert not talk.asked
    assert not window.isWindowModified()
    saved = Review(open_report(target))
    assert {c: saved.text(c) for c in saved.cells} == NUMBERS
    assert saved.report.unit == UNIT
    assert any(SAID in p.text for p in saved.report.paragraphs)
    assert not [p for p in saved.report.paragraphs if "ICP" in p.text or "上一篇" in p.text]
