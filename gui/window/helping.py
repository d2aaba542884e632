"""What clerks otherwise do cell by cell, each as one step that says what it did."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication

from core import helpers
from core.forms import TABLES
from core.review import Review
from gui import commands
from gui.changes import changed_row
from gui.grid.equation import is_blank
from gui.where import name_of
from gui.window.report_page import ReportPage


def fill_blanks(page: ReportPage) -> None:
    """0 into every blank of the table in front."""
    done = _tr("{table}：已给 {count} 格补 0")
    _apply(page, helpers.blanks_to_zero, _tr("补 0"), done, _tr("{table}：没有要补 0 的格"))


def to_half_width(page: ReportPage) -> None:
    """Half-width digits in the table in front."""
    done = _tr("{table}：已把 {count} 格改成半角数字")
    _apply(page, helpers.to_half_width, _tr("改半角数字"), done, _tr("{table}：没有全角数字"))


def reckon_totals(page: ReportPage) -> None:
    """Every total from its parts, after showing what would change."""
    review = page.review
    texts = {c: t for table in TABLES for c, t in helpers.totals_from_parts(review, table).items()}
    if not texts:
        view = page.current_view
        is_empty = view is not None and is_blank(review, view.table_id)
        page.message.emit(_tr("这张表还没有填") if is_empty else _tr("总计与分项都一致，没有要改的"))
        return
    revision = review.revision

    def confirmed() -> None:
        if review.revision == revision:
            title = _tr("重算 {count} 处总计").format(count=len(texts))
            why = dict.fromkeys(texts, _tr("按分项重算总计"))
            commands.put_texts(page.stack, review, texts, title, why)
            page.message.emit(_tr("已按分项重算 {count} 处总计").format(count=len(texts)))

    rows = [changed_row(review, id_, text) for id_, text in texts.items()]
    advice = _tr("总计会照分项改写。如果是分项填错了，请先改分项。")
    page.talk.confirm_changes(page.window(), _tr("按分项重算总计"), advice, rows, confirmed)


def _apply(
    page: ReportPage, work: Callable[[Review, str], Mapping[str, str]], title: str, done: str, none: str
) -> None:
    view = page.current_view
    if view is None:
        page.message.emit(_tr("请先切换到要改的那张表"))
        return
    texts = work(page.review, view.table_id)
    commands.put_texts(page.stack, page.review, texts, title, dict.fromkeys(texts, title))
    said = done if texts else none
    page.message.emit(said.format(table=name_of(view.table_id), count=len(texts)))


def _tr(text: str) -> str:
    return QCoreApplication.translate("Helpers", text)
