"""Paragraphs are called by their part and their number within it."""

from pathlib import Path

import pytest

from core.files import from_bytes
from core.findings import paragraph_id
from core.review import Review
from tests.documents import word
from tests.layouts import AFTER, BEFORE, HEADINGS, TITLE, balanced

SIGNED = "云岭市青禾区农业农村局\n2024年1月12日"


def _names(data, name="年报.txt"):
    review = Review(from_bytes(data if isinstance(data, bytes) else data.encode(), Path(name)))
    return {line: review.name_of(paragraph_id(n)) for n, line in enumerate(review.narrative.lines)}


@pytest.fixture(scope="module")
def names():
    text = (
        f"{TITLE.format(year=2023)}\n根据要求编制本报告。\n{BEFORE}{HEADINGS['disclosure']}\n内容。\n{SIGNED}"
    )
    return _names(text)


@pytest.mark.parametrize(
    ("line", "name"),
    [
        (TITLE.format(year=2023), "正文标题"),
        ("根据要求编制本报告。", "正文引言第 1 段"),
        ("一、总体情况", "正文第一部分标题"),
        (BEFORE.splitlines()[2], "正文第一部分第 2 段"),
        (HEADINGS["disclosure"], "正文第二部分标题"),
        ("内容。", "正文第二部分第 1 段"),
        (SIGNED.splitlines()[1], "正文落款第 2 段"),
    ],
)
def test_a_paragraph_is_called_by_its_part(names, line, name):
    assert names[line] == name


def test_tables_do_not_count():
    names = _names(word(balanced()), "年报.docx")
    assert names[AFTER.splitlines()[1]] == "正文第五部分第 1 段"


def test_a_text_without_parts_is_counted_through():
    assert _names("第一句。\n\n第二句。")["第二句。"] == "正文第 2 段"
