"""A report with running text, of a unit that does not exist, and where things lie in its tab."""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication

from core.findings import Finding, Fix, Place, paragraph_id, replaced
from core.forms import TABLES
from core.subject import Subject
from gui.where import TEXT
from tests.layouts import HEADINGS, TITLE, balanced, pipes_padded

NEW = "requests.new.total"
SAID, CARRIED = "收到政府信息公开申请", "上年结转"
MISSING = "尚未安排"
PARAGRAPH = "正文第一部分第 2 段"
"""Where the number of requests is said."""
TRUE_NEW, TRUE_CARRIED = balanced()[NEW], balanced()["requests.carried_in.total"]

BEFORE = f"""一、总体情况
2023年，云岭市青禾区农业农村局认真做好公开工作。{{padding}}
全年{SAID} 14 件，{CARRIED} {TRUE_CARRIED} 件，均按期办理。
（一）监督保障情况。社会评议{MISSING}，培训 2 次。
"""
AFTER = """五、存在的主要问题及改进情况
一是公开深度不够；二是培训不足。
六、其他需要报告的事项
本年度未收取信息处理费。
"""


def write_report(path: Path, changes: Mapping[str, str] | None = None, padding: str = "") -> Path:
    """A text report whose prose says 14 where 表三 says another number; everything else holds."""
    text = f"{TITLE.format(year=2023)}\n{BEFORE.format(padding=padding)}{table_lines(changes)}{AFTER}"
    path.write_text(text, encoding="utf-8")
    return path


def table_lines(changes: Mapping[str, str] | None = None) -> str:
    """The three tables with their headings."""
    numbers = balanced() | dict(changes or {})
    return "".join(f"{HEADINGS[t]}\n{pipes_padded('2021', t, numbers)}\n" for t in TABLES)


def place_of(lines: Sequence[str], words: str) -> Place:
    """Where words stand in the text."""
    number = next(n for n, line in enumerate(lines) if words in line)
    start = lines[number].index(words)
    return Place(number, start, start + len(words))


def number_after(lines: Sequence[str], words: str) -> Place:
    """Where the number stands that follows these words."""
    place = place_of(lines, words)
    found = re.compile(r"\d+").search(lines[place.paragraph], place.end)
    assert found
    return Place(place.paragraph, *found.span())


def checks(subject: Subject) -> Iterator[Finding]:
    """One finding of each severity: a number with fixes both ways, a word, a heading with no fix."""
    lines = subject.narrative.lines
    said = number_after(lines, SAID)
    written = lines[said.paragraph][said.start : said.end]
    if written != TRUE_NEW:
        fixes = (
            Fix(f"把正文的 {written} 改为 {TRUE_NEW}", (replaced(lines[said.paragraph], said, TRUE_NEW),)),
            Fix(f"把表三总计列由 {TRUE_NEW} 改为 {written}", ((NEW, written),)),
        )
        yield _finding("T1", "error", f"正文写 {written}，表三为 {TRUE_NEW}", (said,), (NEW,), fixes)
    if any(MISSING in line for line in lines):
        place = place_of(lines, MISSING)
        fix = Fix("删去这几个字", (replaced(lines[place.paragraph], place, ""),))
        yield _finding("T2", "warning", "社会评议没有写明", (place,), (), (fix,))
    place = place_of(lines, "五、存在的主要问题及改进情况")
    yield _finding("T3", "advice", "写得很短", (place,))


def many_advices(subject: Subject) -> Iterator[Finding]:
    """As many hints as fold away."""
    lines = subject.narrative.lines
    place = place_of(lines, "六、其他需要报告的事项")
    for number in range(6):
        yield _finding("T4", "advice", f"第 {number} 个提示", (place._replace(end=place.start + 1 + number),))


def _finding(rule, severity, detail, places=(), cells=(), fixes=()) -> Finding:
    return Finding(rule, severity, "prose", cells=cells, detail=detail, places=places, fixes=fixes)


def text_of(page):
    return page.table_tabs.text


def show_text(page):
    """Bring the text to the front, laid out."""
    page.table_tabs.bring(TEXT, is_going=True)
    QApplication.processEvents()
    return text_of(page)


def point_of(view, place: Place) -> QPoint:
    """The middle of a place in the viewport, once it is in sight."""
    view.show_place(place)
    QApplication.processEvents()
    return view.rects(place)[0].center().toPoint()


def said(page) -> Place:
    """Where the text states the number of requests."""
    return number_after(page.review.narrative.lines, SAID)


def carried(page) -> Place:
    """Where the text states how many were carried in, as 表三 does."""
    return number_after(page.review.narrative.lines, CARRIED)


def sentence(page) -> str:
    """What the paragraph with the number of requests says now."""
    return page.review.text(paragraph_id(said(page).paragraph))
