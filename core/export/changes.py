"""The page before → after: every change of a sitting, to be looked at, printed and filed."""

from collections.abc import Iterator, Mapping
from datetime import datetime

from core.export import html
from core.export.contents import facts
from core.export.difference import changes
from core.review import Review

_TITLE = "政府信息公开工作年度报告更正对照"


def changes_page(
    review: Review, when: datetime, reasons: Mapping[str, str] | None = None, style: str = "page"
) -> bytes:
    """A web page like the check report's, in UTF-8.

    when: of the corrections. reasons: why a cell or paragraph was changed, by its id. style: ``print`` for
    Qt's typesetting.
    """
    return html.page(_TITLE, _body(review, when, reasons or {}), style)


def _body(review: Review, when: datetime, reasons: Mapping[str, str]) -> Iterator[str]:
    found = changes(review, reasons)
    yield html.facts(facts(review, when))
    if found:
        yield f"<h2>共改动 {len(found)} 处</h2>\n{html.changes_table(found)}"
    else:
        yield '<div class="verdict good"><strong>没有改动</strong><p>与打开时的文件完全一致。</p></div>\n'
