"""What a check report says, for whoever draws it: verdict, findings, suggestions, tables, changes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from core.export.advice import Advice, Entry, all_advice, entry_of
from core.export.difference import Change, changes
from core.export.sizes import printable
from core.findings import Finding
from core.forms import TABLES, TableForm, editions
from core.layout import Drawing, drawing
from core.review import Review
from core.suggest import answer, question
from core.wording import SEVERITIES, title_of

TITLE = "政府信息公开工作年度报告核对报告"
LEGEND = "粗框是建议改的格，“→”后面是建议的数；虚框是有关的格；方括号里是上面的序号。"
_UNKNOWN = "不详"


@dataclass(frozen=True, slots=True)
class Mark:
    """A cell to look at. numbers: of the findings it is in. suggested: what it should hold, or empty."""

    numbers: tuple[int, ...]
    suggested: str

    @property
    def note(self) -> str:
        """「→13 [2、5]」, to stand beside the figure."""
        numbers = f"[{'、'.join(map(str, self.numbers))}]" if self.numbers else ""
        return " ".join(part for part in (self.suggested and f"→{self.suggested}", numbers) if part)


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table as it stands now. texts, marks: by cell id."""

    title: str
    plan: Drawing
    texts: Mapping[str, str]
    marks: Mapping[str, Mark]


@dataclass(frozen=True, slots=True)
class CheckReport:
    """unit, year, file: whose report, where known. facts: the same and more, label and value. good: nothing
    was found. confirmed: findings that the office stands by, with its reason. notes: on the file.
    """

    unit: str | None
    year: int | None
    file: str
    facts: tuple[tuple[str, str], ...]
    good: bool
    verdict: str
    detail: str
    entries: tuple[Entry, ...]
    confirmed: tuple[tuple[str, str], ...]
    advice: tuple[Advice, ...]
    sheets: tuple[Sheet, ...]
    changes: tuple[Change, ...]
    notes: tuple[str, ...]


def check_report(review: Review, when: datetime, reasons: Mapping[str, str] | None = None) -> CheckReport:
    """How the report stands now. ``when``: of the check. ``reasons``: why a cell or paragraph was changed,
    by its id.
    """
    entries = [(entry_of(n, finding, review), finding) for n, finding in enumerate(review.findings, 1)]
    ways = all_advice(answer(question(review)), entries, review)
    suggested = {cell: text for _, texts in ways for cell, text in texts.items()}
    return CheckReport(
        review.report.unit,
        review.report.year,
        review.report.path.name,
        facts(review, when),
        review.has_numbers and not entries,
        _verdict(review),
        _detail(review),
        tuple(each for each, _ in entries),
        tuple((review.message(f), each.reason) for each in review.accepted for f in each.findings),
        tuple(advice for advice, _ in ways),
        tuple(_sheet(form, entries, suggested, review) for form in review.forms),
        changes(review, reasons or {}),
        review.report.document.notes,
    )


def facts(review: Review, when: datetime) -> tuple[tuple[str, str], ...]:
    """Whose report, of which year, which file, when it was looked at."""
    report = review.report
    edition = report.recognition.edition
    notice = f"{edition} 年版（{editions()[edition].notice}）" if edition else _UNKNOWN
    return (
        ("单位", report.unit or _UNKNOWN),
        ("年度", f"{report.year} 年" if report.year else _UNKNOWN),
        ("格式", notice),
        ("文件", report.path.name),
        ("时间", f"{when.year} 年 {when.month} 月 {when.day} 日 {when:%H:%M}"),
    )


def _verdict(review: Review) -> str:
    if not review.forms:
        return "没有找到法定表格"
    if not review.has_numbers:
        return "表格是空白的，一个数也没有填"
    counts = zip(
        SEVERITIES.values(), (getattr(review.count, severity) for severity in SEVERITIES), strict=True
    )
    return " · ".join(f"{name} {number} 处" for name, number in counts if number) or "没有发现问题"


def _detail(review: Review) -> str:
    """How much was really checked, so that no verdict says more than that."""
    verdicts = [judgement.verdict for judgement in review.equations]
    unjudged = verdicts.count("unjudged")
    parts = [f"核对了 {len(verdicts) - unjudged} 条勾稽关系，{verdicts.count('broken')} 条不成立"]
    parts += [f"{unjudged} 条因缺数或有的格不是数没有核对"] if unjudged else []
    missing = [title_of(table, "2021") for table in TABLES if table not in {form.id for form in review.forms}]
    parts += [f"没有找到{'、'.join(missing)}"] if missing else []
    return "；".join(parts) + "。"


def _sheet(
    form: TableForm, entries: Sequence[tuple[Entry, Finding]], suggested: Mapping[str, str], review: Review
) -> Sheet:
    numbers: dict[str, list[int]] = {}
    for entry, finding in entries:
        for cell in _telling(finding):
            numbers.setdefault(cell, []).append(entry.number)
    marks = {
        cell: Mark(tuple(numbers.get(cell, ())), suggested.get(cell, ""))
        for cell in form.cells
        if cell in numbers or cell in suggested
    }
    plan = drawing(form.edition, form.id)
    texts = {cell: printable(review.texts.get(cell, "")) for cell in form.cells}
    return Sheet(title_of(form.id, form.edition), plan, texts, marks)


def _telling(finding: Finding) -> tuple[str, ...]:
    """The cells to mark: of a sum its total, or the whole column and row would be marked with it."""
    equation = finding.equation
    return equation.left if equation is not None and len(equation.left) == 1 else finding.cells
