"""The tab of the running text: built, shown, gone to its end, a number mended; and a cell typed into.

Run ``python -m tests.benchmarks.text_tab``. CPU milliseconds of the window's thread for reports of ordinary
prose with one sentence that contradicts 表三, and for some that contradict it in every other line. Goals:
below 100 ms for each 20,000 characters; below 50 ms for what is typed into a cell.
"""

import os
import sys
import time
from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QApplication

from core.files import from_bytes
from core.findings import replaced
from core.review import Review
from gui import commands
from gui.app import set_up
from gui.text.page import TextPage
from gui.text.paper import Paper
from tests.gui.text_report import BEFORE, table_lines
from tests.layouts import TITLE

SIZES = (2_000, 20_000, 200_000)
_PROSE = (
    "通过网站发布信息5500余条，制作政策解读21个，进一步规范了工作流程，不断满足社会公众的需求。" * 3 + "\n"
)


_CONTRADICTING = (
    "全年新收政府信息公开申请14件，上年结转政府信息公开申请3件，予以公开2件，结转下年度办理9件。\n"
)
_CELL = "requests.partial.natural"


def report(characters: int, is_contradicting: bool) -> Review:
    """A checked report with about so many characters of prose."""
    lines = _CONTRADICTING + _PROSE[: len(_PROSE) // 3] + "\n" if is_contradicting else _PROSE
    prose = lines * (characters // len(lines))
    text = f"{TITLE.format(year=2023)}\n{BEFORE.format(padding=prose)}{table_lines()}"
    review = Review(from_bytes(text.encode(), Path("年报.txt")))
    review.examine()
    return review


def measure(app: QApplication, review: Review) -> Iterator[tuple[str, float]]:
    """What each step takes, in the order a clerk comes to it."""
    stack = QUndoStack()
    made: list[TextPage] = []
    yield "build", milliseconds(lambda: made.append(TextPage(review, Paper(review), stack)))
    page = made[0]
    review.subscribe(page.view.follow)
    page.resize(1000, 700)
    yield "show", milliseconds(lambda: (page.show(), app.processEvents()))
    last = page.view.spots[-1].place
    yield "go to the end", milliseconds(lambda: (page.view.show_place(last), app.processEvents()))
    line = review.narrative.lines[last.paragraph]
    yield "mend", milliseconds(lambda: commands.put_texts(stack, review, dict([replaced(line, last, "7")])))
    page.hide()
    yield "type into a cell", milliseconds(lambda: (review.set_value(_CELL, "77"), review.findings))


def milliseconds(work: Callable[[], object]) -> float:
    start = time.thread_time()
    work()
    return (time.thread_time() - start) * 1000


def main() -> None:
    app = set_up()
    for characters, is_contradicting in product(SIZES, (False, True)):
        review = report(characters, is_contradicting)
        steps = "  ".join(f"{name} {spent:.0f} ms" for name, spent in measure(app, review))
        found = len(review.findings)
        sys.stdout.write(f"{characters:>7} characters, {found:>5} findings: {steps}\n")


if __name__ == "__main__":
    main()
