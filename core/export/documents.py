"""The new documents that can be made of a review, by name: what each is called, what it needs, its bytes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from core.errors import SaveError
from core.filenames import named
from core.forms import TABLES
from core.wording import title_of

if TYPE_CHECKING:
    from core.review import Review

Reasons = Mapping[str, str]
"""Why a cell or paragraph was changed, by its id."""
Writer = Callable[["Review", datetime, Reasons], bytes]

_NO_TABLES = (
    "“{}”里没有找到法定表格（表二、表三、表四），没有导出；请检查是否选错了文件，或行列标题是否完整。"
)
_NO_CELLS = "“{}”的表格一格也没有认出来，没有导出；可以先导出核对报告（.html），看看是什么缘故。"
_MISSING = "没有找到“{}”，导出的文件里没有这张表。"
_INCOMPLETE = "{}有 {} 格没有认出来，导出的表里是空白。"
_LEFT_OUT = "原文里另有 {} 张不是法定表格的表，没有写进导出的文件。"


@dataclass(frozen=True, slots=True)
class Kind:
    """title: what stands in the file's name. needs: ``tables``, their ``cells``, or nothing."""

    title: str
    suffix: str
    needs: str
    write: Writer


def file_name(kind: str, report: Path) -> Path:
    """Where a document goes if nothing else is said: 原名（核对报告）.pdf beside the report."""
    made = KINDS[kind]
    return named(report, f"（{made.title}）", made.suffix)


def make(kind: str, review: Review, when: datetime, reasons: Reasons) -> bytes:
    """The document of this kind. Raises SaveError, in the clerk's words, where there is nothing for it."""
    made, name = KINDS[kind], review.report.path.name
    if made.needs and not review.forms:
        raise SaveError(_NO_TABLES.format(name))
    if made.needs == "cells" and not review.cells:
        raise SaveError(_NO_CELLS.format(name))
    return made.write(review, when, reasons)


def lacking(kind: str, review: Review) -> Iterator[str]:
    """What the document does not hold though the official layout, or the report, does; as sentences."""
    made = KINDS[kind]
    if not made.needs:
        return
    found = {form.id for form in review.forms}
    edition = review.report.recognition.edition or "2021"
    for table in TABLES:
        if table not in found:
            yield _MISSING.format(title_of(table, edition))
    for form in review.forms:
        if count := len(form.cells.keys() - review.cells.keys()):
            yield _INCOMPLETE.format(form.name, count)
    if made.suffix == ".docx":
        from core.export.prose import left_out

        if count := left_out(review):
            yield _LEFT_OUT.format(count)


def _word(review: Review, when: datetime, _reasons: Reasons) -> bytes:
    from core.export.word import word

    return word(review, when)


def _excel(review: Review, when: datetime, _reasons: Reasons) -> bytes:
    from core.export.excel import excel

    return excel(review, when)


def _page(review: Review, when: datetime, reasons: Reasons) -> bytes:
    from core.export.contents import check_report
    from core.export.html import check_page

    return check_page(check_report(review, when, reasons))


def _pdf(review: Review, when: datetime, reasons: Reasons) -> bytes:
    from core.export.contents import check_report
    from core.export.pdf import check_pdf

    return check_pdf(check_report(review, when, reasons), when)


def _notice(review: Review, when: datetime, reasons: Reasons) -> bytes:
    from core.export.contents import check_report
    from core.export.notice import notice

    return notice(check_report(review, when, reasons), when)


def _changes(review: Review, when: datetime, reasons: Reasons) -> bytes:
    from core.export.changes import changes_page

    return changes_page(review, when, reasons)


KINDS: Mapping[str, Kind] = {
    "word": Kind("官方版式", ".docx", "cells", _word),
    "excel": Kind("官方版式", ".xlsx", "cells", _excel),
    "pdf": Kind("核对报告", ".pdf", "tables", _pdf),
    "html": Kind("核对报告", ".html", "tables", _page),
    "notice": Kind("退改意见单", ".docx", "tables", _notice),
    "changes": Kind("改动对照", ".html", "", _changes),
}
