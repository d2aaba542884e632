"""A report's state in a few words, never more favourable than what was really checked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from core.findings import Count
from core.forms import TABLES
from gui.punctuation import listed
from gui.severities import counts

if TYPE_CHECKING:
    from core.review import Review


@dataclass(frozen=True, slots=True)
class Glance:
    """kind: the sign (error, warning, advice, good). text: at a glance. detail: what was checked.

    calm: what the list of findings says when it is empty.
    """

    kind: str
    text: str
    detail: str
    calm: str


def glance(review: Review) -> Glance:
    """How the report stands now."""
    count, detail = review.count, _checked(review)
    if not review.forms:
        none = _tr("没有找到表二、表三、表四")
        return Glance("warning", none, counts(count) or _tr("没有可以核对的数"), none)
    found = counts(count)
    if found:
        return Glance(_worst(count), found, detail, "")
    if review.accepted:
        number = sum(len(each.findings) for each in review.accepted)
        rest = _tr("没有其他问题")
        return Glance("advice", rest + _tr(" · 已核实 {number} 处").format(number=number), detail, rest)
    if all(judgement.verdict == "holds" for judgement in review.equations) and len(review.forms) == len(
        TABLES
    ):
        return Glance("good", _tr("全部勾稽关系成立"), detail, _calm(review))
    return Glance("advice", _tr("核对到的勾稽关系都成立"), detail, _calm(review))


def _calm(review: Review) -> str:
    if _has_text(review):
        return _tr("没有发现问题")
    return _tr("表格没有发现问题。\n文件里没有正文，正文的各项没有核对。")


def _has_text(review: Review) -> bool:
    """Whether there is more to read than a title and tables."""
    return any(piece.kind in ("text", "subheading") for piece in review.pieces)


def _worst(count: Count) -> str:
    return "error" if count.error else "warning" if count.warning else "advice"


def _checked(review: Review) -> str:
    """How many equations were judged; those of a table left blank hold, but say nothing."""
    blank = {finding.table for finding in review.findings if finding.rule == "table.empty"}
    verdicts = [j.verdict for j in review.equations if j.equation.table not in blank]
    unjudged = verdicts.count("unjudged")
    judged = len(verdicts) - unjudged
    odd = sum(j.verdict == "unjudged" and _has_odd(review, j.equation.cells) for j in review.equations)
    said = [_tr("核对了 {judged} 条勾稽关系").format(judged=judged)] if judged else []
    if odd:
        said.append(_tr("{odd} 条勾稽关系有的格不是数，没有核对").format(odd=odd))
    if unjudged > odd:
        said.append(_tr("{unjudged} 条勾稽关系因缺数没有核对").format(unjudged=unjudged - odd))
    if said and not _has_text(review):
        said.append(_tr("没有正文可核对"))
    return listed(said) or _tr("没有可以核对的数")


def _has_odd(review: Review, cells: Iterable[str]) -> bool:
    """Whether something stands in one of these cells that is no number."""
    known = (cell for cell in cells if cell in review.cells)
    return any(review.reading(cell).kind == "text" and review.text(cell).strip() for cell in known)


def about(review: Review) -> str:
    """Whose report, of which year, on which edition of the form."""
    report = review.report
    year = _tr("{year} 年度").format(year=report.year) if report.year else _tr("年度不详")
    edition = report.recognition.edition
    form = _tr("{edition} 年版格式").format(edition=edition) if edition else ""
    return " · ".join(part for part in (report.unit or _tr("单位不详"), year, form) if part)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Glance", text)
